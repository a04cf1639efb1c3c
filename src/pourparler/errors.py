"""Every error that Pourparler raises on purpose.

    PourparlerError
    ├── SourceError         an input that cannot be read as an article; recorded, and the run goes on
    │   ├── NotAnArticle    the page, file or line holds no article text
    │   ├── UnknownLanguage the text is not in a language we read
    │   ├── TooLarge        more text than one article can be
    │   └── NotFetched      an address that is not fetched, or did not answer with a page
    ├── DataError           a data file (corpus, knowledge table, model file) is missing or malformed
    ├── StoreError          a store cannot be opened, read or written; what was in it is as it was
    └── UsageError          a request that makes no sense: a date that is none, a record id nobody has

A message says what happened, to which input, what was expected and what to do.
"""

from __future__ import annotations


class PourparlerError(Exception):
    """The root of the tree; catch this to catch them all."""


class SourceError(PourparlerError):
    """An input that cannot be read as an article."""


class NotAnArticle(SourceError):
    """The input holds no article text."""


class UnknownLanguage(SourceError):
    """The text is in a language that no model here reads."""


class TooLarge(SourceError):
    """The input is larger than an article can be."""


class NotFetched(SourceError):
    """An address that is not fetched, or did not answer with what was asked for.

    ``status`` is the answer's where there was one; ``wait`` the seconds that the host asks to be left alone.
    """

    def __init__(self, message: str, *, status: int | None = None, wait: float | None = None) -> None:
        super().__init__(message)
        self.status = status
        self.wait = wait


class DataError(PourparlerError):
    """A data file is missing or malformed."""


class StoreError(PourparlerError):
    """A store cannot be opened, read or written."""


class UsageError(PourparlerError):
    """A request that cannot be met as asked."""
