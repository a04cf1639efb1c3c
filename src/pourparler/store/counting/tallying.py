"""Tallies: the counts that are kept, so that a series over everything is read, not counted."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Sequence
from enum import StrEnum
from itertools import combinations, groupby
from operator import itemgetter
from typing import Any

from pourparler.store.counting.sums import BETWEEN, SUMS, WORDS


class By(StrEnum):
    """What is counted together."""

    MONTH = "month"
    YEAR = "year"
    TYPE = "type"
    CHANNEL = "channel"
    LEVEL = "level"
    OUTLET = "outlet"
    PAIR = "pair"


#: What is counted together in the tallies; anything else is counted when it is asked for.
KEPT = tuple(tuple(map(By, names.split())) for names in WORDS)
#: What makes each count: a deed, record, article or family counts once in every cell that it has a record in.
_COUNTS = ("deed", "record", "article", "family")
#: The records that have changed, and those that rest on statements that have.
_RESTING = (
    "SELECT record FROM changed UNION SELECT credit.record FROM changed JOIN record said ON said.no = changed.record"
    " JOIN credit ON credit.statement = said.id"
)
_KEEP = """
INSERT INTO tally VALUES (?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (side, kind, by, word) DO UPDATE SET
  events = events + excluded.events, records = records + excluded.records,
  reports = reports + excluded.reports, origins = origins + excluded.origins
"""

#: A side ("": all), a kind, what is counted together, what it has in common: ("NOR", "contact", "month", "2024-03").
Cell = tuple[str, str, str, str]


def settle(db: sqlite3.Connection) -> None:
    """Counts what has changed since it was last counted, in the caller's transaction."""
    if db.execute("SELECT 1 FROM changed LIMIT 1").fetchone() is None:
        return
    names = [json.dumps(_names(db, what)) for what in _COUNTS]
    deltas: defaultdict[Cell, list[int]] = defaultdict(lambda: [0] * len(_COUNTS))
    _add(db, names, deltas, -1)
    for table, which in (("counted", "SELECT record FROM changed"), ("voice", _RESTING)):
        db.execute(f"DELETE FROM {table} WHERE record IN ({which})")
        db.execute(f"INSERT INTO {table} {SUMS[table]} AND record.no IN ({which})")
    _add(db, names, deltas, 1)
    db.executemany(_KEEP, [(*cell, *numbers) for cell, numbers in deltas.items() if any(numbers)])
    fewer = [cell for cell, numbers in deltas.items() if min(numbers) < 0]
    db.executemany("DELETE FROM tally WHERE side = ? AND kind = ? AND by = ? AND word = ? AND records = 0", fewer)
    db.execute("DELETE FROM changed")


def _names(db: sqlite3.Connection, what: str) -> list[Any]:
    """The deeds, records, articles or families that have changed, as they were and as they are."""
    now = {
        "deed": "SELECT deed FROM record WHERE no IN (SELECT record FROM changed)",
        "record": "SELECT record FROM changed",
        "article": "SELECT article FROM record WHERE no IN (SELECT record FROM changed)",
        "family": "SELECT coalesce(family, article.id) FROM record JOIN article ON article.no = record.article"
        " WHERE record.no IN (SELECT record FROM changed)",
    }[what]
    before = f"SELECT {what} FROM counted WHERE record IN (SELECT record FROM changed)"
    return [name for (name,) in db.execute(f"{now} UNION {before}")]


def _add(db: sqlite3.Connection, names: Sequence[str], deltas: defaultdict[Cell, list[int]], sign: int) -> None:
    """Adds what these deeds, records, articles and families count for, as they stand in ``counted``."""
    for place, (what, of) in enumerate(zip(_COUNTS, names, strict=True)):
        rows = db.execute(
            f"SELECT {what}, kind, day, type, channel, level, outlet, pairs, sides, people FROM counted"
            f" WHERE {what} IN (SELECT value FROM json_each(?)) AND deed IS NOT NULL ORDER BY {what}",
            (of,),
        )
        for _, group in groupby(rows, key=itemgetter(0)):
            for cell in {cell for row in group for cell in _cells(*row[1:])}:
                deltas[cell][place] += sign


def _cells(
    kind: str, day: str, type: str, channel: str, level: str, outlet: str, pairs: str, sides: str, people: str
) -> Iterator[Cell]:
    """The cells in which a record counts."""
    among = sides.split(BETWEEN)
    words = (day[:7], day[:4], type, channel, level, outlet, pairs, f"{day[:7]} {type}")  # in the order of `WORDS`
    told = list(zip(WORDS, words, strict=True))
    yield from ((side, kind, *cell) for side in {"", *among} for cell in told)
    if pairs:
        every = pairs.split(", ")
        for pair in (side_of_pair(*two) for two in combinations(among, 2) if " ".join(two) in every):
            yield pair, kind, "pair", pairs
            if kind != "event":
                yield pair, "", "outlet", outlet
    if people:
        yield from _named(kind, type, json.loads(people))


def side_of_pair(low: str, high: str) -> str:
    """Under which side the tallies count what two sides have with each other."""
    return f"{low}{BETWEEN}{high}"


def _named(kind: str, type: str, people: Sequence[tuple[str, str, int]]) -> Iterator[Cell]:
    """The cells in which a record counts for the people in it."""
    for name, side, speaks in people:
        yield "", kind, "person", name
        if kind == "event":
            continue
        yield "", "", "person", name
        yield side, "", "person", name
        if kind == "contact" or (kind == "statement" and speaks):
            yield "", kind, "person type", f"{name}{BETWEEN}{type}"


def kept(db: sqlite3.Connection, kind: str, by: Sequence[By], side: str = "") -> Iterator[tuple[Any, ...]]:
    """The groups of all records of a kind, or of those of a side, with their events, records, reports and origins."""
    rows = db.execute(
        "SELECT word, events, records, reports, origins FROM tally WHERE side = ? AND kind = ? AND by = ?",
        (side, kind, " ".join(by)),
    )
    return ((*word.split(" ", len(by) - 1), *counts) for word, *counts in rows)
