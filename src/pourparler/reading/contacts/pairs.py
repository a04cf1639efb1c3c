"""The two sides an article is about, if it is about two: who a contact that names one of them, or none, is between."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from pourparler.knowledge import Category, Entry
from pourparler.reading.actors import Actors, official
from pourparler.reading.syntax import Syntax
from pourparler.records import Actor, side_of

_OF_STATES = (Category.STATE, Category.ADJECTIVE, Category.DEMONYM, Category.CAPITAL, Category.METONYM, Category.BODY)
_ACTING = (Category.STATE, Category.CAPITAL, Category.METONYM, Category.ORGANISATION)
_FORCES = frozenset({"COP", "MIL"})
_ARMED = frozenset({"REB", "PRM"})
#: The second side is named so often at least, and any third so many times less often.
_OFTEN, _RARER = 2, 2


def main_pair(actors: Actors) -> tuple[str, ...]:
    """The two sides that an article is about, as ``side`` tells them; empty where it is about one, or about three."""
    named: Counter[str] = Counter()
    homes: dict[str, str | None] = {}
    for i in actors.names:
        if i == actors.names[i][0][0]:
            entries = actors.entries(i, *_OF_STATES, Category.ORGANISATION)
            homes |= {entry.name: entry.country for entry in entries if _ARMED & set(entry.sectors[:1])}
            named.update(_sides(entries))
    top = named.most_common(3)
    if len(top) < 2 or top[1][1] < _OFTEN:
        return ()
    civil = homes.get(top[0][0]) == top[1][0] or homes.get(top[1][0]) == top[0][0]  # a state and rebels at home
    if len(top) > 2 and top[2][1] * (1 if civil else _RARER) >= top[1][1] + (not civil):
        return ()
    return tuple(name for name, _ in top[:2])


def _sides(entries: Iterable[Entry]) -> set[str]:
    """The one state, or else the one armed organisation, that a name stands for."""
    states = {entry.country for entry in entries if entry.country and entry.category in _OF_STATES}
    armed = {entry.name for entry in entries if _ARMED & set(entry.sectors[:1])}
    found = states or armed
    return found if len(found) == 1 else set()


def _shouted(word: str) -> bool:
    """ "SEOUL": where the report was filed, a party only where nothing else names it; "US" and "UAE" are short."""
    return word.isupper() and len(word) > 3


def partner(syntax: Syntax, actors: Actors, near: int, wanted: str) -> Actor | None:
    """The last mention before ``near`` of that side itself, else the first one after it."""
    forces = {i for i in actors.names if any(_FORCES & set(e.sectors) for e in actors.entries(i, Category.BODY))}
    guards = {i for i in forces if any("COP" in e.sectors for e in actors.entries(i, Category.BODY))}
    here = [i for i in actors.names if i in forces or actors.entries(i, *_ACTING)]
    rank = {i: 0 if actors.entries(i, *_ACTING) else 1 + (i not in guards) for i in here}
    for i in sorted(here, key=lambda k: (rank[k], _shouted(syntax.word[k]), k > near, abs(near - k))):
        actor = actors.one(i)
        if actor is not None and official(actor) and side_of(actor) == wanted and syntax.pos[i] in ("NOUN", "PROPN"):
            return actor
    return None
