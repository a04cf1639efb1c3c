"""Lines by level and channel, and what a state rests on."""

from __future__ import annotations

import pytest
from tests.ledger.lines.making import ON, drawn, later, line_of, rests_on, told, whole

from pourparler.ledger.lines import State
from pourparler.records.coverage import RECENT, ReadMonth, Telling


def test_suspended_then_restored_and_then_silent() -> None:
    story = [
        told("held", "2023-01-10", "co-a", channel="hotline"),
        told("suspended", "2023-02-01", "co-b", channel="hotline"),
        told("unanswered", "2023-02-20", "co-c", channel="hotline"),
        told("resumed", "2023-04-01", "co-d", channel="hotline"),
        told("held", "2023-04-02", "co-e", channel="hotline"),
    ]
    states = {"2023-01-15": "open", "2023-02-10": "suspended", "2023-03-01": "suspended", "2023-04-05": "open",
              "2023-09-20": "open", "2023-12-01": "silent"}  # fmt: skip
    for day, state in states.items():
        by_then = [one for one in story if (one.published or "") <= day]
        assert (day, line_of(drawn(*by_then, on=day), "unspecified", "hotline").state) == (day, state)


def test_each_level_and_channel_has_its_own_state_in_the_order_of_the_contract() -> None:
    lines = drawn(
        told("held", "2024-02-20", channel="meeting", level="official"),
        told("declined", "2024-02-10", channel="phone", level="minister"),
        told("suspended", "2024-01-10", channel="talks", level="commander"),
        told("held", "2022-05-10", channel="visit", level="head_of_state"),
    )
    assert [(line.level, line.channel, line.state) for line in lines] == [
        (None, None, "strained"),
        ("head_of_state", "visit", "silent"),
        ("minister", "phone", "strained"),
        ("commander", "talks", "suspended"),
        ("official", "meeting", "open"),
    ]


def test_a_suspension_told_without_a_level_holds_at_each_level_of_its_channel() -> None:
    lines = drawn(
        told("held", "2024-01-05", "co-a", channel="talks", level="minister"),
        told("held", "2024-01-05", "co-b", channel="phone", level="minister"),
        told("suspended", "2024-01-10", "co-c", channel="talks"),
    )
    assert line_of(lines, "minister", "talks").state == "suspended"
    assert rests_on(line_of(lines, "minister", "talks")) == ["co-c"]
    assert line_of(lines, "minister", "phone").state == "open"


@pytest.mark.parametrize(
    ("level", "state"), [("commander", "open"), ("minister", "suspended"), ("unspecified", "open")]
)
def test_only_use_at_its_level_or_at_none_told_ends_the_suspension_of_a_level(level: str, state: str) -> None:
    lines = drawn(
        told("suspended", "2024-01-10", channel="talks", level="commander"),
        told("resumed", "2024-02-10", channel="talks", level=level),
    )
    assert line_of(lines, "commander", "talks").state == state


def test_what_was_tried_in_vain_stands_beside_the_suspension() -> None:
    line = drawn(
        told("suspended", "2024-01-10", "co-a", channel="hotline"),
        told("unanswered", "2024-01-20", "co-b", channel="hotline"),
        told("requested", "2024-01-25", "co-c", channel="hotline"),
    )[1]
    assert rests_on(line) == ["co-b", "co-a"]


def test_a_strained_state_rests_on_the_refusals_and_on_the_last_contact_before() -> None:
    steps = [told("held", "2024-01-01", "co-held"), told("declined", "2023-12-01", "co-old")]
    steps += [told("declined", f"2024-02-{day:02}", f"co-{day}") for day in (2, 4, 6, 8)]
    assert rests_on(whole(*steps)) == ["co-8", "co-6", "co-4", "co-held"]


def test_requests_of_one_side_alone_are_shown_and_open_nothing() -> None:
    line = whole(told("requested", "2024-02-01", "co-a", by="NOR"), told("offered", "2024-02-10", "co-b", by="NOR"))
    assert (line.state, line.last, rests_on(line)) == ("silent", None, ["co-b", "co-a"])
    assert line.why.startswith("only offered by NOR (phone) on 2024-02-10; requested by NOR (phone) on 2024-02-01")


def test_silence_of_which_nobody_tells_rests_on_the_last_dealing() -> None:
    line = whole(told("held", "2023-05-01", "co-a", by="NOR"), told("unanswered", "2023-06-01", "co-b"))
    assert (line.state, rests_on(line)) == ("silent", ["co-a"])
    assert line.why == "nothing in the last 180 days; before, held by NOR (phone) on 2023-05-01, 305 days ago"


def test_unobserved_tells_that_too_little_was_read() -> None:
    line = whole(told("held", "2023-05-01"), months=())
    assert "of which fewer than 90 were observed" in line.why


@pytest.mark.parametrize(
    ("origins", "months", "state"),
    [
        (2, ("2023-09", "2023-10", "2023-11", "2023-12"), State.SILENT),
        (1, ("2023-09", "2023-10", "2023-11", "2023-12"), State.UNOBSERVED),
        (2, ("2023-09", "2023-12"), State.UNOBSERVED),
        (2, ("2023-01", "2023-02", "2023-03", "2023-04"), State.UNOBSERVED),
    ],
)
def test_silence_is_told_from_not_having_looked_by_what_was_read(
    origins: int, months: tuple[str, ...], state: State
) -> None:
    read = tuple(ReadMonth(month=month, articles=40, origins=origins) for month in months)
    assert whole(told("held", "2023-05-01"), months=read).state == state


def test_two_sides_of_whom_nothing_is_known_are_unobserved() -> None:
    (line,) = drawn(months=())
    assert (line.state, line.rests_on, line.held, line.last) == ("unobserved", (), None, None)


@pytest.mark.parametrize(("ago", "state"), [(RECENT - 1, "open"), (RECENT, "silent")])
def test_a_sign_counts_for_so_many_days(ago: int, state: str) -> None:
    assert whole(told("held", later(ON, -ago))).state == state


@pytest.mark.parametrize(
    ("first", "second", "state"),
    [
        (("held", "2024-02-10"), ("declined", "2024-02-12"), "strained"),
        (("held", "2024-02-12"), ("declined", "2024-02-10"), "open"),
        (("held", "2024-02-10"), ("declined", "2024-02-10"), "strained"),
    ],
)
def test_of_two_signs_of_one_day_the_later_told_counts_else_the_worse(
    first: tuple[str, str], second: tuple[str, str], state: str
) -> None:
    signs = [told(status, "2024-02-10", published=published) for status, published in (first, second)]
    assert whole(*signs).state == state


def test_a_line_is_in_use_by_habit() -> None:
    assert whole(told("held", "..2024-02-10", channel="hotline", factuality="habitual")).state == "open"


def test_a_plan_to_suspend_or_to_resume_changes_nothing() -> None:
    held = told("held", "2024-02-01")
    assert whole(held, told("suspended", "2024-02-10", factuality="planned")).state == "open"
    cut = told("suspended", "2024-01-10")
    assert whole(cut, told("resumed", "2024-02-10", factuality="planned")).state == "suspended"


def test_a_disputed_restoration_leaves_a_line_suspended() -> None:
    cut, restored = told("suspended", "2024-01-10"), told("resumed", "2024-02-10", disputed=True)
    assert whole(cut, restored).state == "suspended"


def test_when_they_last_met_is_not_told_more_precisely_than_it_is_known() -> None:
    line = whole(told("held", "2024-01-01..2024-01-31"), told("declined", "..2024-02-10"))
    assert (line.held and line.held.earliest, line.held and line.held.latest) == ("2024-01-01", "2024-01-31")
    assert (line.last and line.last.earliest, line.last and line.last.latest) == (None, "2024-02-10")


def test_a_disputed_meeting_is_not_when_they_last_met() -> None:
    line = whole(told("held", "2024-01-10"), told("held", "2024-02-10", disputed=True))
    assert [line.held and line.held.latest] == ["2024-01-10"]


def test_every_state_but_that_of_nothing_rests_on_records_with_their_words() -> None:
    signs = ("held", "declined", "unanswered", "suspended", "requested", "scheduled", "open")
    tellings: list[Telling] = [told(sign, "2024-02-10", channel=channel) for sign, channel in zip(signs, (
        "phone", "video", "hotline", "talks", "visit", "meeting", "message"), strict=True)]  # fmt: skip
    for line in drawn(*tellings):
        assert line.rests_on
        assert all(record.text == f"words of {record.id}" for step in line.rests_on for record in step.records)
