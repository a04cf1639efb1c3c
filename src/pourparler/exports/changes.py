"""Changes between two readings, for people and for programs."""

from __future__ import annotations

import json

from pourparler.exports.printable import one_line, safe_json
from pourparler.store import Change


def change_lines(change: Change) -> str:
    """One line: what became of the record, which, and the fields that differ."""
    fields = f" ({', '.join(change.fields)})" if change.fields else ""
    return f"{change.what:9} {change.kind:9} {change.id}  “{one_line(change.words)}”{fields}"


def change_json(change: Change) -> str:
    """One JSON object: the record before and after, null where there is none."""
    value = {
        "what": change.what,
        "id": change.id,
        "article": change.article,
        "fields": change.fields,
        "before": change.before and json.loads(change.before),
        "after": change.after and json.loads(change.after),
    }
    return safe_json(json.dumps(value, ensure_ascii=False))
