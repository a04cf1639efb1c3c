"""Signing in with a token, and out."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form, Request
from fastapi.responses import RedirectResponse, Response

from pourparler.desk.guard.cookies import cookie_line, read_cookie
from pourparler.desk.guard.doors import SIGN_IN, Lock, local
from pourparler.desk.guard.logs import note
from pourparler.desk.guard.rates import place_of
from pourparler.desk.guard.screens import screen
from pourparler.desk.guard.sessions import LONGEST, Sessions
from pourparler.desk.guard.visitors import visitor_of

router = APIRouter(include_in_schema=False)


@router.get(SIGN_IN)
def show_sign_in(request: Request, next: str = "/") -> Response:
    """The form that takes a token."""
    return screen("sign-in.html", csrf=visitor_of(request).csrf, next=local(next), failed=False)


@router.post(SIGN_IN)
async def sign_in(request: Request, token: Annotated[str, Form()] = "", next: Annotated[str, Form()] = "/") -> Response:
    """Begins a session, always a new one, and leads to where somebody wanted to go."""
    lock: Lock = request.app.state.lock
    lock.failures.check(place_of(request.scope))
    found = await lock.keys.find(token.strip())
    if found is None:
        lock.failures.draw(place_of(request.scope))
        note("%s: signed in in vain", place_of(request.scope))
        return screen("sign-in.html", 401, csrf=visitor_of(request).csrf, next=local(next), failed=True)
    note("%s: %s (%s) signed in", place_of(request.scope), found.name, found.role)
    _end(request, lock.sessions)
    return _led_to(local(next), cookie_line(request.scope, lock.sessions.begin(found.id), LONGEST))


@router.post("/sign-out")
async def sign_out(request: Request) -> Response:
    """Ends the session."""
    _end(request, request.app.state.lock.sessions)
    answer = _led_to(SIGN_IN, cookie_line(request.scope, ""))
    answer.headers["clear-site-data"] = '"cache"'
    return answer


def _end(request: Request, sessions: Sessions) -> None:
    if cookie := read_cookie(request.scope):
        sessions.end(cookie)


def _led_to(address: str, cookie: str) -> Response:
    return RedirectResponse(address, 303, {"set-cookie": cookie})
