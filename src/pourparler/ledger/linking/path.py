"""Entries in, judgements out: every relation in turn, over the same records made ready once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from operator import attrgetter
from typing import Any

from pourparler.ledger.linking import same_incidents, same_measures, same_steps, same_tenures
from pourparler.ledger.linking.aliases import find_aliases
from pourparler.ledger.linking.answers import find_answers
from pourparler.ledger.linking.causes import find_causes
from pourparler.ledger.linking.contacts import step_of
from pourparler.ledger.linking.denials import find_denials
from pourparler.ledger.linking.following import find_following
from pourparler.ledger.linking.holders import find_holders
from pourparler.ledger.linking.incidents import encounter_of
from pourparler.ledger.linking.measures import ruling_of
from pourparler.ledger.linking.readouts import find_readouts
from pourparler.ledger.linking.sameness import SPAN, Sameness
from pourparler.ledger.linking.sanctions import find_blocked, find_lifting
from pourparler.ledger.linking.statements import saying_of
from pourparler.ledger.linking.tenures import office_of
from pourparler.ledger.linking.versions import find_versions
from pourparler.records import Contact, Entry, Incident, Judgement, Measure, Relation, Statement, Tenure
from pourparler.records.judgements import link as make_link

#: Whether and how a record is the subject of a link depends on records listed within so many days of it, and no others.
REACH = 7 * SPAN


def link(entries: Sequence[Entry]) -> list[Judgement]:
    """What these records have to do with each other, each judgement with score and reasons, in a fixed order.

    The entries are those of one scope, mostly two sides, of all kinds and in any order; one that no day is known of
    is left out. The same set gives the same judgements.
    """
    dated = {entry.record.id: entry for entry in entries if entry.day}
    found = {each.id: each for each in _judgements(sorted(dated.values(), key=lambda e: (e.day, e.record.id)))}
    return sorted(found.values(), key=attrgetter("relation", "subject", "object"))


def _judgements(entries: Sequence[Entry]) -> Iterator[Judgement]:
    steps = [s for e in entries if isinstance(e.record, Contact) and (s := step_of(e, e.record)).traits.sides]
    encounters = [encounter_of(e, e.record) for e in entries if isinstance(e.record, Incident)]
    rulings = [ruling_of(e, e.record) for e in entries if isinstance(e.record, Measure)]
    offices = [office_of(e, e.record) for e in entries if isinstance(e.record, Tenure)]
    sayings = [saying_of(e, e.record) for e in entries if isinstance(e.record, Statement)]
    one_step, one_encounter = Sameness(steps, same_steps.RULES), Sameness(encounters, same_incidents.RULES)
    yield from _same(one_step)
    yield from _same(one_encounter)
    yield from _same(Sameness(rulings, same_measures.RULES))
    yield from _same(Sameness(offices, same_tenures.RULES))
    yield from find_answers(steps)
    yield from find_following(steps)
    yield from find_readouts(one_step, sayings)
    yield from find_versions(one_encounter)
    yield from find_denials(steps, encounters, sayings)
    yield from find_causes(steps, encounters, rulings)
    yield from find_lifting(rulings)
    yield from find_blocked(rulings, steps)
    yield from find_holders(entries)
    yield from find_aliases(entries)


def _same(among: Sameness[Any]) -> Iterator[Judgement]:
    for edge in among.kept():
        one, other = among.deeds[edge.one], among.deeds[edge.other]
        yield make_link(
            Relation.SAME, one.id, other.id, score=edge.score, reasons=among.reasons(edge), value=among.value(edge)
        )
