"""Records on the map: a GeoJSON FeatureCollection (RFC 7946) of those whose place has coordinates, one a line."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from pourparler.exports.omissions import Omissions
from pourparler.exports.printable import safe_json
from pourparler.records import Entry
from pourparler.records.flat import COLUMNS, flat_rows

#: Columns that stand elsewhere in a feature.
_ELSEWHERE = frozenset({"id", "latitude", "longitude"})


def geojson_lines(entries: Iterable[Entry], omitted: Omissions) -> Iterator[str]:
    """The lines of one document. A record whose place the tables do not know is left out."""
    yield '{"type": "FeatureCollection", "features": ['
    before = ""
    for entry in entries:
        feature = _feature(entry)
        if feature is None:
            omitted.note("without coordinates")
            continue
        if before:
            yield f"{before},"
        before = safe_json(json.dumps(feature, ensure_ascii=False))
    if before:
        yield before
    yield "]}"


def _feature(entry: Entry) -> dict[str, Any] | None:
    """One feature; its properties are the columns of the flat table that hold something, lists as one text."""
    (row,) = flat_rows([entry])
    held = {column.name: value for column, value in zip(COLUMNS, row, strict=True)}
    if held["latitude"] is None or held["longitude"] is None:
        return None
    told = {name: _plain(value) for name, value in held.items() if name not in _ELSEWHERE and value not in (None, [])}
    point = {"type": "Point", "coordinates": [held["longitude"], held["latitude"]]}
    return {"type": "Feature", "id": held["id"], "geometry": point, "properties": told}


def _plain(value: Any) -> Any:
    if isinstance(value, list):
        return "; ".join(map(str, value))
    return value.isoformat() if isinstance(value, date) else value
