"""The guard: what a request passes before it comes to a page, and what the page's answer passes on its way out.

    Headers ── Problems ── Rates ── Sizes ── Arrivals ── OpenDoor or LockedDoor ── Methods ── Forms ──> pages
    on every   errors      too many too      the name,   who it is                 what an    roles, and what
    answer     are told    at once  long     the site                              address    a form carries
                                                                                   takes

What is guarded against whom, and what is not, stands in docs/security.md; each threat named there has a test in
tests/desk/guard. Pages learn from `visitor_of` who asks.
"""

from __future__ import annotations

from pathlib import Path

from fastapi import FastAPI
from starlette.middleware import Middleware

from pourparler.desk.guard.arrivals import Arrivals
from pourparler.desk.guard.doors import Lock, LockedDoor, OpenDoor
from pourparler.desk.guard.forms import Forms
from pourparler.desk.guard.headers import Headers
from pourparler.desk.guard.keys import Keys, close_with
from pourparler.desk.guard.methods import Methods
from pourparler.desk.guard.problems import Problems, tell_problems
from pourparler.desk.guard.rates import Buckets, Rates
from pourparler.desk.guard.sessions import Sessions
from pourparler.desk.guard.settings import GuardSettings
from pourparler.desk.guard.signing import router
from pourparler.desk.guard.sizes import Sizes
from pourparler.desk.guard.visitors import Visitor, visitor_of

__all__ = ["GuardSettings", "Visitor", "guard", "visitor_of"]


def guard(app: FastAPI, settings: GuardSettings, store: Path) -> None:
    """Puts the guard before an application's pages; call it once, when all pages are there.

    Raises what `open_store` raises, where tokens are demanded and the store with them cannot be opened.
    """
    app.state.store = store  # whose name no problem tells
    tell_problems(app)
    door = Middleware(OpenDoor, settings=settings) if settings.open else _lock(app, settings, store)
    chain = (
        Middleware(Headers),
        Middleware(Problems),
        Middleware(Rates, buckets=Buckets(settings.allowed.address)),
        Middleware(Sizes, most=settings.bounds),
        Middleware(Arrivals, settings=settings),
        door,
        Middleware(Methods),
        Middleware(Forms),
    )
    for one in reversed(chain):  # what is added last is passed first
        app.add_middleware(one.cls, *one.args, **one.kwargs)


def _lock(app: FastAPI, settings: GuardSettings, store: Path) -> Middleware:
    lock = Lock(keys=Keys(store), sessions=Sessions(), failures=Buckets(settings.allowed.failures))
    app.state.lock = lock
    app.include_router(router)
    close_with(app, lock.keys)
    return Middleware(LockedDoor, lock=lock, rates=Buckets(settings.allowed.token))
