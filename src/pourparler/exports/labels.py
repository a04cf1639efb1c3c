"""Parts of records in the fewest words that lose nothing a reader needs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from pourparler.exports.printable import one_line
from pourparler.records.choices import Factuality, How
from pourparler.records.kinds import Record, Statement
from pourparler.records.parts import Actor, Count, Date, Place, Span

OUTLET = "the outlet"
UNKNOWN = "?"


def actor_label(actor: Actor | None) -> str:
    """The words that name the actor, and its code where it has one: ``Beijing [CHN GOV]``."""
    if actor is None:
        return UNKNOWN
    marks = ", ".join(mark for mark in (actor.code, "anonymous" if actor.anonymous else None) if mark)
    return one_line(actor.text) + (f" [{one_line(marks)}]" if marks else "")


def actors_label(actors: Iterable[Actor]) -> str:
    """Several actors, comma between; ``?`` for none."""
    return ", ".join(actor_label(actor) for actor in actors) or UNKNOWN


def date_label(date: Date | None) -> str:
    """The stretch of time and the phrase: ``2024-03-11..17 “next week”``; empty for None."""
    if date is None:
        return ""
    phrase = f"“{one_line(date.text)}”" if date.text else ""
    if date.how is How.PUBLICATION and not date.text:
        phrase = "(publication)"
    return f"{stretch_label(date.earliest, date.latest)} {phrase}".strip()


def stretch_label(earliest: str | None, latest: str | None) -> str:
    """Two ISO dates as one stretch; what both share is said once, an open end is left open.

    >>> stretch_label("2024-03-11", "2024-03-17"), stretch_label("2024-03-03T05:00", "2024-03-03T12:00")
    ('2024-03-11..17', '2024-03-03 05:00..12:00')
    >>> stretch_label(None, "2024-03-04")
    '..2024-03-04'
    """
    first, last = (earliest or "").replace("T", " "), (latest or "").replace("T", " ")
    if first == last:
        return first
    return f"{first}..{_what_differs(first, last)}"


def _what_differs(first: str, last: str) -> str:
    """The end of a stretch from its first differing field on, where both ends are told alike."""
    if len(first) != len(last):
        return last
    for cut in (11, 8, 5):
        if first[:cut] == last[:cut]:
            return last[cut:]
    return last


def count_label(count: Count | None) -> str:
    """``×3``, ``×2–4``, ``×2+`` where no upper end is told; empty for None."""
    if count is None:
        return ""
    if count.max is None:
        return f"×{count.min}+"
    return f"×{count.min}" if count.min == count.max else f"×{count.min}–{count.max}"


def place_label(place: Place | None) -> str:
    return "" if place is None else one_line(place.text)


def words_label(choice: str) -> str:
    """A closed choice as words: ``does not rule out``."""
    return choice.replace("_", " ")


def factuality_label(factuality: Factuality) -> str:
    """Empty for what is told as done, the value otherwise."""
    return "" if factuality is Factuality.ACTUAL else factuality.value


def quote_label(spans: Iterable[Span]) -> str:
    """The quoted words on one line, each span between its own marks."""
    return " … ".join(f"“{one_line(span.text)}”" for span in spans)


def source_label(statement: Statement) -> str:
    """Who says it, and through whom."""
    relays = f" via {actors_label(statement.via)}" if statement.via else ""
    return ("an unknown source" if statement.source is None else actor_label(statement.source)) + relays


def according_label(ids: Iterable[str], statements: Mapping[str, Record]) -> str:
    """The sources of the statements with these ids; no id at all is the outlet's own voice."""
    sources = [source_label(said) for said in map(statements.get, ids) if isinstance(said, Statement)]
    return "; ".join(dict.fromkeys(sources)) or OUTLET
