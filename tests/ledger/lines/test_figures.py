"""Silence, what is overdue, who confirms, reasons and conditions."""

from __future__ import annotations

import pytest
from tests.ledger.lines.making import MUCH, NOBODY_NAMED, condition, figures, measure, reason, side, tie, told

from pourparler.ledger.lines.observing import Observation
from pourparler.records import Relation
from pourparler.records.coverage import ReadMonth, Telling, Voice

SINCE = "2023-01-01"

# --- silence -----------------------------------------------------------------------------------------


def observed(*months: str) -> tuple[ReadMonth, ...]:
    return tuple(ReadMonth(month=month, articles=9, origins=3) for month in months)


def test_the_longest_silence_lies_between_two_dealings() -> None:
    steps = [told("held", day, f"co-{day}") for day in ("2023-01-02", "2023-03-02", "2023-09-02", "2024-02-01")]
    silence = figures(*steps, since=SINCE).silence
    assert (silence.days, silence.first, silence.last) == (184, "2023-03-02", "2023-09-02")
    assert (silence.after, silence.before) == ("co-2023-03-02", "co-2023-09-02")


def test_an_unanswered_call_and_a_request_do_not_end_a_silence_but_a_refusal_does() -> None:
    held = told("held", "2023-01-02", "co-a")
    tried = [told("unanswered", "2023-06-01"), told("requested", "2023-07-01")]
    assert figures(held, *tried, since=SINCE).silence.days == 424
    assert figures(held, *tried, told("declined", "2023-07-02"), since=SINCE).silence.days == 243


def test_a_silence_that_still_runs_has_no_end() -> None:
    silence = figures(told("held", "2023-01-02", "co-a"), since=SINCE).silence
    assert (silence.after, silence.before, silence.last) == ("co-a", None, "2024-03-01")


def test_months_in_which_nothing_was_read_are_no_silence() -> None:
    months = observed("2023-01", "2023-02", "2023-05", "2023-06", "2023-07")
    silence = figures(told("held", "2023-01-10"), since=SINCE, months=months).silence
    assert (silence.days, silence.first, silence.last) == (91, "2023-05-01", "2023-07-31")
    assert (silence.after, silence.before) == (None, None)


def test_where_no_month_is_observed_no_silence_is_told() -> None:
    assert figures(told("held", "2023-01-10"), since=SINCE, months=()).silence is None


def test_observed_stretches_begin_and_end_inside_months() -> None:
    observation = Observation.of(observed("2023-11", "2023-12", "2024-02"))
    assert list(observation.stretches("2023-12-10", "2024-02-05")) == [
        ("2023-12-10", "2023-12-31"),
        ("2024-02-01", "2024-02-05"),
    ]
    assert observation.days("2023-12-10", "2024-02-05") == 27


@pytest.mark.parametrize("on", ["0001-01-01", "9999-12-31"])
def test_the_ends_of_the_calendar_are_days_like_others(on: str) -> None:
    assert Observation.of(MUCH).tells_silence(on) is False


def test_months_count_what_was_read_and_observed() -> None:
    months = (*observed("2024-01"), ReadMonth(month="2024-02", articles=5, origins=1))
    found = figures(told("held", "2024-01-10"), since="2023-12-15", months=months)
    assert (found.articles, found.months, found.months_observed) == (14, 4, 1)


# --- announced and overdue ---------------------------------------------------------------------------


def announced(due: str, **known: object) -> Telling:
    return told("scheduled", "2024-01-10", "co-plan", due=due, **({"factuality": "planned"} | known))


@pytest.mark.parametrize(
    ("due", "days"),
    [
        ("2024-02-20", 10),
        ("2024-02-12..2024-02-18", 12),
        ("2024-02-26..2024-03-03", None),
        ("2024-02-26..2024-03-01", None),
        ("2024-02-20..", None),
        ("..2024-02-20", 10),
    ],
)
def test_an_announced_contact_is_overdue_by_the_days_since_its_last_possible_day(due: str, days: int | None) -> None:
    (late,) = figures(announced(due)).overdue
    assert (late.step.records[0].id, late.days, late.observed) == ("co-plan", days, True)


@pytest.mark.parametrize("due", ["2024-03-01", "2024-03-02", "2024-03-01..2024-03-09", "2024-03-01.."])
def test_before_its_day_is_over_nothing_is_overdue(due: str) -> None:
    assert figures(announced(due)).overdue == ()


def test_what_is_announced_for_a_day_to_come_is_announced_the_soonest_first() -> None:
    dues = ("2024-03-20", "2024-03-05..2024-03-09", "2024-02-20", None)
    plans = [told("scheduled", "2024-01-10", f"co-{due}", due=due, factuality="planned") for due in dues]
    found = figures(*plans).announced
    assert [one.due for one in found] == ["2024-03-09", "2024-03-20"]
    assert found[0].records[0].text == f"words of co-{dues[1]}"


def test_what_is_due_today_is_announced_and_neither_overdue() -> None:
    found = figures(announced("2024-03-01"))
    assert (len(found.announced), found.overdue) == (1, ())


@pytest.mark.parametrize("status", ["cancelled", "postponed", "held"])
def test_what_was_moved_called_off_or_held_already_is_not_announced_any_more(status: str) -> None:
    plan = announced("2024-03-20")
    assert figures(plan, told(status, "2024-02-25", thread=plan.thread)).announced == ()


def test_an_announcement_without_a_day_is_never_overdue() -> None:
    assert figures(told("scheduled", "2024-01-10", factuality="planned")).overdue == ()


@pytest.mark.parametrize(
    ("status", "known"),
    [
        ("held", {"thread": "co-plan"}),
        ("cancelled", {"thread": "co-plan"}),
        ("postponed", {"thread": "co-plan"}),
        ("held", {"thread": "co-plan", "factuality": "negated"}),
        ("held", {}),
        ("held", {"level": "minister", "channel": "unspecified"}),
    ],
)
def test_what_came_of_it_ends_it(status: str, known: dict[str, object]) -> None:
    assert figures(announced("2024-02-18..2024-02-22"), told(status, "2024-02-20", **known)).overdue == ()


@pytest.mark.parametrize(
    ("status", "day", "known"),
    [
        ("held", "2024-02-02", {}),
        ("held", "2024-02-20", {"channel": "talks"}),
        ("held", "2024-02-20", {"factuality": "possible", "thread": "co-plan"}),
        ("requested", "2024-02-20", {"thread": "co-plan"}),
        ("held", "2024-01-02", {"thread": "co-plan"}),
    ],
)
def test_another_contact_does_not(status: str, day: str, known: dict[str, object]) -> None:
    (late,) = figures(announced("2024-02-18..2024-02-22"), told(status, day, **known)).overdue
    assert late.days == 8


def test_a_step_that_follows_it_ends_it_once_it_is_told() -> None:
    links = (tie(Relation.FOLLOWS, "co-next", "co-plan"),)
    moved = told("scheduled", "2024-02-21", "co-next", due="2024-05-01", factuality="planned")
    assert figures(announced("2024-02-20"), moved, links=links).overdue == ()
    assert len(figures(announced("2024-02-20"), links=links).overdue) == 1


def test_overdue_tells_whether_enough_was_read_since() -> None:
    (late,) = figures(announced("2024-02-20"), months=()).overdue
    assert late.observed is False


# --- who confirms ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("voices", "confirmed", "by"),
    [
        ([(side("NOR"),), (side("SWE"),)], "both", None),
        ([(side("NOR"), side("SWE"))], "both", None),
        ([(side("NOR"),), (NOBODY_NAMED,)], "one", "NOR"),
        ([(side("SWE"),), ()], "one", "SWE"),
        ([(side("FIN"),)], "others", None),
        ([(Voice(side=None),)], "others", None),
        ([(), (NOBODY_NAMED,)], "outlet", None),
        ([(NOBODY_NAMED,), (Voice(side=None, anonymous=True),)], "anonymous", None),
    ],
)
def test_a_contact_rests_on_the_best_word_for_it(
    voices: list[tuple[Voice, ...]], confirmed: str, by: str | None
) -> None:
    calls = [told("held", "2024-01-10", f"co-{k}", deed="co-0", voices=said) for k, said in enumerate(voices)]
    (found,) = figures(*calls).confirmed
    assert (found.confirmed, found.side, found.contacts) == (confirmed, by, 1)


def test_a_contact_that_is_denied_stands_apart_whoever_tells_it() -> None:
    call = told("held", "2024-01-10", voices=(side("NOR"), side("SWE")), disputed=True)
    assert [(one.confirmed, one.contacts) for one in figures(call).confirmed] == [("disputed", 1)]


def test_only_contacts_that_were_held_are_to_be_confirmed() -> None:
    steps = [told("declined", "2024-01-10"), told("held", "2024-01-11", factuality="planned")]
    assert figures(*steps).confirmed == ()


# --- reasons -----------------------------------------------------------------------------------------


def test_reasons_are_counted_by_side_and_once_for_each_step() -> None:
    refused = [
        told("declined", "2024-01-10", f"co-{k}", deed="co-0", reasons=(reason("visit", "SWE"),)) for k in range(3)
    ]
    others = [
        told("declined", "2024-01-20", "co-b", reasons=(reason("visit", "SWE"), reason("protocol", "SWE"))),
        told("cancelled", "2024-01-21", "co-c", reasons=(reason("health", "NOR"), reason("incident", None))),
    ]
    found = [(one.side, one.kind, one.steps) for one in figures(*refused, *others).reasons]
    assert found == [("NOR", "health", 1), ("SWE", "visit", 2), ("SWE", "protocol", 1), (None, "incident", 1)]


def test_a_reason_names_the_incident_that_it_is_linked_to() -> None:
    refused = told("declined", "2024-01-10", "co-a", reasons=(reason("incident", "SWE"),))
    links = (tie(Relation.BECAUSE_OF, "co-a", "in-1"),)
    assert figures(refused, links=links).reasons[0].because_of == ("in-1",)


# --- what is outstanding -----------------------------------------------------------------------------


def asking(**known: object) -> Telling:
    return told("declined", "2024-01-10", "co-a", conditions=(condition("SWE", "an apology"),), **known)


def outstanding(*tellings: Telling, **known: object) -> list[tuple[str, str | None, str | None, str]]:
    return [(str(one.demand), one.side, one.words, one.record) for one in figures(*tellings, **known).outstanding]


def test_a_condition_stands_until_its_contact_or_one_like_it_comes_about() -> None:
    assert outstanding(asking()) == [("condition", "SWE", "an apology", "co-a")]
    assert outstanding(asking(), told("held", "2024-01-20")) == []
    assert outstanding(asking(), told("accepted", "2024-01-20", channel="visit", thread="co-a")) == []


@pytest.mark.parametrize(
    ("status", "day", "known"),
    [
        ("held", "2024-01-02", {}),
        ("held", "2024-01-20", {"channel": "talks"}),
        ("held", "2024-01-20", {"disputed": True}),
        ("requested", "2024-01-20", {}),
        ("open", "2024-01-20", {}),
    ],
)
def test_other_steps_do_not_meet_a_condition(status: str, day: str, known: dict[str, object]) -> None:
    assert len(outstanding(asking(), told(status, day, **known))) == 1


def test_a_condition_in_three_articles_is_one_of_each_side() -> None:
    tellings = [
        told(
            "declined", "2024-01-10", f"co-{k}", deed="co-0",
            conditions=(condition("SWE", f"an apology, {k}"), condition("NOR", "a date")),
        )
        for k in range(3)
    ]  # fmt: skip
    assert {(one[1], one[2]) for one in outstanding(*tellings)} == {("SWE", "an apology, 0"), ("NOR", "a date")}


def test_a_demand_stands_until_the_measure_is_lifted_and_is_told_of_who_makes_it() -> None:
    imposed = measure("in_force", "2023-06-01", "me-a", by="SWE")
    demand = measure("demanded_lifted", "2024-01-10", "me-b", by="SWE", voices=(side("SWE"), side("NOR")))
    lifted = measure("lifted", "2024-02-10", "me-c", by="SWE")
    tied = (tie(Relation.LIFTS, "me-b", "me-a"), tie(Relation.LIFTS, "me-c", "me-a"))
    assert outstanding(imposed, demand, links=tied) == [("lifting", "NOR", "words of me-b", "me-b")]
    assert outstanding(imposed, demand, lifted, links=tied) == []
    assert len(outstanding(imposed, demand, lifted)) == 1


def test_a_measure_lifted_before_it_is_demanded_again_stands() -> None:
    lifted = measure("lifted", "2024-01-02", "me-c", by="SWE")
    demand = measure("demanded_lifted", "2024-01-10", "me-b", by="SWE")
    tied = (tie(Relation.LIFTS, "me-b", "me-a"), tie(Relation.LIFTS, "me-c", "me-a"))
    assert len(outstanding(lifted, demand, links=tied)) == 1


def test_a_measure_in_the_way_of_a_contact_stands_until_it_is_lifted_or_the_contact_comes_about() -> None:
    ban = measure("in_force", "2023-06-01", "me-a", by="SWE")
    refused = told("declined", "2024-01-10", "co-a")
    links = (tie(Relation.BLOCKS, "me-a", "co-a"),)
    (found,) = figures(ban, refused, links=links).outstanding
    assert (str(found.demand), found.side, found.record, found.about) == ("block", "SWE", "me-a", "co-a")
    assert outstanding(ban, refused, told("held", "2024-01-20"), links=links) == []
    lifted = measure("lifted", "2024-02-10", "me-c", by="SWE")
    assert outstanding(ban, refused, lifted, links=(*links, tie(Relation.LIFTS, "me-c", "me-a"))) == []
