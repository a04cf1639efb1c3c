"""Lists as files: every format of the exports, streamed page by page, so that no store is held while a reader reads."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from importlib.util import find_spec
from itertools import islice

from pourparler.desk.filters import Asked
from pourparler.desk.pool import Pool
from pourparler.desk.wording import plural
from pourparler.exports.choices import EVENTS_ONLY, Format
from pourparler.exports.formats import lines_of
from pourparler.exports.omissions import Omissions
from pourparler.exports.parquet import parquet_pieces
from pourparler.records import Entry
from pourparler.store import Cursor, Report

#: Entries that are asked for at once, and bytes that are sent at once.
PAGE, PIECE = 500, 1 << 16
_TYPES = {
    Format.CSV: ("text/csv; charset=utf-8", "csv"),
    Format.JSONL: ("application/x-ndjson; charset=utf-8", "jsonl"),
    Format.PARQUET: ("application/vnd.apache.parquet", "parquet"),
    Format.GEOJSON: ("application/geo+json; charset=utf-8", "geojson"),
    Format.WEBANNOTATION: ("application/ld+json; charset=utf-8", "jsonld"),
    Format.POLECAT: ("text/tab-separated-values; charset=utf-8", "polecat.txt"),
    Format.ICEWS: ("text/tab-separated-values; charset=utf-8", "icews.tab"),
}


def formats(kind: str) -> tuple[Format, ...]:
    """The formats in which records of a kind can be had here."""
    offered = (form for form in _TYPES if form not in EVENTS_ONLY or kind == "event")
    return tuple(form for form in offered if form is not Format.PARQUET or find_spec("pyarrow"))


def media_type(form: Format) -> str:
    """What the file is, for the browser."""
    return _TYPES[form][0]


def file_name(asked: Asked, form: Format) -> str:
    """The file's name, of letters and digits alone: ``contacts-USA-CHN.csv``."""
    sides = [*asked.between, *asked.involving, *([asked.by] if asked.by else [])]
    words = [plural(asked.kind), *("".join(c for c in side if c.isascii() and c.isalnum())[:20] for side in sides)]
    return f"{'-'.join(filter(None, words))}.{_TYPES[form][1]}"


def pieces(pool: Pool, asked: Asked, form: Format) -> Iterator[bytes]:
    """The file in pieces. The list is as each page of it was when that was read."""
    entries = _entries(pool, asked)
    if form is Format.PARQUET:
        return parquet_pieces(entries)
    return _pieces(lines_of(form, entries, _report(pool), Omissions()))


def _entries(pool: Pool, asked: Asked) -> Iterator[Entry]:
    """All that fits, or so many as are asked for."""
    return islice(_every(pool, asked), asked.limit if "limit" in asked.model_fields_set else None)


def _every(pool: Pool, asked: Asked) -> Iterator[Entry]:
    behind = asked.behind
    while True:
        with pool.lend() as store:
            page = store.ask(asked.wanted, limit=PAGE, behind=behind, once=asked.once, oldest=asked.order == "oldest")
        yield from page
        if len(page) < PAGE:
            return
        behind = Cursor.behind(page[-1])


def _report(pool: Pool) -> Callable[[str], Report | None]:
    def report(article: str) -> Report | None:
        with pool.lend() as store:
            return store.report(article)

    return report


def _pieces(lines: Iterable[str]) -> Iterator[bytes]:
    held = bytearray()
    for line in lines:
        held += f"{line}\n".encode(errors="backslashreplace")
        if len(held) >= PIECE:
            yield bytes(held)
            held.clear()
    if held:
        yield bytes(held)
