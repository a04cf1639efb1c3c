"""Who had the story first, and who publishes it here: wire credits, "first appeared on", copyright owners."""

from __future__ import annotations

import re

from pourparler.records import Date
from pourparler.sources.dates import find_moment
from pourparler.sources.page import Page
from pourparler.sources.shapes import is_full

_TAIL = 12
_LAST = 4

_AGENCY_NAMES = """
Reuters, Associated Press, AP, Agence France-Presse, AFP, Kyodo News, Kyodo, Jiji Press, Jiji, Yonhap, Xinhua,
TASS, RIA Novosti, Interfax, Sputnik, Anadolu Agency, Anadolu, ANI, PTI, IANS, UNI, dpa, DPA, EFE, ANSA,
Bernama, Antara, APP, BSS, IRNA, Tasnim, Fars, Mehr, ISNA, WAM, SPA, SANA, KCNA, CNA, PNA, VNA, UPI, Bloomberg,
Ukrinform, Interfax-Ukraine, BelTA, APA, AAP, NZME, PA Media, PA, Thomson Reuters, Thomson Reuters Foundation,
News Agency of Nigeria, NAN, MENA, Petra, QNA, KUNA
"""
#: News agencies whose stories other outlets carry.
AGENCIES = tuple(" ".join(name.split()) for name in _AGENCY_NAMES.split(","))
_AGENCY = "|".join(sorted(map(re.escape, AGENCIES), key=len, reverse=True))
_CAPITALISED = r"(?:(?:[A-Z]\.)+|[A-Z][\w&'’-]*(?:\.[\w&'’-]+)*)"
_NAME = rf"(?:[Tt]he )?(?P<name>{_CAPITALISED}(?: (?:{_CAPITALISED}|\d+|of|and|the|for|in|on))*)"
_PEOPLE = rf"{_CAPITALISED}(?:(?:,? and|,| in| at| with)? (?:{_CAPITALISED}|de|van|von|bin|al|el|the))*"
_START = r"(?:^\W*|(?<=[.!?”\"’)])\s*\(?)"
_YEARS = r"(?:(?:19|20)\d{2} ?[-–] ?)?(?:19|20)\d{2}"
_OWNED = r"(?:©|\([cC]\)|[Cc]opyright)[ :©]*"

_FIRST = re.compile(
    rf"{_START}(?:[Tt]his (?:\w+ )?(?:article|story|report|post|piece|interview|commentary|analysis)"
    r"|[Tt]he (?:article|post|story))"
    r"\b.{0,250}?\b(?:(?:first|originally) (?:appeared|published|ran|posted|carried|released)"
    rf"|(?:appeared|published|ran) (?:first|originally))(?: online)? (?:on|in|by|at|with) {_NAME}.*$"
)
_PRINT = re.compile(r"^Published in (?:the )?(?P<name>[A-Z][\w ]{1,40}?), (?P<when>.{5,40})$")
_ROLE = (
    r"(?:(?:[Aa]dditional |[Ff]urther )?[Rr]eporting|[Ww]riting|[Ee]diting"
    r"|[Cc]ompiled|[Ee]dited|[Ww]ritten|[Tt]ranslated)"
)
_REPORTING = re.compile(rf"{_START}{_ROLE} by (?P<people>{_PEOPLE})(?:[;,.]? (?:and )?{_ROLE} by {_PEOPLE})*[.)\]]*$")
_INPUTS = re.compile(
    rf"{_START}[Ww]ith (?:additional |some |agency )?(?:inputs?|reporting|material|files|contributions?) (?:from|by) "
    r"(?:the )?(?P<name>[^.()]{2,60})[.)\]]*$"
)
_AGENCIES_ONLY = re.compile(rf"{_START}[Ww]ith (?:inputs? from )?(?:news )?agenc(?:y|ies)(?: inputs?)?[.)\]]*$")
_SOURCE = re.compile(rf"^(?:Source|Via|Courtesy|Credit)s?(?: of)?\s?:\s?(?P<name>{_AGENCY}|[A-Z][\w.&' ]{{1,40}})\.?$")
_SIGNED = re.compile(rf"(?:^|(?<=[.!?”\"’]))\s*(?P<mark>[—–/(\[=-]*)\s?(?P<name>{_AGENCY})[)\]/]?$")
_OWNER = re.compile(rf"{_OWNED}(?:{_YEARS})?[ .,:-]*(?:by )?{_NAME}")
_SITE = re.compile(
    r"^(?P<name>[A-Z][\w.& ]{1,40}?)(?:['’]s? (?:website|site|portal)\b.*\baddress"
    r"| can (?:also )?be (?:accessed|reached|found) )"
)
_COPYRIGHT_YEAR = re.compile(rf"{_OWNED}(?:[^.\n]{{0,60}}? )?(?P<years>{_YEARS})\b")
_YEAR_LAST = re.compile(r" (?:19|20)\d{2}$")
_COMPANY = re.compile(
    r",? (?:Publish(?:ers?|ing)|Ltd|Limited|LLC|Inc|Pte|Co|Corp|Corporation|Group|Holdings|PLC|GmbH|All Rights)\b.*$",
    re.IGNORECASE,
)


def learn_outlet(page: Page) -> int | None:
    """Learn the outlet from what the site says of itself; the latest year of its copyright lines, or None."""
    lines = [words for _, words in list(page.standing())[-_TAIL:] if len(words) < 600]
    page.outlet = page.outlet or _owner(lines)
    years = [int(found["years"][-4:]) for words in lines for found in _COPYRIGHT_YEAR.finditer(words)]
    return max(years, default=None)


def take_credits(page: Page, given: str | None) -> Date | None:
    """Learn who published first and take out the lines that tell it; the date of a "Published in" line, or None.

    ``given`` is the outlet where it is known for sure. A guessed one gives way: nobody says of its own story that it
    first appeared on its own pages.
    """
    first = _take_first(page)
    when = _take_print(page)
    signed = _take_signed(page) or (page.byline if page.byline in AGENCIES else None)
    if given is None and same_name(first, page.outlet):
        page.outlet = None
    page.first_published_by = next(
        (name for name in (first, signed) if name and not same_name(name, page.outlet)), None
    )
    return when


def same_name(one: str | None, other: str | None) -> bool:
    """Whether two names of an outlet are alike but for the article, case and spaces."""
    plain = [re.sub(r"^the |\W+", "", name.casefold()) for name in (one, other) if name]
    return len(plain) == 2 and plain[0] == plain[1]


def _owner(lines: list[str]) -> str | None:
    """The name in "X's website ..." or in a copyright line."""
    for pattern in (_SITE, _OWNER):
        for words in lines:
            if found := pattern.search(words):
                name = _COMPANY.sub("", _YEAR_LAST.sub("", found["name"])).strip(" .")
                if name and name.casefold() != "all":
                    return name
    return None


def _take_first(page: Page) -> str | None:
    """Take "This article first appeared on X"; X, or None."""
    for i, words in list(page.standing()):
        if (" first" in words or " originally " in words) and (found := _FIRST.search(words)):
            page.cut(i, found.start(), found.end(), "first published elsewhere")
            return _COMPANY.sub("", found["name"]).rstrip(" .")
    return None


def _take_print(page: Page) -> Date | None:
    """Take "Published in X, March 4th, 2024" and learn the outlet."""
    for i, words in list(page.standing())[-_TAIL:]:
        if (found := _PRINT.match(words)) and (moment := find_moment(found["when"])):
            page.outlet = page.outlet or found["name"]
            page.take(i, "publication time")
            return moment
    return None


def _take_signed(page: Page) -> str | None:
    """Take the wire's signature and the desk's names from head and foot of the page; the agency, or None."""
    agency = None
    for i, words in list(page.standing())[:_LAST]:
        if _SIGNED.fullmatch(words):
            agency = _agency(words)
            page.take(i, "wire credit")
    for i, words in reversed(list(page.standing())):
        if found := _REPORTING.search(words):
            page.byline = page.byline or _people(found["people"])
            page.cut(i, found.start(), found.end(), "reporting credit")
        elif found := _AGENCIES_ONLY.search(words):
            page.cut(i, found.start(), found.end(), "wire credit")
        elif found := _INPUTS.search(words) or _SOURCE.match(words) or _signature(words):
            agency = agency or _agency(found["name"])
            page.cut(i, found.start(), found.end(), "wire credit")
        if is_full(words):
            break
    return agency


def _signature(words: str) -> re.Match[str] | None:
    """An agency's name that signs the story: alone, or set off after the last full stop."""
    found = _SIGNED.search(words, max(0, len(words) - 40))
    return found if found and (found["mark"] or found.start() == 0) else None


def _agency(words: str) -> str | None:
    """The first agency named, else the name the words begin with."""
    found = re.search(rf"\b(?:{_AGENCY})\b", words) or re.match(_CAPITALISED + rf"(?: {_CAPITALISED})*", words)
    return found[0] if found else None


def _people(names: str) -> str | None:
    """The persons of "Jane Roe in Tokyo and John Doe"."""
    return re.sub(r" (?:in|at) [A-Z][\w.]*(?: [A-Z][\w.]*)*", "", names).strip(" .,;") or None
