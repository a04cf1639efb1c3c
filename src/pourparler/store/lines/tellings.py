"""Rows of records as tellings, with what hangs on them: parties, voices, reasons, conditions, denials."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from pourparler.records import Actor, MeasureStatus, Status, side_of
from pourparler.records.coverage import Ground, Telling, Voice

#: What a statement must select, of ``record`` and ``article``, for `tellings`.
COLUMNS = (
    "record.no, record.id, record.kind, record.type, record.mode, record.factuality, record.level, record.channel,"
    " record.forum, record.from_day, record.to_day, record.due_from, record.due_to, record.deed, record.thread,"
    " instr(record.body, '\"conditions\":[{'), article.id, coalesce(article.family, article.id),"
    " article.published_from, record.day"
)
#: Of what it matters who says so: that the sides met, and that a measure is to be lifted.
_CREDITED = (Status.HELD, MeasureStatus.DEMANDED_LIFTED)
#: Roles of those who take a step, surest first.
_DOERS = ("by", "imposed_by")

Row = tuple[Any, ...]


def place_of(row: Row) -> str:
    """The place of a row, as the table ``step`` has it: level, channel, status, factuality."""
    return f"{row[6]} {row[7]} {row[3]} {row[5]}"


def tellings(db: sqlite3.Connection, rows: Sequence[Row], *, whole: bool = True) -> Iterator[Telling]:
    """The tellings of rows that hold `COLUMNS`; unless ``whole``, without voices and conditions."""
    every = json.dumps([row[0] for row in rows])
    parties, reasons = _parties(db, every), _reasons(db, every)
    credited = [row[0] for row in rows if whole and (row[3] in _CREDITED or row[4] in _CREDITED)]
    voices = _voices(db, json.dumps(credited))
    conditions = _conditions(db, json.dumps([row[0] for row in rows if whole and row[15]]))
    denied = _denied(db, json.dumps([row[1] for row in rows]))
    for (
        number, name, kind, type, mode, factuality, level, channel, forum, first, last, due_first, due_last, deed,
        thread, _, article, family, published, _,
    ) in rows:  # fmt: skip
        roles = parties.get(number, {})
        yield Telling(
            id=name, kind=kind, type=type, mode=mode, factuality=factuality or "actual",
            level=level or "unspecified", channel=channel or "unspecified", forum=forum, earliest=first, latest=last,
            due_earliest=due_first, due_latest=due_last, article=article, family=family, published=published,
            deed=deed, thread=thread, by=next((roles[role][0] for role in _DOERS if role in roles), None),
            initiator=roles["initiator"][0] if "initiator" in roles else None,
            mediators=tuple(roles.get("mediator", ())), voices=tuple(voices.get(number, ())),
            reasons=tuple(reasons.get(number, ())), conditions=tuple(conditions.get(number, ())),
            disputed=name in denied,
        )  # fmt: skip


def _parties(db: sqlite3.Connection, numbers: str) -> dict[int, dict[str, list[str]]]:
    """Who takes the step, wants the contact, and carries it between the sides."""
    found: defaultdict[int, dict[str, list[str]]] = defaultdict(dict)
    rows = db.execute(
        "SELECT record, role, side FROM json_each(?) told JOIN party ON party.record = told.value"
        " WHERE role IN ('by', 'imposed_by', 'initiator', 'mediator')",
        (numbers,),
    )
    for number, role, side in rows:
        found[number].setdefault(role, []).append(side)
    return found


def _reasons(db: sqlite3.Connection, numbers: str) -> dict[int, list[Ground]]:
    found: defaultdict[int, list[Ground]] = defaultdict(list)
    rows = db.execute(
        "SELECT record, reason.kind, side, words FROM json_each(?) told JOIN reason ON reason.record = told.value",
        (numbers,),
    )
    for number, kind, side, words in rows:
        found[number].append(Ground(kind=kind, side=side, words=words))
    return found


def _voices(db: sqlite3.Connection, numbers: str) -> dict[int, list[Voice]]:
    """The sources of the statements by which records are told. A source that is not named at all is anonymous."""
    found: defaultdict[int, list[Voice]] = defaultdict(list)
    rows = db.execute(
        "SELECT record.no, party.side, coalesce(json_extract(said.body, '$.source.anonymous'), 1)"
        " FROM json_each(?) told JOIN record ON record.no = told.value JOIN credit ON credit.record = record.no"
        " JOIN record said ON said.id = credit.statement AND said.article = record.article"
        " LEFT JOIN party ON party.record = said.no AND party.role = 'source'",
        (numbers,),
    )
    for number, side, anonymous in rows:
        found[number].append(Voice(side=side, anonymous=bool(anonymous)))
    return found


def _conditions(db: sqlite3.Connection, numbers: str) -> dict[int, list[Ground]]:
    found: defaultdict[int, list[Ground]] = defaultdict(list)
    rows = db.execute(
        "SELECT record.no, one.value FROM json_each(?) told JOIN record ON record.no = told.value"
        " JOIN json_each(record.body, '$.conditions') one",
        (numbers,),
    )
    for number, told in rows:
        condition = json.loads(told)
        found[number].append(Ground(side=_side(condition["by"]), words=condition["text"]))
    return found


def _side(told: dict[str, Any] | None) -> str | None:
    """The side of an actor as its JSON tells it."""
    if told is None:
        return None
    known = {name: told[name] for name in ("text", "start", "end", "organisation", "country", "code")}
    return side_of(Actor(**known, sectors=tuple(told["sectors"])))


def _denied(db: sqlite3.Connection, ids: str) -> set[str]:
    """The records that a dispute is about."""
    rows = db.execute(
        "SELECT told.value FROM json_each(?) told CROSS JOIN record dispute INDEXED BY record_about"
        " ON json_extract(dispute.body, '$.about') = told.value AND dispute.kind = 'dispute'",
        (ids,),
    )
    return {name for (name,) in rows}
