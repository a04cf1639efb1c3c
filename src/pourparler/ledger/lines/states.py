"""How two sides stand on a day: the states of all their lines."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from pourparler.ledger.lines.board import Board, Place, State, Told
from pourparler.ledger.lines.deeds import Deed
from pourparler.ledger.lines.observing import Observation
from pourparler.records import Channel, Level


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


def standings(deeds: Iterable[Deed], on: str, observation: Observation) -> list[Standing]:
    """How two sides stand as a whole, then each line by level and channel, in the order of the contract's choices."""
    board, silent = Board(), observation.tells_silence(on)
    for deed in deeds:
        board.put(deed, on)
    lines = {place: board.line(place, on, silent) for place in sorted(board.places, key=rank)}
    return [
        _standing(board, None, board.whole(lines, on, silent)),
        *(_standing(board, place, told) for place, told in lines.items()),
    ]


def rank(place: Place) -> tuple[int, int]:
    """Where a line stands in lists: by level, then by channel."""
    return _LEVELS.index(place[0]), _CHANNELS.index(place[1])


_LEVELS, _CHANNELS = [level.value for level in Level], [channel.value for channel in Channel]


def _standing(board: Board, place: Place | None, told: Told) -> Standing:
    level, channel = place or (None, None)
    return Standing(
        level=level, channel=channel, state=told.state, rests_on=told.rests_on, last=board.last(place),
        steps=board.steps(place),
    )  # fmt: skip
