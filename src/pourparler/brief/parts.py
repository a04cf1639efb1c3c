"""What a brief is made of: questions, the sentences that answer them, and the notes that each sentence rests on."""

from __future__ import annotations

from dataclasses import dataclass

from pourparler.brief.timeline import Picture


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """Words of an article: ``text[start:end]``. ``cut``: the record quotes more after them.

    ``told_by`` is how many articles, and of how many origins, tell the same; ``reviewed`` what a person made of the
    record.
    """

    record: str
    article: str
    start: int
    end: int
    words: str
    cut: bool = False
    outlet: str | None = None
    title: str | None = None
    published: str | None = None
    url: str | None = None
    told_by: tuple[int, int] = (1, 1)
    reviewed: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """How a figure, or that there is none, was counted, and the command that counts it again."""

    words: str
    command: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A row of the package's tables, or of the user's: no words of the store."""

    words: str
    source: str | None = None
    as_of: str | None = None


Note = Quote | Count | Row


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence, plain text, and what it rests on, at least one note."""

    text: str
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """Sentences that belong together: a request and its answer, a dispute and each side's words."""

    sentences: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TableRow:
    """The cells of one row, as many as the table has heads; its notes stand behind the last cell."""

    cells: tuple[str, ...]
    notes: tuple[Note, ...]
    id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    caption: str
    heads: tuple[str, ...]
    rows: tuple[TableRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A question and its answer: sentences that sum up, items, a table; ``rest`` tells what is not listed."""

    key: str
    question: str
    answer: tuple[Sentence, ...] = ()
    items: tuple[Item, ...] = ()
    table: Table | None = None
    rest: tuple[Sentence, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """A report about two sides, ready to be shown."""

    title: str
    on: str
    since: str
    sections: tuple[Section, ...]
    picture: Picture
