"""Names as of a day: states that came to be within the reach of news, and what stood in their place before."""

from __future__ import annotations

from datetime import date

import pytest

from pourparler.knowledge import Knowledge


@pytest.fixture(scope="module")
def known() -> Knowledge:
    return Knowledge.load()


@pytest.mark.parametrize(
    ("day", "name", "expected"),
    [
        (date(2004, 5, 1), "SPLA", [("SDN", "REB")]),
        (date(2014, 5, 1), "SPLA", [("SSD", "MIL")]),
        (None, "SPLA", [("SSD", "MIL")]),
        (date(2011, 7, 9), "South Sudan", [("SSD", "GOV")]),
        (date(2004, 5, 1), "Sudan", [("SDN", "GOV")]),
    ],
)
def test_a_name_is_read_as_of_the_day(
    known: Knowledge, day: date | None, name: str, expected: list[tuple[str, str]]
) -> None:
    (found,) = known.on(day).find(name)
    assert [(e.country, (e.sectors or ("GOV",))[0]) for e in found.entries] == expected


@pytest.mark.parametrize("name", ["South Sudan", "South Sudanese", "Montenegro"])
def test_a_state_that_had_yet_to_come_to_be_has_no_name(known: Knowledge, name: str) -> None:
    assert known.on(date(2002, 1, 1)).find(name) == []
    assert known.on(date(2024, 1, 1)).find(name) != []


def test_days_on_which_the_same_states_were_there_share_one_view(known: Knowledge) -> None:
    assert known.on(date(2014, 1, 1)) is known.on(date(2024, 1, 1)) is known.on(None)
    assert known.on(date(2004, 1, 1)).on(date(2004, 1, 1)) is known.on(date(2004, 1, 1))
