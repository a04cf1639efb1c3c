"""Checking a store: spans against their articles, judgements against their records, tables against each other."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """Something that is not as it must be: where, what, and what to do."""

    where: str
    what: str
    mend: str


_READ_AGAIN = "read the article again with `pourparler add`"


def check(db: sqlite3.Connection) -> Iterator[Fault]:
    """Every fault of the store, none where all is well. Reads everything; writes nothing."""
    yield from _file(db)
    yield from _spans(db)
    yield from _sums(db)
    yield from _judgements(db)


def _file(db: sqlite3.Connection) -> Iterator[Fault]:
    for (told,) in db.execute("PRAGMA integrity_check"):
        if told != "ok":
            yield Fault(where="the file", what=told, mend="restore it from a copy, or add the articles to a new store")
    for table, row, parent, _ in db.execute("PRAGMA foreign_key_check"):
        yield Fault(where=f"{table} {row}", what=f"belongs to a row of {parent} that is gone", mend=_READ_AGAIN)
    try:
        db.execute("INSERT INTO article_words (article_words, rank) VALUES ('integrity-check', 1)")
    except sqlite3.DatabaseError:
        mend = "INSERT INTO article_words (article_words) VALUES ('rebuild')"
        yield Fault(where="article_words", what="the index of words does not fit the articles", mend=f"run: {mend}")


def _spans(db: sqlite3.Connection) -> Iterator[Fault]:
    """Spans whose words are not the article's."""
    rows = db.execute(
        "SELECT record.id, record.body, article.text FROM record JOIN article ON article.no = record.article"
        " ORDER BY record.article"
    )
    for name, body, text in rows:
        for span in _spans_in(json.loads(body)):
            if (text or "")[span["start"] : span["end"]] != span["text"]:
                yield Fault(where=name, what=f"its article has other words than {span['text']!r:.60}", mend=_READ_AGAIN)


def _spans_in(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        if isinstance(value.get("text"), str) and isinstance(value.get("start"), int):
            yield value
        for held in value.values():
            yield from _spans_in(held)
    elif isinstance(value, list):
        for held in value:
            yield from _spans_in(held)


def _sums(db: sqlite3.Connection) -> Iterator[Fault]:
    """Records that the tables for asking do not list, and the reverse."""
    for table in ("party", "involved", "pair", "reason", "credit"):
        lost = db.execute(f"SELECT count(*) FROM {table} WHERE record NOT IN (SELECT no FROM record)").fetchone()[0]
        if lost:
            yield Fault(where=table, what=f"{lost} rows of records that are gone", mend=_READ_AGAIN)
    unread = db.execute(
        "SELECT count(*) FROM article WHERE current AND forgotten IS NULL"
        " AND no NOT IN (SELECT article FROM reading WHERE current)"
    ).fetchone()[0]
    if unread:
        yield Fault(where="article", what=f"{unread} articles without a reading", mend=_READ_AGAIN)


def _judgements(db: sqlite3.Connection) -> Iterator[Fault]:
    rows = db.execute(
        "SELECT id, subject, object FROM judgement WHERE withdrawn_at IS NULL AND ("
        " subject LIKE '__-%' AND subject NOT IN (SELECT id FROM record UNION SELECT id FROM article)"
        " OR object LIKE '__-%' AND object NOT IN (SELECT id FROM record UNION SELECT id FROM article))"
    )
    for name, subject, about in rows:
        yield Fault(where=name, what=f"is about {subject}, {about}, one of which is gone", mend="withdraw it with undo")
