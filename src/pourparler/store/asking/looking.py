"""Looking up: records by their ids, numbers, article, deed or what they are about; and what there is at all."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator

from pourparler.records import Entry
from pourparler.store.asking.entries import COLUMNS, entries

_ROWS = f"SELECT {COLUMNS} FROM record JOIN article ON article.no = record.article"


def look_up(db: sqlite3.Connection, ids: Iterable[str], *, rejected: bool = True) -> Iterator[Entry]:
    """These records and no others, in the order of the ids, each once; what is not there is left out.

    Unless ``rejected``, so is what people have rejected.
    """
    return _named(db, "id", dict.fromkeys(ids), "TRUE" if rejected else "record.deed IS NOT NULL")


def by_number(db: sqlite3.Connection, numbers: Iterable[int]) -> Iterator[Entry]:
    """Records by their numbers in the store, in the order of the numbers, rejected ones too."""
    return _named(db, "no", numbers)


def _named(
    db: sqlite3.Connection, column: str, names: Iterable[str] | Iterable[int], clause: str = "TRUE"
) -> Iterator[Entry]:
    rows = db.execute(
        f"SELECT {COLUMNS} FROM json_each(?) told CROSS JOIN record ON record.{column} = told.value"
        f" CROSS JOIN article ON article.no = record.article WHERE {clause} ORDER BY told.key",
        (json.dumps(list(names)),),
    )
    return entries(db, rows.fetchall())


def of_article(db: sqlite3.Connection, article: str, *, limit: int) -> Iterator[Entry]:
    """The records of an article's current version, rejected ones too, as a reading prints them, at most so many."""
    lines = f"{_ROWS} WHERE article.id = ? AND article.current ORDER BY record.no LIMIT ?"
    return entries(db, db.execute(lines, (article, limit)))


def tellings_of(db: sqlite3.Connection, deed: str, *, limit: int, skip: int = 0) -> Iterator[Entry]:
    """The records that tell a deed, of the kind that names it, oldest first; one that is rejected tells none."""
    rows = db.execute(
        f"{_ROWS} WHERE record.deed = ?1 AND +record.kind = (SELECT kind FROM record WHERE id = ?1)"
        " ORDER BY record.day, record.no LIMIT ?2 OFFSET ?3",
        (deed, limit, skip),
    )
    return entries(db, rows)


def disputes_about(db: sqlite3.Connection, ids: Iterable[str]) -> Iterator[Entry]:
    """The disputes that are about one of these records, in the order of their ids."""
    rows = db.execute(
        f"SELECT DISTINCT {COLUMNS} FROM json_each(?) told CROSS JOIN record INDEXED BY record_about"
        " ON json_extract(record.body, '$.about') = told.value AND record.kind = 'dispute'"
        " JOIN article ON article.no = record.article WHERE record.deed IS NOT NULL ORDER BY record.id",
        (json.dumps(sorted(set(ids))),),
    )
    return entries(db, rows.fetchall())


def knows(db: sqlite3.Connection, name: str) -> bool:
    """Whether anything has this id: a record, an article, a link or review that stands."""
    lines = (
        "SELECT 1 FROM record WHERE id = ?1 UNION ALL SELECT 1 FROM article WHERE id = ?1"
        " UNION ALL SELECT 1 FROM judgement WHERE id = ?1 AND withdrawn_at IS NULL"
    )
    return db.execute(lines, (name,)).fetchone() is not None


def sides(db: sqlite3.Connection) -> Iterator[str]:
    """The codes of all sides that there are records of, in the order of the alphabet."""
    rows = db.execute(
        "WITH RECURSIVE known (side) AS (SELECT min(side) FROM involved UNION ALL"
        " SELECT (SELECT min(side) FROM involved WHERE involved.side > known.side) FROM known WHERE side IS NOT NULL)"
        " SELECT side FROM known WHERE side IS NOT NULL"
    )
    return (side for (side,) in rows)
