"""How alike two texts are: word shingles, MinHash signatures, and bands by which copies find each other.

Broder 1997, "On the resemblance and containment of documents"; bands as in Leskovec, Rajaraman and Ullman, "Mining of
Massive Datasets", chapter 3. A pair that shares half its shingles is found with a chance of .96, one that shares a
fifth with one of .05.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from hashlib import blake2b

from rensa import RMinHash

#: Words of a shingle: three survive a changed name or figure better than five, and are rare enough in news.
SHINGLE = 3
BANDS, ROWS = 28, 4
_SEED = 20260722
_WORD = re.compile(r"\w+")
_MASK = (1 << 63) - 1


def shingles(text: str) -> list[str]:
    """Every run of three words, lower-cased, punctuation left out; a shorter text is one shingle.

    >>> shingles("Calls went unanswered, Seoul said.")
    ['calls went unanswered', 'went unanswered seoul', 'unanswered seoul said']
    """
    words = _WORD.findall(text.lower())
    return [" ".join(words[k : k + SHINGLE]) for k in range(max(len(words) - SHINGLE + 1, 1))] if words else []


def signature(text: str) -> tuple[int, ...]:
    """The MinHash signature of a text: 112 numbers of 32 bits, the same on every machine. Empty for an empty text."""
    found = shingles(text)
    if not found:
        return ()
    minhash = RMinHash(num_perm=BANDS * ROWS, seed=_SEED)
    minhash.update(found)
    return tuple(minhash.digest())


def bands(signed: tuple[int, ...]) -> Iterator[int]:
    """One number of 63 bits for each band of a signature; texts that share one are worth comparing."""
    for start in range(0, len(signed), ROWS):
        part = ",".join(map(str, (start, *signed[start : start + ROWS])))
        yield int.from_bytes(blake2b(part.encode(), digest_size=8).digest()) & _MASK


def resemblance(one: frozenset[str], other: frozenset[str]) -> float:
    """Shared shingles among all (Jaccard), 0 to 1."""
    return len(one & other) / len(one | other) if one or other else 0.0


def containment(one: frozenset[str], other: frozenset[str]) -> float:
    """Shared shingles among those of the shorter text, 0 to 1."""
    return len(one & other) / min(len(one), len(other)) if one and other else 0.0
