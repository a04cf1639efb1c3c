"""A plain aligned table, one row for each record: no colour, no frame, ready for ``grep`` and ``less -S``."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

from rich.cells import cell_len, set_cell_size

from pourparler.exports.printable import one_line
from pourparler.exports.rows import Row, rows
from pourparler.records.kinds import Failure
from pourparler.records.reading import Reading

COLUMNS = ("id", "kind", "who", "whom", "what", "when", "factuality", "source", "article", "words")
WIDEST = 36


def table_lines(outcomes: Iterable[Reading | Failure], kinds: Collection[str] = ()) -> Iterator[str]:
    """A line of headings, then one line for each record.

    Columns are as wide as their longest cell, at most 36; what is longer ends in ``…``, save the words, which come last
    and whole. Nothing is written before the last article is read. Failures have no row.
    """
    readings = (outcome for outcome in outcomes if isinstance(outcome, Reading))
    return aligned([COLUMNS, *(_cells(row, reading) for reading in readings for row in rows(reading, kinds))])


def aligned(lines: Sequence[Sequence[str]], widest: int = WIDEST) -> Iterator[str]:
    """Lines of cells in columns as wide as their longest cell, at most so wide, the last column whole."""
    widths = [min(widest, max(cell_len(line[column]) for line in lines)) for column in range(len(lines[0]) - 1)]
    for line in lines:
        yield "  ".join([*map(_fitted, line, widths), line[-1]]).rstrip()


def _cells(row: Row, reading: Reading) -> tuple[str, ...]:
    """The cells of one line; an empty one is a dash, so that columns can be told apart."""
    what = f"{row.what}, {row.how}" if row.how else row.what
    cells = (row.id, row.kind, row.who, row.whom, what, row.when, row.factuality, row.source)
    return (*(cell or "-" for cell in cells), one_line(reading.article.key), row.words)


def _fitted(cell: str, width: int) -> str:
    """The cell in exactly so many columns of the terminal; wide characters count as two."""
    return set_cell_size(cell if cell_len(cell) <= width else f"{set_cell_size(cell, width - 1)}…", width)
