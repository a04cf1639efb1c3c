"""Larger cities, to place a place name. The table is long and seldom asked, so it is read at the first question."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from pourparler.knowledge.tables import Row


@dataclass(frozen=True, slots=True, kw_only=True)
class City:
    """A city; ``geonames`` is its id there. Either is None where the name alone does not decide."""

    name: str
    country: str | None
    geonames: int | None


class Cities:
    """Cities by name, as GeoNames spells it or in ASCII."""

    def __init__(self, rows: Callable[[], Iterable[Row]]) -> None:
        self._rows = rows
        self._known: dict[str, list[Row]] | None = None

    def get(self, name: str) -> City | None:
        """The city of this name; where states share the name, a city of no state. None for no such name."""
        if self._known is None:
            self._known = _by_name(self._rows())
        return _city(name, self._known[name]) if name in self._known else None


def _by_name(rows: Iterable[Row]) -> dict[str, list[Row]]:
    """The rows of each name. Thirty thousand are seldom asked for, so none is made a city before it is."""
    known: dict[str, list[Row]] = {}
    for row in rows:
        known.setdefault(row["name"], []).append(row)
        if row["names"]:
            for name in row.many("names"):
                known.setdefault(name, []).append(row)
    return known


def _city(name: str, rows: list[Row]) -> City:
    if len({row["country"] for row in rows}) > 1:
        return City(name=name, country=None, geonames=None)
    row = rows[-1]
    return City(name=row["name"], country=row.get("country"), geonames=row.convert("geonames", int))
