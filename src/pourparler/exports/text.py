"""The article itself with the spans of its records marked: coloured where there is colour, in brackets where not."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass, fields
from itertools import pairwise

from rich.console import Console, ConsoleOptions, RenderResult
from rich.text import Text

from pourparler.exports import styles
from pourparler.exports.printable import printable
from pourparler.records.kinds import Record, Statement
from pourparler.records.parts import Date
from pourparler.records.reading import Reading

#: A statement's content is underlined, so that anchors inside keep their colour.
CONTENT = "said"
_STYLES = {kind: f"bold {colour}" for kind, colour in styles.KINDS.items()} | {
    "date": styles.DATE, CONTENT: "underline",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of the text and what it is: a kind of record, ``date`` or ``said``."""

    start: int
    end: int
    what: str


@dataclass(frozen=True, slots=True)
class ShownText:
    """A reading's text for a rich console, above it a legend of what is marked."""

    reading: Reading
    kinds: Collection[str] = ()

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        marks = sorted(set(find_marks(self.reading, self.kinds)), key=lambda mark: (mark.start, -mark.end, mark.what))
        if console.color_system is None or console.no_color:
            yield bracketed_text(self.reading.article.text, marks)
        else:
            yield _legend(marks)
            yield coloured_text(self.reading.article.text, marks)


def find_marks(reading: Reading, kinds: Collection[str] = ()) -> Iterator[Mark]:
    """Anchors by kind, the content of statements, and every date that a record rests on."""
    for record in reading.records:
        if kinds and record.kind not in kinds:
            continue
        yield Mark(record.anchor.start, record.anchor.end, record.kind)
        if isinstance(record, Statement):
            yield from (Mark(span.start, span.end, CONTENT) for span in record.content)
        for date in _dates(record):
            if date.start is not None and date.end is not None:
                yield Mark(date.start, date.end, "date")


def _dates(record: Record) -> Iterator[Date]:
    values = (getattr(record, field.name) for field in fields(record))
    return (value for value in values if isinstance(value, Date))


def coloured_text(text: str, marks: Collection[Mark]) -> Text:
    """The text in pieces, each with the styles of all marks over it; unsafe characters are spelled out."""
    turns: dict[int, list[tuple[bool, Mark]]] = defaultdict(list)
    for mark in marks:
        turns[mark.start].append((True, mark))
        turns[mark.end].append((False, mark))
    shown, over = Text(), list[Mark]()
    cuts = sorted({0, len(text), *turns})
    for start, end in pairwise(cuts):
        for opens, mark in turns[start]:
            over.append(mark) if opens else over.remove(mark)
        shown.append(printable(text[start:end]), style=" ".join(_STYLES[mark.what] for mark in over))
    return shown


def bracketed_text(text: str, marks: Collection[Mark]) -> Text:
    """The text with its anchors and dates as ``[words|kind]``; where two overlap, the first and longest is marked."""
    shown, done = Text(), 0
    for mark in marks:
        if mark.what == CONTENT or mark.start < done:
            continue
        kinds = dict.fromkeys(m.what for m in marks if (m.start, m.end) == (mark.start, mark.end) and m.what != CONTENT)
        shown.append(printable(text[done : mark.start]))
        shown.append(f"[{printable(text[mark.start : mark.end])}|{'+'.join(kinds)}]")
        done = mark.end
    return shown.append(printable(text[done:]))


def _legend(marks: Collection[Mark]) -> Text:
    """The marks that occur, each shown as itself."""
    present = {mark.what for mark in marks}
    shown = [Text(what, style=style) for what, style in _STYLES.items() if what in present]
    return Text("  ").join(shown) if shown else Text("nothing is marked", style=styles.ASIDE)
