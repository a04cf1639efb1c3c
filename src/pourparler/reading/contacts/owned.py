"""People whose side only the words beside them tell: "Norway's Lund", "Oslo said Lund had met the Russian envoy"."""

from __future__ import annotations

from dataclasses import replace

from pourparler.knowledge import Category
from pourparler.reading.actors import Actors, official
from pourparler.reading.contacts.acting import acting_token
from pourparler.reading.contacts.drafts import Draft
from pourparler.reading.contacts.sides import counterparts
from pourparler.reading.syntax import Syntax
from pourparler.records import Actor, side_of

#: Verbs by which a ministry tells what its own people did.
_TELLING = frozenset({"say", "announce", "confirm", "report", "tell", "add", "note", "state", "disclose", "reveal"})


def owned(syntax: Syntax, actors: Actors, draft: Draft, here: set[str | None]) -> list[tuple[int, Actor]]:
    """Those who took part and hold no office that the text tells, by token, as of the state that owns their name.

    "Norway's Ole Berg met the Russian envoy" -> Berg, for Norway; two of whom no office is told may be two athletes.
    """
    acting = acting_token(syntax, draft)
    found: list[tuple[int, Actor]] = []
    for k in (*([acting] if acting is not None else []), *counterparts(syntax, draft)):
        owner = syntax.possessor(k)
        if owner is None or not actors.entries(owner, Category.STATE):
            continue
        if k != acting and syntax.child(k, "flat") is not None and syntax.pos[draft.core] == "VERB":
            continue  # "met Latvia's Edgars Ozols", who may be an athlete; "Latvia's Ozols" is known
        state, person = actors.one(owner), actors.one(k)
        named = person is not None and (person.person is not None or (syntax.tag[k] == "NNP" and k not in actors.names))
        if state is None or person is None or not named or official(person) or side_of(state) in here:
            continue
        if person.person is None and (k in actors.entity_at or person.sectors):
            continue  # "Norway's Equinor"
        found.append((k, replace(person, country=state.country, sectors=state.sectors, code=state.code)))
    return found


def of_the_teller(syntax: Syntax, actors: Actors, draft: Draft, here: set[str | None]) -> Actor | None:
    """Who took the step, as of the state whose ministry tells it, where nothing else tells whose he is.

    "The Norwegian ministry said Secretary Ole Berg would meet the Russian envoy" -> Berg, for Norway
    """
    acting = acting_token(syntax, draft)
    if acting is None or syntax.possessor(acting) is not None:
        return None
    doer, top = actors.one(acting), draft.top
    if doer is None or doer.country is not None or not (doer.person or _ones_own(syntax, acting)):
        return None
    over = syntax.head[top]
    if syntax.dep[top] != "ccomp" or syntax.lemma[over] not in _TELLING or syntax.passive(over):
        return None
    told = syntax.grammatical_subject(over)
    teller = actors.one(told)
    if teller is None or not official(teller) or teller.country is None or side_of(teller) in here:
        return None
    if teller.person is not None and "spokes" not in (teller.office or ""):
        return None
    sectors = doer.sectors or teller.sectors
    return replace(doer, country=teller.country, sectors=sectors, code=actors.known.code(teller.country, None, sectors))


def _ones_own(syntax: Syntax, k: int) -> bool:
    """ "a senior diplomat", "the minister": somebody of the teller's, where no other state is told."""
    return syntax.tag[k] == "NN" and not syntax.named_modifiers(k) and not syntax.obliques(k, "of", "from")
