"""Rows: exactly the records that are asked for, each with its words. Every figure of the desk leads here."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse
from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from pourparler.desk.dependencies import Opened
from pourparler.desk.parameters import StrictRoute
from pourparler.desk.rendering import page
from pourparler.store import Store

router = APIRouter(route_class=StrictRoute)

#: Records that one address can ask for, and tellings of a deed on one page.
MOST = 200
PAGE = 50

_Id = Annotated[str, StringConstraints(max_length=64)]


class Named(BaseModel):
    """Records by their ids, or those that tell a deed, ``skip`` of them left out."""

    model_config = ConfigDict(frozen=True)

    id: list[_Id] = []
    deed: _Id | None = None
    skip: Annotated[int, Field(ge=0, le=1_000_000)] = 0


@router.get("/rows", response_class=HTMLResponse)
def show_rows(request: Request, named: Annotated[Named, Query()], store: Opened) -> HTMLResponse:
    """The records with these ids, or those that tell a deed."""
    return _show_tellings(request, store, named.deed, named.skip) if named.deed else _show(request, store, named.id)


def _show(request: Request, store: Store, ids: list[str]) -> HTMLResponse:
    wanted = list(dict.fromkeys(ids))
    entries = list(store.look_up(wanted[:MOST]))
    missing, left = len(wanted[:MOST]) - len(entries), max(len(wanted) - MOST, 0)
    return page(request, "rows.html", entries=entries, deed=None, missing=missing, left=left, back=None, on=None)


def _show_tellings(request: Request, store: Store, deed: str, skip: int) -> HTMLResponse:
    found = list(store.tellings(deed, limit=PAGE + 1, skip=skip))
    back, on = max(skip - PAGE, 0) if skip else None, skip + PAGE if len(found) > PAGE else None
    return page(request, "rows.html", entries=found[:PAGE], deed=deed, missing=0, left=0, back=back, on=on)
