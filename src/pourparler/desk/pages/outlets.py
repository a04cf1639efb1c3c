"""Outlets: what each tells of and leaves out, whom it quotes, and how often it was first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated, Literal
from urllib.parse import urlencode

from fastapi import APIRouter, HTTPException, Query, Request
from fastapi.responses import HTMLResponse

from pourparler.desk import links
from pourparler.desk.dependencies import Opened, Remembered
from pourparler.desk.filters import Place
from pourparler.desk.parameters import StrictRoute
from pourparler.desk.protocol import protocol
from pourparler.desk.rendering import page
from pourparler.errors import UsageError
from pourparler.knowledge import Entry as Known
from pourparler.ledger.families import origin
from pourparler.records import Entries
from pourparler.records.kinds import KINDS
from pourparler.store import Cursor, Filter, Store
from pourparler.store.dossiers.outlets import NEWEST, LeftOut, Outlet, Pairing, Quote, Run, Standing, Voice

router = APIRouter(route_class=StrictRoute)
_PAGE, _PAIRS, _LOOKED, _SIDES = 50, 20, 6, 12
#: Kinds of which a pair's records are counted: events code the others.
_TOLD = tuple(kind for kind in KINDS if kind != "event")
_Word = Annotated[str, Query(max_length=200)]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Quoted:
    """How often sources of one side are quoted, and as what; ``side`` None: the side is not known."""

    side: str | None
    voices: dict[str, int]

    @property
    def total(self) -> int:
        return sum(self.voices.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class _Firsts:
    """Articles of which others tell the text too: those it had first, those others had, those nothing decides."""

    first: tuple[Standing, ...]
    later: tuple[Standing, ...]
    undecided: tuple[Standing, ...]

    @property
    def total(self) -> int:
        return len(self.first) + len(self.later) + len(self.undecided)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Shown:
    """One outlet as its page shows it."""

    outlet: Outlet
    run: Run
    known: Known | None
    pairs: Sequence[Pairing]
    quotes: Sequence[Quote]
    quoted: Sequence[_Quoted]
    firsts: _Firsts
    missing: Sequence[LeftOut]


@router.get("/outlets", response_class=HTMLResponse)
def list_outlets(
    request: Request, store: Opened, memo: Remembered, name: _Word = "", start: Annotated[int, Query(ge=0)] = 0
) -> HTMLResponse:
    """Outlets by their number of records, a page of them."""
    every: list[Outlet] = memo.recall("outlets", store, Store.outlets)
    fitting = [one for one in every if name.strip().casefold() in one.name.casefold()]
    shown = [(one, known_as(one.name)) for one in fitting[start : start + _PAGE]]
    asked = {"name": name} if name else {}
    more = f"/outlets?{urlencode(asked | {'start': start + _PAGE})}" if len(fitting) > start + _PAGE else None
    return page(
        request, "outlets.html", shown=shown, name=name, count=len(fitting), start=start, more=more, kinds=KINDS
    )


def known_as(name: str) -> Known | None:
    """What the tables know of an outlet."""
    return protocol().posts.known.outlet(name)


@router.get("/outlets/{name:path}", response_class=HTMLResponse)
def show_outlet(
    request: Request,
    name: str,
    store: Opened,
    memo: Remembered,
    show: Literal["quotes", "first", "later", "undecided", "pair"] | None = None,
    side: _Word = "",
    voice: Voice | None = None,
    low: _Word = "",
    high: _Word = "",
    after: Place = "",
    start: Annotated[int, Query(ge=0)] = 0,
) -> HTMLResponse:
    """One outlet; or what lies behind one of its figures."""
    found: _Shown | None = memo.recall(("outlet", name.casefold()), store, lambda store: _shown(store, name))
    if found is None:
        raise HTTPException(404, f"no outlet {name} in the store")
    if show == "pair":
        return _list_pair(request, store, found, (low, high), after)
    if show == "quotes":
        return _list_quotes(request, store, found, side, voice, start)
    if show:
        standings: tuple[Standing, ...] = getattr(found.firsts, show)
        return page(request, "outlet_articles.html", found=found, show=show, standings=standings)
    return page(request, "outlet.html", found=found, newest=NEWEST, looked=_LOOKED, voices=Voice, sides=_SIDES)


def _shown(store: Store, name: str) -> _Shown | None:
    outlet, run = store.outlet(name), store.run(name)
    if outlet is None or run is None:
        return None
    pairs, quotes = store.pairings(name, _PAIRS), store.quoting(name)
    return _Shown(
        outlet=outlet, run=run, known=known_as(outlet.name), pairs=pairs, quotes=quotes, quoted=_quoted(quotes),
        firsts=_firsts(store.standings(name), outlet.name), missing=store.left_out(run, pairs[:_LOOKED]),
    )  # fmt: skip


def _quoted(quotes: Sequence[Quote]) -> list[_Quoted]:
    told = Counter((quote.side, quote.voice.value) for quote in quotes)
    sides = Counter(quote.side for quote in quotes)
    return [
        _Quoted(side=side, voices={voice: n for (one, voice), n in told.items() if one == side})
        for side, _ in sides.most_common()
    ]


def _firsts(standings: Sequence[Standing], name: str) -> _Firsts:
    found: dict[bool | None, list[Standing]] = {True: [], False: [], None: []}
    for one in standings:
        had = origin({member.id: member for member in one.members})
        found[None if had is None else had.casefold() == name.casefold()].append(one)
    return _Firsts(first=tuple(found[True]), later=tuple(found[False]), undecided=tuple(found[None]))


def _list_pair(request: Request, store: Store, found: _Shown, pair: tuple[str, str], after: str) -> HTMLResponse:
    if not all(pair):
        raise UsageError("give both sides of the pair, as low=CHN&high=USA")
    wanted = Filter(kinds=_TOLD, between=pair, outlet=found.outlet.name)
    entries = store.ask(wanted, limit=_PAGE, behind=Cursor.parse(after) if after else None)
    asked = {"show": "pair", "low": pair[0], "high": pair[1]}
    more = asked | {"after": str(Cursor.behind(entries[-1]))} if len(entries) == _PAGE else None
    what = f"What {found.outlet.name} tells of {' and '.join(filter(None, pair))}"
    return _list(request, found, entries, what, more)


def _list_quotes(
    request: Request, store: Store, found: _Shown, side: str, voice: Voice | None, start: int
) -> HTMLResponse:
    chosen = [
        quote.number for quote in found.quotes
        if (not side or (quote.side or "?") == side) and voice in (None, quote.voice)
    ]  # fmt: skip
    entries = store.by_number(chosen[start : start + _PAGE])
    asked = {"show": "quotes", "side": side, "voice": voice.value if voice else "", "start": str(start + _PAGE)}
    more = {key: value for key, value in asked.items() if value} if len(chosen) > start + _PAGE else None
    return _list(request, found, entries, f"{len(chosen):,} statements that {found.outlet.name} quotes", more)


def _list(request: Request, found: _Shown, entries: Entries, what: str, more: dict[str, str] | None) -> HTMLResponse:
    address = f"{links.to_outlet(found.outlet.name)}?{urlencode(more)}" if more else None
    return page(request, "outlet_records.html", found=found, entries=entries, what=what, more=address)
