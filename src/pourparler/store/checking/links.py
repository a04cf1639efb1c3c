"""Judgements against what they are about, and groups and marks against the judgements that stand."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Iterable, Iterator

from pourparler.records import Relation
from pourparler.records.ids import PREFIXES
from pourparler.store.checking.faults import Cure, Fault, Tell, counted, curable
from pourparler.store.filing.linking import STRAY
from pourparler.store.judging.judge import DEED, REJECTED, SPLIT_OFF, STANDING, THREAD

_THING = re.compile(rf"({'|'.join(PREFIXES.values())})-[0-9a-f]+")
_MONTH = re.compile(r"\d{4}-(0[1-9]|1[0-2])")


def check_links(db: sqlite3.Connection, tell: Tell) -> Iterator[Fault]:
    """Faults of judgements, deeds, threads, families, and of what is noted for linking."""
    yield from _judgements(db, tell)
    yield from _deeds(db, tell)
    yield from _families(db)
    yield from _marks(db, tell)


def _judgements(db: sqlite3.Connection, tell: Tell) -> Iterator[Fault]:
    (every,) = db.execute("SELECT count(*) FROM judgement").fetchone()
    rows = db.execute(
        "SELECT no, id, kind, relation, subject, object, value, reasons, withdrawn_by, withdrawn_at FROM judgement"
    )
    for number, name, kind, relation, subject, other, value, reasons, by, at in counted(
        rows, tell, "judgements", every
    ):
        if not _is_json(value) or not _is_json(reasons):
            yield curable(name, "its value or reasons are no JSON", Cure.WITHDRAW, name)
        if (by is None) != (at is None):
            yield curable(name, "is withdrawn by nobody, or at no time", Cure.WITHDRAW, name)
        if kind == "review":
            if at is None and name != f"re-{subject}-{number}":
                what = "is a review under an id that is none of a review, so that nobody heeds it"
                yield curable(name, what, Cure.WITHDRAW, name)
        elif at is None:
            yield from _ends(db, name, relation, [end for end in (subject, other) if end])


def _is_json(value: str | None) -> bool:
    try:
        json.loads("null" if value is None else value)
    except ValueError:
        return False
    return True


def _ends(db: sqlite3.Connection, name: str, relation: str, ends: Iterable[str]) -> Iterator[Fault]:
    """A link one end of which is gone; names of people and the like are no ends."""
    there = "SELECT 1 FROM record WHERE id = ?1 UNION ALL SELECT 1 FROM article WHERE id = ?1"
    for end in ends:
        if _THING.fullmatch(end) and db.execute(there, (end,)).fetchone() is None:
            what = f"ties ({relation}) {' and '.join(ends)}, one of which is gone"
            yield curable(name, what, Cure.RELINK, name)
            return


class _Groups:
    """Things that hang together, each group by its smallest name."""

    def __init__(self, ties: Iterable[tuple[str, str]]) -> None:
        self._above: dict[str, str] = {}
        self.tie(ties)

    def tie(self, ties: Iterable[tuple[str, str]]) -> None:
        for ends in ties:
            one, other = map(self.name_of, ends)
            self._above[max(one, other)] = min(one, other)

    def name_of(self, thing: str) -> str:
        while (above := self._above.get(thing, thing)) != thing:
            self._above[thing] = self._above.get(above, above)
            thing = above
        return thing


def _deeds(db: sqlite3.Connection, tell: Tell) -> Iterator[Fault]:
    """Records that are not in the deed or thread into which the links that stand put them."""
    tell("checking deeds and threads")
    there = f"EXISTS (SELECT 1 FROM record WHERE record.id = judgement.{{end}} AND NOT {REJECTED})"
    deeds, threads = (
        _Groups(
            db.execute(
                f"SELECT subject, object FROM judgement WHERE relation IN {relations} AND {STANDING}"
                f" AND {there.format(end='subject')} AND {there.format(end='object')}"
            )
        )
        for relations in (DEED, THREAD)
    )
    events = list(_same_events(db, deeds))
    for group in (deeds, threads):
        group.tie(events)
    (every,) = db.execute("SELECT count(*) FROM record").fetchone()
    rows = db.execute(f"SELECT id, deed, thread, {REJECTED} FROM record")
    for name, deed, thread, left_out in counted(rows, tell, "deeds and threads", every):
        expected = [None, None] if left_out else [deeds.name_of(name), threads.name_of(name)]
        if [deed, thread] != expected:
            told = " and ".join(str(one) for one in dict.fromkeys(expected))
            what = f"is in deed {deed} and thread {thread}; the links that stand put it into {told}"
            yield curable(name, what, Cure.REGROUP, name)


def _same_events(db: sqlite3.Connection, deeds: _Groups) -> Iterator[tuple[str, str]]:
    """Events of one type that code records of one deed, two by two."""
    first: dict[tuple[str, str], str] = {}
    rows = db.execute(
        "SELECT record.id, record.type, record.codes FROM record JOIN record coded ON coded.id = record.codes"
        f" WHERE NOT {REJECTED} AND NOT {SPLIT_OFF} AND NOT {REJECTED.replace('record.', 'coded.')}"
    )
    for name, type_, codes in rows:
        yield first.setdefault((deeds.name_of(codes), type_), name), name


def _families(db: sqlite3.Connection) -> Iterator[Fault]:
    links = f"SELECT subject, object FROM judgement WHERE relation = '{Relation.FAMILY}' AND {STANDING}"
    families = _Groups(db.execute(links))
    for name, current, family in db.execute("SELECT id, current, family FROM article WHERE family IS NOT NULL"):
        if not current:
            what = "was superseded by another text version, but is in a family"
            yield curable(name, what, Cure.FAMILY, name)
        elif family != families.name_of(name):
            what = f"is in family {family}; the links that stand put it into {families.name_of(name)}"
            yield curable(name, what, Cure.FAMILY, name)


def _marks(db: sqlite3.Connection, tell: Tell) -> Iterator[Fault]:
    """Marks for linking that name no month of sides, and links that no mark would ever take out."""
    tell("checking marks for linking")
    for row, low, high, month in db.execute("SELECT low || ' ' || high || ' ' || month, * FROM to_link"):
        if not low or low == high or (high and high < low) or not _MONTH.fullmatch(month):
            yield curable("to_link", f"{row!r} is no month of sides", Cure.UNMARK, row)
    for name, scope in db.execute(f"SELECT id, scope FROM judgement WHERE {STRAY}"):
        what = f"was made between records of {scope}, to which one of them does not belong"
        yield curable(name, what, Cure.RELINK, name)
