"""What an address takes: a method that it does not is told so, before anybody asks for a form or a role."""

from __future__ import annotations

from starlette.routing import Match, Mount
from starlette.types import Receive, Scope, Send

from pourparler.desk.guard.chain import SAFE, Link, Refused

#: The methods that addresses of the desk take.
_METHODS = ("GET", "POST")


class Methods(Link):
    """Refuses what would change something at an address that only reads, and tells what the address takes."""

    async def pass_on(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["method"] not in SAFE and (taken := _taken(scope)) and scope["method"] not in taken:
            allowed = ", ".join(sorted(taken))
            raise Refused(405, f"This address takes {allowed} alone.", {"allow": allowed})
        await self.app(scope, receive, send)


def _taken(scope: Scope) -> set[str]:
    """The methods of the address; none where there is no such address. Where it is read, its head can be too."""
    routes = [one for one in scope["app"].routes if not isinstance(one, Mount)]
    found = {
        method for method in _METHODS
        if any(one.matches({**scope, "method": method})[0] is Match.FULL for one in routes)
    }  # fmt: skip
    return found | ({"HEAD"} if "GET" in found else set())
