"""When a pair was observed: months in which enough was read about it to tell silence from not having looked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from pourparler.records.coverage import RECENT, ReadDay, ReadMonth

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


def silent_days(read: Iterable[ReadDay], first: str, last: str) -> Iterator[tuple[str, bool]]:
    """The days of a span on which it turns whether enough was read to tell silence, and its first day.

    A month is observed from the day on which enough origins have told of the pair, and then all of it.
    """
    months = list(_observed_months(read))
    before = None
    for day in range(_number(first), _number(last) + 1):
        start = day - RECENT + 1
        seen = sum(max(min(end, day) - max(begin, start) + 1, 0) for begin, end, since in months if since <= day)
        if (tells := seen >= SEEN) is not before:
            yield date.fromordinal(day).isoformat(), tells
        before = tells


def _observed_months(read: Iterable[ReadDay]) -> Iterator[tuple[int, int, int]]:
    """First and last day of each month that comes to be observed, and the day on which it does."""
    origins: dict[str, int] = {}
    for one in sorted(read, key=lambda one: one.day):
        month = one.day[:7]
        before = origins.get(month, 0)
        origins[month] = before + one.origins
        if before < ENOUGH <= origins[month]:
            ((begin, end),) = months_between(one.day, one.day)
            yield _number(begin), _number(end), _number(one.day)


def _number(day: str) -> int:
    return date.fromisoformat(day).toordinal()


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
