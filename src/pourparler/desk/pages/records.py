"""A record: what it says and on whose word, and the forms by which people say what they make of it."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form, HTTPException, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from pourparler.desk import links
from pourparler.desk.dependencies import Opened, Remembered
from pourparler.desk.dossiers import read_dossier
from pourparler.desk.guard import visitor_of
from pourparler.desk.parameters import StrictRoute
from pourparler.desk.rendering import page
from pourparler.desk.review_forms import Said, keep_review
from pourparler.desk.usage_errors import tell_usage
from pourparler.errors import UsageError
from pourparler.store import Store

router = APIRouter(route_class=StrictRoute)


@router.get("/records/{record}", response_class=HTMLResponse)
def show_record(request: Request, record: str, store: Opened) -> HTMLResponse:
    """Everything about one record."""
    return _show(request, record, store)


@router.post("/records/{record}/review")
def review_record(
    request: Request, record: str, said: Annotated[Said, Form()], store: Opened, memo: Remembered
) -> Response:  # fmt: skip
    """Keeps what is said of a record, or of one of its links, and shows the record again."""
    try:
        keep_review(store, memo, record, said, visitor_of(request).name or "")
    except UsageError as error:
        return _show(request, record, store, problem=tell_usage(error, request.app.state.store), said=said)
    return RedirectResponse(f"{links.to_record(record)}#review", 303)


def _show(request: Request, record: str, store: Store, *, problem: str = "", said: Said | None = None) -> HTMLResponse:
    dossier = read_dossier(store, record)
    if dossier is None:
        raise HTTPException(404, "There is no such record in the store.")
    return page(
        request, "record.html", status=400 if problem else 200, view=dossier, problem=problem, said=said,
        visitor=visitor_of(request),
    )  # fmt: skip
