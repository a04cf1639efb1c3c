"""Retelling: which events of an article tell the same deed a second time, in other words or with less."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from pourparler.reading.covering import Covering
from pourparler.reading.quantities import NUMBERS
from pourparler.records import Actor, Date, Event, How, Stance, Statement, side_of

#: What is told twice rather than done twice within the days of one article: a meeting, a measure.
_ONCE = re.compile("of (contact|measure)")
#: What two sides settle or ask for is as often two things.
_MANY = frozenset({"AGREE", "REQUEST"})
_WORD = re.compile(r"[^\W\d_]{4,}")
_GRAMMAR = frozenset(
    {"from", "over", "with", "into", "after", "before", "that", "this", "have", "been", "were", "when", "their"}
)
_DATE = len("2024-01-01")


def told_once(
    events: Sequence[Event], statements: Sequence[Statement], words: Mapping[int, tuple[str, str]]
) -> list[Event]:
    """The events without those that tell a deed again: same type, same sides, same word, no other date.

    Of two tellings the one that is dated by its words stays, else the first. What one side says and another denies
    are two assertions. ``words``: lemma and part of speech of each token, by where it starts.

    >>> # "Oslo recalled its envoy on Monday. ... Oslo recalled its envoy over the raid." -> the first
    """
    kept: list[Event] = []
    told = Covering(statements, lambda statement: [(c.start, c.end) for c in statement.content])
    for event in events:
        at = next((k for k, e in enumerate(kept) if _same_deed(e, event, told, words)), None)
        if at is None:
            kept.append(event)
        elif _worth(event) > _worth(kept[at]):
            kept[at] = event
    return kept


def _worth(event: Event) -> tuple[bool, bool]:
    return (event.when is not None and event.when.how is not How.PUBLICATION, bool(event.recipients))


def _same_deed(one: Event, other: Event, told: Covering[Statement], words: Mapping[int, tuple[str, str]]) -> bool:
    if (one.type, one.mode, one.factuality) != (other.type, other.mode, other.factuality):
        return False
    if not _one_time(one.when, other.when) or not _one_voice(one, other, told):
        return False
    (lemma, _), (again, pos) = words[one.anchor.start], words[other.anchor.start]
    if one.mode is not None and one.reader == other.reader == "of measure":  # "cut ties ... severed relations"
        return _same_sides(one, other)
    if pos == "NOUN" and lemma != again:  # "seized a boat ... the seizure of the boat"
        if not other.actors and other.of:
            return {side_of(a) for a in other.recipients} <= {side_of(a) for a in (*one.actors, *one.recipients)}
        return one.mode is not None and _alike(one.actors, other.actors) and _alike(one.recipients, other.recipients)
    return lemma == again and _same_sides(one, other) and _same_content(one, other)


def _same_sides(one: Event, other: Event) -> bool:
    """Whether the same do it to the same; a telling that codes a record may leave out to whom."""
    bare = bool(one.of and other.of) and not (one.recipients and other.recipients)
    return _alike(one.actors, other.actors) and (bare or _alike(one.recipients, other.recipients))


def _same_content(one: Event, other: Event) -> bool:
    """Demands and blows are many unless both are dated alike or much of their clauses is."""
    once = bool(one.of and other.of) and _ONCE.fullmatch(one.reader) and one.type not in _MANY
    return bool(once) or _both_dated(one, other) or _same_words(one, other)


def _same_words(one: Event, other: Event) -> bool:
    """Whether most content words of the shorter clause stand in the other, and no other number does the deed."""
    doers = [" ".join(a.text.lower() for a in e.actors).split() for e in (one, other)]
    counts = [{w for w in words if w in NUMBERS or w.isdigit()} for words in doers]
    if all(counts) and counts[0].isdisjoint(counts[1]):
        return False
    words = [_content(e) for e in (one, other)]
    return 2 * len(words[0] & words[1]) >= min(map(len, words))


def _content(event: Event) -> set[str]:
    """The clause's words without the trigger, the parties and the words of grammar."""
    known = " ".join([event.anchor.text, *(a.text for a in (*event.actors, *event.recipients))]).lower()
    return {w for s in event.evidence for w in _WORD.findall(s.text.lower())} - set(known.split()) - _GRAMMAR


def _alike(some: tuple[Actor, ...], others: tuple[Actor, ...]) -> bool:
    """Whether two sets of parties are the same ones; two people of one state are not."""
    people = {a.person for a in some if a.person}, {a.person for a in others if a.person}
    apart = all(people) and people[0].isdisjoint(people[1])
    return bool(some) and not apart and {side_of(a) for a in some} == {side_of(a) for a in others}


def _both_dated(one: Event, other: Event) -> bool:
    """Whether words date both, so that one time is one deed: "detained last week", "detained on 28 May"."""
    return one.of != other.of and all(e.when is not None and e.when.how is not How.PUBLICATION for e in (one, other))


def _one_time(one: Date | None, other: Date | None) -> bool:
    """Whether two dates may be one; the publication's day rules nothing out."""
    if one is None or other is None or How.PUBLICATION in (one.how, other.how):
        return True
    starts = max((d.earliest or "")[:_DATE] for d in (one, other))
    ends = min((d.latest or "9999")[:_DATE] for d in (one, other))
    return starts <= ends


def _one_voice(one: Event, other: Event, told: Covering[Statement]) -> bool:
    """Whether nobody but one source, or the outlet, tells both, and nobody denies either."""
    voices = [told.at(e.anchor.start) for e in (one, other)]
    if any(s.stance is Stance.DENIES for both in voices for s in both):
        return False
    first, second = ({side_of(s.source) for s in of_one if s.source} for of_one in voices)
    return not first or not second or bool(first & second)
