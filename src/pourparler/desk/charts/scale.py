"""Days on a line: where a day lies, and which days the line is marked with."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

#: What the label of a tick takes; nearer to the end it has no room.
_LABEL = 26.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """A mark on the line: where, and its words, if they have room; ``strong`` where a year begins."""

    x: float
    label: str
    strong: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """The days from ``first`` to ``last``, both included, between two places.

    >>> scale = Scale(first="2024-01-01", last="2024-01-10", left=0, right=100)
    >>> scale.start("2024-01-02"), scale.middle("2024-01-02"), scale.end("2024-01-02"), scale.start("1999-01-01")
    (10.0, 15.0, 20.0, 0.0)
    """

    first: str
    last: str
    left: float
    right: float

    @property
    def days(self) -> int:
        """How many there are."""
        return _number(self.last) - _number(self.first) + 1

    def start(self, day: str) -> float:
        """Where a day begins."""
        return self._at(_number(day) - _number(self.first))

    def end(self, day: str) -> float:
        """Where it ends."""
        return self._at(_number(day) - _number(self.first) + 1)

    def middle(self, day: str) -> float:
        """Where its noon is."""
        return self._at(_number(day) - _number(self.first) + 0.5)

    def holds(self, day: str | None) -> bool:
        """Whether the day is one of them."""
        return day is not None and self.first <= day <= self.last

    def _at(self, days: float) -> float:
        along = min(max(days / self.days, 0.0), 1.0)
        return round(self.left + along * (self.right - self.left), 1)

    def ticks(self, most: int = 13) -> Iterator[Tick]:
        """The first days of months, quarters or years, as many as there is room for."""
        months = self.days / 30.4
        step = next((step for step in (1, 2, 3, 6) if months / step <= most), 12 * max(1, round(months / 12 / most)))
        year, month = int(self.first[:4]), int(self.first[5:7])
        for count in range(year * 12 + month - 1, int(self.last[:4]) * 12 + int(self.last[5:7])):
            day = f"{count // 12:04}-{count % 12 + 1:02}-01"
            if count % step == 0 and self.holds(day):
                begins = count % 12 == 0
                at = self.start(day)
                label = _label(day, begins or step >= 12) if at <= self.right - _LABEL else ""
                yield Tick(x=at, label=label, strong=begins)


def _label(day: str, year: bool) -> str:
    when = date.fromisoformat(day)
    return f"{when.year}" if year else f"{when:%b}"


def _number(day: str) -> int:
    return date.fromisoformat(day).toordinal()
