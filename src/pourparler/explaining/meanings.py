"""What a date phrase means, as a rule in words: "the latest Sunday up to that day"."""

from __future__ import annotations

from calendar import month_name
from collections.abc import Callable
from typing import Any

from pourparler.explaining.phrasing import WEEKDAYS
from pourparler.reading.dating.meanings import (
    After,
    AtHours,
    Before,
    Between,
    Coming,
    Eve,
    Fixed,
    Meaning,
    MonthDay,
    Shift,
    Since,
    Unit,
    Weekday,
    Weekend,
    WeekOf,
    Window,
    Yearless,
)

_MONTHS = tuple(month_name[1:])
_PARTS = {"early": "the first third of ", "mid": "the middle third of ", "late": "the last third of "}
_BOUNDS = {"more": "or more ", "less": "or less ", "about": "give or take one "}


def rule_words(meaning: Meaning, *, future: bool = False) -> str:
    """The rule by which the phrase counts; ``future`` where its clause looks ahead. A new meaning tells its docstring.

    >>> rule_words(Weekday(weekday=6)), rule_words(Unit(unit="month", offset=-1))
    ('the latest Sunday up to that day', 'the month before')
    """
    words = _WORDS.get(type(meaning))
    return words(meaning, future) if words is not None else (type(meaning).__doc__ or "").split("\n")[0]


def _fixed(meaning: Fixed, future: bool) -> str:
    return "the words tell it themselves"


def _yearless(meaning: Yearless, future: bool) -> str:
    named = _named(meaning)
    match meaning.which:
        case "last":
            return f"the last {named} over before that day; if it was of the same year, the one before too"
        case "next":
            return f"the first {named} to begin after that day; if it is of the same year, the one after too"
        case "this":
            return f"{named} of that year"
    if future:
        return f"the first {named} that is not over on that day"
    return f"the last {named} that has begun by that day, unless that is more than nine months ago"


def _named(meaning: Yearless) -> str:
    if meaning.season:
        return meaning.season
    month = _PARTS.get(meaning.part, "") + _MONTHS[meaning.month - 1]
    if meaning.last_day is None:
        return month
    days = f"{meaning.first_day}" + (f" to {meaning.last_day}" if meaning.is_stretch else "")
    return f"{days} {month}"


def _weekday(meaning: Weekday, future: bool) -> str:
    day = WEEKDAYS[meaning.weekday]
    if meaning.week is not None:
        return f"the {day} of {_beside('week', meaning.week)}"
    match meaning.which:
        case "last":
            return f"the {day} of the week before, and the latest {day} before that day, where these differ"
        case "next":
            return f"the {day} of the week after, and the first {day} after that day, where these differ"
        case "following":
            return f"the first {day} after that day"
        case "previous":
            return f"the latest {day} before that day"
        case "this" if not future:
            return f"the {day} of that week"
    if future or meaning.which == "coming":
        return f"the first {day} from that day on"
    return f"the latest {day} up to that day"


def _beside(unit: str, offset: int) -> str:
    """The unit of the day itself, or one so many before or after it."""
    if offset == 0:
        return f"that {unit}"
    count = "" if abs(offset) == 1 else f"but {abs(offset) - 1} "
    return f"the {unit} {count}{'before' if offset < 0 else 'after'}"


def _unit(meaning: Unit, future: bool) -> str:
    unit = _beside(meaning.unit, meaning.offset)
    match meaning.part:
        case "":
            return unit
        case "earlier":
            return f"{unit}, up to that day"
        case "later":
            return f"{unit}, from that day on"
    number, _, parts = meaning.part.partition("/")
    return (_PARTS.get(meaning.part) or f"part {number} of {parts} of ") + unit


def _weekend(meaning: Weekend, future: bool) -> str:
    match meaning.which:
        case "last":
            return "the weekend of the week before"
        case "next":
            return "the weekend of that week or of the week after, both where the day leaves it open"
    return "the weekend of that week" if future or meaning.which == "coming" else "the latest weekend that has begun"


def _shift(meaning: Shift, future: bool) -> str:
    least, most = sorted((abs(meaning.least), abs(meaning.most)))
    count = f"{least}" if least == most else f"{least} to {most}"
    units = meaning.unit if (least, most) == (1, 1) else f"{meaning.unit}s"
    slack = "" if meaning.unit in ("day", "minute", "hour") else f", give or take half a {meaning.unit}"
    return f"{count} {units} {_BOUNDS.get(meaning.bound, '')}{'back' if meaning.least < 0 else 'on'}{slack}"


def _window(meaning: Window, future: bool) -> str:
    units = meaning.unit if meaning.count == 1 else f"{meaning.unit}s"
    count = "" if meaning.count is None else f"{meaning.count} "
    return f"the {count}{units} {'up to' if meaning.back else 'from'} that day{'' if meaning.back else ' on'}"


def _at_hours(meaning: AtHours, future: bool) -> str:
    hours = meaning.hours
    told = f"at {hours.first}" if hours.first == hours.last else f"from {hours.first} to {hours.last}"
    zone = f" (zone {hours.offset})" if hours.offset else ""
    return f"{rule_words(meaning.base, future=future)}, {told}{zone}"


def _after(meaning: After, future: bool) -> str:
    return f"from the first day of this on: {rule_words(meaning.base, future=future)}"


def _since(meaning: Since, future: bool) -> str:
    return f"from the first day of this to the publication: {rule_words(meaning.base)}"


def _month_day(meaning: MonthDay, future: bool) -> str:
    month = "the month" if meaning.offset is None else _beside("month", meaning.offset)
    return f"day {meaning.day} of {month}"


def _week_of(meaning: WeekOf, future: bool) -> str:
    return f"{_PARTS.get(meaning.part, '')}the week that holds this: {rule_words(meaning.base, future=future)}"


def _before(meaning: Before, future: bool) -> str:
    last = "the day before this" if meaning.strictly else "the last day of this"
    return f"up to {last}: {rule_words(meaning.base, future=future or meaning.ahead)}"


def _coming(meaning: Coming, future: bool) -> str:
    return rule_words(meaning.base, future=True)


def _eve(meaning: Eve, future: bool) -> str:
    return f"the day before this: {rule_words(meaning.base, future=future)}"


def _between(meaning: Between, future: bool) -> str:
    return f"from {rule_words(meaning.begin)} to {rule_words(meaning.end, future=future)}"


_WORDS: dict[type[Meaning], Callable[[Any, bool], str]] = {
    Fixed: _fixed,
    Yearless: _yearless,
    Weekday: _weekday,
    Unit: _unit,
    Weekend: _weekend,
    Shift: _shift,
    Window: _window,
    AtHours: _at_hours,
    After: _after,
    Since: _since,
    MonthDay: _month_day,
    WeekOf: _week_of,
    Before: _before,
    Coming: _coming,
    Eve: _eve,
    Between: _between,
}
#: The meanings that have words of their own.
EXPLAINED: frozenset[type[Meaning]] = frozenset(_WORDS)
