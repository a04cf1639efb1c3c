"""Who asks: on this machine anybody, beyond it whoever has a token."""

from __future__ import annotations

import base64
import binascii
import secrets
from dataclasses import dataclass
from urllib.parse import urlencode

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from pourparler.desk.guard.chain import SAFE, Link, Refused
from pourparler.desk.guard.cookies import cookie_line, read_cookie
from pourparler.desk.guard.keys import Keys
from pourparler.desk.guard.logs import note
from pourparler.desk.guard.rates import Buckets, place_of
from pourparler.desk.guard.screens import screen
from pourparler.desk.guard.sessions import Seal, Sessions
from pourparler.desk.guard.settings import GuardSettings
from pourparler.desk.guard.visitors import Visitor, introduce
from pourparler.store import Role, Token

SIGN_IN = "/sign-in"
_BEARER = {"www-authenticate": 'Bearer realm="pourparler"'}
_ENDED = "Your session has ended: sign in and send it again."
#: What anybody may see: nothing that is in the store.
_PUBLIC = "/static/"


class OpenDoor(Link):
    """Everybody on this machine is the reviewer. A cookie, one while the server runs, ties forms to the browser."""

    def __init__(self, app: ASGIApp, settings: GuardSettings) -> None:
        super().__init__(app)
        self._seal = Seal()
        self._name = settings.reviewer

    async def pass_on(self, scope: Scope, receive: Receive, send: Send) -> None:
        cookie = self._seal.visit()
        introduce(scope, Visitor(name=self._name, role=Role.REVIEWER, csrf=self._seal.csrf(cookie)))
        known = self._seal.is_visit(read_cookie(scope))
        scope["state"]["cookie"] = known
        await self.app(scope, receive, send if known else with_cookie(scope, send, cookie))


@dataclass(frozen=True, slots=True, kw_only=True)
class Lock:
    """What the locked door and the sign-in page share; ``failures`` counts what was tried in vain."""

    keys: Keys
    sessions: Sessions
    failures: Buckets


class LockedDoor(Link):
    """A program shows its token with every request; a browser signs in with it and has a session."""

    def __init__(self, app: ASGIApp, lock: Lock, rates: Buckets) -> None:
        super().__init__(app)
        self._lock = lock
        self._rates = rates
        self._seal = Seal()

    async def pass_on(self, scope: Scope, receive: Receive, send: Send) -> None:
        if told := _shown_token(scope):
            await self._let_program_in(scope, told)
        elif not await self._let_session_in(scope):
            if scope["path"] != SIGN_IN and not scope["path"].startswith(_PUBLIC):
                await self._send_to_sign_in(scope, receive, send)
                return
            send = self._let_stranger_in(scope, send)
        await self.app(scope, receive, send)

    async def _let_program_in(self, scope: Scope, told: str) -> None:
        token = await self._lock.keys.find(told)
        if token is None:
            self._lock.failures.draw(place_of(scope))
            note("%s: a token that does not hold", place_of(scope))
            raise Refused(401, "This token does not hold.", _BEARER)
        self._admit(scope, token, Visitor(name=token.name, role=token.role, program=True))

    async def _let_session_in(self, scope: Scope) -> bool:
        cookie = read_cookie(scope)
        held = self._lock.sessions.token_of(cookie) if cookie else None
        token = await self._lock.keys.standing(held) if held else None
        if cookie is None or token is None:
            return False
        self._admit(
            scope, token, Visitor(name=token.name, role=token.role, csrf=self._seal.csrf(cookie), signed_in=True)
        )
        return True

    def _admit(self, scope: Scope, token: Token, visitor: Visitor) -> None:
        self._rates.draw(token.id)
        introduce(scope, visitor)
        scope["state"]["cookie"] = True

    def _let_stranger_in(self, scope: Scope, send: Send) -> Send:
        """Only to what is public: the cookie ties the form for signing in to the browser."""
        cookie = read_cookie(scope)
        known = cookie is not None and self._seal.is_visit(cookie)
        if cookie is None or not known:
            cookie = self._seal.visit(secrets.token_urlsafe(16))
        introduce(scope, Visitor(csrf=self._seal.csrf(cookie)))
        scope["state"]["cookie"] = known
        return send if known else with_cookie(scope, send, cookie)

    async def _send_to_sign_in(self, scope: Scope, receive: Receive, send: Send) -> None:
        """A browser is led to the sign-in page and from there to where it wanted to go; a program is told."""
        headers = Headers(scope=scope)
        person = "text/html" in headers.get("accept", "")
        if scope["method"] not in SAFE or not person:
            raise Refused(401, _ENDED if person else "Show a token: Authorization: Bearer.", _BEARER)
        wanted = (scope.get("raw_path") or b"").partition(b"?")[0].decode("ascii", "replace")
        wanted += f"?{query}" if (query := scope["query_string"].decode("ascii", "replace")) else ""
        answer: Response = RedirectResponse(f"{SIGN_IN}?{urlencode({'next': wanted})}", 303)
        if headers.get("sec-fetch-site") == "cross-site":
            # Browsers send no strict cookie with a link of another site, but do with one of the desk's own page
            answer = screen("onward.html", next=local(wanted))
        await answer(scope, receive, send)


def with_cookie(scope: Scope, send: Send, cookie: str) -> Send:
    """Gives the cookie with an answer that is a page."""

    async def send_with_cookie(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            if headers.get("content-type", "").startswith("text/html"):
                headers.append("set-cookie", cookie_line(scope, cookie))
        await send(message)

    return send_with_cookie


def local(address: str) -> str:
    """The address where it is one of the desk, else that of the first page: nobody is led to another site.

    >>> [local(a) for a in ("/pairs/USA/CHN?since=2021", "//evil.example", "https://evil.example", "/\\\\evil.example")]
    ['/pairs/USA/CHN?since=2021', '/', '/', '/']
    """
    fine = address.startswith("/") and not address.startswith("//") and "\\" not in address
    return address if fine and address.isprintable() and len(address) <= 8_000 else "/"


def _shown_token(scope: Scope) -> str | None:
    """The token of the header Authorization. Readers of feeds know only names and passwords: it is the password."""
    scheme, _, told = Headers(scope=scope).get("authorization", "").partition(" ")
    if scheme.lower() == "bearer":
        return told.strip()
    if scheme.lower() == "basic" and scope["method"] in SAFE:
        try:
            return base64.b64decode(told.strip(), validate=True).decode("utf-8").partition(":")[2]
        except (binascii.Error, UnicodeDecodeError):
            return "?"
    return None
