"""Looking up the head of a noun phrase: the longest known phrase that contains its head word."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TypeVar

T = TypeVar("T")

PREPOSITIONS = frozenset(
    (
        "of",
        "for",
        "in",
        "at",
        "from",
        "to",
        "on",
        "with",
        "by",
        "about",
        "near",
        "who",
        "that",
        "which",
        "under",
        "inside",
        "off",
        "aboard",
        "against",
        "between",
    )
)
_WORD = re.compile(r"[^\W_](?:[\w.'&/-]*\w)?\.?")


def words_of(phrase: str) -> tuple[str, ...]:
    """Lower-case words, straight apostrophes, without articles.

    >>> words_of("The Ministry of Foreign Affairs")
    ('ministry', 'of', 'foreign', 'affairs')
    """
    letters = phrase.replace(" ", "").isalpha()  # true of most, and then the pattern would find the same
    words = (
        phrase.casefold().split() if letters else _WORD.findall(phrase.replace("’", "'").replace("`", "'").casefold())
    )
    return tuple(word for word in words if word not in ("the", "a", "an"))


def singular(word: str) -> str:
    """A plain guess at the singular, enough for the nouns in the tables.

    >>> [singular(w) for w in ("warships", "agencies", "spokesmen", "police", "chargés", "press")]
    ['warship', 'agency', 'spokesman', 'police', 'chargé', 'press']
    """
    if word.endswith("men"):
        return word[:-3] + "man"
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "sses", "xes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def longest(phrase: str, table: Mapping[tuple[str, ...], T]) -> T | None:
    """The value of the longest phrase in the table that holds the head word of ``phrase``, which stands last or
    before the first preposition: "spokesman for the defence ministry" is a spokesman."""
    words = words_of(phrase)
    at = next((i for i, word in enumerate(words) if word in PREPOSITIONS and i), len(words))
    windows = [(start, end) for start in range(at) for end in range(at, len(words) + 1)]
    for start, end in sorted(windows, key=lambda w: (w[0] - w[1], w[0])):
        for candidate in _variants(words[start:end], at - start - 1):
            if candidate in table:
                return table[candidate]
    return None


def _variants(words: tuple[str, ...], head: int) -> tuple[tuple[str, ...], ...]:
    """The words as they are, and with the head word in the singular."""
    return words, (*words[:head], singular(words[head]), *words[head + 1 :])
