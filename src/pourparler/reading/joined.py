"""Charges and demands joined to another deed: "accused Riga of the raid *and demanded an apology*"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc

from pourparler.reading.syntax import Syntax
from pourparler.records import Event, side_of

#: What is said or sent to somebody, so that it is said to whom the deed it is joined to is done.
_SENT = frozenset({"ACCUSE", "REQUEST", "THREATEN"})
#: Deeds that single out whom the speaker deals with.
_SINGLING = _SENT | {"REJECT", "COERCE", "SANCTION"}
_MORE = frozenset({"also", "further", "moreover", "additionally", "too"})
_SAME = frozenset({"it", "he", "she", "they"})


def with_recipients(doc: Doc, events: Sequence[Event]) -> list[Event]:
    """The events; a charge or demand without a recipient has that of the deed by the same doer that it is joined to."""
    syntax: Syntax = doc._.syntax
    deeds = {syntax.at(e.anchor.start): e for e in events if e.recipients and e.type in _SINGLING}
    return [_with(syntax, event, deeds) if event.type in _SENT and not event.recipients else event for event in events]


def _with(syntax: Syntax, event: Event, deeds: dict[int, Event]) -> Event:
    joined = _joined(syntax, event, deeds)
    return joined if joined.recipients else _also(syntax, event, deeds)


def _also(syntax: Syntax, event: Event, deeds: dict[int, Event]) -> Event:
    """ "Riga summoned the Lao envoy. *It also demanded* an apology": of whom the sentence before singles out."""
    verb = syntax.at(event.anchor.start)
    here = syntax.sentence_of[verb]
    subject = syntax.subject(verb) if syntax.pos[verb] == "VERB" else None
    goes_on = any(syntax.lower[k] in _MORE for k in syntax.kids[verb])
    if here == 0 or subject is None or syntax.lower[subject] not in _SAME or not goes_on:
        return event
    doers = {side_of(a) for a in event.actors}
    before = [e for k, e in deeds.items() if syntax.sentence_of[k] == here - 1]
    same = [e for e in before if doers and doers == {side_of(a) for a in e.actors}]
    return replace(event, recipients=same[-1].recipients) if same else event


def _joined(syntax: Syntax, event: Event, deeds: dict[int, Event]) -> Event:
    verb = syntax.at(event.anchor.start)
    if syntax.pos[verb] != "VERB":
        verb = syntax.head[verb]  # "lodged a protest"
    first = deeds.get(syntax.head[verb]) if syntax.dep[verb] == "conj" else None
    doers = {side_of(a) for a in event.actors}
    if first is None or not doers or doers != {side_of(a) for a in first.actors}:
        return event
    met = tuple(a for a in first.recipients if side_of(a) not in doers)
    return replace(event, recipients=met)
