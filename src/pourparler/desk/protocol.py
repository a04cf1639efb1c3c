"""What the tables know of offices: loaded once, since they are large."""

from __future__ import annotations

from functools import lru_cache

from pourparler.knowledge import Post, Protocol
from pourparler.ledger.counterparts import Learned, learned_from
from pourparler.store import Store

#: Titles in the words of texts that are taken for one office.
_TITLES = 12


@lru_cache(1)
def protocol() -> Protocol:
    """Offices, their holders, and who is whose counterpart."""
    return Protocol.load()


def side_of(words: str) -> str:
    """The code of a state or organisation, by code or name. Raises UsageError where it is neither."""
    return protocol().posts.side(words)


def between(one: str | None, other: str) -> tuple[str, str] | None:
    """Two sides as records name them."""
    if one is None or one == other:
        return None
    known = protocol().posts.known
    first, second = (code if known.state(code) else f"{code} IGO" for code in (one, other))
    return first, second


def learned_of(store: Store, post: Post) -> tuple[Learned, ...]:
    """Who, texts tell, held an office, in whatever words they call it."""
    if post.side is None:
        return ()
    titles = [title for title in store.titles_learned(post.side) if _means(title, post)]
    return learned_from(one for title in titles[:_TITLES] for one in store.holders_learned(post.side, title))


def _means(title: str, post: Post) -> bool:
    return title == post.office or (post.side is not None and meaning_of(title, post.side) == post)


@lru_cache(4096)
def meaning_of(title: str, side: str) -> Post | None:
    """The office of a side that is called so, None where none is, or where several may be meant."""
    return protocol().posts.meaning(title, side)
