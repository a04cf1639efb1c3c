"""Who asks, who answers, and how soon."""

from __future__ import annotations

import pytest
from tests.ledger.lines.making import figures, tie, told

from pourparler.ledger.lines.replies import Asking
from pourparler.records import Relation
from pourparler.records.coverage import Telling


def asked_by(side: str, *tellings: Telling, **known: object) -> Asking:
    (found,) = [one for one in figures(*tellings, **known).asking if one.side == side]
    return found


def outcomes(asking: Asking) -> dict[str, int]:
    return {one.name: one.count for one in asking.outcomes}


def request(when: str, name: str = "co-ask", **known: object) -> Telling:
    return told("requested", when, name, **({"initiator": "NOR", "by": "NOR"} | known))


ANSWERS = (tie(Relation.ANSWERS, "co-reply", "co-ask"),)


@pytest.mark.parametrize(
    ("reply", "outcome", "rate"),
    [
        ("accepted", "accepted", 1.0),
        ("declined", "declined", 1.0),
        ("postponed", "postponed", 1.0),
        ("held", "held", 1.0),
        ("scheduled", "accepted", 1.0),
        ("unanswered", "unanswered", 0.0),
    ],
)
def test_a_request_is_answered_by_what_is_linked_to_it(reply: str, outcome: str, rate: float) -> None:
    found = asked_by("NOR", request("2024-01-10"), told(reply, "2024-01-12", "co-reply", by="SWE"), links=ANSWERS)
    assert (found.asked, outcomes(found), found.rate) == (1, {outcome: 1}, rate)


def test_without_a_link_a_later_step_of_its_contact_answers_it() -> None:
    found = asked_by("NOR", request("2024-01-10"), told("held", "2024-01-12", thread="co-ask"))
    assert outcomes(found) == {"held": 1}


def test_an_earlier_step_of_its_contact_does_not() -> None:
    found = asked_by("NOR", request("2024-01-10"), told("held", "2024-01-02", thread="co-ask"))
    assert (outcomes(found), found.rate) == ({"unknown": 1}, None)


def test_an_answer_counts_though_the_first_call_was_not_answered() -> None:
    steps = [told("unanswered", "2024-01-11", thread="co-ask"), told("accepted", "2024-01-14", thread="co-ask")]
    assert outcomes(asked_by("NOR", request("2024-01-10"), *steps)) == {"accepted": 1}


def test_a_refusal_tells_of_a_request_that_is_not_told() -> None:
    found = asked_by("NOR", told("declined", "2024-01-12", initiator="NOR", by="SWE"))
    assert (found.asked, outcomes(found), found.least) == (1, {"declined": 1}, None)


def test_where_nobody_says_who_asked_it_was_the_other_side_than_who_replies() -> None:
    assert asked_by("NOR", told("unanswered", "2024-01-12", by="SWE")).asked == 1
    assert asked_by("NOR", told("unanswered", "2024-01-12")).asked == 0


def test_a_linked_refusal_is_not_counted_twice() -> None:
    reply = told("declined", "2024-01-12", "co-reply", initiator="NOR", by="SWE")
    assert asked_by("NOR", request("2024-01-10"), reply, links=ANSWERS).asked == 1


def test_one_request_in_three_articles_is_one() -> None:
    requests = [request("2024-01-10", f"co-{k}", deed="co-0", thread="co-0") for k in range(3)]
    assert asked_by("NOR", *requests).asked == 1


def test_the_rate_is_that_of_requests_whose_outcome_is_known() -> None:
    asks = [request("2024-01-10", f"co-{k}") for k in range(4)]
    replies = [
        told(status, "2024-01-12", f"co-r{k}", thread=f"co-{k}")
        for k, status in enumerate(("accepted", "declined", "unanswered"))
    ]
    found = asked_by("NOR", *asks, *replies)
    assert (found.asked, round(found.rate or 0, 2)) == (4, 0.67)


@pytest.mark.parametrize(
    ("asked", "answered", "exact", "least", "most"),
    [
        ("2024-01-10", "2024-01-12", 1, 2, 2),
        ("2024-01-10", "2024-01-12..2024-01-20", 0, 2, 10),
        ("2024-01-01..2024-01-10", "2024-01-12", 0, 2, 11),
        ("2024-01-01..2024-01-10", "2024-01-08..2024-01-12", 0, 0, 11),
        ("..2024-01-10", "2024-01-12", 0, 2, None),
        ("2024-01-10", "..2024-01-12", 0, 0, 2),
    ],
)
def test_time_to_reply_is_exact_only_where_both_days_are_known(
    asked: str, answered: str, exact: int, least: int, most: int | None
) -> None:
    found = asked_by("NOR", request(asked), told("declined", answered, "co-reply"), links=ANSWERS)
    assert (found.exact, found.ranges, found.least, found.most) == (exact, 1 - exact, least, most)
    assert found.median_days == (2 if exact else None)


def test_the_median_is_of_the_exact_ones() -> None:
    asks = [request("2024-01-01", f"co-{k}") for k in range(4)]
    replies = [told("held", f"2024-01-{day:02}", f"co-r{k}", thread=f"co-{k}") for k, day in enumerate((2, 5, 31))]
    found = asked_by("NOR", *asks, *replies, told("held", "..2024-01-09", thread="co-3"))
    assert (found.exact, found.median_days, found.ranges, found.least, found.most) == (3, 4, 1, 0, 30)


def test_a_wish_is_no_request_and_one_that_is_denied_counts_for_nothing() -> None:
    assert asked_by("NOR", told("sought", "2024-01-10", by="NOR")).asked == 0
    assert asked_by("NOR", request("2024-01-10", factuality="negated")).asked == 0


def test_requests_before_the_first_day_are_not_counted() -> None:
    assert asked_by("NOR", request("2023-12-31"), request("2024-01-01", "co-b"), since="2024-01-01").asked == 1


@pytest.mark.parametrize(
    ("due", "outcome"), [("2024-01-20", "unknown"), ("2024-02-20", "accepted"), (None, "accepted")]
)
def test_what_was_due_before_what_is_asked_for_is_no_answer_to_it(due: str | None, outcome: str) -> None:
    announced = told("scheduled", "2024-01-15", thread="co-ask", factuality="planned", due=due)
    asking = asked_by("NOR", request("2024-01-10", due="2024-02-01..2024-02-28"), announced)
    assert outcomes(asking) == {outcome: 1}
