"""The JSON Schema of the JSON Lines, built from the record classes, so that the two cannot drift apart.

Every field is required, because every field is always written. Fields that are not named are allowed: adding a field
is no breaking change.
"""

from __future__ import annotations

import dataclasses
import inspect
import json
import types
from enum import Enum
from typing import Any, Union, get_args, get_origin, get_type_hints

from pourparler.ledger.lines import Line, Stretch
from pourparler.records.kinds import CONTRACT, RECORD_KINDS, Article, Failure, Header

#: Every kind of line, in the order they can appear.
LINE_KINDS: tuple[type, ...] = (Header, Article, *RECORD_KINDS, Failure, Line, Stretch)

_PLAIN: dict[Any, dict[str, Any]] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    float: {"type": "number"},
    bool: {"type": "boolean"},
    type(None): {"type": "null"},
}

_DAY = {"pattern": r"^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(Z|[+-]\d{2}:\d{2})?)?$"}

#: What the types do not tell: limits of a field, wherever a field of this name stands.
_LIMITS: dict[str, dict[str, Any]] = {
    "confidence": {"minimum": 0, "maximum": 1},
    "quad": {"minimum": 1, "maximum": 4},
    "intensity": {"minimum": -10, "maximum": 10},
    "sha256": {"pattern": "^[0-9a-f]{64}$"},
    "earliest": _DAY,
    "latest": _DAY,
}


def json_schema() -> dict[str, Any]:
    """The schema of one line: one definition for each kind of line, part and closed choice."""
    definitions: dict[str, Any] = {}
    lines = [_of_type(kind, definitions) for kind in LINE_KINDS]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"Pourparler JSON Lines, contract {CONTRACT}",
        "description": "One line of `pourparler read --format jsonl`, or of `pourparler line`.",
        "oneOf": lines,
        "$defs": dict(sorted(definitions.items())),
    }


def _of_type(hint: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    """The schema of one type; classes and enums are defined once and referred to."""
    if hint in _PLAIN:
        return dict(_PLAIN[hint])
    if get_origin(hint) is tuple:
        return {"type": "array", "items": _of_type(get_args(hint)[0], definitions)}
    if get_origin(hint) in (Union, types.UnionType):
        return _of_choice([_of_type(arm, definitions) for arm in get_args(hint)])
    if hint.__name__ not in definitions:
        definitions[hint.__name__] = {}  # holds the place, should a class ever contain itself
        definitions[hint.__name__] = _of_enum(hint) if issubclass(hint, Enum) else _of_class(hint, definitions)
    return {"$ref": f"#/$defs/{hint.__name__}"}


def _of_choice(arms: list[dict[str, Any]]) -> dict[str, Any]:
    """Plain types are joined in one list; anything else is ``anyOf``."""
    if all(arm.keys() == {"type"} for arm in arms):
        return {"type": [arm["type"] for arm in arms]}
    return {"anyOf": arms}


def _of_enum(choices: type[Enum]) -> dict[str, Any]:
    return {"type": "string", "enum": [choice.value for choice in choices]}


def _of_class(cls: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    hints = get_type_hints(cls)
    kind = getattr(cls, "kind", None)
    properties: dict[str, Any] = {"kind": {"const": kind}} if isinstance(kind, str) else {}
    for field in dataclasses.fields(cls):
        properties[field.name] = _of_type(hints[field.name], definitions) | _LIMITS.get(field.name, {})
    return {
        "description": inspect.cleandoc(cls.__doc__ or ""),
        "type": "object",
        "properties": properties,
        "required": list(properties),
    }


def schema_text() -> str:
    """The schema as it is published in ``docs/schema.json``, without the final newline."""
    return json.dumps(json_schema(), indent=2, ensure_ascii=False)
