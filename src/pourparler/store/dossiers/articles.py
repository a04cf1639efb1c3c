"""Articles as the store keeps them: the text of every version, what became of it, its records, its family."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import dataclass

from pourparler.records import Article, Entry
from pourparler.records.loading import from_json
from pourparler.store.asking.looking import by_number

#: Members of a family that are told, the earliest.
MEMBERS = 200
#: Places of records that are told beyond those that are shown whole.
_PLACES = 20_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """A text version of an article; days and times are ISO. ``supersedes`` is the sha256 of the one before it."""

    sha256: str
    published: str | None
    captured: str
    supersedes: str | None
    stands: bool
    length: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Filed:
    """An article as it was filed: one of its text versions, and what its reader made of it.

    ``outcome`` is "read", "skipped" or "failed", None where nobody has read it; ``why`` tells why it was not read.
    ``versions`` are all, the one that stands first.
    """

    number: int
    article: Article
    family: str | None
    stands: bool
    captured: str
    forgotten: str | None
    outcome: str | None
    why: str | None
    reader: str | None
    at: str | None
    versions: tuple[Version, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Kin:
    """An article of the same family, without its text, and the link to it: None where others link the two."""

    article: Article
    relation: str | None = None
    score: float | None = None
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """Records of a stretch of text, in the order of the text: ``entries`` whole, of the ``others`` id and place."""

    entries: tuple[Entry, ...]
    others: tuple[tuple[str, int], ...]


def filed(db: sqlite3.Connection, name: str, version: str | None = None) -> Filed | None:
    """An article by its id, in the version that stands, else in that whose sha256 begins so; None where none is."""
    rows = db.execute(
        "SELECT article.no, head, text, family, article.current, captured, forgotten, outcome, why, fingerprint,"
        " reading.at, sha256 FROM article"
        " LEFT JOIN reading ON reading.article = article.no AND reading.current"
        " LEFT JOIN reader ON reader.no = reading.reader"
        " WHERE article.id = ? AND (? IS NULL AND article.current OR substr(sha256, 1, length(?2)) = ?2)"
        " ORDER BY article.current DESC LIMIT 1",
        (name, version),
    ).fetchall()
    for number, head, text, family, current, captured, forgotten, outcome, why, reader, at, _ in rows:
        return Filed(
            number=number, article=_article(head, text), family=family, stands=bool(current), captured=captured,
            forgotten=forgotten, outcome=outcome, why=why, reader=reader, at=at, versions=_versions(db, name),
        )  # fmt: skip
    return None


def _article(head: str, text: str | None) -> Article:
    told = {field: held for field, held in json.loads(head).items() if held is not None}
    article: Article = from_json(told | {"text": text or ""})
    return article


def _versions(db: sqlite3.Connection, name: str) -> tuple[Version, ...]:
    rows = db.execute(
        "SELECT article.sha256, article.published_from, article.captured, before.sha256, article.current,"
        " coalesce(length(article.text), 0)"
        " FROM article LEFT JOIN article before ON before.no = article.supersedes WHERE article.id = ?"
        " ORDER BY article.current DESC, article.published_from DESC, article.no DESC LIMIT ?",
        (name, MEMBERS),
    )
    return tuple(
        Version(sha256=sha, published=day, captured=at, supersedes=before, stands=bool(current), length=length)
        for sha, day, at, before, current, length in rows
    )


def told_between(db: sqlite3.Connection, number: int, start: int, end: int, *, limit: int, skip: int = 0) -> Told:
    """The records of a text version whose triggers begin in this stretch of it: ``limit`` of them whole."""
    rows = db.execute(
        "SELECT no, id, start FROM record WHERE article = ? AND start >= ? AND start < ?"
        ' ORDER BY start, "end", no LIMIT ?',
        (number, start, end, _PLACES),
    ).fetchall()
    whole = rows[skip : skip + limit]
    found = {entry.number: entry for entry in by_number(db, (no for no, _, _ in whole))}
    return Told(
        entries=tuple(found[no] for no, _, _ in whole if no in found),
        others=tuple((name, place) for _, name, place in (*rows[:skip], *rows[skip + limit :])),
    )


def place_of(db: sqlite3.Connection, name: str, record: str) -> int | None:
    """Where in the text of an article the trigger of a record stands; None where it has no such record."""
    found = db.execute(
        "SELECT start FROM record JOIN article ON article.no = record.article WHERE record.id = ? AND article.id = ?",
        (record, name),
    ).fetchone()
    return int(found[0]) if found else None


def kin(db: sqlite3.Connection, name: str, family: str) -> list[Kin]:
    """The articles of a family, the earliest first, at most two hundred; each with its link to the one named."""
    rows = db.execute(
        "SELECT head FROM article WHERE family = ? AND current ORDER BY no LIMIT ?", (family, MEMBERS)
    ).fetchall()
    links = db.execute(
        "SELECT CASE subject WHEN ?1 THEN object ELSE subject END, value, score, reasons FROM judgement"
        " WHERE (subject = ?1 OR object = ?1) AND relation = 'family' AND withdrawn_at IS NULL ORDER BY no LIMIT ?2",
        (name, 2 * MEMBERS),
    )
    found = {one: Kin(article=one) for one in (_article(head, None) for (head,) in rows)}
    tied = {one.id: one for one in found}
    for other, value, score, why in links:
        if other in tied:
            reasons = tuple(json.loads(why))
            relation = json.loads(value or "null")
            found[tied[other]] = Kin(article=tied[other], relation=relation, score=score, reasons=reasons)
    return list(found.values())
