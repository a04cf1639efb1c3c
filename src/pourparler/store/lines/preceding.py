"""What came before a window: the steps that the state of a line may still hang on, however long ago they were."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from pourparler.records import Factuality, Status
from pourparler.records.coverage import RECENT
from pourparler.store.lines.tellings import COLUMNS, Row

#: Published by the day, of what no publication is known, by its own; and not rejected, which is to be in no deed.
_KNOWN = "coalesce(article.published_from, nullif(record.day, ''))"
BY_THEN = f"{_KNOWN} <= :on AND record.deed IS NOT NULL"

#: What may end a suspension, and by what the sides have dealt with each other.
LIFTS = (Status.HELD, Status.ESTABLISHED, Status.OPEN, Status.RESUMED)
_DEALINGS = (
    Status.HELD, Status.ACCEPTED, Status.SCHEDULED, Status.DECLINED, Status.POSTPONED, Status.CANCELLED,
    Status.ESTABLISHED, Status.RESUMED,
)  # fmt: skip
#: Of each line the last of each of these are kept, and as many of all: one may turn out to be disputed.
_KINDS = ((Status.SUSPENDED,), LIFTS, (Status.HELD,), _DEALINGS, tuple(Status))
_EACH = 2

_NEWEST = f"""
SELECT record.no FROM step JOIN record ON record.no = step.record JOIN article ON article.no = record.article
WHERE low = :low AND high = :high AND step.place = places.place AND step.day > '' AND step.day < :since AND {BY_THEN}
ORDER BY step.day DESC, record.id DESC LIMIT 1
"""
#: Words of a place by which its steps are told as done, or denied, or announced: what a state may still hang on.
_TELLING = " OR ".join(
    f"place GLOB '* {word}'" for word in ("actual", "ongoing", "habitual", "negated", "scheduled planned")
)
#: From place to place of the two sides, and of each that the window does not show the last record before it.
_LAST = f"""
WITH RECURSIVE places (place) AS (
  SELECT min(place) FROM step WHERE low = :low AND high = :high
  UNION ALL
  SELECT (SELECT min(place) FROM step WHERE low = :low AND high = :high AND step.place > places.place)
  FROM places WHERE place IS NOT NULL
), last (place, no) AS (
  SELECT place, ({_NEWEST}) FROM places
  WHERE place IS NOT NULL AND ({_TELLING}) AND place NOT IN (SELECT value FROM json_each(:shown))
)
SELECT place, record.no, record.day, {_KNOWN} FROM last
JOIN record ON record.no = last.no JOIN article ON article.no = record.article
ORDER BY record.day DESC, record.id DESC
"""
_ROWS = f"""
SELECT {COLUMNS} FROM json_each(:chosen) JOIN record ON record.no = value
JOIN article ON article.no = record.article ORDER BY record.no
"""
_AT = f"""
WITH places (place) AS (SELECT value FROM json_each(:places)), last (no) AS (SELECT ({_NEWEST}) FROM places)
SELECT {COLUMNS} FROM last JOIN record ON record.no = last.no JOIN article ON article.no = record.article
"""


def before(db: sqlite3.Connection, asked: Mapping[str, str], *, shown: Iterable[str], first: str) -> list[Row]:
    """The last records before ``since``, of places that are not shown, that a state on ``first`` or later hangs on.

    Of each level and channel these are the last suspensions, what may have lifted them, when the sides met and when
    they dealt with each other; of the days that are recent on ``first``, or of what was published later, all.
    """
    last = db.execute(_LAST, {**asked, "shown": json.dumps(sorted(shown))})
    return db.execute(_ROWS, {"chosen": json.dumps(list(_that_matter(last, first)))}).fetchall()


def before_at(db: sqlite3.Connection, asked: Mapping[str, str], places: Iterable[str]) -> list[Row]:
    """The last record before ``since`` of each of these places."""
    return db.execute(_AT, {**asked, "places": json.dumps(sorted(places))}).fetchall()


def _that_matter(last: Iterable[tuple[str, int, str, str]], first: str) -> Iterator[int]:
    """The numbers of what a state may hang on, of places with their last records, the newest first."""
    recent = date.fromordinal(max(date.fromisoformat(first).toordinal() - RECENT, 1)).isoformat()
    kept: Counter[tuple[str, tuple[Status, ...], bool]] = Counter()
    for place, number, day, known in last:
        line, status, told = place.rsplit(" ", 2)
        fits = [(line, kind, told == Factuality.NEGATED) for kind in _KINDS if status in kind]
        if day >= recent or known > first or any(kept[one] < _EACH for one in fits):
            yield number
        kept.update(fits)
