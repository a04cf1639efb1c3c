"""Larger cities, to place a place name."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from pourparler.knowledge.tables import Row


@dataclass(frozen=True, slots=True, kw_only=True)
class City:
    """A city; ``geonames`` is its id there. Both are None where the name alone does not decide."""

    name: str
    country: str | None
    geonames: int | None


def cities_of(rows: Iterable[Row]) -> dict[str, City]:
    return {
        row["name"]: City(name=row["name"], country=row.get("country"), geonames=row.convert("geonames", int))
        for row in rows
    }
