"""Calendar arithmetic: stretches of days and how they move."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta

from pourparler.records import Precision

#: Northern seasons with generous edges, as (month, day) of their first and last day; winter ends a year later.
SEASONS = {
    "spring": ((3, 1), (6, 21)),
    "summer": ((6, 1), (9, 23)),
    "autumn": ((9, 1), (12, 21)),
    "fall": ((9, 1), (12, 21)),
    "winter": ((12, 1), (3, 20)),
}
#: Half a unit, in days: how far "three weeks ago" may miss the day it counts to.
SLACK = {"day": 0, "week": 3, "fortnight": 3, "month": 15, "year": 182, "decade": 1826}
UNIT_PRECISION = {
    "day": Precision.DAY,
    "week": Precision.WEEK,
    "month": Precision.MONTH,
    "quarter": Precision.PART_OF_YEAR,
    "year": Precision.YEAR,
    "decade": Precision.DECADE,
    "century": Precision.RANGE,
}
PART_PRECISION = {"month": Precision.PART_OF_MONTH, "year": Precision.PART_OF_YEAR}
_MONTHS = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}


@dataclass(frozen=True, slots=True)
class Hours:
    """A part of a day: first and last minute, the latter on the day after where ``overnight``."""

    first: str
    last: str
    overnight: bool = False
    offset: str = ""
    precision: Precision = Precision.PART_OF_DAY


@dataclass(frozen=True, slots=True)
class DateRange:
    """Days from ``earliest`` to ``latest``, both included; None leaves an end open. ``hours`` narrow a single day."""

    earliest: date | None
    latest: date | None
    precision: Precision
    hours: Hours | None = None

    @property
    def is_day(self) -> bool:
        return self.earliest is not None and self.earliest == self.latest

    def at(self, hours: Hours) -> DateRange:
        """The same day at those hours; a stretch of days stays as it is."""
        return replace(self, hours=hours, precision=hours.precision) if self.is_day else self

    def union(self, other: DateRange) -> DateRange:
        """The stretch that holds both."""
        if self == other:
            return self
        earliest = min(self.earliest, other.earliest) if self.earliest and other.earliest else None
        latest = max(self.latest, other.latest) if self.latest and other.latest else None
        return DateRange(earliest, latest, open_precision(earliest, latest, Precision.RANGE))

    def iso(self) -> tuple[str | None, str | None]:
        """Both ends as ISO text, to the minute where hours are known."""
        if self.hours is None or self.earliest is None or self.latest is None:
            return _iso(self.earliest), _iso(self.latest)
        last = plus(self.latest, 1) if self.hours.overnight else self.latest
        return f"{self.earliest}T{self.hours.first}{self.hours.offset}", f"{last}T{self.hours.last}{self.hours.offset}"


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def open_precision(earliest: date | None, latest: date | None, otherwise: Precision) -> Precision:
    """``BEFORE`` or ``AFTER`` where an end is open."""
    if earliest is None:
        return Precision.BEFORE
    return Precision.AFTER if latest is None else otherwise


def plus(day: date, days: int) -> date:
    """The day so many days on, never outside the calendar."""
    return date.fromordinal(min(max(day.toordinal() + days, 1), date.max.toordinal()))


def plus_months(day: date, months: int) -> date:
    """The same day of another month, or that month's last day."""
    index = min(max(day.year * 12 + day.month - 1 + months, 12), 9999 * 12 + 11)
    year, month = index // 12, index % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def shift(day: date, count: int, unit: str) -> date:
    """The day ``count`` units on (hours round away from the day)."""
    if unit in _MONTHS:
        return plus_months(day, count * _MONTHS[unit])
    if unit == "hour":
        return plus(day, (count + 23) // 24 if count > 0 else count // 24)
    return plus(day, count * {"day": 1, "week": 7, "fortnight": 14, "minute": 0}[unit])


def unit_of(day: date, unit: str, offset: int = 0) -> DateRange:
    """The calendar unit that holds the day, or the one ``offset`` units on. Weeks run Monday to Sunday."""
    day = shift(day, offset, unit)
    if unit == "week":
        monday = plus(day, -day.weekday())
        return DateRange(monday, plus(monday, 6), Precision.WEEK)
    if unit in _MONTHS:
        size = _MONTHS[unit]
        first = plus_months(day.replace(day=1), -((day.year * 12 + day.month - 1) % size))
        return DateRange(first, plus(plus_months(first, size), -1), UNIT_PRECISION[unit])
    return DateRange(day, day, Precision.DAY)


def weekend_of(day: date, offset: int = 0) -> DateRange:
    """Saturday and Sunday of the day's week."""
    saturday = plus(day, 5 - day.weekday() + 7 * offset)
    return DateRange(saturday, plus(saturday, 1), Precision.WEEKEND)


def part_of(whole: DateRange, part: str, unit: str) -> DateRange:
    """A third of the unit ("early", "mid", "late") or one of its halves or quarters ("1/2", "3/4")."""
    assert whole.earliest is not None
    assert whole.latest is not None
    precision = PART_PRECISION.get(unit, Precision.RANGE)
    number, parts = {"early": (1, 3), "mid": (2, 3), "late": (3, 3)}.get(part) or tuple(map(int, part.split("/")))
    if unit == "decade":
        first = plus_months(whole.earliest, (number - 1) * 36)
        return DateRange(first, plus(plus_months(first, 48), -1), precision)
    if unit == "year":
        first = plus_months(whole.earliest, (number - 1) * 12 // parts)
        return DateRange(first, plus(plus_months(first, 12 // parts), -1), precision)
    days = (whole.latest - whole.earliest + timedelta(1)).days
    first = plus(whole.earliest, (number - 1) * days // parts)
    last = whole.latest if number == parts else plus(whole.earliest, -(-number * days // parts) - 1)
    return DateRange(first, last, precision)


def season_of(name: str, year: int) -> DateRange:
    """The season that begins in the year."""
    first, last = SEASONS[name]
    return DateRange(date(year, *first), date(year + (name == "winter"), *last), Precision.SEASON)
