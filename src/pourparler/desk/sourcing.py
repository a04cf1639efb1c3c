"""The chain of sources of an article: the outlet, whom it cites, what each source says, and what rests on that."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from pourparler.exports.labels import actor_label
from pourparler.records import Actor, Entry, Event, Statement


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """A statement and the records that rest on it."""

    entry: Entry
    resting: tuple[Entry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Somebody who says things in an article. ``name`` None: a source that the article does not tell."""

    name: str | None
    person: str | None
    anonymous: bool
    via: tuple[str, ...]
    sayings: tuple[Saying, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Chain:
    """Who says what in an article; ``own`` is what it tells in its outlet's own voice."""

    sources: tuple[Source, ...]
    own: tuple[Entry, ...]


def trace(entries: Sequence[Entry]) -> Chain:
    """The chain of sources of these records of one article, in the order in which the text brings them."""
    resting: defaultdict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        if not _codes(entry):
            for said in getattr(entry.record, "according_to", ()):
                resting[said].append(entry)
    spoken: defaultdict[tuple[str | None, tuple[str, ...]], list[Entry]] = defaultdict(list)
    for entry in entries:
        if isinstance(entry.record, Statement):
            spoken[_name(entry.record.source), tuple(filter(None, map(_name, entry.record.via)))].append(entry)
    return Chain(
        sources=tuple(_source(name, via, said, resting) for (name, via), said in spoken.items()),
        own=tuple(e for e in entries if not _codes(e) and getattr(e.record, "according_to", None) == ()),
    )


def _codes(entry: Entry) -> bool:
    """Whether a record codes another, which stands in the chain already."""
    return isinstance(entry.record, Event) and entry.record.of is not None


def _name(actor: Actor | None) -> str | None:
    """Who it is where that is known, in whatever words the text calls them; else its words."""
    if actor is None:
        return None
    known = actor.person or actor.name or actor.organisation
    return actor_label(replace(actor, text=known) if known else actor)


def _source(name: str | None, via: tuple[str, ...], said: Iterable[Entry], resting: dict[str, list[Entry]]) -> Source:
    sayings = tuple(Saying(entry=one, resting=tuple(resting.get(one.record.id, ()))) for one in said)
    actors = [one.entry.record.source for one in sayings if isinstance(one.entry.record, Statement)]
    told = next((actor for actor in actors if actor), None)
    return Source(
        name=name, person=told.person if told else None, anonymous=bool(told and told.anonymous), via=via,
        sayings=sayings,
    )  # fmt: skip
