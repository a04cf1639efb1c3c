"""The parts of a record, however deep they stand: a reason's actor, a dispute's positions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any, TypeVar

from pourparler.records import Record

P = TypeVar("P")


def parts_of(record: Record, kind: type[P]) -> dict[P, tuple[str, ...]]:
    """Each part of that class once, in reading order, with the fields it fills: ``by``, ``reasons: by``."""
    found: dict[P, tuple[str, ...]] = {}
    for field, part in _walk(record, kind, ""):
        found[part] = tuple(dict.fromkeys((*found.get(part, ()), field)))
    return found


def _walk(value: Any, kind: type[P], path: str) -> Iterator[tuple[str, P]]:
    if isinstance(value, kind):
        yield path, value
    elif isinstance(value, tuple):
        for item in value:
            yield from _walk(item, kind, path)
    elif is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            yield from _walk(getattr(value, field.name), kind, f"{path}: {field.name}" if path else field.name)
