"""Records to plain JSON values and JSON Lines, as the contract has them."""

from __future__ import annotations

import dataclasses
import json
from enum import Enum
from functools import cache
from typing import Any


def as_json(value: Any) -> Any:
    """A record, part or tuple of them as dicts, lists and scalars; a record's ``kind`` comes first."""
    cls = type(value)
    if cls in _PLAIN:
        return value
    if cls is tuple or cls is list:
        return [as_json(v) for v in value]
    if isinstance(value, Enum):
        return value.value
    if dataclasses.is_dataclass(cls):
        head, fields = _shape(cls)
        return head | {name: as_json(getattr(value, name)) for name in fields}
    return [as_json(v) for v in value] if isinstance(value, (tuple, list)) else value


_PLAIN = frozenset((str, int, float, bool, type(None)))


@cache
def _shape(cls: Any) -> tuple[dict[str, str], tuple[str, ...]]:
    """What an object of the class starts with, and its fields."""
    kind = getattr(cls, "kind", None)
    return {"kind": kind} if isinstance(kind, str) else {}, tuple(f.name for f in dataclasses.fields(cls))


def as_line(record: Any) -> str:
    """One line of JSON Lines, without its newline. Line separators inside strings are escaped."""
    line = json.dumps(as_json(record), ensure_ascii=False)
    return line.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029").replace("\x85", "\\u0085")
