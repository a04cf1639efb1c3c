"""An article's text in pieces, each with everything that is marked over it.

Offsets count in the raw text: it is cut at every turn of a mark first, and each piece is made printable after.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields
from itertools import pairwise

from pourparler.exports.printable import printable
from pourparler.records import Contact, Date, Entry, Incident, Place, Record, Statement
from pourparler.records.facets import roles_of

#: So much of a text makes a page, in code points, and so far back a page is ended at a better place.
STRETCH, _BACK = 40_000, 400
#: What may be marked, in the order of the legend, and what readers call it.
MARKS = {
    "said": "words of statements", "statement": "who says so", "contact": "contacts", "incident": "incidents",
    "measure": "measures", "tenure": "terms of office", "dispute": "disputed points", "reason": "reasons, conditions",
    "actor": "actors", "date": "dates", "where": "places", "event": "events",
}  # fmt: skip
_BREAK = re.compile(r"\n\s*")


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of the text and what it is, a word of `MARKS`; ``record`` is told of a record's trigger."""

    start: int
    end: int
    what: str
    record: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Words over which the same marks lie. ``places`` are the records whose triggers begin here."""

    text: str
    marks: tuple[str, ...] = ()
    record: str | None = None
    places: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        """The marks in words."""
        return ", ".join(MARKS[mark] for mark in self.marks)


Paragraph = tuple[Piece, ...]


def stretches(text: str) -> list[tuple[int, int]]:
    """The pages of a text: from where to where each goes, ended at a line or a word where there is one."""
    cuts = [_cut(text, place) for place in range(STRETCH, len(text), STRETCH)]
    return list(pairwise([0, *cuts, len(text)]))


def _cut(text: str, place: int) -> int:
    for end in ("\n", " "):
        if (found := text.rfind(end, place - _BACK, place)) >= 0:
            return found + 1
    return place


def find_marks(entries: Iterable[Entry]) -> Iterator[Mark]:
    """Everything of these records that is marked in their text."""
    for record in (entry.record for entry in entries):
        yield Mark(record.anchor.start, record.anchor.end, record.kind, record.id)
        if isinstance(record, Statement):
            yield from (Mark(span.start, span.end, "said") for span in record.content)
            if record.cue:
                yield Mark(record.cue.start, record.cue.end, "statement")
        if isinstance(record, Contact):
            yield from (Mark(told.start, told.end, "reason") for told in record.reasons)
            yield from (Mark(told.start, told.end, "reason") for told in record.conditions)
        if isinstance(record, Incident):
            yield from (Mark(told.start, told.end, "reason") for told in record.characterisations)
        yield from (Mark(actor.start, actor.end, "actor") for _, actor in roles_of(record))
        yield from _dates_and_places(record)


def _dates_and_places(record: Record) -> Iterator[Mark]:
    for value in (getattr(record, field.name) for field in fields(record)):
        if isinstance(value, Date) and value.start is not None and value.end is not None:
            yield Mark(value.start, value.end, "date")
        elif isinstance(value, Place):
            yield Mark(value.start, value.end, "where")


def mark_text(
    text: str, start: int, end: int, marks: Iterable[Mark], others: Sequence[tuple[str, int]] = ()
) -> list[Paragraph]:
    """The paragraphs of ``text[start:end]`` with these marks; of the ``others`` only where each record begins."""
    turns: defaultdict[int, list[tuple[bool, Mark]]] = defaultdict(list)
    places: defaultdict[int, dict[str, None]] = defaultdict(dict)
    for mark in set(marks):
        first, last = max(mark.start, start), min(mark.end, end)
        if mark.record and start <= mark.start < end:
            places[mark.start][mark.record] = None
        if first < last:
            turns[first].append((True, mark))
            turns[last].append((False, mark))
    for record, place in others:
        places[place][record] = None
    breaks = (place for found in _BREAK.finditer(text, start, end) for place in found.span())
    return _paragraphs(text, sorted({start, end, *turns, *places, *breaks}), turns, places)


def _paragraphs(
    text: str, cuts: Sequence[int], turns: dict[int, list[tuple[bool, Mark]]], places: dict[int, dict[str, None]]
) -> list[Paragraph]:
    found: list[list[Piece]] = [[]]
    over: Counter[str] = Counter()
    triggers: dict[Mark, None] = {}
    for start, stop in pairwise(cuts):
        for opens, mark in sorted(turns.get(start, ()), key=_closing_first):
            over[mark.what] += 1 if opens else -1
            if mark.record:
                triggers.pop(mark, None) if not opens else triggers.setdefault(mark)
        begun = tuple(places.get(start, ()))
        if text[start] == "\n":
            found.append([Piece(text="", places=begun)] if begun else [])
            continue
        inner = min(triggers, key=_width).record if triggers else None
        shown = tuple(mark for mark in MARKS if over[mark] > 0)
        found[-1].append(Piece(text=printable(text[start:stop]), marks=shown, record=inner, places=begun))
    return [tuple(pieces) for pieces in found if pieces]


def _closing_first(turn: tuple[bool, Mark]) -> tuple[bool, int, int, str, str]:
    opens, mark = turn
    return opens, mark.start, -mark.end, mark.what, mark.record or ""


def _width(mark: Mark) -> tuple[int, int, str]:
    return mark.end - mark.start, mark.start, mark.record or ""
