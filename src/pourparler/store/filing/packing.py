"""Bytes kept small: zlib at its fastest level, which halves an article in well under a millisecond."""

from __future__ import annotations

import zlib

LEVEL = 1


def pack(data: bytes) -> bytes:
    """The bytes, compressed.

    >>> unpack(pack(b"calls unanswered")) == b"calls unanswered"
    True
    """
    return zlib.compress(data, LEVEL)


def unpack(packed: bytes) -> bytes:
    """What was packed."""
    return zlib.decompress(packed)
