"""The words by which two tellings of one deed know each other."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from pourparler.ledger.linking.tables import words

_WORD = re.compile(r"[^\W\d_][\w'’-]+|\d[\d.,]*")
#: What every report has, and what the fields of a record tell already.
_EMPTY = words("empty_words")
_ENDINGS = ("ations", "ation", "ings", "ing", "ies", "ied", "ers", "ed", "es", "er", "s", "ly")


def words_of(texts: Iterable[str], *, without: frozenset[str] = frozenset()) -> frozenset[str]:
    """The stems of the telling words of some texts; ``without`` are words that both tellings have anyhow."""
    found = (word.lower() for text in texts for word in _WORD.findall(text))
    return frozenset(stem(word) for word in found if word not in _EMPTY and word not in without)


def plain_words(text: str) -> frozenset[str]:
    """All words of a text, lower-cased."""
    return frozenset(word.lower() for word in _WORD.findall(text))


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """A word without its ending, so far that its forms meet.

    >>> stem("expelled"), stem("expelling"), stem("destroyers"), stem("sanctions")
    ('expel', 'expel', 'destro', 'sanction')
    """
    word = word.replace("’", "'").removesuffix("'s").replace("defence", "defense")
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            word = word[: -len(ending)]
            break
    return word[:-1] if len(word) > 4 and (word[-1] in "ey" or word[-1] == word[-2]) else word


def shared(one: frozenset[str], other: frozenset[str]) -> float:
    """How much of the shorter telling the other has, 0..1; under three words tell nothing."""
    least = min(len(one), len(other))
    return len(one & other) / least if least >= 3 else 0.0


def telling_words(texts: Iterable[str], *, without: frozenset[str] = frozenset()) -> dict[str, str]:
    """As `words_of`, each stem with the first of its words in the alphabet."""
    found: dict[str, str] = {}
    for word in sorted(plain_words(" ".join(texts)) - _EMPTY - without):
        found.setdefault(stem(word), word)
    return found
