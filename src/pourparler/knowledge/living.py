"""Names as of a day: what a young state's army was before the state came to be, and what its rebels have become."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from pourparler.knowledge.entries import Category, Entry, Found
from pourparler.knowledge.finder import NameFinder


class LivingNames:
    """A finder without what did not exist on the day: ``born`` and ``unborn`` are the young states of it.

    The SPLA of 2004 is an armed group of Sudan; that of 2014 is the army of South Sudan, which came to be in 2011.
    """

    def __init__(self, finder: NameFinder, born: Collection[str], unborn: Collection[str]) -> None:
        self._finder, self._born, self._unborn = finder, frozenset(born), frozenset(unborn)

    def find(self, text: str) -> list[Found]:
        """All names in order that stood for something on the day."""
        told = ((found, self._living(found.entries)) for found in self._finder.find(text))
        return [found if kept is found.entries else replace(found, entries=kept) for found, kept in told if kept]

    def entries(self, name: str) -> tuple[Entry, ...]:
        """What exactly this name stood for on the day."""
        return self._living(self._finder.entries(name))

    def _living(self, entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
        if not any(e.country in self._unborn or e.country in self._born for e in entries):
            return entries
        army = any(e.category is Category.BODY and e.country in self._born for e in entries)
        kept = [e for e in entries if e.country not in self._unborn]
        return tuple([e for e in kept if not (army and e.category is Category.ORGANISATION and "REB" in e.sectors)])
