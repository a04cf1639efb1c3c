"""Disputes: what one side says beside what another does, within an article and across articles."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse
from pydantic import BaseModel, ConfigDict, Field

from pourparler.desk.choosing import known_sides
from pourparler.desk.dependencies import Opened, Remembered
from pourparler.desk.disputes import view_disputes
from pourparler.desk.filters import Asked, Place, Side
from pourparler.desk.parameter_errors import Day
from pourparler.desk.parameters import StrictRoute
from pourparler.desk.rendering import name_side, page
from pourparler.desk.wording import tell_filter

router = APIRouter(route_class=StrictRoute)


class Disputed(BaseModel):
    """What disputes are narrowed by: one side or two, and days."""

    model_config = ConfigDict(frozen=True)

    between: Annotated[list[Side], Field(max_length=2)] = []
    involving: Annotated[list[Side], Field(max_length=1)] = []
    since: Day | None = None
    until: Day | None = None
    after: Place | None = None


@router.get("/disputes", response_class=HTMLResponse)
def show_disputes(
    request: Request, wanted: Annotated[Disputed, Query()], store: Opened, memo: Remembered
) -> HTMLResponse:
    """The newest disputes, between two sides or of one, or all."""
    sides = known_sides(store, memo)
    asked = Asked(kind="dispute", **wanted.model_dump()).named(store)
    sheet = memo.recall(
        ("disputes", asked.query()), store, lambda store: view_disputes(store, asked.wanted, asked.behind)
    )
    return page(
        request, "disputes.html", sheet=sheet, asked=asked, sides=sides, sentence=tell_filter(asked, name_side),
        more=asked.but(after=sheet.on) if sheet.on else None,
    )  # fmt: skip
