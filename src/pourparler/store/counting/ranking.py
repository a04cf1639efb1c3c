"""Who has most to do with others, and what there is at all: read off the counts that are kept."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

#: From side to side of those that are counted.
_BUSIEST = """
WITH RECURSIVE sides (side) AS (
  SELECT min(side) FROM tally WHERE side > ''
  UNION ALL
  SELECT (SELECT min(side) FROM tally WHERE tally.side > sides.side) FROM sides WHERE side IS NOT NULL
)
SELECT side, coalesce((
  SELECT sum(events) FROM tally WHERE tally.side = sides.side AND kind = 'contact' AND by = 'year' AND word >= ?
), 0) AS contacts
FROM sides WHERE contacts > 0 ORDER BY contacts DESC, side LIMIT ?
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Busy:
    """A side, and in how many steps of contact it has a part."""

    side: str
    contacts: int


def busiest_sides(db: sqlite3.Connection, *, limit: int, since: str = "") -> Iterator[Busy]:
    """The sides with the most steps of contact in the years from ``since`` on, as 2023, the busiest first."""
    for side, contacts in db.execute(_BUSIEST, (since, limit)):
        yield Busy(side=side, contacts=contacts)


def pairs_in_contact(db: sqlite3.Connection, sides: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Which two of some sides have steps of contact with each other, each pair in the order of the alphabet."""
    for place, low in enumerate(sorted(sides)):
        for high in sorted(sides)[place + 1 :]:
            there = "SELECT 1 FROM pair WHERE low = ? AND high = ? AND kind = 'contact' LIMIT 1"
            if db.execute(there, (low, high)).fetchone():
                yield low, high


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """How many deeds of a kind of record there are, and how many records tell them."""

    kind: str
    events: int
    records: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Holdings:
    """What a store holds: articles that were read, skipped as not of the field, or failed; records by their kind."""

    read: int
    skipped: int
    failed: int
    newest: str | None
    kinds: tuple[Kind, ...]


def newest_day(db: sqlite3.Connection) -> str | None:
    """The day of the newest article; None where no day of any is known."""
    (day,) = db.execute("SELECT max(published_from) FROM article").fetchone()
    return str(day)[:10] if day else None


def holdings(db: sqlite3.Connection) -> Holdings:
    """What the store holds. It looks at every reading: half a second for a million articles."""
    outcomes = dict(db.execute("SELECT outcome, count(*) FROM reading WHERE current GROUP BY outcome").fetchall())
    kinds = db.execute(
        "SELECT kind, sum(events), sum(records) FROM tally WHERE side = '' AND by = 'year' GROUP BY kind ORDER BY kind"
    )
    return Holdings(
        read=outcomes.get("read", 0), skipped=outcomes.get("skipped", 0), failed=outcomes.get("failed", 0),
        newest=newest_day(db),
        kinds=tuple(Kind(kind=kind, events=events, records=records) for kind, events, records in kinds),
    )  # fmt: skip
