"""The fields of records by their paths, as ``when.earliest`` or ``participants.0.country``, and values as typed."""

from __future__ import annotations

import dataclasses
import json
import re
import types
from collections.abc import Iterable
from datetime import datetime
from enum import Enum
from functools import cache
from typing import Any, Union, get_args, get_origin, get_type_hints

from pourparler.errors import UsageError
from pourparler.records import Record
from pourparler.records.kinds import RECORD_KINDS

#: What makes a record the one it is, and what the reader says of itself: rejected if wrong, never corrected.
FIXED = frozenset({"kind", "id", "article", "anchor", "confidence", "reader"})
#: Offsets of a part follow its words.
OFFSETS = frozenset({"start", "end"})
#: Further fields whose values are limited: the pattern, and what is expected.
PATTERNS: dict[str, tuple[re.Pattern[str], str]] = {
    "country": (re.compile(r"[A-Z]{3}"), "an ISO 3166-1 alpha-3 code, as JPN"),
    "earliest": (re.compile(r"\d{4}-\d\d-\d\d(T\d\d:\d\d(Z|[+-]\d\d:\d\d)?)?"), "a day, as 2024-03-04"),
    "latest": (re.compile(r"\d{4}-\d\d-\d\d(T\d\d:\d\d(Z|[+-]\d\d:\d\d)?)?"), "a day, as 2024-03-04"),
}
_DAYS = ("earliest", "latest")
#: What cannot be kept as text: half a character, and the end of a string.
_NO_TEXT = re.compile("[\x00\ud800-\udfff]")
#: Limits of numbers.
RANGES: dict[str, tuple[float, float]] = {
    "quad": (1, 4), "intensity": (-10, 10), "lat": (-90, 90), "lon": (-180, 180), "min": (0, 1e9), "max": (0, 1e9),
    "count": (0, 1e9),
}  # fmt: skip

#: What people call the plain types.
_NAMES = {str: "text", int: "whole number", float: "number", bool: "truth value"}

Path = tuple[str | int, ...]


def steps(path: str) -> Path:
    """The path's steps, places in lists as numbers.

    >>> steps("participants.0.country")
    ('participants', 0, 'country')
    """
    return tuple(int(step) if step.isdecimal() else step for step in path.split("."))


def order(path: str) -> list[tuple[int, int, str]]:
    """Sorts paths so that a part comes before its own fields, and places in a list in their order."""
    return [(0, step, "") if isinstance(step, int) else (1, 0, step) for step in steps(path)]


@cache
def hints(cls: Any) -> dict[str, Any]:
    """The types of a class's fields by their names."""
    return {field.name: get_type_hints(cls)[field.name] for field in dataclasses.fields(cls)}


def choices(hint: Any) -> tuple[Any, ...]:
    """The types that a value of this type may be of, None left out."""
    if get_origin(hint) in (Union, types.UnionType):
        return tuple(choice for choice in get_args(hint) if choice is not type(None))
    return (hint,)


def nullable(hint: Any) -> bool:
    """Whether a value of this type may be nothing."""
    return type(None) in get_args(hint)


def part_of(hint: Any) -> Any:
    """The class of parts among the types a value may be of; None where it is none."""
    return next((choice for choice in choices(hint) if dataclasses.is_dataclass(choice)), None)


def item_of(hint: Any) -> Any:
    """The type of the items of a list; None where it is no list."""
    listed = next((choice for choice in choices(hint) if get_origin(choice) is tuple), None)
    return get_args(listed)[0] if listed else None


def hint_at(cls: type[Record], path: str) -> Any:
    """The type of the field at a path.

    Raises UsageError: there is no such field, or it is none that is corrected.
    """
    hint: Any = cls
    for step in steps(path):
        item, part = item_of(hint), part_of(hint)
        if isinstance(step, int) and item is not None:
            hint = item
            continue
        known = hints(part) if part else {}
        if step not in known:
            told = ", ".join(correctable(part)) if part else "a number" if item else "nothing more"
            raise UsageError(f"{path}: a {cls.kind} has no such field; where {step!r} stands, expected {told}")
        if step not in correctable(part):
            why = "it follows the words; correct `text`" if step in OFFSETS else "reject the record if it is wrong"
            raise UsageError(f"{path} cannot be corrected; {why}")
        hint = known[step]
    return hint


def correctable(cls: Any) -> list[str]:
    """The fields of a record or part that people may correct."""
    known = hints(cls)
    fixed = FIXED if issubclass(cls, Record) else OFFSETS if "text" in known else frozenset[str]()
    return [name for name in known if name not in fixed]


def class_of(kind: str) -> type[Record]:
    """The class of a kind of record."""
    return next(cls for cls in RECORD_KINDS if cls.kind == kind)


def read_changes(kind: str, told: Iterable[str]) -> dict[str, Any]:
    """Changes as they are typed, FIELD=VALUE, as plain JSON values by path.

    A value is taken as it stands, ``null`` as nothing; parts and lists may be written as JSON, a part also as its words
    alone, a date as its day, a list of words with commas. Raises UsageError: no such field, or no value of its type.

    >>> read_changes("contact", ["status=declined", "initiator.sectors=MIL,GOV", "due=null"])
    {'status': 'declined', 'initiator.sectors': ['MIL', 'GOV'], 'due': None}
    """
    changes: dict[str, Any] = {}
    for one in told:
        path, equals, value = one.partition("=")
        if not equals:
            raise UsageError(f"{one!r} is no correction; write FIELD=VALUE, as status=declined")
        changes[path] = _read_value(hint_at(class_of(kind), path), path, value)
    return changes


def _read_value(hint: Any, path: str, value: str) -> Any:
    if value == "null":
        return None
    if value[:1] in ("{", "[", '"') or {int, float, bool} & set(choices(hint)):
        try:
            return json.loads(value)
        except ValueError as error:
            raise UsageError(f"{path}: {value!r} is no JSON ({error}); write the value plainly or as JSON") from error
    item = item_of(hint)
    if item is None:
        return value
    return [value] if part_of(item) else [word.strip() for word in value.split(",") if word.strip()]


def check(hint: Any, path: str, value: Any) -> None:
    """Raises UsageError where a plain value is none of its field's."""
    name = path.rpartition(".")[2]
    wanted = choices(hint)[0]
    if isinstance(wanted, type) and issubclass(wanted, Enum):
        if value not in [choice.value for choice in wanted]:
            raise UsageError(f"{path}: {value!r} is none of {', '.join(choice.value for choice in wanted)}")
        return
    right = (float, int) if wanted is float else wanted
    if not isinstance(value, right) or (isinstance(value, bool) and wanted is not bool):
        raise UsageError(
            f"{path}: {value!r} is no {_NAMES.get(wanted, 'part; write its words, or its fields as JSON')}"
        )
    if name in PATTERNS and not PATTERNS[name][0].fullmatch(str(value)):
        raise UsageError(f"{path}: {value!r} is not {PATTERNS[name][1]}")
    if wanted is str and (bad := _NO_TEXT.search(str(value))):
        raise UsageError(f"{path}: {value!r} holds {bad[0]!r}, which no text has")
    if name in _DAYS and not _is_day(str(value)):
        raise UsageError(f"{path}: {value!r} is no day of the calendar; expected one as 2024-03-04")
    if name in RANGES and not RANGES[name][0] <= value <= RANGES[name][1]:
        raise UsageError(f"{path}: {value} is out of range; expected {RANGES[name][0]:g} to {RANGES[name][1]:g}")


def _is_day(told: str) -> bool:
    """Whether there is such a day, and such a time where one is told."""
    try:
        datetime.fromisoformat(told)
    except ValueError:
        return False
    return True
