"""Entries as the lines of any text format."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache

from pourparler.errors import UsageError
from pourparler.exports.annotation import annotation_lines
from pourparler.exports.choices import Format
from pourparler.exports.entries import entry_csv, entry_json, entry_lines
from pourparler.exports.geojson import geojson_lines
from pourparler.exports.icews import icews_lines
from pourparler.exports.omissions import Omissions
from pourparler.exports.polecat import polecat_lines
from pourparler.records import Entry
from pourparler.store import Report

#: Articles kept at hand: an article's records stand near each other in a list by days.
_AT_HAND = 256


def lines_of(
    format: Format, entries: Iterable[Entry], report: Callable[[str], Report | None], omitted: Omissions
) -> Iterator[str]:
    """The lines of a text format, as the entries come; a table alone waits for the last.

    ``report`` gives an article by its id; ``omitted`` counts what the format has no place for. Raises UsageError for
    Parquet, which is no text.
    """
    known = lru_cache(_AT_HAND)(report)
    match format:
        case Format.TABLE:
            return entry_lines(entries)
        case Format.JSONL:
            return entry_json(entries)
        case Format.CSV:
            return entry_csv(entries)
        case Format.POLECAT:
            return polecat_lines(entries, known, omitted)
        case Format.ICEWS:
            return icews_lines(entries, known, omitted)
        case Format.GEOJSON:
            return geojson_lines(entries, omitted)
        case Format.WEBANNOTATION:
            return annotation_lines(entries, known)
    raise UsageError(f"{format} is no text; name a file to write with --out FILE")
