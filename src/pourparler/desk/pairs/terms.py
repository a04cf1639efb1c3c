"""Who held the offices of two sides meanwhile: by the tables, and as articles tell it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date as Day
from functools import lru_cache

from pourparler.desk import links
from pourparler.desk.charts.timeline import Lane, Stay
from pourparler.desk.display import clip, date, quotes
from pourparler.desk.protocol import protocol
from pourparler.errors import UsageError
from pourparler.knowledge import Post, Term
from pourparler.records import Entry, Level, Tenure

_OFFICES = ("head of state", "head of government", "foreign minister", "defence minister")
_LEVELS = (Level.HEAD_OF_STATE, Level.HEAD_OF_GOVERNMENT, Level.MINISTER, Level.CHIEF_OF_DEFENCE, Level.COMMANDER)
#: Letters of a lane's name, and lanes of those whom articles tell of.
_NAME, _LANES = 22, 2


def tell_terms(side: str, first: str, last: str, told: Iterable[Entry]) -> Iterator[Lane]:
    """A lane for each office whose holders in these days are known, then those that articles tell of."""
    for post in _posts(side, last):
        stays = tuple(_stays(protocol().posts.known.terms(post.office, post.side), first, last))
        if stays:
            yield Lane(name=clip(f"{side} {post.title or post.office}", _NAME), stays=stays, narrow=True)
    for place, lane in enumerate(_packed(_told(side, told, first, last))):
        yield Lane(name=f"{side}, as told" if not place else "", stays=tuple(lane), narrow=True)


def _posts(side: str, on: str) -> Iterator[Post]:
    """The leading offices of a state, each once; the president may head the government too."""
    if protocol().posts.known.state(side) is None:
        return
    found: dict[str, Post] = {}
    for words in _OFFICES:
        try:
            post = protocol().find(words, side, Day.fromisoformat(on))
        except UsageError:
            continue
        found.setdefault(post.office, post)
    yield from found.values()


def _stays(terms: Iterable[Term], first: str, last: str) -> Iterator[Stay]:
    for term in terms:
        begins, ends = (term.start or Day.min).isoformat(), (term.end or term.as_of).isoformat()
        if begins <= last and ends >= first:
            until = f"until {date(ends)}" if term.end else f"known up to {date(ends)}"
            since = f"since {date(begins)}, " if term.start else ""
            title = f"{term.person}, {term.office}, {since}{until}, by the tables"
            yield Stay(
                first=begins, last=ends, label=term.person, tone="known", title=title, href=links.to_person(term.person)
            )


def _told(side: str, entries: Iterable[Entry], first: str, last: str) -> Iterator[Stay]:
    """From the first to the last day on which articles call somebody by an office of rank."""
    holders: defaultdict[tuple[str, str], list[Entry]] = defaultdict(list)
    for entry in entries:
        record = entry.record
        if isinstance(record, Tenure) and record.country == side and (office := _office(record.office, side)):
            holders[record.person, office].append(entry)
    for (person, office), found in holders.items():
        days = sorted(entry.day for entry in found if entry.day)
        if days and days[0] <= last and days[-1] >= first:
            words = " … ".join(quotes(found[0]))
            yield Stay(
                first=days[0], last=days[-1], label=clip(person, 60), tone="told",
                title=clip(f"{person}, {office}, so called from {date(days[0])} to {date(days[-1])}: “{words}”", 400),
                href=links.to_rows(entry.record.id for entry in found),
            )  # fmt: skip


@lru_cache(4096)
def _office(title: str, side: str) -> str | None:
    """The office of rank that a title means, if any."""
    try:
        post = protocol().posts.meaning(title, side)
    except UsageError:
        return None
    return post.office if post and post.level in _LEVELS else None


def _packed(stays: Iterable[Stay]) -> Sequence[Sequence[Stay]]:
    """The stays in as few lanes as they have room in; what has none is left out."""
    lanes: list[list[Stay]] = []
    for stay in sorted(stays, key=lambda one: (one.first, one.last)):
        lane = next((lane for lane in lanes if lane[-1].last < stay.first), None)
        if lane is not None:
            lane.append(stay)
        elif len(lanes) < _LANES:
            lanes.append([stay])
    return lanes
