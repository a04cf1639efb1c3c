"""Who carried, hosted or brokered a contact without being a side of it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pourparler.reading.actors import Actors, official
from pourparler.reading.contacts.drafts import Draft
from pourparler.reading.contacts.sides import Sides, hosts_two
from pourparler.reading.contacts.words import MEDIATING, MEDIATION
from pourparler.reading.syntax import Syntax
from pourparler.records import Actor, Channel, Status, side_of

_FORMER = re.compile(r"(?:the |our |his |her |their )?(?:former |ex-)", re.IGNORECASE)
#: Who is called a mediator mediates, whatever part the sentence gives him: "*UN mediators* met both delegations".
_MEDIATOR = re.compile(
    r"\b(?:mediators?|mediat(?:ion|ing) (?:team|mission|committee|panel)|facilitators?|intermediar(?:y|ies)|"
    r"go-betweens?|peace envoy)\b",
    re.IGNORECASE,
)
#: "the government's delegation to the mediation committee".
_SERVED = re.compile(r"\b(?:to|with) the .*mediat", re.IGNORECASE)
#: Where the words that tell who wished it were taken for part of a name.
_AT_THE_WISH = re.compile(r" at the (?:request|instance|behest|invitation|initiative|insistence|urging) of ")
#: What one of three does who is no side: "with Uganda as mediator".
_PARTS = frozenset({"mediator", "host", "facilitator", "broker", "intermediary", "moderator", "chair", "go-between"})
_THROUGH = frozenset({"through", "via"})


_RECEIVING = frozenset({"receive", "welcome"})


def take_out_mediators(syntax: Syntax, actors: Actors, draft: Draft, sides: Sides) -> None:
    """Notes the mediators, who then are no sides; a host without whom there are not two sides stays one.

    "Norway and Sweden held talks mediated by Finland." -> Finland
    """
    told = {side_of(a): a for k in _tokens(syntax, actors, draft) for a in actors.all(k) if official(a)}
    told |= {side_of(a): a for a in sides.participants if _MEDIATOR.search(a.text) and not _SERVED.search(a.text)}
    others = {side_of(a) for a in sides.participants} - told.keys()
    if not told or len(others) < (1 if _of_others(syntax, draft, sides) else 2):
        return
    sides.mediators = tuple(told.values())
    if sides.initiator is not None and side_of(sides.initiator) in told:
        sides.initiator, sides.target = None, None  # a host that offers wants the contact of others
    elif sides.target is not None and side_of(sides.target) in told:
        sides.target = None


def _of_others(syntax: Syntax, draft: Draft, sides: Sides) -> bool:
    """ "UN mediators tried to keep *Oslo's peace talks* alive": talks of Oslo with somebody who is not told."""
    called = any(_MEDIATOR.search(a.text) for a in sides.participants)
    among = [k for c in (draft.core, *draft.links) for k in syntax.obliques(c, "with", "between")]
    kept_up = bool(draft.steps) and draft.steps[-1][1] != Status.HELD
    return called and kept_up and draft.channel is Channel.TALKS and not among


def leave_out_private(sides: Sides) -> None:
    """Takes out who holds no office any more ("former president Ann Lie invited both"), and acts for no state."""
    wanting = sides.initiator
    sides.by, sides.initiator, sides.target = (
        None if actor is not None and _private(actor) else actor for actor in (sides.by, sides.initiator, sides.target)
    )
    if wanting is not None and sides.initiator is None:
        sides.target = None  # he wanted something of both
    sides.others = [actor for actor in sides.others if not _private(actor)]


def _private(actor: Actor) -> bool:
    former = bool(actor.person or actor.office) and _FORMER.match(actor.text) is not None
    return former or _AT_THE_WISH.search(actor.text) is not None


def _tokens(syntax: Syntax, actors: Actors, draft: Draft) -> Iterator[int]:
    chain = dict.fromkeys((draft.core, *draft.links, *(k for k, _ in draft.steps)))
    for v in chain:
        if (host := _hosting(syntax, v)) is not None and (v != draft.core or hosts_two(syntax, actors, v)):
            yield host
    yield from _inviting(syntax, actors, draft)
    yield from _asked_to_carry(syntax, draft)
    for i in chain:
        for k in (*syntax.kids[i], *(c for t in syntax.kids[i] if syntax.lower[t] == "thanks" for c in syntax.kids[t])):
            if syntax.lemma[k] in MEDIATING and syntax.dep[k] in ("acl", "acl:relcl", "amod") and syntax.passive(k):
                yield from _of_participle(syntax, k)
            elif syntax.lemma[k] in MEDIATION and syntax.relation[k] in ("obl", "nmod"):
                yield from _of_mediation(syntax, k)
            elif syntax.relation[k] in ("obl", "nmod") and syntax.preposition(k) in _THROUGH:
                yield k
        yield from _between_them(syntax, i)


def _inviting(syntax: Syntax, actors: Actors, draft: Draft) -> Iterator[int]:
    """ "Oslo invited the Omani leader to meet the Yemeni one": who brings two others together."""
    if draft.channel is Channel.VISIT or syntax.pos[draft.core] != "VERB":
        return
    met = syntax.patient(draft.core)
    among = {side_of(a) for a in actors.all(syntax.grammatical_subject(draft.core)) if official(a)}
    for k, status in draft.steps:
        if status is Status.OFFERED and len(among) > 1 and (proposer := syntax.subject(k)) is not None:
            yield proposer  # "proposed that the two presidents meet"
        if status is not Status.OFFERED or met is None:
            continue
        verbal = syntax.pos[k] == "VERB"
        guest = syntax.patient(k) if verbal else syntax.subject(draft.top)
        owners = [*syntax.obliques(k, "from", "by"), syntax.possessor(k), *syntax.named_modifiers(k)]
        inviter = syntax.subject(k) if verbal else next((c for c in owners if c is not None), None)
        if guest is not None and inviter is not None and inviter != guest and met != guest:
            yield inviter


def _asked_to_carry(syntax: Syntax, draft: Draft) -> Iterator[int]:
    """ "Oslo asked *Oman* to pass a message to Riga": who is asked carries it, as does who delivers Oslo's letter."""
    if draft.channel is not Channel.MESSAGE or draft.doer is None:
        return
    agent = syntax.agent(draft.core) if syntax.passive(draft.core) else None
    if agent is not None and agent != draft.doer:
        yield agent
    carried = draft.top != draft.core
    if carried and syntax.pos[draft.core] == "VERB" and syntax.subject(draft.top) == draft.doer:
        yield from (k for k in syntax.children(draft.top, "obj", "iobj") if k == syntax.subject(draft.core))


def _between_them(syntax: Syntax, i: int) -> Iterator[int]:
    """ "met *with Uganda as mediator*", "with an Italian admiral *in the chair*", "with Qatar mediating"."""
    for k in syntax.kids[i]:
        if k < i or syntax.relation[k] not in ("obl", "nmod", "advcl"):
            continue
        if syntax.relation[k] == "advcl" and syntax.tag[k] == "VBG" and syntax.lemma[k] in MEDIATING | {"preside"}:
            subject = syntax.child(k, "nsubj")
            if subject is not None and any(syntax.lower[c] == "with" for c in syntax.kids[k]):
                yield subject
        near = [c for c in (*syntax.kids[i], *syntax.kids[k]) if k < c <= syntax.edges(k)[1] + 6]
        part = next((c for c in near if syntax.lemma[c] in _PARTS and _as_part(syntax, c)), None)
        first = syntax.edges(k)[0]
        opened = "with" in syntax.lower[max(first - 1, 0) : k]
        if part is not None and opened and syntax.lemma[k] not in _PARTS:
            yield k


def _as_part(syntax: Syntax, k: int) -> bool:
    before = syntax.lower[max(k - 3, 0) : k]
    return "as" in before or before[-2:] == ["in", "the"]


def _hosting(syntax: Syntax, verb: int) -> int | None:
    """Who hosts: "Finland hosted talks between Norway and Sweden"."""
    return syntax.subject(verb) if syntax.pos[verb] == "VERB" and syntax.lemma[verb] in MEDIATING | _RECEIVING else None


def _of_participle(syntax: Syntax, k: int) -> Iterator[int]:
    """ "mediated by Oman", "Omani-mediated"."""
    agent = syntax.agent(k)
    if agent is not None:
        yield agent
    yield from (c for c in syntax.kids[k] if c < k and syntax.word[c][:1].isupper())


def _of_mediation(syntax: Syntax, k: int) -> Iterator[int]:
    """ "thanks to Angolan mediation", "in the presence of Iraqi officials"."""
    owner = syntax.possessor(k)
    if owner is not None:
        yield owner
    yield from syntax.obliques(k, "of", "by", "from")
    yield from (c for c in syntax.children(k, "amod", "compound") if syntax.word[c][:1].isupper())
