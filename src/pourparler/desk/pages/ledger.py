"""The ledger: records that fit, newest first, narrowed by the address."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse

from pourparler.desk.asked import Asked
from pourparler.desk.lent import Opened
from pourparler.desk.rendering import page
from pourparler.store import Cursor

router = APIRouter()


@router.get("/ledger", response_class=HTMLResponse)
def show_ledger(request: Request, asked: Annotated[Asked, Query()], store: Opened) -> HTMLResponse:
    """One page of the records that fit."""
    entries = store.ask(asked.wanted, limit=asked.limit, behind=asked.behind, once=asked.once)

    more = asked.but(after=str(Cursor.behind(entries[-1]))) if len(entries) == asked.limit else None
    return page(request, "ledger.html", asked=asked, entries=entries, more=more)
