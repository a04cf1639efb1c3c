"""The floors that scores must keep, in ``gate.toml``, and that only rise."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pourparler.errors import DataError
from pourparler.evaluation.scoring import FIELDS, Scores

MEASURES = ("precision", "recall", "f1")


@dataclass(frozen=True, slots=True, kw_only=True)
class Floor:
    """The least a measure may be: of a kind (``field`` None) or of one of its fields, as a share of one."""

    kind: str
    field: str | None
    measure: str
    value: float

    def reached(self, scores: Scores) -> float:
        """What the scores hold for this measure."""
        tally = scores.fields[self.kind, self.field] if self.field else scores.kinds[self.kind]
        return float(getattr(tally, self.measure))

    def __str__(self) -> str:
        return ".".join(filter(None, (self.kind, self.field, self.measure)))


def read_floors(path: Path, corpus: str) -> list[Floor]:
    """The floors of one corpus, the table of that name: ``contact.f1 = 0.5``, ``contact.when.precision = 0.9``.

    Raises DataError: no such file or table, or a floor for what is not measured.
    """
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise DataError(f"{path}: no gate: {error}; expected TOML with a table for each corpus") from error
    if corpus not in tables:
        raise DataError(f"{path}: no floors for {corpus!r}; it holds {', '.join(tables) or 'nothing'}")
    return list(parse_floors(tables[corpus], path))


def parse_floors(table: Mapping[str, Any], path: Path) -> Iterator[Floor]:
    """The floors of one corpus's table."""
    for kind, measures in table.items():
        for name, value in measures.items():
            if kind in FIELDS and name in MEASURES:
                yield Floor(kind=kind, field=None, measure=name, value=float(value))
            elif name in FIELDS.get(kind, {}) and set(value) <= set(MEASURES):
                yield from (Floor(kind=kind, field=name, measure=m, value=float(v)) for m, v in value.items())
            else:
                raise DataError(f"{path}: {kind}.{name} is not measured; kinds and fields are those of the contract")


def broken(floors: list[Floor], scores: Scores) -> list[tuple[Floor, float]]:
    """Floors that the scores do not keep, with what was reached; to three decimals, as they are printed."""
    reached = ((floor, floor.reached(scores)) for floor in floors)
    return [(floor, value) for floor, value in reached if round(value, 3) < floor.value]


def lowered(before: Mapping[str, Any], after: Mapping[str, Any]) -> list[str]:
    """Floors of an older gate that a newer one lowers or leaves out.

    >>> lowered({"open": {"contact": {"f1": 0.5}}}, {"open": {"contact": {"f1": 0.4}}})
    ['open.contact.f1: 0.5 -> 0.4']
    """
    return [
        f"{name}: {value} -> {kept}"
        for name, value in _leaves(before)
        if (kept := dict(_leaves(after)).get(name)) is None or kept < value
    ]


def _leaves(table: Mapping[str, Any], prefix: str = "") -> Iterator[tuple[str, float]]:
    for name, value in table.items():
        if isinstance(value, Mapping):
            yield from _leaves(value, f"{prefix}{name}.")
        else:
            yield prefix + name, float(value)
