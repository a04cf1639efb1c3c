"""The two states an article is about, if it is about two: who a contact that names one of them is with."""

from __future__ import annotations

from collections import Counter

from pourparler.knowledge import Category
from pourparler.reading.actors import Actors, official
from pourparler.reading.syntax import Syntax
from pourparler.records import Actor

_NAMES = (Category.STATE, Category.ADJECTIVE, Category.DEMONYM, Category.CAPITAL, Category.METONYM)
#: The second state is named so often at least, and any third a third as often at most.
_OFTEN, _RARELY = 2, 3


def main_pair(syntax: Syntax, actors: Actors) -> frozenset[str]:
    """The countries of the two states that an article is about; empty where it is about one, or three."""
    named: Counter[str] = Counter()
    for i in actors.names:
        if i == actors.names[i][0][0]:
            countries = {entry.country for entry in actors.entries(i, *_NAMES) if entry.country}
            named.update(countries if len(countries) == 1 else ())
    top = named.most_common(3)
    if len(top) < 2 or top[1][1] < _OFTEN or (len(top) > 2 and top[2][1] * _RARELY > top[1][1]):
        return frozenset()
    return frozenset(country for country, _ in top[:2])


def partner(syntax: Syntax, actors: Actors, near: int, country: str) -> Actor | None:
    """The last mention before ``near`` of the state itself, else the first one after it."""
    here = [i for i in actors.names if any(e.country == country for e in actors.entries(i, *_NAMES[:1], *_NAMES[3:]))]
    for i in sorted(here, key=lambda k: (k > near, abs(near - k))):
        actor = actors.one(i)
        if official(actor) and actor is not None and actor.country == country:
            return actor
    return None
