"""Watches: filters kept under a name, and the feeds that tell what is new of them."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Form, Query, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from starlette.exceptions import HTTPException

from pourparler.desk.dependencies import Opened
from pourparler.desk.feeds import Told, feed_of_list, feed_of_watch
from pourparler.desk.filters import Asked
from pourparler.desk.guard import visitor_of
from pourparler.desk.parameters import StrictRoute
from pourparler.desk.rendering import page
from pourparler.desk.unchanged import http_date, is_since, told_anew
from pourparler.desk.usage_errors import tell_usage
from pourparler.errors import UsageError
from pourparler.exports.atom import MEDIA_TYPE
from pourparler.exports.filters import filter_words
from pourparler.records import Status
from pourparler.records.kinds import KINDS
from pourparler.store import Store, Watch

router = APIRouter(route_class=StrictRoute)


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A watch as the page lists it: what it lets through in words, and as a list."""

    watch: Watch
    told: str
    asked: Asked


class Asking(Asked):
    """The form of a new watch: its filter and its name."""

    name: str = ""


@router.get("/watches", response_class=HTMLResponse)
def show_watches(request: Request, asked: Annotated[Asked, Query()], store: Opened) -> HTMLResponse:
    """All watches, and the form of a new one, filled with the filter of the address."""
    return _show(request, store, asked.named(store))


@router.post("/watches", response_class=HTMLResponse)
def make_watch(request: Request, asking: Annotated[Asking, Form()], store: Opened) -> Response:
    """Saves a watch, or tells in the form what is wrong with it. Sides may be told by name."""
    try:
        made = store.add_watch(asking.name, asking.wanted, visitor_of(request).name or "somebody")
    except UsageError as error:
        return _show(request, store, asking, name=asking.name, wrong=tell_usage(error, request.app.state.store))
    return RedirectResponse(f"/watches#{made.address}", status_code=303)


@router.post("/watches/{address}/remove", response_class=HTMLResponse)
def drop_watch(address: str, store: Opened) -> Response:
    """Takes a watch out; of one that is gone already nothing is said."""
    with suppress(UsageError):
        store.remove_watch(address)
    return RedirectResponse("/watches", status_code=303)


@router.get("/feeds/{address}.atom")
def tell_watch(request: Request, address: str, store: Opened) -> Response:
    """What is new of a saved watch."""
    try:
        watch = store.watch(address)
    except UsageError as error:
        raise HTTPException(404, "There is no such watch; it may have been removed.") from error
    return _tell(request, lambda: feed_of_watch(store, watch, _base(request)))


@router.get("/ledger.atom")
def tell_list(request: Request, asked: Annotated[Asked, Query()], store: Opened) -> Response:
    """What is new of a list, without saving it."""
    return _tell(request, lambda: feed_of_list(store, asked.named(store), _base(request)))


def _tell(request: Request, find: Callable[[], Told]) -> Response:
    """The feed under a tag and the time of its last change; 304 where the asker has it."""

    def make() -> Response:
        told = find()
        headers = {"last-modified": http_date(told.changed)} if told.changed else {}
        if told.changed and not is_since(request, told.changed):
            return Response(status_code=304, headers=headers)
        return Response(told.xml, headers=headers, media_type=MEDIA_TYPE)

    return told_anew(request, make)


def _show(request: Request, store: Store, asked: Asked, *, name: str = "", wrong: str = "") -> HTMLResponse:
    kept = [Kept(watch=one, told=filter_words(one.wanted), asked=Asked.of(one.wanted)) for one in store.watches()]
    return page(
        request, "watches.html", status=400 if wrong else 200, kept=kept, asked=asked, name=name, wrong=wrong,
        told=filter_words(asked.wanted) if asked.query() else "", kinds=KINDS, statuses=list(Status),
        may_change=visitor_of(request).may_review,
    )  # fmt: skip


def _base(request: Request) -> str:
    """The desk's address as the asker reached it."""
    return str(request.base_url).rstrip("/")
