"""The store at a glance: how the busiest sides stand with each other, what has changed, and what there is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice

from pourparler.ledger.lines import State, Stretch, draw_course, tell_state
from pourparler.records import Entry
from pourparler.store import Filter, Store
from pourparler.store.counting.ranking import Holdings

#: Sides of the matrix, days in which a change is recent, changes and steps that are listed.
_SIDES, _RECENT, _TURNS, _STEPS = 8, 30, 6, 10

#: Contacts that are looked through for a change.
_MOST = 300

_Pair = tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """Two sides whose state has changed: from which, and the stretch that began then."""

    before: State
    now: Stretch


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """What the first page shows. ``states`` has the pairs that have contacts, each in the order of the alphabet."""

    day: str
    sides: tuple[str, ...]
    states: Mapping[_Pair, State]
    turns: tuple[Turn, ...]
    newest: tuple[Entry, ...]
    holdings: Holdings

    def state(self, one: str, other: str) -> State | None:
        """How two of the sides stand; None where the store has no contact of theirs."""
        return self.states.get((min(one, other), max(one, other)))


def look_over(store: Store, today: date) -> Overview:
    """The overview on a day, or on that of the newest article, where that is older. Raises StoreError."""
    held = store.holdings()
    on = min(today.isoformat(), held.newest or today.isoformat())
    sides = tuple(one.side for one in store.busiest_sides(limit=_SIDES, since=str(int(on[:4]) - 1)))
    pairs = sorted(store.pairs_in_contact(sides), key=lambda pair: sides.index(pair[0]) + sides.index(pair[1]))
    states = {pair: tell_state(store, *pair, on=on) for pair in pairs}
    turns = sorted(islice(_turns(store, states, on), _TURNS), key=lambda turn: turn.now.first, reverse=True)
    return Overview(
        day=on, sides=sides, states=states, turns=tuple(turns),
        newest=tuple(store.ask(Filter(kinds=("contact",), until=on), limit=_STEPS, once=True)), holdings=held,
    )  # fmt: skip


def _turns(store: Store, states: Mapping[_Pair, State], on: str) -> Iterator[Turn]:
    """The last change of each pair that stands otherwise than some weeks ago, of the busiest pairs first."""
    then = (date.fromisoformat(on) - timedelta(_RECENT)).isoformat()
    for pair, state in states.items():
        if tell_state(store, *pair, on=then) is not state:
            yield from _last_turn(
                [one for one in draw_course(store, *pair, first=then, last=on, most=_MOST) if one.channel is None]
            )


def _last_turn(course: Sequence[Stretch]) -> Iterator[Turn]:
    if len(course) > 1:
        yield Turn(before=course[-2].state, now=course[-1])
