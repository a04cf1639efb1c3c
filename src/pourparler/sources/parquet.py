"""Parquet files of articles, row group by row group, with the columns that are needed; pyarrow is in the extra."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import IO

from pourparler.errors import SourceError
from pourparler.sources.tables import Row, find_columns, line_of

#: Rows that are in memory at a time, beside the pages they are unpacked from.
_ROWS = 64


def rows_of_parquet(stream: IO[bytes], asked: Mapping[str, str], at: Callable[[float], None]) -> Iterator[Row]:
    """The rows of a Parquet file; ``at`` is told what share of them was read.

    Raises SourceError where pyarrow is missing, the file is damaged or no column holds text, UsageError where an asked
    column is not there.
    """
    try:
        from pyarrow import ArrowException
        from pyarrow.parquet import ParquetFile
    except ImportError as error:
        raise SourceError('Parquet is read by pyarrow, which is missing: pip install "pourparler[parquet]"') from error
    try:
        table = ParquetFile(stream, buffer_size=1 << 16, pre_buffer=False)
        wanted = find_columns([field.name for field in table.schema_arrow], asked)
        number = 0
        for batch in table.iter_batches(batch_size=_ROWS, columns=sorted(set(wanted.values()))):
            for cells in batch.to_pylist():
                number += 1
                line = line_of({field: cells[column] for field, column in wanted.items()})
                at(number / table.metadata.num_rows)
                yield Row(number, line, None if line else "holds no text")
    except (ArrowException, OSError) as error:
        raise SourceError(f"is no Parquet file that can be read: {error}") from error
