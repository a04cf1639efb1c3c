"""The fields of a record for people: what each holds, in which words, and which of them can be corrected."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from typing import Any

from pourparler.desk.display import clip
from pourparler.exports.labels import actor_label, count_label, date_label, place_label
from pourparler.records import Actor, Count, Date, Place, Record, Span
from pourparler.records.kinds import RECORD_KINDS
from pourparler.store import correctable

#: What says which record it is and how it was made, told apart from what it says.
_OWN = ("id", "article", "anchor", "evidence", "confidence", "reader")
#: What is told with the words of a part and not again beside them.
_OFFSETS = frozenset({"start", "end"})
#: Letters of a value that the list of corrections shows.
_SHORT = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """What stands in a field, or in one place of it: in few words, the parts by name, and a record that it names."""

    told: str
    parts: tuple[tuple[str, str], ...] = ()
    record: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A field: its name, and what stands in it."""

    name: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Correctable:
    """A field that can be corrected, by its path, and what stands there now."""

    path: str
    now: str


_IDS = tuple(f"{kind}-" for kind in ("st", "co", "in", "me", "te", "ev", "di"))


def read_fields(record: Record) -> tuple[Shown, ...]:
    """What a record says, field by field; those that hold nothing too."""
    names = [field.name for field in dataclasses.fields(record) if field.name not in _OWN]
    return tuple(Shown(name=name, pieces=tuple(_pieces(getattr(record, name)))) for name in names)


def _pieces(held: Any) -> Iterator[Piece]:
    if held is None or held == ():
        return
    for one in held if isinstance(held, tuple) else (held,):
        yield _piece(one)


def _piece(held: Any) -> Piece:
    match held:
        case Actor():
            return Piece(told=clip(actor_label(held)), parts=_parts(held, "text"))
        case Date():
            return Piece(told=clip(date_label(held)), parts=_parts(held, "text"))
        case Place():
            return Piece(told=clip(place_label(held)), parts=_parts(held, "text"))
        case Count():
            return Piece(told=f"{count_label(held)} “{clip(held.text)}”")
        case Span():
            return Piece(told=f"“{clip(held.text)}”")
    if dataclasses.is_dataclass(held):
        words = getattr(held, "text", None)
        return Piece(told=f"“{clip(words)}”" if words else "", parts=_parts(held, "text"))
    told = _plain(held)
    return Piece(told=told, record=told if told.startswith(_IDS) else None)


def _parts(part: Any, *but: str) -> tuple[tuple[str, str], ...]:
    """The fields of a part that hold something."""
    told = ((field.name, getattr(part, field.name)) for field in dataclasses.fields(part))
    return tuple(
        (name, _plain(held)) for name, held in told if held not in (None, (), False) and name not in {*_OFFSETS, *but}
    )


def _plain(held: Any) -> str:
    if isinstance(held, Actor):
        return clip(actor_label(held))
    if isinstance(held, tuple):
        return ", ".join(map(_plain, held))
    if isinstance(held, Enum):
        return str(held.value)
    return clip(str(held))


def read_places(record: Record) -> tuple[Correctable, ...]:
    """The paths of everything in a record that can be corrected, its lists with one place more."""
    cls = next(kind for kind in RECORD_KINDS if kind.kind == record.kind)
    return tuple(place for name in correctable(cls) for place in _places(name, getattr(record, name)))


def _places(path: str, held: Any) -> Iterator[Correctable]:
    if isinstance(held, tuple) and (not held or dataclasses.is_dataclass(held[0])):
        for number, one in enumerate(held):
            yield from _places(f"{path}.{number}", one)
        yield Correctable(path=f"{path}.{len(held)}", now="one more")
        return
    yield Correctable(path=path, now=_now(held))
    if dataclasses.is_dataclass(held) and not isinstance(held, type):
        for name in correctable(type(held)):
            yield from _places(f"{path}.{name}", getattr(held, name))


def _now(held: Any) -> str:
    if held is None or held == ():
        return "nothing"
    words = getattr(held, "text", None) if dataclasses.is_dataclass(held) else _plain(held)
    return clip(words or "", _SHORT)
