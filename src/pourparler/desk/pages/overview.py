"""The first page: who stands how with whom, what has changed, what is new, and what the store holds; and the search."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse

from pourparler.desk.dependencies import Opened, Remembered
from pourparler.desk.filters import Asked
from pourparler.desk.overview import look_over
from pourparler.desk.parameters import StrictRoute
from pourparler.desk.rendering import page

router = APIRouter(route_class=StrictRoute)
#: Articles on one page of what was found.
_PAGE = 25
#: What stands around found words in a snippet: characters that no article's text has.
_OPENS, _CLOSES = "\ue000", "\ue001"


@router.get("/", response_class=HTMLResponse)
def show_overview(request: Request, store: Opened, memo: Remembered) -> HTMLResponse:
    """The overview."""
    today = date.today()
    seen = memo.recall(("overview", today), store, lambda store: look_over(store, today))
    lists = {kind.kind: Asked(kind=kind.kind) for kind in seen.holdings.kinds}
    return page(request, "overview.html", seen=seen, lists=lists)


@router.get("/search", response_class=HTMLResponse)
def search_articles(
    request: Request,
    store: Opened,
    words: Annotated[str, Query(max_length=300)] = "",
    behind: Annotated[int | None, Query(ge=0, le=2**62)] = None,
) -> HTMLResponse:
    """The articles that hold the words, newest first."""
    found = store.search(words, limit=_PAGE + 1, behind=behind, marks=(_OPENS, _CLOSES)) if words.strip() else []
    more = found[_PAGE - 1].number if len(found) > _PAGE else None
    shown = [(one, tuple(_pieces(one.words))) for one in found[:_PAGE]]
    return page(request, "search.html", words=words, found=shown, more=more, behind=behind)


def _pieces(snippet: str) -> Iterator[tuple[str, bool]]:
    """A snippet in pieces, and whether each is what was looked for.

    >>> list(_pieces("a \\ue000hotline\\ue001 rang"))
    [('a ', False), ('hotline', True), (' rang', False)]
    """
    for place, part in enumerate(snippet.split(_OPENS)):
        marked, closed, after = part.partition(_CLOSES) if place else ("", "", part)
        if not closed and place:
            marked, after = "", part
        if marked:
            yield marked, True
        if after:
            yield after, False
