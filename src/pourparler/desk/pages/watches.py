"""Watches: filters kept under a name, and the feeds that tell what is new of them."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, Form, Query, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from starlette.exceptions import HTTPException

from pourparler.desk import links
from pourparler.desk.asked import KINDS, Asked
from pourparler.desk.guard import visitor_of
from pourparler.desk.lent import Opened
from pourparler.desk.rendering import page
from pourparler.desk.unchanged import http_date, is_since, told_anew
from pourparler.errors import UsageError
from pourparler.exports.atom import MEDIA_TYPE, MOST, Feed, feed_xml
from pourparler.exports.filters import filter_words
from pourparler.records import Status
from pourparler.store import News, Store, Watch

router = APIRouter()


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
    return _show(request, store, asked)


@router.post("/watches", response_class=HTMLResponse)
def make_watch(request: Request, asking: Annotated[Asking, Form()], store: Opened) -> Response:
    """Saves a watch, or tells in the form what is wrong with it."""
    try:
        made = store.add_watch(asking.name, asking.wanted, visitor_of(request).name or "somebody")
    except UsageError as error:
        return _show(request, store, asking, name=asking.name, wrong=str(error))
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
    base = _base(request)
    feed = Feed(
        key=f"watch:{watch.address}", title=watch.name, told=filter_words(watch.wanted), made=watch.at,
        own=f"{base}{links.to_feed(watch.address)}", page=f"{base}{links.to_ledger(Asked.of(watch.wanted))}",
    )  # fmt: skip
    return _tell(request, feed, lambda: store.news(watch.wanted, limit=MOST))


@router.get("/ledger.atom")
def tell_list(request: Request, asked: Annotated[Asked, Query()], store: Opened) -> Response:
    """What is new of a list, without saving it."""
    base, narrowed = _base(request), asked.but()
    told = filter_words(asked.wanted)
    feed = Feed(
        key=f"ledger:{narrowed.query() or 'all'}", title=f"Pourparler: {told}", told=told,
        own=f"{base}{links.to_list_feed(narrowed)}", page=f"{base}{links.to_ledger(narrowed)}",
    )  # fmt: skip
    return _tell(request, feed, lambda: store.news(asked.wanted, limit=MOST))


def _tell(request: Request, feed: Feed, find: Callable[[], list[News]]) -> Response:
    """The feed under a tag and the time of its last change; 304 where the asker has it."""

    def make() -> Response:
        base, found = _base(request), find()
        changed = max([*(one.changed for one in found), *([feed.made] if feed.made else [])], default=None)
        at = datetime.fromisoformat(changed) if changed else None
        headers = {"last-modified": http_date(at)} if at else {}
        if at and not is_since(request, at):
            return Response(status_code=304, headers=headers)
        xml = feed_xml(feed, found, lambda record: f"{base}{links.to_record(record)}")
        return Response(xml, headers=headers, media_type=MEDIA_TYPE)

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
