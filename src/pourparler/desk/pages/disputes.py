"""Disputes: what one side says beside what another does, within an article and across articles."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse

from pourparler.desk.asked import Asked
from pourparler.desk.choosing import known_sides
from pourparler.desk.disputes import view_disputes
from pourparler.desk.lent import Opened, Remembered
from pourparler.desk.rendering import name_side, page
from pourparler.desk.wording import tell_filter

router = APIRouter()


@router.get("/disputes", response_class=HTMLResponse)
def show_disputes(request: Request, asked: Annotated[Asked, Query()], store: Opened, memo: Remembered) -> HTMLResponse:
    """The newest disputes, between two sides or of one, or all."""
    sides = known_sides(store, memo)
    asked = Asked(
        kind="dispute", between=asked.between, involving=asked.involving[:1], since=asked.since, until=asked.until,
        after=asked.after,
    ).named(store)  # fmt: skip
    sheet = memo.recall(
        ("disputes", asked.query()), store, lambda store: view_disputes(store, asked.wanted, asked.behind)
    )
    return page(
        request, "disputes.html", sheet=sheet, asked=asked, sides=sides, sentence=tell_filter(asked, name_side),
        more=asked.but(after=sheet.on) if sheet.on else None,
    )  # fmt: skip
