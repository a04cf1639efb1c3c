"""The one earlier record that a later one speaks of: found within a stretch of days, the best by what speaks for it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from pourparler.ledger.linking.deeds import Deed
from pourparler.ledger.linking.evidence import Evidence

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
    fit: Callable[[D, E], Evidence],
    *,
    before: int,
    after: int = 0,
    enough: float,
) -> Iterator[tuple[D, Earlier[E]]]:
    """For each later record the best of those listed from ``before`` days before it to ``after`` days after it.

    Of equals the nearest stands, then the one of its own article, then the smaller id. ``earlier`` is in order of days.
    """
    days = [each.day for each in earlier]
    for one in later:
        best: tuple[tuple[float, bool, int, str], Earlier[E]] | None = None
        for other in earlier[bisect_left(days, one.day - before) : bisect_right(days, one.day + after)]:
            if other.id == one.id:
                continue
            found = fit(one, other)
            if found.against or found.points < enough:
                continue
            same = one.entry.article == other.entry.article
            rank = (-round(found.points, 3), not same, abs(one.day - other.day), other.id)
            if best is None or rank < best[0]:
                best = rank, Earlier(other, round(min(found.points, 0.99), 3), tuple(filter(None, found.reasons)))
        if best:
            yield one, best[1]


def nearness(found: Evidence, later: Deed[Any, Any], earlier: Deed[Any, Any], most: int) -> None:
    """Up to .15 for coming soon after, and .05 for standing in one article."""
    if later.entry.article == earlier.entry.article:
        found.add(0.05, "told in one article")
    gap = later.day - earlier.day
    if gap < 0:
        found.add(-0.05, f"listed {-gap} days later, its own day not told")
    else:
        found.add(0.15 * (1 - gap / most), f"{gap} days before" if gap else "on the same day")
