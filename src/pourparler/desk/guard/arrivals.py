"""Where a request believes it arrives, and from where it was sent: other names and other sites are turned away."""

from __future__ import annotations

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

from pourparler.desk.guard.chain import SAFE, Link, Refused
from pourparler.desk.guard.settings import GuardSettings

#: What a proxy adds. Whoever reaches an open desk through one is not on this machine.
_FORWARDED = ("forwarded", "x-forwarded-for", "x-forwarded-host", "x-real-ip", "via")


class Arrivals(Link):
    """Checks the header Host (against DNS rebinding) and what the browser tells of the page that sends a request."""

    def __init__(self, app: ASGIApp, settings: GuardSettings) -> None:
        super().__init__(app)
        self._hosts = settings.hosts
        self._open = settings.open

    async def pass_on(self, scope: Scope, receive: Receive, send: Send) -> None:
        headers = Headers(scope=scope)
        hosts = headers.getlist("host")
        if len(hosts) != 1 or hosts[0].lower() not in self._hosts:
            raise Refused(
                421, "This desk is not served under that name; whoever serves it can add one with --host-name."
            )
        if self._open and any(name in headers for name in _FORWARDED):
            raise Refused(
                403, "This desk is served to its own machine only, and the request came through a proxy; whoever serves"
                " it can open it to others with --host-name, which demands tokens.",
            )  # fmt: skip
        if not _is_own(headers) and not _is_link(scope, headers):
            raise Refused(403, "Another site asked for this; only links lead here from other sites.")
        await self.app(scope, receive, send)


def _is_own(headers: Headers) -> bool:
    """Whether the desk itself, whoever types an address, or a program asks."""
    return headers.get("sec-fetch-site", "none") in ("none", "same-origin")


def _is_link(scope: Scope, headers: Headers) -> bool:
    """Whether somebody followed a link of another site to a page."""
    place = (headers.get("sec-fetch-mode"), headers.get("sec-fetch-dest"))
    return scope["method"] in SAFE and place == ("navigate", "document")


def check_origin(scope: Scope) -> None:
    """Raises Refused where a page of another origin sends a form. Every browser tells its origin, programs need not."""
    headers = Headers(scope=scope)
    own = f"{scope['scheme']}://{headers['host']}".lower()
    if headers.get("origin", own).lower() != own or headers.get("sec-fetch-site", "same-origin") != "same-origin":
        raise Refused(403, "Another site sent this form; it was not taken.")
