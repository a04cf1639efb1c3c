"""Links that cannot all stand: which of them fall, so that what the rest hold together is one deed.

1. Two links that meet in one record while their other ends exclude each other: each must beat the other by a margin,
   else the record in the middle is too vague for either.
2. Two records that are torn, each between deeds that exclude each other, are linked only where both go to one of them,
   or both to none.
3. Of three links in a row whose ends exclude each other the weakest falls, and one as weak.

Links of copies never fall.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from heapq import nlargest
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pourparler.ledger.linking.sameness import Edge, Sameness

#: By so much the better of two links that exclude each other must be the better.
MARGIN = 0.08


def drop_rivals(among: Sameness[Any], edges: list[Edge]) -> list[Edge]:
    """The links that stand."""
    sure = [edge for edge in edges if edge.copy]
    first = _Round(among, edges)
    left = [edge for edge in edges if not edge.copy and not first.contested(edge)]
    decided = _Decided(among, left)
    left = [edge for edge in left if decided.agree(edge)]
    last = _Round(among, sure + left)
    return sure + [edge for edge in left if not last.weakest_of_a_chain(edge)]


def attach(among: Sameness[Any], edges: Iterable[Edge]) -> list[Edge]:
    """Of the links of loose records, one for each: the best, where no other comes near that excludes it.

    A loose record is linked to another only where nothing is told more closely that it fits.
    """
    found = list(edges)
    held = {k for e in found if among.loose(e.one) is not among.loose(e.other) for k in (e.one, e.other)}
    found = [e for e in found if among.loose(e.one) is not among.loose(e.other) or not {e.one, e.other} & held]
    now = _Round(among, found)
    best: dict[int, Edge] = {}
    for edge in (edge for edge in found if not now.contested(edge)):
        loose = edge.other if among.loose(edge.other) else edge.one
        if loose not in best or (edge.score, -edge.one) > (best[loose].score, -best[loose].one):
            best[loose] = edge
    return list(best.values())


class _Decided:
    """Which deed the torn records went to: the equal fields of what is not torn and holds them.

    One that nothing of the kind holds goes where the torn record goes to which it is linked best.
    """

    def __init__(self, among: Sameness[Any], edges: list[Edge]) -> None:
        self._among = among
        ends = {k for edge in edges for k in (edge.one, edge.other)}
        self._torn = {k for k in ends if among.torn(k)}
        self._went_to: dict[int, set[int]] = defaultdict(set)
        partners: dict[int, list[tuple[float, int]]] = defaultdict(list)
        for edge in edges:
            for here, there in _ways(edge):
                if here in self._torn and there in self._torn:
                    partners[here].append((-edge.score, there))
                elif here in self._torn:
                    self._went_to[here].add(among.marks[there])
        undecided = {k: self._adopted(partners[k]) for k in self._torn if not self._went_to[k]}
        self._went_to.update(undecided)

    def _adopted(self, partners: list[tuple[float, int]]) -> set[int]:
        """Where the best partner went, unless another nearly as good went elsewhere."""
        decided = sorted((score, k) for score, k in partners if self._went_to[k])
        if not decided:
            return set()
        best = self._went_to[decided[0][1]]
        near = [self._went_to[k] for score, k in decided if score < decided[0][0] + MARGIN]
        apart = any(self._among.evidence(a, b).against for other in near for a in other for b in best)
        return set() if apart else set(best)

    def agree(self, edge: Edge) -> bool:
        """Whether a link does not join torn records of different deeds."""
        if not {edge.one, edge.other} <= self._torn:
            return True
        one, other = self._went_to[edge.one], self._went_to[edge.other]
        return bool(one & other) or not (one or other)


class _Round:
    """The links as they stand when a round begins."""

    def __init__(self, among: Sameness[Any], edges: list[Edge]) -> None:
        self._among, self._marks = among, among.marks
        self._links: dict[int, dict[int, float]] = defaultdict(dict)
        self._best: dict[int, dict[int, float]] = defaultdict(dict)
        self._excluding: dict[tuple[int, int], float] = {}
        self._beyond: dict[tuple[int, int], list[tuple[float, int]]] = {}
        for edge in edges:
            for here, there in ((edge.one, edge.other), (edge.other, edge.one)):
                self._links[here][there] = max(edge.score, self._links[here].get(there, 0.0))
                best, mark = self._best[here], self._marks[there]
                best[mark] = max(edge.score, best.get(mark, 0.0))

    # --- first round ----------------------------------------------------------------------------------

    def contested(self, edge: Edge) -> bool:
        """Whether at either end another link, to what excludes the far end, comes near or is better."""
        return any(self._rivalled(*ends, edge.score) for ends in _ways(edge))

    def _rivalled(self, middle: int, far: int, score: float) -> bool:
        if self._best_excluding(middle, self._marks[far]) > score - MARGIN or self._doubted(middle, far, score):
            return True
        mates = self._among.mates(far)
        return any(self._outdone(middle, far, mate, score) for mate in mates if mate in self._links[middle])

    def _doubted(self, middle: int, far: int, score: float) -> bool:
        """Whether another link comes near to a record of the day before or after that the far end is not linked to."""
        mark, marks = self._marks[far], self._marks
        own = marks[middle]
        if self._among.doubtful(own, mark):  # the link is itself one of two dates
            return False
        near = (other for other in self._best[middle] if other != mark and not self._among.doubtful(own, other))
        doubts = {other for other in near if self._among.doubtful(mark, other)}
        return bool(doubts) and any(
            rival > score - MARGIN and marks[k] in doubts and k != far and k not in self._links[far]
            for k, rival in self._links[middle].items()
        )

    def _outdone(self, middle: int, far: int, mate: int, score: float) -> bool:
        """Whether another record of the far end's article is rather what the middle tells."""
        rival = self._links[middle][mate]
        if self._among.excluded(far, mate):
            return rival > score - MARGIN
        if mate in self._links[far]:  # the article tells it twice
            return False
        starts = [self._among.deeds[k].record.anchor.start for k in (mate, far)]
        return (-rival, starts[0], mate) < (-score, starts[1], far)

    def _best_excluding(self, middle: int, mark: int) -> float:
        """The best link of a record to one that excludes records of this mark; 0 where there is none."""
        key = (middle, mark)
        if key not in self._excluding:
            rivals = (best for other, best in self._best[middle].items() if self._among.evidence(mark, other).against)
            self._excluding[key] = max(rivals, default=0.0)
        return self._excluding[key]

    # --- third round ----------------------------------------------------------------------------------

    def weakest_of_a_chain(self, edge: Edge) -> bool:
        """Whether this link is the weakest of three in a row, or as weak as another, whose ends exclude each other."""
        return self._weakest_between(edge) or any(self._weakest_at_the_end(*ends, edge.score) for ends in _ways(edge))

    def _weakest_between(self, edge: Edge) -> bool:
        """before - ONE - OTHER - after."""
        between = (
            mark
            for mark, best in self._best[edge.one].items()
            if best >= edge.score and mark != self._marks[edge.other]
        )
        return any(self._best_excluding(edge.other, mark) >= edge.score for mark in between) or any(
            self._links[edge.other][after] >= edge.score and self._links[edge.one].get(mate, 0.0) >= edge.score
            for after in self._links[edge.other]
            for mate in self._among.told_apart(after)
            if after != edge.one and mate != edge.other
        )

    def _weakest_at_the_end(self, middle: int, far: int, score: float) -> bool:
        """FAR - MIDDLE - next - end."""
        best = next((s for s, next_ in self._best_beyond(middle, self._marks[far]) if next_ != far), 0.0)
        return best >= score or any(
            min(first, self._links[next_].get(mate, 0.0)) >= score
            for mate in self._among.told_apart(far)
            for next_, first in self._links[middle].items()
            if next_ != far
        )

    def _best_beyond(self, middle: int, mark: int) -> list[tuple[float, int]]:
        """The two best neighbours through which a record reaches one that excludes this mark, by their weaker link."""
        key = (middle, mark)
        if key not in self._beyond:
            found = ((min(first, self._best_excluding(k, mark)), k) for k, first in self._links[middle].items())
            self._beyond[key] = nlargest(2, (each for each in found if each[0] > 0))
        return self._beyond[key]


def _ways(edge: Edge) -> tuple[tuple[int, int], tuple[int, int]]:
    return (edge.one, edge.other), (edge.other, edge.one)
