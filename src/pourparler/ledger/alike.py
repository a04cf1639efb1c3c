"""How alike two texts are: word shingles, MinHash signatures, and bands by which copies find each other.

Broder 1997, "On the resemblance and containment of documents"; bands as in Leskovec, Rajaraman and Ullman, "Mining of
Massive Datasets", chapter 3. A pair that shares three fifths of its shingles is found with a chance of .98, one that
shares half with .88, one that shares a fifth with .12.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Sequence
from operator import eq

from rensa import RMinHash

BANDS, ROWS = 16, 3
#: Of two texts that share a band, so many numbers of their signatures must agree, or they are not worth comparing.
#: Texts that share two fifths of their shingles have fewer but once in two thousand times.
LIKELY = 10
_SEED = 20260722
_WORD = re.compile(r"\w+")
#: What news is set with beside ASCII; every character of ASCII, as it stands in a word, lower-cased, or between words.
_TYPOGRAPHY = "\u2019\u201c\u201d\u2018\u2013\u2014\u2026\u00a0\u00ab\u00bb"
_LETTERS = bytes(ord(chr(code).lower()) if code < 128 and _WORD.match(chr(code)) else ord(" ") for code in range(256))


def words(text: str) -> list[str]:
    """The words of a text, lower-cased, punctuation left out.

    >>> words("“We’ve asked twice,” Seoul said.")
    ['we', 've', 'asked', 'twice', 'seoul', 'said']
    """
    if not text.isascii():
        for mark in _TYPOGRAPHY:
            text = text.replace(mark, " ")
    if not text.isascii():
        return _WORD.findall(text.lower())
    return text.encode("ascii").translate(_LETTERS).decode("ascii").split()  # takes a quarter of the former


def shingles(text: str) -> list[str]:
    """Every run of three words; a shorter text is one shingle.

    Three survive a changed name or figure better than five, and are rare enough in news.

    >>> shingles("Calls went unanswered, Seoul said.")
    ['calls went unanswered', 'went unanswered seoul', 'unanswered seoul said']
    """
    told = words(text)
    if len(told) <= 3:
        return [" ".join(told)] if told else []
    return list(map(" ".join, zip(told, told[1:], told[2:], strict=False)))


def signature(found: Sequence[str]) -> Sequence[int]:
    """The MinHash signature of a text's shingles: 48 numbers of 32 bits, the same on every machine. Of none, none."""
    if not found:
        return ()
    minhash = RMinHash(num_perm=BANDS * ROWS, seed=_SEED)
    minhash.update(found)
    signed: Sequence[int] = minhash.digest()
    return signed


def marks(found: Sequence[str]) -> bytes:
    """By which copies of a text are found, from its shingles: 16 bands of six bytes, which are three numbers of its
    signature, cut short.

    Texts that share a band may be alike. An empty text has none.
    """
    signed = signature(found)
    whole, low = struct.pack(f">{len(signed)}I", *signed), bytearray(2 * len(signed))
    low[::2], low[1::2] = whole[2::4], whole[3::4]
    return bytes(low)


def may_be_alike(one: bytes, other: bytes) -> bool:
    """Whether two texts that share a band are worth comparing, by their marks."""
    agreeing: int = sum(map(eq, memoryview(one).cast("H"), memoryview(other).cast("H")))
    return agreeing >= LIKELY


def compare(one: frozenset[str], other: frozenset[str]) -> tuple[float, float]:
    """How alike two texts are by their shingles, 0 to 1: resemblance, which is shared shingles among all (Jaccard), and
    containment, which is shared shingles among those of the shorter text.

    >>> compare(frozenset("abcd"), frozenset("cd"))
    (0.5, 1.0)
    """
    if not one or not other:
        return 0.0, 0.0
    shared = len(one & other)
    return shared / (len(one) + len(other) - shared), shared / min(len(one), len(other))
