"""From the parts of a matched phrase to what it means. None where the words are no date after all."""

from __future__ import annotations

import re
from datetime import date

from pourparler.reading.dating.days import DateRange, Hours, part_of, season_of, unit_of
from pourparler.reading.dating.meanings import (
    Anchor,
    AtHours,
    Fixed,
    Meaning,
    MonthDay,
    Shift,
    Unit,
    Weekday,
    Weekend,
    WeekOf,
    Window,
    Yearless,
)
from pourparler.reading.dating.words import (
    AROUND,
    FEASTS,
    PARTS,
    REACH,
    ZONES,
    month_of,
    number_of,
    offset_of,
    unit_name,
    weekday_of,
)
from pourparler.records import Precision


class Parts(dict[str, str]):
    """The named parts of a match that hold words; any other is empty. "all" is the whole match."""

    @classmethod
    def of(cls, match: re.Match[str]) -> Parts:
        return cls({name: words for name, words in match.groupdict().items() if words}, all=match[0])

    def __missing__(self, name: str) -> str:
        return ""


def fixed(stretch: DateRange) -> Fixed:
    return Fixed(range=stretch)


def read_month_day(p: Parts) -> Meaning | None:
    """April 30, 2023; March 4-6; 3 to 5 June; the 30th of April."""
    month, first = month_of(p["month"]), _day(p["day"])
    last = _day(p["last"]) if p["last"] else first
    if last < first:
        return None
    if not p["year"]:
        leap = unit_of(date(2024, month, 1), "month").latest
        return None if leap is None or last > leap.day else Yearless(month=month, first_day=first, last_day=last)
    return _fixed_days(int(p["year"]), month, first, last)


def _day(word: str) -> int:
    return int(word.rstrip("stndrh"))


def _fixed_days(year: int, month: int, first: int, last: int) -> Meaning | None:
    try:
        begin, end = date(year, month, first), date(year, month, last)
    except ValueError:
        return None
    return fixed(DateRange(begin, end, Precision.DAY if begin == end else Precision.RANGE))


def read_numeric(p: Parts) -> Meaning | None:
    """30/04/2023 and 04/30/2023, where only one order makes a date or both make the same."""
    a, b, year = int(p["a"]), int(p["b"]), int(p["year"])
    if a <= 12 and b <= 12 and a != b:
        return None
    return _fixed_days(year, min(a, b) if a == b or max(a, b) > 12 else b, max(a, b), max(a, b))


def read_iso(p: Parts) -> Meaning | None:
    month, day = int(p["month"]), int(p["day"])
    return _fixed_days(int(p["year"]), month, day, day)


def read_month(p: Parts) -> Meaning:
    """March 2023, early March, mid-June, the end of May, last August."""
    part, which = _part(p["part"] or p["share"]), _which(p["which"])
    month = month_of(p["month"])
    if not p["year"]:
        return Yearless(month=month, part=part, which=which)
    whole = unit_of(date(int(p["year"]), month, 1), "month")
    return fixed(part_of(whole, part, "month") if part else whole)


def _part(words: str) -> str:
    """The part of a unit, as ``part_of`` calls it."""
    words = words.lower().strip(" -")
    fractions = re.match(r"(first|second|third|fourth|last) (half|quarter)", words)
    if fractions:
        parts = 2 if fractions[2] == "half" else 4
        number = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": parts}[fractions[1]]
        return f"{number}/{parts}" if number <= parts else ""
    return {
        "early": "early",
        "beginning": "early",
        "start": "early",
        "mid": "mid",
        "middle": "mid",
        "late": "late",
        "end": "late",
        "close": "late",
    }.get(words.removesuffix(" in"), "")


def _which(words: str) -> str:
    return {"this past": "", "this coming": "next"}.get(words.lower(), words.lower())


def read_year(p: Parts) -> Meaning:
    """2014, early 2020, the first half of 2024, Q1 2024."""
    whole = unit_of(date(int(p["year"]), 1, 1), "year")
    part = f"{p['quarter']}/4" if p["quarter"] else _part(p["part"] or p["share"])
    return fixed(part_of(whole, part, "year") if part else whole)


def read_years(p: Parts) -> Meaning | None:
    """2019-20, 2019-2021."""
    first, last = int(p["year"]), int(p["year"][: 4 - len(p["last"])] + p["last"])
    return fixed(DateRange(date(first, 1, 1), date(last, 12, 31), Precision.RANGE)) if first < last else None


def read_decade(p: Parts) -> Meaning:
    whole = unit_of(date(int(p["year"]), 1, 1), "decade")
    part = _part(p["part"] or p["share"])
    return fixed(part_of(whole, part, "decade") if part else whole)


def read_season(p: Parts) -> Meaning | None:
    """Summer 2019, the winter of 2019-20, last spring. A winter told by one year may be either of two."""
    name = p["season"].lower()
    if not p["year"]:
        which = _which(p["which"])
        return Yearless(season=name, which="" if which == "the" else which)
    year = int(p["year"])
    season = season_of(name, year)
    if name == "winter" and not p["last"]:
        return fixed(DateRange(date(year, 1, 1), season.latest, Precision.SEASON))
    return fixed(season)


def read_weekday(p: Parts) -> Meaning:
    which = p["which"].lower().split(" ")[-1]
    week = {"last": -1, "next": 1, "this": 0}.get(p["week"])
    if week is not None:
        return Weekday(weekday=weekday_of(p["weekday"]), week=week)
    if which in ("following", "previous"):
        return Weekday(weekday=weekday_of(p["weekday"]), which=which, anchor=Anchor.DISCOURSE)
    return Weekday(weekday=weekday_of(p["weekday"]), which={"past": ""}.get(which, which))


TODAY: dict[str, Meaning] = {
    "today": Unit(unit="day"),
    "yesterday": Unit(unit="day", offset=-1),
    "tomorrow": Unit(unit="day", offset=1),
    "the day before yesterday": Unit(unit="day", offset=-2),
    "the day after tomorrow": Unit(unit="day", offset=2),
    "tonight": AtHours(base=Unit(unit="day"), hours=PARTS["evening"]),
    "last night": AtHours(base=Unit(unit="day", offset=-1), hours=PARTS["night"]),
    "overnight": Shift(unit="day", least=-1, most=0),
}


def read_today(p: Parts) -> Meaning:
    return TODAY[" ".join(p["all"].lower().split())]


def read_part_today(p: Parts) -> Meaning:
    """This morning; that morning, the same evening; the next morning; the previous night."""
    which, hours = p["which"].lower().removeprefix("the "), PARTS[p["of_day"].lower()]
    if which == "this":
        return AtHours(base=Unit(unit="day"), hours=hours)
    offset = {"next": 1, "following": 1, "previous": -1}.get(which, 0)
    return AtHours(base=_discourse("day", offset), hours=hours, anchor=Anchor.DISCOURSE)


def _discourse(unit: str, offset: int, part: str = "") -> Unit:
    return Unit(unit=unit, offset=offset, part=part, anchor=Anchor.DISCOURSE)


def read_unit(p: Parts) -> Meaning | None:
    """This week, last month; earlier this month; late last year; the week before last."""
    unit, which = p["unit"].lower(), p["which"].lower().removeprefix("the ")
    offset = {"this": 0, "last": -1, "past": -1, "next": 1, "coming": 1, "the": 0}[which]
    part = p["part"].lower().removesuffix(" in").strip(" -")
    if unit == "weekend":
        return Weekend(which="coming" if which == "this" and not part else which if which != "the" else "")
    if unit == "day":
        return None
    part = part if part in ("earlier", "later") else _part(part)
    return Unit(unit=unit, offset=offset, part=part)


def read_unit_then(p: Parts) -> Meaning | None:
    """That week, the same day, the following month, the previous year, later that day."""
    unit, which = p["unit"].lower(), p["which"].lower().removeprefix("the ")
    offset = {"next": 1, "following": 1, "ensuing": 1, "previous": -1, "preceding": -1}.get(which, 0)
    if unit == "weekend":
        return Weekend(which="" if not offset else "next" if offset > 0 else "last", anchor=Anchor.DISCOURSE)
    part = p["part"].lower()
    return _discourse(unit, offset, "" if unit == "day" else part if part in ("earlier", "later") else _part(part))


def read_week_beside(p: Parts) -> Meaning:
    """The week before last, the year after next."""
    return Unit(unit=p["unit"], offset=-2 if "before" in p["all"] else 2)


def read_unit_part(p: Parts) -> Meaning | None:
    """The end of the year, the first half of this month, the beginning of next week."""
    unit, part = p["unit"].lower(), _part(p["part"])
    offset = {"last": -1, "next": 1}.get(p["which"].lower(), 0)
    return Unit(unit=unit, offset=offset, part=part) if part else None


def read_shift(p: Parts) -> Meaning:
    """Two days ago, three weeks later, hours earlier."""
    unit, side = unit_name(p["unit"]), p["side"].lower()
    least, most = number_of(p["number"]) if p["number"] else (0, REACH.get(unit, 10))
    back = side in ("ago", "back", "earlier", "before", "previously", "prior", "beforehand")
    to_publication = side in ("ago", "back", "from now", "'s time", "’s time", "' time", "’ time", "time", "hence")
    anchor = Anchor.PUBLICATION if to_publication else Anchor.DISCOURSE
    if unit in ("hour", "minute"):
        unit, least, most = "day", 0, -(-most // (24 if unit == "hour" else 1440))
    return Shift(unit=unit, least=-most if back else least, most=-least if back else most, anchor=anchor)


def read_window(p: Parts) -> Meaning:
    """The past two years, the next few days, recent months, the coming weeks."""
    unit, number = unit_name(p["unit"]), p["number"]
    vague = None if unit == "decade" else REACH[unit]
    count = number_of(number)[1] if number else 1 if not p["unit"].endswith("s") else vague
    return Window(
        unit=unit, count=count, back=p["which"].lower() in ("past", "last", "recent", "previous", "preceding")
    )


def read_following(p: Parts) -> Meaning:
    """In the following weeks: from what was told before on."""
    unit = unit_name(p["unit"])
    return Window(unit=unit, count=REACH[unit], anchor=Anchor.DISCOURSE)


def read_within(p: Parts) -> Meaning:
    """Within 48 hours, within days: from the day told before, else from publication."""
    unit = unit_name(p["unit"])
    count = number_of(p["number"])[1] if p["number"] else REACH.get(unit, 10)
    return Window(unit=unit, count=count, anchor=Anchor.EITHER)


def read_month_day_alone(p: Parts) -> Meaning | None:
    """The 17th; the 17th of this month."""
    number = _day(p["day"])
    offset = {"this": 0, "last": -1, "next": 1, "the": 0}.get(p["which"].lower()) if p["which"] else None
    return MonthDay(day=number, offset=offset) if 1 <= number <= (31 if offset is None else 28) else None


def read_feast(p: Parts) -> Meaning:
    """New Year's Day, Christmas Eve 2022."""
    month, day = FEASTS[p["feast"].lower().replace("’", "'")]
    if p["year"]:
        return fixed(DateRange(date(int(p["year"]), month, day), date(int(p["year"]), month, day), Precision.DAY))
    return Yearless(month=month, first_day=day, last_day=day)


def read_week_of(p: Parts) -> Meaning | None:
    """The week of 8 May; the first week of March."""
    month, day = p["month"] or p["month_after"], p["day"] or p["day_after"]
    if not day:
        part = p["nth"].lower()
        return WeekOf(base=read_month(Parts(month=month, year=p["year"])), part=part) if part else None
    base = read_month_day(Parts(month=month, day=day, year=p["year"]))
    return WeekOf(base=base) if base is not None and not p["nth"] else None


def read_beside(p: Parts) -> Meaning:
    """The day before, two days after: counted from what was told, at the end of a clause."""
    unit, number = unit_name(p["unit"]), p["number"].lower()
    if unit == "night":
        back = p["side"] == "before"
        return AtHours(base=_discourse("day", -1 if back else 1), hours=PARTS["night"], anchor=Anchor.DISCOURSE)
    if number in ("the", "a", "an", "one"):
        return _discourse(unit, -1 if p["side"] == "before" else 1)
    return read_shift(p)


def read_eve(p: Parts) -> Meaning:
    return _discourse("day", -1)


def read_around(p: Parts) -> Hours:
    """Shortly after midnight, just before noon: within some hours."""
    return AROUND[p["of_day"].lower(), p["side"]]


def read_part(p: Parts) -> Hours:
    return PARTS[" ".join(p["of_day"].lower().split())]


def read_clock(p: Parts) -> Hours | None:
    """At 14:30 local time, 3 p.m. EST (2000 GMT), 0600 GMT."""
    minute = _minute(p["hour"], p["minute"], p["half"])
    if minute is None:
        return None
    zone = ZONES.get(p["zone"].lower().removesuffix(" time"))
    if zone is None and p["gmt_hour"]:
        zone = _zone_from(minute, _minute(p["gmt_hour"], p["gmt_minute"], p["gmt_half"]))
    told = f"{minute // 60:02d}:{minute % 60:02d}"
    return Hours(told, told, offset=offset_of(zone), precision=Precision.MINUTE)


def _minute(hour: str, minute: str, half: str) -> int | None:
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
