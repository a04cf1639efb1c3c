"""Records to plain JSON values and JSON Lines, as the contract has them."""

from __future__ import annotations

import dataclasses
import json
from enum import Enum
from typing import Any


def as_json(value: Any) -> Any:
    """A record, part or tuple of them as dicts, lists and scalars; a record's ``kind`` comes first."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        kind = getattr(type(value), "kind", None)
        head = {"kind": kind} if isinstance(kind, str) else {}
        return head | {f.name: as_json(getattr(value, f.name)) for f in dataclasses.fields(value)}
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, (tuple, list)):
        return [as_json(v) for v in value]
    return value


def as_line(record: Any) -> str:
    """One line of JSON Lines, without its newline. Line separators inside strings are escaped."""
    line = json.dumps(as_json(record), ensure_ascii=False)
    return line.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029").replace("\x85", "\\u0085")
