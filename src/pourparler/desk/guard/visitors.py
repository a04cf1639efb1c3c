"""Who asks, as pages are told."""

from __future__ import annotations

from dataclasses import dataclass, replace

from starlette.requests import Request
from starlette.types import Scope

from pourparler.store import Role


@dataclass(frozen=True, slots=True, kw_only=True)
class Visitor:
    """Who asks. Reviews are made in the name ``name``; ``csrf`` is what every form must carry as its field "csrf".

    Somebody who has not signed in has neither name nor role, and comes to the sign-in page alone. ``signed_in`` is a
    session in a browser, which can be ended; ``program`` shows a token with every request, and needs no ``csrf``.
    Where the store is ``read_only``, nobody reviews.
    """

    name: str | None = None
    role: Role | None = None
    csrf: str = ""
    signed_in: bool = False
    program: bool = False
    read_only: bool = False

    @property
    def may_review(self) -> bool:
        """Whether buttons that change something are for this visitor."""
        return self.role is Role.REVIEWER and not self.read_only


def visitor_of(request: Request) -> Visitor:
    """Who asks for a page. The guard has put it there: ``request.state.visitor``, and ``request.state.csrf``."""
    visitor: Visitor = request.state.visitor
    return visitor


def introduce(scope: Scope, visitor: Visitor) -> None:
    """Tells the pages who asks."""
    state = scope.setdefault("state", {})
    visitor = replace(visitor, read_only=getattr(scope["app"].state, "read_only", False))
    state["visitor"], state["csrf"] = visitor, visitor.csrf
