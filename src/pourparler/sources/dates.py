"""Dates of publication: what a user gives, a page declares or a header line tells, as a ``records.Date``.

>>> check_published("2024-05-03T14:05Z").earliest
'2024-05-03T14:05+00:00'
>>> find_moment("Updated: May 3, 2024 2:05 pm GMT").latest
'2024-05-03T14:05+00:00'
"""

from __future__ import annotations

import calendar
import re
from dataclasses import replace
from datetime import date, datetime

from pourparler.errors import UsageError
from pourparler.records import Date, How, Precision

_MONTHS = {name.lower(): n for n in range(1, 13) for name in (calendar.month_name[n], calendar.month_abbr[n])}
_MONTHS["sept"] = 9
MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)\b\.?"
)
_DAY = r"(?P<d{0}>[0-3]?\d)(?:st|nd|rd|th)?"
_FULL = re.compile(
    rf"\b(?:(?P<y1>\d{{4}})[-/.](?P<m1>\d{{1,2}})[-/.](?P<d1>\d{{1,2}})(?!\d)"
    rf"|{_DAY.format(2)}[ -](?:of )?(?P<m2>{MONTH}),?[ -](?P<y2>\d{{4}})\b"
    rf"|(?P<m3>{MONTH}) ?{_DAY.format(3)},? ?(?P<y3>\d{{4}})\b"
    rf"|(?P<a4>\d{{1,2}})[/.](?P<b4>\d{{1,2}})[/.](?P<y4>\d{{4}})\b)",
    re.IGNORECASE,
)
_CLOCK = re.compile(
    r"(?:\b|T)(?P<h>[0-2]?\d)[:.h](?P<m>[0-5]\d)(?::[0-5]\d(?:\.\d+)?)?\s?(?P<half>[ap]\.?m\b\.?)?"
    r"\s?(?:\(?(?P<zone>[A-Z]{1,4})?(?P<offset>[+-]\d{1,2}:?(?:\d{2})?)?(?![\d])\)?)?",
    re.IGNORECASE,
)
#: Zone names that mean one offset only; "IST", "BST", "CST" and "AST" mean several and are left untold.
_ZONES = {
    "z": 0,
    "gmt": 0,
    "utc": 0,
    "wet": 0,
    "cet": 60,
    "cest": 120,
    "eet": 120,
    "eest": 180,
    "msk": 180,
    "pkt": 300,
    "ict": 420,
    "wib": 420,
    "hkt": 480,
    "sgt": 480,
    "jst": 540,
    "kst": 540,
    "aest": 600,
    "aedt": 660,
    "nzst": 720,
    "est": -300,
    "edt": -240,
    "pst": -480,
    "pdt": -420,
    "mdt": -360,
}


def check_published(words: str) -> Date:
    """The date a user or a data file gives: a day, a minute with or without zone, a month or a year.

    ISO 8601, RFC 2822 and plain English ("3 May 2024") are understood. Raises UsageError where it is no date.
    """
    words = words.strip()
    moment = _month_or_year(words) or find_moment(words)
    if moment is None or moment.earliest is None:
        raise UsageError(f"{words!r} is no publication date: expected one like 2024-05-03 or 2024-05-03T14:05Z")
    return moment


def find_moment(words: str) -> Date | None:
    """The first full date in the words, to the minute where a clock time stands by it; no span is given."""
    found = _FULL.search(words)
    if found is None:
        return None
    parts = {name[0]: value for name, value in found.groupdict().items() if value}
    bounds = _day_bounds(parts)
    if bounds is None:
        return None
    first, last = bounds
    if first != last:
        return dated(first.isoformat(), last.isoformat(), Precision.RANGE)
    clock = _clock(words[found.end() : found.end() + 40]) or _clock(words[: found.start()])
    return dated(f"{first}T{clock}", f"{first}T{clock}", Precision.MINUTE) if clock else day(first)


def without_dates(words: str) -> str:
    """The words without dates and clock times."""
    return _CLOCK.sub(" ", _FULL.sub(" ", words))


def month_day(words: str) -> tuple[int, int] | None:
    """Month and day of "March 4" or "4 March"."""
    found = re.search(rf"(?P<m>{MONTH}) ?(?P<d>\d{{1,2}})|(?P<d2>\d{{1,2}}) (?P<m2>{MONTH})", words, re.IGNORECASE)
    if found is None:
        return None
    month = found["m"] or found["m2"]
    return _MONTHS[month.rstrip(".").lower()], int(found["d"] or found["d2"])


def dated(earliest: str, latest: str, precision: Precision, how: How = How.STATED) -> Date:
    """A date without words."""
    return Date(text=None, start=None, end=None, earliest=earliest, latest=latest, precision=precision, how=how)


def day(when: date) -> Date:
    """A stated day."""
    return dated(when.isoformat(), when.isoformat(), Precision.DAY)


def whole_year(year: int) -> Date:
    """A year that bounds the publication."""
    return dated(f"{year}-01-01", f"{year}-12-31", Precision.YEAR, How.PUBLICATION)


def worded(known: Date, text: str, start: int) -> Date:
    """The same date, told by words of the canonical text."""
    return replace(known, text=text, start=start, end=start + len(text))


def _month_or_year(words: str) -> Date | None:
    found = re.fullmatch(r"(\d{4})(?:-(\d{2}))?", words)
    if found is None or not (int(found[1]) >= 1000 and 1 <= int(found[2] or 1) <= 12):
        return None
    year, month = int(found[1]), int(found[2] or 0)
    if not month:
        return dated(f"{year}-01-01", f"{year}-12-31", Precision.YEAR)
    last = calendar.monthrange(year, month)[1]
    return dated(f"{year}-{month:02}-01", f"{year}-{month:02}-{last}", Precision.MONTH)


def _day_bounds(parts: dict[str, str]) -> tuple[date, date] | None:
    """The day, or the two days that "03/04/2024" may be; None where the calendar has no such day."""
    year = int(parts["y"])
    if "a" in parts:
        a, b = int(parts["a"]), int(parts["b"])
        days = sorted(d for d in {_day(year, a, b), _day(year, b, a)} if d)
        return (days[0], days[-1]) if days else None
    month = int(parts["m"]) if parts["m"].isdigit() else _MONTHS[parts["m"].rstrip(".").lower()]
    when = _day(year, month, int(parts["d"]))
    return (when, when) if when else None


def _day(year: int, month: int, day_of_month: int) -> date | None:
    try:
        return date(year, month, day_of_month)
    except ValueError:
        return None


def _clock(words: str) -> str | None:
    """The first clock time as "14:05" or "14:05+00:00"."""
    found = _CLOCK.search(words)
    if found is None:
        return None
    hour = int(found["h"])
    if half := (found["half"] or "").lower():
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    return f"{hour:02}:{found['m']}{_offset(found)}" if hour < 24 else None


def _offset(found: re.Match[str]) -> str:
    if told := found["offset"]:
        digits = told[1:].replace(":", "")
        hours, minutes = (digits[:-2], digits[-2:]) if len(digits) > 2 else (digits, "0")
        return f"{told[0]}{int(hours):02}:{int(minutes):02}"
    minutes_east = _ZONES.get((found["zone"] or "").lower())
    if minutes_east is None:
        return ""
    return f"{'-' if minutes_east < 0 else '+'}{abs(minutes_east) // 60:02}:{abs(minutes_east) % 60:02}"


def iso_day(known: Date) -> date | None:
    """The day of a date that is known to the day or the minute."""
    if known.earliest is None or known.precision not in (Precision.DAY, Precision.MINUTE):
        return None
    return datetime.fromisoformat(known.earliest).date()
