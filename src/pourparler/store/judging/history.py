"""The history of a record, link or article: everything that was ever judged about it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass

from pourparler.errors import UsageError
from pourparler.records import Judgement
from pourparler.store.judging.judge import STANDING, judged


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A judgement as the store keeps it. ``holds``: it is not withdrawn, rejected, or overruled by a split."""

    id: str
    judgement: Judgement
    at: str
    withdrawn_by: str | None
    withdrawn_at: str | None
    holds: bool


#: What was judged about a thing, and the thing itself where it is a judgement; each is found by an index of its own.
_FOUND = " UNION ALL ".join(
    f"SELECT no, id, kind FROM judgement WHERE {end} = ?1 AND withdrawn_at IS {state}"
    for end in ("id", "subject", "object")
    for state in ("NULL", "NOT NULL")
)
#: Reviews of the links among them.
_REVIEWS = " UNION ".join(
    "SELECT judgement.no FROM linked CROSS JOIN judgement"
    f" ON subject = linked.id AND withdrawn_at IS {state} AND kind = 'review'"
    for state in ("NULL", "NOT NULL")
)
_LINES = f"""
WITH found AS MATERIALIZED ({_FOUND}), linked AS MATERIALIZED (SELECT DISTINCT id FROM found WHERE kind <> 'review'),
  told AS MATERIALIZED (SELECT no FROM found UNION {_REVIEWS})
SELECT id, at, withdrawn_by, withdrawn_at, max(({STANDING})), kind, relation, subject, object, value, max(score),
  reasons, by
FROM judgement WHERE no IN (SELECT no FROM told) GROUP BY id, by, withdrawn_at ORDER BY min(no)
"""


def history(db: sqlite3.Connection, name: str) -> Iterator[Kept]:
    """Everything judged about a record, link or article, standing and withdrawn, oldest first.

    Raises UsageError: there is no such thing.
    """
    rows = db.execute(_LINES, (name,)).fetchall()
    if not rows and not _known(db, name):
        raise UsageError(f"no record, link or article {name} in the store; ids stand in the lists")
    for found, at, withdrawn_by, withdrawn_at, holds, *row in rows:
        yield Kept(
            id=found, judgement=judged(*row), at=at, withdrawn_by=withdrawn_by, withdrawn_at=withdrawn_at,
            holds=bool(holds),
        )  # fmt: skip


def _known(db: sqlite3.Connection, name: str) -> bool:
    lines = "SELECT 1 FROM record WHERE id = ?1 UNION ALL SELECT 1 FROM article WHERE id = ?1"
    return db.execute(lines, (name,)).fetchone() is not None
