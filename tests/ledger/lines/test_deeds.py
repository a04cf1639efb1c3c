"""Many tellings, one deed: what they tell of it together."""

from __future__ import annotations

import random

import pytest
from tests.ledger.lines.making import covered, drawn, figures, later, rests_on, tie, told, whole

from pourparler.ledger.lines.deeds import Deed, gather
from pourparler.records import Relation
from pourparler.records.coverage import Telling


def deed(*tellings: Telling) -> Deed:
    (found,) = gather(covered(*tellings))
    return found


def same(status: str, when: str, name: str, **known: object) -> Telling:
    return told(status, when, name, deed="co-1", thread="co-1", **known)


@pytest.mark.parametrize(
    ("tellings", "days"),
    [
        (["2024-01-10"], ("2024-01-10", "2024-01-10")),
        (["2024-01-01..2024-01-31", "2024-01-10"], ("2024-01-10", "2024-01-10")),
        (["..2024-01-12", "2024-01-08.."], ("2024-01-08", "2024-01-12")),
        (["2024-01-10", "2024-01-11"], ("2024-01-10", "2024-01-11")),
        (["..2024-01-12", "..2024-01-11"], (None, "2024-01-11")),
    ],
)
def test_a_deed_was_on_the_days_that_all_tellings_leave_possible(
    tellings: list[str], days: tuple[str | None, str]
) -> None:
    found = deed(*(same("held", when, f"co-{k}", published="2024-01-12") for k, when in enumerate(tellings)))
    assert (found.earliest, found.latest) == days


def test_what_is_told_of_a_month_was_not_after_the_day_it_was_told() -> None:
    assert deed(told("held", "2024-01-01..2024-01-31", published="2024-01-20")).latest == "2024-01-20"


@pytest.mark.parametrize(
    ("asked", "refused", "days"),
    [
        ("..2024-02-10", "2024-02-08", (None, "2024-02-08")),
        ("2024-02-01..2024-02-10", "..2024-02-08", ("2024-02-01", "2024-02-08")),
        ("2024-02-09..2024-02-10", "2024-02-08", ("2024-02-09", "2024-02-10")),
        ("2024-02-01", "2024-02-08", ("2024-02-01", "2024-02-01")),
    ],
)
def test_a_request_was_not_after_its_answer(asked: str, refused: str, days: tuple[str | None, str]) -> None:
    tellings = told("requested", asked, "co-ask"), told("declined", refused, "co-reply")
    deeds = gather(covered(*tellings, links=(tie(Relation.ANSWERS, "co-reply", "co-ask"),)))
    assert [(one.earliest, one.latest) for one in deeds if one.id == "co-ask"] == [days]


def test_one_call_in_three_articles_is_one_contact_of_three_reports_and_two_origins() -> None:
    calls = [same("held", "2024-01-10", f"co-{k}", family=f"ar-{k // 2}") for k in range(3)]
    line = whole(*calls)
    assert (line.steps, line.figures and line.figures.contacts) == (1, 1)
    assert (line.rests_on[0].reports, line.rests_on[0].origins) == (3, 2)
    assert rests_on(line) == ["co-0", "co-2"]


def test_two_read_outs_of_one_call_are_one_deed() -> None:
    calls = [told("held", "2024-01-10", name) for name in ("co-a", "co-b", "co-c")]
    links = (tie(Relation.READOUT, "co-a", "co-b"), tie(Relation.READOUT, "co-b", "co-c"))
    assert [len(one.tellings) for one in gather(covered(*calls, links=links))] == [3]


def test_level_and_channel_are_those_told_most_and_never_untold_where_one_is_told() -> None:
    levels = ("unspecified", "unspecified", "minister")
    found = deed(*(same("held", "2024-01-10", f"co-{k}", level=level) for k, level in enumerate(levels)))
    assert found.level == "minister"


def test_a_step_without_a_level_has_that_of_its_contact() -> None:
    asked = told("requested", "2024-01-08", "co-a", level="minister", thread="co-a")
    reply = told("declined", "2024-01-10", "co-b", channel="unspecified", thread="co-a")
    lines = drawn(asked, reply)
    assert [(line.level, line.channel) for line in lines[1:]] == [("minister", "phone")]


def test_it_stays_untold_where_the_contact_tells_two() -> None:
    levels = ("minister", "official", "unspecified")
    steps = [told("held", "2024-01-08", f"co-{level}", level=level, thread="co-a") for level in levels]
    assert [line.level for line in drawn(*steps)[1:]] == list(levels)


def test_a_hotline_is_one_line_whether_or_not_its_level_is_told() -> None:
    lines = drawn(
        told("held", "2024-01-08", level="commander", channel="hotline"),
        told("unanswered", "2024-02-08", channel="hotline"),
    )
    assert [(line.level, line.state) for line in lines[1:]] == [("commander", "silent")]


@pytest.mark.parametrize(
    ("known", "disputed"),
    [
        ({"disputed": True}, True),
        ({"factuality": "negated"}, True),
        ({"factuality": "planned"}, False),
        ({}, False),
    ],
)
def test_a_deed_is_disputed_where_one_telling_denies_it(known: dict[str, object], disputed: bool) -> None:
    assert deed(same("held", "2024-01-10", "co-a"), same("held", "2024-01-10", "co-b", **known)).disputed is disputed


def test_a_deed_that_only_a_denial_tells_is_negated_and_not_disputed() -> None:
    found = deed(same("held", "2024-01-10", "co-a", factuality="negated"))
    assert (found.factuality, found.disputed, found.done) == ("negated", False, False)


def test_a_later_denial_elsewhere_makes_a_contact_disputed_from_then_on() -> None:
    held = told("held", "2024-01-10", "co-a")
    denial = told("held", "2024-01-10", "co-b", factuality="negated", published="2024-02-10")
    links = (tie(Relation.CONTRADICTS, "co-a", "co-b"),)
    assert whole(held, links=links).state == "open"
    assert whole(held, denial, links=links).state == "silent"


def test_a_mediator_is_no_party() -> None:
    passed = told("held", "2024-01-10", mediators=("SWE",))
    assert [line.state for line in drawn(passed)] == ["silent"]


def test_who_carries_messages_is_counted_once_for_each_step() -> None:
    steps = [same("held", "2024-01-10", f"co-{k}", mediators=("OMN",)) for k in range(2)]
    other = told("held", "2024-01-20", mediators=("OMN", "FIN"))
    assert [(one.name, one.count) for one in figures(*steps, other).through] == [("OMN", 2), ("FIN", 1)]


def test_any_order_of_tellings_gives_the_same_lines() -> None:
    chance = random.Random(3)
    statuses = ("requested", "declined", "held", "suspended", "resumed", "unanswered", "scheduled", "open")
    tellings = [
        told(
            chance.choice(statuses), later("2023-06-01", chance.randrange(260)), f"co-{k}",
            deed=f"co-{k // 2}", thread=f"co-{k // 4}", level=chance.choice(("minister", "unspecified")),
            channel=chance.choice(("phone", "hotline")), family=f"ar-{k % 7}",
        )
        for k in range(60)
    ]  # fmt: skip
    expected = drawn(*tellings)
    for _ in range(5):
        chance.shuffle(tellings)
        assert drawn(*tellings) == expected
