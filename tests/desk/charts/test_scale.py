"""Where days lie on a line, and which are marked."""

from __future__ import annotations

import pytest

from pourparler.desk.charts.scale import Scale


def scale(first: str, last: str) -> Scale:
    return Scale(first=first, last=last, left=100, right=900)


def test_the_first_day_begins_at_the_left_and_the_last_ends_at_the_right() -> None:
    year = scale("2024-01-01", "2024-12-31")
    assert (year.start("2024-01-01"), year.end("2024-12-31"), year.days) == (100, 900, 366)


def test_days_outside_lie_at_the_ends() -> None:
    year = scale("2024-01-01", "2024-12-31")
    assert (year.start("2020-05-05"), year.end("2030-05-05")) == (100, 900)
    assert (year.holds("2023-12-31"), year.holds("2024-12-31"), year.holds(None)) == (False, True, False)


def test_one_day_alone_fills_the_line() -> None:
    day = scale("2024-05-05", "2024-05-05")
    assert (day.start("2024-05-05"), day.middle("2024-05-05"), day.end("2024-05-05")) == (100, 500, 900)


@pytest.mark.parametrize(
    ("first", "last", "labels"),
    [
        ("2024-01-15", "2024-04-20", ["Feb", "Mar", "Apr"]),
        ("2023-11-15", "2024-02-20", ["Dec", "2024", "Feb"]),
        ("2020-06-01", "2024-05-31", ["Jul", "2021", "Jul", "2022", "Jul", "2023", "Jul", "2024"]),
        ("1995-01-01", "2024-12-31", ["1996", "1998", *map(str, range(2000, 2025, 2))]),
    ],
)  # fmt: skip
def test_months_quarters_or_years_are_marked_as_there_is_room(first: str, last: str, labels: list[str]) -> None:
    assert [tick.label for tick in scale(first, last).ticks()] == labels


def test_a_mark_at_the_very_end_has_no_words_but_its_line() -> None:
    ticks = list(scale("2024-01-01", "2024-12-05").ticks())
    assert (ticks[-1].label, ticks[-1].x > 880) == ("", True)
    assert [tick.strong for tick in ticks] == [True] + [False] * 11
