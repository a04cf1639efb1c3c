"""Invitations: "invited the minister to Oslo", "went at the invitation of Algeria"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from pourparler.reading.actors import Actors, official
from pourparler.reading.contacts.climbing import climb
from pourparler.reading.contacts.drafts import ANSWERS, CORE_LEMMAS, Draft
from pourparler.reading.contacts.hosts import host
from pourparler.reading.contacts.steps import step_of
from pourparler.reading.contacts.words import PASSING_ON
from pourparler.reading.syntax import Syntax
from pourparler.reading.tables import rows
from pourparler.records import Actor, Channel, Status, side_of

#: Verbs of being where one is invited to: "to attend the parade".
_ATTENDING = frozenset(row["lemma"] for row in rows("visits") if row["kind"] == "attending")


def invited(syntax: Syntax, actors: Actors, i: int) -> Iterator[Draft]:
    """ "invited the minister to Oslo", "invited the minister to attend a parade"."""
    guest = syntax.patient(i)
    doing = syntax.child(i, "xcomp", "ccomp", "advcl")
    paid = _visit_paid(syntax, doing)
    attends = doing is not None and (syntax.lemma[doing] in _ATTENDING or paid is not None)
    places = [
        k
        for k in (*syntax.obliques(i, "to", "for"), *(syntax.obliques(paid, "to") if paid is not None else ()))
        if syntax.lemma[k] not in CORE_LEMMAS and k not in actors.forums
    ]
    if guest is None:
        return
    inviter = actors.one(syntax.subject(i))
    places += [k for k in syntax.obliques(guest, "to") if _at_home(syntax, actors, k, inviter)]
    aim = doing is None or syntax.dep[doing] == "advcl"  # "invited them to Oslo to honour the fallen"
    if not (attends or (aim and places)):
        return
    found = [a for a in actors.all(guest) if official(a)]
    unnamed = syntax.subject(i) is None
    facing = inviter if official(inviter) else None
    if unnamed:  # "was invited to Riga"
        facing = next((h for k in places if (h := host(syntax, actors, k))), None)
    if not found or facing is None or side_of(facing) in {side_of(a) for a in found}:
        return
    draft = Draft(i, Channel.VISIT, False, steps=[(i, Status.OFFERED)], place=places[0] if places else None)
    draft.facing = facing if facing is not inviter else None
    climb(syntax, draft)
    yield draft


def _visit_paid(syntax: Syntax, doing: int | None) -> int | None:
    """ "invited him to *make a state visit* to Norway"."""
    thing = syntax.child(doing, "obj") if doing is not None and syntax.lemma[doing] in ("make", "pay") else None
    return thing if thing is not None and syntax.lemma[thing] in ("visit", "trip") else None


def _at_home(syntax: Syntax, actors: Actors, place: int, inviter: Actor | None) -> bool:
    """ "invited the Russian minister *to Oslo*", which the parse may hang on the guest: the place is the inviter's."""
    there = host(syntax, actors, place)
    return there is not None and inviter is not None and side_of(there) == side_of(inviter)


def at_invitation(syntax: Syntax, actors: Actors, i: int) -> Iterator[Draft]:
    """ "went at the invitation of Algeria"; "declined a Russian invitation for the minister to attend"."""
    guest: int | None
    if syntax.preposition(i) in ("at", "on", "upon"):
        inviter = next(iter(syntax.obliques(i, "of", "from", "by")), syntax.possessor(i))
        guest = syntax.subject(syntax.head[i]) if syntax.pos[syntax.head[i]] == "VERB" else None
        draft = Draft(i, Channel.VISIT, False, steps=[(i, Status.OFFERED)], doer=inviter)
    elif (receiver := _receiver(syntax, i)) is not None:
        verb = syntax.head[i]
        inviter, guest = syntax.subject(verb), receiver
        draft = Draft(verb, Channel.VISIT, False, steps=[(verb, Status.OFFERED)], doer=inviter, links=[i])
    else:
        doing = syntax.child(i, "acl")
        attends = doing is not None and syntax.lemma[doing] in _ATTENDING
        guest = next(iter(syntax.obliques(i, "for")), None) if attends else None
        draft = Draft(i, Channel.VISIT, False, steps=[(i, Status.OFFERED)])
        inviter = next(iter(syntax.named_modifiers(i)), syntax.possessor(i))
        climb(syntax, draft)
        if not attends or not (draft.steps[1:] or syntax.lemma[syntax.head[i]] in PASSING_ON):
            return
    hosting, invited = actors.one(inviter), actors.one(guest)
    if hosting is None or invited is None or not official(hosting) or not official(invited):
        return
    if side_of(hosting) != side_of(invited):
        draft.facing = invited
        yield draft
        yield from _answered(syntax, i, draft, guest)


def _answered(syntax: Syntax, i: int, offered: Draft, guest: int | None) -> Iterator[Draft]:
    """ "an invitation to the minister, *which he accepted*": what the one invited made of it."""
    for k in syntax.subtree(syntax.head[i]):
        relative = syntax.dep[k] == "acl:relcl" and k > i and syntax.child(k, "obj") is not None
        status = step_of(syntax, k, i) if relative else None
        thing = syntax.child(k, "obj")
        if isinstance(status, Status) and status in ANSWERS and thing is not None and syntax.lower[thing] == "which":
            yield replace(offered, core=i, steps=[(i, Status.OFFERED), (k, status)], doer=guest, links=[])


def _receiver(syntax: Syntax, i: int) -> int | None:
    """Who is invited in "extended an invitation to the minister", if not to talks, which other words tell."""
    verb = syntax.head[i]
    if syntax.relation[i] != "obj" or syntax.lemma[verb] not in PASSING_ON:
        return None
    near = [*syntax.obliques(verb, "to"), *syntax.obliques(i, "to")]
    doing = [*syntax.children(verb, "advcl", "xcomp"), *syntax.children(i, "acl", "advcl")]
    about = [*doing, *(k for c in doing for k in syntax.children(c, "obj", "obl"))]
    others = CORE_LEMMAS - {"visit", "trip"}
    if any(syntax.lemma[k] in others for k in (*near, *about, *syntax.obliques(i, "for"))):
        return None  # "renewed the invitation to the minister to begin talks"
    return next(iter([*syntax.children(verb, "iobj"), *near]), None)
