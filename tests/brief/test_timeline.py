"""The picture as geometry."""

from __future__ import annotations

from itertools import combinations

import pytest

from pourparler.brief.timeline import LEFT, RIGHT, WIDTH, Mark, draw
from pourparler.records import Status

SINCE, ON = "2024-01-01", "2024-12-31"


def mark(day: str, type: str = "held", kind: str = "contact", *, earliest: str | None = None, id: str = "") -> Mark:
    return Mark(id=id or f"{type}{day}", earliest=earliest, latest=day, kind=kind, type=type, firm=True, title="t")


def test_days_stand_in_proportion_from_the_first_to_the_last() -> None:
    drawn = draw(SINCE, ON, [], [mark(SINCE), mark("2024-07-01"), mark(ON)]).marks
    assert [one.x for one in drawn] == [LEFT, pytest.approx((LEFT + WIDTH - RIGHT) / 2, abs=2), WIDTH - RIGHT]


def test_a_day_outside_stands_at_the_edge() -> None:
    drawn = draw(SINCE, ON, [], [mark("2023-05-01"), mark("2025-05-01")]).marks
    assert [one.x for one in drawn] == [LEFT, WIDTH - RIGHT]


def test_marks_of_one_lane_do_not_lie_over_each_other() -> None:
    drawn = draw(SINCE, ON, [], [mark(f"2024-03-{k:02}") for k in range(1, 7)]).marks
    assert all(max(abs(one.x - other.x), abs(one.y - other.y)) >= 14 for one, other in combinations(drawn, 2))


def test_a_lane_with_too_many_marks_of_a_day_stays_bounded() -> None:
    picture = draw(SINCE, ON, [], [mark("2024-03-01", id=str(k)) for k in range(100)])
    assert len(picture.marks) == 100
    assert picture.height < 400


@pytest.mark.parametrize("status", list(Status))
def test_every_status_has_a_lane(status: Status) -> None:
    (drawn,) = draw(SINCE, ON, [], [mark("2024-03-01", status)]).marks
    assert drawn.lane in ("asked", "met", "refused")
    assert "{" not in drawn.path


def test_incidents_and_measures_have_lanes_of_their_own() -> None:
    marks = [mark("2024-03-01", "transit", "incident"), mark("2024-03-01", "ban", "measure")]
    assert [one.lane for one in draw(SINCE, ON, [], marks).marks] == ["incident", "measure"]


def test_a_stretch_of_days_begins_where_its_first_day_is_told() -> None:
    (known, open_ended) = draw(SINCE, ON, [], [
        mark("2024-03-01", earliest="2024-02-01"), mark("2024-06-01", earliest=None)]).marks  # fmt: skip
    assert known.start is not None
    assert known.start < known.x
    assert open_ended.start is None


def test_states_lie_side_by_side_over_the_whole_width() -> None:
    states = [(SINCE, "2024-03-31", "open"), ("2024-04-01", "2024-04-02", "strained"), ("2024-04-03", ON, "silent")]
    first, second, third = draw(SINCE, ON, states, []).bands
    assert (first.x, third.x + third.width) == (LEFT, WIDTH - RIGHT)
    assert first.x + first.width == pytest.approx(second.x)
    assert (first.label, second.label) == ("open", "")


@pytest.mark.parametrize(
    ("since", "on", "first", "count"),
    [
        ("2024-01-01", "2024-12-31", "Jan 2024", 12),
        ("2021-01-01", "2024-12-31", "Jan 2021", 8),
        ("1990-01-01", "2024-12-31", "1990", 7),
        ("2024-03-05", "2024-03-05", "", 0),
    ],
)
def test_ticks_are_as_many_as_can_be_read(since: str, on: str, first: str, count: int) -> None:
    ticks = draw(since, on, [], []).ticks
    assert len(ticks) == count
    assert "".join(tick.label for tick in ticks[:1]) == first
