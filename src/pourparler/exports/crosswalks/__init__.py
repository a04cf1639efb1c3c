"""From our words to those of POLECAT and ICEWS: numbers and names of states, sectors, codes; tables beside this."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from pourparler.records import Event
from pourparler.records.ids import PREFIXES


@dataclass(frozen=True, slots=True)
class Cameo:
    """A CAMEO code, its words as ICEWS prints them, and its Goldstein score."""

    code: str
    text: str
    intensity: float


def cow_number(alpha3: str) -> str | None:
    """The state's number in the Correlates of War list; None where it is no member of it.

    >>> cow_number("DEU"), cow_number("PSE")
    ('255', None)
    """
    return _rows("countries", "alpha3").get(alpha3, {}).get("cow") or None


def icews_country(alpha3: str) -> str:
    """The state's name in ICEWS; one that it does not know keeps its code.

    >>> icews_country("RUS")
    'Russian Federation'
    """
    return _rows("countries", "alpha3").get(alpha3, {}).get("icews") or alpha3


def icews_sector(sector: str) -> str:
    """The sector in ICEWS words; one that it does not know keeps its code."""
    return _rows("sectors", "sector").get(sector, {}).get("icews") or sector


def unnamed(sector: str) -> str | None:
    """What ICEWS calls somebody of this sector whom it cannot name; None where it has no such word."""
    return _rows("sectors", "sector").get(sector, {}).get("unnamed") or None


def cameo(event: Event) -> tuple[Cameo, Cameo | None]:
    """The CAMEO code of an event and, of a meeting, the code from the other side.

    The kind of record that the event codes goes before the mode, the mode before the type alone.
    """
    kind = _KINDS.get((event.of or "")[:2], "")
    lines = _cameo_lines()
    mode = event.mode or ""
    for key in ((event.type, mode, kind), (event.type, mode, ""), (event.type, "", kind), (event.type, "", "")):
        if found := lines.get(key):
            return _code(found[0]), _code(found[1]) if found[1] else None
    raise LookupError(f"no CAMEO code for the PLOVER type {event.type}")  # a defect of ours: a test knows all types


_KINDS = {prefix: kind for kind, prefix in PREFIXES.items()}


def _code(code: str) -> Cameo:
    row = _rows("cameo_codes", "cameo")[code]
    return Cameo(code, row["text"], float(row["intensity"]))


@cache
def _cameo_lines() -> dict[tuple[str, str, str], tuple[str, str]]:
    return {(row["type"], row["mode"], row["codes"]): (row["cameo"], row["mirror"]) for row in _table("cameo")}


@cache
def _rows(name: str, key: str) -> dict[str, dict[str, str]]:
    return {row[key]: row for row in _table(name)}


def _table(name: str) -> list[dict[str, str]]:
    text = (files(__package__) / f"{name}.csv").read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))
