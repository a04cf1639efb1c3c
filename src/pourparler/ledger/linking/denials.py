"""CONTRADICTS: across articles, one record tells what another, by another's word, denies or calls otherwise."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from operator import attrgetter
from typing import Any, TypeVar

from pourparler.ledger.linking import same_incidents, same_steps
from pourparler.ledger.linking.contacts import Step
from pourparler.ledger.linking.deeds import Deed
from pourparler.ledger.linking.evidence import Evidence, weigh_words
from pourparler.ledger.linking.incidents import Encounter
from pourparler.ledger.linking.statements import Saying
from pourparler.ledger.linking.words import shared
from pourparler.records import Judgement, Relation, Stance, Status
from pourparler.records.judgements import link

#: Days between what is told and its denial; how well they must fit; how many tellings a denial is tied to.
WAIT = 21
ENOUGH = 0.45
_MOST = 3
#: Days between a statement and the deed of its article that it denies.
NEAR = 60
#: Of a bare statement that denies, so many words and so much of the shorter text must be the telling's.
_COMMON, _ALIKE = 2, 0.5

_ASKING = frozenset({Status.REQUESTED, Status.OFFERED, Status.SOUGHT})
_ANSWERED = frozenset({Status.DECLINED, Status.UNANSWERED, Status.ACCEPTED})

D = TypeVar("D", bound=Deed[Any, Any])


def find_denials(
    steps: Sequence[Step], encounters: Sequence[Encounter], sayings: Sequence[Saying]
) -> Iterator[Judgement]:
    """Denied contacts, denied incidents, and statements that deny either without telling it as a deed of its own."""
    yield from _denied(steps, _fit_steps)
    yield from _denied(encounters, _fit_encounters)
    deeds: list[Deed[Any, Any]] = [*steps, *encounters]
    told = {name: deed.day for deed in deeds if _negated(deed) for name in deed.entry.told_by}
    denying = [saying for saying in sayings if saying.traits.stance is Stance.DENIES]
    bare = [s for s in denying if s.id not in told or abs(told[s.id] - s.day) > NEAR]
    yield from _denied_in_words(bare, sorted(deeds, key=attrgetter("order")))


def _denied(deeds: Sequence[D], fit: Callable[[D, D], Evidence]) -> Iterator[Judgement]:
    """Each denial with the tellings that it fits best."""
    told = [deed for deed in deeds if deed.traits.reality == "actual"]
    for denial in filter(_negated, deeds):
        if not denial.entry.told_by:  # nobody's denial: the outlet's own "did not attend"
            continue
        found = []
        for telling in _around(told, denial):
            if elsewhere(denial, telling) and other_voices(denial, telling):
                evidence = fit(telling, denial)
                if evidence.against:
                    continue
                weigh_words(evidence, telling.words, denial.words, 0.15)
                if (score := round(evidence.points, 3)) >= ENOUGH:
                    found.append(
                        (-round(min(score, 0.99), 3), abs(telling.day - denial.day), telling.id, telling, evidence)
                    )
        for score, _, _, telling, evidence in sorted(found, key=lambda each: each[:3])[:_MOST]:
            yield _contradiction(telling, denial, -score, evidence.reasons)


def _around(deeds: Sequence[D], one: Deed[Any, Any]) -> Sequence[D]:
    return deeds[
        bisect_left(deeds, one.day - WAIT, key=lambda d: d.day) : bisect_right(
            deeds, one.day + WAIT, key=lambda d: d.day
        )
    ]


def _negated(deed: Deed[Any, Any]) -> bool:
    return bool(deed.traits.reality == "negated")


def _fit_encounters(telling: Encounter, denial: Encounter) -> Evidence:
    return same_incidents.weigh(telling.traits, replace(denial.traits, reality="actual"))


def _fit_steps(telling: Step, denial: Step) -> Evidence:
    """One step told and denied; or a reply told, and denied that anybody had asked."""
    told, denied = telling.traits, replace(denial.traits, reality="actual")
    if told.step in _ANSWERED and denied.step in _ASKING:
        told, denied = replace(told, by=None), replace(denied, step=told.step, by=None)
    return same_steps.weigh(told, denied)


def elsewhere(one: Deed[Any, Any], other: Deed[Any, Any]) -> bool:
    """Whether two records stand in texts that are not copies of each other."""
    return one.entry.article != other.entry.article and one.entry.family != other.entry.family


def other_voices(one: Deed[Any, Any], other: Deed[Any, Any]) -> bool:
    """Whether two records stand by different words: other sides, the outlet's own, or somebody who is not named."""
    if one.unnamed is not other.unnamed:
        return True
    return one.voices != other.voices and one.voices.isdisjoint(other.voices)


def _denied_in_words(sayings: Sequence[Saying], deeds: Sequence[Any]) -> Iterator[Judgement]:
    told = [deed for deed in deeds if deed.traits.reality == "actual"]
    for saying in sayings:
        found = []
        for telling in _around(told, saying):
            if _speaks_of(saying, telling) and elsewhere(saying, telling):
                alike = shared(saying.traits.said, telling.words)
                found.append((-alike, abs(telling.day - saying.day), telling.id, telling))
        for alike, _, _, telling in sorted(found, key=lambda each: each[:3])[:1]:
            common = sorted(saying.traits.said & telling.words)
            yield _contradiction(telling, saying, 0.4 - 0.4 * alike, [f"the denial says: {', '.join(common[:8])}"])


def _speaks_of(saying: Saying, telling: Deed[Any, Any]) -> bool:
    """Whether a bare denial, by a side of the deed and not by its teller, has enough of its words."""
    source = saying.traits.source
    if source is None or source not in telling.traits.sides or telling.voices == {source}:
        return False
    return len(saying.traits.said & telling.words) >= _COMMON and shared(saying.traits.said, telling.words) >= _ALIKE


def _contradiction(telling: Deed[Any, Any], denial: Deed[Any, Any], score: float, reasons: list[str]) -> Judgement:
    return link(
        Relation.CONTRADICTS, telling.id, denial.id, score=round(score, 3),
        reasons=(f"{_by(telling)} tells what {_by(denial)} denies", *reasons),
        value={"about": "fact", "positions": [position(telling, Stance.ASSERTS), position(denial, Stance.DENIES)]},
    )  # fmt: skip


def position(deed: Deed[Any, Any], stance: Stance, text: str | None = None) -> dict[str, Any]:
    """Where a record stands: the sides by whose word, how, and the record that shows it."""
    told = {"by": sorted(deed.voices), "stance": str(stance), "record": deed.id}
    return told | {"text": text} if text else told


def _by(deed: Deed[Any, Any]) -> str:
    return " and ".join(sorted(deed.voices)) or "the outlet"
