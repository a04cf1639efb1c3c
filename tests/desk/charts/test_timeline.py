"""The picture of a pair: what is drawn where."""

from __future__ import annotations

from itertools import pairwise

from pourparler.desk.charts.shapes import INCIDENT, OF_STATUS
from pourparler.desk.charts.timeline import LEFT, RIGHT, Lane, Moment, Stay, Timeline, draw_timeline
from pourparler.records import Status

FIRST, LAST = "2024-01-01", "2024-12-31"


def stay(first: str, last: str, label: str = "open") -> Stay:
    return Stay(first=first, last=last, label=label, tone="open", title=f"{label} from {first}", href="/rows?id=a")


def moment(day: str, status: Status = Status.HELD) -> Moment:
    return Moment(day=day, shape=OF_STATUS[status], title=f"{status} on {day}", href="/articles/a#co-a")


def draw(*lanes: Lane, band: tuple[Stay, ...] = ()) -> Timeline:
    return draw_timeline("Norway and Sweden", FIRST, LAST, band, lanes)


def test_every_status_has_a_shape_and_those_that_mean_another_thing_look_otherwise() -> None:
    assert set(OF_STATUS) == set(Status)
    looks = {(shape.path, shape.paint) for shape in {*OF_STATUS.values(), INCIDENT}}
    assert len(looks) == len({shape.meaning for shape in {*OF_STATUS.values(), INCIDENT}})


def test_states_that_follow_each_other_touch_and_fill_the_band() -> None:
    band = draw(
        band=(stay("2023-05-01", "2024-03-31"), stay("2024-04-01", "2024-08-31"), stay("2024-09-01", LAST))
    ).band
    assert (band[0].x, band[-1].x + band[-1].width) == (LEFT, RIGHT)
    assert all(abs(one.x + one.width - after.x) <= 0.11 for one, after in pairwise(band))


def test_what_lies_outside_the_days_is_left_out() -> None:
    lane = Lane(name="minister", moments=(moment("2023-12-31"), moment("2024-06-01"), moment("2025-01-01")))
    terms = Lane(name="NOR", stays=(stay("2020-01-01", "2023-12-31"), stay("2025-01-01", "2026-01-01")))
    drawn = draw(lane, terms)
    assert [mark.moment.day for mark in drawn.marks] == ["2024-06-01"]
    assert drawn.bars == ()


def test_a_label_without_room_is_cut_or_left_out_and_its_title_stays() -> None:
    names = [(stay(FIRST, last, "Ole Bergersen").label, last) for last in ("2024-12-31", "2024-02-08", "2024-01-10")]
    bars = draw(*(Lane(name="x", stays=(stay(FIRST, last, label),)) for label, last in names)).bars
    assert [bar.label for bar in bars] == ["Ole Bergersen", "Ole Bergers…", ""]
    assert {bar.stay.title for bar in bars} == {"Ole Bergersen from 2024-01-01"}


def test_marks_of_one_day_stand_at_different_heights_within_their_row() -> None:
    drawn = draw(Lane(name="minister", moments=tuple(moment("2024-06-01", status) for status in list(Status)[:3])))
    heights = [mark.y for mark in drawn.marks]
    assert len(set(heights)) == 3
    assert all(drawn.rows[0].bottom - 32 < y < drawn.rows[0].bottom for y in heights)


def test_marks_that_are_apart_stand_in_the_middle() -> None:
    drawn = draw(Lane(name="minister", moments=(moment("2024-06-01"), moment("2024-08-01"))))
    assert len({mark.y for mark in drawn.marks}) == 1


def test_rows_follow_each_other_and_the_picture_ends_beneath_the_last() -> None:
    drawn = draw(Lane(name="minister"), Lane(name="incidents"), Lane(name="NOR", narrow=True))
    bottoms = [row.bottom for row in drawn.rows]
    assert bottoms == sorted(bottoms)
    assert drawn.bottom == bottoms[-1] < drawn.height


def test_the_legend_has_what_is_drawn_each_once() -> None:
    statuses = (Status.HELD, Status.HELD, Status.REQUESTED, Status.OFFERED)
    moments = [moment(f"2024-0{k}-01", status) for k, status in enumerate(statuses, 1)]
    drawn = draw(Lane(name="minister", moments=(*moments, moment("2030-01-01", Status.DECLINED))))
    assert [shape.meaning for shape in drawn.legend] == ["held", "sought, requested or offered"]
