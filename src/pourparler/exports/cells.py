"""Lines of cells that programs read: what a spreadsheet would run as a formula or a terminal obey is made harmless."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from pourparler.exports.printable import one_line

#: What makes a spreadsheet take a cell for a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def csv_line(cells: Iterable[str]) -> str:
    r"""One line of CSV; a cell that a spreadsheet would run as a formula begins with an apostrophe.

    >>> csv_line(["=1+1", "held, twice"])
    '\'=1+1,"held, twice"'
    """
    line = io.StringIO()
    csv.writer(line, lineterminator="").writerow(map(_harmless, cells))
    return line.getvalue()


def tabbed_line(cells: Iterable[str | float | None]) -> str:
    r"""One line of cells between tabs, with no quoting: no cell holds a tab, a line feed or a straight double quote.

    Readers of the field's files differ in what they make of quotes, so each is written as an apostrophe. Numbers stay
    as they are, None is empty.

    >>> tabbed_line(["-1", -1.5, None, 'the "line"'])
    "'-1\t-1.5\t\tthe 'line'"
    """
    return "\t".join(_tabbed(cell) for cell in cells)


def _tabbed(cell: str | float | None) -> str:
    if isinstance(cell, str):
        return _harmless(cell).replace('"', "'")
    return "" if cell is None else repr(cell)


def _harmless(cell: str) -> str:
    told = one_line(cell)
    return f"'{told}" if told.startswith(_FORMULA) else told
