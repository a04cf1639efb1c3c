"""Judgements in the store: kept, withdrawn, never written over; and the groups that links hold together."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from typing import Any

from pourparler.records import Judgement, JudgementKind, Relation

#: Relations that make two records tell one deed, and those that make them steps of one contact.
DEED = (Relation.SAME.value, "merge")
THREAD = (*DEED, Relation.ANSWERS.value, Relation.FOLLOWS.value, Relation.READOUT.value)

#: Judgements that stand: not withdrawn, not rejected by a person, and between records that nobody has split off.
STANDING = """withdrawn_at IS NULL
  AND NOT EXISTS (SELECT 1 FROM judgement no WHERE no.relation = 'reject' AND no.subject = judgement.id
    AND no.withdrawn_at IS NULL)
  AND NOT (relation = 'same' AND EXISTS (SELECT 1 FROM judgement no WHERE no.relation = 'split'
    AND no.subject IN (judgement.subject, judgement.object) AND no.withdrawn_at IS NULL))"""


class Judge:
    """Keeps judgements, in the caller's transaction."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._db = connection

    def keep(self, judgements: Iterable[Judgement], *, scope: str = "") -> None:
        """Puts judgements beside those that stand; one that the same judge has made already is kept once."""
        self._db.executemany(
            "INSERT OR IGNORE INTO judgement"
            " (id, kind, relation, subject, object, value, score, reasons, by, at, scope)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [(*_row(one), now(), scope) for one in judgements],
        )

    def withdraw(self, judgement_id: str, by: str) -> int:
        """Withdraws the standing judgements of this id; how many there were."""
        return self._db.execute(
            "UPDATE judgement SET withdrawn_by = ?, withdrawn_at = ? WHERE id = ? AND withdrawn_at IS NULL",
            (by, now(), judgement_id),
        ).rowcount

    def regroup(self, records: Iterable[str]) -> None:
        """Names the deed and the thread of these records, and of all that hang together with them, anew."""
        wanted = set(records)
        for column, relations in (("deed", DEED), ("thread", THREAD)):
            left = set(wanted)
            while left:
                group = self._connected(left.pop(), relations)
                left -= group
                name = min(group)
                self._db.executemany(
                    f"UPDATE record SET {column} = ?1 WHERE id = ?2 AND {column} IS NOT ?1",
                    [(name, member) for member in sorted(group)],
                )
                if column == "deed":
                    self._regroup_events(group)

    def _regroup_events(self, group: set[str]) -> None:
        """Events of one type that code the records of one deed are one event."""
        found: dict[str, list[str]] = {}
        for member in group:
            for name, type_ in self._db.execute("SELECT id, type FROM record WHERE codes = ?", (member,)):
                found.setdefault(type_, []).append(name)
        self._db.executemany(
            "UPDATE record SET deed = ?1, thread = ?1 WHERE id = ?2 AND deed IS NOT ?1",
            [(min(names), name) for names in found.values() for name in names],
        )

    def _connected(self, record: str, relations: tuple[str, ...]) -> set[str]:
        """The records to which standing links lead from this one, itself included."""
        found, edge = {record}, [record]
        chosen = f"relation IN {relations} AND {STANDING}"
        lines = (
            f"SELECT object FROM judgement WHERE subject = ?1 AND {chosen}"
            f" UNION SELECT subject FROM judgement WHERE object = ?1 AND {chosen}"
        )
        while edge:
            for (other,) in self._db.execute(lines, (edge.pop(),)).fetchall():
                if other not in found:
                    found.add(other)
                    edge.append(other)
        return found


def judgements(
    db: sqlite3.Connection, *, about: str | None = None, relation: str | None = None, standing: bool = True
) -> Iterator[Judgement]:
    """Judgements about a record, article or judgement, of one relation, or all; without ``standing``, withdrawn too."""
    clauses = [STANDING if standing else "TRUE"]
    values: dict[str, str] = {}
    if about:
        clauses.append("(subject = :about OR object = :about)")
        values["about"] = about
    if relation:
        clauses.append("relation = :relation")
        values["relation"] = relation
    lines = (
        "SELECT kind, relation, subject, object, value, max(score), reasons, by FROM judgement"
        f" WHERE {' AND '.join(clauses)} GROUP BY id, by, withdrawn_at ORDER BY min(no)"
    )
    for kind, told, subject, other, value, score, reasons, by in db.execute(lines, values):
        yield Judgement(
            kind=JudgementKind(kind), relation=told, subject=subject, object=other,
            value=value and json.loads(value), score=score, reasons=tuple(json.loads(reasons)), by=by,
        )  # fmt: skip


def _row(one: Judgement) -> tuple[Any, ...]:
    value = None if one.value is None else json.dumps(one.value, ensure_ascii=False, sort_keys=True)
    reasons = json.dumps(one.reasons, ensure_ascii=False)
    return one.id, one.kind, one.relation, one.subject, one.object, value, one.score, reasons, one.by


def now() -> str:
    """This second, as the store notes times."""
    return datetime.now(UTC).isoformat(timespec="seconds")
