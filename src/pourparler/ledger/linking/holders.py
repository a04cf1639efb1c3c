"""HOLDER: who holds which office, as texts show it. Contradictory ones are kept side by side."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from pourparler.ledger.linking.days import iso, ordinal, window_of
from pourparler.ledger.linking.mentions import actors_of
from pourparler.records import Actor, Date, Entry, Judgement, JudgementKind, Relation, Tenure

#: Days between a tenure and another record of its article that shows the same.
NEAR = 100
#: How an actor must be known: by the words themselves.
_SHOWN = frozenset({"title", "apposition"})
#: What before a title says that the office is held no more, or not yet.
_NOT_NOW = re.compile(
    r"\b(former|ex|then|late|outgoing|incoming|previous|past|retired|designate|elect|one-time)\W*$", re.I
)
_INSIDE = re.compile(r"\b(former|ex|then|late|outgoing|incoming|previous|retired|designate|elect)\b", re.I)


def find_holders(entries: Sequence[Entry]) -> Iterator[Judgement]:
    """One judgement for each person and office that an article shows together, by the smallest id of a day.

    ``value``: person, office, country, organisation, from and to (the days between which the text makes it sure, null
    where not told), and on: the day of
    the publication, on which a holder named without dates held the office.
    """
    shown: dict[tuple[Any, ...], Judgement] = {}
    recorded = _recorded(entries)
    for entry in entries:
        for told in _shown_by(entry):
            if _told_by_a_tenure(entry, told, recorded):
                continue
            name = f"{told['person']}, {told['office']}"
            key = (entry.article, entry.day, name, told["country"], told["from"], told["to"])
            if key not in shown:  # entries are in order
                shown[key] = Judgement(
                    kind=JudgementKind.HOLDER, relation=Relation.HOLDS, subject=entry.record.id, object=name,
                    value=told, score=0.9 if isinstance(entry.record, Tenure) else 0.8, reasons=(_why(entry, told),),
                )  # fmt: skip
    yield from shown.values()


def _shown_by(entry: Entry) -> Iterator[dict[str, Any]]:
    record = entry.record
    if isinstance(record, Tenure):
        if not (record.country or record.organisation):  # an office of nobody's
            return
        yield {
            "person": record.person, "office": record.office, "country": record.country,
            "organisation": record.organisation, "from": _since(record.start), "to": _until(record.end),
            "on": entry.published,
        }  # fmt: skip
        return
    for _, actor in actors_of(record):
        if (
            actor.person
            and actor.office
            and (actor.country or actor.organisation)
            and _names_both(actor)
            and not _no_more(entry, actor)
        ):
            yield {
                "person": actor.person, "office": actor.office, "country": actor.country,
                "organisation": actor.organisation, "from": None, "to": None, "on": entry.published,
            }  # fmt: skip


def _recorded(entries: Sequence[Entry]) -> dict[tuple[str, str], list[int]]:
    """The days of the tenures by article and person."""
    found: dict[tuple[str, str], list[int]] = defaultdict(list)
    for entry in entries:
        if isinstance(entry.record, Tenure):
            found[entry.article, entry.record.person].append(ordinal(entry.day) or 0)
    return found


def _told_by_a_tenure(entry: Entry, told: dict[str, Any], recorded: dict[tuple[str, str], list[int]]) -> bool:
    """Whether a record of its own, of the same article, tells that the person holds an office."""
    if isinstance(entry.record, Tenure):
        return False
    day = ordinal(entry.day) or 0
    return any(abs(other - day) <= NEAR for other in recorded.get((entry.article, told["person"]), ()))


def _since(date: Date | None) -> str | None:
    """The day from which the holder surely held the office: "in March" is its last day."""
    window = window_of(date, None)
    day = window.last if window.last is not None else window.first
    return None if day is None else iso(day)


def _until(date: Date | None) -> str | None:
    """The day to which the holder surely held it; where only a latest day is told, that."""
    window = window_of(date, None)
    day = window.first if window.first is not None else window.last
    return None if day is None else iso(day)


def _names_both(actor: Actor) -> bool:
    """Whether the words themselves hold a title and a name: more words than the name has, the surname among them."""
    resolved = (actor.resolved_by or "").split(";")[0]
    surname = (actor.person or "").split()[-1].lower()
    words = actor.text.lower().split()
    return resolved in _SHOWN and surname in actor.text.lower() and len(words) > len((actor.person or "").split())


def _no_more(entry: Entry, actor: Actor) -> bool:
    """Whether the words, or those right before them, say that the office is held no more, or not yet."""
    if _INSIDE.search(actor.text):
        return True
    spans = [e for e in entry.record.evidence if e.start <= actor.start < e.end]
    return any(_NOT_NOW.search(e.text[: actor.start - e.start]) for e in spans)


def _why(entry: Entry, told: dict[str, Any]) -> str:
    where = f" of {told['country']}" if told["country"] else ""
    dated = f" from {told['from']}" if told["from"] else f" to {told['to']}" if told["to"] else ""
    return f"{entry.outlet or 'the article'} names {told['person']} as {told['office']}{where}{dated}"
