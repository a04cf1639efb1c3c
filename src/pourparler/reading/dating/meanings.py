"""What a date phrase means before the day it is said on is known."""

from __future__ import annotations

from calendar import isleap
from dataclasses import dataclass, replace
from datetime import date
from enum import IntEnum

from pourparler.reading.dating.days import (
    PART_PRECISION,
    SLACK,
    UNIT_PRECISION,
    DateRange,
    Hours,
    part_of,
    plus,
    plus_months,
    season_of,
    shift,
    unit_of,
    weekend_of,
)
from pourparler.records import How, Precision

#: A day and month without a year is the past one unless that lies further back than about nine months, and nothing
#: tells that it is over.
PAST_DAYS = 274


class Anchor(IntEnum):
    """What a phrase counts from."""

    NOTHING = 0
    PUBLICATION = 1
    EITHER = 2
    DISCOURSE = 3


@dataclass(frozen=True, slots=True)
class Meaning:
    """A stretch of time told against an anchor. ``how`` says whether the words state it."""

    anchor: Anchor = Anchor.PUBLICATION
    how: How = How.RELATIVE

    @property
    def is_stretch(self) -> bool:
        """Whether the words tell both ends: "3 to 5 June"."""
        return False

    def on(self, day: date, future: bool | None) -> DateRange:
        """The stretch meant when the anchor is ``day``.

        ``future`` where the clause tells what is to come; None where it surely tells what is over.
        """
        raise NotImplementedError


@dataclass(frozen=True, slots=True, kw_only=True)
class Fixed(Meaning):
    """April 30, 2023; the 1990s."""

    range: DateRange
    anchor: Anchor = Anchor.NOTHING
    how: How = How.STATED

    @property
    def is_stretch(self) -> bool:
        return self.range.precision is Precision.RANGE

    def on(self, day: date, future: bool | None) -> DateRange:
        return self.range


@dataclass(frozen=True, slots=True, kw_only=True)
class Yearless(Meaning):
    """March 4-6, in March, mid-June, in the summer: the year is found from the anchor.

    ``which`` is "last", "this" or "next" where the words say so. "Last August" is last year's unless this year
    has had its August already: then both are possible and the stretch holds both. "Next" mirrors it. ``year`` counts
    years from the anchor's where they are told ("in March last year").
    """

    first_day: int = 1
    last_day: int | None = None
    month: int = 0
    season: str = ""
    part: str = ""
    which: str = ""
    year: int | None = None
    how: How = How.STATED

    @property
    def is_stretch(self) -> bool:
        return self.last_day is not None and self.last_day > self.first_day

    def in_year(self, year: int) -> DateRange:
        """The stretch as of one year, which has all its days."""
        if self.season:
            return season_of(self.season, year)
        whole = unit_of(date(year, self.month, 1), "month")
        if self.last_day is None:
            return part_of(whole, self.part, "month") if self.part else whole
        return _days(date(year, self.month, self.first_day), date(year, self.month, self.last_day))

    def _of_year(self, year: int) -> DateRange:
        """That year's; of a 29 February that it lacks, the whole month."""
        lacking = self.month == 2 and self.last_day == 29 and not isleap(year)
        return (replace(self, last_day=None) if lacking else self).in_year(year)

    def on(self, day: date, future: bool | None) -> DateRange:
        if self.year is not None:
            return self._of_year(day.year + self.year)
        leap = self.month == 2 and self.last_day == 29
        around = range(day.year - 8, day.year + 9) if leap else range(day.year - 2, day.year + 3)
        years = [self.in_year(year) for year in around if not leap or isleap(year)]
        if self.which == "this":
            return self.in_year(day.year)
        past = [r for r in years if r.latest and r.latest < day]
        ahead = [r for r in years if r.earliest and r.earliest > day]
        if self.which == "last":
            return past[-1] if _year(past[-1]) < day.year else past[-1].union(past[-2])
        if self.which == "next":
            return ahead[0] if _year(ahead[0]) > day.year else ahead[0].union(ahead[1])
        if future:
            return next(r for r in years if r.latest and r.latest >= day)
        begun = next(r for r in reversed(years) if r.earliest and r.earliest <= day)
        assert begun.latest is not None
        recent = leap or future is None or (day - begun.latest).days <= PAST_DAYS
        return begun if recent else ahead[0]


def _year(stretch: DateRange) -> int:
    return stretch.earliest.year if stretch.earliest else 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Weekday(Meaning):
    """On Tuesday: the latest such day up to the anchor, or the first from it on where ``future``.

    "Last Monday" is the Monday of the week before or the latest one; where these differ the stretch holds both,
    but nobody calls yesterday "last Monday". "Next Monday" mirrors it. ``week`` counts weeks from the anchor's.
    """

    weekday: int
    which: str = ""
    week: int | None = None

    def on(self, day: date, future: bool | None) -> DateRange:
        if self.week is not None:
            return _one_day(plus(day, self.weekday - day.weekday() + 7 * self.week))
        back, ahead = (day.weekday() - self.weekday) % 7, (self.weekday - day.weekday()) % 7
        if self.which == "last":
            week_before = plus(day, self.weekday - day.weekday() - 7)
            return _days(week_before, plus(day, -(back or 7)) if back != 1 else week_before)
        if self.which == "next":
            week_after = plus(day, self.weekday - day.weekday() + 7)
            return _days(plus(day, ahead or 7) if ahead != 1 else week_after, week_after)
        if self.which in ("following", "previous"):
            return _one_day(plus(day, (ahead or 7) if self.which == "following" else -(back or 7)))
        if self.which == "this" and not future:
            return _one_day(plus(day, self.weekday - day.weekday()))
        return _one_day(plus(day, ahead) if future or self.which == "coming" else plus(day, -back))


def _one_day(day: date) -> DateRange:
    return DateRange(day, day, Precision.DAY)


def _days(first: date, last: date) -> DateRange:
    first, last = min(first, last), max(first, last)
    return DateRange(first, last, Precision.DAY if first == last else Precision.RANGE)


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthDay(Meaning):
    """The 17th: the latest one up to the anchor, or the first from it on where ``future``."""

    day: int
    offset: int | None = None

    def on(self, day: date, future: bool | None) -> DateRange:
        first = day.replace(day=1)
        months = (self.offset,) if self.offset is not None else (0, 1, 2) if future else (0, -1, -2)
        for month in months:
            begin = plus_months(first, month)
            found = plus(begin, self.day - 1)
            fits = found.month == begin.month and (found >= day if future else found <= day)
            if fits or self.offset is not None:
                return _one_day(found)
        return unit_of(day, "month")


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekOf(Meaning):
    """The week of 8 May; with ``part`` the first or last week of a month, with some slack."""

    base: Meaning
    part: str = ""

    def on(self, day: date, future: bool | None) -> DateRange:
        base = self.base.on(day, future)
        if base.earliest is None or base.latest is None:
            return base
        if not self.part:
            return unit_of(base.earliest, "week").union(
                DateRange(base.earliest, plus(base.earliest, 6), Precision.WEEK)
            )
        number = {"first": 0, "second": 1, "third": 2, "fourth": 3}.get(self.part)
        if number is None:
            return DateRange(plus(base.latest, -9), base.latest, Precision.WEEK)
        first = plus(base.earliest, number * 7)
        return DateRange(max(base.earliest, plus(first, -3)), plus(first, 9), Precision.WEEK)


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit(Meaning):
    """This week, last month, the following year; with ``part`` "early this year", "earlier this month"."""

    unit: str
    offset: int = 0
    part: str = ""

    def on(self, day: date, future: bool | None) -> DateRange:
        whole = unit_of(day, self.unit, self.offset)
        if not self.part:
            return whole
        precision = PART_PRECISION.get(self.unit, Precision.RANGE)
        if self.part == "earlier":
            today = self.anchor is Anchor.PUBLICATION and whole.earliest != day
            before = plus(day, -1) if today else day
            return DateRange(whole.earliest, min(before, whole.latest or before), precision)
        if self.part == "later":
            return DateRange(max(day, whole.earliest or day), whole.latest, precision)
        return part_of(whole, self.part, self.unit)


@dataclass(frozen=True, slots=True, kw_only=True)
class Weekend(Meaning):
    """Over the weekend: the latest that has begun, or the coming one where ``future``."""

    which: str = ""

    def on(self, day: date, future: bool | None) -> DateRange:
        if self.which == "last":
            return weekend_of(day, -1)
        if self.which == "next":
            return weekend_of(day, 1) if day.weekday() > 4 else weekend_of(day).union(weekend_of(day, 1))
        ahead = future or self.which == "coming" or day.weekday() > 4
        return weekend_of(day) if ahead else weekend_of(day, -1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shift(Meaning):
    """Two days ago, three weeks later: ``least`` to ``most`` units on (negative: back), give or take half a unit.

    ``bound`` is "more", "less" or "about" where the words say so: "more than two years ago" leaves the past open.
    """

    unit: str
    least: int
    most: int
    bound: str = ""

    def on(self, day: date, future: bool | None) -> DateRange:
        slack = SLACK.get(self.unit, 0)
        wide = self.bound == "about"
        first = plus(shift(day, self.least - wide, self.unit), -slack)
        last = plus(shift(day, self.most + wide, self.unit), slack)
        back = self.least < 0
        first, last = (first, min(last, day)) if back else (max(first, day), last)
        if self.bound == "more":
            return DateRange(None, last, Precision.BEFORE) if back else DateRange(first, None, Precision.AFTER)
        if self.bound == "less":
            return DateRange(first, day, Precision.RANGE) if back else DateRange(day, last, Precision.RANGE)
        exact = self.least == self.most and not self.bound
        return DateRange(first, last, UNIT_PRECISION.get(self.unit, Precision.RANGE) if exact else Precision.RANGE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Window(Meaning):
    """In the past two years, within 48 hours: from the anchor to ``count`` units on or back; None is without bound."""

    unit: str
    count: int | None
    back: bool = False

    def on(self, day: date, future: bool | None) -> DateRange:
        far = None if self.count is None else shift(day, -self.count if self.back else self.count, self.unit)
        if self.back:
            return DateRange(far, day, Precision.RANGE if far else Precision.BEFORE)
        return DateRange(day, far, Precision.RANGE if far else Precision.AFTER)


@dataclass(frozen=True, slots=True, kw_only=True)
class AtHours(Meaning):
    """A day and a part of it or a clock time; ``dayless`` where no word tells the day."""

    base: Meaning
    hours: Hours
    dayless: bool = False

    def on(self, day: date, future: bool | None) -> DateRange:
        return self.base.on(day, future).at(self.hours)


@dataclass(frozen=True, slots=True, kw_only=True)
class After(Meaning):
    """From 2014, after Friday: from its first day on."""

    base: Meaning

    def on(self, day: date, future: bool | None) -> DateRange:
        return DateRange(self.base.on(day, future).earliest, None, Precision.AFTER)


@dataclass(frozen=True, slots=True, kw_only=True)
class Since(After):
    """Since 2014: from its first day on, up to the day of publication where that is known.

    What has gone on since June began in a June that is past.
    """

    def on(self, day: date, future: bool | None) -> DateRange:
        begin = self.base.on(day, False).earliest
        if isinstance(self.base, Yearless) and begin is not None and begin > day:
            begin = self.base.in_year(begin.year - 1).earliest
        return DateRange(begin, None, Precision.AFTER)


@dataclass(frozen=True, slots=True, kw_only=True)
class Before(Meaning):
    """Until Friday, by the end of the year: up to its last day. ``ahead`` where the words look forward.

    ``strictly`` before Friday is up to the day before it.
    """

    base: Meaning
    ahead: bool = False
    strictly: bool = False

    def on(self, day: date, future: bool | None) -> DateRange:
        base = self.base.on(day, future or (self.ahead and future is not None))
        last = plus(base.earliest, -1) if self.strictly and base.earliest else base.latest
        return DateRange(None, last, Precision.BEFORE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Coming(Meaning):
    """Postponed until Friday: the first such day from the anchor on, whatever the clause tells."""

    base: Meaning

    def on(self, day: date, future: bool | None) -> DateRange:
        return self.base.on(day, True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Eve(Meaning):
    """On the eve of 3 March."""

    base: Meaning

    def on(self, day: date, future: bool | None) -> DateRange:
        base = self.base.on(day, future)
        first, last = (end and plus(end, -1) for end in (base.earliest, base.latest))
        return DateRange(first, last, base.precision)


@dataclass(frozen=True, slots=True, kw_only=True)
class Between(Meaning):
    """From 3 to 5 June, between May 1 and May 5: the end is found first, the beginning before it."""

    begin: Meaning
    end: Meaning

    def on(self, day: date, future: bool | None) -> DateRange:
        end = self.end.on(day, future)
        begin = self.begin.on(end.earliest or day, False)
        if begin.earliest and end.latest and begin.earliest > end.latest:
            return begin.union(end)
        return DateRange(begin.earliest, end.latest, Precision.RANGE)
