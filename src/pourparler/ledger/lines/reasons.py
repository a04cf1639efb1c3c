"""Why contact is refused, put off or cut: the reasons that each side gives."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from pourparler.ledger.lines.deeds import Deed
from pourparler.records import Judgement, Relation

_Group = tuple[str | None, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReasonGiven:
    """How many steps a side (None: the outlet) explains by one kind of reason, with one record of each step.

    ``because_of`` are the incidents and measures that the reasons name, by their records.
    """

    side: str | None
    kind: str
    steps: int
    records: tuple[str, ...]
    because_of: tuple[str, ...]


def reasons(deeds: Iterable[Deed], links: Iterable[Judgement]) -> list[ReasonGiven]:
    """The reasons given, those of each side together, the most frequent first, the outlets' last."""
    causes: defaultdict[str, set[str]] = defaultdict(set)
    for link in links:
        if link.relation == Relation.BECAUSE_OF and link.object:
            causes[link.subject].add(link.object)
    steps: defaultdict[_Group, dict[str, str]] = defaultdict(dict)
    named: defaultdict[_Group, set[str]] = defaultdict(set)
    for deed, telling in ((one, telling) for one in deeds for telling in one.tellings):
        for reason in telling.reasons:
            group = reason.side, reason.kind or "other"
            steps[group].setdefault(deed.id, telling.id)
            named[group] |= causes.get(telling.id, set())
    found = [
        ReasonGiven(
            side=side, kind=kind, steps=len(told), records=tuple(told.values()),
            because_of=tuple(sorted(named[side, kind])),
        )
        for (side, kind), told in steps.items()
    ]  # fmt: skip
    return sorted(found, key=lambda one: (one.side is None, one.side or "", -one.steps, one.kind))
