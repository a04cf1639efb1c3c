"""Totals: how many events, records, reports and origins a filter lets through, where that is cheap to tell."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice

from pourparler.store.asking.narrowing import Filter, Query
from pourparler.store.counting.tallying import By, kept, side_of_pair

#: So many records are counted one by one.
MOST_COUNTED = 2_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Total:
    """How much there is; only ``records`` is told where nobody has kept the rest and it is too much to count."""

    records: int
    events: int | None = None
    reports: int | None = None
    origins: int | None = None


def total(db: sqlite3.Connection, wanted: Filter, most: int = MOST_COUNTED) -> Total | None:
    """What the filter lets through: as it is kept, else counted; None where there are more records than ``most``."""
    return _kept(db, wanted) or _counted(db, wanted, most) or _of_pair(db, wanted)


def _kept(db: sqlite3.Connection, wanted: Filter) -> Total | None:
    """The total of a kind, or of it and one side: of all records, or of one type, channel, level or outlet."""
    side = wanted.involving[0] if len(wanted.involving) == 1 else ""
    whole = Filter(kinds=wanted.kinds, involving=wanted.involving)
    if len(wanted.kinds) != 1 or len(wanted.involving) > 1:
        return None
    if wanted == whole:
        rows = list(kept(db, wanted.kinds[0], (By.TYPE,), side))
        return Total(records=sum(row[2] for row in rows)) if len(rows) != 1 else _total(rows[0])
    for by, word, narrowed in _words(wanted, whole):
        if wanted == narrowed:
            found = [row for row in kept(db, wanted.kinds[0], (by,), side) if row[0] == word]
            return _total(found[0]) if found else None
    return None


def _of_pair(db: sqlite3.Connection, wanted: Filter) -> Total | None:
    """The total of a kind and two sides: of those with whom nobody else has a part, all counts."""
    pair = wanted.between
    if pair is None or len(wanted.kinds) != 1 or wanted != Filter(kinds=wanted.kinds, between=pair):
        return None
    rows = list(kept(db, wanted.kinds[0], (By.PAIR,), side_of_pair(*sorted(pair))))
    return _total(rows[0]) if len(rows) == 1 else Total(records=sum(row[2] for row in rows))


def _words(wanted: Filter, whole: Filter) -> Iterator[tuple[By, str, Filter]]:
    """What is asked for by one word, and the filter that asks for nothing else."""
    for by, field in ((By.TYPE, "types"), (By.CHANNEL, "channels"), (By.LEVEL, "levels")):
        if len(held := getattr(wanted, field)) == 1:
            yield by, held[0], replace(whole, **{field: held})
    if wanted.outlet:
        yield By.OUTLET, wanted.outlet, replace(whole, outlet=wanted.outlet)


def _total(row: tuple[str, int, int, int, int]) -> Total:
    _, events, records, reports, origins = row
    return Total(records=records, events=events, reports=reports, origins=origins)


def _counted(db: sqlite3.Connection, wanted: Filter, most: int) -> Total | None:
    columns = "record.no, record.day, coalesce(record.deed, record.id), article.no, coalesce(family, article.id)"
    rows = list(islice(Query(db, wanted).listed(columns), most + 1))
    if len(rows) > most:
        return None
    events, reports, origins = (len({row[place] for row in rows}) for place in (2, 3, 4))
    return Total(records=len(rows), events=events, reports=reports, origins=origins)
