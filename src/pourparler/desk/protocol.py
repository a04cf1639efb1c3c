"""What the tables know of offices: loaded once, since they are large."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from pourparler.errors import UsageError
from pourparler.knowledge import Post, Protocol
from pourparler.ledger.counterparts import (
    Counterparts,
    Holder,
    find_counterparts,
    find_holder,
)
from pourparler.ledger.learned import Learned, learned_from
from pourparler.records import Judgement
from pourparler.store import Filter, Store

#: Titles in the words of texts that are taken for one office.
_TITLES = 12
#: Contacts with protocol as a reason that are looked through, the newest.
_EVIDENCE = 50


@lru_cache(1)
def protocol() -> Protocol:
    """Offices, their holders, and who is whose counterpart."""
    return Protocol.load()


def side_of(words: str) -> str:
    """The code of a state or organisation, by code or name. Raises UsageError where it is neither."""
    return protocol().posts.side(words)


def learned_of(store: Store, post: Post) -> tuple[Learned, ...]:
    """Who, texts tell, held an office, in whatever words they call it."""
    return learned_from(_judged(store, post))


def _judged(store: Store, post: Post) -> Iterator[Judgement]:
    if post.side is not None:
        titles = [title for title in store.titles_learned(post.side) if _means(title, post)]
        yield from (one for title in titles[:_TITLES] for one in store.holders_learned(post.side, title))


def holder_of(store: Store, office: str, side: str | None, on: date) -> Holder:
    """Who held an office, or which offices a person held, by the tables and by what texts tell.

    Raises UsageError: the words name neither, or an office of several states and no side is given.
    """
    try:
        post = protocol().find(office, side, on)
    except UsageError:
        learned = store.offices_held(office)
    else:
        posts = [post, *(one.post for one in protocol().stands_for(post, on) if one.post)]
        learned = [one for each in posts for one in _judged(store, each)]
    return find_holder(protocol(), office, side=side, on=on, learned=learned)


def counterparts_of(store: Store, post: Post, of: str, on: date) -> Counterparts:
    """Who answers to an office in another state, by the tables and by what texts tell.

    Raises UsageError: it is the office's own state.
    """
    if of == post.side:
        raise UsageError(f"{protocol().posts.name(of)} is the office's own; counterparts are in another state")
    two = (post.side, of) if post.side else None
    wanted = Filter(kinds=("contact",), between=two, reasons=("protocol",))
    posts = [post, *(one.post for one in protocol().counterparts(post, of, on) if one.post)]
    return find_counterparts(
        protocol(), post, of=of, on=on, entries=store.ask(wanted, limit=_EVIDENCE) if two else (),
        learned=[one for each in posts for one in _judged(store, each)],
    )  # fmt: skip


def _means(title: str, post: Post) -> bool:
    return title == post.office or (post.side is not None and meaning_of(title, post.side) == post)


@lru_cache(4096)
def meaning_of(title: str, side: str) -> Post | None:
    """The office of a side that is called so, None where none is, or where several may be meant."""
    return protocol().posts.meaning(title, side)
