"""The formats in which a store's entries leave it: their names, and what a file's name tells of them."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path

from pourparler.errors import UsageError


class Format(StrEnum):
    TABLE = "table"
    JSONL = "jsonl"
    CSV = "csv"
    PARQUET = "parquet"
    POLECAT = "polecat"
    ICEWS = "icews"
    GEOJSON = "geojson"
    WEBANNOTATION = "webannotation"


#: Formats of PLOVER events; nothing else has a place in them.
EVENTS_ONLY = frozenset({Format.POLECAT, Format.ICEWS})
#: What the name of a file tells of its format.
_SUFFIXES = {
    "": Format.JSONL,
    ".jsonl": Format.JSONL,
    ".ndjson": Format.JSONL,
    ".csv": Format.CSV,
    ".parquet": Format.PARQUET,
    ".geojson": Format.GEOJSON,
    ".jsonld": Format.WEBANNOTATION,
}


def format_of(path: Path) -> Format:
    """The format that a file's name asks for; JSON Lines where it has no ending.

    Raises UsageError: the ending is none of those that tell a format.

    >>> str(format_of(Path("contacts.geojson"))), str(format_of(Path("contacts")))
    ('geojson', 'jsonl')
    """
    try:
        return _SUFFIXES[path.suffix.lower()]
    except KeyError:
        known = ", ".join(filter(None, _SUFFIXES))
        told = f"{path.name!r} ends in {path.suffix!r}, which tells no format; end it in {known}"
        raise UsageError(f"{told}, or say which with --format") from None
