"""What followed a record: in the days after it between its sides, and as the further steps of its contact."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from datetime import date, timedelta

from pourparler.errors import UsageError
from pourparler.records import Entry
from pourparler.store.asking.entries import COLUMNS, entries

_DEEDS = ("contact", "incident", "measure")


def after(db: sqlite3.Connection, record_id: str, days: int) -> Iterator[Entry]:
    """What any pair of the record's sides had to do with each other on its day and ``days`` after, oldest first.

    Raises UsageError: no such record, nothing dates it, or it has no two sides.
    """
    number, day, _ = _known(db, record_id)
    pairs = db.execute("SELECT low, high FROM pair WHERE record = ?", (number,)).fetchall()
    if not day or not pairs:
        what = "two sides" if day else "day"
        raise UsageError(f"{record_id} has no {what} to follow it by; ask for the contacts between two sides instead")
    last = (date.fromisoformat(day) + timedelta(days=days)).isoformat()
    either = " OR ".join("pair.low = ? AND pair.high = ?" for _ in pairs)
    lines = (
        f"SELECT DISTINCT {COLUMNS} FROM pair JOIN record ON record.no = pair.record"
        f" JOIN article ON article.no = record.article WHERE ({either}) AND pair.kind IN {_DEEDS}"
        " AND pair.day BETWEEN ? AND ? AND record.no <> ? AND record.deed IS NOT NULL ORDER BY record.day, record.no"
    )
    values = [side for pair in pairs for side in pair]
    return entries(db, db.execute(lines, (*values, day, last, number)))


def thread(db: sqlite3.Connection, record_id: str) -> Iterator[Entry]:
    """The records of the contact that a record is a step of, oldest first; a rejected record stands alone.

    Raises UsageError: no such record.
    """
    number, _, thread = _known(db, record_id)
    lines = (
        f"SELECT {COLUMNS} FROM record JOIN article ON article.no = record.article"
        " WHERE record.thread = ?1 OR record.no = ?2 ORDER BY record.day, record.deed, record.no"
    )
    return entries(db, db.execute(lines, (thread, number)))


def _known(db: sqlite3.Connection, record_id: str) -> tuple[int, str, str | None]:
    """The number, day and thread of a record, None where it was rejected. Raises UsageError: no such record."""
    found = db.execute("SELECT no, day, thread FROM record WHERE id = ? ORDER BY no LIMIT 1", (record_id,)).fetchone()
    if found is None:
        raise UsageError(f"no record {record_id} in the store; ids stand in the lists and in the field id of jsonl")
    return int(found[0]), str(found[1]), found[2]
