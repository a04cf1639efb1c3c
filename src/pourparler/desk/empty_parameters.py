"""What is given: a browser sends the untouched fields of a form too, as ``since=&type=``, which ask for nothing."""

from __future__ import annotations

from urllib.parse import unquote_plus

from starlette.types import ASGIApp, Receive, Scope, Send


class Given:
    """Hands on only those parameters of an address that hold something, to pages and API alike."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            scope = {**scope, "query_string": without_empty(scope["query_string"])}
        await self._app(scope, receive, send)


def without_empty(query: bytes) -> bytes:
    """The part of an address after the question mark, without what holds nothing or blanks alone; the rest as it was.

    >>> without_empty(b"since=&type=declined&once&words=+%20&between=USA")
    b'type=declined&between=USA'
    """
    parts = (part for part in query.split(b"&") if _holds(part.partition(b"=")[2]))
    return b"&".join(parts)


def _holds(value: bytes) -> bool:
    return bool(unquote_plus(value.decode("latin-1")).strip())
