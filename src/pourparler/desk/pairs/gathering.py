"""From a store to the page of two sides."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date as Day

from pourparler.desk.charts.timeline import Lane, Timeline, draw_timeline
from pourparler.desk.filters import Asked
from pourparler.desk.pairs.figures import tell_figures, tell_pending
from pourparler.desk.pairs.picture import tell_band, tell_lanes
from pourparler.desk.pairs.pieces import Figure
from pourparler.desk.pairs.terms import tell_terms
from pourparler.desk.rendering import name_side
from pourparler.ledger.lines import Line, State, Step, Stretch, draw_course, draw_lines
from pourparler.records import Entry
from pourparler.store import Filter, Store

#: The newest contacts, incidents and measures, and words on holders of each side, that are drawn or listed.
_CONTACTS, _DEEDS, _HOLDERS, _LISTED = 120, 60, 60, 8

Stretches = tuple[Stretch, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How one line stands, and the newest step that this rests on, if any."""

    level: str
    channel: str
    state: State
    step: Step | None

    @classmethod
    def of(cls, line: Line) -> Standing:
        return cls(
            level=line.level or "", channel=line.channel or "", state=line.state, step=next(iter(line.rests_on), None)
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two sides over some days: how they stand on the last of them, how that came about, and the figures.

    ``lanes`` are the rows of the picture; ``more``: there are more contacts than are drawn, and ``every`` lists them.
    """

    one: str
    other: str
    first: str
    last: str
    whole: Line
    lines: tuple[Standing, ...]
    course: Stretches
    chart: Timeline
    lanes: tuple[Lane, ...]
    newest: tuple[Entry, ...]
    more: bool
    figures: tuple[Figure, ...]
    pending: tuple[Figure, ...]
    every: Asked

    @property
    def counted(self) -> str:
        """The first day that figures count from; later than `first` where there is too much to look through."""
        return self.whole.since


def gather_pair(store: Store, one: str, other: str, first: str, last: str) -> Pair:
    """Everything that the page shows. Raises UsageError: both are one side; StoreError."""
    whole, *lines = draw_lines(store, one, other, on=last, since=store.reach(one, other, on=last, since=first))
    course = tuple(one for one in draw_course(store, one, other, first=first, last=last) if one.channel is None)
    contacts = _found(store, ("contact",), one, other, first, last, _CONTACTS)
    deeds = _found(store, ("incident", "measure"), one, other, first, last, _DEEDS)
    terms = (lane for side in (one, other) for lane in _terms(store, side, first, last))
    lanes = (*tell_lanes(contacts, deeds), *terms)
    title = f"{name_side(one)} and {name_side(other)} from {first} to {last}"
    asked = Asked(between=[one, other], since=Day.fromisoformat(whole.since), until=Day.fromisoformat(last))
    told = whole.figures
    assert told is not None  # the two sides as a whole have them
    return Pair(
        one=one, other=other, first=first, last=last, whole=whole, lines=tuple(map(Standing.of, lines)), course=course,
        chart=draw_timeline(title, first, last, tell_band(course), lanes), lanes=lanes,
        newest=contacts[:_LISTED],
        more=len(contacts) == _CONTACTS, figures=tuple(tell_figures(whole, told, asked)),
        pending=tuple(tell_pending(told)),
        every=asked.but(since=Day.fromisoformat(first), once=True),
    )  # fmt: skip


def _found(
    store: Store, kinds: tuple[str, ...], one: str, other: str, first: str, last: str, most: int
) -> tuple[Entry, ...]:
    wanted = Filter(kinds=kinds, between=(one, other), since=first, until=last)
    return tuple(store.ask(wanted, limit=most, once=True))


def _terms(store: Store, side: str, first: str, last: str) -> Iterator[Lane]:
    told = store.ask(Filter(kinds=("tenure",), involving=(side,), since=first, until=last), limit=_HOLDERS)
    return tell_terms(side, first, last, told)
