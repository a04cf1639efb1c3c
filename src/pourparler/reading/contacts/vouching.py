"""For whom somebody without a state of his own deals: the ministry that tells of it, or the name before his, says."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Doc

from pourparler.reading.actors import Actors, official
from pourparler.reading.contacts.acting import acting_token
from pourparler.reading.contacts.drafts import Draft
from pourparler.reading.contacts.principals import dealing
from pourparler.reading.contacts.sides import Sides, counterparts
from pourparler.reading.descriptions import POSTED
from pourparler.reading.syntax import Syntax
from pourparler.records import Actor, Channel, Status, side_of

#: Who is met by those who receive anybody, as ministers receive athletes.
_ANYBODY = frozenset({Channel.MEETING, Channel.VISIT})


def vouch(doc: Doc, draft: Draft, sides: Sides, status: Status | None) -> bool:
    """Gives the one person without a state, who deals with officials of another, his own; whether one was found.

    "President Kato phoned Norway's king, Uganda's foreign ministry said" -> Kato acts for Uganda;
    "The Norwegian minister phoned Latvia's Edgars Ozols" -> Ozols for Latvia;
    "Norway's ambassador to Latvia met Deputy Foreign Minister Ozols" -> for Latvia, where she is accredited.
    """
    here = {side_of(a) for a in sides.participants}
    if not here:
        return False
    acting = acting_token(doc._.syntax, draft)
    found = dict(_stateless(doc._.syntax, doc._.actors, draft, acting))
    state = None
    for k, one in found.items():
        state = _owning(doc._.syntax, doc._.actors, draft, k) or _telling(doc, draft, one)
        state = state or _receiving(doc, draft, one, acting)
    if len({one.person for one in found.values()}) != 1 or state is None or state in here:
        return False
    k, one = next(iter(found.items()))
    sectors = one.sectors or ("GOV",)
    filled = replace(one, country=state, sectors=sectors, code=doc._.actors.known.code(state, None, sectors))
    if k != acting or sides.joint:
        sides.others.append(filled)
        return True
    sides.by = filled
    if draft.made and status is Status.HELD:
        sides.initiator = filled
    return True


def untold_receiver(syntax: Syntax, draft: Draft) -> bool:
    """ "The president received a call from Oslo", of no state that the words tell: not of one told of before either."""
    got = syntax.lemma[draft.top] in ("receive", "get") and syntax.pos[draft.top] == "VERB"
    return got and draft.doer is not None and draft.facing is None and draft.core != draft.top


def _dealers(syntax: Syntax, draft: Draft, acting: int | None) -> list[int]:
    """The tokens of those who deal with each other."""
    subject = syntax.subject(draft.top) if syntax.pos[draft.top] == "VERB" else None
    named = [k for k in (acting, subject) if k is not None]
    return list(dict.fromkeys(c for k in (*named, *counterparts(syntax, draft)) for c in syntax.conjuncts(k)))


def _receiving(doc: Doc, draft: Draft, one: Actor, acting: int | None) -> str | None:
    """The state to which the envoy who deals with an official of no told state is accredited."""
    if one.office is None or not {"GOV", "MIL"} & set(one.sectors) or POSTED & set(one.office.split()):
        return None  # an ambassador who meets another's envoy may be of any state
    posts = (doc._.actors.posting(k) for k in _dealers(doc._.syntax, draft, acting))
    return next((post.country for post in posts if post is not None and post.country), None)


def _stateless(syntax: Syntax, actors: Actors, draft: Draft, acting: int | None) -> Iterator[tuple[int, Actor]]:
    for k in _dealers(syntax, draft, acting):
        yield from ((k, a) for a in dealing(syntax, actors, k)[:1] if a.person and a.country is None and a.code is None)


def _owning(syntax: Syntax, actors: Actors, draft: Draft, k: int) -> str | None:
    """ "Latvia's Edgars Ozols", who deals with a minister: known to readers as one."""
    owner = syntax.possessor(k)
    named = owner is not None and syntax.pos[owner] == "PROPN" and draft.channel not in _ANYBODY
    state = actors.one(owner) if named else None
    return state.country if official(state) and state is not None and state.sectors == ("GOV",) else None


def _telling(doc: Doc, draft: Draft, one: Actor) -> str | None:
    """The state whose ministry or palace tells of what its own minister or president did."""
    at = doc._.syntax.start[draft.core]
    if one.office is None or not {"GOV", "MIL"} & set(one.sectors):
        return None
    first, end = doc._.syntax.sentences[doc._.syntax.sentence_of[draft.core]]
    here = range(doc._.syntax.start[first], doc._.syntax.end[end - 1])
    near = (s for s in doc._.statements if s.cue is not None and s.cue.start in here)
    told = (s.source for s in near if any(c.start <= at < c.end for c in s.content))
    own = (a for a in told if a is not None and a.person is None and official(a))
    return next((a.country for a in own if {"GOV", "MIL"} & set(a.sectors)), None)
