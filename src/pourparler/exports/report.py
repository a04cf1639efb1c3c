"""A reading as a report for people: heading, then a table for each kind, every row above its quoted words.

Columns keep their share of the width whatever they hold, so the rows of a section line up at 80 columns as at 140.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from itertools import groupby, starmap

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from pourparler.exports import styles
from pourparler.exports.labels import date_label
from pourparler.exports.printable import one_line
from pourparler.exports.rows import Row, rows
from pourparler.exports.text import ShownText
from pourparler.records.kinds import RECORD_KINDS, Article
from pourparler.records.reading import Reading


@dataclass(frozen=True, slots=True)
class Column:
    """A heading, the column's share of the width, and what stands in it."""

    heading: str
    share: int
    cell: Callable[[Row], Text]


def _deeds(title: str, sides: str, how: str) -> tuple[Column, ...]:
    """The columns of a kind that tells of deeds: what, who, how, when, and who says so."""
    return (
        Column(title, 3, lambda row: _what(row)),
        Column(sides, 5, lambda row: _sides(row)),
        Column(how, 3, lambda row: _cell(row.how)),
        Column("when", 4, lambda row: _cell(row.when)),
        Column("according to", 4, lambda row: _cell(row.source)),
    )


#: The sections in their order; shares add up alike, so that columns line up from one section to the next.
_SECTIONS: dict[str, tuple[Column, ...]] = {
    "contact": _deeds("Contacts", "who → whom", "channel"),
    "incident": _deeds("Incidents", "by → others", "platforms"),
    "measure": _deeds("Measures", "by → on", "status"),
    "tenure": _deeds("Tenures", "person", "replaces"),
    "event": _deeds("Events", "actor → recipient", "coding"),
    "statement": (
        Column("Statements", 3, lambda row: _what(row)),
        Column("source → addressee", 8, lambda row: _sides(row)),
        Column("form", 4, lambda row: _cell(row.how)),
        Column("said", 4, lambda row: _cell(row.when)),
    ),
    "dispute": (
        Column("Disputes", 8, lambda row: _what(row)),
        Column("between", 11, lambda row: _sides(row)),
    ),
}

_SHORT_NOTES = {"due", "where", "through"}


def report(reading: Reading, kinds: Collection[str] = (), *, show_text: bool = False) -> RenderableType:
    """What ``rich`` prints for one reading; ``kinds`` empty means all, ``show_text`` adds the marked article."""
    by_kind = {kind: list(group) for kind, group in groupby(rows(reading, kinds), key=lambda row: row.kind)}
    parts: list[RenderableType] = [_heading(reading.article, by_kind)]
    if show_text:
        parts += ["", ShownText(reading, kinds)]
    for kind in _SECTIONS:
        if kind in by_kind:
            parts += ["", *_section(kind, by_kind[kind])]
    return Group(*parts, "")


def _heading(article: Article, by_kind: dict[str, list[Row]]) -> RenderableType:
    """Where it comes from, its title, outlet and date, and how many records of each kind."""
    counts = Counter({kind: len(found) for kind, found in by_kind.items()})
    told = [f"{counts[k.kind]} {k.kind}{'s' * (counts[k.kind] != 1)}" for k in RECORD_KINDS if counts[k.kind]]
    published = date_label(article.published) or "no date of publication"
    outlet = one_line(article.outlet or article.first_published_by or "outlet unknown")
    return Group(
        Rule(Text(_origin(article), style=styles.ASIDE), align="left", style=styles.ASIDE),
        Text(one_line(article.title or "(no title)"), style="bold"),
        Text(f"{outlet} · {published} · {', '.join(told) or 'no record of these kinds'}"),
    )


def _origin(article: Article) -> str:
    """The file or address, and which article in it."""
    source = article.source or article.key
    return one_line(article.key if article.key.startswith(source) else f"{source} · {article.key}")


def _section(kind: str, found: list[Row]) -> Iterator[RenderableType]:
    columns = _SECTIONS[kind]
    headings = [Text(column.heading, style=styles.ASIDE) for column in columns]
    headings[0].style = f"bold {styles.KINDS[kind]}"
    yield _line(columns, *headings)
    for row in found:
        yield _line(columns, *(column.cell(row) for column in columns))
        yield _quote(row)
        yield from (Padding(note, (0, 0, 0, 4)) for note in _notes(row))


def _line(columns: tuple[Column, ...], *cells: Text) -> Table:
    """Cells at their columns' shares of the width, whatever they hold."""
    line = Table.grid(expand=True, padding=(0, 1, 0, 0))
    for column in columns:
        line.add_column(ratio=column.share, overflow="fold")
    line.add_row(*cells)
    return line


def _what(row: Row) -> Text:
    """The deed in the colour of its outcome, and how sure it is where it is not simply done."""
    deed = Text(row.what, style=f"bold {styles.STEPS.get(row.what.split(' ')[0], '')}".strip())
    return deed.append(f" ({row.factuality})", style="yellow") if row.factuality else deed


def _sides(row: Row) -> Text:
    return _cell(f"{row.who} → {row.whom}" if row.whom else row.who)


def _cell(words: str) -> Text:
    """Words with the codes of actors and the phrases of dates set back."""
    cell = Text(words)
    cell.highlight_regex(r"\[[^\[\]]*\]|“[^”]*”", styles.ASIDE)
    return cell


def _quote(row: Row) -> RenderableType:
    words = Text(row.words, style=styles.QUOTE).append(f"  {row.id}", style="dim not italic")
    return Padding(words, (0, 0, 0, 2))


def _notes(row: Row) -> Iterator[Text]:
    """Short notes on one line, those that quote somebody on a line each."""
    short = [note for note in row.notes if note[0] in _SHORT_NOTES]
    if short:
        yield Text(" · ", style=styles.ASIDE).join(starmap(_note, short))
    yield from (_note(name, text) for name, text in row.notes if name not in _SHORT_NOTES)


def _note(name: str, text: str) -> Text:
    return Text.assemble((f"{name}: ", styles.ASIDE), _cell(text))
