"""Calls that fail: "could not reach the general", "nobody answered", "did not lift the receiver"."""

from __future__ import annotations

from pourparler.reading.actors import Actors, official
from pourparler.reading.contacts.channels import line_before
from pourparler.reading.contacts.drafts import Draft
from pourparler.reading.contacts.hosts import host
from pourparler.reading.contacts.phrases import Idiom, particles, two_sides
from pourparler.reading.contacts.standing import is_line
from pourparler.reading.factuality import factuality
from pourparler.reading.syntax import Syntax
from pourparler.records import Channel, Factuality, side_of

_CALLING = frozenset({"phone", "telephone", "ring", "call", "dial", "try", "contact", "hail", "radio", "reach"})
_NOBODY = frozenset({"nobody", "none", "noone"})


def reaching(syntax: Syntax, actors: Actors, i: int, idiom: Idiom) -> Draft | None:
    """ "could not reach the general": an attempt that met silence."""
    if syntax.passive(i) or factuality(syntax, i) is not Factuality.NEGATED:
        return None
    auxiliaries = set(syntax.auxiliaries(i))
    tried = {"could", "can", "ca"} & auxiliaries or syntax.dep[i] == "xcomp"
    other = syntax.patient(i)
    if idiom.words:  # "get through to"
        near = [k for c in (i, *syntax.children(i, "advmod", "compound:prt")) for k in syntax.obliques(c, "to")]
        other = next(iter(near), None) if idiom.words & particles(syntax, i) else None
    caller = _complaining(syntax, i) or syntax.subject(i)
    found = two_sides(syntax, actors, caller, other) if tried else None
    if found is None:
        return None
    draft = Draft(i, idiom.channel, False, facing=found[1], initiator=found[0], doer=caller)
    draft.told = idiom.status, Factuality.ACTUAL
    return draft


def _complaining(syntax: Syntax, i: int) -> int | None:
    """ "*Swedish* complaints about not being able to get through": whose complaint it is."""
    for noun in syntax.ancestors(i):
        if syntax.pos[noun] == "NOUN":
            return next(iter(syntax.named_modifiers(noun)), syntax.possessor(noun))
        if syntax.finite(noun):
            return None
    return None


def hearing(syntax: Syntax, actors: Actors, i: int, idiom: Idiom) -> Draft | None:
    """ "has yet to hear back from the general", "we have not heard back": an attempt that met silence."""
    if factuality(syntax, i) is not Factuality.NEGATED or syntax.patient(i) is not None:
        return None
    back = bool(idiom.words & particles(syntax, i))
    other = next(iter(syntax.obliques(i, "from")), None)
    caller = _waiting(syntax, i)
    found = two_sides(syntax, actors, caller, other)
    if found is not None and (back or actors.one(other)):
        draft = Draft(i, idiom.channel, False, facing=found[1], initiator=found[0], doer=other)
    elif back and other is None and official(actors.one(caller)):
        draft = Draft(i, idiom.channel, False, about_earlier=True, initiator=actors.one(caller))
    else:
        return None
    draft.told = idiom.status, Factuality.ACTUAL
    return draft


def _waiting(syntax: Syntax, i: int) -> int | None:
    """Who "has yet to hear": the parse may have it with the verb above."""
    subject = syntax.subject(i)
    return syntax.subject(syntax.head[i]) if subject is None else subject


def answering(syntax: Syntax, actors: Actors, i: int, idiom: Idiom) -> Draft | None:
    """ "Nobody answered when Oslo phoned Moscow": the clause tells who called whom."""
    subject = syntax.grammatical_subject(i)
    if subject is None or idiom.words - particles(syntax, i):
        return None
    if not _nobody(syntax, subject):
        return _when_called(syntax, actors, i, idiom)
    for k in syntax.children(i, "advcl"):
        if syntax.lemma[k] not in _CALLING:
            continue
        called = syntax.child(k, "obj", "xcomp", "nsubj:pass")
        found = two_sides(syntax, actors, syntax.subject(k), called)
        if found is not None:
            draft = Draft(i, _channel(syntax, k), False, doer=called, facing=found[1], initiator=found[0], beside=k)
            draft.told = idiom.status, Factuality.ACTUAL
            return draft
    return None


def _when_called(syntax: Syntax, actors: Actors, i: int, idiom: Idiom) -> Draft | None:
    """ "The general did not pick up *when his counterpart called*": the clause tells who called him."""
    if factuality(syntax, i) is not Factuality.NEGATED:
        return None
    called = syntax.grammatical_subject(i)
    for k in syntax.children(i, "advcl"):
        found = two_sides(syntax, actors, syntax.subject(k), called) if syntax.lemma[k] in _CALLING else None
        if found is not None:
            draft = Draft(i, _channel(syntax, k), False, doer=called, facing=found[0], initiator=found[0], beside=k)
            draft.told = idiom.status, Factuality.ACTUAL
            return draft
    return None


def _nobody(syntax: Syntax, i: int) -> bool:
    return syntax.lower[i] in _NOBODY or (
        syntax.lower[i] == "one" and any(syntax.lower[k] == "no" for k in syntax.kids[i])
    )


def _channel(syntax: Syntax, verb: int) -> Channel:
    by = {syntax.lemma[k] for k in syntax.obliques(verb, "by", "on", "over", "via", "through")}
    if "hotline" in by:
        return Channel.HOTLINE
    return (
        Channel.PHONE if syntax.lemma[verb] in ("phone", "telephone", "ring", "call", "dial") else Channel.UNSPECIFIED
    )


def lifting(syntax: Syntax, actors: Actors, i: int, idiom: Idiom) -> Draft | None:
    """ "did not lift the receiver": no answer to a call told before."""
    thing = syntax.patient(i)
    fact = factuality(syntax, i)
    if thing is None or syntax.lemma[thing] not in idiom.words or fact is not Factuality.NEGATED:
        return None
    if (rung := _when_called(syntax, actors, i, idiom)) is not None:
        return rung
    doer = syntax.grammatical_subject(i)
    draft = Draft(i, idiom.channel, False, about_earlier=True, doer=None if doer is None else doer)
    draft.told = idiom.status, Factuality.ACTUAL
    return draft


def ringing_out(syntax: Syntax, actors: Actors, i: int, idiom: Idiom) -> Draft | None:
    """ "Oslo called twice but *Riga did not pick up*": whom one called, the silence tells."""
    if syntax.children(i, "obj", "iobj", "xcomp", "ccomp") or syntax.obliques(i, "for", "on"):
        return None
    for k in syntax.children(i, "conj", "advcl"):
        silent = syntax.lemma[k] in _TAKING and factuality(syntax, k) is Factuality.NEGATED
        found = two_sides(syntax, actors, syntax.subject(i), syntax.subject(k)) if silent else None
        if found is not None and syntax.child(k, "obj") is None:
            draft = Draft(
                k, idiom.channel, False, doer=syntax.subject(k), facing=found[0], initiator=found[0], beside=i
            )
            draft.told = idiom.status, Factuality.ACTUAL
            return draft
    return None


_TAKING = frozenset({"pick", "answer", "respond", "reply"})
_REPLIES = frozenset({"reply", "answer", "response"})
_GETTING = frozenset({"get", "receive", "have", "obtain"})


def unheard(syntax: Syntax, actors: Actors, i: int, idiom: Idiom) -> Draft | None:
    """ "Oslo *tried the hotline* twice *and got no reply*": whom it rang, the line tells or an earlier word of it."""
    silent = _silent(syntax, i)
    caller = actors.one(syntax.subject(i)) if silent is not None else None
    if silent is None or caller is None or not official(caller):
        return None
    near = (syntax.patient(i), *syntax.obliques(i, "on", "over", "via", "through", "by"))
    thing = next((k for k in near if k is not None and is_line(syntax, k)), None)
    called = syntax.child(i, "obj", "xcomp") if thing is None or syntax.patient(i) != thing else None
    if thing is None and (called is not None or line_before(syntax, i) is not Channel.HOTLINE):
        return None  # "rang Riga and got no reply": the verb tells all
    core = i if thing is None else thing
    draft = Draft(core, Channel.HOTLINE, True, steps=[(i, idiom.status)], initiator=caller)
    draft.links = [silent]
    draft.told, draft.made = (idiom.status, Factuality.ACTUAL), True
    far = [called, *(k for c in (thing, i) if c is not None for k in syntax.obliques(c, "to", "with"))]
    for k in (k for k in far if k is not None):
        party = actors.one(k) or host(syntax, actors, k)
        if party is not None and official(party) and side_of(party) != side_of(caller):
            draft.doer, draft.facing = k, party
            break
    return draft


def _silent(syntax: Syntax, i: int) -> int | None:
    """What tells that a call was not taken: "got *no reply*", "without *an answer*", "but it *was not answered*"."""
    joined = syntax.children(i, "conj", "advcl")
    nouns = [syntax.child(k, "obj") for k in joined if syntax.lemma[k] in _GETTING]
    for k in (k for k in nouns if k is not None and syntax.lemma[k] in _REPLIES):
        if syntax.negation(k) is not None or syntax.negation(syntax.head[k]) is not None:
            return k
    if (without := next((k for k in syntax.obliques(i, "without") if syntax.lemma[k] in _REPLIES), None)) is not None:
        return without
    taken = (k for k in joined if syntax.lemma[k] in _TAKING and factuality(syntax, k) is Factuality.NEGATED)
    return next((k for k in taken if syntax.passive(k) or _nobody_did(syntax, k)), None)


def _nobody_did(syntax: Syntax, k: int) -> bool:
    subject = syntax.subject(k)
    return subject is not None and _nobody(syntax, subject)
