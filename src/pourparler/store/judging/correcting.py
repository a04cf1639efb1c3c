"""Correcting a record: changes of single fields onto a copy of it. Pure; what was read stays as it is.

A corrected part quotes the article like any other: its words are looked for in the text, nearest to where the part
stood, else to the record's trigger. What is told of an actor is told of it wherever the record has that very actor.
"""

from __future__ import annotations

import dataclasses
import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from pourparler.errors import UsageError
from pourparler.records import Actor, Contact, Count, Date, How, Incident, Precision, Record, Tenure, side_of
from pourparler.records.lines import as_json
from pourparler.records.loading import from_json
from pourparler.store.judging.fields import (
    OFFSETS,
    Path,
    check,
    choices,
    hint_at,
    hints,
    item_of,
    nullable,
    order,
    part_of,
    steps,
)

#: Who resolved an actor that a person has corrected.
REVIEW = "review"
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
#: The roles whose actors are sides of the record too, and the field that lists its sides.
_SIDES = {Contact.kind: (("initiator", "target"), "participants"), Incident.kind: (("by",), "parties")}
#: Letters of a day with hours and minutes; what follows is the zone.
_TIME = 16
_SINGLE_DAYS = frozenset({Precision.DAY, Precision.MINUTE, Precision.PART_OF_DAY})


def correct(record: Record, changes: Mapping[str, Any], text: str) -> Record:
    """The record with these changes, plain JSON values by the path of their field; ``text`` is its article's.

    Raises UsageError: there is no such field, a value is none of its field's, or words do not stand in the article.
    """
    old = as_json(record)
    new: Any = json.loads(json.dumps(old))
    cls = type(record)
    for path in sorted(changes, key=order):
        hint_at(cls, path)
        new = _put(cls, new, steps(path), changes[path], path)
    new = _Settler(text, record.anchor.start).settle(cls, old, new, "")
    for path in changes:
        new = _everywhere(cls, old, new, path, changes)
    new = _without_gaps(new)
    _list_sides(record.kind, old, new, changes)
    _check_term(new, changes)
    corrected: Record = from_json(new)
    return corrected


def _put(hint: Any, held: Any, where: Path, value: Any, path: str) -> Any:
    """What is held, with the value put where the steps lead; lists grow by one, an empty part is begun."""
    if not where:
        return _whole(hint, held, value)
    step, rest = where[0], where[1:]
    if isinstance(step, int):
        items = list(held or ())
        if step > len(items):
            raise UsageError(f"{path}: there are only {len(items)}; the next would be number {len(items)}")
        item = items[step] if step < len(items) else None
        items[step : step + 1] = [_put(item_of(hint), item, rest, value, path)]
        return items
    part = dict(held) if isinstance(held, dict) else {}
    part[step] = _put(hints(part_of(hint))[step], part.get(step), rest, value, path)
    return part


def _check_term(new: dict[str, Any], changes: Mapping[str, Any]) -> None:
    """Raises UsageError where a term of office is made to end before it can have begun."""
    start, end = ((new.get(name) or {}) if new["kind"] == Tenure.kind else {} for name in ("start", "end"))
    if not any(steps(path)[0] in ("start", "end") for path in changes):
        return
    first, last = start.get("earliest"), end.get("latest")
    if first and last and _is_after(first, last):
        raise UsageError(f"a term that begins on {first} cannot end on {last}; correct start, end or both")


def _whole(hint: Any, held: Any, value: Any) -> Any:
    """A value for a whole field: words stand for the part that they name, an ISO day for the date."""
    part, item = part_of(hint), item_of(hint)
    if item is not None and isinstance(value, list | tuple):
        return [_whole(item, None, one) for one in value]
    if part is None or not isinstance(value, str) or str in choices(hint):
        return value
    if part is Date and _DAY.fullmatch(value):
        known = held or {"text": None, "start": None, "end": None}
        return known | {"earliest": value, "latest": value, "precision": Precision.DAY, "how": How.STATED}
    return {"text": value}


class _Settler:
    """Completes what changes have left open, and checks it."""

    def __init__(self, text: str, near: int) -> None:
        self._text = text
        self._near = near

    def settle(self, hint: Any, old: Any, new: Any, path: str) -> Any:
        """The new value, whole and sound; one that is as it was is left alone."""
        if new == old and path:
            return new
        if new is None:
            if not nullable(hint):
                raise UsageError(f"{path} cannot be empty; reject the record if it is wrong")
            return None
        item, part = item_of(hint), part_of(hint)
        if item is not None:
            return self._items(item, old or [], new, path)
        if part is not None and isinstance(new, dict):
            return self._part(part, old if isinstance(old, dict) else None, new, path)
        check(hint, path, new)
        return new

    def _items(self, item: Any, old: list[Any], new: Any, path: str) -> list[Any]:
        """The items of a list; one that was emptied stays as None, so that the others keep their places."""
        if not isinstance(new, list):
            raise UsageError(f"{path}: {new!r} is no list; write it as JSON, or correct {path}.0, {path}.1 ...")
        before = dict(enumerate(old))
        told = enumerate(new)
        return [one if one is None else self.settle(item, before.get(k), one, f"{path}.{k}") for k, one in told]

    def _part(self, part: Any, old: dict[str, Any] | None, new: dict[str, Any], path: str) -> dict[str, Any]:
        before, known = old or {}, hints(part)
        if unknown := new.keys() - known.keys() - {"kind"}:
            raise UsageError(f"{path}: no field {', '.join(sorted(unknown))}; expected {', '.join(known)}")
        whole = {name: value for name, value in new.items() if name in known}
        for name, value in whole.items():
            self._check_plain(known[name], value, _below(path, name))
        if part is Actor:
            _complete_actor(before, whole)
        elif part is Date:
            _complete_date(before, whole, path)
        elif part is Count:
            whole.setdefault("max", whole.get("min"))
        if "text" in known and known.keys() >= OFFSETS:
            self._place(part, before, whole, path)
        for field in dataclasses.fields(part):
            if field.name not in whole:
                whole[field.name] = _default(field, known[field.name], path)
        settled = {name: self.settle(known[name], before.get(name), whole[name], _below(path, name)) for name in known}
        return ({"kind": new["kind"]} if "kind" in new else {}) | settled

    def _check_plain(self, hint: Any, value: Any, path: str) -> None:
        """Raises UsageError where a value without parts of its own, or a list of such, is not of its type."""
        item = item_of(hint)
        if value is None or part_of(item or hint) is not None:
            return
        if item is None:
            check(hint, path, value)
        else:
            self._items(item, [], value, path)

    def _place(self, part: Any, before: dict[str, Any], whole: dict[str, Any], path: str) -> None:
        """Finds the words of a part in the article."""
        words, start = whole.get("text"), whole.get("start")
        if before and all(whole.get(name) == before[name] for name in ("text", *OFFSETS)):
            return
        if words is None and part is Date:
            whole["start"] = whole["end"] = None
            return
        if not isinstance(words, str) or not words:
            raise UsageError(f"{path} needs words of the article; give {_below(path, 'text')} too")
        if not isinstance(start, int) or start < 0 or not self._text.startswith(words, start):
            near = before.get("start")
            start = self._nearest(words, near if isinstance(near, int) else self._near, path)
        whole["start"], whole["end"] = start, start + len(words)

    def _nearest(self, words: str, near: int, path: str) -> int:
        found = [match.start() for match in re.finditer(f"(?={re.escape(words)})", self._text)]
        if not found:
            raise UsageError(f"{path}: {words!r} does not stand in the article; quote its words as they are")
        return min(found, key=lambda start: (abs(start - near), start))


def _default(field: dataclasses.Field[Any], hint: Any, path: str) -> Any:
    """What a field holds where nothing is told. Raises UsageError where something must be."""
    if field.default is not dataclasses.MISSING:
        return as_json(field.default)
    if nullable(hint):
        return None
    raise UsageError(f"{path} needs {field.name}; give {_below(path, field.name)} too")


def _complete_actor(before: dict[str, Any], whole: dict[str, Any]) -> None:
    """The code follows country and sectors, unless it was given; a person has decided who it is.

    The name that the tables had for an actor of another country is taken out.
    """
    moved = [name for name in ("country", "organisation", "sectors") if whole.get(name) != before.get(name)]
    if "code" not in whole or (moved and whole["code"] == before.get("code")):
        country, sectors = whole.get("country"), whole.get("sectors")
        whole["code"] = f"{country} {sectors[0]}" if country and sectors else None
    if "country" in moved and whole.get("name") == before.get("name"):
        whole["name"] = None
    if "resolved_by" not in whole or whole["resolved_by"] == before.get("resolved_by"):
        whole["resolved_by"] = REVIEW


def _complete_date(before: dict[str, Any], whole: dict[str, Any], path: str) -> None:
    """One end that is told for a new date is both; the precision follows the ends, unless it was given."""
    if not before:
        whole.setdefault("text", None)
        whole.setdefault("how", How.STATED.value)
        if "earliest" in whole or "latest" in whole:
            whole.setdefault("earliest", whole.get("latest"))
            whole.setdefault("latest", whole.get("earliest"))
    first, last = whole.get("earliest"), whole.get("latest")
    if first is None and last is None:
        raise UsageError(f"{path} needs a day; give {_below(path, 'earliest')} or {_below(path, 'latest')} too")
    if first and last and _is_after(first, last):
        raise UsageError(f"{path}: {first} is after {last}; correct both ends, or say {path}={first[:10]}")
    moved = any(whole.get(end) != before.get(end) for end in ("earliest", "latest"))
    if moved and whole.get("precision") == before.get("precision"):
        whole["precision"] = _precision(first, last, whole.get("precision"))


def _is_after(first: str, last: str) -> bool:
    """Whether an ISO day, or a time of one zone, lies behind another."""
    whole = len(first) == len(last) and first[_TIME:] == last[_TIME:]
    return first > last if whole else first[:10] > last[:10]


def _precision(first: str | None, last: str | None, before: str | None) -> str:
    if first is None or last is None:
        return Precision.BEFORE if first is None else Precision.AFTER
    if first[:10] == last[:10]:
        return before if before in _SINGLE_DAYS else Precision.DAY
    return Precision.RANGE if before is None or before in _SINGLE_DAYS else before


def _everywhere(
    cls: type[Record], old: dict[str, Any], new: dict[str, Any], path: str, changes: Mapping[str, Any]
) -> dict[str, Any]:
    """What was told of an actor's own fields, told of it wherever the record has the same actor."""
    where = steps(path)
    for length in range(1, len(where)):
        actor = ".".join(map(str, where[:length]))
        if actor in changes:  # it is another actor now
            return new
        if part_of(hint_at(cls, actor)) is Actor:
            before, after = _at(old, where[:length]), _at(new, where[:length])
            if before is not None and after is not None:
                replaced: dict[str, Any] = _replaced(new, before, after)
                return replaced
    return new


def _at(held: Any, where: Path) -> Any:
    for step in where:
        try:
            held = held[step]
        except (IndexError, KeyError, TypeError):
            return None
    return held


def _replaced(held: Any, before: Any, after: Any) -> Any:
    if held == before:
        return after
    if isinstance(held, dict):
        return {name: _replaced(value, before, after) for name, value in held.items()}
    return [_replaced(value, before, after) for value in held] if isinstance(held, list) else held


def _without_gaps(held: Any) -> Any:
    """The same, without the items of lists that were emptied."""
    if isinstance(held, dict):
        return {name: _without_gaps(value) for name, value in held.items()}
    return [_without_gaps(value) for value in held if value is not None] if isinstance(held, list) else held


def _list_sides(kind: str, old: dict[str, Any], new: dict[str, Any], changes: Mapping[str, Any]) -> None:
    """Puts whoever was given a role among the record's sides, in the place of the side that has no role any more."""
    roles, listed = _SIDES.get(kind, ((), ""))
    if any(steps(path)[0] == listed for path in changes):
        return
    filled = {_side(actor) for name in {*roles, "by"} for actor in _actors(new.get(name))}
    for role in roles:
        had = [_side(actor) for actor in _actors(old[role])]
        left = [side for side in had if side not in filled]
        for actor in _actors(new[role]):
            if _side(actor) in had or _side(actor) in map(_side, new[listed]):
                continue
            place = next((k for k, one in enumerate(new[listed]) if _side(one) in left), len(new[listed]))
            new[listed][place : place + 1] = [actor]


def _actors(held: Any) -> Iterator[dict[str, Any]]:
    yield from held if isinstance(held, list) else [held] if held else []


def _side(actor: dict[str, Any]) -> str:
    """The side of an actor; where that is not known, its words."""
    known = Actor(**(actor | {"sectors": tuple(actor["sectors"])}))
    return side_of(known) or known.text


def _below(path: str, name: str) -> str:
    return f"{path}.{name}" if path else name
