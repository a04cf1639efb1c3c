"""Disputes: what one side says against what another does, within an article and across articles."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from heapq import merge
from itertools import islice
from typing import Any

from pourparler.records import Dispute, Entry, Judgement, Relation, Span, Statement, side_of
from pourparler.store.asking.entries import COLUMNS, Cursor, entries
from pourparler.store.asking.looking import disputes_about, look_up
from pourparler.store.asking.narrowing import Filter, Query
from pourparler.store.judging.judge import STANDING, judged, linked

#: The outlets that are named of those that tell a deed.
_MOST_OUTLETS = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Stand:
    """Where one side stands: whose word it is (no side: the outlet's, or nobody's that is known), the stance, and the
    record that shows it. ``text`` are the words themselves where they are fewer than the record's.
    """

    sides: tuple[str, ...]
    stance: str
    entry: Entry
    text: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Disagreement:
    """A dispute: a record of one article, or (``across``) a link between records of two.

    ``name`` is the record's or the link's id, ``about`` what the article disputes, by its words, or "fact" or
    "characterisation", ``disputed`` the record that is disputed, where it is one. ``place`` goes on behind it.
    """

    name: str
    place: Cursor
    across: bool
    about: str
    stands: tuple[Stand, ...]
    disputed: Entry | None = None
    score: float | None = None
    reasons: tuple[str, ...] = ()

    @property
    def day(self) -> str | None:
        """The ISO day by which it is listed."""
        return self.place.day or None


@dataclass(frozen=True, slots=True, kw_only=True)
class Carrier:
    """An outlet that tells a deed, one record in which it does, and whether it tells of a dispute about it too."""

    outlet: str | None
    record: str
    article: str
    disputes: bool


def disputes(
    db: sqlite3.Connection, wanted: Filter, *, limit: int, behind: Cursor | None = None
) -> Iterator[Disagreement]:
    """Disputes within articles and across them, newest first, between two sides, or of one, or all."""
    found = merge(_within(db, wanted, behind), _across(db, wanted, behind), key=lambda row: row[:2], reverse=True)
    for day, number, row in islice(found, limit):
        place = Cursor(day=day, number=number)
        yield _of_link(db, place, *row) if number % 2 else _of_record(db, place, next(entries(db, [row])))


def _within(db: sqlite3.Connection, wanted: Filter, behind: Cursor | None) -> Iterator[tuple[str, int, Any]]:
    """Rows of the record kind dispute; their numbers are made even, those of links odd, so that all have one order."""
    asked = Filter(
        kinds=(Dispute.kind,), between=wanted.between, involving=wanted.involving, since=wanted.since,
        until=wanted.until,
    )  # fmt: skip
    for row in Query(db, asked).listed(COLUMNS, (behind.day, (behind.number + 1) // 2) if behind else None):
        yield row[1], 2 * row[0], row


def _across(db: sqlite3.Connection, wanted: Filter, behind: Cursor | None) -> Iterator[tuple[str, int, Any]]:
    """Rows of links that contradict; one that was made of several pairs once."""
    twin = (
        "SELECT 1 FROM judgement twin JOIN disputed other ON other.judgement = twin.no AND other.side = disputed.side"
        " WHERE twin.id = judgement.id AND twin.withdrawn_at IS NULL AND twin.no < judgement.no"
    )
    where = ["disputed.side = ?", STANDING, f"NOT EXISTS ({twin})"]
    values: list[Any] = [_key(wanted)]
    if behind:
        where.append("(disputed.day, judgement.no) < (?, ?)")
        values += [behind.day, behind.number // 2]
    for clause, day in (("disputed.day >= ?", wanted.since), ("disputed.day <= ?", wanted.until)):
        if day:
            where.append(clause)
            values.append(day)
    rows = db.execute(
        "SELECT judgement.no, disputed.day, judgement.id, kind, relation, subject, object, value, score, reasons, by"
        " FROM disputed CROSS JOIN judgement ON judgement.no = disputed.judgement"
        f" WHERE {' AND '.join(where)} ORDER BY disputed.day DESC, disputed.judgement DESC",
        values,
    )
    for number, day, name, *row in rows:
        yield day, 2 * number + 1, (name, judged(*row))


def _key(wanted: Filter) -> str:
    """Under which the table ``disputed`` lists what is asked for: two sides, one, or "" for all."""
    sides = sorted(wanted.between or wanted.involving[:2])
    return " ".join(sides)


def disagreements(db: sqlite3.Connection, ids: Iterable[str]) -> Iterator[Disagreement]:
    """What of these records is disputed, within their articles and across articles."""
    names = list(ids)
    for entry in disputes_about(db, names):
        yield _of_record(db, Cursor(day=entry.day or "", number=2 * entry.number), entry)
    for link in linked(db, names, Relation.CONTRADICTS):
        yield _of_link(db, None, link.id, link)


def _of_record(db: sqlite3.Connection, place: Cursor, entry: Entry) -> Disagreement:
    record = entry.record
    assert isinstance(record, Dispute)
    about = [record.about] if isinstance(record.about, str) else []
    named = [position.statement for position in record.positions]
    known = {one.record.id: one for one in look_up(db, (*about, *named))}
    stands = (
        Stand(
            sides=tuple(side for side in (position.by and side_of(position.by),) if side),
            stance=position.stance, entry=known.get(position.statement, entry),
        )
        for position in record.positions
    )  # fmt: skip
    disputed = known.get(record.about) if isinstance(record.about, str) else None
    words = record.about.text if isinstance(record.about, Span) else _words(disputed) if disputed else record.about
    return Disagreement(
        name=record.id, place=place, across=False, about=words, stands=tuple(stands), disputed=disputed or entry
    )


def _of_link(db: sqlite3.Connection, place: Cursor | None, name: str, link: Judgement) -> Disagreement:
    value: Mapping[str, Any] = link.value or {}
    told = value.get("positions") or [{"record": link.subject}, {"record": link.object}]
    known = {one.record.id: one for one in look_up(db, (str(one["record"]) for one in told))}
    stands = tuple(
        Stand(
            sides=tuple(one.get("by", ())), stance=str(one.get("stance", "asserts")), entry=known[one["record"]],
            text=one.get("text"),
        )
        for one in told
        if one["record"] in known
    )  # fmt: skip
    day = max((stand.entry.day or "" for stand in stands), default="")
    return Disagreement(
        name=name, place=place or Cursor(day=day, number=0), across=True, about=str(value.get("about", "fact")),
        stands=stands, disputed=stands[0].entry if stands else None, score=link.score, reasons=link.reasons,
    )  # fmt: skip


def _words(entry: Entry) -> str:
    spans = entry.record.content if isinstance(entry.record, Statement) else entry.record.evidence
    return (spans or (entry.record.anchor,))[0].text


def carriers(db: sqlite3.Connection, deed: str) -> Iterator[Carrier]:
    """The outlets that tell a deed, each by the first of its records, and whether it tells that it is disputed."""
    rows = db.execute(
        "SELECT outlet, min(record.id), article.id, max(EXISTS (SELECT 1 FROM record dispute INDEXED BY record_about"
        " WHERE json_extract(dispute.body, '$.about') = record.id AND dispute.kind = 'dispute'))"
        " FROM record JOIN article ON article.no = record.article WHERE record.deed = ?1"
        " AND +record.kind = (SELECT kind FROM record WHERE id = ?1)"
        " GROUP BY coalesce(outlet, article.id) COLLATE NOCASE ORDER BY 1 LIMIT ?2",
        (deed, _MOST_OUTLETS),
    )
    for outlet, record, article, disputed in rows:
        yield Carrier(outlet=outlet, record=record, article=article, disputes=bool(disputed))
