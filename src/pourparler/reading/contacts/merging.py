"""Contacts that are one: an attempt and the silence that met it, a plan told only by the way of what became of it."""

from __future__ import annotations

from dataclasses import replace

from pourparler.reading.contacts.drafts import RUNG, TRYING, Draft
from pourparler.reading.syntax import Syntax
from pourparler.records import Channel, Contact, Status, side_of


def without_asides(syntax: Syntax, told: list[tuple[Draft, Contact]]) -> list[Contact]:
    """The contacts without plans told by the way: "cancelled talks *scheduled for Sunday*".

    The day of such a plan is the day that the other step gives for the contact.
    """
    others = {draft.core for draft, contact in told if contact.status is not Status.SCHEDULED}
    return [contact for draft, contact in told if not (draft.core in others and _by_the_way(syntax, draft, contact))]


def _by_the_way(syntax: Syntax, draft: Draft, contact: Contact) -> bool:
    participle = syntax.dep[draft.top] in ("acl", "amod") and syntax.tag[draft.top] in ("VBN", "JJ", "VBD")
    return contact.status is Status.SCHEDULED and participle and draft.top != draft.core


def merge_attempts(syntax: Syntax, contacts: list[Contact]) -> list[Contact]:
    """The contacts with each attempt taken into the silence that met it, which keeps its count, channel and day."""
    merged: list[Contact] = []
    for contact in contacts:
        attempt = merged[-1] if merged else None
        if attempt is not None and _met(syntax, attempt, contact):
            told = contact.when if contact.when and contact.when.text else attempt.when
            merged[-1] = replace(
                contact,
                by=contact.by or attempt.target,
                initiator=contact.initiator or attempt.initiator,
                target=contact.target or attempt.target,
                count=contact.count or attempt.count,
                channel=attempt.channel,
                forum=contact.forum or attempt.forum,
                when=told,
                due=attempt.when,
            )
        else:
            merged.append(contact)
    return merged


def _met(syntax: Syntax, attempt: Contact, silence: Contact) -> bool:
    tried = attempt.channel in RUNG or syntax.lemma[syntax.at(attempt.anchor.start)] in TRYING
    rung = attempt.status is Status.HELD and tried and attempt.by is not None
    if silence.status is Status.DECLINED and not rung:
        return False
    if not (rung or attempt.status is Status.SOUGHT) or silence.status not in (Status.UNANSWERED, Status.DECLINED):
        return False
    one, other = (syntax.sentence_of[syntax.at(c.anchor.start)] for c in (attempt, silence))
    caller = attempt.initiator or attempt.by
    same = caller and silence.initiator and side_of(caller) == side_of(silence.initiator)
    if caller and silence.status is Status.UNANSWERED and silence.initiator is None and silence.by is None:
        same = {side_of(a) for a in attempt.participants} == {side_of(a) for a in silence.participants}
    later = other == one + 1 and attempt.channel is not Channel.MESSAGE  # "Oslo phoned Riga. Nobody answered."
    return (one == other or later) and bool(same)
