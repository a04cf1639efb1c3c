"""Holders that texts tell of are told for the days on which they held the office, each once."""

from __future__ import annotations

from datetime import date

import pytest

from pourparler.ledger.learned import held_on, learned_from, tellings
from pourparler.records import Judgement, JudgementKind


def told(person: str, on: str | None, record: str, **value: str | None) -> Judgement:
    held = {"person": person, "office": "defence minister", "country": "CHN", "from": None, "to": None, "on": on}
    return Judgement(kind=JudgementKind.HOLDER, relation="holds", subject=record, value=held | value)


#: Qiao is shown in office in spring, Shen came into it on 20 July, both many times.
SAID = (
    told("Qiao Bo", "2026-04-10", "te-1"),
    told("Qiao Bo", "2026-07-04", "te-2"),
    told("Qiao Bo", "2026-05-12", "te-3", office="Defense Minister"),
    told("Shen Lu", "2026-07-21", "te-4", **{"from": "2026-07-20"}),
    told("Shen Lu", "2026-08-05", "te-5"),
    told("SHEN LU", "2026-11-11", "te-6"),
)


@pytest.mark.parametrize(
    ("day", "held"),
    [
        ("2026-04-09", []),
        ("2026-04-10", ["Qiao Bo"]),
        ("2026-07-10", ["Qiao Bo"]),
        ("2026-07-20", ["Shen Lu"]),
        ("2027-03-01", ["Shen Lu"]),
    ],
)
def test_only_who_held_the_office_that_day_is_told_and_once(day: str, held: list[str]) -> None:
    assert [one.person for one in held_on(tellings(SAID), date.fromisoformat(day))] == held
    assert [one.person for one in held_on(tellings(SAID[::-1]), date.fromisoformat(day))] == held


def test_who_is_shown_in_an_office_at_the_same_time_as_another_stands_beside() -> None:
    both = (*SAID, told("Ann Lee", "2026-11-11", "te-7"))
    assert {one.person for one in held_on(tellings(both), date(2026, 12, 1))} == {"Shen Lu", "Ann Lee"}


def test_an_office_that_a_text_says_was_left_is_held_no_more() -> None:
    left = (*SAID, told("Shen Lu", "2026-12-02", "te-8", to="2026-12-01"))
    assert [one.person for one in held_on(tellings(left), date(2026, 12, 1))] == ["Shen Lu"]
    assert held_on(tellings(left), date(2026, 12, 2)) == ()


def test_many_tellings_are_one_with_the_days_of_all_and_the_record_that_tells_most() -> None:
    (shen,) = held_on(tellings(SAID), date(2026, 9, 1))
    assert (shen.start, shen.end, shen.on, shen.record) == ("2026-07-20", None, "2026-08-05", "te-4")
    assert [(one.person, one.on) for one in learned_from(SAID)] == [
        ("Shen Lu", "2026-11-11"),
        ("Qiao Bo", "2026-07-04"),
    ]
