"""Asking: the records that a filter lets through, newest first, page by page."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any

from pourparler.errors import UsageError
from pourparler.records import Entry, Statement
from pourparler.records.loading import from_json
from pourparler.store.asking.narrowing import Filter, Query
from pourparler.store.judging.reviews import standing

PAGE = 50
#: Digits of the largest number that a row can have.
_DIGITS = 18


@dataclass(frozen=True, slots=True, kw_only=True)
class Cursor:
    """The last row of a page; the next page starts behind it."""

    day: str
    number: int

    def __str__(self) -> str:
        return f"{self.day}.{self.number}"

    @classmethod
    def behind(cls, entry: Entry) -> Cursor:
        """Where the page behind this entry begins."""
        return cls(day=entry.day or "", number=entry.number)

    @classmethod
    def parse(cls, text: str) -> Cursor:
        """A cursor as it was printed. Raises UsageError where it is none."""
        day, dot, number = text.rpartition(".")
        if not dot or not (number.isascii() and number.isdigit()) or len(number) > _DIGITS:
            raise UsageError(f"{text!r} is no place to go on from; give the one that the page before ended with")
        return cls(day=day, number=int(number))


def ask(
    db: sqlite3.Connection, wanted: Filter, *, limit: int = PAGE, behind: Cursor | None = None, once: bool = False,
    oldest: bool = False,
) -> Iterator[Entry]:  # fmt: skip
    """The newest records that the filter lets through, or the oldest, at most ``limit``, those ``behind`` a place.

    ``once`` gives of each deed only the newest record that the filter lets through.
    """
    query = Query(db, wanted)
    rows = query.listed(COLUMNS, (behind.day, behind.number) if behind else None, oldest=oldest)
    if once:
        rows = (row for row in rows if not query.tells_later(row[_DEED], day=row[1], number=row[0]))
    return entries(db, islice(rows, limit))


#: What a statement must select, of ``record`` and ``article``, for `entries`.
COLUMNS = (
    "record.no, record.day, record.body, article.id, coalesce(article.family, article.id), article.outlet,"
    " article.title, article.url, article.published_from, record.deed, record.thread"
)
_DEED = 9


def entries(db: sqlite3.Connection, rows: Iterable[tuple[Any, ...]]) -> Iterator[Entry]:
    """The entries of rows that hold `COLUMNS`, each with the statements it rests on."""
    for number, day, body, article, family, outlet, title, url, published, deed, thread in rows:
        shown = standing(db, from_json(json.loads(body)))
        reports, origins = _tellings(db, deed) if deed else (1, 1)
        yield Entry(
            number=number,
            day=day or None,
            record=shown.record,
            article=article,
            family=family,
            outlet=outlet,
            title=title,
            url=url,
            published=published,
            told_by=_told_by(db, number),
            deed=deed or shown.record.id,
            thread=thread or shown.record.id,
            reports=reports,
            origins=origins,
            reviewed=shown.reviewed,
        )


def _tellings(db: sqlite3.Connection, deed: str) -> tuple[int, int]:
    """How many articles, and how many families of articles, tell a deed."""
    counts = "count(DISTINCT article.id), count(DISTINCT coalesce(article.family, article.id))"
    told = f"SELECT {counts} FROM record JOIN article ON article.no = record.article WHERE record.deed = ?"
    reports, origins = db.execute(told, (deed,)).fetchone()
    return int(reports), int(origins)


def _told_by(db: sqlite3.Connection, number: int) -> dict[str, Statement]:
    told = db.execute(
        "SELECT told.id, told.body FROM credit JOIN record ON record.no = credit.record"
        " JOIN record told ON told.id = credit.statement AND told.article = record.article WHERE credit.record = ?",
        (number,),
    )
    found = (standing(db, from_json(json.loads(body))).record for _, body in told.fetchall())
    return {record.id: record for record in found if isinstance(record, Statement)}
