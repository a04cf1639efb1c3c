"""What was wrong with a parameter, in words: what was expected, and what was given instead."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator

from pourparler.exports.printable import one_line
from pourparler.records.counted import counted

#: Letters of a name, of a value and of a sentence that are told.
_NAME, _VALUE, _LONGEST = 80, 40, 400
#: Errors of one request that are told.
_MOST = 10
#: Errors of the whole body; what else they tell is a place in its bytes.
_WHOLE = frozenset({"json_invalid"})
#: Parameters whose value is nobody's business.
_SECRET = frozenset({"token", "csrf"})


def _check_day(told: object) -> object:
    """A number is no day, though it may be read as seconds since 1970."""
    if isinstance(told, str) and not _DAY.fullmatch(told.strip()):
        raise ValueError(f"expected {_A_DAY}")
    return told


_DAY, _A_DAY = re.compile(r"\d{4}-\d\d-\d\d"), "a day, as 2024-03-05"
#: A day of the calendar as ISO 8601 has it.
Day = Annotated[date, BeforeValidator(_check_day)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wrong:
    """A parameter by its name, and what is wrong with it: ``expected newest or oldest, not “sideways”``."""

    at: str
    why: str


def wrong_of(error: Mapping[str, Any]) -> Wrong:
    """What an error of pydantic says, in our words; of what was given the beginning, on one line."""
    place, *inner = error["loc"]
    steps = [str(step) for step in inner if place == "body" or not isinstance(step, int)]
    if error["type"] in _WHOLE:
        steps = []
    if name := error.get("ctx", {}).get("discriminator"):
        steps = [*steps, name.strip("'")]
    why = _why(error["type"], error.get("ctx", {}), str(error["msg"]), shown(error.get("input"), steps[-1:]))
    return Wrong(at=one_line(".".join(steps))[:_NAME] or str(place), why=one_line(why)[:_LONGEST])


def wrongs_of(errors: Sequence[Mapping[str, Any]]) -> list[Wrong]:
    """What is wrong with a request, at most ten things."""
    return [wrong_of(each) for each in errors[:_MOST]]


def shown(given: Any, steps: list[str] | None = None) -> str:
    """A value in quotation marks, its beginning where it is long; '' where it is not one word or number.

    >>> shown("soon"), shown(["a", "b"])
    ('“soon”', '')
    """
    if not isinstance(given, str | int | float) or _SECRET & set(steps or ()):
        return ""
    told = one_line(str(given)[: 4 * _VALUE])
    return f"“{told[:_VALUE]}{'…' if len(told) > _VALUE else ''}”"


def matching(pattern: str, expected: str) -> AfterValidator:
    """Has a text checked against a pattern; ``expected`` says in words what fits."""
    compiled = re.compile(pattern)

    def check(told: str) -> str:
        if not compiled.fullmatch(told):
            raise ValueError(f"expected {expected}")
        return told

    return AfterValidator(check)


def _why(kind: str, about: Mapping[str, Any], told: str, given: str) -> str:
    if kind in ("missing", "union_tag_not_found"):
        return "needed, and not given"
    if kind == "extra_forbidden":
        return "nothing of this name is expected"
    if kind == "union_tag_invalid":
        given = shown(about["tag"])
    if kind == "value_error":
        why = told.removeprefix("Value error, ")
        return f"{why}, not {given}" if given and why.startswith("expected ") else f"{given}: {why}" if given else why
    if kind == "too_long":
        return f"expected at most {about['max_length']} of it, not {about['actual_length']}"
    tell = _EXPECTED.get(kind)
    if tell is None:
        return f"{told[:1].lower()}{told[1:]}{f': {given}' if given else ''}"
    return f"expected {tell(about)}{f', not {given}' if given else ''}"


def one_of(choices: Sequence[str]) -> str:
    """What can be chosen, in words.

    >>> one_of(["contact", "event", "measure"])
    'contact, event or measure'
    """
    return " or ".join(filter(None, [", ".join(choices[:-1]), choices[-1]]))


def _choice(about: Mapping[str, Any]) -> str:
    told = str(about.get("expected", about.get("expected_tags"))).replace("'", "")
    return one_of(told.replace(" or ", ", ").split(", "))


_EXPECTED: dict[str, Callable[[Mapping[str, Any]], str]] = {
    "literal_error": _choice,
    "enum": _choice,
    "union_tag_invalid": _choice,
    "json_invalid": lambda about: f"JSON ({about['error']})",
    "model_attributes_type": lambda about: "an object of JSON",
    "dict_type": lambda about: "an object of JSON",
    "too_short": lambda about: f"at least {about['min_length']} of it",
    "bool_parsing": lambda about: "true or false",
    "bool_type": lambda about: "true or false",
    "int_parsing": lambda about: "a whole number",
    "int_from_float": lambda about: "a whole number",
    "int_parsing_size": lambda about: "a smaller number",
    "greater_than_equal": lambda about: f"{about['ge']:,} or more",
    "less_than_equal": lambda about: f"at most {about['le']:,}",
    "date_from_datetime_parsing": lambda about: _A_DAY,
    "date_from_datetime_inexact": lambda about: _A_DAY,
    "date_parsing": lambda about: _A_DAY,
    "date_type": lambda about: _A_DAY,
    "string_type": lambda about: "text",
    "string_unicode": lambda about: "text of whole characters",
    "string_too_long": lambda about: f"at most {counted(about['max_length'], 'letter')}",
    "string_too_short": lambda about: f"at least {counted(about['min_length'], 'letter')}",
}
