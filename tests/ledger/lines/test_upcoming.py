"""What is announced for a day still to come, or agreed to for none."""

from __future__ import annotations

import pytest
from tests.ledger.lines.making import ON, covered, told

from pourparler.ledger.lines.announcements import ahead as dated
from pourparler.ledger.lines.announcements import without_day
from pourparler.ledger.lines.deeds import gather
from pourparler.records.coverage import Telling


def ahead(*tellings: Telling) -> list[str]:
    coverage = covered(*tellings)
    deeds = gather(coverage)
    return [deed.id for deed in (*dated(deeds, coverage.links, ON), *without_day(deeds, coverage.links, ON))]


def plan(due: str | None, name: str = "co-plan", when: str = "2024-01-10", **known: object) -> Telling:
    return told("scheduled", when, name, due=due, **({"factuality": "planned"} | known))


@pytest.mark.parametrize("due", ["2024-03-01", "2024-03-02", "2024-03-01..2024-03-09", "2024-04-01.."])
def test_what_is_due_on_the_day_or_after_is_ahead(due: str) -> None:
    assert ahead(plan(due)) == ["co-plan"]


@pytest.mark.parametrize("due", ["2024-02-29", "2024-02-20..2024-03-09"])
def test_what_may_have_been_is_not(due: str) -> None:
    assert ahead(plan(due)) == []


def test_what_is_agreed_to_without_a_day_is_ahead_as_long_as_a_line_is_judged_by_it() -> None:
    recent, old = told("accepted", "2024-01-10", "co-new"), told("accepted", "2023-06-10", "co-old", channel="visit")
    assert ahead(recent, old) == ["co-new"]


@pytest.mark.parametrize(
    "outcome",
    [
        told("held", "2024-02-01", thread="co-plan"),
        told("cancelled", "2024-02-01", thread="co-plan"),
        told("held", "2024-02-01"),
    ],
)
def test_of_what_anything_more_is_told_nothing_is_ahead(outcome: Telling) -> None:
    assert ahead(plan(None), outcome) == []


@pytest.mark.parametrize(
    "other",
    [
        told("held", "2024-01-05"),
        told("held", "2024-02-01", channel="visit"),
        told("held", "2024-02-01", factuality="possible"),
    ],
)
def test_an_earlier_contact_or_one_of_another_kind_is_no_outcome(other: Telling) -> None:
    assert ahead(other, plan(None)) == ["co-plan"]


def test_what_is_only_wished_for_possible_or_denied_is_not_announced() -> None:
    assert ahead(plan("2024-04-01", factuality="possible")) == []
    assert ahead(plan(None, disputed=True)) == []
    assert ahead(told("requested", "2024-01-10", due="2024-04-01")) == []


def test_the_first_due_comes_first_and_what_has_no_day_last() -> None:
    plans = (plan(None, "co-some"), plan("2024-05-01", "co-late"), plan("2024-04-01", "co-soon"))
    assert ahead(*plans) == ["co-soon", "co-late", "co-some"]
