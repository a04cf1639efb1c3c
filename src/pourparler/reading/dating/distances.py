"""Distances between deeds: "two days after the raid", "about a week before they met".

They are no dates: the day of one deed and the distance give the day of the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pourparler.reading.dating.days import DateRange
from pourparler.reading.dating.meanings import Shift
from pourparler.reading.dating.phrases import against
from pourparler.reading.dating.words import REACH, SMALL, UNIT, number_of, unit_name
from pourparler.records import Date, How

_BOUNDS = {"more than": "more", "at least": "more", "less than": "less"}
#: "Last week after the row": a week of its own, no distance.
_COUNTED = r"(?<!\b[Ll]ast )(?<!\b[Nn]ext )(?<!\b[Tt]his )(?<!\b[Tt]hat )(?<!\b[Ss]ame )(?<!\b[Pp]revious )"
_DISTANCE = re.compile(
    rf"\b(?:(?P<bound>[Mm]ore than|[Aa]t least|[Ll]ess than|[Aa]bout|[Nn]early|[Aa]lmost|[Ss]ome|[Jj]ust|[Bb]arely) )?"
    rf"(?:(?P<number>(?i:{SMALL})) )?{_COUNTED}(?P<unit>{UNIT}) (?P<side>after|before)\b"
    r"(?! (?:tomorrow|yesterday|last|next)\b)"
    r"(?![.,;:)]|$|\n)"
)
_UNIT_LAST = re.compile(r"(?:[Dd]ay|[Ww]eek|[Ff]ortnight|[Mm]onth|[Yy]ear|[Hh]our)s? (?:after|before)$")
#: No distance is told in more characters.
_WIDTH = 48


@dataclass(frozen=True, slots=True)
class Distance:
    """The words, from ``start`` to ``end``, and how many units the deed of the main clause lies after the other."""

    start: int
    end: int
    text: str
    unit: str
    least: int
    most: int
    bound: str
    after: bool

    def other(self, main: DateRange) -> Date | None:
        """The day of the deed that the words count from, by that of the main clause."""
        return self._moved(main, back=self.after)

    def main(self, other: DateRange) -> Date | None:
        """The day of the deed of the main clause, by the one that the words count from."""
        return self._moved(other, back=not self.after)

    def _moved(self, known: DateRange, *, back: bool) -> Date | None:
        least, most = (-self.most, -self.least) if back else (self.least, self.most)
        found = against(Shift(unit=self.unit, least=least, most=most, bound=self.bound), known, future=False)
        if found is None or not (found.earliest or found.latest):
            return None
        first, last = found.iso()
        return Date(text=self.text, start=self.start, end=self.end, earliest=first, latest=last,
                    precision=found.precision, how=How.RELATIVE)  # fmt: skip


def find_distances(text: str) -> list[Distance]:
    """The distances that a text tells, in its order."""
    found = []
    for end in sorted((*_ends(text, " after"), *_ends(text, " before"))):
        start = max(0, end - _WIDTH)
        if _UNIT_LAST.search(text, max(0, end - 18), end):
            match = next((m for m in _DISTANCE.finditer(text, start) if m.end() >= end), None)
            if match is not None and match.end() == end:
                found.append(_distance(match))
    return found


def _ends(text: str, word: str) -> Iterator[int]:
    """Where the word ends, each time it stands."""
    at = text.find(word)
    while at >= 0:
        yield at + len(word)
        at = text.find(word, at + 1)


def _distance(match: re.Match[str]) -> Distance:
    unit, word = unit_name(match["unit"]), match["bound"]
    least, most = number_of(match["number"]) if match["number"] else (0, REACH[unit])
    if unit == "hour":
        unit, least, most = "day", 0, -(-most // 24)
    vague = "about" if word and unit != "day" else ""
    bound = _BOUNDS.get(word.lower(), vague) if word else ""
    return Distance(match.start(), match.end(), match[0], unit, least, most, bound, match["side"] == "after")
