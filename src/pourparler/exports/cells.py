"""Lines of cells that programs read: what a spreadsheet would run as a formula or a terminal obey is made harmless."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable

from pourparler.exports.printable import one_line

#: Where a spreadsheet takes a cell for a formula: at its beginning, and behind a semicolon, at which some countries'
#: spreadsheets part cells. The sign may be a wide one, as East Asian keyboards have, and stand behind what is not seen.
_FORMULA = re.compile("(^|;)(?=[\\s\"'\u00ad\u200b-\u200d\u2060\ufeff]*[-=+@\uff0b\uff0d\uff1d\uff20])")


def csv_line(cells: Iterable[str]) -> str:
    r"""One line of CSV; an apostrophe stands before whatever a spreadsheet would run as a formula.

    >>> csv_line(["=1+1", "held, twice", "a;=1+1"])
    '\'=1+1,"held, twice",a;\'=1+1'
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
    return _FORMULA.sub(r"\1'", one_line(cell))
