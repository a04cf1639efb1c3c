"""Looking up: records by their ids or their deed, and which sides there are."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator

from pourparler.records import Entry
from pourparler.store.asking import COLUMNS, entries

_ROWS = f"SELECT {COLUMNS} FROM record JOIN article ON article.no = record.article"


def look_up(db: sqlite3.Connection, ids: Iterable[str]) -> Iterator[Entry]:
    """These records and no others, rejected ones too, in the order of the ids; what is not there is left out."""
    rows = db.execute(
        f"SELECT {COLUMNS} FROM json_each(?) told CROSS JOIN record ON record.id = told.value"
        " CROSS JOIN article ON article.no = record.article ORDER BY told.key",
        (json.dumps(list(dict.fromkeys(ids))),),
    )
    return entries(db, rows)


def tellings_of(db: sqlite3.Connection, deed: str, *, limit: int, skip: int = 0) -> Iterator[Entry]:
    """The records that tell a deed, of the kind that names it, oldest first; one that is rejected tells none."""
    rows = db.execute(
        f"{_ROWS} WHERE record.deed = ?1 AND +record.kind = (SELECT kind FROM record WHERE id = ?1)"
        " ORDER BY record.day, record.no LIMIT ?2 OFFSET ?3",
        (deed, limit, skip),
    )
    return entries(db, rows)


def sides(db: sqlite3.Connection) -> Iterator[str]:
    """The codes of all sides that there are records of, in the order of the alphabet."""
    rows = db.execute(
        "WITH RECURSIVE known (side) AS (SELECT min(side) FROM involved UNION ALL"
        " SELECT (SELECT min(side) FROM involved WHERE involved.side > known.side) FROM known WHERE side IS NOT NULL)"
        " SELECT side FROM known WHERE side IS NOT NULL"
    )
    return (side for (side,) in rows)
