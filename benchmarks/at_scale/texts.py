"""Made-up articles: words by Zipf's law, sentences, copies and rewrites; the same at every run."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count, islice

import numpy as np
from numpy.typing import NDArray

#: Articles that are made together, from one seed; a run can be taken up at any of them.
CHUNK = 500
WORDS = 300
VOCABULARY = 60_000
#: The share of articles that tell another's text; how: as it is, with some words changed, or cut and gone on otherwise.
COPIED = 0.2
_HOW = (0.4, 0.4, 0.2)
_SENTENCE = 20
#: The commonest words of English in their order; the others are syllables.
_COMMON = (
    "the", "of", "to", "and", "a", "in", "for", "on", "that", "is", "with", "was", "by", "as", "at", "it",
    "from", "said", "be", "has", "have", "its", "an", "are", "were", "not", "this", "had", "but", "who", "will",
    "they", "which", "his", "he", "she", "their", "one", "been", "more", "about", "would", "up", "out", "after",
    "all", "new", "two", "over",
)  # fmt: skip
_BEFORE = ("b", "c", "d", "f", "g", "h", "j", "k", "l", "m", "n", "p", "r", "s", "t", "v", "z", "br", "st", "tr", "pl")
_SYLLABLES = tuple(before + vowel for before in _BEFORE for vowel in ("a", "e", "i", "o", "u", "en", "ar"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """A text and where each of its words starts and ends."""

    text: str
    starts: NDArray[np.int64]
    ends: NDArray[np.int64]
    copied: bool


def vocabulary() -> list[str]:
    """So many words, the commonest first; rarer ones are longer."""
    chance = np.random.default_rng(1)
    found = dict.fromkeys(_COMMON)
    while len(found) < VOCABULARY:
        parts = chance.integers(0, len(_SYLLABLES), size=2 + len(found) // 15_000)
        found["".join(_SYLLABLES[part] for part in parts)] = None
    return list(found)


class Texts:
    """All texts, in chunks that do not depend on each other."""

    def __init__(self) -> None:
        words = vocabulary()
        self._words = np.array(words, dtype=object)
        self._capital = np.array([word.capitalize() for word in words], dtype=object)
        self._length = np.array(list(map(len, words)))
        self._drawn = np.cumsum(1 / (np.arange(VOCABULARY) + 2.7))
        self._drawn /= self._drawn[-1]

    def chunk(self, number: int) -> Iterator[Text]:
        """The texts of one chunk; what is copied in it was told in it before."""
        chance = np.random.default_rng((7, number))
        told: list[NDArray[np.int64]] = []
        for _ in range(CHUNK):
            copied = bool(told) and chance.random() < COPIED
            words = (
                self._copy(chance, told[chance.integers(len(told) // 2, len(told))]) if copied else self._new(chance)
            )
            told.append(words)
            yield self._text(words, copied)

    def _new(self, chance: np.random.Generator) -> NDArray[np.int64]:
        size = int(chance.integers(WORDS * 2 // 3, WORDS * 4 // 3))
        return np.searchsorted(self._drawn, chance.random(size))

    def _copy(self, chance: np.random.Generator, words: NDArray[np.int64]) -> NDArray[np.int64]:
        how = chance.choice(3, p=_HOW)
        if how == 0:
            return words
        if how == 1:
            changed = chance.random(len(words)) < 0.03
            return np.where(changed, np.searchsorted(self._drawn, chance.random(len(words))), words)
        return np.concatenate([words[: 3 * len(words) // 4], self._new(chance)[: len(words) // 4]])

    def _text(self, words: NDArray[np.int64], copied: bool) -> Text:
        """The words as sentences with a full stop, every fifth of them between quotation marks."""
        told = self._words[words]
        told[::_SENTENCE] = self._capital[words[::_SENTENCE]]
        last = np.append(np.arange(_SENTENCE - 1, len(words) - 1, _SENTENCE), len(words) - 1)
        told[last] += "."
        quoted = np.arange(0, len(words), 5 * _SENTENCE)
        told[quoted] = "\u201c" + told[quoted]
        told[last[::5]] += "\u201d"
        before, behind = np.zeros_like(words), np.zeros_like(words)
        before[quoted] = 1
        behind[last] = 1
        behind[last[::5]] = 2
        length = before + self._length[words] + behind + 1
        starts = np.concatenate([[0], np.cumsum(length)[:-1]]) + before
        return Text(text=" ".join(told), starts=starts, ends=starts + self._length[words], copied=copied)


def texts(number: int) -> Iterator[Text]:
    """So many texts."""
    made = Texts()
    return islice((text for chunk in count() for text in made.chunk(chunk)), number)
