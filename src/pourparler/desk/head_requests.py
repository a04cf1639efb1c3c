"""Requests for the head of an answer alone (HEAD): answered as GET is, without what follows the head."""

from __future__ import annotations

from starlette.types import ASGIApp, Message, Receive, Scope, Send


class Heads:
    """Asks for the whole answer and sends its head; what would follow, as a long file, is not made."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["method"] != "HEAD":
            await self._app(scope, receive, send)
            return

        async def send_head(message: Message) -> None:
            if message["type"] == "http.response.body":
                await send({"type": "http.response.body", "body": b"", "more_body": False})
                raise _Told
            await send(message)

        try:
            await self._app({**scope, "method": "GET"}, receive, send_head)
        except _Told:
            return


class _Told(Exception):
    """The head is out; nobody waits for more."""
