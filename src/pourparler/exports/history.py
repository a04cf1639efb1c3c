"""What was judged about a thing, for people and for programs."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from pourparler.exports.cells import csv_line
from pourparler.exports.printable import one_line, safe_json
from pourparler.exports.table import aligned
from pourparler.records.lines import as_json
from pourparler.store import Kept

COLUMNS = ("at", "by", "judgement", "of", "with", "score", "state", "id", "why")


def history_lines(kept: Iterable[Kept]) -> Iterator[str]:
    """An aligned table, one row for each judgement, oldest first."""
    return aligned([COLUMNS, *map(_cells, kept)])


def _cells(kept: Kept) -> tuple[str, ...]:
    one = kept.judgement
    cells = (
        kept.at, one.by, one.relation, one.subject, one.object or "", "" if one.score is None else f"{one.score:.2f}",
        _state(kept), kept.id,
    )  # fmt: skip
    return (*(one_line(cell) or "-" for cell in cells), one_line("; ".join([*_told(one.value), *one.reasons])) or "-")


def _state(kept: Kept) -> str:
    if kept.withdrawn_at:
        return f"withdrawn by {kept.withdrawn_by} at {kept.withdrawn_at}"
    return "stands" if kept.holds else "does not hold"


def _told(value: object) -> Iterator[str]:
    """What a review says beside its verb."""
    if isinstance(value, dict):
        yield from (f"{path}={_plain(changed)}" for path, changed in value.get("changes", {}).items())
        yield from (str(note) for note in [value.get("note")] if note)


def _plain(value: object) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def history_csv(kept: Iterable[Kept]) -> Iterator[str]:
    """CSV with a heading: the columns of the table whole."""
    yield csv_line(COLUMNS)
    for one in kept:
        yield csv_line("" if cell == "-" else cell for cell in _cells(one))


def history_json(kept: Iterable[Kept]) -> Iterator[str]:
    """One JSON object for each judgement."""
    for one in kept:
        value = {"id": one.id} | as_json(one.judgement) | {
            "at": one.at, "withdrawn_by": one.withdrawn_by, "withdrawn_at": one.withdrawn_at, "holds": one.holds,
        }  # fmt: skip
        yield safe_json(json.dumps(value, ensure_ascii=False))
