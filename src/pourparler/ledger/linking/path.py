"""Entries in, judgements out: every relation in turn, over the same records made ready once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from operator import attrgetter
from typing import Any

from pourparler.ledger.linking import same_steps
from pourparler.ledger.linking.answers import find_answers
from pourparler.ledger.linking.contacts import step_of
from pourparler.ledger.linking.following import find_following
from pourparler.ledger.linking.sameness import SPAN, Sameness, thinned
from pourparler.records import Contact, Entry, Judgement, Relation
from pourparler.records.judgements import link as make_link

#: Whether and how a record is the subject of a link depends on records listed within so many days of it, and no others.
REACH = 5 * SPAN


def link(entries: Sequence[Entry]) -> list[Judgement]:
    """What these records have to do with each other, each judgement with score and reasons, in the order of their ids.

    The entries are those of one scope, mostly two sides, of all kinds and in any order; one that no day is known of
    is left out. The same set gives the same judgements.
    """
    known = sorted({e.record.id: e for e in entries if e.day}.values(), key=lambda e: (e.day, e.record.id))
    found = {judgement.id: judgement for judgement in _judgements(known)}
    return sorted(found.values(), key=attrgetter("relation", "subject", "object"))


def _judgements(entries: Sequence[Entry]) -> Iterator[Judgement]:
    steps = [step_of(entry, entry.record) for entry in entries if isinstance(entry.record, Contact)]
    steps = [step for step in steps if step.traits.sides]
    same = Sameness(steps, same_steps.block, same_steps.weigh, same_steps.needs_proof)
    yield from _same(same)
    yield from find_answers(steps)
    yield from find_following(steps)


def _same(among: Sameness[Any]) -> Iterator[Judgement]:
    for edge in thinned(among.edges()):
        one, other = among.deeds[edge.one], among.deeds[edge.other]
        yield make_link(
            Relation.SAME, one.id, other.id, score=round(edge.score, 3), reasons=among.reasons(edge),
        )  # fmt: skip
