"""Web archives (WARC): the pages in them, one in memory at a time."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO, Any

from pourparler.errors import SourceError
from pourparler.sources.intake import MAX_BYTES
from pourparler.sources.packing import GZIP

_HTML = ("text/html", "application/xhtml+xml")
_FINE = ("200", "203")
_CHUNK = 65_536


@dataclass(frozen=True, slots=True)
class Page:
    """A page as it was archived: its address and its bytes; or what is wrong with it."""

    url: str
    html: bytes
    fault: str | None = None


def pages_of_warc(stream: IO[bytes]) -> Iterator[Page]:
    """The HTML pages of an archive that answered well; revisits, redirects, images and requests are passed over.

    ``stream`` is unpacked already. Raises SourceError where the archive is damaged or breaks off: what is behind that
    place cannot be read.
    """
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    class Records(ArchiveIterator):  # type: ignore[misc]
        INC_RECORD = ""  # a warning on standard error, which is ours

    records, passed = Records(stream), 0
    try:
        for record in records:
            if _is_page(record):
                yield _page(record)
            passed += 1
    except (ArchiveLoadFailed, EOFError, OSError, zlib.error, ValueError) as error:
        told = " ".join(str(error).split())
        raise SourceError(f"is damaged behind record {passed} ({told}); what is before it was read") from error
    if records.err_count:
        raise SourceError(
            f"has {records.err_count} records that are longer or shorter than they tell; read as they are"
        )


def _is_page(record: Any) -> bool:
    if record.rec_type not in ("response", "resource"):
        return False
    if record.rec_type == "response" and (record.http_headers is None or _status(record) not in _FINE):
        return False
    kind = (record.http_headers or record.rec_headers).get_header("Content-Type") or ""
    return not kind or kind.partition(";")[0].strip().lower() in _HTML


def _status(record: Any) -> str:
    return str(record.http_headers.get_statuscode())


def _page(record: Any) -> Page:
    url = str(record.rec_headers.get_header("WARC-Target-URI") or "").strip("<>")
    stream, html = record.content_stream(), bytearray()
    try:
        while chunk := stream.read(_CHUNK):
            html += chunk
            if len(html) > MAX_BYTES:
                return Page(url, b"", f"is larger than {MAX_BYTES / 1e6:.0f} MB, the most an article can have")
    except zlib.error as error:
        return Page(url, b"", f"is damaged: {error}")
    if getattr(record.raw_stream, "limit", 0):
        return Page(url, b"", "breaks off before its end")
    if html.startswith(GZIP):
        return Page(url, b"", "is damaged: it cannot be unpacked")
    packing = (record.http_headers and record.http_headers.get_header("Content-Encoding")) or ""
    if packing.lower() not in ("", "identity", "gzip", "deflate") and b"<html" not in html[:4000].lower():
        return Page(url, b"", f"is packed as {packing}; where that is br, it is unpacked after: pip install brotli")
    return Page(url, bytes(html))
