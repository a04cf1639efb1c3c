"""The rules of the grammar: one pattern for each way of telling a day, a period or a time of day.

A pattern begins with a letter or a class of characters, so that a scan drops most places at once. What a rule
reads is a ``Meaning``, or ``Hours`` for a time that still wants its day; None where the words are no date after all.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from pourparler.reading.dating.days import SEASONS, DateRange, Hours, part_of, season_of, unit_of
from pourparler.reading.dating.meanings import (
    Anchor, AtHours, Fixed, Meaning, Shift, Unit, Weekday, Weekend, Window, Yearless,
)
from pourparler.reading.dating.words import (
    DASH, DAY, FULL_MONTH, MONTH, PART, PARTS, REACH, SEASON, SHORT_WEEKDAY, SMALL, UNIT, WEEKDAY, YEAR, ZONES,
    month_of, number_of, offset_of, unit_name, weekday_of,
)
from pourparler.records import Precision

Reader = Callable[[re.Match[str]], "Meaning | Hours | None"]


@dataclass(frozen=True, slots=True)
class Rule:
    """A way of telling time. ``needs`` are the words one of which must stand before, ``bare`` keeps them out."""

    name: str
    pattern: str
    read: Reader
    needs: frozenset[str] = frozenset()
    bare: bool = False


ANY = frozenset("in since until till during through throughout by before after from of between to early late".split())
TIME_ONLY = frozenset("in since until till during throughout".split())
#: Months that are also given names or verbs are dates only after words that never govern a person.
NAMES = frozenset({"April", "May", "June", "August"})
NEVER = frozenset({"\0"})


def fixed(stretch: DateRange) -> Fixed:
    return Fixed(range=stretch)


def read_month_day(m: re.Match[str]) -> Meaning | None:
    """April 30, 2023; March 4-6; 3 to 5 June; the 30th of April."""
    month, first = month_of(m["month"]), _day(m["day"])
    last = _day(m["last"]) if m["last"] else first
    if last < first:
        return None
    if not m["year"]:
        leap = unit_of(date(2024, month, 1), "month").latest
        return None if leap is None or last > leap.day else Yearless(month=month, first_day=first, last_day=last)
    return _fixed_days(int(m["year"]), month, first, last)


def _day(word: str) -> int:
    return int(word.rstrip("stndrh"))


def _fixed_days(year: int, month: int, first: int, last: int) -> Meaning | None:
    try:
        begin, end = date(year, month, first), date(year, month, last)
    except ValueError:
        return None
    return fixed(DateRange(begin, end, Precision.DAY if begin == end else Precision.RANGE))


def read_numeric(m: re.Match[str]) -> Meaning | None:
    """30/04/2023 and 04/30/2023, where only one order makes a date or both make the same."""
    a, b, year = int(m["a"]), int(m["b"]), int(m["year"])
    if a <= 12 and b <= 12 and a != b:
        return None
    return _fixed_days(year, min(a, b) if a == b or max(a, b) > 12 else b, max(a, b), max(a, b))


def read_iso(m: re.Match[str]) -> Meaning | None:
    month, day = int(m["month"]), int(m["day"])
    return _fixed_days(int(m["year"]), month, day, day)


def read_month(m: re.Match[str]) -> Meaning:
    """March 2023, early March, mid-June, the end of May, last August."""
    groups = m.groupdict()
    month, part, which = month_of(m["month"]), _part(groups.get("part")), _which(groups.get("which"))
    if not groups.get("year"):
        return Yearless(month=month, part=part, which=which)
    whole = unit_of(date(int(m["year"]), month, 1), "month")
    return fixed(part_of(whole, part, "month") if part else whole)


def _part(words: str | None) -> str:
    """The part of a unit, as ``part_of`` calls it."""
    words = (words or "").lower().strip(" -")
    fractions = re.match(r"(first|second|third|fourth|last) (half|quarter)", words)
    if fractions:
        parts = 2 if fractions[2] == "half" else 4
        number = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": parts}[fractions[1]]
        return f"{number}/{parts}" if number <= parts else ""
    return {
        "early": "early", "beginning": "early", "start": "early", "mid": "mid", "middle": "mid", "late": "late",
        "end": "late", "close": "late",
    }.get(words.removesuffix(" in"), "")


def _which(words: str | None) -> str:
    return {"past": "last", "coming": "next"}.get(word := (words or "").lower().split(" ")[-1], word)


def read_year(m: re.Match[str]) -> Meaning:
    """2014, early 2020, the first half of 2024, Q1 2024."""
    groups = m.groupdict()
    whole = unit_of(date(int(m["year"]), 1, 1), "year")
    part = f"{groups['quarter']}/4" if groups.get("quarter") else _part(groups.get("part"))
    return fixed(part_of(whole, part, "year") if part else whole)


def read_years(m: re.Match[str]) -> Meaning | None:
    """2019-20, 2019-2021."""
    first, last = int(m["year"]), int(m["year"][: 4 - len(m["last"])] + m["last"])
    return fixed(DateRange(date(first, 1, 1), date(last, 12, 31), Precision.RANGE)) if first < last else None


def read_decade(m: re.Match[str]) -> Meaning:
    whole = unit_of(date(int(m["year"]), 1, 1), "decade")
    part = _part(m["part"])
    return fixed(part_of(whole, part, "decade") if part else whole)


def read_season(m: re.Match[str]) -> Meaning | None:
    """Summer 2019, the winter of 2019-20, last spring. A winter told by one year may be either of two."""
    name = m["season"].lower()
    if not m["year"]:
        which = _which(m["which"])
        return Yearless(season=name, which="" if which == "the" else which)
    year = int(m["year"])
    season = season_of(name, year)
    if name == "winter" and not m["last"]:
        return fixed(DateRange(date(year, 1, 1), season.latest, Precision.SEASON))
    return fixed(season)


def read_weekday(m: re.Match[str]) -> Meaning:
    groups = m.groupdict()
    which = (groups.get("which") or "").lower().split(" ")[-1]
    week = {"last": -1, "next": 1, "this": 0, None: None}[groups.get("week")]
    if week is not None:
        return Weekday(weekday=weekday_of(m["weekday"]), week=week)
    if which in ("following", "previous"):
        return Weekday(weekday=weekday_of(m["weekday"]), which=which, anchor=Anchor.DISCOURSE)
    return Weekday(weekday=weekday_of(m["weekday"]), which={"past": ""}.get(which, which))


TODAY: dict[str, Meaning] = {
    "today": Unit(unit="day"), "yesterday": Unit(unit="day", offset=-1), "tomorrow": Unit(unit="day", offset=1),
    "the day before yesterday": Unit(unit="day", offset=-2), "the day after tomorrow": Unit(unit="day", offset=2),
    "tonight": AtHours(base=Unit(unit="day"), hours=PARTS["night"]),
    "last night": AtHours(base=Unit(unit="day", offset=-1), hours=PARTS["night"]),
    "overnight": Shift(unit="day", least=-1, most=0),
}


def read_today(m: re.Match[str]) -> Meaning:
    return TODAY[" ".join(m[0].lower().split())]


def read_part_today(m: re.Match[str]) -> Meaning:
    """This morning; that morning, the same evening; the next morning; the previous night."""
    which, hours = m["which"].lower().removeprefix("the "), PARTS[m["of_day"].lower()]
    if which == "this":
        return AtHours(base=Unit(unit="day"), hours=hours)
    offset = {"next": 1, "following": 1, "previous": -1}.get(which, 0)
    return AtHours(base=_discourse("day", offset), hours=hours, anchor=Anchor.DISCOURSE)


def _discourse(unit: str, offset: int, part: str = "") -> Unit:
    return Unit(unit=unit, offset=offset, part=part, anchor=Anchor.DISCOURSE)


def read_unit(m: re.Match[str]) -> Meaning | None:
    """This week, last month; earlier this month; late last year; the week before last."""
    unit, which = m["unit"].lower(), m["which"].lower().removeprefix("the ")
    offset = {"this": 0, "last": -1, "past": -1, "next": 1, "coming": 1, "the": 0}[which]
    part = (m["part"] or "").lower().removesuffix(" in").strip(" -")
    if unit == "weekend":
        return Weekend(which="coming" if which == "this" and not part else which if which != "the" else "")
    if unit == "day":
        return None
    part = part if part in ("earlier", "later") else _part(part)
    return Unit(unit=unit, offset=offset, part=part)


def read_unit_then(m: re.Match[str]) -> Meaning | None:
    """That week, the same day, the following month, the previous year, later that day."""
    unit, which = m["unit"].lower(), m["which"].lower().removeprefix("the ")
    offset = {"next": 1, "following": 1, "ensuing": 1, "previous": -1, "preceding": -1}.get(which, 0)
    if unit == "weekend":
        return Weekend(which="" if not offset else "next" if offset > 0 else "last", anchor=Anchor.DISCOURSE)
    part = (m["part"] or "").lower()
    return _discourse(unit, offset, "" if unit == "day" else part if part in ("earlier", "later") else _part(part))


def read_week_beside(m: re.Match[str]) -> Meaning:
    """The week before last, the year after next."""
    return Unit(unit=m["unit"], offset=-2 if m["side"] == "before" else 2)


def read_unit_part(m: re.Match[str]) -> Meaning | None:
    """The end of the year, the first half of this month, the beginning of next week."""
    unit, part = m["unit"].lower(), _part(m["part"])
    offset = {"last": -1, "next": 1}.get(m["which"].lower(), 0)
    return Unit(unit=unit, offset=offset, part=part) if part else None


def read_shift(m: re.Match[str]) -> Meaning:
    """Two days ago, three weeks later, hours earlier."""
    unit, side = unit_name(m["unit"]), m["side"].lower()
    least, most = number_of(m["number"]) if m["number"] else (0, REACH.get(unit, 10))
    back = side in ("ago", "earlier", "before", "previously", "prior", "beforehand")
    to_publication = side in ("ago", "from now", "'s time", "’s time", "' time", "’ time", "time", "hence")
    anchor = Anchor.PUBLICATION if to_publication else Anchor.DISCOURSE
    if unit in ("hour", "minute"):
        unit, least, most = "day", 0, -(-most // (24 if unit == "hour" else 1440))
    return Shift(unit=unit, least=-most if back else least, most=-least if back else most, anchor=anchor)


def read_window(m: re.Match[str]) -> Meaning:
    """The past two years, the next few days, recent months, the coming weeks."""
    groups = m.groupdict()
    unit, number = unit_name(m["unit"]), groups.get("number")
    vague = None if unit == "decade" else REACH[unit]
    count = number_of(number)[1] if number else 1 if not m["unit"].endswith("s") else vague
    return Window(unit=unit, count=count, back=m["which"].lower() in ("past", "last", "recent", "previous", "preceding"))


def read_within(m: re.Match[str]) -> Meaning:
    """Within 48 hours, within days: from the day told before, else from publication."""
    unit = unit_name(m["unit"])
    count = number_of(m["number"])[1] if m["number"] else REACH.get(unit, 10)
    return Window(unit=unit, count=count, anchor=Anchor.EITHER)


def read_eve(m: re.Match[str]) -> Meaning:
    return _discourse("day", -1)


def read_part(m: re.Match[str]) -> Hours:
    return PARTS[" ".join(m["of_day"].lower().split())]


def read_clock(m: re.Match[str]) -> Hours | None:
    """At 14:30 local time, 3 p.m. EST (2000 GMT), 0600 GMT."""
    minute = _minute(m["hour"], m["minute"], m["half"])
    if minute is None:
        return None
    zone = ZONES.get((m["zone"] or "").lower().removesuffix(" time"))
    if zone is None and m["gmt_hour"]:
        zone = _zone_from(minute, _minute(m["gmt_hour"], m["gmt_minute"], m["gmt_half"]))
    told = f"{minute // 60:02d}:{minute % 60:02d}"
    return Hours(told, told, offset=offset_of(zone), precision=Precision.MINUTE)


def _minute(hour: str, minute: str | None, half: str | None) -> int | None:
    """The minute of the day, None where no clock shows it."""
    hours, minutes = int(hour), int(minute or 0)
    if half:
        if not 1 <= hours <= 12:
            return None
        hours = hours % 12 + 12 * (half[0].lower() == "p")
    return hours * 60 + minutes if hours < 24 and minutes < 60 else None


def _zone_from(local: int, greenwich: int | None) -> int | None:
    """The zone in which it is ``local`` at ``greenwich``; None near the date line, where it could be two."""
    if greenwich is None:
        return None
    zone = (local - greenwich + 720) % 1440 - 720
    return zone if zone > -660 else None


_HALF = r"[ap](?:\.m\.|m\b)"
_ZONE = (
    r"(?:GMT|UTC|BST|CES?T|EES?T|MSK|[EMP][SD]T|CDT|JST|KST|HKT|SGT|PHT|WIB|AE[SD]T|[A-Z]{2,4}T"
    r"|(?:local|Greenwich Mean|[A-Z][a-z]+(?: [A-Z][a-z]+)?|ET|PT) [Tt]ime|ET|PT)\b"
)
_GMT = r"(?P<gmt_hour>[012]?\d):?(?P<gmt_minute>[0-5]\d)?(?:\s?(?P<gmt_half>" + _HALF + r"))? (?:GMT|UTC)"
_CLOCK_END = rf"(?: (?P<zone>{_ZONE}))?(?: ?\({_GMT}\)|, or {_GMT.replace('gmt_', 'or_')})?"
_CLOCK_END = rf"(?: (?P<zone>{_ZONE}))?(?: ?\({_GMT}\))?"
_FUTURE_PART = r"(?P<part>(?:[Ee]arl(?:y|ier)|[Ll]ate(?:r)?|[Mm]id-?)(?: in)? )?"
_OF_DAY = r"(?P<of_day>morning|afternoon|evening|night)\b"
_SHARES = (
    r"(?P<part>early|late|mid-?|end|beginning|start|middle|close|(?:first|second|last) half"
    r"|(?:first|second|third|fourth|last) quarter)"
)
_PARTED = rf"(?:{_SHARES.replace('(?P<part>', '(?P<part>[Ee]arly |[Ll]ate |[Mm]id[- ]?|').replace('early|late|mid-?|', '(?:the )?(?:')} of ))"
