"""The words dates are made of, as pieces of patterns and as values."""

from __future__ import annotations

from datetime import timedelta

from pourparler.reading.dating.days import Hours
from pourparler.records import Precision

MONTHS = {
    "jan": 1,
    "feb": 2,
    "mar": 3,
    "apr": 4,
    "may": 5,
    "jun": 6,
    "jul": 7,
    "aug": 8,
    "sep": 9,
    "oct": 10,
    "nov": 11,
    "dec": 12,
}
WEEKDAYS = {"mon": 0, "tue": 1, "wed": 2, "thu": 3, "fri": 4, "sat": 5, "sun": 6}
NUMBERS = {
    "a": 1,
    "an": 1,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
    "fourteen": 14,
    "fifteen": 15,
    "eighteen": 18,
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "hundred": 100,
}
#: Least and most that a vague number may mean.
VAGUE = {"a couple of": (2, 3), "couple of": (2, 3), "a few": (2, 10), "few": (2, 10), "several": (2, 12)}
#: How many units "recent weeks" or "the coming days" may reach, generously.
REACH = {"minute": 1440, "hour": 24, "day": 31, "week": 13, "fortnight": 6, "month": 24, "year": 20}
#: Minutes east of Greenwich. Abbreviations that name two zones (IST, CST) are not here.
ZONES = {
    "gmt": 0,
    "utc": 0,
    "bst": 60,
    "cet": 60,
    "cest": 120,
    "eet": 120,
    "eest": 180,
    "msk": 180,
    "est": -300,
    "edt": -240,
    "cdt": -300,
    "mst": -420,
    "mdt": -360,
    "pst": -480,
    "pdt": -420,
    "jst": 540,
    "kst": 540,
    "hkt": 480,
    "sgt": 480,
    "pht": 480,
    "wib": 420,
    "aest": 600,
    "aedt": 660,
    "beijing": 480,
    "china": 480,
    "taipei": 480,
    "taiwan": 480,
    "manila": 480,
    "philippine": 480,
    "singapore": 480,
    "hong kong": 480,
    "tokyo": 540,
    "japan": 540,
    "seoul": 540,
    "korea": 540,
    "korean": 540,
    "moscow": 180,
    "indian": 330,
    "india": 330,
    "delhi": 330,
    "greenwich mean": 0,
}
PARTS = {
    "morning": Hours("05:00", "12:00"),
    "afternoon": Hours("12:00", "18:00"),
    "evening": Hours("17:00", "23:59"),
    "night": Hours("18:00", "06:00", overnight=True),
    "early": Hours("00:00", "12:00"),
    "late": Hours("16:00", "23:59"),
    "noon": Hours("12:00", "12:00", precision=Precision.MINUTE),
    "midday": Hours("11:00", "14:00"),
    "midnight": Hours("00:00", "00:00", overnight=True),
    "dawn": Hours("03:00", "09:00"),
    "dusk": Hours("15:00", "22:30"),
    "early hours": Hours("00:00", "06:00"),
}
#: Some hours after and before a point of the day.
AROUND = {
    ("midnight", "after"): PARTS["early hours"],
    ("midnight", "before"): PARTS["late"],
    ("noon", "after"): PARTS["afternoon"],
    ("noon", "before"): Hours("08:00", "12:00"),
    ("dawn", "after"): Hours("03:00", "12:00"),
    ("dawn", "before"): Hours("00:00", "09:00"),
    ("dusk", "after"): Hours("15:00", "23:59"),
    ("dusk", "before"): Hours("12:00", "22:30"),
}
AROUND |= {("midday", side): AROUND["noon", side] for side in ("after", "before")}
#: The day of a feast, as month and day.
FEASTS = {
    "new year": (1, 1),
    "new year's day": (1, 1),
    "new year's eve": (12, 31),
    "christmas day": (12, 25),
    "christmas eve": (12, 24),
    "christmas": (12, 25),
    "boxing day": (12, 26),
}
PARTS |= {"daybreak": PARTS["dawn"], "nightfall": PARTS["dusk"], "small hours": PARTS["early hours"]}

MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
)
FULL_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)\b"
WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b"
SHORT_WEEKDAY = r"(?:Mon|Tues?|Wed|Thur?s?|Fri|Sat|Sun)\b\.?"
DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?!\d)"
YEAR = r"(?:1[5-9]|20)\d\d(?!\d|,\d|\.\d|%)"
DASH = r"\s?[-–—]\s?"
SMALL = (
    r"(?:\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fourteen|fifteen|eighteen|twenty"
    r"|thirty|forty|fifty|sixty|(?:a )?(?:couple of|few)|several)"
)
UNIT = r"(?:[Mm]inute|[Hh]our|[Dd]ay|[Ww]eek|[Ff]ortnight|[Mm]onth|[Yy]ear|[Dd]ecade)s?\b"
SEASON = r"(?:spring|summer|autumn|fall|winter)\b"


def month_of(word: str) -> int:
    return MONTHS[word[:3].lower()]


def weekday_of(word: str) -> int:
    return WEEKDAYS[word[:3].lower()]


def unit_name(word: str) -> str:
    return word.lower().removesuffix("s")


def number_of(words: str) -> tuple[int, int]:
    """Least and most that a number word may mean."""
    words = words.lower()
    if words in VAGUE:
        return VAGUE[words]
    value = int(words) if words.isdigit() else NUMBERS[words]
    return value, value


def offset_of(minutes: int | None) -> str:
    """A zone's minutes as an ISO offset; nothing where the zone is unknown."""
    if minutes is None:
        return ""
    whole = timedelta(minutes=abs(minutes)).seconds // 60
    return f"{'-' if minutes < 0 else '+'}{whole // 60:02d}:{whole % 60:02d}"
