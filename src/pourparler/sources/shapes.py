"""What a paragraph looks like, before anything is known about its words."""

from __future__ import annotations

import re
from functools import lru_cache

_END = re.compile(r"""[.!?…。！？]["'”’»)\]]*$""")
_QUOTES = "\"“”‘’'"
_UNFINISHED = re.compile(r"[,;:–—-]$")
_TOLD = re.compile(r"\b(?:said|told|added|noted|stated|according to|he|she|it was|there (?:is|was|were))\b")
_ABBREVIATED = r"(?<!Ltd\.)(?<!Inc\.)(?<!Co\.)(?<!Corp\.)(?<!Mr\.)(?<!Dr\.)(?<!Gen\.)(?<!\.[A-Z]\.)"
_BREAK = re.compile(
    r"""(?<=[a-z0-9”’")][.!?])(?=[A-Z])|(?<=[a-z0-9][.!?][”’"])(?=[A-Z])"""
    rf"""|(?<=[.!?]){_ABBREVIATED}\s+(?=\S)|(?<=[.!?][”’")])\s+(?=\S)"""
)


def ends_sentence(words: str) -> bool:
    """Whether the words close with a full stop, question or exclamation mark, quotes and brackets aside."""
    return _END.search(words) is not None


def is_full(words: str) -> bool:
    """Whether this is surely running text: a closed sentence of some length."""
    return len(words) >= 60 and ends_sentence(words)


def is_headline(words: str) -> bool:
    """Whether this could be the headline of a story: a short line that nothing closes and nobody speaks in."""
    return (
        len(words) <= 160
        and 1 <= len(words.split()) <= 20
        and not ends_sentence(words)
        and not _UNFINISHED.search(words)
        and not _TOLD.search(words)
        and not words[0].islower()
        and not (words[0] in _QUOTES and words[-1] in _QUOTES)
    )


@lru_cache(maxsize=64)  # several rules look at the same paragraph in turn
def sentence_starts(words: str) -> tuple[int, ...]:
    """Where sentences begin, roughly: also after a full stop that lost its space, too often after an abbreviation."""
    return (0, *(match.end() for match in _BREAK.finditer(words)))
