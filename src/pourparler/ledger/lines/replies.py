"""Who asks, who answers, and how long it takes."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from statistics import median

from pourparler.ledger.lines.deeds import Deed
from pourparler.ledger.lines.observing import days_between
from pourparler.ledger.lines.signs import told_as_done
from pourparler.records import Judgement, Relation, Status

ASKS = frozenset({Status.REQUESTED, Status.OFFERED})
#: What answers a request, and as what it is counted; a contact that is held with no reply known was agreed to.
ANSWERS: Mapping[str, str] = {
    Status.ACCEPTED: "accepted",
    Status.SCHEDULED: "accepted",
    Status.HELD: "held",
    Status.DECLINED: "declined",
    Status.POSTPONED: "postponed",
    Status.CANCELLED: "cancelled",
}
#: Replies that tell by themselves that there was a request.
_IMPLY = frozenset({Status.ACCEPTED, Status.DECLINED, Status.UNANSWERED})
_LINKS = frozenset({Relation.ANSWERS, Relation.FOLLOWS})


@dataclass(frozen=True, slots=True, kw_only=True)
class Wait:
    """Days from request to reply, at least and, where that is known, at most; equal where both days are known."""

    least: int
    most: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """One request or offer, told of itself (``deed``) or only by its reply, and what became of it."""

    side: str
    deed: Deed | None
    reply: Deed | None

    @property
    def outcome(self) -> str:
        """How it was answered, ``unanswered``, or ``unknown`` where nothing more is told."""
        if self.reply is None:
            return "unknown"
        return ANSWERS.get(self.reply.type, "unanswered")

    @property
    def wait(self) -> Wait | None:
        """How long the answer took; None where there is none, or no day of the request is known."""
        if self.deed is None or self.reply is None or self.outcome == "unanswered":
            return None
        asked, answered = self.deed, self.reply
        least = max(days_between(asked.latest, answered.earliest or asked.latest), 0)
        most = days_between(asked.earliest, answered.latest) if asked.earliest else None
        return Wait(least=least, most=most if most is None else max(most, least))


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """So many of what goes by a name, with one record of each step that it is counted by."""

    name: str
    count: int
    records: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """What one side asked the other for. ``rate`` is the share of requests with a known outcome that were answered.

    ``median_days`` is of the ``exact`` replies, those whose request and reply are each known to the day; ``least`` and
    ``most`` bound every reply, null where the words leave an end open.
    """

    side: str
    asked: int
    outcomes: tuple[Counted, ...]
    rate: float | None
    exact: int
    median_days: float | None
    ranges: int
    least: int | None
    most: int | None


def replies(deeds: Sequence[Deed], links: Iterable[Judgement], sides: tuple[str, str]) -> list[Asking]:
    """What each of the sides asked for, in their order."""
    asks = list(find_asks(deeds, links, sides))
    return [_sum([ask for ask in asks if ask.side == side], side) for side in sides]


def find_asks(deeds: Sequence[Deed], links: Iterable[Judgement], sides: tuple[str, str]) -> Iterator[Ask]:
    """Every request of the sides with its reply: linked to it, else a later step of its contact."""
    steps = [deed for deed in deeds if deed.kind == "contact" and told_as_done(deed)]
    linked = _linked(steps, links)
    threads: defaultdict[str, list[Deed]] = defaultdict(list)
    for deed in steps:
        threads[deed.thread].append(deed)
    used: set[str] = set()
    for deed in steps:
        if deed.type in ASKS and (side := deed.initiator or deed.by) in sides:
            later = linked[deed.id] or [one for one in threads[deed.thread] if one.latest >= (deed.earliest or "")]
            later = [one for one in later if not _is_due_before(one, deed)]
            reply = _reply(later)
            used |= {one.id for one in later if one.type in _IMPLY}
            yield Ask(side=side, deed=deed, reply=reply)
    for deed in steps:
        if deed.type in _IMPLY and deed.id not in used and (asker := _asker(deed, sides)):
            yield Ask(side=asker, deed=None, reply=deed)


def _is_due_before(step: Deed, request: Deed) -> bool:
    """Whether a step is of a contact that was due before the one that is asked for, and so no reply."""
    return bool(step.due_latest and request.due_earliest and step.due_latest < request.due_earliest)


def _linked(steps: Iterable[Deed], links: Iterable[Judgement]) -> defaultdict[str, list[Deed]]:
    """The steps that answer or follow each deed, oldest first."""
    deeds = {name: deed for deed in steps for name in deed.records}
    found: defaultdict[str, list[Deed]] = defaultdict(list)
    for link in links:
        reply, request = deeds.get(link.subject), deeds.get(link.object or "")
        if link.relation in _LINKS and reply and request and reply not in found[request.id]:
            found[request.id].append(reply)
    for later in found.values():
        later.sort(key=lambda deed: deed.order)
    return found


def _reply(later: Sequence[Deed]) -> Deed | None:
    """The first answer; without one the first word that none came."""
    answer = next((one for one in later if one.type in ANSWERS), None)
    return answer or next((one for one in later if one.type == Status.UNANSWERED), None)


def _asker(reply: Deed, sides: tuple[str, str]) -> str | None:
    """Who had asked: the initiator, else the other one than who replies."""
    if reply.initiator:
        return reply.initiator if reply.initiator in sides else None
    one, other = sides
    return {one: other, other: one}.get(reply.by or "")


def _records(asks: Iterable[Ask]) -> Iterator[str]:
    """The requests and their replies, by the first record of each."""
    return (deed.tellings[0].id for ask in asks for deed in (ask.deed, ask.reply) if deed)


def _sum(asks: Sequence[Ask], side: str) -> Asking:
    met: defaultdict[str, list[Ask]] = defaultdict(list)
    for ask in asks:
        met[ask.outcome].append(ask)
    outcomes = Counter(ask.outcome for ask in asks)
    answered = sum(count for name, count in outcomes.items() if name not in ("unanswered", "unknown"))
    known = answered + outcomes["unanswered"]
    waits = [wait for ask in asks if (wait := ask.wait)]
    exact = [wait.least for wait in waits if wait.least == wait.most]
    most = [wait.most for wait in waits]
    return Asking(
        side=side, asked=len(asks), rate=answered / known if known else None,
        outcomes=tuple(
            Counted(name=name, count=len(told), records=tuple(_records(told))) for name, told in sorted(met.items())
        ),
        exact=len(exact), median_days=median(exact) if exact else None, ranges=len(waits) - len(exact),
        least=min((wait.least for wait in waits), default=None),
        most=max((day for day in most if day is not None), default=None) if None not in most else None,
    )  # fmt: skip
