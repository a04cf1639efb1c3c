"""Reading: a parsed Doc to the records of one article."""

from pourparler.reading.reader import ArticleReader

__all__ = ["ArticleReader"]
