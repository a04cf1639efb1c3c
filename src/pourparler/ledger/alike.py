"""How alike two texts are: word shingles, MinHash signatures, and bands by which copies find each other.

Broder 1997, "On the resemblance and containment of documents"; bands as in Leskovec, Rajaraman and Ullman, "Mining of
Massive Datasets", chapter 3. A pair that shares three fifths of its shingles is found with a chance of .98, one that
shares half with .88, one that shares a fifth with .12.
"""

from __future__ import annotations

import re
import struct
from operator import eq

from rensa import RMinHash

#: Words of a shingle: three survive a changed name or figure better than five, and are rare enough in news.
SHINGLE = 3
BANDS, ROWS = 16, 3
#: Of two texts that share a band, so many numbers of their signatures must agree, or they are not worth comparing.
#: Texts that share two fifths of their shingles have fewer but once in two thousand times.
LIKELY = 10
_SEED = 20260722
_WORD = re.compile(r"\w+")
#: What news is set with beside ASCII, and every character of ASCII that is in no word.
_TYPOGRAPHY = "\u2019\u201c\u201d\u2018\u2013\u2014\u2026\u00a0\u00ab\u00bb"
_BREAKS = {code: " " for code in range(128) if not _WORD.match(chr(code))}


def words(text: str) -> list[str]:
    """The words of a text, lower-cased, punctuation left out.

    >>> words("“We’ve asked twice,” Seoul said.")
    ['we', 've', 'asked', 'twice', 'seoul', 'said']
    """
    text = text.lower()
    if not text.isascii():
        for mark in _TYPOGRAPHY:
            text = text.replace(mark, " ")
    return text.translate(_BREAKS).split() if text.isascii() else _WORD.findall(text)  # the former takes a third


def shingles(text: str) -> list[str]:
    """Every run of three words; a shorter text is one shingle.

    >>> shingles("Calls went unanswered, Seoul said.")
    ['calls went unanswered', 'went unanswered seoul', 'unanswered seoul said']
    """
    told = words(text)
    if len(told) <= SHINGLE:
        return [" ".join(told)] if told else []
    return list(map(" ".join, zip(*(told[k:] for k in range(SHINGLE)), strict=False)))


def signature(text: str) -> tuple[int, ...]:
    """The MinHash signature of a text: 48 numbers of 32 bits, the same on every machine. Empty for an empty text."""
    found = shingles(text)
    if not found:
        return ()
    minhash = RMinHash(num_perm=BANDS * ROWS, seed=_SEED)
    minhash.update(found)
    return tuple(minhash.digest())


def marks(text: str) -> bytes:
    """By which copies of a text are found: 16 bands of six bytes, which are three numbers of its signature, cut short.

    Texts that share a band may be alike. An empty text has none.
    """
    signed = signature(text)
    return struct.pack(f">{len(signed)}H", *(number & 0xFFFF for number in signed))


def may_be_alike(one: bytes, other: bytes) -> bool:
    """Whether two texts that share a band are worth comparing, by their marks."""
    agreeing: int = sum(map(eq, memoryview(one).cast("H"), memoryview(other).cast("H")))
    return agreeing >= LIKELY


def resemblance(one: frozenset[str], other: frozenset[str]) -> float:
    """Shared shingles among all (Jaccard), 0 to 1."""
    return len(one & other) / len(one | other) if one or other else 0.0


def containment(one: frozenset[str], other: frozenset[str]) -> float:
    """Shared shingles among those of the shorter text, 0 to 1."""
    return len(one & other) / min(len(one), len(other)) if one and other else 0.0
