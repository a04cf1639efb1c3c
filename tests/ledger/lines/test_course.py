"""The course of a line is its state on every day, as it could have been told on that day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.ledger.lines.making import later, tie, told

from pourparler.ledger.lines import State, Stretch, draw_course, draw_lines, tell_state
from pourparler.ledger.lines.deeds import Deed
from pourparler.ledger.lines.observing import ENOUGH
from pourparler.records import Factuality, Judgement, ReasonKind, Relation, Status
from pourparler.records.coverage import Chronicle, Coverage, Ground, Heard, ReadDay, ReadMonth, Telling

FIRST, LAST = "2024-01-01", "2025-03-31"
LEVELS, CHANNELS = ("unspecified", "minister", "commander"), ("phone", "hotline", "talks", "unspecified")
TIES = (Relation.ANSWERS, Relation.FOLLOWS, Relation.READOUT, Relation.CONTRADICTS)


@dataclass(frozen=True)
class Archive:
    """A source that keeps chronicles, and gives of each day what was known on it."""

    chronicle_: Chronicle

    def chronicle(self, one: str, other: str, *, first: str, last: str, most: int | None = None) -> Chronicle:
        return replace(self.chronicle_, first=first, last=last)

    def cover(self, one: str, other: str, *, on: str, since: str | None = None) -> Coverage:
        of = self.chronicle_
        origins: dict[str, int] = {}
        for read in of.read:
            if read.day <= on:
                origins[read.day[:7]] = origins.get(read.day[:7], 0) + read.origins
        months = tuple(ReadMonth(month=month, articles=count, origins=count) for month, count in origins.items())
        return Coverage(
            low="NOR", high="SWE", on=on, since=of.start, tellings=of.known(on), links=of.links, months=months
        )

    def glance(self, one: str, other: str, *, on: str) -> Coverage:
        return self.cover(one, other, on=on)

    def quotes(self, ids: Iterable[str]) -> Mapping[str, str]:
        return {name: f"words of {name}" for name in ids}


def archive(tellings: Sequence[Telling], *, links: Sequence[Judgement] = (), read: Sequence[str] = ()) -> Archive:
    """What was published about Norway and Sweden; on the days of ``read`` an origin told of them."""
    heard = tuple(Heard(telling=one, since=one.published or one.latest or "") for one in tellings)
    days = tuple(ReadDay(day=day, origins=1) for day in read)
    return Archive(
        Chronicle(
            low="NOR", high="SWE", start="2023-01-01", first=FIRST, last=LAST, heard=heard, links=tuple(links),
            read=days,
        )
    )  # fmt: skip


def course(source: Archive, first: str = FIRST, last: str = LAST) -> list[Stretch]:
    """That of the two sides as a whole."""
    every = draw_course(source, "NOR", "SWE", first=first, last=last)
    return [one for one in every if one.channel is None]


def days(first: str = FIRST, last: str = LAST) -> Iterable[str]:
    day, end = date.fromisoformat(first), date.fromisoformat(last)
    while day <= end:
        yield day.isoformat()
        day += timedelta(1)


Places = dict[tuple[str | None, str | None], str]


def by_course(stretches: Sequence[Stretch], day: str) -> Places:
    """The state of each line on a day, as the course has it."""
    return {(one.level, one.channel): one.state for one in stretches if one.first <= day <= one.last}


def by_lines(source: Archive, day: str) -> Places:
    return {(line.level, line.channel): line.state for line in draw_lines(source, "NOR", "SWE", on=day)}


# --- that it agrees ------------------------------------------------------------------------------------

some_days = st.dates(date(2023, 6, 1), date(2025, 1, 31)).map(date.isoformat)


@st.composite
def tellings(draw: st.DrawFn) -> Telling:
    """A telling of a few deeds and contacts, published up to a month after."""
    day, number = draw(some_days), draw(st.integers(0, 999999))
    when = draw(st.sampled_from([day, f"..{day}", f"{later(day, -9)}..{day}", f"{day}..{later(day, 5)}"]))
    status = draw(st.sampled_from(list(Status)))
    mild = draw(st.booleans())
    return told(
        status, when, f"co-{number}",
        deed=f"deed-{draw(st.integers(0, 12))}", thread=f"thread-{draw(st.integers(0, 6))}",
        published=later(day, draw(st.integers(0, 30))), level=draw(st.sampled_from(LEVELS)),
        channel=draw(st.sampled_from(CHANNELS)), disputed=draw(st.sampled_from([False, False, True])),
        factuality=draw(st.sampled_from([*[Factuality.ACTUAL] * 6, Factuality.PLANNED, Factuality.NEGATED])),
        due=draw(st.sampled_from([None, later(day, 20), f"{later(day, 2)}..{later(day, 40)}"])),
        mediators=draw(st.sampled_from([(), (), (), ("NOR",), ("FIN",)])),
        reasons=(Ground(kind=ReasonKind.HEALTH, side="NOR", words="ill"),) if mild else (),
    )  # fmt: skip


@st.composite
def archives(draw: st.DrawFn) -> Archive:
    made = draw(st.lists(tellings(), max_size=9, unique_by=lambda one: one.id))
    ids = [one.id for one in made]
    pairs = st.tuples(st.sampled_from(TIES), st.sampled_from(ids or [""]), st.sampled_from(ids or [""]))
    links = [tie(*one) for one in draw(st.lists(pairs, max_size=4 if ids else 0))]
    source = archive(made, links=links, read=draw(st.lists(some_days, max_size=14)))
    return replace(
        source, chronicle_=replace(source.chronicle_, heard=tuple(map(draw, map(_until, source.chronicle_.heard))))
    )


def _until(heard: Heard) -> st.SearchStrategy[Heard]:
    """The telling may be looked at no longer than to some day."""
    until = st.sampled_from([None, None, None, 40])
    return until.map(lambda some: replace(heard, until=later(heard.since, some) if some else None))


@settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(archives())
def test_on_every_day_the_state_is_that_of_the_line_drawn_on_that_day(source: Archive) -> None:
    stretches = draw_course(source, "NOR", "SWE", first=FIRST, last=LAST)
    for day in days():
        assert (day, by_course(stretches, day)) == (day, by_lines(source, day))


@settings(max_examples=100, deadline=None, derandomize=True)
@given(archives(), st.dates(date.fromisoformat(FIRST), date.fromisoformat(LAST)).map(date.isoformat))
def test_the_state_of_a_day_alone_is_that_of_its_line(source: Archive, day: str) -> None:
    assert tell_state(source, "NOR", "SWE", on=day) == draw_lines(source, "NOR", "SWE", on=day)[0].state
    (stretch,) = course(source, day, day)
    assert (stretch.first, stretch.last, stretch.state) == (day, day, tell_state(source, "NOR", "SWE", on=day))


@settings(max_examples=60, deadline=None, derandomize=True)
@given(archives())
def test_the_stretches_of_two_sides_follow_each_other_without_a_gap_and_change_state(source: Archive) -> None:
    found = course(source)
    assert (found[0].first, found[-1].last) == (FIRST, LAST)
    for one, following in pairwise(found):
        assert later(one.last, 1) == following.first
        assert one.state is not following.state


@settings(max_examples=40, deadline=None, derandomize=True)
@given(archives())
def test_a_stretch_rests_on_the_steps_on_which_its_first_day_does(source: Archive) -> None:
    for one in draw_course(source, "NOR", "SWE", first=FIRST, last=LAST):
        lines = draw_lines(source, "NOR", "SWE", on=one.first)
        (line,) = [line for line in lines if (line.level, line.channel) == (one.level, one.channel)]
        assert one.rests_on == line.rests_on


# --- what it tells -------------------------------------------------------------------------------------


def states(stretches: Iterable[Stretch]) -> list[tuple[str, str]]:
    return [(one.first, str(one.state)) for one in stretches]


#: An origin on two days of each month.
READ = [f"{year}-{month:02}-{day:02}" for year in (2023, 2024, 2025) for month in range(1, 13) for day in (3, 9)]


def test_a_state_begins_on_the_day_on_which_it_was_published_not_on_that_of_the_step() -> None:
    source = archive([told("held", "2024-02-10"), told("declined", "2024-03-01", published="2024-03-04")], read=READ)
    assert states(course(source, "2024-02-10", "2024-04-01")) == [("2024-02-10", "open"), ("2024-03-04", "strained")]


def test_a_state_ends_with_the_recent_days_and_the_silence_after_it_names_the_last_step() -> None:
    source = archive([told("held", "2024-02-10", "co-a")], read=READ)
    opened, silent = course(source, "2024-02-10")
    assert (silent.first, silent.state) == (later("2024-02-10", 180), State.SILENT)
    assert [[record.id for step in one.rests_on for record in step.records] for one in (opened, silent)] == [
        ["co-a"]
    ] * 2


def test_an_announced_contact_opens_a_line_until_its_day_is_over() -> None:
    plan = told("scheduled", "2024-02-10", due="2024-03-01", factuality="planned")
    assert states(course(archive([plan], read=READ), "2024-02-10", "2024-04-01")) == [
        ("2024-02-10", "open"), ("2024-03-02", "silent"),
    ]  # fmt: skip


def test_silence_begins_to_be_told_on_the_day_on_which_enough_was_read() -> None:
    read = [
        "2024-01-02",
        "2024-01-20",
        "2024-02-02",
        "2024-02-20",
        "2024-03-05",
        "2024-03-06",
        "2024-04-09",
        "2024-04-10",
    ]
    assert ENOUGH == 2
    (unknown, silent) = course(archive([], read=read), "2024-03-01", "2024-04-12")
    assert (unknown.state, silent.state) == ("unobserved", "silent")
    assert silent.first == "2024-03-30"  # the ninetieth day of January, February and March


def test_a_line_has_no_state_before_it_is_told_of() -> None:
    source = archive([told("held", "2024-02-10"), told("declined", "2024-06-01", level="minister")], read=READ)
    every = draw_course(source, "NOR", "SWE", first=FIRST, last=LAST)
    assert [(one.level, one.first) for one in every if one.channel == "phone"] == [
        ("minister", "2024-06-01"), ("minister", "2024-11-28"),
        ("unspecified", "2024-02-10"), ("unspecified", "2024-08-08"),
    ]  # fmt: skip


def test_what_is_cut_is_told_of_the_first_stretch_alone() -> None:
    source = archive([told("held", "2024-02-10"), told("declined", "2024-03-01")], read=READ)
    source = Archive(replace(source.chronicle_, cut=True))
    assert [one.cut for one in course(source, "2024-02-10", "2024-04-01")] == [True, False]


@pytest.mark.parametrize("day", ["2024-02-10", "2024-12-31"])
def test_a_course_of_one_day_is_one_stretch(day: str) -> None:
    source = archive([told("held", "2024-02-10")], read=READ)
    assert [(one.first, one.last) for one in course(source, day, day)] == [(day, day)]


def test_a_long_contact_is_not_compared_with_itself_every_day(monkeypatch: pytest.MonkeyPatch) -> None:
    compared = 0
    plain = Deed.__eq__

    def count(one: Deed, other: object) -> bool:
        nonlocal compared
        compared += 1
        return plain(one, other)

    monkeypatch.setattr(Deed, "__eq__", count)
    steps = [told(Status.HELD, later(FIRST, day), f"co-{day:03}", thread="co-000") for day in range(90)]
    draw_course(archive(steps), "NOR", "SWE", first=FIRST, last=LAST)
    assert 0 < compared <= 3 * 90 * 90


@pytest.mark.parametrize("turn", [1, -1])
def test_a_contact_of_more_steps_than_calls_can_be_nested_has_a_course(turn: int) -> None:
    names = [f"co-{number:04}" for number in range(1500)]
    steps = [told(Status.HELD, FIRST, name) for name in names]
    links = [tie(Relation.FOLLOWS, later, earlier) for earlier, later in pairwise(names)][::turn]
    assert draw_course(archive(steps[::-1], links=links), "NOR", "SWE", first=FIRST, last=LAST)
