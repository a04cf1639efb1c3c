"""Links that cannot all stand: which of them fall, so that what the rest hold together is one deed.

First round, two links that meet in one record while their other ends exclude each other: each must beat the other by a
margin, else the record in the middle is too vague for either. Second round, chains of three links whose ends exclude
each other: the weakest falls. Links of copies never fall.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pourparler.ledger.linking.sameness import Edge, Sameness

#: By so much the better of two links that exclude each other must be the better.
MARGIN = 0.08


def drop_rivals(among: Sameness[Any], edges: list[Edge]) -> list[Edge]:
    """The links that stand."""
    sure = [edge for edge in edges if edge.copy]
    left = [edge for edge in edges if not edge.copy and not _Round(among, edges).contested(edge)] if edges else []
    final = _Round(among, sure + left)
    return sure + [edge for edge in left if not final.weakest_of_a_chain(edge)]


class _Round:
    """The links as they stood when the round began."""

    def __init__(self, among: Sameness[Any], edges: list[Edge]) -> None:
        self._among = among
        self._links: dict[int, dict[int, float]] = defaultdict(dict)
        for edge in edges:
            self._links[edge.one][edge.other] = self._links[edge.other][edge.one] = edge.score
        self._best: dict[int, dict[int, float]] = {}

    def contested(self, edge: Edge) -> bool:
        """Whether at either end another link, to what excludes the far end, comes near or is better."""
        return any(
            self._rivalled(middle, far, edge.score) for middle, far in ((edge.one, edge.other), (edge.other, edge.one))
        )

    def _rivalled(self, middle: int, far: int, score: float) -> bool:
        marks = self._among.marks
        for mark, best in self._best_by_mark(middle).items():
            if best > score - MARGIN and self._among.evidence(marks[far], mark).against:
                return True
        return any(self._outdone(middle, far, mate, score) for mate in self._mates(middle, far))

    def _outdone(self, middle: int, far: int, mate: int, score: float) -> bool:
        """Whether the mate, of the same article as the far end, is the one that the middle tells."""
        rival = self._links[middle][mate]
        if self._among.excluded(far, mate):
            return rival > score - MARGIN
        return (-rival, self._among.deeds[mate].record.anchor.start, mate) < (
            -score, self._among.deeds[far].record.anchor.start, far,
        ) and mate not in self._links.get(far, ())  # fmt: skip

    def _best_by_mark(self, middle: int) -> dict[int, float]:
        """The best link of a record to each kind of equal fields."""
        if middle not in self._best:
            best: dict[int, float] = {}
            for other, score in self._links[middle].items():
                mark = self._among.marks[other]
                best[mark] = max(score, best.get(mark, 0.0))
            self._best[middle] = best
        return self._best[middle]

    def _mates(self, middle: int, far: int) -> Iterator[int]:
        """Records that the middle is linked to and that stand beside the far end in its article."""
        for other in self._among.beside(far):
            if other != far and other in self._links[middle]:
                yield other

    # --- chains ---------------------------------------------------------------------------------------

    def weakest_of_a_chain(self, edge: Edge) -> bool:
        """Whether this link is the weakest of three in a row, or as weak as another, whose ends exclude each other."""
        return self._weakest_between(edge) or any(
            self._weakest_at_the_end(middle, far, edge.score)
            for middle, far in ((edge.one, edge.other), (edge.other, edge.one))
        )

    def _weakest_between(self, edge: Edge) -> bool:
        return any(
            self._among.excluded(before, after)
            for before, first in self._links[edge.one].items()
            if before != edge.other and first >= edge.score
            for after, last in self._links[edge.other].items()
            if after not in (edge.one, before) and last >= edge.score
        )

    def _weakest_at_the_end(self, middle: int, far: int, score: float) -> bool:
        return any(
            self._among.excluded(far, end)
            for next_, first in self._links[middle].items()
            if next_ != far and first >= score
            for end, last in self._links[next_].items()
            if end not in (middle, far) and last >= score
        )
