"""What a newer reader made different: records added, changed and withdrawn, article by article."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from pourparler.store.filing.packing import unpack


class What(StrEnum):
    ADDED = "added"
    CHANGED = "changed"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One record as it was and as it is; ``fields`` are those that differ."""

    what: What
    id: str
    kind: str
    article: str
    words: str
    fields: tuple[str, ...] = ()
    before: str | None = None
    after: str | None = None


#: The last reading before the current one, of each article that was read again.
_BEFORE = """
SELECT article.no, article.id, (
  SELECT packed FROM reading WHERE article = article.no AND NOT current AND packed IS NOT NULL
  ORDER BY at DESC, no DESC LIMIT 1)
FROM (SELECT DISTINCT article AS no FROM reading WHERE NOT current AND packed IS NOT NULL) again
CROSS JOIN article ON article.no = again.no
WHERE article.current AND EXISTS (SELECT 1 FROM reading WHERE article = article.no AND current)
ORDER BY article.no
"""


def changes(db: sqlite3.Connection) -> Iterator[Change]:
    """What the current readings have that those before them had not, and the reverse.

    Offsets alone are no change: they follow the text. An article read once has none.
    """
    for number, article, packed in db.execute(_BEFORE):
        before = dict(map(_by_id, unpack(packed).decode().splitlines()))
        now = dict(_by_id(body) for (body,) in db.execute("SELECT body FROM record WHERE article = ?", (number,)))
        for name in sorted(before.keys() | now.keys()):
            if change := _change(article, before.get(name), now.get(name)):
                yield change


def _by_id(body: str) -> tuple[str, dict[str, Any]]:
    record: dict[str, Any] = json.loads(body)
    return record["id"], record


def _change(article: str, before: dict[str, Any] | None, now: dict[str, Any] | None) -> Change | None:
    either = now or before or {}
    about = {"id": either["id"], "kind": either["kind"], "article": article, "words": either["anchor"]["text"]}
    if before is None:
        return Change(what=What.ADDED, after=json.dumps(now, ensure_ascii=False), **about)
    if now is None:
        return Change(what=What.WITHDRAWN, before=json.dumps(before, ensure_ascii=False), **about)
    fields = tuple(name for name in now if _told(now[name]) != _told(before.get(name)))
    if not fields:
        return None
    old, new = (json.dumps(record, ensure_ascii=False) for record in (before, now))
    return Change(what=What.CHANGED, fields=fields, before=old, after=new, **about)


def _told(value: Any) -> Any:
    """A value without its offsets."""
    if isinstance(value, dict):
        return {name: _told(held) for name, held in value.items() if name not in ("start", "end")}
    return [_told(held) for held in value] if isinstance(value, list) else value
