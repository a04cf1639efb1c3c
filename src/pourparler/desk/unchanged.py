"""Answers that need not be sent again: each under a tag, which whoever has it already shows."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Hashable
from datetime import UTC, datetime
from email.utils import format_datetime, parsedate_to_datetime

from fastapi import Request
from fastapi.responses import Response

from pourparler.desk.pool import Pool
from pourparler.desk.version import VERSION


def told_anew(request: Request, make: Callable[[], Response]) -> Response:
    """The answer under a strong tag of the store's version and the address; 304 where the asker has it already.

    Nothing is worked out for a 304. An answer during which the store changed has no tag. Only for what follows from
    store and address alone, and is not remembered by the memo.
    """
    pool: Pool = request.app.state.pool
    before = pool.version()
    tag = _tag(before, str(request.base_url), request.url.path, request.url.query, _accepted(request))
    if _is_known(request, tag):
        return _not_modified(tag)
    answer = make()
    if pool.version() == before:
        answer.headers["etag"] = tag
    return answer


def told_once(request: Request, answer: Response) -> Response:
    """The answer under a strong tag of its body; 304 where the asker has it already."""
    tag = _tag(bytes(answer.body), answer.media_type)
    if _is_known(request, tag):
        return _not_modified(tag)
    answer.headers["etag"] = tag
    return answer


def is_since(request: Request, changed: datetime) -> bool:
    """Whether something has changed since the asker looked, by the time told; a tag that is shown goes before it."""
    if "if-none-match" in request.headers:
        return True
    try:
        looked = parsedate_to_datetime(request.headers["if-modified-since"])
        return changed.replace(microsecond=0) > looked
    except (KeyError, ValueError, TypeError):
        return True


def http_date(time: datetime) -> str:
    """A time with a zone as headers have it."""
    return format_datetime(time.astimezone(UTC), usegmt=True)


def _tag(*parts: Hashable) -> str:
    return f'"{hashlib.sha256(repr((VERSION, *parts)).encode()).hexdigest()[:32]}"'


def _accepted(request: Request) -> str:
    return request.headers.get("accept", "")


def _is_known(request: Request, tag: str) -> bool:
    """Whether the asker shows the tag. For a 304 the weak form of it will do."""
    told = ",".join(request.headers.getlist("if-none-match"))
    shown = {one.strip().removeprefix("W/") for one in told.split(",")}
    return tag in shown


def _not_modified(tag: str) -> Response:
    return Response(status_code=304, headers={"etag": tag, "vary": "accept"})
