"""Two sides: the state of the line between them over time, what happened, and the figures, each with its words."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse, RedirectResponse
from pydantic import BaseModel, ConfigDict

from pourparler.desk import links
from pourparler.desk.dependencies import Opened, Remembered
from pourparler.desk.pairs import gather_pair
from pourparler.desk.parameter_errors import Day
from pourparler.desk.parameters import StrictRoute
from pourparler.desk.rendering import page

router = APIRouter(route_class=StrictRoute)
#: Days that are shown unless others are asked for, and what else is offered.
_SHOWN = 365
_SPANS = (("6 months", 182), ("1 year", 365), ("2 years", 730), ("5 years", 1826))

_Word = Annotated[str, Query(max_length=80)]


#: Nothing is shown of days before these, nor further ahead than so many: each day past the last article is drawn too.
_EARLIEST, _AHEAD = date(1900, 1, 1), 366


class Days(BaseModel):
    """The days to show, as they stand in the address; what is left out is chosen."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    since: Day | None = None
    until: Day | None = None


@router.get("/pairs", response_class=RedirectResponse)
def find_pair(store: Opened, one: _Word, other: _Word) -> RedirectResponse:
    """To the page of the two sides that somebody has named."""
    return RedirectResponse(links.to_pair(store.name_side(one), store.name_side(other)), status_code=303)


@router.get("/pairs/{one}/{other}", response_class=HTMLResponse)
def show_pair(
    request: Request, one: str, other: str, days: Annotated[Days, Query()], store: Opened, memo: Remembered
) -> HTMLResponse:
    """The page of two sides."""
    one, other = store.name_side(one), store.name_side(other)
    until = max(_EARLIEST, min(days.until or date.fromisoformat(store.last_day()), date.today() + timedelta(_AHEAD)))
    last = until.isoformat()
    first = (days.since or until - timedelta(_SHOWN - 1)).isoformat()
    pair = memo.recall(
        ("pair", one, other, first, last), store, lambda store: gather_pair(store, one, other, first, last)
    )
    spans = [(name, (date.fromisoformat(last) - timedelta(days - 1)).isoformat()) for name, days in _SPANS]
    return page(request, "pair.html", pair=pair, spans=spans, chosen=days.until is not None)
