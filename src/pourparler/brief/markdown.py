"""A brief in Markdown, with footnotes as GitHub, pandoc and others know them. Words of articles stay words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from pourparler.brief.footnotes import about, address, told
from pourparler.brief.naming import day_words
from pourparler.brief.numbering import Numbering
from pourparler.brief.parts import Brief, Note, Quote, Section, Sentence, Table, TableRow
from pourparler.records.printable import one_line

#: What Markdown or HTML would take as its own; addresses that viewers would make links of are broken as well.
_SPECIAL = re.compile(r"([\\`*_{}\[\]()<>#~|!&$^@=]|:(?=//)|(?<=www)\.|^[+\-]|^\d+(?=[.)]))", re.IGNORECASE)
_ENTITIES = {"<": "&lt;", ">": "&gt;", "&": "&amp;"}


def as_markdown(brief: Brief) -> str:
    """The whole brief, ending in a line feed."""
    return "\n".join(_lines(brief)) + "\n"


def escaped(text: str) -> str:
    r"""Text on one line, in which nothing is markup, a link or a formula.

    >>> print(escaped("*held* <b> [x](javascript:y) http://a.b"))
    \*held\* &lt;b&gt; \[x\]\(javascript:y\) http\://a.b
    """
    return _SPECIAL.sub(lambda found: _ENTITIES.get(found[0]) or _broken(found[0]), one_line(text))


def _broken(special: str) -> str:
    """A number at the beginning of a line would begin a list: what makes it one is the sign behind it."""
    return f"{special[:-1]}&#{ord(special[-1])};" if special[-1].isdigit() else f"\\{special}"


def _lines(brief: Brief) -> Iterator[str]:
    numbering = Numbering(brief)
    yield f"# {escaped(brief.title)}"
    yield ""
    yield f"{day_words(brief.since)} to {day_words(brief.on)}. {escaped(about())}"
    for section in brief.sections:
        yield from _section(section, numbering)
    yield ""
    yield "## Notes"
    yield ""
    for number, note, _ in numbering.notes:
        yield f"[^{number}]: {_note(note)}"


def _section(section: Section, numbering: Numbering) -> Iterator[str]:
    yield ""
    yield f"## {escaped(section.question)}"
    if section.answer:
        yield ""
        yield _sentences(section.answer, numbering)
    if section.items:
        yield ""
        yield from (f"- {_sentences(item.sentences, numbering)}" for item in section.items)
    if section.table:
        yield ""
        yield from _table(section.table, numbering)
    if section.rest:
        yield ""
        yield _sentences(section.rest, numbering)


def _sentences(sentences: Iterable[Sentence], numbering: Numbering) -> str:
    return " ".join(f"{escaped(one.text)}{_marks(one, numbering)}" for one in sentences)


def _marks(noted: Sentence | TableRow, numbering: Numbering) -> str:
    return "".join(f"[^{mark.number}]" for mark in numbering.marks(noted))


def _table(table: Table, numbering: Numbering) -> Iterator[str]:
    yield f"{escaped(table.caption)}:"
    yield ""
    yield f"| {' | '.join(map(escaped, table.heads))} |"
    yield f"|{'---|' * len(table.heads)}"
    for row in table.rows:
        yield f"| {' | '.join(map(escaped, row.cells))}{_marks(row, numbering)} |"


def _note(note: Note) -> str:
    words = escaped(told(note))
    url = address(note) if isinstance(note, Quote) else None
    return f"{words} [the article](<{url}>)." if url else words
