"""Asking: what is wanted, as a filter, and the records that answer it, newest first, page by page."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

from pourparler.errors import UsageError
from pourparler.records import Entry, Statement
from pourparler.records.loading import from_json
from pourparler.store.reviews import standing

PAGE = 50
_PHRASE = re.compile(r'"([^"]+)"|([^\s"]+)')
#: What somebody has accepted, corrected or rejected; the ids of reviews are a stretch of the index of ids.
_REVIEWED = (
    "SELECT subject FROM judgement WHERE id > 're-' AND id < 're.' AND withdrawn_at IS NULL"
    " AND relation IN ('accept', 'correct', 'reject')"
)
#: Roles in which somebody takes a step himself, for ``--by``.
_DOERS = ("by", "actor", "imposed_by", "source")


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """What is asked for. Sides are ISO alpha-3 codes of states, else codes of organisations and armed groups.

    ``types`` are statuses of contacts, stances of statements, PLOVER types of events, actions, types of measures.
    ``since`` and ``until`` are ISO days, inclusive; a record counts where any of its days can lie between them.
    ``rejected`` lets through what people have rejected and nothing else, which is left out otherwise; ``reviewed`` what
    somebody has accepted, corrected or rejected, or, where it is False, what nobody has looked at.
    """

    kinds: tuple[str, ...] = ()
    between: tuple[str, str] | None = None
    involving: tuple[str, ...] = ()
    by: str | None = None
    person: str | None = None
    types: tuple[str, ...] = ()
    channels: tuple[str, ...] = ()
    levels: tuple[str, ...] = ()
    forum: str | None = None
    reasons: tuple[str, ...] = ()
    according_to: str | None = None
    outlet: str | None = None
    words: str | None = None
    since: str | None = None
    until: str | None = None
    rejected: bool = False
    reviewed: bool | None = None


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
        if not dot or not number.isdigit():
            raise UsageError(f"{text!r} is no place to go on from; give the one that the page before ended with")
        return cls(day=day, number=int(number))


def ask(
    db: sqlite3.Connection, wanted: Filter, *, limit: int = PAGE, behind: Cursor | None = None, once: bool = False
) -> Iterator[Entry]:
    """The newest records that the filter lets through, at most ``limit``, those ``behind`` a place.

    ``once`` gives of each deed only the newest record that the filter lets through.
    """
    query = Query(wanted)
    if behind:
        query.narrow(f"({query.lead}.day, {query.number}) < (?, ?)", behind.day, behind.number)
    lines = f"{query.select(COLUMNS)} ORDER BY {query.lead}.day DESC, {query.number} DESC"
    rows: Iterator[tuple[Any, ...]] = db.execute(lines, query.values)
    if once:
        rows = _once(db, rows, wanted)
    return entries(db, islice(rows, limit))


def _once(db: sqlite3.Connection, rows: Iterable[tuple[Any, ...]], wanted: Filter) -> Iterator[tuple[Any, ...]]:
    """The rows but those of deeds that a newer row tells, be it on this page or on one before."""
    newer = Query(wanted)
    newer.narrow(f"record.deed = ? AND ({newer.lead}.day, record.id) > (?, (SELECT id FROM record WHERE no = ?))")
    lines = f"{newer.select('1')} LIMIT 1"
    for row in rows:
        number, day, deed = row[0], row[1], row[_DEED]
        if db.execute(lines, (*newer.values, deed, day, number)).fetchone() is None:
            yield row


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


class Query:
    """The statement for a filter and its values. The narrowest index leads, in the order in which rows are shown."""

    def __init__(self, wanted: Filter) -> None:
        self.values: list[Any] = []
        self._where: list[str] = []
        sides = [*([wanted.by] if wanted.by else []), *wanted.involving]
        self.lead = "pair" if wanted.between else "involved" if sides else "record"
        if wanted.between:
            self.narrow("pair.low = ? AND pair.high = ?", *sorted(wanted.between))
        elif sides:
            self.narrow("involved.side = ?", sides.pop(0))
        self._among(f"{self.lead}.kind", wanted.kinds)
        for side in sides:
            self._exists("involved", "side = ?", side)
        self._narrow_record(wanted)
        self._narrow_parties(wanted)
        self._narrow_article(wanted)

    @property
    def number(self) -> str:
        """The column that numbers the record in the leading table."""
        return "record.no" if self.lead == "record" else f"{self.lead}.record"

    def narrow(self, clause: str, *values: Any) -> None:
        """Lets through only what the clause is true of."""
        self._where.append(clause)
        self.values.extend(values)

    def _among(self, column: str, choices: Sequence[str]) -> None:
        if choices:
            self.narrow(f"{column} IN ({', '.join('?' * len(choices))})", *choices)

    def _exists(self, table: str, clause: str, *values: Any) -> None:
        self.narrow(f"EXISTS (SELECT 1 FROM {table} other WHERE other.record = record.no AND {clause})", *values)

    def _narrow_record(self, wanted: Filter) -> None:
        self.narrow("record.deed IS NULL" if wanted.rejected else "record.deed IS NOT NULL")
        if wanted.reviewed is not None:
            self.narrow(f"record.id {'' if wanted.reviewed else 'NOT '}IN ({_REVIEWED})")
        self._among("record.type", wanted.types)
        self._among("record.channel", wanted.channels)
        self._among("record.level", wanted.levels)
        if wanted.forum:
            self.narrow("record.forum = ? COLLATE NOCASE", wanted.forum)
        if wanted.since:
            self.narrow("coalesce(nullif(record.to_day, ''), record.day) >= ?", wanted.since)
        if wanted.until:
            self.narrow("coalesce(nullif(record.from_day, ''), record.day) <= ?", wanted.until)

    def _narrow_parties(self, wanted: Filter) -> None:
        if wanted.by:
            self._exists("party", f"side = ? AND role IN {_DOERS}", wanted.by)
        if wanted.person:
            self._exists("party", "person = ? COLLATE NOCASE", wanted.person)
        if wanted.reasons:
            self._exists("reason", f"kind IN ({', '.join('?' * len(wanted.reasons))})", *wanted.reasons)
        if wanted.according_to:
            self.narrow(
                "EXISTS (SELECT 1 FROM credit"
                " JOIN record told ON told.id = credit.statement AND told.article = record.article"
                " JOIN party ON party.record = told.no"
                " WHERE credit.record = record.no AND party.role = 'source' AND party.side = ?)",
                wanted.according_to,
            )

    def _narrow_article(self, wanted: Filter) -> None:
        if wanted.outlet:
            self.narrow("article.outlet = ? COLLATE NOCASE", wanted.outlet)
        if wanted.words:
            self.narrow(
                "article.no IN (SELECT rowid FROM article_words WHERE article_words MATCH ?)", quoted(wanted.words)
            )

    def select(self, columns: str) -> str:
        """The statement that selects these columns of the records the filter lets through, in no order."""
        source = "record" if self.lead == "record" else f"{self.lead} JOIN record ON record.no = {self.lead}.record"
        where = " AND ".join(self._where) or "TRUE"
        return f"SELECT {columns} FROM {source} JOIN article ON article.no = record.article WHERE {where}"


def quoted(words: str) -> str:
    """The words as a question to the index, each taken as it is written; phrases in quotation marks stay phrases.

    >>> quoted('hotline "flag meeting" AND')
    '"hotline" "flag meeting" "AND"'
    """
    return " ".join(f'"{phrase or word}"' for phrase, word in _PHRASE.findall(words))
