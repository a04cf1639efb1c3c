"""When a pair was observed: months in which enough was read about it to tell silence from not having looked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from pourparler.records.coverage import RECENT, ReadMonth

#: A month is observed in which so many origins, families of articles, tell anything of the pair.
ENOUGH = 2
#: So many observed days of the recent ones let silence be told.
SEEN = RECENT // 2


def days_between(first: str, last: str) -> int:
    """Days from one ISO day to another."""
    return date.fromisoformat(last).toordinal() - date.fromisoformat(first).toordinal()


def day_after(day: str, days: int) -> str:
    """So many days later, within the calendar."""
    number = date.fromisoformat(day).toordinal() + days
    return date.fromordinal(min(max(number, 1), date.max.toordinal())).isoformat()


@dataclass(frozen=True, slots=True)
class Observation:
    """The observed months, as 2024-03."""

    observed: frozenset[str]

    @classmethod
    def of(cls, months: Iterable[ReadMonth]) -> Observation:
        return cls(frozenset(month.month for month in months if month.origins >= ENOUGH))

    def stretches(self, first: str, last: str) -> Iterator[tuple[str, str]]:
        """The longest stretches of observed days from ``first`` to ``last``, both included."""
        start = None
        for begin, end in months_between(first, last):
            if begin[:7] in self.observed:
                start = start or max(begin, first)
            elif start:
                yield start, day_after(begin, -1)
                start = None
            if start and end >= last:
                yield start, last

    def days(self, first: str, last: str) -> int:
        """How many days from ``first`` to ``last`` are observed."""
        return sum(days_between(*stretch) + 1 for stretch in self.stretches(first, last))

    def tells_silence(self, on: str) -> bool:
        """Whether enough was read before a day to say that nothing happened."""
        return self.days(day_after(on, 1 - RECENT), on) >= SEEN


def months_between(first: str, last: str) -> Iterator[tuple[str, str]]:
    """First and last day of each month that has a day from ``first`` to ``last``."""
    begin = f"{first[:7]}-01"
    while begin <= last:
        following = day_after(begin, 31)[:7] + "-01"
        if following <= begin:  # the calendar's last month
            yield begin, date.max.isoformat()
            return
        yield begin, day_after(following, -1)
        begin = following
