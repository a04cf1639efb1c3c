"""The rule: in what state a line is on a day. `docs/line.md` tells it with examples, which are run as tests."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from heapq import merge
from itertools import islice, takewhile

from pourparler.ledger.lines.deeds import UNTOLD, Deed
from pourparler.ledger.lines.observing import day_after
from pourparler.ledger.lines.signs import LIFTS, OF_LINE, Sign, dealt, sign_of, told_as_done
from pourparler.records import Status
from pourparler.records.coverage import RECENT

#: So many steps of a kind are shown for a state, the newest.
_SHOWN = 3
#: What one side wants, and what was announced and is overdue: no sign, but all there is to show where there is none.
_WANTED = frozenset({Status.SOUGHT, Status.REQUESTED, Status.OFFERED, Status.SCHEDULED})
_TRIED = (Sign.STRAINS, Sign.SILENCES)
_SEVERITY = {Sign.CLOSES: 4, Sign.STRAINS: 3, Sign.SILENCES: 2, Sign.OPENS: 1}


class State(StrEnum):
    OPEN = "open"
    STRAINED = "strained"
    SILENT = "silent"
    SUSPENDED = "suspended"
    UNOBSERVED = "unobserved"


Place = tuple[str, str]
"""Level and channel: where a line is."""

_Order = tuple[str, bool, str, int, str]


@dataclass(frozen=True, slots=True)
class _Signed:
    """A step, its sign, and its order: by day; of one day what is surely of it, told later, or worse is newer."""

    deed: Deed
    sign: Sign
    order: _Order

    @classmethod
    def of(cls, deed: Deed, on: str) -> _Signed:
        sign = sign_of(deed, on)
        exact = deed.earliest == deed.latest
        return cls(deed, sign, (deed.latest, exact, deed.published, _SEVERITY.get(sign, 0), deed.id))


def _order(one: _Signed) -> _Order:
    return one.order


def place_of(deed: Deed) -> Place:
    """Where a step was taken."""
    return deed.level, deed.channel


@dataclass(frozen=True, slots=True)
class Told:
    """A state, and the steps it rests on."""

    state: State
    rests_on: tuple[Deed, ...]


class Board:
    """The steps of two sides that are known and told as taken, each list of them oldest first."""

    def __init__(self) -> None:
        self._by_deed: dict[str, _Signed] = {}
        self._all: list[_Signed] = []
        self._of_place: defaultdict[Place, list[_Signed]] = defaultdict(list)
        self._levels: defaultdict[str, set[str]] = defaultdict(set)
        self._cuts: defaultdict[Place, list[_Signed]] = defaultdict(list)
        self._lifts: defaultdict[Place, list[_Signed]] = defaultdict(list)
        self._of_line: defaultdict[str, list[_Signed]] = defaultdict(list)

    @property
    def places(self) -> list[Place]:
        """Where there are steps."""
        return [(level, channel) for channel, levels in self._levels.items() for level in levels]

    def has_steps(self, place: Place) -> bool:
        """Whether there are steps at a place."""
        level, channel = place
        return level in self._levels.get(channel, ())

    def put(self, deed: Deed, on: str) -> Sign:
        """Adds what became known of a step by a day; returns what it is a sign of."""
        if deed.kind != "contact" or not told_as_done(deed):
            return Sign.NONE
        one = _Signed.of(deed, on)
        self._by_deed[deed.id] = one
        self._levels[deed.channel].add(deed.level)
        for steps in self._lists(one):
            insort(steps, one, key=_order)
        return one.sign

    def take(self, deed: Deed) -> None:
        """Takes a step away, where it is there."""
        one = self._by_deed.pop(deed.id, None)
        if one is None:
            return
        for steps in self._lists(one):
            del steps[bisect_left(steps, one.order, key=_order)]
        if not self._of_place[place_of(one.deed)]:
            self._levels[one.deed.channel].discard(one.deed.level)

    def has(self, deed: Deed) -> bool:
        """Whether the step is there, as it is."""
        return deed.id in self._by_deed and self._by_deed[deed.id].deed is deed

    def _lists(self, one: _Signed) -> Iterator[list[_Signed]]:
        """The lists in which a step stands."""
        place = place_of(one.deed)
        yield self._all
        yield self._of_place[place]
        if one.sign is Sign.CLOSES:
            yield self._cuts[place]
        if one.sign in (Sign.OPENS, Sign.STANDS) and one.deed.type in LIFTS:
            yield self._lifts[place]
        if one.deed.level == UNTOLD and one.deed.type in OF_LINE:
            yield self._of_line[one.deed.channel]

    def touched(self, place: Place) -> set[Place]:
        """The lines whose state may hang on a step at this place."""
        level, channel = place
        levels = self._levels[channel] if level == UNTOLD else {level, UNTOLD} & self._levels[channel]
        return {(level, channel) for level in levels}

    def line(self, place: Place, on: str, silent: bool) -> Told:
        """The state of one line. A word on the line itself that tells no level holds at each, any level's use lifts it.

        ``silent``: enough was read for silence to be told.
        """
        level, channel = place
        own = self._own(place)
        cuts = [steps[-1] for name in {level, UNTOLD} if (steps := self._cuts.get((name, channel)))]
        if not cuts:
            return _by_signs(own, on, silent)
        cut = max(cuts, key=_order)
        lifting = self._levels[channel] if level == UNTOLD else {level, UNTOLD}
        lifted = [_after(cut, self._lifts.get((name, channel), ())) for name in lifting]
        if any(lifted):
            return _by_signs([*own, *lifted], on, silent)
        tried = [one.deed for one in takewhile(lambda one: one.order > cut.order, _newest(own)) if one.sign in _TRIED]
        return Told(State.SUSPENDED, (*tried[:_SHOWN], cut.deed))

    def _own(self, place: Place) -> list[list[_Signed]]:
        level, channel = place
        steps = self._of_place.get(place, [])
        return [steps] if level == UNTOLD else [steps, self._of_line.get(channel, [])]

    def whole(self, lines: Mapping[Place, Told], on: str, silent: bool) -> Told:
        """The two sides: suspended where a line is and nothing was held or agreed since; silent where nobody answers.

        Where others of their lines are in use, either is a strain.
        """
        told = _by_signs([self._all], on, silent)
        cuts = {line.rests_on[-1].id: line.rests_on[-1] for line in lines.values() if line.state is State.SUSPENDED}
        dead = {place for place, line in lines.items() if line.state in (State.SUSPENDED, State.SILENT)}
        used = (one for one in _recent([self._all], on) if one.sign is Sign.OPENS and place_of(one.deed) not in dead)
        if cuts:
            newest = sorted(cuts.values(), key=lambda deed: deed.order, reverse=True)
            cut = newest[0].order
            use = next((one for one in _since(used, cut[0]) if one.deed.order > cut), None)
            if use:
                return Told(State.STRAINED, (use.deed, *newest[:_SHOWN]))
            since = _since(reversed(self._all), cut[0])
            tried = [one.deed for one in since if one.sign in _TRIED and one.deed.order > cut]
            return Told(State.SUSPENDED, (*tried[:_SHOWN], *newest[:_SHOWN]))
        if told.state is State.SILENT and any(used):
            return Told(State.STRAINED, told.rests_on)
        return told

    def steps(self, place: Place | None) -> tuple[Deed, ...]:
        """The steps of a line, of no place: of the two sides, oldest first."""
        return tuple(one.deed for one in (self._of_place[place] if place else self._all))

    def last(self, place: Place | None) -> Deed | None:
        """The last step on a line, of no place: of any, by which the sides dealt with each other."""
        return _last(self._own(place) if place else [self._all])


def _newest(lists: Sequence[Sequence[_Signed]]) -> Iterator[_Signed]:
    """The steps of some lists, each once, newest first."""
    filled = [steps for steps in lists if steps]
    if len(filled) < 2:
        return reversed(filled[0]) if filled else iter(())
    return _once(merge(*map(reversed, filled), key=_order, reverse=True))


def _once(steps: Iterable[_Signed]) -> Iterator[_Signed]:
    """Sorted steps, each once."""
    before = None
    for one in steps:
        if one is not before:
            yield one
        before = one


def _since(steps: Iterator[_Signed], day: str) -> Iterator[_Signed]:
    """The first of steps that come newest first: those of a day and later ones."""
    return takewhile(lambda one: one.deed.latest >= day, steps)


def _recent(lists: Sequence[Sequence[_Signed]], on: str) -> Iterator[_Signed]:
    """The steps of the recent days, newest first."""
    return _since(_newest(lists), day_after(on, 1 - RECENT))


def _after(cut: _Signed, steps: Sequence[_Signed]) -> Sequence[_Signed]:
    """What came after a step."""
    return steps[bisect_right(steps, cut.order, key=_order) :]


def _by_signs(own: Sequence[Sequence[_Signed]], on: str, silent: bool) -> Told:
    """What the newest sign of the recent days tells, and where there is none what that means."""
    tried: list[_Signed] = []
    standing: list[Deed] = []
    newest = _recent(own, on)
    for one in newest:
        if one.sign is Sign.OPENS:
            if tried:
                return Told(_tried(tried), (*(one.deed for one in tried[:_SHOWN]), one.deed))
            in_use = (one.deed for one in newest if one.sign in (Sign.OPENS, Sign.STANDS))
            return Told(State.OPEN, tuple(islice((*standing, one.deed, *in_use), _SHOWN)))
        if one.sign in _TRIED:
            tried.append(one)
        elif one.sign is Sign.STANDS:
            standing.append(one.deed)
    if tried:
        return Told(_tried(tried), tuple(one.deed for one in tried[:_SHOWN]))
    if standing:
        return Told(State.OPEN, tuple(standing[:_SHOWN]))
    wanted = [one.deed for one in _recent(own, on) if one.deed.type in _WANTED][:_SHOWN]
    before = _last(own) or next((one.deed for one in _newest(own)), None)
    rests_on = (*wanted, *((before,) if before and before not in wanted else ()))
    return Told(State.SILENT if silent else State.UNOBSERVED, rests_on)


def _tried(tried: Sequence[_Signed]) -> State:
    return State.STRAINED if tried[0].sign is Sign.STRAINS else State.SILENT


def _last(own: Sequence[Sequence[_Signed]]) -> Deed | None:
    return next((one.deed for one in _newest(own) if dealt(one.deed)), None)
