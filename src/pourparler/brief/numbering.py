"""Numbers for notes in the order in which they are first used, and the places that refer to each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pourparler.brief.parts import Brief, Note, Sentence, TableRow


@dataclass(frozen=True, slots=True)
class Reference:
    """One footnote mark: the note's number, and the how-manieth mark of that note it is."""

    number: int
    turn: int


class Numbering:
    """The notes of a brief. Marks are numbered once for all, so that any renderer gives the same numbers."""

    def __init__(self, brief: Brief) -> None:
        self._numbers: dict[Note, int] = {}
        self._turns: dict[Note, int] = {}
        self._marks: dict[int, tuple[Reference, ...]] = {}
        for told in _told(brief):
            self._marks[id(told)] = tuple(self._mark(note) for note in told.notes)

    def _mark(self, note: Note) -> Reference:
        number = self._numbers.setdefault(note, len(self._numbers) + 1)
        self._turns[note] = self._turns.get(note, 0) + 1
        return Reference(number, self._turns[note])

    def marks(self, told: Sentence | TableRow) -> Sequence[Reference]:
        """The footnote marks of a sentence or row of the brief."""
        return self._marks[id(told)]

    @property
    def notes(self) -> list[tuple[int, Note, int]]:
        """Every note with its number and how many marks lead to it, in order."""
        return [(number, note, self._turns[note]) for note, number in self._numbers.items()]


def _told(brief: Brief) -> Iterator[Sentence | TableRow]:
    """Everything that has notes, in the order in which it is shown."""
    for section in brief.sections:
        yield from section.answer
        for item in section.items:
            yield from item.sentences
        if section.table:
            yield from section.table.rows
        yield from section.rest
