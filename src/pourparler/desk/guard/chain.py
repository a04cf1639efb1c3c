"""What the parts of the guard have in common."""

from __future__ import annotations

from abc import ABC, abstractmethod

from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Receive, Scope, Send

#: Methods that change nothing.
SAFE = frozenset({"GET", "HEAD", "OPTIONS"})


class Refused(HTTPException):
    """A request that goes no further: the status, and a sentence for whoever sent it. `Problems` tells it."""

    def __init__(self, status: int, told: str, headers: dict[str, str] | None = None) -> None:
        super().__init__(status, told, headers)


class Link(ABC):
    """One part of the guard, an ASGI application around another. Only HTTP is looked at."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            await self.pass_on(scope, receive, send)
        elif scope["type"] == "lifespan":
            await self.app(scope, receive, send)
        else:  # the desk has no web sockets
            await send({"type": "websocket.close", "code": 1008})

    @abstractmethod
    async def pass_on(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Hands a request on to ``self.app``, or raises Refused."""


def client_of(scope: Scope) -> str:
    """The address a request comes from; '' where the server does not tell."""
    client = scope.get("client")
    return client[0] if client else ""
