"""Names in running text: leftmost, then longest, whole words only."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from ahocorasick_rs import AhoCorasick

from pourparler.knowledge.entries import Category, Entry, Found

#: One character for one character, so that offsets stay those of the text.
FOLD = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "\u00a0": " ", "\n": " ", "\u2011": "-", "–": "-", "\u2010": "-"})

#: Letters of a name that the automaton knows. With all of them it takes twice as long to build, with fewer to ask.
BEGINNING = 10

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
        headlined: list[str] = []
        last, capitalised = None, False
        for name, entry in names:
            if entry is not last:  # the names of one entry follow each other
                last, capitalised = entry, entry.category in CAPITALISED
            if not name.isascii():
                name = name.translate(FOLD)
            known = plain.get(name, ())
            if entry not in known:
                plain[name] = (*known, entry)
            if capitalised and len(name) > 3:
                headlined.append(name)
        self._entries = {name.upper(): _headlines(plain[name]) for name in headlined} | plain
        beginnings = _beginnings(self._entries)
        self._lengths = list(beginnings.values())
        self._automaton = AhoCorasick(list(beginnings), store_patterns=False)

    def find(self, text: str, among: Collection[Category] = ()) -> list[Found]:
        """All names in order; where names overlap, the first and, of those, the longest.

        An article does not count: "the Gulf" does not hide "Gulf of Aden" behind the same article. With ``among``, only
        names of those categories are seen.
        """
        found, reached = [], 0
        for after_article, end, start, name in sorted(self._matches(text.translate(FOLD))):
            if after_article >= reached:
                entries = self._entries[name]
                if among:
                    entries = tuple([entry for entry in entries if entry.category in among])
                if entries:
                    reached = -end
                    found.append(Found(start, reached, entries))
        return found

    def _matches(self, folded: str) -> Iterator[tuple[int, int, int, str]]:
        """Every name: its start behind an article, its end (negative, so that the longest comes first), its start."""
        for beginning, start, _ in self._automaton.find_matches_as_indexes(folded, overlapping=True):
            for length in self._lengths[beginning]:
                name = folded[start : start + length]
                end = start + len(name)
                if name in self._entries and _is_whole(folded, start, end):
                    yield start + (4 if name[:4] in _ARTICLES else 0), -end, start, name

    def entries(self, name: str) -> tuple[Entry, ...]:
        """What exactly this name stands for, () if nobody knows it."""
        return self._entries.get(name.translate(FOLD), ())


def _beginnings(names: Iterable[str]) -> dict[str, tuple[int, ...]]:
    """How the names begin, and how long those are that begin so."""
    lengths: dict[str, tuple[int, ...]] = {}
    for name in names:
        beginning, length = name[:BEGINNING], len(name)
        known = lengths.get(beginning, ())
        if length not in known:
            lengths[beginning] = (*known, length)
    return lengths


def _is_whole(text: str, start: int, end: int) -> bool:
    """Whether no letter, digit or currency sign runs on at either end: "US" is no word of "US$5"."""
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    return not (before.isalnum() or after.isalnum() or after in "$_" or before == "_")


def _headlines(entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """What a name in capitals stands for. It has four letters or more: "US" and "us" must not meet."""
    return tuple([entry for entry in entries if entry.category in CAPITALISED])
