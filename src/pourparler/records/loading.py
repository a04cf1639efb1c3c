"""Records from plain JSON values: the way back from ``lines.as_json``."""

from __future__ import annotations

import dataclasses
import types
from collections.abc import Callable, Mapping
from enum import Enum
from functools import cache
from typing import Any, Union, cast, get_args, get_origin, get_type_hints

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
        return _parts(kind)(value)
    except (TypeError, ValueError, KeyError) as error:
        raise DataError(f"{kind.kind} {value.get('id', '')}: {error}; see the JSON Schema of the contract") from error


#: Makes a value that is told of its JSON; None where the JSON is the value.
Maker = Callable[[Any], Any] | None


@cache
def _maker(wanted: Any) -> Maker:
    """What makes a value of the type: dataclasses from objects, enums from words, tuples from lists.

    Each type is looked at once: a page of a list holds thousands of values.
    """
    origin = get_origin(wanted)
    if origin in (Union, types.UnionType):
        return _one_of([choice for choice in get_args(wanted) if choice is not type(None)])
    if origin is tuple:
        item = _maker(get_args(wanted)[0])
        return (lambda values: tuple(map(item, values))) if item else tuple
    if isinstance(wanted, type) and issubclass(wanted, Enum):
        return wanted
    return _parts(cast(Any, wanted)) if dataclasses.is_dataclass(wanted) else None


@cache
def _parts(wanted: Any) -> Callable[[Mapping[str, Any]], Any]:
    hints = get_type_hints(wanted)
    makers = [(field.name, _maker(hints[field.name])) for field in dataclasses.fields(wanted)]

    def make(value: Mapping[str, Any]) -> Any:
        told = {}
        for name, maker in makers:
            if name in value:
                held = value[name]
                told[name] = held if held is None or maker is None else maker(held)
        return wanted(**told)

    return make


def _one_of(choices: list[Any]) -> Maker:
    """An object goes to the choice that is a class of parts, anything else to the first choice."""
    first, classes = _maker(choices[0]), [choice for choice in choices if dataclasses.is_dataclass(choice)]
    if not classes or len(choices) == 1:
        return first
    parts = _parts(cast(Any, classes[0]))

    def make(value: Any) -> Any:
        maker = parts if isinstance(value, Mapping) else first
        return maker(value) if maker else value

    return make
