"""A record as its page shows it: what it says, on whose word, what it hangs together with, what people said of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pourparler.desk.display import clip
from pourparler.desk.fields import Correctable, Shown, read_fields, read_places
from pourparler.exports.labels import actor_label
from pourparler.exports.printable import printable
from pourparler.records import Entry, Judgement, JudgementKind, Relation, Statement
from pourparler.store import Kept, Store

#: Tellings and links of one page; letters around a trigger and around its evidence.
TELLINGS, LINKS, AROUND, MARGIN = 20, 60, 420, 140
_SPACE = re.compile(r"\s+")
#: How each relation is told of the first of its two ends, and of the second.
_TOLD = {
    Relation.SAME: ("tells the same as",) * 2,
    Relation.ANSWERS: ("answers", "is answered by"),
    Relation.FOLLOWS: ("follows", "is followed by"),
    Relation.READOUT: ("is another read-out of what is told by",) * 2,
    Relation.CONTRADICTS: ("contradicts",) * 2,
    Relation.BECAUSE_OF: ("gives as its reason", "is a reason given for"),
    Relation.LIFTS: ("lifts, or asks to lift,", "is lifted, or asked to be lifted, by"),
    Relation.BLOCKS: ("stands in the way of", "has in its way"),
    Relation.HOLDS: ("shows who holds an office:", "is shown to hold an office by"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The words of a record in their sentence: what stands before its trigger, the trigger, and what stands behind."""

    before: str
    trigger: str
    behind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One statement on which a record rests: the chain of who passed it on, outermost first, and what was said."""

    chain: tuple[str, ...]
    statement: Statement


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """A link: how it is told, the record at its other end or its name, and whether it holds."""

    kept: Kept
    told: str
    entry: Entry | None
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """Everything about a record. ``closed``: the review that closed its notes; ``more`` links are not shown."""

    entry: Entry
    words: Words
    fields: tuple[Shown, ...]
    places: tuple[Correctable, ...]
    sources: tuple[Source, ...]
    tellings: tuple[Entry, ...]
    ties: tuple[Tie, ...]
    more: int
    reviews: tuple[Kept, ...]
    notes: tuple[Kept, ...]
    closed: Kept | None


def read_dossier(store: Store, name: str) -> Dossier | None:
    """Everything about a record; None where there is none of this id."""
    found = store.look_up([name])
    if not found:
        return None
    entry = found[0]
    history = store.history(name)
    links = [kept for kept in history if kept.judgement.kind is not JudgementKind.REVIEW]
    reviews = [kept for kept in history if kept.judgement.kind is JudgementKind.REVIEW]
    own = [kept for kept in reviews if name in (kept.judgement.subject, kept.judgement.object)]
    standing = [kept for kept in own if not kept.withdrawn_at]
    return Dossier(
        entry=entry, words=_in_context(store, entry), fields=read_fields(entry.record),
        places=read_places(entry.record), sources=tuple(_sources(entry)),
        tellings=tuple(one for one in store.tellings(entry.deed, limit=TELLINGS) if one.record.id != name),
        ties=tuple(_ties(store, name, links[:LINKS])), more=max(len(links) - LINKS, 0),
        reviews=tuple(reversed(reviews)), notes=tuple(kept for kept in standing if kept.judgement.relation == "note"),
        closed=next((kept for kept in standing if kept.judgement.relation == "close"), None),
    )  # fmt: skip


def _in_context(store: Store, entry: Entry) -> Words:
    """The words around the trigger, as far as the text is still kept."""
    report = store.report(entry.article)
    text, anchor = report.article.text if report else "", entry.record.anchor
    if text[anchor.start : anchor.end] != anchor.text:
        return Words(before="", trigger=clip(anchor.text), behind="")
    spans = (anchor, *entry.record.evidence)
    start = max(min(span.start for span in spans) - MARGIN, anchor.start - AROUND, 0)
    end = min(max(span.end for span in spans) + MARGIN, anchor.end + AROUND, len(text))
    before, behind = _SPACE.sub(" ", text[start : anchor.start]), _SPACE.sub(" ", text[anchor.end : end])
    if start:  # at the beginning of a word
        before = f"…{before[before.find(' ') + 1 :]}"
    if end < len(text):
        behind = f"{behind[: behind.rfind(' ')] if ' ' in behind else behind}…"
    return Words(before=printable(before), trigger=clip(anchor.text), behind=printable(behind))


def _sources(entry: Entry) -> Iterator[Source]:
    told = [entry.record] if isinstance(entry.record, Statement) else entry.told_by.values()
    for statement in told:
        if isinstance(statement, Statement):
            source = actor_label(statement.source) if statement.source else "a source that is not named"
            yield Source(chain=(*map(actor_label, statement.via), source), statement=statement)


def _ties(store: Store, name: str, links: list[Kept]) -> Iterator[Tie]:
    ends = {_other(kept.judgement, name) for kept in links}
    known = {entry.record.id: entry for entry in store.look_up(sorted(ends - {""}))}
    for kept in links:
        other = _other(kept.judgement, name)
        first, second = _TOLD.get(Relation(kept.judgement.relation), (kept.judgement.relation,) * 2)
        told = first if kept.judgement.subject == name else second
        yield Tie(kept=kept, told=told, entry=known.get(other), name=other)


def _other(link: Judgement, name: str) -> str:
    return (link.object or "") if link.subject == name else link.subject
