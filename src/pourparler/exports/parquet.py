"""The flat table as a Parquet file, written as the entries come."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from pourparler.records import Entry
from pourparler.records.arrow import arrow_batches


def write_parquet(entries: Iterable[Entry], path: Path) -> None:
    """Writes the columns of `pourparler.records.flat` to a file. Raises UsageError where pyarrow is not installed."""
    batches = arrow_batches(entries)
    from pyarrow import parquet

    with parquet.ParquetWriter(path, batches.schema, compression="zstd") as writer:
        for batch in batches:
            writer.write_batch(batch)
