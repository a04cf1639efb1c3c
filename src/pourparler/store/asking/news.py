"""News: the deeds that a filter lets through by when they were added, however long ago they were done."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pourparler.records import Entry
from pourparler.store.asking.looking import by_number
from pourparler.store.asking.narrowing import Filter, Query

#: Where so few records fit, all are looked at; where more do, only those of so many articles, the last that were added.
FEW, WINDOW = 5_000, 20_000
#: Tellings of a deed that are given.
TOLD = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """A deed with the tellings that fit, the last that was added first, at most `TOLD`.

    ``name`` is the id of the record that told the deed first in this store, and stays when others join it. ``added`` is
    when that was, ``changed`` when the last telling or review came; both ISO, with their zone.
    """

    name: str
    added: str
    changed: str
    tellings: tuple[Entry, ...]


def news(db: sqlite3.Connection, wanted: Filter, *, limit: int) -> list[News]:
    """The deeds of the records that the filter lets through, the last changed first, at most ``limit``."""
    query = Query(db, wanted)
    few = query.few(FEW)
    numbers = query.last_added(_window(db)) if few is None else _by_added(db, few)
    found = [_told(db, deed, fitting) for deed, fitting in _deeds(db, numbers, limit)]
    return sorted(found, key=_age, reverse=True)


def _age(one: News) -> tuple[str, str, str]:
    """When it changed; of what came at once, the newest deed first."""
    return one.changed, one.tellings[0].day or "", one.name


def _window(db: sqlite3.Connection) -> str:
    """When the first of the last articles was added."""
    line = "SELECT captured FROM article ORDER BY captured DESC LIMIT 1 OFFSET ?"
    (since,) = db.execute(line, (WINDOW,)).fetchone() or ("",)
    return str(since)


def _by_added(db: sqlite3.Connection, numbers: list[int]) -> Iterator[int]:
    lines = (
        "SELECT record.no FROM record JOIN article ON article.no = record.article"
        " WHERE record.no IN (SELECT value FROM json_each(?))"
        " ORDER BY captured DESC, article.no DESC, record.id DESC"
    )
    return (number for (number,) in db.execute(lines, (json.dumps(numbers),)))


def _deeds(db: sqlite3.Connection, numbers: Iterable[int], limit: int) -> list[tuple[str, list[int]]]:
    """The deeds of these records, each with its first records, until there are so many."""
    deeds: dict[str, list[int]] = {}
    for number in numbers:
        (deed,) = db.execute("SELECT coalesce(deed, id) FROM record WHERE no = ?", (number,)).fetchone()
        if deed not in deeds and len(deeds) == limit:
            break
        if len(held := deeds.setdefault(deed, [])) < TOLD:
            held.append(number)
    return list(deeds.items())


#: The tellings of a deed, each with when the first version of its article was added, the first first.
_TELLINGS = """
SELECT record.id, article.captured, (SELECT min(captured) FROM article version WHERE version.id = article.id) AS added
FROM record JOIN article ON article.no = record.article
WHERE record.deed = ?1 OR record.id = ?1 ORDER BY added, record.id
"""
#: When people last said something of these records, or took it back.
_REVIEWED = """
SELECT max(at) FROM (
  SELECT at FROM judgement WHERE subject IN (SELECT value FROM json_each(?1)) AND withdrawn_at IS NULL
    AND kind = 'review' AND relation <> 'note'
  UNION ALL SELECT withdrawn_at FROM judgement WHERE subject IN (SELECT value FROM json_each(?1))
    AND withdrawn_at IS NOT NULL AND kind = 'review' AND relation <> 'note')
"""


def _told(db: sqlite3.Connection, deed: str, fitting: list[int]) -> News:
    tellings = db.execute(_TELLINGS, (deed,)).fetchall()
    (reviewed,) = db.execute(_REVIEWED, (json.dumps([name for name, _, _ in tellings]),)).fetchone()
    name, _, added = tellings[0]
    changed = max(captured for _, captured, _ in tellings)
    told = tuple(by_number(db, fitting[:TOLD]))
    return News(name=name, added=added, changed=max(changed, reviewed or ""), tellings=told)
