"""Titles as people write them, and the offices each can mean: in any case, spelling and short form."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from difflib import get_close_matches

from pourparler.knowledge.entries import Office
from pourparler.knowledge.names import TOO_COMMON
from pourparler.knowledge.phrases import words_of
from pourparler.knowledge.tables import Row

Words = tuple[str, ...]

#: Spellings that mean one word in titles.
_SAME = {
    "defense": "defence",
    "theater": "theatre",
    "advisor": "adviser",
    "organization": "organisation",
    "spokesman": "spokesperson",
    "spokeswoman": "spokesperson",
    "spokesmen": "spokesperson",
    "chairmen": "chairman",
    "chairwoman": "chairman",
    "chair": "chairman",
}
_TOKEN = re.compile(r"[^\W_](?:[\w.&/'’]*\w)?")


def plain(title: str) -> Words:
    """The words of a title in one spelling.

    >>> plain("The Vice-Chairmen of the Defense Board")
    ('vice', 'chairman', 'of', 'defence', 'board')
    """
    return tuple(_SAME.get(part, part) for word in words_of(title) for part in word.replace("-", " ").split())


class Titles:
    """All titles of the tables, with the short forms that people ask by."""

    def __init__(self, offices: Sequence[Office]) -> None:
        self._rows: dict[str, list[Office]] = {}
        for office in offices:
            self._rows.setdefault(office.office, []).append(office)
        self._meant: dict[Words, list[Office]] = {}
        for office in (*(replace(o, title=o.office) for o in offices), *offices):
            self._meant.setdefault(plain(office.title), []).append(office)

    def add(self, shorthands: Iterable[Row]) -> None:
        """Puts short forms before all other titles."""
        for row in shorthands:
            for country in row.many("country") or (None,):
                for name in row.many("names"):
                    meant = replace(self._rows[row["office"]][0], country=country, title=name)
                    self._meant.setdefault(plain(name), []).insert(0, meant)

    def offices(self) -> tuple[str, ...]:
        """The keys of all offices, in the order of the table."""
        return tuple(self._rows)

    def of(self, office: str) -> list[Office]:
        """The titles of an office by its key; none where there is no such key."""
        return self._rows.get(office, [])

    def meant(self, words: str) -> list[Office]:
        """What a title can mean, the closest first: short forms, then keys of offices, then titles in news."""
        return self._meant.get(plain(words), [])

    def close(self, words: str) -> Iterator[Office]:
        """Offices with a title that is spelled much like the words, the closest first."""
        texts = {" ".join(key): found for key, found in self._meant.items()}
        for text in get_close_matches(" ".join(plain(words)), texts, n=12, cutoff=0.5):
            yield from texts[text]

    def in_text(self, text: str) -> Iterator[tuple[str, list[Office]]]:
        """Each title in a text, the longest at its place, with the word before it, which may name a state."""
        longest = max(map(len, self._meant))
        found = [(m[0], part) for m in _TOKEN.finditer(text) for part in plain(m[0])]
        at = 0
        while at < len(found):
            ends = range(min(len(found), at + longest), at, -1)
            keys = ((end, tuple(part for _, part in found[at:end])) for end in ends)
            hit = next(
                ((end, key) for end, key in keys if key in self._meant and " ".join(key) not in TOO_COMMON), None
            )
            if hit is None:
                at += 1
                continue
            yield found[at - 1][0] if at else "", self._meant[hit[1]]
            at = hit[0]
