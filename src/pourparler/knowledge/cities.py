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
        self._known: dict[str, City] | None = None

    def get(self, name: str) -> City | None:
        if self._known is None:
            self._known = _by_name(self._rows())
        return self._known.get(name)


def _by_name(rows: Iterable[Row]) -> dict[str, City]:
    known: dict[str, City] = {}
    for row in rows:
        city = City(name=row["name"], country=row.get("country"), geonames=row.convert("geonames", int))
        for name in (city.name, *row.many("names")):
            known[name] = (
                city if known.get(name, city).country == city.country else City(name=name, country=None, geonames=None)
            )
    return known
