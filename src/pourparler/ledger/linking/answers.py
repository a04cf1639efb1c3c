"""ANSWERS: a reply and the request, offer or wish it answers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pourparler.ledger.linking.contacts import Step, Traits, can_be_one, weigh_makeup
from pourparler.ledger.linking.days import days_apart
from pourparler.ledger.linking.earlier import best_earlier, nearness
from pourparler.ledger.linking.evidence import Evidence, weigh_due, weigh_words
from pourparler.records import Judgement, Relation, Status
from pourparler.records.judgements import link

#: Days a request can wait for its reply, and days a report of it can come after the reply's.
WAIT, LATE = 60, 10
ENOUGH = 0.55

_REPLIES = frozenset({Status.ACCEPTED, Status.DECLINED, Status.UNANSWERED, Status.POSTPONED})
_ASKED = frozenset({Status.REQUESTED, Status.OFFERED, Status.SOUGHT})


def find_answers(steps: Sequence[Step]) -> Iterator[Judgement]:
    """A link from each reply to the one request it answers best, where one fits well enough."""
    replies = [s for s in steps if s.traits.step in _REPLIES and s.traits.reality in ("actual", "possible", "planned")]
    requests = [s for s in steps if s.traits.step in _ASKED and s.traits.reality in ("actual", "requested", "planned")]
    for reply, found in best_earlier(replies, requests, _may, _fit, before=WAIT, after=LATE, enough=ENOUGH):
        yield link(
            Relation.ANSWERS, reply.id, found.step.id, score=found.score,
            reasons=(f"the request was {reply.traits.step}", *found.reasons),
        )  # fmt: skip


def _may(reply: Step, request: Step) -> bool:
    return can_be_one(reply.traits, request.traits)


def _fit(reply: Step, request: Step) -> Evidence:
    found = Evidence()
    if _weigh_roles(found, reply.traits, request.traits).against:
        return found
    weigh_due(found, reply.traits.due, request.traits.due)
    if found.against or weigh_makeup(found, reply.traits, request.traits).against:
        return found
    nearness(found, reply, request, WAIT)
    weigh_words(found, reply.words, request.words, 0.1)
    return found


def _weigh_roles(found: Evidence, reply: Traits, request: Traits) -> Evidence:
    """Who asked must have been asked back: the sides change places. One that is not told fits, for less."""
    asker, asked = request.asker or request.by, request.asked
    answering, answered = reply.by or reply.asked, reply.asker
    for name, one, other in (("asked", asker, answered), ("answered", asked, answering)):
        if one and other and one != other:
            return found.forbid("{} {} in one, {} in the other", one, name, other)
        if one and other:
            found.add(0.1, "{} {}", one, name)
    if asker and answering and asker == answering:
        return found.forbid("{} does not answer itself", asker)
    if not request.sides & reply.sides or (
        len(reply.sides) > 1 and len(request.sides) > 1 and request.sides != reply.sides
    ):
        return found.forbid("other sides")
    found.add(0.25 if request.sides == reply.sides else 0.15)
    if request.step is Status.SOUGHT or reply.step is Status.POSTPONED:
        found.add(-0.1)  # a wish need not have been put to the other side
    if days_apart(reply.when, request.when) and _before(reply, request):
        return found.forbid("the reply came first")
    return found


def _before(reply: Traits, request: Traits) -> bool:
    return reply.when.last is not None and request.when.first is not None and reply.when.last < request.when.first
