"""One thing by its id, and all records of one article."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from pourparler.records import Entry
from pourparler.store.asking import COLUMNS, entries

_FROM = f"SELECT {COLUMNS} FROM record JOIN article ON article.no = record.article"


def find_record(db: sqlite3.Connection, name: str) -> Entry | None:
    """The record of this id, a rejected one too; None where there is none."""
    return next(entries(db, db.execute(f"{_FROM} WHERE record.id = ? ORDER BY record.no", (name,))), None)


def of_article(db: sqlite3.Connection, article: str, *, limit: int) -> Iterator[Entry]:
    """The records of an article's current version, rejected ones too, as a reading prints them, at most so many."""
    lines = f"{_FROM} WHERE article.id = ? AND article.current ORDER BY record.no LIMIT ?"
    return entries(db, db.execute(lines, (article, limit)))


def knows(db: sqlite3.Connection, name: str) -> bool:
    """Whether anything has this id: a record, an article, a link or review that stands."""
    lines = (
        "SELECT 1 FROM record WHERE id = ?1 UNION ALL SELECT 1 FROM article WHERE id = ?1"
        " UNION ALL SELECT 1 FROM judgement WHERE id = ?1 AND withdrawn_at IS NULL"
    )
    return db.execute(lines, (name,)).fetchone() is not None
