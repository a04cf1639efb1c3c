"""One sentence on several contacts: "met separately with the ministers of Oslo and Riga" is a meeting with each."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Doc

from pourparler.reading.contacts.drafts import WANTING, Draft
from pourparler.reading.contacts.ranks import rank_of
from pourparler.reading.evidence import sentence_text
from pourparler.reading.syntax import Syntax
from pourparler.records import Actor, Channel, Contact, side_of

_APART = frozenset({"separately", "individually", "separate", "individual"})
#: Contacts that one has with one other, unless the words tell of more.
_OF_TWO = frozenset({Channel.PHONE, Channel.SUMMONS, Channel.VISIT})
_MEETINGS = frozenset({"meetings", "conversations", "calls", "summits"})
_TOGETHER = frozenset(
    {"trilateral", "three-way", "way", "tripartite", "quadrilateral", "conference", "joint", "jointly"}
)


def distributed(doc: Doc, draft: Draft, contact: Contact) -> list[Contact]:
    """The contact, or one for each of those with whom ``by`` dealt apart.

    "Finland held separate talks with Norway and Latvia." -> Finland and Norway; Finland and Latvia
    "Norway and Latvia held separate talks with Finland." -> Norway and Finland; Latvia and Finland
    """
    apart = _said_apart(doc._.syntax, draft) or contact.channel is Channel.SUMMONS  # each summons its own guest
    if contact.by is None and contact.target is None and apart:
        return _each_with(doc, draft, contact)
    one = contact.by
    if (
        one is None
        or side_of(one) not in map(side_of, contact.participants)
        or not _apart(doc._.syntax, draft, contact)
    ):
        return [contact]
    others: dict[str | None, list[Actor]] = {}
    for actor in contact.participants:
        if side_of(actor) != side_of(one):
            others.setdefault(side_of(actor), []).append(actor)
    if len(others) < 2:
        return [contact]
    own = [a for a in contact.participants if side_of(a) == side_of(one)]
    return [_between(doc, draft, contact, own, group, first=k == 0) for k, group in enumerate(others.values())]


def _each_with(doc: Doc, draft: Draft, contact: Contact) -> list[Contact]:
    """One contact for each of several doers, where they dealt apart with one and the same other side."""
    syntax: Syntax = doc._.syntax
    last = max((draft.core, draft.top))
    doers: dict[str | None, list[Actor]] = {}
    met: list[Actor] = []
    for actor in contact.participants:
        ahead = actor.start is not None and actor.start < min(syntax.start[draft.top], syntax.start[draft.core])
        behind = actor.start is not None and actor.start > syntax.start[last]
        if not ahead and not behind:
            return [contact]
        if ahead:
            doers.setdefault(side_of(actor), []).append(actor)
        else:
            met.append(actor)
    if len(doers) < 2 or len({side_of(a) for a in met}) != 1 or side_of(met[0]) in doers:
        return [contact]
    return [
        _taken_by(_between(doc, draft, contact, group, met, first=k == 0), group[0], met[0])
        for k, group in enumerate(doers.values())
    ]


def _taken_by(contact: Contact, doer: Actor, other: Actor) -> Contact:
    """The contact as one doer's step; who is summoned was wanted by the summoner."""
    if contact.channel is not Channel.SUMMONS:
        return replace(contact, by=doer)
    return replace(contact, by=doer, initiator=doer, target=other)


def _between(doc: Doc, draft: Draft, contact: Contact, own: list[Actor], group: list[Actor], *, first: bool) -> Contact:
    """The contact with one group; the first keeps the id, the others take the next on the same words."""
    asked = contact.target is not None or contact.status in WANTING
    target = group[0] if asked and contact.target not in own else contact.target
    initiator = contact.initiator if contact.initiator in (*own, None) else None
    where = contact.where
    if where is not None and where.country not in (None, *(a.country for a in group)) and contact.channel in _OF_TWO:
        where = None  # "will visit Oslo and Riga"
    level = rank_of(doc._.syntax, draft, (*own, *group)) if contact.level is not None else None
    pair = replace(contact, participants=(*own, *group), target=target, initiator=initiator, where=where, level=level)
    if first:
        return pair
    syntax: Syntax = doc._.syntax
    record_id = doc._.ids.make("contact", syntax.word[draft.top], sentence_text(syntax, draft.top))
    doc._.traces[record_id] = doc._.traces[contact.id]
    return replace(pair, id=record_id)


def _apart(syntax: Syntax, draft: Draft, contact: Contact) -> bool:
    """Whether the words tell that each was dealt with alone: "separately", "separate talks", or a call or summons."""
    if _said_apart(syntax, draft) or _owners_meetings(syntax, draft):
        return True
    spoke = syntax.lemma[draft.core] == "speak" and syntax.pos[draft.core] == "VERB"  # one speaks with one at a time
    return (contact.channel in _OF_TWO or spoke) and not _beside(syntax, draft) & _TOGETHER


def _said_apart(syntax: Syntax, draft: Draft) -> bool:
    return bool(_beside(syntax, draft) & _APART)


def _beside(syntax: Syntax, draft: Draft) -> set[str]:
    chain = (draft.core, *draft.links, *(k for k, _ in draft.steps))
    return {syntax.lower[c] for k in chain for c in syntax.kids[k]}


def _owners_meetings(syntax: Syntax, draft: Draft) -> bool:
    """ "his meetings with the presidents of Oslo and Riga": one's own, several, and so one with each."""
    core = draft.core
    several = syntax.lower[core] in _MEETINGS and syntax.possessor(core) is not None
    return several and not _beside(syntax, draft) & _TOGETHER
