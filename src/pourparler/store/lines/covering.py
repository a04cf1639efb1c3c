"""What the store holds of two sides up to a day: the tellings from which the line between them is drawn."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from pourparler.records import Judgement, Relation
from pourparler.records.coverage import LOOK_BACK, RECENT, Coverage, ReadMonth
from pourparler.store.asking.sides import check_days, in_order
from pourparler.store.judging.judge import STANDING
from pourparler.store.lines.preceding import BY_THEN, before
from pourparler.store.lines.tellings import COLUMNS, Row, place_of, tellings

#: Unless more is asked for, so many records are looked through.
MOST = 1000
#: A deed that is dated by its month or year is listed under the last day of it, which its publication may precede.
AHEAD = 366

_KINDS = ("contact", "incident", "measure")
#: What is said of tellings that a line is judged by.
_LINKS = tuple(
    relation.value
    for relation in (
        Relation.ANSWERS, Relation.FOLLOWS, Relation.READOUT, Relation.CONTRADICTS, Relation.BECAUSE_OF,
        Relation.LIFTS, Relation.BLOCKS,
    )
)  # fmt: skip
_IN_WINDOW = f"""
SELECT {COLUMNS} FROM pair JOIN record ON record.no = pair.record JOIN article ON article.no = record.article
WHERE low = :low AND high = :high AND pair.kind IN {_KINDS} AND pair.day BETWEEN :since AND :ahead AND {BY_THEN}
"""


def cover(db: sqlite3.Connection, one: str, other: str, *, on: str, since: str | None = None) -> Coverage:
    """What was published up to the day ``on`` about two sides, looking back to ``since``.

    Without ``since`` the two years before are looked through, or as many days of them as hold `MOST` records. Raises
    UsageError: both are one side, or ``since`` is later than ``on``.
    """
    low, high = in_order(one, other)
    check_days(since, on)
    whole = later(on, -LOOK_BACK)
    start = since or affordable(db, low, high, whole, on, most=MOST)
    asked = {"low": low, "high": high, "since": start, "on": on, "ahead": later(on, AHEAD)}
    rows = _rows(db, asked)
    return Coverage(
        low=low, high=high, on=on, since=start, cut=since is None and start > whole,
        tellings=tuple(tellings(db, rows)), links=tuple(links_about(db, [row[1] for row in rows])),
        months=tuple(months(db, asked)), undated=_undated(db, asked),
    )  # fmt: skip


def reach(db: sqlite3.Connection, one: str, other: str, *, on: str, since: str) -> str:
    """The first day from ``since`` on that `cover` can go back to with no more than `MOST` records.

    Raises UsageError: both are one side, or ``since`` is later than ``on``.
    """
    low, high = in_order(one, other)
    check_days(since, on)
    return affordable(db, low, high, since, on, most=MOST)


def affordable(
    db: sqlite3.Connection, low: str, high: str, whole: str, on: str, *, most: int, kinds: Sequence[str] = _KINDS
) -> str:
    """The first day from ``whole`` on from which there are no more records of these kinds than ``most``."""
    counts = db.execute(
        f"SELECT day, count(*) FROM pair WHERE low = ? AND high = ? AND kind IN ({', '.join('?' * len(kinds))})"
        " AND day BETWEEN ? AND ? GROUP BY day ORDER BY day DESC",
        (low, high, *kinds, whole, on),
    )
    left = most
    for day, count in counts:
        left -= count
        if left < 0:
            return min(later(day, 1), on)
    return whole


def _rows(db: sqlite3.Connection, asked: Mapping[str, str]) -> list[Row]:
    """Every record of the window, and those before it that a state may still hang on."""
    rows = db.execute(_IN_WINDOW, asked).fetchall()
    return rows + before(db, asked, shown={place_of(row) for row in rows}, first=asked["on"])


def links_about(db: sqlite3.Connection, ids: Iterable[str]) -> Iterator[Judgement]:
    """The links that stand about these records, each once."""
    chosen = f"relation IN {_LINKS} AND {STANDING}"
    rows = db.execute(
        f"SELECT relation, subject, object, score FROM json_each(?1) told"
        f" JOIN judgement ON judgement.subject = told.value WHERE {chosen}"
        f" UNION SELECT relation, subject, object, score FROM json_each(?1) told"
        f" JOIN judgement ON judgement.object = told.value WHERE {chosen} ORDER BY 1, 2, 3",
        (json.dumps(list(ids)),),
    )
    for relation, subject, other, score in rows:
        yield Judgement(relation=relation, subject=subject, object=other, score=score)


def months(db: sqlite3.Connection, asked: Mapping[str, str]) -> Iterator[ReadMonth]:
    """When articles told of the two sides, by publication: of the window and of what is recent, at least."""
    start = min(asked["since"], later(asked["on"], -RECENT))
    rows = db.execute(
        "SELECT substr(coverage.day, 1, 7), count(*), count(DISTINCT coalesce(article.family, article.id))"
        " FROM coverage JOIN article ON article.no = coverage.article"
        " WHERE low = ? AND high = ? AND coverage.day BETWEEN ? AND ? GROUP BY 1 ORDER BY 1",
        (asked["low"], asked["high"], f"{start[:7]}-01", asked["on"]),
    )
    for month, articles, origins in rows:
        yield ReadMonth(month=month, articles=articles, origins=origins)


def _undated(db: sqlite3.Connection, asked: Mapping[str, str]) -> int:
    (count,) = db.execute(
        f"SELECT count(*) FROM pair WHERE low = :low AND high = :high AND kind IN {_KINDS} AND day = ''", asked
    ).fetchone()
    return int(count)


def later(day: str, days: int) -> str:
    """So many days later, within the calendar."""
    number = date.fromisoformat(day).toordinal() + days
    return date.fromordinal(min(max(number, 1), date.max.toordinal())).isoformat()


def quotes(db: sqlite3.Connection, ids: Iterable[str]) -> dict[str, str]:
    """The words on which each of these records rests: those around its trigger."""
    rows: Iterable[tuple[str, str]] = db.execute(
        "SELECT record.id, coalesce((SELECT json_extract(one.value, '$.text') FROM json_each(body, '$.evidence') one"
        "   WHERE json_extract(one.value, '$.start') <= record.start"
        "     AND json_extract(one.value, '$.end') >= record.\"end\" LIMIT 1), words)"
        " FROM json_each(?) told JOIN record ON record.id = told.value",
        (json.dumps(sorted(ids)),),
    )
    return dict(rows)
