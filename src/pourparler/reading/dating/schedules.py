"""Schedules: how often something is done. They are no dates, though they hold days and numbers."""

from __future__ import annotations

import re

from pourparler.records import Span

_PERIOD = (
    r"(?:day|night|week|weekend|fortnight|month|quarter|year|decade|morning|afternoon|evening|hour|minute|summer|winter"
    r"|spring|autumn)"
)
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_ORDINAL = r"(?:(?:other|single|second|third|fourth|few|couple of|first|last|\d+|two|three|four|five|six|ten) )?"
_PER = rf" (?:an?|each|every|per) {_PERIOD}"
#: "Said at the *daily press briefing*": how often the press is told, not how often what it is told of is done.
_OF_PRESS = (
    r" (?:(?:regular|press|news|media|online|noon|morning) )*(?:briefing|bulletin|column|conference|journal|magazine"
    r"|newspaper|news|paper|press|presser|programme|program|readout|round-?up|show|summary)"
)
# Each choice begins with a letter or a class, so that most words are dropped at their first.
_SCHEDULE = re.compile(
    rf"\b(?:[Oo]nce{_PER}|[Tt]wice{_PER}|[Tt]hrice{_PER}|[\w-]{{1,20}} times{_PER}"
    rf"|[Ee](?:very|ach) {_ORDINAL}(?:{_PERIOD}s?|{_WEEKDAY}|{_MONTH})"
    rf"|[Oo]n (?:{_WEEKDAY}s|weekdays|an? (?:dai|week|month|year|regu)l?(?:ly|ar) basis)"
    r"|[MTWFS](?:on|ues|ednes|hurs|ri|atur|un)days|[Aa]t weekends"
    r"|[Aa](?:nnually|round the clock)|[Ss]emi-?annually|[Bb]i(?:-?annually|ennially|-?weekly|-?monthly)"
    rf"|(?:[Ww]eekly|[Mm]onthly|[Yy]early|[Qq]uarterly|[Ff]ortnightly|[Dd]aily|[Nn]ightly)(?!{_OF_PRESS})"
    r"|[Hh]ourly|[Rr]ound the clock"
    r")\b(?!['’-])"
)


def find_schedules(text: str) -> list[Span]:
    """Phrases like "twice a day", "every Friday", "annually"."""
    return [Span(start=m.start(), end=m.end(), text=m[0]) for m in _SCHEDULE.finditer(text)]
