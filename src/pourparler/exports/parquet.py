"""The flat table as a Parquet file, written as the entries come."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from pathlib import Path

from pourparler.records import Entry
from pourparler.records.arrow import arrow_batches


def write_parquet(entries: Iterable[Entry], path: Path) -> None:
    """Writes the columns of `pourparler.records.flat` to a file. Raises UsageError where pyarrow is not installed."""
    with path.open("wb") as file:
        for piece in parquet_pieces(entries):
            file.write(piece)


def parquet_pieces(entries: Iterable[Entry]) -> Iterator[bytes]:
    """The same file in pieces, one for each batch of entries. Raises UsageError where pyarrow is not installed."""
    batches = arrow_batches(entries)
    from pyarrow import parquet

    sink = _Sink()
    with parquet.ParquetWriter(sink, batches.schema, compression="zstd") as writer:
        for batch in batches:
            writer.write_batch(batch)
            yield sink.taken()
    yield sink.taken()


class _Sink(io.RawIOBase):
    """Holds what was written since it was last taken."""

    def __init__(self) -> None:
        super().__init__()
        self._held = bytearray()
        self._length = 0

    def writable(self) -> bool:
        return True

    def write(self, data: bytes) -> int:  # type: ignore[override]
        self._held += data
        self._length += len(data)
        return len(data)

    def tell(self) -> int:
        return self._length

    def taken(self) -> bytes:
        """What was written, once."""
        piece, self._held = bytes(self._held), bytearray()
        return piece
