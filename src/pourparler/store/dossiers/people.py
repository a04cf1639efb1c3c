"""People in the store: who speaks and acts, for which side, how often; and who was learned to hold which office."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass

from pourparler.records import Judgement, Relation
from pourparler.store.counting.sums import BETWEEN
from pourparler.store.judging.judge import STANDING, judged

#: What is counted by name, by the index of names; the clause is the index's own.
NAMED = "tally INDEXED BY tally_named WHERE by IN ('outlet', 'person', 'person type')"
#: Titles of one side that are looked through for an office, and holders of each that are told, the last learned.
_TITLES, _HOLDERS = 400, 100
_OF = "CASE WHEN json_valid(value) THEN coalesce(value ->> '$.country', value ->> '$.organisation') END"
_OFFICE = "CASE WHEN json_valid(value) THEN value ->> '$.office' END"
_JUDGED = "kind, relation, subject, object, value, score, reasons, by"


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """Something counted: what, and in how many records, articles (reports) and families of articles (origins)."""

    what: str
    records: int
    reports: int
    origins: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A person: the sides for which they stand, most often first, and their records by kind.

    ``records`` are those of all kinds but events, which code the others.
    """

    name: str
    records: int
    sides: tuple[str, ...]
    kinds: tuple[Figure, ...]

    def of(self, kind: str) -> int:
        """How many records of a kind the person is in."""
        return sum(figure.records for figure in self.kinds if figure.what == kind)


@dataclass(frozen=True, slots=True, kw_only=True)
class Appearances:
    """One person in the store: what they said by stance, and the contacts they were in by status."""

    named: Named
    statements: tuple[Figure, ...]
    contacts: tuple[Figure, ...]


def people(
    db: sqlite3.Connection, *, side: str = "", like: str = "", behind: tuple[int, str] | None = None, limit: int
) -> Iterator[Named]:
    """People by their number of records, the most first: of a side, or all; those whose names hold some letters.

    ``behind`` is the number of records and the name of the last of the page before.
    """
    where, values = "side = ? AND by = 'person' AND kind = '' AND records > 0", list[str | int]([side])
    if behind:
        where += " AND records <= ? AND (records < ? OR word > ?)"
        values += [behind[0], behind[0], behind[1]]
    if like:
        where += " AND instr(lower(word), lower(?))"
        values.append(like)
    lines = f"SELECT word, records FROM tally WHERE {where} ORDER BY records DESC, word LIMIT ?"
    for name, records in db.execute(lines, (*values, limit)).fetchall():
        yield _named(db, name, records)


def _named(db: sqlite3.Connection, name: str, records: int | None = None) -> Named:
    rows = db.execute(
        f"SELECT side, kind, sum(records), sum(reports), sum(origins) FROM {NAMED} AND by = 'person'"
        " AND word = ? COLLATE NOCASE AND records > 0 GROUP BY side, kind ORDER BY 3 DESC, side",
        (name,),
    ).fetchall()
    kinds = tuple(Figure(what=k, records=n, reports=a, origins=o) for s, k, n, a, o in rows if not s and k)
    total = next((n for s, k, n, _, _ in rows if not s and not k), 0)
    return Named(
        name=name, records=total if records is None else records, sides=tuple(s for s, k, *_ in rows if s and not k),
        kinds=kinds,
    )  # fmt: skip


def person(db: sqlite3.Connection, name: str) -> Appearances | None:
    """One person, in whatever letters the name is written; None where the store has none of that name."""
    found = db.execute(
        f"SELECT word FROM {NAMED} AND by = 'person' AND word = ? COLLATE NOCASE AND side = ''"
        " AND records > 0 ORDER BY records DESC LIMIT 1",
        (name,),
    ).fetchone()
    if found is None:
        return None
    rows = db.execute(
        f"SELECT kind, substr(word, ?), sum(records), sum(reports), sum(origins) FROM {NAMED}"
        " AND by = 'person type' AND word > ? COLLATE NOCASE AND word < ? COLLATE NOCASE AND records > 0"
        " GROUP BY 1, 2 ORDER BY 3 DESC, 2",
        (len(name) + 2, name + BETWEEN, f"{name}{chr(ord(BETWEEN) + 1)}"),
    ).fetchall()
    told = [(kind, Figure(what=type, records=n, reports=a, origins=o)) for kind, type, n, a, o in rows]
    return Appearances(
        named=_named(db, found[0]), statements=tuple(one for kind, one in told if kind == "statement"),
        contacts=tuple(one for kind, one in told if kind == "contact"),
    )  # fmt: skip


def offices_held(db: sqlite3.Connection, name: str, *, limit: int = 200) -> list[Judgement]:
    """The standing judgements that somebody of that name holds an office, the last made first."""
    lines = (
        f"SELECT {_JUDGED} FROM judgement WHERE object > ?1 AND object < ?2 AND relation = '{Relation.HOLDS.value}'"
        f" AND {STANDING} ORDER BY no DESC LIMIT ?3"
    )
    return [judged(*row) for row in db.execute(lines, (f"{name}, ", f"{name},!", limit))]


def titles_learned(db: sqlite3.Connection, side: str) -> list[str]:
    """The offices of a state or organisation of which some text tells who holds them, in the words of the texts."""
    lines = (
        f"SELECT DISTINCT {_OFFICE} FROM judgement INDEXED BY judgement_seat WHERE {_OF} = ?"
        f" AND relation = 'holds' AND withdrawn_at IS NULL AND {_OFFICE} IS NOT NULL LIMIT ?"
    )
    return [title for (title,) in db.execute(lines, (side, _TITLES))]


def holders_learned(db: sqlite3.Connection, side: str, title: str) -> list[Judgement]:
    """The standing judgements that somebody holds an office of that title, the last made first."""
    lines = (
        f"SELECT {_JUDGED} FROM judgement INDEXED BY judgement_seat WHERE {_OF} = ? AND {_OFFICE} = ?"
        f" AND relation = 'holds' AND {STANDING} ORDER BY no DESC LIMIT ?"
    )
    return [judged(*row) for row in db.execute(lines, (side, title, _HOLDERS))]
