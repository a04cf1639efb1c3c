"""What was known of the contacts of two sides on each of many days, and as little as their state on one hangs on."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence

from pourparler.records import Channel, Factuality, Level, Status
from pourparler.records.coverage import RECENT, Chronicle, Coverage, Heard, ReadDay
from pourparler.store.asking.sides import check_days, in_order
from pourparler.store.lines.covering import (
    AHEAD,
    affordable,
    later,
    links_about,
    months,
)
from pourparler.store.lines.preceding import BY_THEN, LIFTS, before, before_at
from pourparler.store.lines.tellings import COLUMNS, Row, place_of, tellings

#: Contacts that are looked through at once, for a course and for one state.
MOST, FEW = 1000, 300
_CONTACTS = ("contact",)
_IN_SPAN = f"""
SELECT {COLUMNS} FROM pair JOIN record ON record.no = pair.record
JOIN article ON article.no = record.article
WHERE low = :low AND high = :high AND pair.kind = 'contact' AND pair.day BETWEEN :since AND :ahead AND {BY_THEN}
"""
#: What cuts a line however long ago it was.
_CUTS = (Status.SUSPENDED,)
_DONE = (Factuality.ACTUAL, Factuality.ONGOING, Factuality.HABITUAL, Factuality.NEGATED)


def chronicle(
    db: sqlite3.Connection, one: str, other: str, *, first: str, last: str, most: int | None = None
) -> Chronicle:
    """What was known of two sides from a day to another, or from a later one on, with ``most`` contacts, else `MOST`.

    Raises UsageError: both are one side, or ``first`` is later than ``last``.
    """
    low, high = in_order(one, other)
    check_days(first, last)
    start = affordable(db, low, high, later(first, -RECENT), last, most=most or MOST, kinds=_CONTACTS)
    begins = max(first, start)
    asked = {"low": low, "high": high, "since": start, "on": last, "ahead": later(last, AHEAD)}
    rows = _lasting(db, asked, begins)
    told = tellings(db, [row for row, _, _ in rows], whole=False)
    return Chronicle(
        low=low, high=high, start=start, first=begins, last=last, cut=begins > first,
        heard=tuple(
            Heard(telling=telling, since=since, until=until)
            for telling, (_, since, until) in zip(told, rows, strict=True)
        ),
        links=tuple(links_about(db, [row[1] for row, _, _ in rows])), read=tuple(_read(db, asked, begins)),
    )  # fmt: skip


#: A row, since when it is looked at, and from which day on no longer.
_Lasting = tuple[Row, str, str | None]


def _lasting(db: sqlite3.Connection, asked: Mapping[str, str], begins: str) -> list[_Lasting]:
    """The rows that `cover` gives on any day of the span, and on which days it does."""
    rows = [(row, max(_known(row), later(row[-1], -AHEAD))) for row in db.execute(_IN_SPAN, asked)]
    shown: dict[str, str] = {}
    for row, since in rows:
        shown[place_of(row)] = min(since, shown.get(place_of(row), since))
    old = before(db, asked, shown=[place for place, since in shown.items() if since <= begins], first=begins)
    return [
        *((row, since, None) for row, since in rows),
        *(one for newest in old for one in _stairs(db, asked, newest, begins, shown.get(place_of(newest)))),
    ]


def _stairs(
    db: sqlite3.Connection, asked: Mapping[str, str], newest: Row, begins: str, until: str | None
) -> Iterator[_Lasting]:
    """The last record of a place from before the span, and those that were the last before it was published."""
    row: Row | None = newest
    while row:
        since = _known(row)
        if until is None or since < until:
            yield row, since, until
            until = since
        if since <= begins:
            return
        row = next(iter(before_at(db, {**asked, "on": later(since, -1)}, [place_of(row)])), None)


def _known(row: Row) -> str:
    """The day on which a row was published, else its own."""
    return str(row[-2] or row[-1])


def _read(db: sqlite3.Connection, asked: Mapping[str, str], begins: str) -> Iterator[ReadDay]:
    """On which days families of articles told of the two sides for the first time in a month."""
    rows = db.execute(
        "SELECT first, count(*) FROM (SELECT min(coverage.day) first FROM coverage"
        " JOIN article ON article.no = coverage.article WHERE low = ? AND high = ? AND coverage.day BETWEEN ? AND ?"
        " GROUP BY substr(coverage.day, 1, 7), coalesce(article.family, article.id)) GROUP BY first ORDER BY first",
        (asked["low"], asked["high"], f"{later(begins, -RECENT)[:7]}-01", asked["on"]),
    )
    for day, origins in rows:
        yield ReadDay(day=day, origins=origins)


def glance(db: sqlite3.Connection, one: str, other: str, *, on: str) -> Coverage:
    """As much of what was published up to a day about two sides as their state on it hangs on, and months to match.

    These are the steps of the recent days, the last suspension of each place before them and what may have lifted it,
    and the lines there are of channels that were cut at all levels. Raises UsageError: both are one side.
    """
    low, high = in_order(one, other)
    start = affordable(db, low, high, later(on, 1 - RECENT), on, most=FEW, kinds=_CONTACTS)
    asked = {"low": low, "high": high, "since": start, "on": on, "ahead": later(on, AHEAD)}
    rows = db.execute(_IN_SPAN, asked).fetchall()
    cuts = before_at(db, asked, _places(Channel, Level, _CUTS))
    rows += cuts
    rows += _lifting(before_at(db, asked, _places({row[7] for row in cuts}, Level, LIFTS)), cuts)
    everywhere = {row[7] for row in rows if row[3] in _CUTS and row[6] == Level.UNSPECIFIED}
    if _hangs_on_hotline(rows):
        everywhere.add(Channel.HOTLINE)
    rows += _levels(db, asked, everywhere, rows)
    return Coverage(
        low=low, high=high, on=on, since=start, tellings=tuple(tellings(db, rows, whole=False)),
        links=tuple(links_about(db, [row[1] for row in rows])), months=tuple(months(db, asked)),
    )  # fmt: skip


def _lifting(rows: Sequence[Row], cuts: Iterable[Row]) -> list[Row]:
    """Of what may have ended suspensions that which is not older than the first of its channel."""
    first: dict[str, str] = {}
    for cut in cuts:
        first[cut[7]] = min(cut[-1], first.get(cut[7], cut[-1]))
    return [row for row in rows if row[-1] >= first[row[7]]]


def _levels(
    db: sqlite3.Connection, asked: Mapping[str, str], channels: Iterable[str], rows: Iterable[Row]
) -> list[Row]:
    """A step of each level at which these channels were ever used and of which there is none among the rows."""
    known, found = {(row[7], row[6]) for row in rows}, list[Row]()
    for status in Status:
        for channel in channels:
            left = [level for level in Level if (channel, level) not in known]
            told = before_at(db, asked, _places([channel], left, [status]))
            known |= {(row[7], row[6]) for row in told}
            found += told
    return found


def _hangs_on_hotline(rows: Iterable[Row]) -> bool:
    """Whether a step over a hotline has no level, and may have that at which the hotline was used before."""
    levels = {row[6] for row in rows if row[7] == Channel.HOTLINE}
    return Level.UNSPECIFIED in levels and len(levels) <= 2


def _places(channels: Iterable[str], levels: Iterable[str], statuses: Iterable[str]) -> list[str]:
    """Every place of these, told as done or denied."""
    return [
        f"{level} {channel} {status} {done}"
        for channel in channels
        for level in levels
        for status in statuses
        for done in _DONE
    ]
