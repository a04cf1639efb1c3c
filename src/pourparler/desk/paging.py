"""Turning the pages of a list: from place to place, in either direction."""

from __future__ import annotations

from dataclasses import dataclass

from pourparler.desk.filters import Asked
from pourparler.records import Entry
from pourparler.store import Cursor, Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaf:
    """One page of entries, and what asks for the page before it and behind it; None where there is none."""

    entries: tuple[Entry, ...]
    back: Asked | None
    on: Asked | None


def read_leaf(store: Store, asked: Asked) -> Leaf:
    """The page that is asked for."""
    back = asked.before is not None
    behind = Cursor.parse(asked.before) if asked.before else asked.behind
    oldest = (asked.order == "oldest") is not back
    found = store.ask(asked.wanted, limit=asked.limit + 1, behind=behind, once=asked.once, oldest=oldest)
    entries = tuple(found)[: asked.limit][:: -1 if back else 1]
    more = len(found) > asked.limit
    if not entries:
        return Leaf(entries=(), back=asked.but() if behind else None, on=None)
    return Leaf(
        entries=entries,
        back=asked.but(before=str(Cursor.behind(entries[0]))) if (more if back else behind) else None,
        on=asked.but(after=str(Cursor.behind(entries[-1]))) if (back or more) else None,
    )
