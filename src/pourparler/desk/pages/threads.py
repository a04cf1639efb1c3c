"""A thread: a contact from the request to the outcome, each step with who said so."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, HTTPException, Query, Request
from fastapi.responses import HTMLResponse

from pourparler.desk.dependencies import Opened, Remembered
from pourparler.desk.parameters import StrictRoute
from pourparler.desk.rendering import page
from pourparler.desk.threads import view_thread
from pourparler.errors import UsageError

router = APIRouter(route_class=StrictRoute)


@router.get("/threads/{record}", response_class=HTMLResponse)
def show_thread(
    request: Request, record: str, store: Opened, memo: Remembered,
    skip: Annotated[int, Query(ge=0, le=1_000_000)] = 0,
) -> HTMLResponse:  # fmt: skip
    """The steps of the contact that a record is of."""
    try:
        view = memo.recall(("thread", record, skip), store, lambda store: view_thread(store, record, skip))
    except UsageError:
        raise HTTPException(404, "There is no such record in the store.") from None
    return page(request, "thread.html", view=view, record=record)
