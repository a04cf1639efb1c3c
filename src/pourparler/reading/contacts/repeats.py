"""Repeats: a contact told again in the same sense by the same source, with nothing added, is no second row."""

from __future__ import annotations

from spacy.tokens import Doc

from pourparler.reading.syntax import Syntax
from pourparler.records import Channel, Contact, Level, Statement, Status, side_of

#: Words that tell of one more contact: "they met again".
_MORE = frozenset({"again", "another", "second", "third", "fourth", "fifth", "new", "further", "also", "later", "next"})
#: What is told twice of one contact; every refusal may be another.
_ONCE = frozenset({Status.HELD, Status.SCHEDULED, Status.POSTPONED, Status.CANCELLED})
_DATING = frozenset({"after", "following", "since", "before", "despite"})
_ALIKE = frozenset({Channel.MEETING, Channel.TALKS, Channel.UNSPECIFIED})


def drop_repeats(doc: Doc, contacts: list[Contact]) -> list[Contact]:
    """The contacts without those that an earlier one tells whole.

    "Oslo and Riga held talks on Monday. ... The talks were held after the raid." -> one contact
    """
    kept: list[Contact] = []
    for contact in contacts:
        if any(_same_step(contact, earlier) and _dating(doc, contact) for earlier in kept):
            continue
        if _more(doc, contact) or not any(
            _told_whole(doc, contact, earlier) and not _joined(doc, contact, earlier) for earlier in kept
        ):
            kept.append(contact)
    return kept


def _told_whole(doc: Doc, contact: Contact, earlier: Contact) -> bool:
    same = contact.status in _ONCE and _same_step(contact, earlier)
    return same and not _adds(contact, earlier) and _teller(doc, contact) == _teller(doc, earlier)


def _same_step(contact: Contact, earlier: Contact) -> bool:
    same_sides = {side_of(a) for a in contact.participants} == {side_of(a) for a in earlier.participants}
    channels = {contact.channel, earlier.channel}
    alike = len(channels) == 1 or channels <= _ALIKE
    return same_sides and alike and (contact.status, contact.factuality) == (earlier.status, earlier.factuality)


def _dating(doc: Doc, contact: Contact) -> bool:
    """ "*After the cancellation* she refused to talk": a noun that only dates something else by what was told."""
    syntax: Syntax = doc._.syntax
    noun = syntax.at(contact.anchor.start)
    definite = any(syntax.lower[k] in ("the", "this") for k in syntax.kids[noun])
    dated = contact.when is not None and contact.when.text
    dating = syntax.pos[noun] == "NOUN" and definite and syntax.preposition(noun) in _DATING
    return contact.status in _ONCE and dating and not dated


def _joined(doc: Doc, contact: Contact, earlier: Contact) -> bool:
    """ "will meet the president *and hold a meeting* with members of his government": two deeds of one sentence."""
    syntax: Syntax = doc._.syntax
    one, other = (syntax.at(c.anchor.start) for c in (contact, earlier))
    thing = syntax.child(one, "obj")
    new = thing is not None and any(syntax.lower[k] in ("a", "an") for k in syntax.kids[thing])
    return syntax.dep[one] == "conj" and syntax.head[one] == other and new


def _adds(contact: Contact, earlier: Contact) -> bool:
    """Whether it tells what the earlier one left out, or tells otherwise."""
    if contact.reasons or contact.conditions or contact.topics or contact.count or contact.mediators:
        return True
    levels = contact.level is not Level.UNSPECIFIED and contact.level is not earlier.level
    dated = any(date is not None and date.text for date in (contact.when, contact.due))
    forum = contact.forum is not None and contact.forum != earlier.forum
    people = {a.person for a in contact.participants} - {a.person for a in earlier.participants} - {None}
    placed = contact.where is not None and (earlier.where is None or contact.where.name != earlier.where.name)
    return levels or dated or forum or placed or bool(people)


def _teller(doc: Doc, contact: Contact) -> str | None:
    """Who tells it: the source of the innermost statement around it."""
    at = contact.anchor.start
    around: list[Statement] = [s for s in doc._.statements if any(c.start <= at < c.end for c in s.content)]
    nearest = min(around, key=lambda s: sum(c.end - c.start for c in s.content), default=None)
    source = nearest.source if nearest is not None else None
    return (source.person or source.name or source.text.lower()) if source is not None else None


def _more(doc: Doc, contact: Contact) -> bool:
    syntax: Syntax = doc._.syntax
    first, end = syntax.sentences[syntax.sentence_of[syntax.at(contact.anchor.start)]]
    return not _MORE.isdisjoint(syntax.lower[first:end])
