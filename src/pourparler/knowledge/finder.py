"""Names in running text: leftmost, then longest, whole words only."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ahocorasick_rs import AhoCorasick

from pourparler.knowledge.entries import Category, Entry, Found

#: One character for one character, so that offsets stay those of the text.
FOLD = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "\u00a0": " ", "\n": " ", "\u2011": "-", "–": "-", "\u2010": "-"})

#: Names that headlines and datelines print in capitals.
CAPITALISED = {Category.STATE, Category.ADJECTIVE, Category.DEMONYM, Category.CAPITAL, Category.METONYM, Category.WATER}


class NameFinder:
    """Finds every known name in one pass.

    >>> kiev = Entry(category=Category.CAPITAL, name="Ukraine", country="UKR")
    >>> [(f.start, f.end) for f in NameFinder([("Kiev", kiev)]).find("KIEV: Kiev's, not Kievan")]
    [(0, 4), (6, 10)]
    """

    def __init__(self, names: Iterable[tuple[str, Entry]]) -> None:
        known: dict[str, list[Entry]] = {}
        for name, entry in names:
            entries = known.setdefault(name.translate(FOLD), [])
            if entry not in entries:
                entries.append(entry)
        self._entries = {name: tuple(entries) for name, entries in known.items()}
        for name, entries in list(_capitalised(self._entries)):
            self._entries.setdefault(name, entries)
        self._patterns = list(self._entries)
        self._automaton = AhoCorasick(self._patterns)

    def find(self, text: str) -> list[Found]:
        """All names in order; where names overlap, the first and, of those, the longest."""
        folded = text.translate(FOLD)
        matches = [
            (start, -end, pattern)
            for pattern, start, end in self._automaton.find_matches_as_indexes(folded, overlapping=True)
            if _is_whole(folded, start, end)
        ]
        found, reached = [], 0
        for start, end, pattern in sorted(matches):
            if start >= reached:
                reached = -end
                found.append(Found(start, reached, self._entries[self._patterns[pattern]]))
        return found

    def entries(self, name: str) -> tuple[Entry, ...]:
        """What exactly this name stands for, () if nobody knows it."""
        return self._entries.get(name.translate(FOLD), ())


def _is_whole(text: str, start: int, end: int) -> bool:
    """Whether no letter, digit or currency sign runs on at either end: "US" is no word of "US$5"."""
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    return not (before.isalnum() or after.isalnum() or after in "$_" or before == "_")


def _capitalised(names: dict[str, tuple[Entry, ...]]) -> Iterator[tuple[str, tuple[Entry, ...]]]:
    """Upper-case variants, of four letters or more: "US" and "us" must not meet."""
    for name, entries in names.items():
        if len(name) > 3 and any(entry.category in CAPITALISED for entry in entries):
            yield name.upper(), tuple(entry for entry in entries if entry.category in CAPITALISED)
