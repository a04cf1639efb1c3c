"""Records by their ids, and what is judged about many of them at once."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator

from pourparler.records import Entry, Judgement
from pourparler.store.asking import COLUMNS, entries
from pourparler.store.judging import STANDING, judged


def pick(db: sqlite3.Connection, ids: Iterable[str]) -> Iterator[Entry]:
    """The records that have these ids, in the order of the ids; what is not there or was rejected is left out."""
    rows = db.execute(
        f"SELECT {COLUMNS} FROM json_each(?) told CROSS JOIN record ON record.id = told.value"
        " JOIN article ON article.no = record.article WHERE record.deed IS NOT NULL ORDER BY record.id",
        (json.dumps(sorted(set(ids))),),
    )
    return entries(db, rows.fetchall())


def disputes_about(db: sqlite3.Connection, ids: Iterable[str]) -> Iterator[Entry]:
    """The disputes that are about one of these records, in the order of their ids."""
    rows = db.execute(
        f"SELECT DISTINCT {COLUMNS} FROM json_each(?) told CROSS JOIN record INDEXED BY record_about"
        " ON json_extract(record.body, '$.about') = told.value AND record.kind = 'dispute'"
        " JOIN article ON article.no = record.article WHERE record.deed IS NOT NULL ORDER BY record.id",
        (json.dumps(sorted(set(ids))),),
    )
    return entries(db, rows.fetchall())


def linked(db: sqlite3.Connection, names: Iterable[str], relation: str) -> Iterator[Judgement]:
    """The judgements of a relation that stand about any of these records, articles or names, each once."""
    rows = db.execute(
        "SELECT kind, relation, subject, object, value, max(score), reasons, by FROM ("
        " SELECT judgement.* FROM json_each(?1) told JOIN judgement ON judgement.subject = told.value"
        "  WHERE judgement.withdrawn_at IS NULL UNION"
        " SELECT judgement.* FROM json_each(?1) told JOIN judgement ON judgement.object = told.value"
        "  WHERE judgement.withdrawn_at IS NULL"
        f") judgement WHERE relation = ?2 AND {STANDING} GROUP BY id, by ORDER BY subject, object",
        (json.dumps(sorted(set(names))), relation),
    )
    for row in rows.fetchall():
        yield judged(*row)
