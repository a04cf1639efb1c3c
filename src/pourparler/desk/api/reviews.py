"""Reviews by the API: the verbs of ``pourparler accept`` and its like, in the name of the token that is shown."""

from __future__ import annotations

import json
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Body, Path, Request
from fastapi.responses import Response
from pydantic import BaseModel, ConfigDict, Field

from pourparler.desk.api.answers import told_alone
from pourparler.desk.api.problems import NotThere, ProblemRoute
from pourparler.desk.api.shapes import REVIEWED, taking
from pourparler.desk.dependencies import Opened, Remembered
from pourparler.desk.guard import visitor_of
from pourparler.desk.reviewing import reviewing
from pourparler.errors import UsageError
from pourparler.exports.entries import entry_json
from pourparler.store import Reviewer, Store

router = APIRouter(route_class=ProblemRoute, tags=["reviews"])


class _Review(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Verdict(_Review):
    """Found right, found wrong, a deed of its own; or the last review taken back."""

    verb: Literal["accept", "reject", "split", "undo"]


class Correction(_Review):
    """Fields of the record corrected: plain JSON values by path."""

    verb: Literal["correct"]
    changes: dict[str, Any] = Field(
        min_length=1, max_length=50, description="As {'status': 'declined', 'when.earliest': '2024-03-04'}."
    )


class Merger(_Review):
    """The record tells the same deed as another."""

    verb: Literal["merge"]
    other: str = Field(max_length=100, description="The id of the other record.")


class Note(_Review):
    """A note on the record, which its history shows."""

    verb: Literal["note"]
    words: str = Field(min_length=1, max_length=4000, description="What is to be remembered.")


Review = Annotated[
    Verdict | Correction | Merger | Note,
    Body(
        discriminator="verb",
        openapi_examples={
            "accept": {"summary": "Found right", "value": {"verb": "accept"}},
            "correct": {
                "summary": "A field corrected",
                "value": {"verb": "correct", "changes": {"status": "declined"}},
            },
            "merge": {"summary": "One deed with another", "value": {"verb": "merge", "other": "co-77d0b1e24f90"}},
            "note": {
                "summary": "A note",
                "value": {"verb": "note", "words": "the ministry corrected this a day later"},
            },
            "undo": {"summary": "The last review taken back", "value": {"verb": "undo"}},
        },
    ),
]


@router.post("/records/{id}/review", responses=taking(REVIEWED), summary="Review a record")
def take_review(
    request: Request,
    id: Annotated[
        str, Path(description="The id of a record or link; of an article for a note, of a review to undo it.",
                  max_length=200, examples=["co-3f2a91c07d5e"]),
    ],
    review: Review,
    store: Opened,
    memo: Remembered,
) -> Response:  # fmt: skip
    """What people say of a record is kept beside it, in the name of who says it, and can be undone.

    Needs the token of a reviewer; on a desk that is open to its own machine alone, none.
    """
    visitor = visitor_of(request)
    if not visitor.name:
        raise UsageError("nobody is named who reviews; serve the desk with POURPARLER_REVIEWER set, or show a token")
    if not store.knows(id):
        raise NotThere(f"no record, link, article or review {id} in the store")
    with reviewing(store, memo, visitor.name) as reviewer:
        name = _take(reviewer, id, review)
    return told_alone(_told(store, id, name, visitor.name))


def _take(reviewer: Reviewer, id: str, review: Verdict | Correction | Merger | Note) -> str:
    """Does what the verb says; the id of the review."""
    match review:
        case Correction():
            return reviewer.correct(id, review.changes)
        case Merger():
            return reviewer.merge(id, review.other)
        case Note():
            return reviewer.note(id, review.words)
        case Verdict(verb="accept"):
            return reviewer.accept(id)
        case Verdict(verb="reject"):
            return reviewer.reject(id)
        case Verdict(verb="split"):
            return reviewer.split(id)
        case _:
            return reviewer.undo(id)


def _told(store: Store, id: str, review: str, by: str) -> str:
    found = store.record(id)
    record = next(entry_json([found])) if found else "null"
    return f'{json.dumps({"review": review, "by": by}, ensure_ascii=False)[:-1]}, "record": {record}}}'
