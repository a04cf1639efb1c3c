"""The formats in which a store's entries leave it: their names, and what a file's name tells of them."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path


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
    ".csv": Format.CSV,
    ".parquet": Format.PARQUET,
    ".geojson": Format.GEOJSON,
    ".jsonld": Format.WEBANNOTATION,
}


def format_of(path: Path) -> Format:
    """The format that a file's name asks for; JSON Lines where it tells nothing.

    >>> str(format_of(Path("contacts.geojson"))), str(format_of(Path("contacts")))
    ('geojson', 'jsonl')
    """
    return _SUFFIXES.get(path.suffix.lower(), Format.JSONL)
