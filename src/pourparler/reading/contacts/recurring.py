"""Contacts that one verb tells of twice: "met in January and again in March"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Doc

from pourparler.reading.contacts.drafts import Draft
from pourparler.reading.evidence import sentence_text
from pourparler.reading.syntax import Syntax
from pourparler.records import Contact, Date, Factuality, Status

#: What may stand between "again" and the second date.
_LINKS = frozenset({"in", "on", "at", "again", "and", "then", "early", "late", "once", "earlier", "later"})
#: How many words lie between two dates of one verb at most.
_NEAR = 4


def recurred(doc: Doc, draft: Draft, contact: Contact) -> Iterator[Contact]:
    """The contact, and one more of the second date, where the words tell that it was held again.

    "Lund and Berg met in January and again in March." -> held in January; held in March
    """
    yield contact
    if contact.status is not Status.HELD or contact.factuality is not Factuality.ACTUAL or contact.count is not None:
        return
    second = _second_date(doc, draft, contact.when)
    if second is not None:
        record_id = doc._.ids.make("contact", doc._.syntax.word[draft.top], sentence_text(doc._.syntax, draft.top))
        doc._.traces[record_id] = doc._.traces[contact.id]
        yield replace(contact, id=record_id, when=second, due=None)


def _second_date(doc: Doc, draft: Draft, first: Date | None) -> Date | None:
    """The date behind "and again", in the verb's own sentence, close behind the first."""
    syntax: Syntax = doc._.syntax
    if first is None or first.text is None or first.start is None or first.end is None:
        return None
    for told in doc._.dates.all:
        if told.start is None or told.start < first.end:
            continue
        a, b = syntax.at(first.end), syntax.at(told.start)
        between = syntax.lower[a:b]
        near = len(between) <= _NEAR and syntax.sentence_of[b] == syntax.sentence_of[draft.top]
        if near and "again" in between and set(between) <= _LINKS | {","}:
            return told if isinstance(told, Date) else None
        return None
    return None
