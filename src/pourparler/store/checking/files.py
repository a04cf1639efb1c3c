"""The file itself, the bytes that came in, and rows that belong to nothing."""

from __future__ import annotations

import hashlib
import sqlite3
import zlib
from collections.abc import Iterator

from pourparler.store.checking.faults import COPY, Cure, Fault, Tell, counted, curable
from pourparler.store.counting.sums import SUMS
from pourparler.store.filing.packing import unpack
from pourparler.store.filing.rows import TABLES


def check_file(db: sqlite3.Connection, tell: Tell) -> Iterator[Fault]:
    """Faults of the file, of its index of words, and of what is kept beside the articles."""
    tell("checking the file")
    for (told,) in db.execute("PRAGMA integrity_check"):
        if told != "ok":
            yield Fault(where="the file", what=told, mend=COPY)
    yield from _words(db)
    yield from _sources(db, tell)
    yield from _lost_rows(db)
    yield from _sums(db, tell)


def _words(db: sqlite3.Connection) -> Iterator[Fault]:
    """Faults of the index of words. SQLite checks it by a statement that writes, so not where nothing can be."""
    if db.execute("PRAGMA query_only").fetchone()[0]:
        return
    try:
        db.execute("INSERT INTO article_words (article_words, rank) VALUES ('integrity-check', 1)")
    except sqlite3.DatabaseError as error:
        if not error.sqlite_errorname.startswith("SQLITE_CORRUPT"):
            raise
        yield curable("article_words", "the index of words does not fit the articles", Cure.WORDS)


def _sources(db: sqlite3.Connection, tell: Tell) -> Iterator[Fault]:
    (every,) = db.execute("SELECT count(*) FROM source").fetchone()
    rows = db.execute("SELECT sha256, length, packed FROM source")
    for sha256, length, packed in counted(rows, tell, "sources", every):
        try:
            data = unpack(packed)
        except zlib.error:
            data = b""
        if len(data) != length or hashlib.sha256(data).hexdigest() != sha256:
            yield Fault(where=f"source {sha256[:12]}", what="its bytes are not those that came in", mend=COPY)


def _lost_rows(db: sqlite3.Connection) -> Iterator[Fault]:
    for table in TABLES:
        (lost,) = db.execute(f"SELECT count(*) FROM {table} WHERE record NOT IN (SELECT no FROM record)").fetchone()
        if lost:
            yield curable(table, f"{lost} rows of records that are gone", Cure.SWEEP, table)
    for table, row, parent, _ in db.execute("PRAGMA foreign_key_check"):
        if table not in (*TABLES, *SUMS):
            yield Fault(where=f"{table} {row}", what=f"belongs to a row of {parent} that is gone", mend=COPY)


def _sums(db: sqlite3.Connection, tell: Tell) -> Iterator[Fault]:
    """Tables that do not hold what they sum up."""
    for table, rows in SUMS.items():
        tell(f"checking the table {table}")
        (lost,) = db.execute(f"SELECT count(*) FROM ({rows} EXCEPT SELECT * FROM {table})").fetchone()
        (more,) = db.execute(f"SELECT count(*) FROM (SELECT * FROM {table} EXCEPT {rows})").fetchone()
        if lost or more:
            yield curable(table, f"{lost} rows are lacking, {more} too many", Cure.SUM, table)
