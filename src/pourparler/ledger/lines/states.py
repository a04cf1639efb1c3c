"""The rule: in what state a line is on a day. `docs/line.md` tells it with examples, which are run as tests."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import takewhile

from pourparler.ledger.lines.deeds import UNTOLD, Deed
from pourparler.ledger.lines.observing import Observation, day_after
from pourparler.ledger.lines.signs import LIFTS, OF_LINE, Sign, dealt, sign_of, told_as_done
from pourparler.records import Channel, Level, Status
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """The state of one line, or of two sides as a whole (no level, no channel), and what it rests on, newest first.

    ``last`` is the last step by which the sides dealt with each other; ``steps`` are all of the line, oldest first.
    """

    level: str | None = None
    channel: str | None = None
    state: State
    rests_on: tuple[Deed, ...]
    last: Deed | None
    steps: tuple[Deed, ...]


_Order = tuple[str, bool, str, int, str]


@dataclass(frozen=True, slots=True)
class _Signed:
    """A step, its sign, and its order: by day; of one day what is surely of it, told later, or worse is newer."""

    deed: Deed
    sign: Sign
    order: _Order

    @property
    def place(self) -> tuple[str, str]:
        return self.deed.level, self.deed.channel

    @classmethod
    def of(cls, deed: Deed, on: str) -> _Signed:
        sign = sign_of(deed, on)
        exact = deed.earliest == deed.latest
        return cls(deed, sign, (deed.latest, exact, deed.published, _SEVERITY.get(sign, 0), deed.id))


def standings(deeds: Iterable[Deed], on: str, observation: Observation) -> list[Standing]:
    """How two sides stand as a whole, then each line by level and channel, in the order of the contract's choices."""
    signed = [_Signed.of(deed, on) for deed in deeds if deed.kind == "contact" and told_as_done(deed)]
    signed.sort(key=_order)
    channels: defaultdict[str, defaultdict[str, list[_Signed]]] = defaultdict(lambda: defaultdict(list))
    for one in signed:
        channels[one.deed.channel][one.deed.level].append(one)
    lines = [
        _line(level, channel, levels, on, observation) for channel, levels in channels.items() for level in list(levels)
    ]
    lines.sort(key=lambda line: (_LEVELS.index(line.level or UNTOLD), _CHANNELS.index(line.channel or UNTOLD)))
    return [_whole(signed, lines, on, observation), *lines]


_LEVELS, _CHANNELS = [level.value for level in Level], [channel.value for channel in Channel]


def _order(one: _Signed) -> _Order:
    return one.order


def _line(level: str, channel: str, levels: Mapping[str, list[_Signed]], on: str, observation: Observation) -> Standing:
    """One line. A word on the line itself that tells no level holds at each, and any level's use lifts it."""
    of_all = [one for one in levels.get(UNTOLD, ()) if one.deed.type in OF_LINE and level != UNTOLD]
    own = sorted([*levels[level], *of_all], key=_order)
    cut = next((one for one in reversed(own) if one.sign is Sign.CLOSES), None)
    lifting = levels if level == UNTOLD else {level, UNTOLD}
    lifted = [one for name in lifting for one in _after(cut, levels.get(name, ())) if _lifts(one)] if cut else []
    if cut and not lifted:
        tried = [one.deed for one in _after(cut, own) if one.sign in _TRIED]
        state, rests_on = State.SUSPENDED, (*tried[:_SHOWN], cut.deed)
    else:
        used = {one.deed.id: one for one in (*own, *lifted)}
        state, rests_on = _by_signs(sorted(used.values(), key=_order), on, observation)
    return Standing(
        level=level, channel=channel, state=state, rests_on=rests_on, last=_last(own),
        steps=tuple(one.deed for one in levels[level]),
    )  # fmt: skip


def _after(cut: _Signed, steps: Sequence[_Signed]) -> Iterator[_Signed]:
    """What came after a step, newest first."""
    return takewhile(lambda one: one.order > cut.order, reversed(steps))


def _lifts(one: _Signed) -> bool:
    """Whether a step shows that a line is in use."""
    return one.sign in (Sign.OPENS, Sign.STANDS) and one.deed.type in LIFTS


def _whole(signed: Sequence[_Signed], lines: Sequence[Standing], on: str, observation: Observation) -> Standing:
    """The two sides: suspended where a line is and nothing was held or agreed since; silent where nobody answers.

    Where others of their lines are in use, either is a strain.
    """
    state, rests_on = _by_signs(signed, on, observation)
    cuts = {line.rests_on[-1].id: line.rests_on[-1] for line in lines if line.state is State.SUSPENDED}
    dead = {(line.level, line.channel) for line in lines if line.state in (State.SUSPENDED, State.SILENT)}
    used = [one for one in _recent(signed, on) if one.sign is Sign.OPENS and one.place not in dead]
    if cuts:
        newest = sorted(cuts.values(), key=lambda deed: deed.order, reverse=True)
        used = [one for one in used if one.deed.order > newest[0].order]
        tried = [one.deed for one in reversed(signed) if one.sign in _TRIED and one.deed.order > newest[0].order]
        state = State.STRAINED if used else State.SUSPENDED
        rests_on = (*([used[-1].deed] if used else tried[:_SHOWN]), *newest[:_SHOWN])
    elif state is State.SILENT and used:
        state = State.STRAINED
    return Standing(state=state, rests_on=rests_on, last=_last(signed), steps=tuple(one.deed for one in signed))


def _by_signs(own: Sequence[_Signed], on: str, observation: Observation) -> tuple[State, tuple[Deed, ...]]:
    """What the newest sign of the recent days tells, and where there is none what that means."""
    newest = list(reversed(_recent(own, on)))
    opening = next((k for k, one in enumerate(newest) if one.sign is Sign.OPENS), len(newest))
    if tried := [one for one in newest[:opening] if one.sign in _TRIED]:
        state = State.STRAINED if tried[0].sign is Sign.STRAINS else State.SILENT
        return state, tuple(one.deed for one in (*tried[:_SHOWN], *newest[opening : opening + 1]))
    if opened := [one.deed for one in newest if one.sign in (Sign.OPENS, Sign.STANDS)]:
        return State.OPEN, tuple(opened[:_SHOWN])
    wanted = [one.deed for one in newest if one.deed.type in _WANTED][:_SHOWN]
    state = State.SILENT if observation.tells_silence(on) else State.UNOBSERVED
    before = _last(own) or next((one.deed for one in reversed(own)), None)
    return state, (*wanted, *((before,) if before and before not in wanted else ()))


def _recent(own: Sequence[_Signed], on: str) -> list[_Signed]:
    """The steps of the recent days, oldest first."""
    start = day_after(on, 1 - RECENT)
    return list(takewhile(lambda one: one.deed.latest >= start, reversed(own)))[::-1]


def _last(own: Sequence[_Signed]) -> Deed | None:
    return next((one.deed for one in reversed(own) if dealt(one.deed)), None)
