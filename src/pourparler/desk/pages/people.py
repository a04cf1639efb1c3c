"""People: who speaks and acts in the store; and one person's offices, statements, contacts and counterparts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, HTTPException, Query, Request
from fastapi.responses import HTMLResponse

from pourparler.desk import links
from pourparler.desk.dependencies import Opened, Remembered
from pourparler.desk.filters import Place
from pourparler.desk.parameter_errors import Day, matching
from pourparler.desk.parameters import StrictRoute
from pourparler.desk.protocol import counterparts_of, meaning_of, protocol, side_of
from pourparler.desk.rendering import page
from pourparler.desk.usage_errors import tell_usage
from pourparler.errors import UsageError
from pourparler.knowledge import Post, Term
from pourparler.ledger.learned import Learned, learned_from
from pourparler.records import Contact, Entries, Entry, Judgement, Relation, Stance
from pourparler.records import side_of as side_of_actor
from pourparler.store import Cursor, Filter, Store
from pourparler.store.dossiers.people import Appearances, Named

router = APIRouter(route_class=StrictRoute)
_PAGE, _SHOWN = 50, 8
_Word = Annotated[str, Query(max_length=200)]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Person:
    """One person as the page shows them."""

    name: str
    found: Appearances | None
    spellings: tuple[Judgement, ...]
    terms: tuple[Term, ...]
    learned: tuple[Learned, ...]
    quotes: Mapping[str, str]
    statements: Entries
    contacts: Entries
    met: tuple[str, ...]
    posts: tuple[Post, ...]


@router.get("/people", response_class=HTMLResponse)
def list_people(
    request: Request,
    store: Opened,
    memo: Remembered,
    side: _Word = "",
    name: _Word = "",
    after: Annotated[str, matching(r"\d{1,12}\..{0,280}", "the place that the page before ended with")] = "",
) -> HTMLResponse:
    """People by their number of records, a page of them."""
    records, _, last = after.partition(".")
    behind = (int(records), last) if records else None
    code = store.name_side(side) if side.strip() else ""
    found: list[Named] = memo.recall(
        ("people", code, name, after),
        store,
        lambda store: store.people(side=code, like=name.strip(), behind=behind, limit=_PAGE),
    )
    more = f"{found[-1].records}.{found[-1].name}" if len(found) == _PAGE else ""
    asked = {key: value for key, value in (("side", side), ("name", name), ("after", more)) if value}
    return page(
        request, "people.html", people=found, side=side, code=code, name=name, first=not after,
        more=f"/people?{urlencode(asked)}" if more else None,
    )  # fmt: skip


@router.get("/people/{name:path}", response_class=HTMLResponse)
def show_person(
    request: Request,
    name: str,
    store: Opened,
    memo: Remembered,
    of: _Word = "",
    on: Day | None = None,
    office: _Word = "",
    stance: Stance | None = None,
    after: Place = "",
) -> HTMLResponse:
    """One person, or their statements of one stance.

    ``of`` is the side whose counterparts are asked for, ``on`` the day, ``office`` which of several.
    """
    person: _Person = memo.recall(("person", name), store, lambda store: _person(store, name))
    if person.found is None and not person.terms and not person.learned:
        raise HTTPException(404, f"nobody of the name {name} in the store or the tables")
    if stance:
        return _list_statements(request, store, person, stance, after)
    other, told, problem = of.strip() or next(iter(person.met), ""), None, None
    day, post = on or _last_day(person), None
    try:
        post = _post(person, office, day)
        told = counterparts_of(store, post, side_of(other), day) if post and other else None
    except UsageError as error:
        problem = tell_usage(error, request.app.state.store)
    return page(
        request, "person.html", person=person, of=other, on=day, post=post, told=told, problem=problem,
        figures=person.found,
    )  # fmt: skip


def _list_statements(request: Request, store: Store, person: _Person, stance: Stance, after: str) -> HTMLResponse:
    wanted = Filter(kinds=("statement",), speaker=person.name, types=(stance.value,))
    entries = store.ask(wanted, limit=_PAGE, behind=Cursor.parse(after) if after else None)
    more = {"stance": stance.value, "after": str(Cursor.behind(entries[-1]))} if len(entries) == _PAGE else None
    address = f"{links.to_person(person.name)}?{urlencode(more)}" if more else None
    return page(request, "person_statements.html", person=person, stance=stance, entries=entries, more=address)


def _person(store: Store, name: str) -> _Person:
    found = store.person(name)
    called = found.named.name if found else name
    side = found.named.sides[0] if found and found.named.sides else None
    contacts = store.ask(Filter(kinds=("contact",), person=called), limit=_SHOWN) if found else Entries()
    spoken = Filter(kinds=("statement",), speaker=called)
    terms, learned = _terms(called), learned_from(store.offices_held(called))
    return _Person(
        name=called, found=found, terms=terms, learned=learned, contacts=contacts, met=_met(contacts, side),
        spellings=tuple(store.judgements(about=called, relation=Relation.ALIAS.value)),
        quotes=store.quotes(one.record for one in learned),
        statements=store.ask(spoken, limit=_SHOWN) if found and found.statements else Entries(),
        posts=tuple(dict.fromkeys((*_held(terms), *_told_of(learned)))),
    )  # fmt: skip


def _held(terms: Iterable[Term]) -> Iterator[Post]:
    yield from (protocol().posts.post(term.office, term.country) for term in terms if term.country)


def _told_of(learned: Iterable[Learned]) -> Iterator[Post]:
    """The offices that texts tell of, where the tables have them."""
    for one in learned:
        if one.side and (post := meaning_of(one.office, one.side)):
            yield post


def _terms(name: str) -> tuple[Term, ...]:
    """The terms of exactly that person: a surname alone may be many people's."""
    known = protocol().posts.known.terms_of(name)
    return tuple(sorted(known, key=lambda term: term.start or date.min))


def _met(contacts: Iterable[Entry], side: str | None) -> tuple[str, ...]:
    """The sides that the person dealt with in these contacts, most often first."""
    met: Counter[str] = Counter()
    for record in (entry.record for entry in contacts):
        parties = record.participants if isinstance(record, Contact) else ()
        met.update({one for one in map(side_of_actor, parties) if one and one != side})
    return tuple(code for code, _ in met.most_common())


def _last_day(person: _Person) -> date:
    """The day of the newest record that shows the person, else the last that the tables know of."""
    days = sorted(entry.day for entry in (*person.contacts, *person.statements) if entry.day)
    if days:
        return date.fromisoformat(days[-1])
    ends = [term.end or term.as_of for term in person.terms]
    return max(ends, default=date.today())


def _post(person: _Person, office: str, day: date) -> Post | None:
    """The office for which counterparts are told: the one asked for, else the one held that day, else the last."""
    posts = [post for post in person.posts if not office or post.office == office]
    held = {(term.office, term.country) for term in person.terms if term.covers(day)}
    return next((post for post in posts if (post.office, post.side) in held), posts[-1] if posts else None)
