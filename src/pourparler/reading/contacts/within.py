"""Whose a contact is that the words name only as the setting of a deed: "handed him over at a flag meeting"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from pourparler.knowledge import Category
from pourparler.reading.actors import Actors, official
from pourparler.reading.contacts.drafts import Draft
from pourparler.reading.syntax import Syntax
from pourparler.records import Actor, side_of

_FORCES = frozenset({"COP", "MIL", "PRM"})
#: What one side does to the other where they meet, with the preposition of the other side.
_PASSING = {"hand": "to", "return": "to", "release": "to", "transfer": "to", "repatriate": "to", "receive": "from"}


def flag_meeting(syntax: Syntax, core: int) -> bool:
    """A meeting under a white flag at a border, or of its liaison officers: always of the forces of both its sides."""
    return syntax.lemma[core] == "meeting" and any(syntax.lower[k] in ("flag", "liaison") for k in syntax.kids[core])


def handing_over(syntax: Syntax, verb: int) -> int | None:
    """Who gets or gives what is passed on: "handed the body over *to the Rangers* at a meeting"."""
    preposition = _PASSING.get(syntax.lemma[verb])
    return next(iter(syntax.obliques(verb, preposition)), None) if preposition else None


def of_setting(syntax: Syntax, actors: Actors, draft: Draft, here: set[str | None]) -> list[Actor]:
    """The sides that the sentence of a flag meeting, else its article, names; those of a handing over.

    "The Rangers handed the man over to the BSF during a flag meeting." -> Pakistan and India
    """
    if flag_meeting(syntax, draft.core):
        found = _distinct(_forces(syntax, actors, draft.core), here)
        if len(found) + len(here) != 2:
            found = _distinct(_bordering(syntax, actors), here)
        return found if len(found) + len(here) == 2 else []
    verb = syntax.head[draft.core]
    other = handing_over(syntax, verb) if syntax.relation[draft.core] == "obl" else None
    if here or other is None:
        return []
    found = _distinct([a for k in (syntax.subject(verb), other) for a in actors.all(k) if official(a)], here)
    return found if len(found) == 2 else []


def _distinct(actors: list[Actor], here: set[str | None]) -> list[Actor]:
    """One actor of each side that is not there yet."""
    out: dict[str | None, Actor] = {}
    for actor in actors:
        if side_of(actor) not in here:
            out.setdefault(side_of(actor), actor)
    return list(out.values())


def _forces(syntax: Syntax, actors: Actors, core: int) -> list[Actor]:
    """The forces that the sentence names."""
    first, end = syntax.sentences[syntax.sentence_of[core]]
    return list(_armed(actors, range(first, end)))


def _bordering(syntax: Syntax, actors: Actors) -> list[Actor]:
    """The forces of the two states whose forces the article names most; none if there are three of them."""
    named = list(_armed(actors, range(syntax.size)))
    counts = Counter(side_of(a) for a in named).most_common(3)
    two = {side for side, _ in counts[:2]} if len(counts) == 2 else set()
    return [a for a in named if side_of(a) in two]


def _armed(actors: Actors, tokens: range) -> Iterator[Actor]:
    for k in tokens:
        if k in actors.names and k == actors.names[k][0][1] and actors.entries(k, Category.BODY):
            actor = actors.one(k)
            if actor is not None and official(actor) and actor.country and _FORCES & set(actor.sectors):
                yield actor
