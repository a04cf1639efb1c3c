"""Text in: files, folders, standard input, HTML pages and JSON Lines to cleaned articles."""

from pourparler.sources.articles import article_from_text
from pourparler.sources.datelines import body_start
from pourparler.sources.dates import check_published
from pourparler.sources.inputs import read_sources
from pourparler.sources.webpages import article_from_html

__all__ = ["article_from_html", "article_from_text", "body_start", "check_published", "read_sources"]
