"""The flat table as Arrow: its schema, and record batches made as the entries come. Needs pyarrow, and only here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING, Any

from pourparler.errors import UsageError
from pourparler.records.entry import Entry
from pourparler.records.flat import COLUMNS, Type, flat_rows

if TYPE_CHECKING:
    import pyarrow

#: Entries in one batch: a few megabytes.
BATCH = 4096


def arrow_schema() -> pyarrow.Schema:
    """The columns with their types; what each tells is its metadata ``description``. Raises UsageError: no pyarrow."""
    pa = _pyarrow()
    types = {
        Type.TEXT: pa.string(),
        Type.TEXTS: pa.list_(pa.string()),
        Type.DAY: pa.date32(),
        Type.WHOLE: pa.int32(),
        Type.LARGE: pa.int64(),
        Type.NUMBER: pa.float64(),
    }
    return pa.schema(
        [pa.field(c.name, types[c.type], nullable=c.name != "id", metadata={"description": c.told}) for c in COLUMNS]
    )


def arrow_batches(entries: Iterable[Entry]) -> pyarrow.RecordBatchReader:
    """The entries as a stream of record batches; no more than one batch is held. Raises UsageError: no pyarrow."""
    schema = arrow_schema()
    return _pyarrow().RecordBatchReader.from_batches(schema, _batches(entries, schema))


def _batches(entries: Iterable[Entry], schema: pyarrow.Schema) -> Iterator[pyarrow.RecordBatch]:
    pa = _pyarrow()
    rows = flat_rows(entries)
    while batch := list(islice(rows, BATCH)):
        columns = zip(*batch, strict=True)
        arrays = [pa.array(values, field.type) for values, field in zip(columns, schema, strict=True)]
        yield pa.RecordBatch.from_arrays(arrays, schema=schema)


def _pyarrow() -> Any:
    try:
        import pyarrow
    except ImportError as error:
        raise UsageError(
            "Arrow and Parquet need pyarrow, which is not installed; pip install 'pourparler[parquet]'"
        ) from error
    return pyarrow
