"""A thread as its page shows it: the steps of one contact, how they hang together, and what is disputed of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from pourparler.exports.labels import OUTLET, actor_label, stretch_label
from pourparler.records import Actor, Contact, Entry, Factuality, Judgement, Relation, Status, side_of
from pourparler.store import Disagreement, Step, Store, Thread

#: Steps of a page; tellings of a step that are looked at for reasons and conditions, and that are shown; read-outs of a
#: page; records beside the thread that are named; records whose words one page shows.
STEPS, TOLD, SHOWN, READOUTS, BESIDE, WORDS = 40, 12, 4, 6, 40, 200
_SHOWN = (Relation.ANSWERS, Relation.FOLLOWS, Relation.BECAUSE_OF, Relation.BLOCKS)
#: What is announced by a step, so that something must come of it.
_ANNOUNCED = frozenset({Status.SCHEDULED, Status.ACCEPTED, Status.POSTPONED})
_MEANT = frozenset({Factuality.ACTUAL, Factuality.PLANNED})
#: How a link is told, from its first end and from its second.
_TOLD = {
    (Relation.ANSWERS, True): "answers", (Relation.ANSWERS, False): "answered by",
    (Relation.FOLLOWS, True): "follows", (Relation.FOLLOWS, False): "what came of it:",
    (Relation.BECAUSE_OF, True): "its reason names", (Relation.BECAUSE_OF, False): "given as a reason for",
    (Relation.BLOCKS, True): "stands in the way of", (Relation.BLOCKS, False): "in its way stands",
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """A reason or condition: whose, of what kind, in which words, and the record that has it."""

    by: str
    kind: str
    words: str
    entry: Entry


@dataclass(frozen=True, slots=True, kw_only=True)
class Lead:
    """How a step hangs together with another, or with a record beside the thread."""

    told: str
    number: int | None
    entry: Entry | None
    name: str
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StepView:
    """One step; ``statuses`` each with how real it is.

    ``due`` is when what it announces is or was to happen; ``settled``: something came of it.
    """

    number: int
    first: Entry
    told: tuple[Entry, ...]
    statuses: tuple[tuple[str, str], ...]
    reasons: tuple[Ground, ...]
    conditions: tuple[Ground, ...]
    leads: tuple[Lead, ...]
    disputes: tuple[Disagreement, ...]
    due: str
    announced: bool
    settled: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """One side's account of a contact, and the words that only it has."""

    side: str
    entry: Entry
    only: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Readout:
    """Two accounts of one contact, side by side, and what both have."""

    accounts: tuple[Account, Account]
    both: tuple[str, ...]
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ThreadView:
    """A thread: its sides, its steps, its read-outs; ``ids`` are the records that tell these steps, as many as one page
    of words shows; ``skip`` is where the page behind begins, where there is one.
    """

    thread: Thread
    ids: tuple[str, ...]
    sides: tuple[str, ...]
    steps: tuple[StepView, ...]
    readouts: tuple[Readout, ...]
    before: int | None
    skip: int | None


def view_thread(store: Store, record_id: str, skip: int = 0) -> ThreadView:
    """The thread of a record. Raises UsageError: there is no such record."""
    thread = store.steps(record_id, limit=STEPS, skip=skip, told=TOLD)
    ids = [name for step in thread.steps for name in step.ids]
    links = [link for relation in (*_SHOWN, Relation.READOUT) for link in store.linked(ids, relation)]
    numbers = {name: number for number, step in enumerate(thread.steps, skip + 1) for name in step.ids}
    beside = {end for link in links for end in (link.subject, link.object) if end and end not in numbers}
    known = {entry.record.id: entry for entry in store.look_up(sorted(beside)[:BESIDE])}
    disputes = _by_step(store.disagreements(ids), numbers)
    steps = tuple(
        _view_step(number, step, links, numbers, known, disputes[number])
        for number, step in enumerate(thread.steps, skip + 1)
        if step.told
    )
    return ThreadView(
        thread=thread, ids=tuple(ids[:WORDS]), sides=_sides(thread.steps), steps=steps,
        readouts=tuple(_readouts(store, links)),
        before=max(skip - STEPS, 0) if skip else None,
        skip=skip + STEPS if thread.number > skip + STEPS else None,
    )  # fmt: skip


def _view_step(
    number: int, step: Step, links: Sequence[Judgement], numbers: Mapping[str, int], known: Mapping[str, Entry],
    disputes: Sequence[Disagreement],
) -> StepView:  # fmt: skip
    contacts = [entry for entry in step.told if isinstance(entry.record, Contact)]
    told = [(one.status, one.factuality) for entry in contacts if isinstance(one := entry.record, Contact)]
    statuses = {str(status): str(factuality) for status, factuality in reversed(told)}
    leads = tuple(_leads(number, step, links, numbers, known))
    due = next((_due(entry) for entry in contacts if _due(entry)), "")
    return StepView(
        number=number, first=step.told[0], told=step.told[:SHOWN], statuses=tuple(statuses.items())[::-1],
        reasons=tuple(_unlike(_reasons(contacts))), conditions=tuple(_unlike(_conditions(contacts))), leads=leads,
        disputes=tuple(disputes), due=due,
        announced=any(status in _ANNOUNCED and factuality in _MEANT for status, factuality in told),
        settled=any(lead.told == _TOLD[Relation.FOLLOWS, False] for lead in leads),
    )  # fmt: skip


def _leads(
    number: int, step: Step, links: Iterable[Judgement], numbers: Mapping[str, int], known: Mapping[str, Entry]
) -> Iterable[Lead]:
    """Each relation of the step to another step or record once."""
    mine, seen = set(step.ids), set[tuple[str, object]]()
    for link in links:
        for here, there, first in ((link.subject, link.object, True), (link.object, link.subject, False)):
            told = _TOLD.get((Relation(link.relation), first))
            if told is None or here not in mine or there is None or there in mine:
                continue
            other, entry = numbers.get(there), known.get(there)
            if other is None and entry is None:
                continue
            key = (told, other or (entry and entry.deed))
            if key not in seen:
                seen.add(key)
                yield Lead(told=told, number=other, entry=entry, name=link.id, reasons=link.reasons)


def _due(entry: Entry) -> str:
    due = entry.record.due if isinstance(entry.record, Contact) else None
    return stretch_label(due.earliest, due.latest) if due else ""


def _reasons(entries: Iterable[Entry]) -> Iterable[Ground]:
    for entry in entries:
        for reason in entry.record.reasons if isinstance(entry.record, Contact) else ():
            yield Ground(by=_voice(reason.by), kind=reason.kind, words=reason.text, entry=entry)


def _conditions(entries: Iterable[Entry]) -> Iterable[Ground]:
    for entry in entries:
        for condition in entry.record.conditions if isinstance(entry.record, Contact) else ():
            yield Ground(by=_voice(condition.by), kind="condition", words=condition.text, entry=entry)


def _unlike(grounds: Iterable[Ground]) -> Iterable[Ground]:
    """Each once, those of one voice together."""
    once = {(ground.by, ground.kind, ground.words): ground for ground in grounds}
    return sorted(once.values(), key=lambda ground: ground.by)


def _voice(actor: Actor | None) -> str:
    return OUTLET if actor is None else actor_label(actor)


def _by_step(disputes: Iterable[Disagreement], numbers: Mapping[str, int]) -> defaultdict[int, list[Disagreement]]:
    """The disputes by the step of which they are."""
    found: defaultdict[int, list[Disagreement]] = defaultdict(list)
    for dispute in disputes:
        about = [dispute.disputed] if dispute.disputed else []
        ends = (entry.record.id for entry in (*about, *(stand.entry for stand in dispute.stands)))
        for number in {numbers[name] for name in ends if name in numbers}:
            found[number].append(dispute)
    return found


def _sides(steps: Iterable[Step]) -> tuple[str, ...]:
    """The sides that take part in any step, the most frequent first."""
    counts: defaultdict[str, int] = defaultdict(int)
    for step in steps:
        for entry in step.told:
            if isinstance(entry.record, Contact):
                for side in {side for actor in entry.record.participants if (side := side_of(actor))}:
                    counts[side] += 1
    return tuple(sorted(counts, key=lambda side: (-counts[side], side)))


def _readouts(store: Store, links: Iterable[Judgement]) -> Iterable[Readout]:
    found = [link for link in links if link.relation == Relation.READOUT and isinstance(link.value, dict)]
    known = {e.record.id: e for e in store.look_up(end for link in found[:READOUTS] for end in _ends(link))}
    for link in found[:READOUTS]:
        only = link.value.get("only", {})
        accounts = [
            Account(side=side, entry=known[end], only=tuple(only[side]))
            for end in _ends(link)
            if end in known and (side := _teller(known[end], only))
        ]
        if len(accounts) == 2 and accounts[0].side != accounts[1].side:
            one, other = sorted(accounts, key=lambda account: account.side)
            yield Readout(accounts=(one, other), both=tuple(link.value.get("both", ())), name=link.id)


def _ends(link: Judgement) -> tuple[str, ...]:
    return (link.subject, *([link.object] if link.object else []))


def _teller(entry: Entry, among: Iterable[str]) -> str | None:
    """By whose word, of these sides, a contact is told."""
    voices = {side_of(told.source) for told in entry.told_by.values() if told.source}
    return next((side for side in among if side in voices), None)
