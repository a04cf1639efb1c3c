"""Bytes to text: what they are where they are no text, and which encoding they are in where they are."""

from __future__ import annotations

import codecs
import re

from pourparler.errors import NotAnArticle, SourceError

_SIGNATURES = {
    b"%PDF": "a PDF document",
    b"PK\x03\x04": "a ZIP archive or Office document",
    b"\x89PNG": "a PNG image",
    b"\xff\xd8\xff": "a JPEG image",
    b"GIF8": "a GIF image",
    b"\x1f\x8b": "a gzip archive",
    b"\x7fELF": "a program",
    b"\xd0\xcf\x11\xe0": "an old Office document",
    b"SQLite format 3": "an SQLite database",
    b"{\\rtf": "an RTF document",
    b"ARROW1": "an Arrow file",
    b"PAR1": "a Parquet file",
    b"BZh": "a bzip2 archive",
    b"\xfd7zXZ": "an xz archive",
    b"RIFF": "a sound, video or WebP file",
    b"OggS": "a sound file",
    b"ID3": "a sound file",
}
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_WESTERN = re.compile(rb"[\x81\x8d\x8f\x90\x9d]")


def decode(data: bytes) -> str:
    """The text of the bytes. Raises NotAnArticle for binary data and SourceError where no encoding fits."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _decode(data, encoding)
    check_text(data)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _guess(data)


def check_text(data: bytes) -> None:
    """Raise NotAnArticle where the bytes are surely no text, naming what they are."""
    for signature, what in _SIGNATURES.items():
        if data.startswith(signature):
            raise NotAnArticle(f"looks like {what}; expected text, HTML or JSON Lines")
    head = data[:8192]
    if head.count(0) > 0.05 * len(head) and _wide(head) is None:
        raise NotAnArticle("looks like binary data; expected text, HTML or JSON Lines")


def _wide(head: bytes) -> str | None:
    """UTF-16 without its mark: every other byte of Latin text is zero."""
    half = len(head) // 2
    if half and head[1::2].count(0) > 0.7 * half and head[::2].count(0) == 0:
        return "utf-16-le"
    return "utf-16-be" if half and head[::2].count(0) > 0.7 * half and head[1::2].count(0) == 0 else None


def _guess(data: bytes) -> str:
    wide = _wide(data[:8192])
    if wide:
        return _decode(data, wide)
    high = sum(byte > 127 for byte in data[:65536])
    if high < 0.15 * len(data[:65536]) and not _WESTERN.search(data):
        return data.decode("cp1252")  # Latin text with a few curly quotes and accents, where guessers go astray
    from charset_normalizer import from_bytes  # slow to load, rarely needed

    best = from_bytes(data[:262144]).best()
    if best is None:
        raise SourceError("cannot tell the encoding; expected UTF-8, UTF-16 or a common national encoding")
    return _decode(data, best.encoding)


def _decode(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise SourceError(f"is not valid {encoding} from byte {error.start} on; save it as UTF-8") from error
