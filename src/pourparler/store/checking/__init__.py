"""Checking a store: spans against their articles, judgements against their records, tables against each other."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator

from pourparler.store.checking.articles import check_articles
from pourparler.store.checking.faults import COPY, Cure, Fault
from pourparler.store.checking.files import check_file
from pourparler.store.checking.links import check_links

__all__ = ["Cure", "Fault", "check"]


def check(db: sqlite3.Connection, tell: Callable[[str], None] = lambda words: None) -> Iterator[Fault]:
    """Every fault of the store, none where all is well. Reads everything; changes nothing.

    ``tell`` is told now and then what is being checked. Raises sqlite3.OperationalError: somebody else writes.
    """
    try:
        for part in (check_file, check_articles, check_links):
            yield from part(db, tell)
    except sqlite3.DatabaseError as error:
        if isinstance(error, sqlite3.OperationalError):
            raise
        yield Fault(where="the file", what=f"cannot be read to its end ({error})", mend=COPY)
