"""Date phrases and the days they mean, told against the publication or the phrase before."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from pourparler.reading.dating.days import DateRange, open_precision
from pourparler.reading.dating.finding import find_atoms, join_atoms, read_phrase
from pourparler.reading.dating.meanings import Anchor, AtHours, Meaning, Since, Unit, Window
from pourparler.records import Date, Precision

#: A phrase that counts from the one before finds it at most so many paragraphs up.
PARAGRAPHS_UP = 2

#: Of two days of the year, which is meant where the words look ahead: nobody leaves out the year of one so far off.
_RECENT, _FAR = timedelta(45), timedelta(240)
_ANY_DAY = date(2000, 6, 15)
#: "Later in the day", "that day".
_THE_DAY = Unit(unit="day", anchor=Anchor.DISCOURSE)
#: The entries of a live blog: a clock time at the head of each.
_ENTRY = re.compile(r"(?:[01]?\d|2[0-3])[:.][0-5]\d(?: ?(?:[ap]\.?m\.?|GMT|BST|CET|ET))?\b")
_LIVE_ENTRIES = 3

_SAID_BEFORE = re.compile(
    r"\b(?:said|says|told|announced|reported|stated|added|wrote|tweeted|posted)"
    r"(?: (?:reporters|in an? [a-z]+|late|early))*[ ,]*$"
)
# One character for one: offsets stay.
_WRAP = re.compile(r"[\xa0\u2009\u202f\t]|(?<=\S)\n(?=\S)")
_BREAK = re.compile(r"\n\s*")
_SAID_AFTER = re.compile(r" (?:said|told|announced|reported|stated)\b")
_DATELINE_AFTER = re.compile(r" ?(?:\([^()\n]{2,40}\) ?)?[-–—:] ")


@dataclass(frozen=True, slots=True)
class DatePhrase:
    """Words of the text that tell a time, and what they mean before their day is known.

    ``reporting`` says that they date the saying ("said on Monday") or the dispatch, not what is told.
    """

    start: int
    end: int
    text: str
    meaning: Meaning
    published: DateRange | None = None
    reporting: bool = False

    def resolve(self, anchor: DateRange | None = None, *, future: bool | None = False) -> Date | None:
        """The stretch of days meant, or None where what it counts from is unknown.

        ``anchor`` is the time told before, for phrases that count from it ("two days later"); ``future`` where
        the clause tells what is to come ("will meet on Friday").
        """
        return self.dated(self.range(anchor, future=future))

    def dated(self, stretch: DateRange | None) -> Date | None:
        """The record of this phrase for a stretch of days; None where both its ends are open."""
        if stretch is None or (stretch.earliest is None and stretch.latest is None):
            return None
        earliest, latest = stretch.iso()
        return Date(
            text=self.text,
            start=self.start,
            end=self.end,
            earliest=earliest,
            latest=latest,
            precision=stretch.precision,
            how=self.meaning.how,
        )

    def range(self, anchor: DateRange | None = None, *, future: bool | None = False) -> DateRange | None:
        """Like ``resolve``, as a stretch of days that can anchor another phrase."""
        stretch = self._range(anchor, future)
        if stretch is None or self.published is None:
            return stretch
        if isinstance(self.meaning, Since):
            return _until(stretch, self.published, stretch.earliest)
        if isinstance(self.meaning, Window) and anchor is not None and not future:
            return _until(stretch, self.published, anchor.latest)
        return stretch

    def is_nearer_behind(self) -> bool:
        """Whether the last such day lies nearer to publication than the next: "was due on June 12", told on June 23."""
        behind, ahead, told = self.range(future=False), self.range(future=True), self.published
        if behind is None or ahead is None or told is None or not (behind.latest and ahead.earliest):
            return False
        if told.earliest is None or told.latest is None or behind.latest >= told.earliest:
            return False
        return told.earliest - behind.latest < ahead.earliest - told.latest

    def is_just_over(self) -> bool:
        """Whether the last such day was just now and the next is far: "agreed to stop until Jan. 2", told on Jan. 5."""
        behind, ahead, told = self.range(future=False), self.range(future=True), self.published
        if behind is None or ahead is None or told is None or not (behind.latest and ahead.earliest):
            return False
        if told.earliest is None or told.latest is None or behind.latest >= told.earliest:
            return False
        return told.earliest - behind.latest < _RECENT and ahead.earliest - told.latest > _FAR

    def _range(self, anchor: DateRange | None, future: bool | None) -> DateRange | None:
        match self.meaning.anchor:
            case Anchor.NOTHING:
                return self.meaning.on(date(2000, 1, 1), future)
            case Anchor.PUBLICATION:
                return against(self.meaning, self.published, future)
            case Anchor.EITHER:
                return against(self.meaning, anchor or self.published, future)
            case Anchor.DISCOURSE:
                return against(self.meaning, anchor, future)


def against(meaning: Meaning, anchor: DateRange | None, future: bool | None) -> DateRange | None:
    """What is meant on any day of ``anchor``: the union of its first and its last day."""
    if anchor is None:
        return None
    first = meaning.on(anchor.earliest, future) if anchor.earliest else None
    if anchor.is_day:
        return first
    last = meaning.on(anchor.latest, future) if anchor.latest else None
    if first and last:
        return first.union(last)
    earliest, latest = first.earliest if first else None, last.latest if last else None
    return DateRange(earliest, latest, open_precision(earliest, latest, Precision.RANGE))


def _until(stretch: DateRange, told: DateRange, begun: date | None) -> DateRange:
    """The stretch up to the day of telling; as it is where it may not have ``begun`` by then."""
    first, last = told.earliest or told.latest, told.latest
    if begun is None or first is None or last is None or begun > first:
        return stretch
    if stretch.earliest is None or stretch.earliest > last or (stretch.latest is not None and stretch.latest <= last):
        return stretch
    return replace(stretch, latest=last, precision=Precision.RANGE)


def range_of(told: Date | None) -> DateRange | None:
    """The days of a record's date, without its hours."""
    if told is None or (told.earliest is None and told.latest is None):
        return None
    first, last = (date.fromisoformat(end[:10]) if end else None for end in (told.earliest, told.latest))
    if any(end is not None and not 1000 <= end.year <= 9000 for end in (first, last)):
        return None
    return DateRange(first, last, told.precision)


def find_dates(text: str, published: Date | None) -> list[DatePhrase]:
    """The date phrases of a text, in its order, none overlapping."""
    plain = _WRAP.sub(" ", text)
    told = range_of(published)
    phrases: list[DatePhrase] = []
    for atom in join_atoms(plain, find_atoms(plain)):
        read = read_phrase(plain, atom)
        if read is None:
            continue
        start, end, meaning = read
        phrases.append(DatePhrase(start, end, text[start:end], meaning, told, _is_reporting(plain, start, end)))
    return phrases


def _is_reporting(text: str, start: int, end: int) -> bool:
    if _SAID_BEFORE.search(text, max(0, start - 60), start) or _SAID_AFTER.match(text, end):
        return True
    return text[max(0, start - 2) : start] == ", " and _DATELINE_AFTER.match(text, end) is not None


def find_resolved(
    text: str, published: Date | None, future: Callable[[DatePhrase], bool | None] = lambda phrase: False
) -> list[Date]:
    """The dates of a text in its order; ``future`` tells whether a phrase's clause looks ahead.

    A phrase that counts from another ("that morning") takes the nearest before it, at most two paragraphs up,
    that does not merely date the saying; where there is none but such, that one. In a live blog the hour is of the
    day of publication.
    """
    breaks, heads = [], [0]
    for hit in _BREAK.finditer(text):
        breaks.append(hit.start())
        heads.append(hit.end())
    live = range_of(published) if sum(_ENTRY.match(text, at) is not None for at in heads) >= _LIVE_ENTRIES else None
    dates: list[Date] = []
    seen: list[tuple[int, DatePhrase, DateRange]] = []
    for phrase in find_dates(text, published):
        paragraph = bisect(breaks, phrase.start)
        near = [(paragraph - n, p, r) for n, p, r in seen[-8:] if paragraph - n <= PARAGRAPHS_UP]
        anchor = _anchor_of(phrase, near, live) if phrase.meaning.anchor >= Anchor.EITHER else None
        stretch = phrase.range(anchor, future=future(phrase))
        told = phrase.dated(stretch)
        if stretch is not None and told is not None:
            seen.append((paragraph, phrase, stretch))
            dates.append(told)
        elif not _is_hour(phrase.meaning):
            seen.clear()  # "the day before" counts from a Tuesday of an unknown week, not from what came before that
    return dates


def _anchor_of(
    phrase: DatePhrase, near: list[tuple[int, DatePhrase, DateRange]], live: DateRange | None
) -> DateRange | None:
    """The last of what was told; the last date of a saying only where there is no other.

    What counts within a day ("that morning", "at 9 a.m.") wants a day, "earlier in the day" whichever was told last.
    An hour alone counts from no other paragraph where that tells several days.
    """
    hour = _is_hour(phrase.meaning)
    if hour and live is not None:
        return live
    if isinstance(phrase.meaning, AtHours) or (isinstance(phrase.meaning, Unit) and phrase.meaning.unit == "day"):
        near = [(n, p, r) for n, p, r in near if p.meaning.on(_ANY_DAY, False).is_day]
    if phrase.meaning == _THE_DAY:
        return near[-1][2] if near else None
    told = [(n, r) for n, p, r in near if not p.reporting] or [(n, r) for n, _, r in near]
    if hour and told and told[-1][0] and len({r.earliest for n, r in told if n == told[-1][0]}) > 1:
        return None
    return told[-1][1] if told else None


def _is_hour(meaning: Meaning) -> bool:
    """ "At 9 a.m.", "shortly after midnight", with no word of the day."""
    return isinstance(meaning, AtHours) and meaning.dayless
