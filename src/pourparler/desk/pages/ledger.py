"""The ledger: records that fit, narrowed by the address, page by page; and the same as a file."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, HTTPException, Query, Request
from fastapi.responses import HTMLResponse, StreamingResponse

from pourparler.desk.choosing import offer
from pourparler.desk.dependencies import Opened, Remembered
from pourparler.desk.downloading import file_name, formats, media_type, pieces
from pourparler.desk.filters import Asked
from pourparler.desk.paging import read_leaf
from pourparler.desk.parameter_errors import one_of
from pourparler.desk.parameters import StrictRoute
from pourparler.desk.rendering import name_side, page
from pourparler.desk.wording import tell_filter
from pourparler.errors import UsageError
from pourparler.exports.choices import Format

router = APIRouter(route_class=StrictRoute)


@router.get("/ledger", response_class=HTMLResponse)
def show_ledger(request: Request, asked: Annotated[Asked, Query()], store: Opened, memo: Remembered) -> HTMLResponse:
    """One page of the records that fit."""
    asked = asked.named(store)
    return page(
        request, "ledger.html", asked=asked, leaf=read_leaf(store, asked), choices=offer(store, memo, asked),
        total=memo.recall(("total", asked.wanted), store, lambda store: store.total(asked.wanted)),
        sentence=tell_filter(asked, name_side), formats=formats(asked.kind),
        turned=asked.but(order="oldest" if asked.order == "newest" else "newest"),
    )  # fmt: skip


@router.get("/ledger.{form}")
def download_ledger(
    request: Request, form: str, asked: Annotated[Asked, Query()], store: Opened, memo: Remembered
) -> StreamingResponse:
    """Everything that fits, as a file; so many of it as a limit that is given lets through."""
    if form not in formats(asked.kind):
        raise HTTPException(404, f"There are no {asked.kind}s as {form}; choose {one_of(formats(asked.kind))}.")
    if asked.before:
        raise UsageError("a file goes on behind a place and never back from one; give after, or leave before out")
    asked = asked.named(store)
    return StreamingResponse(
        pieces(request.app.state.pool, asked, Format(form)),
        media_type=media_type(Format(form)),
        headers={"content-disposition": f'attachment; filename="{file_name(asked, Format(form))}"'},
    )
