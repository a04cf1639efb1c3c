"""What covers a place of a text, found without looking at everything: a long article has thousands."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import Generic, TypeVar

T = TypeVar("T")
#: Characters of the pieces into which a text is cut.
_PIECE = 256
Stretch = tuple[int, int]


class Covering(Generic[T]):
    """Things with the stretches of text that each covers, start and end.

    >>> claims = Covering(["a", "b"], lambda claim: [(0, 9)] if claim == "a" else [(5, 20), (30, 40)])
    >>> claims.at(7), claims.at(30), claims.at(25), claims.over(8, 10), claims.over(20, 30)
    (['a', 'b'], ['b'], [], ['a', 'b'], [])
    """

    def __init__(self, things: Iterable[T], covered: Callable[[T], Iterable[Stretch]]) -> None:
        self._things = list(things)
        self._covered = [list(covered(thing)) for thing in self._things]
        self._pieces: defaultdict[int, list[int]] = defaultdict(list)
        for number, stretches in enumerate(self._covered):
            for piece in {piece for start, end in stretches for piece in _pieces(start, end)}:
                self._pieces[piece].append(number)

    def at(self, place: int) -> list[T]:
        """What covers the character at a place, in the order in which things were given."""
        return self.over(place, place + 1)

    def over(self, start: int, end: int) -> list[T]:
        """What covers any character of a stretch, in that order."""
        found = {number for piece in _pieces(start, end) for number in self._pieces.get(piece, ())}
        return [
            self._things[number] for number in sorted(found)
            if any(a < end and start < b for a, b in self._covered[number])
        ]  # fmt: skip


def _pieces(start: int, end: int) -> range:
    return range(start // _PIECE, (end - 1) // _PIECE + 1) if start < end else range(0)
