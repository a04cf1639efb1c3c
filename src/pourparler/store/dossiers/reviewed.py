"""Articles whole: their records as they stand, and as gold what people have found right in them."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from pourparler.records import Article, Dispute, Header, Reading, Record, Statement
from pourparler.records.lines import as_json
from pourparler.records.loading import from_json
from pourparler.store.checking.spans import broken
from pourparler.store.judging.reviews import Review, apply, same_but_offsets, standing, verdicts


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewedArticle:
    """An article of which people have reviewed records, and what they found right, as they saw it.

    A newer reader changes nothing of ``records``: what somebody accepted stays as it was accepted, even where the
    reader finds it no more. ``unreviewed`` are ids of records that nobody has looked at, ``unfit`` of those whose
    review does not fit the article's text any more. Only an article with neither is sound gold.
    """

    article: Article
    records: tuple[Record, ...]
    unreviewed: tuple[str, ...]
    unfit: tuple[str, ...]
    reviewers: tuple[str, ...]

    @property
    def complete(self) -> bool:
        """Whether every record was reviewed."""
        return not self.unreviewed and not self.unfit


def reviewed_articles(db: sqlite3.Connection) -> Iterator[ReviewedArticle]:
    """The articles of which people have reviewed a record that is not undone, by their numbers."""
    for number, reviewed in sorted(_reviewed(db).items()):
        yield _gold(db, number, reviewed)


def readings(db: sqlite3.Connection) -> Iterator[Reading]:
    """Every article that was read and holds a record, with its records as people have corrected them, none rejected."""
    articles = db.execute(
        "SELECT article.no, head, text, fingerprint FROM article JOIN reading ON reading.article = article.no"
        " JOIN reader ON reader.no = reading.reader WHERE article.current AND reading.current"
        " AND EXISTS (SELECT 1 FROM record WHERE record.article = article.no AND deed IS NOT NULL) ORDER BY article.no"
    )
    for number, head, text, fingerprint in articles:
        bodies = db.execute("SELECT body FROM record WHERE article = ? AND deed IS NOT NULL ORDER BY no", (number,))
        records = (standing(db, from_json(json.loads(body)), text).record for (body,) in bodies.fetchall())
        yield Reading(
            header=Header(reader=fingerprint),
            article=from_json(json.loads(head) | {"text": text}),
            records=tuple(records),
        )


def _reviewed(db: sqlite3.Connection) -> dict[int, set[str]]:
    """The ids of reviewed records by the numbers of their articles, those that a newer reader lost included."""
    lines = (
        "SELECT DISTINCT article.no, subject FROM judgement LEFT JOIN record ON record.id = subject"
        " JOIN article ON article.no = coalesce(record.article, (SELECT no FROM article WHERE current"
        " AND id = json_extract(value, '$.read.article')))"
        " WHERE judgement.id > 're-' AND judgement.id < 're.' AND withdrawn_at IS NULL AND article.forgotten IS NULL"
        " AND relation IN ('accept', 'correct', 'reject')"
    )
    found: dict[int, set[str]] = {}
    for number, subject in db.execute(lines):
        found.setdefault(number, set()).add(subject)
    return found


def _gold(db: sqlite3.Connection, number: int, reviewed: set[str]) -> ReviewedArticle:
    head, text = db.execute("SELECT head, text FROM article WHERE no = ?", (number,)).fetchone()
    rows = db.execute("SELECT id, body, deed FROM record WHERE article = ? ORDER BY no", (number,)).fetchall()
    read: dict[str, Record] = {name: from_json(json.loads(body)) for name, body, _ in rows}
    told_of = {name for name, _, deed in rows if deed is not None}
    records, unfit, reviewers = [], [], set[str]()
    for name in [*read, *sorted(reviewed - read.keys())]:
        told = list(verdicts(db, name))
        reviewers |= {review.by for review in told}
        if told and told[-1].relation != "reject":
            record = _approved(read.get(name), told, text)
            records += [record] if record else []
            unfit += [] if record else [name]
    kept = {record.id for record in records}
    return ReviewedArticle(
        article=from_json(json.loads(head) | {"text": text}),
        records=tuple(_without_others(record, kept) for record in records),
        unreviewed=tuple(name for name in read if name in told_of - reviewed),
        unfit=tuple(unfit),
        reviewers=tuple(sorted(reviewers)),
    )


def _approved(now: Record | None, told: list[Review], text: str) -> Record | None:
    """The record as the last reviewer saw it, with all that was corrected; None where the text is no longer that."""
    seen = told[-1].read
    base: Record | None = from_json(seen) if seen and not (now and same_but_offsets(seen, as_json(now))) else now
    if base is None:
        return None
    record, unfit = apply(base, [review for review in told if review.changes], text)
    return None if unfit or any(broken(as_json(record), text)) else record


def _without_others(record: Record, kept: set[str]) -> Record:
    """The record without what it says of records that are no gold."""
    changes: dict[str, Any] = {}
    if isinstance(record, Dispute):
        changes["positions"] = tuple(place for place in record.positions if place.statement in kept)
        if isinstance(record.about, str) and record.about not in kept:
            changes["about"] = record.anchor
    elif isinstance(record, Statement):
        changes["contact"] = record.contact if record.contact in kept else None
    else:
        changes["according_to"] = tuple(told for told in getattr(record, "according_to", ()) if told in kept)
        if getattr(record, "of", None) not in (None, *kept):
            changes["of"] = None
    return replace(record, **changes)
