"""Outlets: what each tells of, whom it quotes, how its articles stand in their families, and what it leaves out.

What is counted over everything is kept (`tallying`); what is not, is looked up in an outlet's newest articles alone.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from enum import StrEnum

from pourparler.records import Article, Entry
from pourparler.records.kinds import KINDS
from pourparler.records.loading import from_json
from pourparler.store.asking.looking import by_number
from pourparler.store.counting.sums import BETWEEN
from pourparler.store.dossiers.people import NAMED, Figure
from pourparler.store.filing.writing import NUMBERS

#: Articles that are looked through: so many of the newest.
NEWEST = 300
#: Members of one family that are looked at, the earliest.
_MEMBERS = 100
#: Deeds between two sides that are looked through, the newest of each kind.
_DEEDS = 60
_DONE = ("contact", "incident", "measure")


class Voice(StrEnum):
    """What a source is called in an article."""

    PERSON = "person"
    BODY = "body"
    ANONYMOUS = "anonymous"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlet:
    """An outlet by its name, with its records by kind."""

    name: str
    kinds: tuple[Figure, ...]

    @property
    def records(self) -> int:
        """All its records but events, which code the others."""
        return sum(figure.records for figure in self.kinds if figure.what != "event")

    def of(self, kind: str) -> int:
        """How many records of a kind it has."""
        return sum(figure.records for figure in self.kinds if figure.what == kind)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pairing:
    """Two sides of which an outlet tells, and in how many records, articles and families of articles."""

    low: str
    high: str
    records: int
    reports: int
    origins: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """What an outlet printed: how many text versions the store has of it, from when to when (None: not known)."""

    name: str
    articles: int
    first: str | None
    last: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """A statement's number in the store, the side of its source, and what the article calls it."""

    number: int
    side: str | None
    voice: Voice


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """An article of an outlet and the members of its family, without their texts, itself among them."""

    article: Article
    members: tuple[Article, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """A deed that others tell and an outlet does not: one record of it, and how many origins tell it."""

    entry: Entry
    origins: int


def outlets(db: sqlite3.Connection) -> list[Outlet]:
    """Every outlet, those with most records first."""
    kinds: dict[str, dict[str, Figure]] = {}
    for kind in KINDS:
        rows = db.execute(
            "SELECT word, records, reports, origins FROM tally WHERE side = '' AND kind = ? AND by = 'outlet'"
            " AND word <> '' AND records > 0",
            (kind,),
        )
        for name, records, reports, origins in rows:
            figure = Figure(what=kind, records=records, reports=reports, origins=origins)
            kinds.setdefault(name, {})[kind] = figure
    found = (Outlet(name=name, kinds=tuple(told.values())) for name, told in kinds.items())
    return sorted(found, key=lambda one: (-one.records, one.name))


def outlet(db: sqlite3.Connection, name: str) -> Outlet | None:
    """One outlet, in whatever letters its name is written; None where the store has nothing of it."""
    rows = db.execute(
        f"SELECT kind, sum(records), sum(reports), sum(origins), max(word) FROM {NAMED} AND by = 'outlet'"
        f" AND word = ? COLLATE NOCASE AND side = '' AND kind IN {KINDS} AND records > 0 GROUP BY kind",
        (name,),
    ).fetchall()
    printed = run(db, name) if not rows else None
    if not rows and printed is None:
        return None
    told = {kind: Figure(what=kind, records=n, reports=a, origins=o) for kind, n, a, o, _ in rows}
    called = rows[0][4] if rows else printed.name if printed else name
    return Outlet(name=called, kinds=tuple(told[kind] for kind in KINDS if kind in told))


def outlets_like(db: sqlite3.Connection, name: str) -> list[str] | None:
    """Outlets whose names are written much like a name; None where the store has an article of that outlet."""
    if db.execute("SELECT 1 FROM article WHERE outlet = ? COLLATE NOCASE LIMIT 1", (name,)).fetchone():
        return None
    held = [one for (one,) in db.execute("SELECT DISTINCT outlet FROM article WHERE outlet <> ''")]
    spelled = {one.casefold(): one for one in held}
    return [spelled[near] for near in get_close_matches(name.casefold(), spelled)]


def run(db: sqlite3.Connection, name: str) -> Run | None:
    """How much of an outlet the store has, and of which days; None where nothing."""
    of = "FROM article WHERE outlet = ? COLLATE NOCASE AND current = 1"
    (count,) = db.execute(f"SELECT count(*) {of}", (name,)).fetchone()
    if not count:
        return None
    called, last = db.execute(f"SELECT outlet, no {of} ORDER BY no DESC LIMIT 1", (name,)).fetchone()
    (first,) = db.execute(f"SELECT min(no) {of} AND no >= ?", (name, NUMBERS)).fetchone()
    return Run(name=called, articles=count, first=_day(first), last=_day(last))


def _day(number: int | None) -> str | None:
    """The day of publication by which an article is numbered."""
    ordinal = (number or 0) // NUMBERS
    return date.fromordinal(ordinal).isoformat() if ordinal else None


def pairings(db: sqlite3.Connection, name: str, *, limit: int) -> list[Pairing]:
    """The pairs of sides of which an outlet tells most."""
    rows = db.execute(
        f"SELECT side, sum(records), sum(reports), sum(origins) FROM {NAMED} AND by = 'outlet'"
        " AND word = ? COLLATE NOCASE AND kind = '' AND records > 0 GROUP BY side ORDER BY 2 DESC, side LIMIT ?",
        (name, limit),
    )
    pairs = ((side.partition(BETWEEN), *counts) for side, *counts in rows)
    return [Pairing(low=low, high=high, records=n, reports=a, origins=o) for (low, _, high), n, a, o in pairs]


def newest(db: sqlite3.Connection, name: str, *, limit: int = NEWEST) -> list[int]:
    """The numbers of an outlet's newest articles."""
    rows = db.execute(
        "SELECT no FROM article WHERE outlet = ? COLLATE NOCASE AND current = 1 ORDER BY no DESC LIMIT ?", (name, limit)
    )
    return [number for (number,) in rows]


def quoting(db: sqlite3.Connection, articles: Sequence[int]) -> list[Quote]:
    """Whom these articles quote, statement by statement, in their order."""
    rows = db.execute(
        "SELECT record.no, party.side, party.person IS NOT NULL, record.body ->> '$.source.person' IS NOT NULL,"
        " coalesce(record.body ->> '$.source.anonymous', -1)"
        " FROM json_each(?) told CROSS JOIN record INDEXED BY record_article"
        " ON record.article = told.value AND record.kind = 'statement'"
        " LEFT JOIN party ON party.record = record.no AND party.role = 'source' WHERE record.deed IS NOT NULL",
        (json.dumps(list(articles)),),
    )
    return [
        Quote(number=no, side=side, voice=_voice(known or person, hidden)) for no, side, known, person, hidden in rows
    ]


def _voice(person: int, anonymous: int) -> Voice:
    if person:
        return Voice.PERSON
    return Voice.UNKNOWN if anonymous < 0 else Voice.ANONYMOUS if anonymous else Voice.BODY


def standings(db: sqlite3.Connection, articles: Sequence[int]) -> Iterator[Standing]:
    """Those of these articles that are in a family with others, each with its family's earliest members."""
    rows = db.execute(
        "SELECT article.id, family FROM json_each(?) told CROSS JOIN article ON article.no = told.value"
        " WHERE family IS NOT NULL AND EXISTS ("
        "  SELECT 1 FROM article other WHERE other.family = article.family AND other.no <> article.no)",
        (json.dumps(list(articles)),),
    ).fetchall()
    families: dict[str, tuple[Article, ...]] = {}
    for name, family in rows:
        if family not in families:
            families[family] = tuple(_members(db, family))
        mine = next((one for one in families[family] if one.id == name), None)
        if mine and len(families[family]) > 1:
            yield Standing(article=mine, members=families[family])


def _members(db: sqlite3.Connection, family: str) -> Iterator[Article]:
    lines = "SELECT head FROM article WHERE family = ? AND current AND forgotten IS NULL ORDER BY no LIMIT ?"
    for (head,) in db.execute(lines, (family, _MEMBERS)).fetchall():
        article: Article = from_json(json.loads(head) | {"text": ""})
        yield article


def left_out(db: sqlite3.Connection, of: Run, pairs: Sequence[Pairing], *, limit: int) -> list[LeftOut]:
    """Deeds of these pairs that at least two origins tell and the outlet does not, the newest first.

    Only deeds of days between its first and its last article count, and of each pair and kind only the newest.
    """
    missing: dict[str, tuple[str, int, int]] = {}
    for pair in pairs:
        for kind in _DONE:
            for deed, day, number in _deeds(db, pair, kind, of):
                if deed not in missing and (origins := _told_without(db, deed, of.name)):
                    missing[deed] = day, number, origins
    chosen = sorted(missing.values(), reverse=True)[:limit]
    found = {entry.number: entry for entry in by_number(db, (number for _, number, _ in chosen))}
    return [LeftOut(entry=found[number], origins=origins) for _, number, origins in chosen if number in found]


def _deeds(db: sqlite3.Connection, pair: Pairing, kind: str, of: Run) -> Iterator[tuple[str, str, int]]:
    rows = db.execute(
        "SELECT deed, pair.day, pair.record FROM pair JOIN record ON record.no = pair.record"
        " WHERE low = ? AND high = ? AND pair.kind = ? AND pair.day BETWEEN ? AND ? AND deed IS NOT NULL"
        " ORDER BY pair.day DESC, pair.record DESC LIMIT ?",
        (pair.low, pair.high, kind, of.first or "9999", of.last or "", _DEEDS),
    )
    yield from rows.fetchall()


def _told_without(db: sqlite3.Connection, deed: str, outlet: str) -> int:
    """How many origins tell a deed of which the outlet tells nothing; 0 where it does, or fewer than two do."""
    (origins,) = db.execute("SELECT count(DISTINCT family) FROM counted WHERE deed = ?", (deed,)).fetchone()
    if origins < 2:
        return 0
    told = "SELECT 1 FROM counted WHERE deed = ? AND outlet = ? COLLATE NOCASE LIMIT 1"
    return 0 if db.execute(told, (deed, outlet)).fetchone() else int(origins)
