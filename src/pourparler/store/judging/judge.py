"""Judgements in the store: kept, withdrawn, never written over; and the groups that links hold together."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from typing import Any

from pourparler.records import Judgement, JudgementKind, Relation
from pourparler.records.judgements import review_id

#: Relations that make two records tell one deed, and those that make them steps of one contact.
DEED = (Relation.SAME.value, "merge")
THREAD = (*DEED, Relation.ANSWERS.value, Relation.FOLLOWS.value, Relation.READOUT.value)
#: Reviews that say whether a record or link is right; the last one that stands counts.
VERDICTS = ("accept", "correct", "reject")

#: The standing reviews of a thing, as ``v``: their ids begin with its own, so that the index of ids finds them.
_REVIEWS_OF = (
    "FROM judgement v WHERE v.withdrawn_at IS NULL"
    " AND v.id > 're-' || {thing} || '-' AND v.id < 're-' || {thing} || '-:'"
)
#: The last verdict on a thing, NULL where there is none.
VERDICT = f"(SELECT v.relation {_REVIEWS_OF} AND v.relation IN {VERDICTS} ORDER BY v.no DESC LIMIT 1)"
#: Somebody has split a record off: from what the ledger links it to, and from those it was merged with before.
_SPLIT = (
    f"EXISTS (SELECT 1 {_REVIEWS_OF} AND v.relation = 'split' AND (judgement.relation = 'same' OR v.no > judgement.no))"
)


def _of(lines: str, thing: str) -> str:
    return lines.replace("{thing}", thing)


#: Whether the record of a row is rejected: by the last verdict on it, else, of an event, by that on what it codes.
REJECTED = f"""({_of(VERDICT, "record.id")} IS 'reject' OR record.codes IS NOT NULL
  AND {_of(VERDICT, "record.id")} IS NULL AND {_of(VERDICT, "record.codes")} IS 'reject')"""
#: Whether somebody has split the record of a row off.
SPLIT_OFF = f"EXISTS (SELECT 1 {_of(_REVIEWS_OF, 'record.id')} AND v.relation = 'split')"
#: Judgements that stand: not withdrawn and not rejected; a link or merger, between records of which none is rejected,
#: and which nobody has split off.
STANDING = f"""judgement.withdrawn_at IS NULL AND {_of(VERDICT, "judgement.id")} IS NOT 'reject'
  AND (kind = 'review' AND relation <> 'merge' OR (
    {_of(VERDICT, "judgement.subject")} IS NOT 'reject' AND {_of(VERDICT, "judgement.object")} IS NOT 'reject'
    AND NOT (relation IN {DEED} AND ({_of(_SPLIT, "judgement.subject")} OR {_of(_SPLIT, "judgement.object")}))))"""


class Judge:
    """Keeps judgements, in the caller's transaction."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._db = connection

    def keep(self, judgements: Iterable[Judgement], *, scope: str = "") -> None:
        """Puts judgements beside those that stand; a link that the same judge has made already is kept once."""
        told = list(judgements)
        self._db.executemany(
            "INSERT INTO judgement (id, kind, relation, subject, object, value, score, reasons, by, at, scope)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
            [(one.id, *_row(one), now(), scope) for one in told if one.kind is not JudgementKind.REVIEW],
        )
        for one in told:
            if one.kind is JudgementKind.REVIEW:
                self.add(one)

    def add(self, review: Judgement) -> str:
        """Puts a review beside whatever stands, under an id of its own, which is returned."""
        (number,) = self._db.execute("SELECT coalesce(max(no), 0) + 1 FROM judgement").fetchone()
        name = review_id(review.subject, number)
        self._db.execute(
            "INSERT INTO judgement (no, id, kind, relation, subject, object, value, score, reasons, by, at)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (number, name, *_row(review), now()),
        )
        return name

    def withdraw(self, judgement_id: str, by: str) -> int:
        """Withdraws the standing judgements of this id; how many there were."""
        return self._db.execute(
            "UPDATE judgement SET withdrawn_by = ?, withdrawn_at = ? WHERE id = ? AND withdrawn_at IS NULL",
            (by, now(), judgement_id),
        ).rowcount

    def verdict(self, thing: str) -> str | None:
        """The last verdict on a record or judgement: accept, correct or reject; None where there is none."""
        found: str | None = self._db.execute(f"SELECT {_of(VERDICT, '?1')}", (thing,)).fetchone()[0]
        return found

    def regroup(self, records: Iterable[str]) -> None:
        """Names the deed and the thread of these records, and of all that hang together with them, anew.

        An event is of the deed that it codes. A rejected record tells no deed: both its names are NULL.
        """
        wanted = set(records)
        coding = {
            event
            for member in self._name("deed", wanted, DEED)
            for (event,) in self._db.execute("SELECT id FROM record WHERE codes = ?", (member,))
        }
        self._name("deed", coding, DEED)
        self._name("thread", wanted | coding, THREAD)

    def _name(self, column: str, records: Iterable[str], relations: tuple[str, ...]) -> set[str]:
        """Names the groups of these records; returns all that are in them."""
        left, named = set(records), set[str]()
        while left:
            group = self.connected(left.pop(), relations)
            left -= group
            named |= group
            name = None if len(group) == 1 and self._is_rejected(*group) else min(group)
            self._db.executemany(
                f"UPDATE record SET {column} = ?1 WHERE id = ?2 AND {column} IS NOT ?1",
                [(name, member) for member in sorted(group)],
            )
        return named

    def companions(self, record: str) -> set[str]:
        """The records that are grouped with this one now, itself included."""
        grouped = (
            "SELECT other.id FROM record JOIN record other ON other.deed = record.deed WHERE record.id = ?1"
            " UNION SELECT other.id FROM record JOIN record other ON other.thread = record.thread WHERE record.id = ?1"
        )
        return {record, *(name for (name,) in self._db.execute(grouped, (record,)))}

    def is_grouped(self, record: str) -> bool:
        """Whether reviews, its own or that of what it codes, decide to which deed a record belongs."""
        merged = self._next(record, ("merge",), "withdrawn_at IS NULL", "record")
        return bool(merged) or self._is_rejected(record)

    def connected(self, start: str, relations: tuple[str, ...], among: str = "record") -> set[str]:
        """The ids of records or articles to which standing links of these relations lead, the start included."""
        found, edge = {start}, [start]
        if among == "record" and self._is_rejected(start):
            return found
        while edge:
            here = edge.pop()
            new = self._next(here, relations, STANDING, among)
            if among == "record":
                new |= {event for (event,) in self._db.execute(_SAME_EVENTS, (here,))}
            edge.extend(new - found)
            found |= new
        return found

    def _next(self, start: str, relations: tuple[str, ...], which: str, among: str) -> set[str]:
        """What such judgements tie to the start, and is there and not rejected."""
        chosen = f"relation IN ({', '.join('?' * len(relations))}) AND {which}"
        rejected = f" AND NOT {REJECTED}" if among == "record" else ""
        lines = " UNION ".join(
            f"SELECT {end} FROM judgement WHERE {start_end} = ? AND {chosen}"
            f" AND EXISTS (SELECT 1 FROM {among} WHERE {among}.id = judgement.{end}{rejected})"
            for start_end, end in (("subject", "object"), ("object", "subject"))
        )
        return {other for (other,) in self._db.execute(lines, (start, *relations) * 2)}

    def _is_rejected(self, record: str) -> bool:
        return self._db.execute(f"SELECT 1 FROM record WHERE id = ? AND {REJECTED}", (record,)).fetchone() is not None


#: Events of one type that code records of one deed are one event, unless somebody has split one off.
_SAME_EVENTS = f"""
SELECT record.id FROM record mine JOIN record coded ON coded.id = mine.codes JOIN record kin ON kin.deed = coded.deed
JOIN record ON record.codes = kin.id AND record.type = mine.type
WHERE mine.id = ? AND NOT {REJECTED} AND NOT {SPLIT_OFF}
  AND NOT {SPLIT_OFF.replace("record.id", "mine.id")}
"""


#: What is not withdrawn has an index of its own from either end.
_ABOUT = (
    "judgement.no IN (SELECT no FROM judgement WHERE subject = :about AND withdrawn_at IS NULL"
    " UNION ALL SELECT no FROM judgement WHERE object = :about AND withdrawn_at IS NULL)"
)


def judgements(
    db: sqlite3.Connection, *, about: str | None = None, relation: str | None = None, standing: bool = True
) -> Iterator[Judgement]:
    """Judgements about a record, article or judgement, of one relation, or all; without ``standing``, withdrawn too."""
    clauses = [STANDING if standing else "TRUE"]
    values: dict[str, str] = {}
    if about:
        clauses.append(_ABOUT if standing else "(subject = :about OR object = :about)")
        values["about"] = about
    if relation:
        clauses.append("relation = :relation")
        values["relation"] = relation
    lines = (
        "SELECT kind, relation, subject, object, value, max(score), reasons, by FROM judgement"
        f" WHERE {' AND '.join(clauses)} GROUP BY id, by, withdrawn_at ORDER BY min(no)"
    )
    for row in db.execute(lines, values):
        yield judged(*row)


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


def judged(
    kind: str, relation: str, subject: str, object: str | None, value: str | None, score: float | None,
    reasons: str, by: str,
) -> Judgement:  # fmt: skip
    """A judgement from the columns of its row."""
    return Judgement(
        kind=JudgementKind(kind), relation=relation, subject=subject, object=object,
        value=value and json.loads(value), score=score, reasons=tuple(json.loads(reasons)), by=by,
    )  # fmt: skip


def _row(one: Judgement) -> tuple[Any, ...]:
    value = None if one.value is None else json.dumps(one.value, ensure_ascii=False, sort_keys=True)
    reasons = json.dumps(one.reasons, ensure_ascii=False)
    return one.kind, one.relation, one.subject, one.object, value, one.score, reasons, one.by


def now() -> str:
    """This second, as the store notes times."""
    return datetime.now(UTC).isoformat(timespec="seconds")
