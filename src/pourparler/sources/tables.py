"""Tables of articles, CSV or Parquet: which column is what, and each row as a line of JSON Lines."""

from __future__ import annotations

import codecs
import csv
import io
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import IO, cast

from pourparler.errors import SourceError, UsageError
from pourparler.sources.encodings import decode
from pourparler.sources.fragments import is_fragment
from pourparler.sources.intake import MAX_BYTES
from pourparler.sources.webpages import is_html

#: The names a column may have for each field of a line, the likeliest first, in small letters and without separators.
NAMES = {
    "text": (
        "text body content articletext articlebody fulltext maintext plaintext articlecontent newstext story article"
        " html rawhtml"
    ),
    "title": "title headline head articletitle newstitle",
    "url": "url link articleurl weburl href pageurl sourceurl permalink",
    "published": (
        "published date pubdate publishedat publisheddate publishdate publicationdate datepublished datepublish"
        " publishtime publishedtime publicationtime datetime articledate newsdate"
    ),
    "outlet": "outlet source publisher publication sourcename outletname newspaper sitename site domain sourcedomain",
    "id": "id articleid docid documentid uuid guid key",
}  # fmt: skip
_DELIMITERS = ",;\t|"
_DAY = re.compile(r"(\d{4})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?:T?\d{4}(?:\d{2})?Z?)?")
_EPOCH = re.compile(r"\d{10}(?:\d{3})?(?:\.0+)?")


@dataclass(frozen=True, slots=True)
class Row:
    """One row: where it stands, and its article as a line of JSON Lines; or what is wrong with it."""

    place: int
    line: bytes | None
    fault: str | None = None


def find_columns(columns: Sequence[str], asked: Mapping[str, str]) -> dict[str, str]:
    """The column of each field that the table has, by field; ``asked`` names columns outright.

    Raises SourceError where there is no column of text, UsageError where an asked column is not there.
    """
    known = {_bare(column): column for column in reversed(columns)}
    found = {field: known[name] for field, names in NAMES.items() if (name := _first(names, known))}
    for field, column in asked.items():
        if field not in NAMES:
            raise UsageError(f"no field is called {field!r}; --column takes {', '.join(NAMES)}")
        if column not in columns:
            raise UsageError(f"no column {column!r}; the table has {_listed(columns)}")
        found[field] = column
    if "text" not in found:
        example = columns[0] if columns else "Story"
        raise SourceError(f"no column of text among {_listed(columns)}; name it, as --column text={example}")
    return found


def _first(names: str, known: Mapping[str, str]) -> str | None:
    return next((name for name in names.split() if name in known), None)


def _bare(column: str) -> str:
    return re.sub(r"[\W_]+", "", column.lower())


def _listed(columns: Sequence[str]) -> str:
    return ", ".join(columns[:12]) + (" ..." if len(columns) > 12 else "") if columns else "none"


def line_of(fields: Mapping[str, object]) -> bytes | None:
    """A row's cells by field as a line of JSON Lines; None where it has no text."""
    known = {name: told for name, value in fields.items() if (told := _told(name, value))}
    text = known.pop("text", None)
    if text is None:
        return None
    kind = "html" if is_html(text[:2000].encode()) else "content" if is_fragment(text) else "text"
    return json.dumps({kind: text, **known}, ensure_ascii=False).encode("utf-8", "surrogatepass")


def _told(name: str, value: object) -> str | None:
    """A cell as text; a date in figures as ISO 8601."""
    if isinstance(value, bytes):
        return decode(value).strip() or None
    if isinstance(value, datetime | date):
        return value.isoformat()
    told = "" if value is None or value != value else str(value).strip()
    if name != "published":
        return told or None
    if day := _DAY.fullmatch(told):
        return "-".join(day.groups())
    if _EPOCH.fullmatch(told):
        seconds = float(told) / (1000 if float(told) >= 1e11 else 1)
        return datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%dT%H:%MZ")
    return told or None


def rows_of_csv(stream: IO[bytes], asked: Mapping[str, str]) -> Iterator[Row]:
    """The rows of a CSV with a line of names, separated by comma, semicolon, tab or bar; one in memory at a time.

    Quoting may be sloppy. Raises SourceError where no column holds text, UsageError where an asked one is not there.
    """
    lines = _Lines(stream)
    csv.field_size_limit(MAX_BYTES)
    head = next(lines, "")
    if not head.strip():
        raise SourceError("is empty; expected a line with the names of the columns")
    delimiter = max(_DELIMITERS, key=lambda d: (_has_text(_cells(head, d), asked), head.count(d)))
    columns = _cells(head, delimiter)
    wanted = {field: columns.index(column) for field, column in find_columns(columns, asked).items()}
    rows = csv.reader(lines, delimiter=delimiter)
    number = 1
    while True:
        number, lines.quotes = number + 1, 0
        try:
            cells = next(rows, None)
            if cells is None:
                return
            yield from _row(number, cells, wanted, open_ended=lines.ended and lines.quotes % 2 == 1)
        except csv.Error as error:
            told = f"{error}: a quotation mark seems never to be closed; nothing behind this row could be read"
            yield Row(number, None, told)
            return


def _row(number: int, cells: list[str], wanted: Mapping[str, int], *, open_ended: bool) -> Iterator[Row]:
    if not any(cells):
        return
    if open_ended:
        yield Row(number, None, "a quotation mark in it is never closed; rows behind it may have been taken into it")
    line = line_of({field: cells[place] for field, place in wanted.items() if place < len(cells)})
    yield Row(number, line, None if line else "holds no text")


def _has_text(columns: Sequence[str], asked: Mapping[str, str]) -> bool:
    try:
        return bool(find_columns(columns, asked))
    except (SourceError, UsageError):
        return False


def _cells(head: str, delimiter: str) -> list[str]:
    try:
        return [cell.strip() for cell in next(csv.reader([head], delimiter=delimiter, skipinitialspace=True))]
    except csv.Error:
        return []


class _Lines:
    """The lines of a table as text, each decoded by itself; counts the quotation marks since it was told to."""

    def __init__(self, stream: IO[bytes]) -> None:
        self.quotes = 0
        self.ended = False
        self._lines = _decoded(stream)
        self._next = next(self._lines, None)

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line, self._next = self._next, next(self._lines, None)
        if line is None:
            raise StopIteration
        self.ended = self._next is None
        self.quotes += line.count('"')
        return line


def _decoded(stream: IO[bytes]) -> Iterator[str]:
    if cast(io.BufferedReader, stream).peek(2)[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
        words = io.TextIOWrapper(stream, encoding="utf-16", errors="replace", newline="")
        try:
            yield from words
        finally:
            words.detach()  # else it would close the stream, which is the caller's
        return
    yield stream.readline(MAX_BYTES).decode("utf-8-sig", "replace")
    while line := stream.readline(MAX_BYTES):
        yield _decode(line)


def _decode(line: bytes) -> str:
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError:
        return line.decode("cp1252", "replace")
