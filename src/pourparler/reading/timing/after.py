"""Deeds told by how far they lie from another: "shot it down on Saturday, *a week after* it entered".

The day of one deed and the distance give the day of the other. Where neither has a day of its own and the sentence
tells how things stand ("Two months after the raid, the line *is* silent"), it counts from publication.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from pourparler.reading.dating import DateRange, Distance, find_distances
from pourparler.reading.dating.days import plus
from pourparler.reading.syntax import Syntax
from pourparler.reading.timing.hanging import tokens_of

_PRESENT = frozenset({"VBZ", "VBP"})
_NOW = frozenset({"is", "are", "has", "have", "'s", "’s", "'re", "’re", "'ve", "’ve"})


class Pair(NamedTuple):
    """Two deeds and how far apart they lie; ``main`` is the one of the main clause."""

    distance: Distance
    main: int
    other: int


def find_pairs(syntax: Syntax) -> Iterator[Pair]:
    """The deeds that the text places some days after or before one another."""
    for distance in find_distances(syntax.text):
        word = tokens_of(syntax, distance.start, distance.end)[-1]
        other = syntax.head[word]
        main = syntax.head[other]
        if syntax.dep[word] in ("mark", "case") and other > word and main != other:
            yield Pair(distance, main, other)


def day_of_telling(syntax: Syntax, main: int, distance: Distance, published: DateRange | None) -> DateRange | None:
    """The day from which a clause of now counts back; None where it tells what is over.

    "The move *comes* five days after": the move may be of the day before. "*Has closed* two days after" may lie
    further back, so only weeks and longer are counted from it.
    """
    if published is None or published.earliest is None or not distance.after:
        return None
    if syntax.tag[main] not in _PRESENT:
        perfect = _NOW & set(syntax.auxiliaries(main)) and "to" not in syntax.auxiliaries(main)
        return published if perfect and distance.unit != "day" else None
    return replace(published, earliest=plus(published.earliest, -1)) if syntax.lemma[main] == "come" else published
