"""Names in running text: leftmost, then longest, whole words only."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from ahocorasick_rs import AhoCorasick

from pourparler.knowledge.entries import Category, Entry, Found

#: One character for one character, so that offsets stay those of the text.
FOLD = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "\u00a0": " ", "\n": " ", "\u2011": "-", "–": "-", "\u2010": "-"})

_ARTICLES = {"The ", "the "}

#: Names that headlines and datelines print in capitals.
CAPITALISED = {Category.STATE, Category.ADJECTIVE, Category.DEMONYM, Category.CAPITAL, Category.METONYM, Category.WATER}


class NameFinder:
    """Finds every known name in one pass.

    >>> kiev = Entry(category=Category.CAPITAL, name="Ukraine", country="UKR")
    >>> [(f.start, f.end) for f in NameFinder([("Kiev", kiev)]).find("KIEV: Kiev's, not Kievan")]
    [(0, 4), (6, 10)]
    """

    def __init__(self, names: Iterable[tuple[str, Entry]]) -> None:
        plain: dict[str, tuple[Entry, ...]] = {}
        for name, entry in names:
            if not name.isascii():
                name = name.translate(FOLD)
            known = plain.get(name, ())
            if entry not in known:
                plain[name] = (*known, entry)
        self._entries = _capitalised(plain) | plain
        self._patterns = list(self._entries)
        self._articles = [4 if name[:4] in _ARTICLES else 0 for name in self._patterns]
        self._automaton = AhoCorasick(self._patterns, store_patterns=False)

    def find(self, text: str, among: Collection[Category] = ()) -> list[Found]:
        """All names in order; where names overlap, the first and, of those, the longest.

        An article does not count: "the Gulf" does not hide "Gulf of Aden" behind the same article. With ``among``, only
        names of those categories are seen.
        """
        folded = text.translate(FOLD)
        matches = [
            (start + self._articles[pattern], -end, start, pattern)
            for pattern, start, end in self._automaton.find_matches_as_indexes(folded, overlapping=True)
            if _is_whole(folded, start, end)
        ]
        found, reached = [], 0
        for after_article, end, start, pattern in sorted(matches):
            if after_article >= reached:
                entries = self._entries[self._patterns[pattern]]
                if among:
                    entries = tuple([entry for entry in entries if entry.category in among])
                if entries:
                    reached = -end
                    found.append(Found(start, reached, entries))
        return found

    def entries(self, name: str) -> tuple[Entry, ...]:
        """What exactly this name stands for, () if nobody knows it."""
        return self._entries.get(name.translate(FOLD), ())


def _is_whole(text: str, start: int, end: int) -> bool:
    """Whether no letter, digit or currency sign runs on at either end: "US" is no word of "US$5"."""
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    return not (before.isalnum() or after.isalnum() or after in "$_" or before == "_")


def _capitalised(names: Mapping[str, tuple[Entry, ...]]) -> dict[str, tuple[Entry, ...]]:
    """Upper-case variants, of four letters or more: "US" and "us" must not meet."""
    categories = tuple(CAPITALISED)
    capitals: dict[str, tuple[Entry, ...]] = {}
    for name, entries in names.items():
        for entry in entries:
            if entry.category in categories and len(name) > 3:
                capitals[name.upper()] = tuple([entry for entry in entries if entry.category in categories])
                break
    return capitals
