"""Counting: how many events, reports and origins there are, by month, pair, status and the like."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from pourparler.store.narrowing import Filter, Query
from pourparler.store.tallying import KEPT, By, kept

__all__ = ["By", "Tally", "series"]

_COLUMNS = {
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
    whole = len(wanted.kinds) == 1 and wanted == Filter(kinds=wanted.kinds)
    counts = kept(db, wanted.kinds[0], by) if whole and by in KEPT else _counted(db, wanted, by)
    for group, (events, records, reports, origins) in sorted(counts):
        yield Tally(group=group, events=events, records=records, reports=reports, origins=origins)


@dataclass(slots=True)
class _Told:
    """What is counted together, as far as it was seen."""

    records: int = 0
    deeds: set[str] = field(default_factory=set)
    articles: set[int] = field(default_factory=set)
    families: set[str] = field(default_factory=set)


def _counted(
    db: sqlite3.Connection, wanted: Filter, by: tuple[By, ...]
) -> Iterator[tuple[tuple[str, ...], tuple[int, int, int, int]]]:
    told: defaultdict[tuple[str, ...], _Told] = defaultdict(_Told)
    columns = ", ".join(["counted.deed", "counted.article", "counted.family", *(_COLUMNS[one] for one in by)])
    for deed, article, family, *group in Query(db, wanted).counted(columns):
        seen = told[tuple(group)]
        seen.records += 1
        seen.deeds.update((deed,) if deed else ())
        seen.articles.add(article)
        seen.families.add(family)
    for key, seen in told.items():
        yield key, (len(seen.deeds), seen.records, len(seen.articles), len(seen.families))
