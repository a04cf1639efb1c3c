"""Pourparler reads the news and keeps the record of how states and their militaries deal with each other.

>>> import pourparler
>>> reading = pourparler.read("Norway summoned the Russian ambassador.", "2024-03-04")  # doctest: +SKIP
>>> reading.contacts  # doctest: +SKIP
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from spacy.language import Language

    from pourparler.pipeline import Reader
    from pourparler.records import Reading
    from pourparler.store import Store

__version__ = "0.1.0"
__all__ = ["__version__", "load", "open_store", "read"]


def read(
    text: str,
    published: str | None = None,
    *,
    title: str | None = None,
    outlet: str | None = None,
    url: str | None = None,
) -> Reading:
    """Reads one article given as plain text.

    ``published`` is an ISO date or time; without it, relative dates stay open. Raises SourceError where the text is
    no article we can read, UsageError where ``published`` is no date.
    """
    from pourparler.errors import PourparlerError
    from pourparler.records import Failure
    from pourparler.sources import article_from_text

    article = article_from_text(text, key="text", title=title, outlet=outlet, url=url, published=published)
    result = _reader().read([article])[0]
    if isinstance(result, Failure):
        raise PourparlerError(result.message)
    return result


def load(name: str = "en") -> Language:
    """The language model as a spaCy ``Language``: tags, lemmas, UD heads and labels, sentences, entities.

    Raises UsageError for a language other than "en".
    """
    from pourparler.errors import UsageError
    from pourparler.language import load_language

    if name != "en":
        raise UsageError(f"no model for {name!r}; there is one for 'en'")
    return load_language()


def open_store(path: str | Path | None = None, *, create: bool = False) -> Store:
    """The store at ``path``, else the one named by ``POURPARLER_STORE``, else one in the user's data directory.

    What it answers shows itself in a notebook and is a table for pandas, polars and DuckDB (with pyarrow):

    >>> from pourparler.store import Filter
    >>> store = pourparler.open_store("ledger.db")  # doctest: +SKIP
    >>> store.ask(Filter(kinds=("contact",), between=("USA", "CHN")))  # doctest: +SKIP
    <12 entries, 2021-03-18 to 2021-05-21>

    Raises UsageError: there is no store, and ``create`` is not asked. StoreError: the file is none of ours, or cannot
    be opened.
    """
    from pathlib import Path

    from pourparler.store import open_store

    return open_store(Path(path) if path is not None else None, create=create)


@cache
def _reader() -> Reader:
    from pourparler.pipeline import open_reader

    return open_reader()
