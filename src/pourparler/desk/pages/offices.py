"""Offices: who held one on a day, who before, and who answers to it in another state."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse

from pourparler.desk.dependencies import Opened, Remembered
from pourparler.desk.parameter_errors import Day
from pourparler.desk.parameters import StrictRoute
from pourparler.desk.protocol import counterparts_of, learned_of, protocol
from pourparler.desk.rendering import page
from pourparler.desk.usage_errors import tell_usage
from pourparler.errors import UsageError
from pourparler.knowledge import Holding, Post, Term
from pourparler.ledger.counterparts import Answering, Counterparts, find_holder
from pourparler.ledger.learned import Learned
from pourparler.store import Store

router = APIRouter(route_class=StrictRoute)
#: Offices that are listed of each side where none is asked for.
_USUAL = ("head of state", "head of government", "foreign minister", "defence minister", "chief of defence")
#: Sides of which they are listed: those of the people who are in most records.
_PEOPLE, _SIDES = 150, 10
_Word = Annotated[str, Query(max_length=200)]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    """The answer to a form that was filled in."""

    post: Post
    holding: Holding
    terms: tuple[Term, ...]
    learned: tuple[Learned, ...]
    quotes: Mapping[str, str]
    instead: tuple[Answering, ...]
    told: Counterparts | None


@router.get("/offices", response_class=HTMLResponse)
def show_office(
    request: Request,
    store: Opened,
    memo: Remembered,
    office: _Word = "",
    side: Annotated[str, Query(alias="in", max_length=200)] = "",
    of: _Word = "",
    on: Day | None = None,
) -> HTMLResponse:
    """An office of a state on a day, and its counterparts in another; without one, the usual offices of the store."""
    found, problem, day = None, None, on or date.today()
    try:
        if office.strip():
            found = _asked(store, office, side, of, day)
    except UsageError as error:
        problem = tell_usage(error, request.app.state.store)
    usual = () if found or problem else memo.recall(("offices", day), store, lambda store: _usual(store, day))
    return page(
        request, "offices.html", office=office, side=side, of=of, on=day, found=found, problem=problem, usual=usual,
        status=404 if problem else 200,
    )  # fmt: skip


def _asked(store: Store, office: str, side: str, of: str, day: date) -> _Asked:
    """Raises UsageError: no such office or state is known, or it is one of several states."""
    posts = protocol().posts
    post = protocol().find(office, posts.side(side) if side.strip() else None, day)
    held = find_holder(protocol(), post.office, side=post.side, on=day)
    told = counterparts_of(store, post, posts.side(of), day) if of.strip() else None
    learned = learned_of(store, post)
    return _Asked(
        post=post, holding=posts.holding(post, day), terms=posts.terms(post)[::-1], learned=learned,
        quotes=store.quotes(one.record for one in learned), instead=held.instead, told=told,
    )  # fmt: skip


def _usual(store: Store, day: date) -> list[tuple[str, list[Holding]]]:
    """The usual offices of the sides whose people are in most records."""
    sides = dict.fromkeys(one.sides[0] for one in store.people(limit=_PEOPLE) if one.sides)
    states = [side for side in sides if protocol().posts.known.state(side)][:_SIDES]
    return [(side, _holdings(side, day)) for side in states]


def _holdings(side: str, day: date) -> list[Holding]:
    """The usual offices, each once: in some states one heads both the state and its government."""
    told = (_holding(office, side, day) for office in _USUAL)
    return list({held.post: held for held in told if held}.values())


def _holding(office: str, side: str, day: date) -> Holding | None:
    try:
        return protocol().posts.holding(protocol().find(office, side, day), day)
    except UsageError:
        return None
