"""The arithmetic of a record's dates: phrase, the day it counts from, rule and result."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from pourparler.explaining.explanation import DateReason
from pourparler.explaining.meanings import rule_words
from pourparler.explaining.parts import parts_of
from pourparler.explaining.phrasing import quoted, stretch_words
from pourparler.reading.dating import Anchor, DatePhrase, find_dates, range_of
from pourparler.records import Date, How, Precision, Record

_HOW = {
    How.STATED: "stated in the words",
    How.RELATIVE: "told against another day",
    How.PUBLICATION: "bounded by the publication",
}
_PRECISION = {
    Precision.RANGE: "precise to a range of days",
    Precision.BEFORE: "only its end is known",
    Precision.AFTER: "only its beginning is known",
}


def explain_dates(doc: Any, record: Record) -> tuple[DateReason, ...]:
    """Every date of the record with the fields it fills."""
    return tuple(explain_date(doc, date, fields) for date, fields in parts_of(record, Date).items())


def explain_date(doc: Any, date: Date, fields: tuple[str, ...] = ()) -> DateReason:
    """The arithmetic of one date, found again from its phrase; ``counted_from`` None where it counts from no day."""
    counting = _counting(doc, date)
    result = stretch_words(date.earliest, date.latest)
    return DateReason(
        fields=fields,
        date=date,
        counted_from=counting.anchor,
        counted_what=counting.what,
        rule=counting.rule,
        result=result,
        why=_sentence(date, counting, result),
        known=f"{_HOW[date.how]}; {_PRECISION.get(date.precision, f'precise to the {date.precision}')}",
    )


@dataclass(frozen=True, slots=True)
class _Counting:
    """How a phrase became days: the day it counts from, what day that is, the rule, and where its clause looks."""

    rule: str
    anchor: Date | None = None
    what: str | None = None
    looks: str = ""


def _counting(doc: Any, date: Date) -> _Counting:
    if date.text is None:
        published = doc._.article.published
        rule = "no words date it; told as done, it was done by the day of publication"
        return _Counting(rule, published, "publication")
    phrase = next((p for p in _phrases(doc) if (p.start, p.end) == (date.start, date.end)), None)
    if phrase is None:
        return _Counting("the words tell it themselves" if date.how is How.STATED else "counted from another day")
    if phrase.meaning.anchor is Anchor.NOTHING:
        return _Counting(rule_words(phrase.meaning))
    for anchor, what in _anchors(doc, phrase):
        futures = [future for future in (False, True, None) if _dated(phrase, anchor, future) == _ends(date)]
        if futures:
            return _Counting(rule_words(phrase.meaning, future=futures[0] is True), anchor, what, _looks(futures))
    return _Counting(rule_words(phrase.meaning))


def _looks(futures: list[bool | None]) -> str:
    """Where the clause looks, if that decides the date."""
    past, ahead = False in futures, True in futures
    if past == ahead:
        return ""
    return "in a clause about what is past" if past else "in a clause about what is to come"


def _phrases(doc: Any) -> list[DatePhrase]:
    return find_dates(doc._.syntax.text, doc._.article.published)


def _dated(phrase: DatePhrase, anchor: Date, future: bool | None) -> tuple[str | None, str | None] | None:
    """Both ends of the phrase if it counts from that date."""
    from_publication = phrase.meaning.anchor is Anchor.PUBLICATION
    counted = replace(phrase, published=range_of(anchor)) if from_publication else phrase
    told = counted.resolve(range_of(anchor), future=future)
    return _ends(told) if told is not None else None


def _ends(date: Date) -> tuple[str | None, str | None]:
    return date.earliest, date.latest


def _anchors(doc: Any, phrase: DatePhrase) -> Iterator[tuple[Date, str]]:
    """The dates that a phrase may count from, the likeliest first: told before it, and the publication."""
    published: Date | None = doc._.article.published
    kind = phrase.meaning.anchor
    if kind is not Anchor.PUBLICATION:
        saying = {(p.start, p.end) for p in _phrases(doc) if p.reporting}
        before = [d for d in reversed(doc._.dates.all) if d.end is not None and d.end <= phrase.start]
        before.sort(key=lambda d: (d.start, d.end) in saying)
        yield from ((d, f"{quoted(d.text or '')}, told before it") for d in before)
    if published is not None and kind is not Anchor.DISCOURSE:
        dateline = f", the dateline's {quoted(published.text)}" if published.text else ""
        yield published, f"publication{dateline}"


def _sentence(date: Date, counting: _Counting, result: str) -> str:
    """The arithmetic in one line; a date that its words state is told by them."""
    anchor = counting.anchor
    if date.text is None:
        day = f", {stretch_words(anchor.earliest, anchor.latest)}" if anchor is not None else ""
        return f"{counting.rule}{day}: {result}"
    looks = f", {counting.looks}" if counting.looks else ""
    if anchor is None:
        return f"{quoted(date.text)}: {counting.rule}: {result}"
    day = stretch_words(anchor.earliest, anchor.latest)
    return f"{quoted(date.text)}{looks}, counted from {day} ({counting.what}): {counting.rule}: {result}"
