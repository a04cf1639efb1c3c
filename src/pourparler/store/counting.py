"""Counting: how many events, reports and origins there are, by month, pair, status and the like."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from pourparler.store.asking import Filter, Query


class By(StrEnum):
    """What is counted together."""

    MONTH = "month"
    YEAR = "year"
    TYPE = "type"
    CHANNEL = "channel"
    LEVEL = "level"
    OUTLET = "outlet"
    PAIR = "pair"


_COLUMNS = {
    By.MONTH: "substr({lead}.day, 1, 7)",
    By.YEAR: "substr({lead}.day, 1, 4)",
    By.TYPE: "record.type",
    By.CHANNEL: "record.channel",
    By.LEVEL: "record.level",
    By.OUTLET: "article.outlet",
    By.PAIR: "(SELECT group_concat(low || ' ' || high, ', ') FROM pair p WHERE p.record = record.no)",
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
    query = Query(wanted)
    groups = ", ".join(f"coalesce({_COLUMNS[one].format(lead=query.lead)}, '')" for one in by)
    counts = (
        "count(DISTINCT record.deed), count(*),"
        " count(DISTINCT article.no), count(DISTINCT coalesce(article.family, article.id))"
    )
    order = ", ".join(str(k + 1) for k in range(len(by)))
    lines = f"{query.select(f'{groups}, {counts}')} GROUP BY {order} ORDER BY {order}"
    for *group, events, records, reports, origins in db.execute(lines, query.values):
        yield Tally(group=tuple(group), events=events, records=records, reports=reports, origins=origins)
