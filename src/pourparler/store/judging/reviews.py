"""Reviews as they stand: the verdict on a record, and the record as people have corrected it."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pourparler.errors import UsageError
from pourparler.records import Event, Record, Reviewed, Verdict
from pourparler.records.lines import as_json
from pourparler.store.judging.correcting import correct

_VERDICTS = {"accept": Verdict.ACCEPTED, "correct": Verdict.CORRECTED, "reject": Verdict.REJECTED}


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """An accept, correct or reject that stands. ``read`` is the record as the reader had it then."""

    id: str
    relation: str
    by: str
    at: str
    changes: dict[str, Any]
    read: dict[str, Any] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Unfit:
    """A correction, by the id of its review, that cannot be made any more, and why."""

    id: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """A record as it is to be shown, and what people have said of it; ``unfit`` corrections were left out."""

    record: Record
    reviewed: Reviewed | None = None
    unfit: tuple[Unfit, ...] = ()


def verdicts(db: sqlite3.Connection, name: str) -> Iterator[Review]:
    """The standing verdicts on a record or judgement, in the order in which they were given."""
    rows = db.execute(
        "SELECT id, relation, by, at, value FROM judgement WHERE id > 're-' || ?1 || '-' AND id < 're-' || ?1 || '-:'"
        " AND withdrawn_at IS NULL AND relation IN ('accept', 'correct', 'reject') ORDER BY no",
        (name,),
    )
    for review, relation, by, at, value in rows:
        told = json.loads(value) if value else {}
        yield Review(id=review, relation=relation, by=by, at=at, changes=told.get("changes", {}), read=told.get("read"))


def standing(db: sqlite3.Connection, record: Record, text: str | None = None) -> Standing:
    """A record as it was read, with what people have corrected; ``text`` is its article's, looked up where needed."""
    found = list(verdicts(db, record.id))
    if not found:
        return Standing(record=record, reviewed=_with_what_it_codes(db, record))
    changed = [review for review in found if review.changes]
    if changed and text is None:
        text = _text(db, record.id)
    last = found[-1]
    corrected, unfit = apply(record, changed, text or "")
    left_out = {one.id for one in unfit}
    return Standing(
        record=corrected,
        reviewed=Reviewed(
            verdict=_VERDICTS[last.relation],
            by=last.by,
            at=last.at,
            corrected_by=tuple(dict.fromkeys(review.by for review in changed if review.id not in left_out)),
            read_anew=last.read is not None and not same_but_offsets(last.read, as_json(record)),
        ),
        unfit=unfit,
    )


def _with_what_it_codes(db: sqlite3.Connection, record: Record) -> Reviewed | None:
    """The rejection of what an event codes, which is one of the event."""
    last = list(verdicts(db, record.of))[-1:] if isinstance(record, Event) and record.of else []
    for review in last:
        if review.relation == "reject":
            return Reviewed(verdict=Verdict.REJECTED, by=review.by, at=review.at)
    return None


def apply(record: Record, corrections: list[Review], text: str) -> tuple[Record, tuple[Unfit, ...]]:
    """The record with corrections in their order, and those that do not fit it any more."""
    unfit = []
    for review in corrections:
        try:
            record = correct(record, review.changes, text)
        except UsageError as error:
            unfit.append(Unfit(id=review.id, why=str(error)))
    return record, tuple(unfit)


def same_but_offsets(one: dict[str, Any], other: dict[str, Any]) -> bool:
    """Whether two readings of a record say the same, wherever it stands and however sure the reader was."""
    return bool(_told(one) == _told(other))


def _text(db: sqlite3.Connection, name: str) -> str | None:
    lines = "SELECT text FROM record JOIN article ON article.no = record.article WHERE record.id = ?"
    (text,) = db.execute(lines, (name,)).fetchone() or (None,)
    return text if text is None else str(text)


def _told(value: Any) -> Any:
    """A value without its offsets, and without what the reader says of itself."""
    if isinstance(value, dict):
        return {k: _told(held) for k, held in value.items() if k not in ("start", "end", "confidence", "reader")}
    return [_told(held) for held in value] if isinstance(value, list) else value
