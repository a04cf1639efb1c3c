"""From what a store holds of two sides to the state of the line between them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Protocol

from pourparler.ledger.lines.announcements import ahead, overdue
from pourparler.ledger.lines.conditions import outstanding
from pourparler.ledger.lines.confirmation import confirmations
from pourparler.ledger.lines.deeds import Deed, gather
from pourparler.ledger.lines.line import Announced, Days, Figures, Line, Quoted, Step
from pourparler.ledger.lines.observing import Observation, months_between
from pourparler.ledger.lines.reasons import reasons
from pourparler.ledger.lines.replies import Counted, replies
from pourparler.ledger.lines.signs import told_as_done
from pourparler.ledger.lines.silence import longest_silence
from pourparler.ledger.lines.states import Standing, standings
from pourparler.ledger.lines.wording import why
from pourparler.records import Status
from pourparler.records.coverage import Coverage, Telling
from pourparler.records.ids import digest

#: Of each step so many records are shown, each of another origin.
_RECORDS = 3


class Source(Protocol):
    """Where coverage comes from: a store."""

    def cover(self, one: str, other: str, *, on: str, since: str | None = None) -> Coverage:
        """What was published up to a day about two sides."""

    def quotes(self, ids: Iterable[str]) -> Mapping[str, str]:
        """The words on which records rest."""


def draw_lines(source: Source, one: str, other: str, *, on: str, since: str | None = None) -> tuple[Line, ...]:
    """The two sides as a whole, with figures, and then each line between them, on the day ``on`` (ISO).

    Only what was published by then counts; ``since`` is the first day that figures count from. The states also rest on
    what was before it. Raises what the source raises.
    """
    coverage = source.cover(one, other, on=on, since=since)
    deeds = gather(coverage)
    observation = Observation.of(coverage.months)
    found = standings(deeds, on, observation)
    counted = [deed for deed in deeds if deed.latest >= coverage.since]
    late, plans = overdue(counted, coverage.links, on, observation), ahead(counted, coverage.links, on)
    shown = [*(deed for standing in found for deed in standing.rests_on), *(one.deed for one in late), *plans]
    asked = outstanding(counted, coverage.links)
    wanted = {telling.id for deed in shown for telling in one_of_each_origin(deed)}
    quotes = source.quotes(wanted | {one.record for one in asked})
    figures = replace(
        _figures(coverage, counted, observation),
        outstanding=tuple(replace(one, words=one.words or quotes.get(one.record)) for one in asked),
        overdue=tuple(Announced(step=step_of(one.deed, quotes), days=one.days, observed=one.observed) for one in late),
        announced=tuple(step_of(deed, quotes) for deed in plans),
    )
    return tuple(_line(coverage, standing, quotes, figures) for standing in found)


def _line(coverage: Coverage, standing: Standing, quotes: Mapping[str, str], figures: Figures) -> Line:
    level, channel = standing.level, standing.channel
    held = [deed for deed in standing.steps if deed.type == Status.HELD and deed.done and not deed.disputed]
    return Line(
        id=f"li-{digest(coverage.low, coverage.high, coverage.on, level or '', channel or '')}",
        low=coverage.low, high=coverage.high, on=coverage.on, since=coverage.since, cut=coverage.cut, level=level,
        channel=channel, state=standing.state, why=why(standing, coverage.on),
        steps=sum(deed.latest >= coverage.since for deed in standing.steps), held=_days(held[-1] if held else None),
        last=_days(standing.last),
        rests_on=tuple(step_of(deed, quotes) for deed in standing.rests_on), figures=None if channel else figures,
    )  # fmt: skip


def _days(deed: Deed | None) -> Days | None:
    return Days(earliest=deed.earliest, latest=deed.latest, record=deed.tellings[0].id) if deed else None


def _figures(coverage: Coverage, deeds: Sequence[Deed], observation: Observation) -> Figures:
    """The figures but those that quote."""
    sides, links = (coverage.low, coverage.high), coverage.links
    kinds = Counter(deed.kind for deed in deeds)
    contacts = [deed for deed in deeds if deed.kind == "contact" and told_as_done(deed)]
    window = [begin[:7] for begin, _ in months_between(coverage.since, coverage.on)]
    read = [month for month in coverage.months if month.month >= coverage.since[:7]]
    return Figures(
        contacts=len({deed.thread for deed in contacts}),
        reports=len({telling.article for deed in contacts for telling in deed.tellings}),
        origins=len({telling.family for deed in contacts for telling in deed.tellings}),
        incidents=kinds["incident"], measures=kinds["measure"], undated=coverage.undated,
        articles=sum(month.articles for month in read), months=len(window),
        months_observed=len(observation.observed.intersection(window)),
        asking=tuple(replies(deeds, links, sides)),
        silence=longest_silence(deeds, coverage.since, coverage.on, observation),
        confirmed=tuple(confirmations(deeds, sides)), through=tuple(_carriers(contacts)),
        reasons=tuple(reasons(contacts, links)),
    )  # fmt: skip


def _carriers(contacts: Iterable[Deed]) -> Iterator[Counted]:
    """Who carried or hosted contacts between the sides, the most frequent first."""
    carried: defaultdict[str, list[str]] = defaultdict(list)
    for deed in contacts:
        for side in {side for telling in deed.tellings for side in telling.mediators}:
            carried[side].append(next(one.id for one in deed.tellings if side in one.mediators))
    for name, records in sorted(carried.items(), key=lambda one: (-len(one[1]), one[0])):
        yield Counted(name=name, count=len(records), records=tuple(records))


def step_of(deed: Deed, quotes: Mapping[str, str]) -> Step:
    """A deed as a state rests on it, with the words of its records."""
    shown = [Quoted(id=telling.id, text=quotes.get(telling.id, "")) for telling in one_of_each_origin(deed)]
    return Step(
        deed=deed.id, status=deed.type, factuality=deed.factuality, by=deed.by, level=deed.level, channel=deed.channel,
        forum=deed.forum, earliest=deed.earliest, latest=deed.latest, due=deed.due_latest, disputed=deed.disputed,
        reports=len({telling.article for telling in deed.tellings}),
        origins=len({telling.family for telling in deed.tellings}), records=tuple(shown),
    )  # fmt: skip


def one_of_each_origin(deed: Deed) -> list[Telling]:
    """The first telling of each origin, the earliest origins first."""
    first: dict[str, Telling] = {}
    for telling in deed.tellings:
        first.setdefault(telling.family, telling)
    return list(first.values())[:_RECORDS]
