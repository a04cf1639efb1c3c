"""Records from plain JSON values: the way back from ``lines.as_json``."""

from __future__ import annotations

import dataclasses
import types
from collections.abc import Mapping
from enum import Enum
from functools import cache
from typing import Any, Union, get_args, get_origin, get_type_hints

from pourparler.errors import DataError
from pourparler.records.kinds import RECORD_KINDS, Article, Failure, Header

_CLASSES: tuple[Any, ...] = (Header, Article, Failure, *RECORD_KINDS)
_KINDS: dict[str, Any] = {cls.kind: cls for cls in _CLASSES}


def from_json(value: Mapping[str, Any]) -> Any:
    """The header, article, failure or record that a JSON object of the contract tells; unknown fields are left out.

    Raises DataError: no such kind, a field is missing, or a value is none of its field's choices.

    >>> from_json({"kind": "header", "contract": "1.0", "reader": "by hand"}).reader
    'by hand'
    """
    kind = _KINDS.get(str(value.get("kind")))
    if kind is None:
        raise DataError(f"no record kind {value.get('kind')!r}; expected one of {', '.join(_KINDS)}")
    try:
        return _build(kind, value)
    except (TypeError, ValueError, KeyError) as error:
        raise DataError(f"{kind.kind} {value.get('id', '')}: {error}; see the JSON Schema of the contract") from error


@cache
def _hints(cls: Any) -> dict[str, Any]:
    return get_type_hints(cls)


def _build(wanted: Any, value: Any) -> Any:
    """The value as the type wants it: dataclasses from objects, enums from words, tuples from lists."""
    if value is None:
        return None
    origin = get_origin(wanted)
    if origin in (Union, types.UnionType):
        return _build_one_of([choice for choice in get_args(wanted) if choice is not type(None)], value)
    if origin is tuple:
        return tuple(_build(get_args(wanted)[0], item) for item in value)
    if isinstance(wanted, type) and issubclass(wanted, Enum):
        return wanted(value)
    return _build_parts(wanted, value) if dataclasses.is_dataclass(wanted) else value


def _build_parts(wanted: Any, value: Mapping[str, Any]) -> Any:
    hints = _hints(wanted)
    fields = {field.name for field in dataclasses.fields(wanted)} & set(value)
    return wanted(**{name: _build(hints[name], value[name]) for name in fields})


def _build_one_of(choices: list[Any], value: Any) -> Any:
    """An object goes to the choice that is a class of parts, anything else to the first choice."""
    parts = [choice for choice in choices if dataclasses.is_dataclass(choice)]
    return _build(parts[0] if parts and isinstance(value, Mapping) else choices[0], value)
