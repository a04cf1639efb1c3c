"""How long an address, the headers and the body of a request may be, and how long its body may take."""

from __future__ import annotations

import anyio
from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from pourparler.desk.guard.chain import Link, Refused
from pourparler.desk.guard.settings import Bounds


class Sizes(Link):
    """Refuses what is too long, a body that does not tell its length as soon as it has grown too long."""

    def __init__(self, app: ASGIApp, most: Bounds) -> None:
        super().__init__(app)
        self._most = most

    async def pass_on(self, scope: Scope, receive: Receive, send: Send) -> None:
        self._check_head(scope)
        told = Headers(scope=scope).get("content-length", "")
        if told and (not told.isascii() or not told.isdigit()):
            raise Refused(400, "The request does not tell its length in digits.")
        if told and int(told[:20]) > self._most.body:
            raise self._too_large()
        await self.app(scope, self._counted(receive), send)

    def _check_head(self, scope: Scope) -> None:
        if len(scope.get("raw_path") or b"") + len(scope["query_string"]) > self._most.target:
            raise Refused(414, "The address is too long; ask for less at once.")
        lines = scope["headers"]
        if len(lines) > self._most.header_lines or sum(len(k) + len(v) for k, v in lines) > self._most.headers:
            raise Refused(431, "The headers of the request are too long.")

    def _counted(self, receive: Receive) -> Receive:
        ends, size, whole = anyio.current_time() + self._most.seconds, 0, False

        async def receive_counted() -> Message:
            nonlocal size, whole
            if whole:  # what is waited for now is the end of the connection
                return await receive()
            try:
                with anyio.fail_after(max(0.0, ends - anyio.current_time())):
                    message = await receive()
            except TimeoutError:
                raise Refused(408, "The request took too long to come.", {"connection": "close"}) from None
            size += len(message.get("body", b""))
            if size > self._most.body:
                raise self._too_large()
            whole = not message.get("more_body", False)
            return message

        return receive_counted

    def _too_large(self) -> Refused:
        return Refused(413, f"More than {self._most.body:,} bytes cannot be sent at once.", {"connection": "close"})
