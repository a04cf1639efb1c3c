"""Quotations: what stands between quotation marks, also over several paragraphs and without a closing mark."""

from __future__ import annotations

import re
from dataclasses import dataclass

from spacy.tokens import Doc

from pourparler.reading.annotations import note

_PARAGRAPH = re.compile(r"[^\n]+")
#: Double marks, also as two single ones or grave accents, as old typesetting has them.
_DOUBLE = re.compile("''|’’|‘‘|``|[\"“”„«»]")
#: A single mark opens after space or bracket before a word, and closes after a word before space or punctuation.
_SINGLE = re.compile(r"(?<![\w'’])['‘](?=\w)|(?<=[\w.,!?…])['’](?![\w])")


@dataclass(frozen=True, slots=True)
class Quote:
    """Offsets of the words inside the marks (``start:end``) and of the whole with its marks."""

    start: int
    end: int
    outer_start: int
    outer_end: int
    closed: bool = True
    continues: bool = False

    @property
    def size(self) -> int:
        return self.end - self.start


def find_quotes(text: str) -> list[Quote]:
    """Quotations in order.

    A paragraph that opens a quotation and never closes it is taken as quoted to its end, and the next paragraph, if it
    opens with a mark too, ``continues`` it. Single marks count only where a text has no double ones.

    >>> [q.size for q in find_quotes('He said “no” and “never, ever”.')]
    [2, 11]
    """
    quotes: list[Quote] = []
    single = not _DOUBLE.search(text)
    for paragraph in _PARAGRAPH.finditer(text):
        found = _in_paragraph(text, paragraph.start(), paragraph.end(), single)
        if found and quotes and not quotes[-1].closed and not text[paragraph.start() : found[0].outer_start].strip():
            first = found[0]
            found[0] = Quote(first.start, first.end, first.outer_start, first.outer_end, first.closed, continues=True)
        quotes += found
    return [q for q in quotes if q.size > 0]


def _in_paragraph(text: str, start: int, end: int, single: bool) -> list[Quote]:
    quotes, opened = [], -1
    for match in (_SINGLE if single else _DOUBLE).finditer(text, start, end):
        mark, at = match[0], match.start()
        opens = mark in ("“", "„", "«", "‘", "‘‘", "``") or (mark in ('"', "'", "''") and opened < 0)
        if mark == "“" and opened >= 0 and (text[opened] == "„" or _closes(text, at)):
            opens = False  # „German“ marks close with what opens an English quotation, and so do slips
        if single and mark == "'":
            opens = at == start or not (text[at - 1].isalnum() or text[at - 1] in ".,!?…")
        if opens and opened < 0:
            opened = at
        elif not opens and opened >= 0:
            quotes.append(_trimmed(text, opened, at, match.end(), closed=True))
            opened = -1
    if opened >= 0 and not single:
        quotes.append(_trimmed(text, opened, end, end, closed=False))
    return quotes


def _closes(text: str, at: int) -> bool:
    """Whether a mark that should open stands where one closes: after punctuation, before a space."""
    return text[at - 1 : at] in (",", ".", "?", "!") and (text[at + 1 : at + 2].isspace() or at + 1 == len(text))


def _trimmed(text: str, opened: int, inner_end: int, outer_end: int, *, closed: bool) -> Quote:
    """Inner words without the comma or full stop that typography puts before the closing mark."""
    width = 2 if text[opened : opened + 2] in ("''", "‘‘", "``") else 1
    inner = text[opened + width : inner_end]
    start = opened + width + len(inner) - len(inner.lstrip())
    kept = inner.rstrip().rstrip(",").rstrip()
    return Quote(start, max(start, opened + width + len(kept)), opened, outer_end, closed)


class QuoteAnnotator:
    """Doc -> ``doc._.quotes``.

    "We used the channel," she said.  ->  one Quote over *We used the channel*.
    """

    requires: tuple[str, ...] = ("article",)
    assigns = ("quotes",)

    def __call__(self, doc: Doc) -> Doc:
        return note(doc, quotes=find_quotes(doc._.article.text))
