"""READOUT: two accounts of one contact, each by a side of it, and what each leaves out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from pourparler.ledger.linking.contacts import Step, Traits
from pourparler.ledger.linking.deeds import span_texts
from pourparler.ledger.linking.sameness import SPAN, Sameness
from pourparler.ledger.linking.statements import Saying
from pourparler.ledger.linking.words import plain_words, telling_words
from pourparler.records import Channel, Judgement, Relation, Status
from pourparler.records.judgements import link

_SPOKEN = frozenset(Channel) - {Channel.EXERCISE, Channel.PORT_CALL}


def find_readouts(among: Sameness[Traits], sayings: Sequence[Saying]) -> Iterator[Judgement]:
    """A link between two reports of one contact that was held, where each stands by the word of another side of it."""
    inside: dict[str | None, list[Saying]] = defaultdict(list)
    for saying in sayings:
        inside[saying.record.contact].append(saying)
    for edge in among.edges:
        one, other = among.deeds[edge.one], among.deeds[edge.other]
        sides = _voice(one), _voice(other)
        if None in sides or sides[0] == sides[1] or one.entry.article == other.entry.article:
            continue
        told = {side: _told(step, inside[step.id]) for side, step in zip(sides, (one, other), strict=True) if side}
        yield link(
            Relation.READOUT, one.id, other.id, score=edge.score, value=_compared(told),
            reasons=(f"one by the word of {sides[0]}, the other of {sides[1]}", *among.reasons(edge)),
        )  # fmt: skip


def _voice(step: Step) -> str | None:
    """The one side of a contact that was held by whose word alone it is told; None for any other."""
    held = step.traits.step is Status.HELD and step.traits.reality == "actual" and step.traits.channel in _SPOKEN
    own = step.voices & step.traits.sides
    return next(iter(own)) if held and len(own) == 1 and own == step.voices else None


def _told(step: Step, inside: list[Saying]) -> dict[str, str]:
    """The telling words of an account by their stems: its topics, its statements, and what was said in the contact."""
    near = [saying.record for saying in inside if abs(saying.day - step.day) <= SPAN]
    texts = [*span_texts(step.record.topics), *span_texts(step.record.evidence)]
    for statement in (*step.entry.told_by.values(), *near):
        texts += span_texts(statement.content)
    actors = (step.record.by, *step.record.participants, *(s.source for s in (*step.entry.told_by.values(), *near)))
    return telling_words(texts, without=frozenset().union(*(plain_words(a.text) for a in actors if a)))


def _compared(told: dict[str, dict[str, str]]) -> dict[str, Any]:
    """What only one account has, side by side, and what both have; each word as the account writes it."""
    (one, first), (other, second) = sorted(told.items())
    return {
        "only": {
            one: sorted(first[stem] for stem in first.keys() - second.keys()),
            other: sorted(second[stem] for stem in second.keys() - first.keys()),
        },
        "both": sorted(first[stem] for stem in first.keys() & second.keys()),
    }
