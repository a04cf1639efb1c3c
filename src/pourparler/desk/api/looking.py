"""What the API tells of one thing: a record and what hangs together with it, an article, articles by their words."""

from __future__ import annotations

import json
from typing import Annotated

from fastapi import APIRouter, Path, Query, Request
from fastapi.responses import Response

from pourparler.desk.api.answers import Told, listed, next_of, told_alone
from pourparler.desk.api.problems import NotThere, ProblemRoute
from pourparler.desk.api.shapes import ANY_ENTRY, ARTICLE, FOUND, JUDGED, one_of, pages_of
from pourparler.desk.dependencies import Opened
from pourparler.desk.unchanged import told_anew
from pourparler.exports.entries import entry_json, found_json
from pourparler.exports.history import history_json
from pourparler.records.lines import as_json
from pourparler.store import Store

router = APIRouter(route_class=ProblemRoute)
#: Records of one article that are told.
_MOST = 1000

RecordId = Annotated[
    str, Path(description="The id of a record, as lists tell it.", max_length=100, examples=["co-3f2a91c07d5e"])
]
AnyId = Annotated[
    str, Path(description="The id of a record, link or article.", max_length=200, examples=["co-3f2a91c07d5e"])
]
ArticleId = Annotated[
    str, Path(description="The id of an article, as records tell it.", max_length=200, examples=["ar-8771ff7f4e84"])
]
Limit = Annotated[int, Query(ge=1, le=500, description="At most so many items.")]
Skip = Annotated[int, Query(alias="after", ge=0, le=100_000, description="Go on behind so many items.")]


@router.get("/records/{id}", tags=["records"], responses=one_of(ANY_ENTRY), summary="Tell one record")
def tell_record(request: Request, id: RecordId, store: Opened) -> Response:
    """The record with its article, its deed and what people said of it; a rejected one too."""

    def make() -> Response:
        found = store.record(id)
        if found is None:
            raise NotThere(f"no record {id} in the store")
        return told_alone(next(entry_json([found])))

    return told_anew(request, make)


@router.get("/thread/{id}", tags=["records"], responses=pages_of(ANY_ENTRY), summary="List the steps of one contact")
def list_thread(
    request: Request, id: RecordId, told: Told, store: Opened, limit: Limit = 500, after: Skip = 0
) -> Response:
    """Request, reply and outcome, and who tells each, oldest first."""
    _check_record(store, id)
    return told_anew(request, lambda: _leaf(request, list(entry_json(store.thread(id))), told, limit, after))


@router.get("/after/{id}", tags=["records"], responses=pages_of(ANY_ENTRY), summary="List what followed a record")
def list_after(
    request: Request,
    id: RecordId,
    told: Told,
    store: Opened,
    days: Annotated[int, Query(ge=1, le=92, description="So many days.")] = 30,
    limit: Limit = 500,
    after: Skip = 0,
) -> Response:
    """Contacts, incidents and measures between its sides in the days after it, oldest first."""
    _check_record(store, id)
    return told_anew(request, lambda: _leaf(request, list(entry_json(store.after(id, days))), told, limit, after))


@router.get("/history/{id}", tags=["reviews"], responses=pages_of(JUDGED), summary="List what was judged of a thing")
def list_history(
    request: Request, id: AnyId, told: Told, store: Opened, limit: Limit = 500, after: Skip = 0
) -> Response:
    """Reviews and links of a record, link or article, standing and withdrawn, by whom, when and why, oldest first."""
    return told_anew(request, lambda: _leaf(request, list(history_json(store.history(id))), told, limit, after))


@router.get("/articles/{id}", tags=["articles"], responses=one_of(ARTICLE), summary="Tell one article")
def tell_article(
    request: Request,
    id: ArticleId,
    store: Opened,
    text: Annotated[bool, Query(description="With its text, its captions and what was taken out of it.")] = True,
) -> Response:
    """The article as it was read, by which reader and when, and its records, at most 1000."""

    def make() -> Response:
        report = store.report(id)
        if report is None:
            raise NotThere(f"no article {id} in the store, or it was forgotten")
        article = as_json(report.article) | ({} if text else {"text": "", "captions": [], "removed": []})
        about = json.dumps({"article": article, "reader": report.reader, "read_at": report.at}, ensure_ascii=False)
        records = ", ".join(entry_json(store.of_article(id, limit=_MOST)))
        return told_alone(f'{about[:-1]}, "records": [{records}]}}')

    return told_anew(request, make)


@router.get("/search", tags=["articles"], responses=pages_of(FOUND), summary="Find articles by their words")
def search(
    request: Request,
    words: Annotated[
        str,
        Query(min_length=1, max_length=200, description="All must be in it; phrases in quotation marks.",
              examples=['hotline "flag meeting"']),
    ],
    told: Told,
    store: Opened,
    limit: Annotated[int, Query(ge=1, le=500, description="At most so many items.")] = 50,
    after: Annotated[int, Query(ge=0, le=5_000, description="Go on behind so many items.")] = 0,
) -> Response:  # fmt: skip
    """The articles that hold all the words, newest first; what was looked for stands between « and »."""

    def make() -> Response:
        found = store.search(words, limit=after + limit + 1)[after:]
        more = next_of(request, str(after + limit)) if len(found) > limit and after + limit <= 5_000 else None
        return listed(found_json(found[:limit]), told, more)

    return told_anew(request, make)


def _check_record(store: Store, id: str) -> None:
    if store.record(id) is None:
        raise NotThere(f"no record {id} in the store")


def _leaf(request: Request, lines: list[str], told: Told, limit: int, after: int) -> Response:
    """The items of a list that is worked out whole, behind so many."""
    more = next_of(request, str(after + limit)) if len(lines) > after + limit else None
    return listed(lines[after : after + limit], told, more)
