"""The one earlier record that a later one speaks of: found within a stretch of days, the best by what speaks for it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from pourparler.ledger.linking.deeds import Deed
from pourparler.ledger.linking.evidence import Evidence
from pourparler.records.counted import counted

D = TypeVar("D", bound=Deed[Any, Any])
E = TypeVar("E", bound=Deed[Any, Any])


@dataclass(frozen=True, slots=True)
class Earlier(Generic[E]):
    """What was found, how surely and why."""

    step: E
    score: float
    reasons: tuple[str, ...]


def best_earlier(
    later: Sequence[D],
    earlier: Sequence[E],
    may: Callable[[D, E], bool],
    fit: Callable[[D, E], Evidence],
    *,
    before: int,
    after: int = 0,
    enough: float,
) -> Iterator[tuple[D, Earlier[E]]]:
    """For each later record the best of those listed from ``before`` days before it to ``after`` days after it.

    ``may`` is a quick look that spares ``fit`` most pairs. Of equals that of its own article stands, then the nearest,
    then the smaller id. ``earlier`` is in order of days.
    """
    days = [each.day for each in earlier]
    for one in later:
        best: tuple[tuple[float, bool, int, str], Earlier[E]] | None = None
        for other in earlier[bisect_left(days, one.day - before) : bisect_right(days, one.day + after)]:
            if other is one or not may(one, other):
                continue
            found = fit(one, other)
            score = round(found.points, 3)
            if found.against or score < enough:
                continue
            same = one.entry.article == other.entry.article
            rank = (-score, not same, abs(one.day - other.day), other.id)
            if best is None or rank < best[0]:
                best = rank, Earlier(other, min(score, 0.99), tuple(found.reasons))
        if best:
            yield one, best[1]


def nearness(found: Evidence, later: Deed[Any, Any], earlier: Deed[Any, Any], most: int) -> None:
    """Up to .15 for coming soon after, .05 for standing in one article; nothing where none tells which came first."""
    together = later.entry.article == earlier.entry.article
    gap = later.day - earlier.day
    if not (later.traits.when.told and earlier.traits.when.told) and (gap == 0 or (together and gap < 0)):
        return
    if together:
        found.add(0.05, "told in one article")
    if gap < 0:
        found.add(-0.05, "listed {} later, its own day not told", counted(-gap, "day"))
    else:
        found.add(0.15 * (1 - gap / most), "{} before" if gap else "on the same day", counted(gap, "day"))
