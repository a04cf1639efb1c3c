"""Packed files (gzip), unpacked as they are read, up to the place where they are damaged or cut short."""

from __future__ import annotations

import io
import zlib
from typing import IO, Any

GZIP = b"\x1f\x8b"
_CHUNK = 65_536


class Unpacked(io.RawIOBase):
    """What a gzip file holds, of one member or many. It ends where the file is damaged; ``fault`` then says how.

    The standard library's reader raises there instead, and what it had unpacked just before is lost.
    """

    def __init__(self, packed: IO[bytes]) -> None:
        self.fault: str | None = None
        self._packed = packed
        self._waiting = b""
        self._member: Any = zlib.decompressobj(16 + zlib.MAX_WBITS)
        self._ended = False

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        """Fills the buffer as far as the next piece goes; 0 at the end."""
        while not self._ended:
            data = self._piece(len(buffer))
            if data:
                buffer[: len(data)] = data
                return len(data)
        return 0

    def _piece(self, most: int) -> bytes:
        if self._member.eof and not self._next_member():
            return b""
        self._waiting = self._waiting or self._packed.read(_CHUNK)
        if not self._waiting:
            self._end("cut short")
            return b""
        try:
            data: bytes = self._member.decompress(self._waiting, most)
        except zlib.error as error:
            self._end(f"damaged ({error})")
            return b""
        self._waiting = self._member.unused_data if self._member.eof else self._member.unconsumed_tail
        return data

    def _next_member(self) -> bool:
        """Whether another member follows; zeros behind the last are padding."""
        while not (rest := self._waiting.lstrip(b"\0")):
            self._waiting = self._packed.read(_CHUNK)
            if not self._waiting:
                self._end(None)
                return False
        self._waiting = rest
        self._member = zlib.decompressobj(16 + zlib.MAX_WBITS)
        return True

    def _end(self, fault: str | None) -> None:
        self.fault, self._ended = fault, True
