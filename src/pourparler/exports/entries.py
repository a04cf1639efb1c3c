"""Entries of a store, for people and for programs."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from pourparler.exports.printable import one_line, safe_json
from pourparler.exports.rows import full_row
from pourparler.exports.table import aligned
from pourparler.records.lines import as_json
from pourparler.store import Entry

COLUMNS = ("day", "what", "who", "whom", "how", "when", "factuality", "according to", "outlet", "id", "words")


def entry_lines(entries: Iterable[Entry]) -> Iterator[str]:
    """An aligned table, one row for each entry. Nothing is written before the last entry is there."""
    return aligned([COLUMNS, *map(_cells, entries)])


def _cells(entry: Entry) -> tuple[str, ...]:
    row = full_row(entry.record, entry.told_by)
    outlet = one_line(entry.outlet or entry.title or "")
    cells = (entry.day, row.what, row.who, row.whom, row.how, row.when, row.factuality, row.source, outlet, row.id)
    return (*(cell or "-" for cell in cells), row.words)


def entry_json(entries: Iterable[Entry]) -> Iterator[str]:
    """JSON Lines: each record as the contract has it, and what its article is under ``of_article``."""
    for entry in entries:
        about = {"outlet": entry.outlet, "title": entry.title, "url": entry.url, "published": entry.published}
        yield safe_json(json.dumps(as_json(entry.record) | {"of_article": about}, ensure_ascii=False))
