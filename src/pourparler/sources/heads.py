"""The head of a page, above the running text: title, byline, and lines that only tell when it was published."""

from __future__ import annotations

import re

from pourparler.records import Date
from pourparler.sources.credits import same_name
from pourparler.sources.datelines import find_dateline
from pourparler.sources.dates import MONTH, find_moment, without_dates
from pourparler.sources.page import Page
from pourparler.sources.shapes import ends_sentence, is_full

_DEPTH = 12
_WIDEST = 140
_WORD = r"(?:[A-Z][\w.'’-]*|de|van|von|der|al|bin|el|la|da)"
_PERSON = rf"(?:(?:Dr|Mr|Ms|Mrs)\.? )?{_WORD}(?: {_WORD}){{1,3}}"
_PEOPLE = rf"{_PERSON}(?:(?:,? and |, | & ){_PERSON}){{0,4}}"
_BY = re.compile(
    r"^(?:(?:written |reported |posted |published )?by|reporter|author|reporter/provider)"
    r"\s*[:-]?\s+(?P<who>[A-Z@].{1,100})$",
    re.IGNORECASE,
)
_BARE = re.compile(rf"^[|·•–—-] ?(?P<who>{_PEOPLE})$")
_STAFF = re.compile(
    r"^(?:our |by )?(?:staff|special|web|news|own) (?:reporter|correspondent|writer|desk|report)s?$", re.IGNORECASE
)
_IN = re.compile(
    rf"^(?P<who>{_PERSON}) in {_PERSON.replace('{1,3}', '{0,3}')}(?:(?:,? and |, ){_PERSON} in {_WORD}(?: {_WORD})?)*$"
)
_LABEL = re.compile(
    r"\b(?:(?:first |date |last )?(?:published|posted|updated|modified|issued|created|publish|update|date|release"
    r"|time)(?: (?:date|on|at|time))?|on|at|by|last|edited)\b",
    re.IGNORECASE,
)
_READING_TIME = re.compile(r"\b\d+[- ]min(?:ute)?s?(?: read)?\b", re.IGNORECASE)
_LED_BY = re.compile(
    rf"^(?:[Bb]y|BY) (?P<who>.{{2,60}}?)(?= \(|[ ,|·•-]*(?:[Pp]ublished|[Uu]pdated|[Pp]osted|{MONTH}|\d|\||·))"
)
_ITEM = re.compile(r"^[-•*] (?:\S+ ?){1,3}$")
_UPDATED = re.compile(r"\b(?:updated?|modified|edited)\b", re.IGNORECASE)
_PUBLISHED = re.compile(r"\b(?:publish(?:ed)?|posted|issued|created|release)\b", re.IGNORECASE)
_WEEKDAY = re.compile(r"\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b,?", re.IGNORECASE)


def take_head(page: Page) -> Date | None:
    """Take byline, date and label lines out of the head; the date of publication they tell, or None."""
    dates: list[tuple[int, Date]] = []
    title_seen = page.title is not None
    full = 0
    for i, words in list(page.standing())[:_DEPTH]:
        full += is_full(words)
        if full > 1 or _has_dateline(words):
            break
        if len(words) <= _WIDEST and (moment := find_moment(words)) and _tells_time(page, words):
            dates.append((_rank(words, title_seen), moment))
            page.take(i, "publication time")
        elif byline := _byline(words, below_title=title_seen and not full):
            page.byline = page.byline or byline
            page.take(i, "byline")
        elif _ITEM.match(words):
            page.take(i, "navigation")
        else:
            title_seen = True
    return min(dates, key=lambda pair: pair[0])[1] if dates else None


def find_title(page: Page) -> None:
    """Settle the title: the one given, else the first line that looks like one; it leaves the paragraphs."""
    standing = list(page.standing())
    if page.title is not None:
        _settle_given(page, standing)
        return
    for k, (i, words) in enumerate(standing[:-1]):
        if (ends_sentence(words) and not is_title(words)) or _has_dateline(words):
            return
        if is_title(words) and not same_name(words, page.outlet):
            for j, _ in standing[:k]:
                page.take(j, "navigation")
            page.title = words
            page.paragraphs[i] = ""
            return


def is_title(words: str) -> bool:
    """Whether a first line reads like a headline: short, not closed by a full stop, no dateline."""
    closed = ends_sentence(words) and not words.endswith(("?", "!", "?’", "!’", "?”", "!”"))
    fits = len(words) <= 200 and 2 < len(words.split()) <= 30
    return fits and not closed and not words.endswith(":") and not _has_dateline(words)


def _has_dateline(words: str) -> bool:
    found = find_dateline(words)
    return found is not None and found.sure


def _settle_given(page: Page, standing: list[tuple[int, str]]) -> None:
    assert page.title is not None
    wanted = _bare(page.title)
    for i, words in standing[:6]:
        found = _bare(words)
        if found and (found == wanted or (len(found) > 20 and wanted.startswith(found) and is_title(words))):
            page.title = words
            page.paragraphs[i] = ""
            return


def _bare(words: str) -> str:
    return re.sub(r"\W+", " ", words.casefold()).strip()


def _tells_time(page: Page, words: str) -> bool:
    """Whether a dated line tells hardly anything but its date; a byline in front of the date is kept."""
    rest = _WEEKDAY.sub(" ", _LABEL.sub(" ", _READING_TIME.sub(" ", without_dates(words))))
    if ends_sentence(words):
        return False
    if found := _LED_BY.match(words):
        page.byline = page.byline or found["who"].strip()
        return len(rest.split()) <= 10
    return len(re.findall(r"[^\W\d_]{2,}", rest)) <= 4


def _rank(words: str, title_seen: bool) -> int:
    """Which of several date lines to trust first: "published" before bare before "updated", below the title first."""
    if _PUBLISHED.search(words):
        return 0
    return (3 if _UPDATED.search(words) else 1) + (not title_seen)


def _byline(words: str, *, below_title: bool) -> str | None:
    if len(words) > 120 or ends_sentence(words):
        return None
    if _STAFF.match(words):
        return words
    if (found := _BY.match(words) or _BARE.match(words)) or (below_title and (found := _IN.match(words))):
        return found["who"].strip()
    return None
