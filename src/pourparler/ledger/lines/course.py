"""The course of a line: its state on every day of a span, as it could have been told on that day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from heapq import heappop, heappush
from typing import ClassVar, Protocol

from pourparler.ledger.lines.board import Board, Place, State, Told, place_of
from pourparler.ledger.lines.deeds import Deed, gather
from pourparler.ledger.lines.drawing import one_of_each_origin, step_of
from pourparler.ledger.lines.hearing import Change, hear
from pourparler.ledger.lines.line import Step
from pourparler.ledger.lines.observing import Observation, day_after, silent_days
from pourparler.ledger.lines.signs import Sign
from pourparler.ledger.lines.states import rank
from pourparler.records import Status
from pourparler.records.coverage import LOOK_BACK, RECENT, Chronicle, Coverage
from pourparler.records.ids import digest


class Source(Protocol):
    """Where chronicles come from: a store."""

    def chronicle(self, one: str, other: str, *, first: str, last: str, most: int | None = None) -> Chronicle:
        """What was known of the contacts of two sides on each day of a span, ``most`` of them at most."""

    def glance(self, one: str, other: str, *, on: str) -> Coverage:
        """As much of what was published up to a day about two sides as their state hangs on."""

    def quotes(self, ids: Iterable[str]) -> Mapping[str, str]:
        """The words on which records rest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Days on which a line had one state, both ends included, and the steps that this rested on when it began.

    As a whole (no level, no channel) two sides have a state on every day; a line has none before it is first told of.
    ``cut``: what was before is more than can be looked through at once.
    """

    kind: ClassVar[str] = "stretch"
    id: str
    low: str
    high: str
    level: str | None
    channel: str | None
    first: str
    last: str
    state: State
    cut: bool
    rests_on: tuple[Step, ...]


@dataclass(slots=True)
class _Run:
    """A state that holds since a day."""

    first: str
    told: Told
    last: str = ""  # none while it holds


def draw_course(
    source: Source, one: str, other: str, *, first: str | None = None, last: str, most: int | None = None
) -> tuple[Stretch, ...]:
    """The stretches of two sides as a whole, then those of each line, each oldest first.

    On each day from ``first``, else from two years before, to ``last`` the state is that of `draw_lines`. They begin
    later where there are more than ``most`` contacts, by default what the source holds for enough. Raises what the
    source raises.
    """
    chronicle = source.chronicle(one, other, first=first or day_after(last, -LOOK_BACK), last=last, most=most)
    runs = _Sweep(chronicle).runs()
    deeds = {deed.id: deed for told in runs.values() for run in told for deed in run.told.rests_on}
    quotes = source.quotes({telling.id for deed in deeds.values() for telling in one_of_each_origin(deed)})
    order = sorted((place for place in runs if place), key=rank)
    return tuple(
        _stretch(chronicle, place, run, place_number == run_number == 0 and chronicle.cut, quotes)
        for place_number, place in enumerate([None, *order])
        for run_number, run in enumerate(runs[place])
    )


def tell_state(source: Source, one: str, other: str, *, on: str) -> State:
    """The state of two sides as a whole on a day, and nothing else: light, for many pairs. Raises as the source."""
    coverage = source.glance(one, other, on=on)
    board, silent = Board(), Observation.of(coverage.months).tells_silence(on)
    for deed in gather(coverage):
        board.put(deed, on)
    lines = {place: board.line(place, on, silent) for place in board.places}
    return board.whole(lines, on, silent).state


def _stretch(chronicle: Chronicle, place: Place | None, run: _Run, cut: bool, quotes: Mapping[str, str]) -> Stretch:
    level, channel = place or (None, None)
    low, high = chronicle.low, chronicle.high
    return Stretch(
        id=f"st-{digest(low, high, level or '', channel or '', run.first, run.last)}", low=low, high=high, level=level,
        channel=channel, first=run.first, last=run.last, state=run.told.state, cut=cut,
        rests_on=tuple(step_of(deed, quotes) for deed in run.told.rests_on),
    )  # fmt: skip


class _Sweep:
    """From change to change: of all days only those are looked at on which a state can be another than the day before.

    These are the days on which something was published, on which a sign is no longer recent or a plan is past, and on
    which silence begins or ceases to be told.
    """

    def __init__(self, chronicle: Chronicle) -> None:
        self._chronicle = chronicle
        self._board = Board()
        self._lines: dict[Place, Told] = {}
        self._runs: defaultdict[Place | None, list[_Run]] = defaultdict(list)
        self._turns: list[tuple[str, int, Deed]] = []  # when a deed is no longer the sign that it was
        self._turned = 0

    def runs(self) -> Mapping[Place | None, list[_Run]]:
        """The states of the two sides (None) and of each line, one after the other."""
        changes = {change.day: change for change in hear(self._chronicle)}
        silences = dict(silent_days(self._chronicle.read, self._chronicle.first, self._chronicle.last))
        silent = False
        for day in self._days({*changes, *silences}):
            touched = self._hear(changes.get(day), day) | self._turn(day)
            if day in silences and silences[day] != silent:
                silent = silences[day]
                touched |= {place for place, told in self._lines.items() if told.state in _BY_SILENCE}
            self._tell(day, touched, silent)
        for runs in self._runs.values():
            if not runs[-1].last:
                runs[-1].last = self._chronicle.last
        return self._runs

    def _days(self, known: set[str]) -> Iterator[str]:
        """The days to look at: those known before, and those on which signs turn, which come to be known."""
        last = self._chronicle.last
        left = sorted({day for day in known if day <= last} | {self._chronicle.first}, reverse=True)
        while left or (self._turns and self._turns[0][0] <= last):
            day = min([*left[-1:], *(turn[0] for turn in self._turns[:1])])
            while left and left[-1] == day:
                left.pop()
            yield day

    def _hear(self, change: Change | None, day: str) -> set[Place]:
        """Puts what became known on the board; returns the lines that this touches."""
        touched: set[Place] = set()
        for deed in change.gone if change else ():
            touched |= self._board.touched(place_of(deed))
            self._board.take(deed)
        for deed in change.come if change else ():
            touched |= self._put(deed, day)
        return touched

    def _put(self, deed: Deed, day: str) -> set[Place]:
        sign = self._board.put(deed, day)
        if sign is not Sign.NONE:
            self._turn_on(deed, day_after(deed.latest, RECENT), day)
            if deed.type == Status.SCHEDULED and deed.due_latest:
                self._turn_on(deed, day_after(deed.due_latest, 1), day)
        return self._board.touched(place_of(deed))

    def _turn_on(self, deed: Deed, day: str, today: str) -> None:
        if day > today:
            self._turned += 1  # of one day the order is that in which they came
            heappush(self._turns, (day, self._turned, deed))

    def _turn(self, day: str) -> set[Place]:
        """Looks anew at the deeds whose sign turns on a day."""
        touched: set[Place] = set()
        while self._turns and self._turns[0][0] <= day:
            _, _, deed = heappop(self._turns)
            if self._board.has(deed):
                self._board.take(deed)
                self._board.put(deed, day)
                touched |= self._board.touched(place_of(deed))
        return touched

    def _tell(self, day: str, touched: set[Place], silent: bool) -> None:
        """Tells the states of the lines that are touched, and that of the two sides."""
        for place in touched:
            if self._board.has_steps(place):
                self._lines[place] = self._board.line(place, day, silent)
                self._note(place, self._lines[place], day)
            elif self._lines.pop(place, None):
                self._runs[place][-1].last = day_after(day, -1)
        self._note(None, self._board.whole(self._lines, day, silent), day)

    def _note(self, place: Place | None, told: Told, day: str) -> None:
        """Begins a new run where the state is another."""
        runs = self._runs[place]
        if runs and not runs[-1].last:
            if runs[-1].told.state is told.state:
                return
            runs[-1].last = day_after(day, -1)
        runs.append(_Run(day, told))


#: States that may hang on whether silence can be told.
_BY_SILENCE = (State.SILENT, State.UNOBSERVED)
