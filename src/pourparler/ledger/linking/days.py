"""When a deed can have been, in whole days: windows, whether two of them fit, and how that is told."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

from pourparler.records import Date, How


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """First and last day as ordinals, None where that end is open; ``told`` is false where only the publication binds.

    ``words`` are the phrase that tells it, which makes no other window.
    """

    first: int | None
    last: int | None
    told: bool
    words: str | None = field(default=None, compare=False)

    @property
    def width(self) -> int | None:
        """Days beyond the first, None where an end is open."""
        return None if self.first is None or self.last is None else self.last - self.first

    def __str__(self) -> str:
        days = f"{iso(self.first)}" if self.width == 0 else f"{iso(self.first)} to {iso(self.last)}"
        return f'"{self.words}" ({days})' if self.words else days


@lru_cache(maxsize=65536)
def ordinal(day: str | None) -> int | None:
    """The number of an ISO day, a time behind it left out; None for none.

    >>> ordinal("2024-03-04T10:00") - ordinal("2024-03-01")
    3
    """
    return date.fromisoformat(day[:10]).toordinal() if day else None


def iso(number: int | None) -> str:
    """The ISO day of a number; an open end is three dots."""
    return "…" if number is None else date.fromordinal(number).isoformat()


def window_of(told: Date | None, published: str | None) -> Window:
    """The window of a date; of none, all days up to the publication."""
    if told is None:
        return Window(first=None, last=ordinal(published), told=False)
    return Window(
        first=ordinal(told.earliest), last=ordinal(told.latest), told=told.how is not How.PUBLICATION, words=told.text
    )


def days_apart(one: Window, other: Window) -> int:
    """Days between two windows, 0 where they share one; an open end reaches all the way."""
    if one.last is not None and other.first is not None and one.last < other.first:
        return other.first - one.last
    if other.last is not None and one.first is not None and other.last < one.first:
        return one.first - other.last
    return 0
