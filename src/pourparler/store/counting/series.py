"""Counting: how many events, reports and origins there are, by month, pair, status and the like."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass

from pourparler.store.asking.narrowing import Filter, Query
from pourparler.store.counting.tallying import KEPT, By, kept, side_of_pair

__all__ = ["By", "Tally", "series"]

#: The words of ``counted`` by which each is told.
_WORDS = {
    By.MONTH: "substr(counted.day, 1, 7)",
    By.YEAR: "substr(counted.day, 1, 4)",
    By.TYPE: "counted.type",
    By.CHANNEL: "counted.channel",
    By.LEVEL: "counted.level",
    By.OUTLET: "counted.outlet",
    By.PAIR: "counted.pairs",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """What is counted together: so many deeds (events), told in so many records, articles (reports) and families of
    articles (origins).
    """

    group: tuple[str, ...]
    events: int
    records: int
    reports: int
    origins: int


def series(db: sqlite3.Connection, wanted: Filter, by: tuple[By, ...]) -> Iterator[Tally]:
    """The counts of what the filter lets through, in the order of the groups; an unknown value is an empty word."""
    kinds, sides, pair = wanted.kinds[:1], wanted.involving[:1], wanted.between
    if kinds and by in KEPT and wanted == Filter(kinds=kinds, involving=sides):
        rows = kept(db, kinds[0], by, *sides)
    elif kinds and by == (By.PAIR,) and pair and wanted == Filter(kinds=kinds, between=pair):
        rows = kept(db, kinds[0], by, side_of_pair(*sorted(pair)))
    else:
        rows = Query(db, wanted).counts([_WORDS[one] for one in by])
    for *group, events, records, reports, origins in sorted(rows):
        yield Tally(group=tuple(group), events=events, records=records, reports=reports, origins=origins)
