"""The one cookie of the desk: whose session it is."""

from __future__ import annotations

from starlette.datastructures import Headers
from starlette.types import Scope


def _name(scope: Scope) -> str:
    # The prefix makes browsers take it over https alone, and from no other host of the domain
    return "__Host-pourparler" if scope["scheme"] == "https" else "pourparler"


def read_cookie(scope: Scope) -> str | None:
    """What the cookie holds; None where there is none."""
    wanted = _name(scope)
    for line in Headers(scope=scope).getlist("cookie"):
        for part in line.split(";"):
            name, _, value = part.strip().partition("=")
            if name == wanted and value:
                return value
    return None


def cookie_line(scope: Scope, value: str, seconds: int | None = None) -> str:
    """A Set-Cookie that scripts cannot read and other sites cannot send; an empty value takes it away."""
    lasting = "; Max-Age=0" if not value else f"; Max-Age={seconds}" if seconds else ""
    secure = "; Secure" if scope["scheme"] == "https" else ""
    return f"{_name(scope)}={value}; Path=/; HttpOnly; SameSite=Strict{lasting}{secure}"
