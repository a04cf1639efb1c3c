"""Names in running text: leftmost, then longest, whole words only."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator

from ahocorasick_rs import AhoCorasick

from pourparler.knowledge.entries import Category, Entry, Found

#: One character for one character, so that offsets stay those of the text.
FOLD = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "\u00a0": " ", "\n": " ", "\u2011": "-", "–": "-", "\u2010": "-"})

#: Letters of a name that the automaton knows. With all of them it takes twice as long to build, with fewer to ask.
BEGINNING = 6

#: A name, where it stands, and what makes its entry.
Name = tuple[str, Category, Callable[[], Entry]]
Promises = tuple[tuple[Category, Callable[[], Entry]], ...]

_ARTICLES = {"The ", "the "}

#: Names that headlines and datelines print in capitals.
CAPITALISED = {Category.STATE, Category.ADJECTIVE, Category.DEMONYM, Category.CAPITAL, Category.METONYM, Category.WATER}


class NameFinder:
    """Finds every known name in one pass.

    >>> kiev = Entry(category=Category.CAPITAL, name="Ukraine", country="UKR")
    >>> finder = NameFinder([("Kiev", Category.CAPITAL, lambda: kiev)])
    >>> [(f.start, f.end) for f in finder.find("KIEV: Kiev's, not Kievan")]
    [(0, 4), (6, 10)]
    """

    def __init__(self, names: Iterable[Name]) -> None:
        self._promised = _promises(names)
        self._made: dict[str, tuple[Entry, ...]] = {}
        beginnings = _beginnings(self._promised)
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
                entries = self._of(name)
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
                if name in self._promised and _is_whole(folded, start, end):
                    yield start + (4 if name[:4] in _ARTICLES else 0), -end, start, name

    def entries(self, name: str) -> tuple[Entry, ...]:
        """What exactly this name stands for, () if nobody knows it."""
        return self._of(name.translate(FOLD))

    def names(self, among: Collection[Category]) -> Iterator[tuple[str, Entry]]:
        """Every name of these categories, with each thing that it may stand for."""
        for name, promises in self._promised.items():
            yield from ((name, make()) for category, make in promises if category in among)

    def _of(self, name: str) -> tuple[Entry, ...]:
        """The entries of a folded name, made when it is first met."""
        if name not in self._made:
            if name not in self._promised:
                return ()
            self._made[name] = tuple(dict.fromkeys([promise() for _, promise in self._promised[name]]))
        return self._made[name]


def _promises(names: Iterable[Name]) -> dict[str, Promises]:
    """What makes the entries of each name, as printed and as headlines print it.

    A name in capitals has four letters or more: "US" and "us" must not meet.
    """
    plain: dict[str, Promises] = {}
    capitals: dict[str, Promises] = {}
    for name, category, promise in names:
        if not name.isascii():
            name = name.translate(FOLD)
        told = ((category, promise),)
        plain[name] = plain[name] + told if name in plain else told
        if category in CAPITALISED and len(name) > 3:
            upper = name.upper()
            capitals[upper] = capitals[upper] + told if upper in capitals else told
    return capitals | plain


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
