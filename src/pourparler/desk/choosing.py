"""What can be chosen in the form of a list: the closed choices of the contract, and what the store has."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from pourparler.desk.filters import Asked
from pourparler.desk.memo import Memo
from pourparler.desk.rendering import name_side
from pourparler.desk.wording import plural
from pourparler.records.choices import Channel, Level, MeasureType, ReasonKind, Stance, Status
from pourparler.records.kinds import KINDS
from pourparler.store import By, Filter, Store

_CLOSED: dict[str, type[StrEnum]] = {"contact": Status, "statement": Stance, "measure": MeasureType}
#: Of other kinds, those that the store has are offered, the most frequent first.
_OFFERED = 80
#: What the types of a kind are called.
_CALLED = {
    "contact": "Status", "statement": "Stance", "measure": "Type", "event": "Type", "incident": "Action",
    "tenure": "Office",
}  # fmt: skip
#: What only some kinds have.
_OF_CONTACTS = ("channel", "level", "reason", "forum")


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """A field of which any number can be chosen."""

    field: str
    name: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tab:
    """A kind of record, and the list of it with what else is asked for."""

    name: str
    asked: Asked
    here: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """Everything that the form offers; ``sides`` are codes with their names."""

    tabs: tuple[Tab, ...]
    groups: tuple[Group, ...]
    sides: tuple[tuple[str, str], ...]
    has_forum: bool


def offer(store: Store, memo: Memo, asked: Asked) -> Choices:
    """What the form of a list offers."""
    types = Group(field="type", name=_CALLED.get(asked.kind, ""), words=_types(store, memo, asked.kind))
    of_contacts = (
        Group(field="channel", name="Channel", words=tuple(Channel)),
        Group(field="level", name="Level", words=tuple(Level)),
        Group(field="reason", name="Reason", words=tuple(ReasonKind)),
    )
    return Choices(
        tabs=tuple(_tab(asked, kind) for kind in ("contact", *(kind for kind in KINDS if kind != "contact"))),
        groups=(*((types,) if types.words else ()), *(of_contacts if asked.kind == "contact" else ())),
        sides=known_sides(store, memo),
        has_forum=asked.kind == "contact",
    )


def known_sides(store: Store, memo: Memo) -> tuple[tuple[str, str], ...]:
    """The sides of the store, by name."""
    named = memo.recall("sides", store, lambda store: [(side, name_side(side)) for side in store.sides()])
    return tuple(sorted(named, key=lambda side: side[1].casefold()))


def _tab(asked: Asked, kind: str) -> Tab:
    empty: dict[str, object] = {"type": [], "channel": [], "level": [], "reason": [], "forum": None}
    turned = asked if kind == asked.kind else asked.but(kind=kind, **empty)
    return Tab(name=plural(kind).capitalize(), asked=turned.but(), here=kind == asked.kind)


def _types(store: Store, memo: Memo, kind: str) -> tuple[str, ...]:
    if kind in _CLOSED:
        return tuple(_CLOSED[kind])
    if kind == "dispute":
        return ()
    return memo.recall(("types", kind), store, lambda store: _found(store, kind))


def _found(store: Store, kind: str) -> tuple[str, ...]:
    tallies = sorted(store.series(Filter(kinds=(kind,)), (By.TYPE,)), key=lambda tally: -tally.records)
    return tuple(sorted(tally.group[0] for tally in tallies[:_OFFERED] if tally.group[0]))
