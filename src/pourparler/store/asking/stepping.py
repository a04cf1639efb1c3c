"""Stepping through a contact: its steps in their order, each with some of those who tell it."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from pourparler.errors import UsageError
from pourparler.records import Entry
from pourparler.store.asking.looking import look_up


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step: the records that tell it, by id, and some of them whole, of as many origins as there are."""

    deed: str
    ids: tuple[str, ...]
    told: tuple[Entry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Thread:
    """The steps of one contact, oldest first; ``number`` counts them all, ``skipped`` those before the first here.

    ``reports`` and ``origins`` count the articles, and the families of articles, that tell any of them.
    """

    name: str
    number: int
    reports: int
    origins: int
    skipped: int
    steps: tuple[Step, ...]


def steps(db: sqlite3.Connection, record_id: str, *, limit: int, skip: int = 0, told: int = 4) -> Thread:
    """The steps of the contact that a record is of; one that is rejected stands alone.

    Raises UsageError: no such record.
    """
    found = db.execute("SELECT no, thread, kind FROM record WHERE id = ?", (record_id,)).fetchone()
    if found is None:
        raise UsageError(f"no record {record_id} in the store; ids stand in the lists and in the field id of jsonl")
    number, name, kind = found
    rows = db.execute(
        "SELECT record.id, coalesce(deed, record.id), coalesce(family, article.id), article.no FROM record"
        " JOIN article ON article.no = record.article"
        f" WHERE {'thread' if name else 'record.no'} = ? AND +kind = ? ORDER BY day, deed, record.no",
        (name or number, kind),
    ).fetchall()
    members: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    for name, deed, family, _ in rows:
        members[deed].append((name, family))
    shown = list(members.items())[skip : skip + limit]
    chosen = {deed: _chosen(held, told) for deed, held in shown}
    known = {entry.record.id: entry for entry in look_up(db, (name for names in chosen.values() for name in names))}
    return Thread(
        name=name or record_id,
        number=len(members),
        reports=len({article for *_, article in rows}),
        origins=len({family for _, _, family, _ in rows}),
        skipped=skip,
        steps=tuple(
            Step(
                deed=deed,
                ids=tuple(name for name, _ in held),
                told=tuple(known[name] for name in chosen[deed] if name in known),
            )
            for deed, held in shown
        ),
    )


def _chosen(held: Sequence[tuple[str, str]], most: int) -> list[str]:
    """The first record of each origin, as many as wanted; copies only where there are not so many origins."""
    first = list({family: name for name, family in reversed(held)}.values())[::-1]
    return [*first, *(name for name, _ in held if name not in first)][:most]
