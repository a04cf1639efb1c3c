"""Contacts: what became of a call, talks or a visit, who took the step, and between whom."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pourparler.records import Actor, Contact, Reading


def code(actor: Actor | None) -> str | None:
    return actor.code if actor else None


def only(reading: Reading) -> Contact:
    (contact,) = reading.contacts
    return contact


@pytest.mark.parametrize(
    ("text", "status", "channel", "by", "sides"),
    [
        ("Moscow rejected Oslo's request for a call.", "declined", "phone", "RUS GOV", {"NOR", "RUS"}),
        ("Oslo's request for a call was rejected by Moscow.", "declined", "phone", "RUS GOV", {"NOR", "RUS"}),
        ("Moscow has not answered Oslo's request for talks.", "unanswered", "talks", "RUS GOV", {"NOR", "RUS"}),
        ("Moscow accepted Oslo's invitation to visit.", "accepted", "visit", "RUS GOV", {"NOR", "RUS"}),
        ("Oslo offered talks to Moscow.", "offered", "talks", "NOR GOV", {"NOR", "RUS"}),
        ("Oslo is seeking talks with Moscow.", "sought", "talks", "NOR GOV", {"NOR", "RUS"}),
        ("Oslo and Moscow held talks in Geneva on Monday.", "held", "talks", None, {"NOR", "RUS"}),
        ("Talks between Oslo and Moscow were postponed for a week.", "postponed", "talks", None, {"NOR", "RUS"}),
        ("Moscow cancelled a visit by the Norwegian minister.", "cancelled", "visit", "RUS GOV", {"NOR", "RUS"}),
        ("Moscow suspended military talks with Oslo in March.", "suspended", "talks", "RUS GOV", {"NOR", "RUS"}),
        ("Oslo and Moscow reopened the hotline.", "resumed", "hotline", None, {"NOR", "RUS"}),
        ("Oslo summoned the Russian ambassador on Tuesday.", "held", "summons", "NOR GOV", {"NOR", "RUS"}),
        ("The Norwegian foreign minister visited Moscow.", "held", "visit", "NOR GOV", {"NOR", "RUS"}),
        ("Moscow refused to meet the Norwegian envoy.", "declined", "meeting", "RUS GOV", {"NOR", "RUS"}),
        pytest.param(
            "Moscow rejected Oslo's request for a call on Tuesday.", "declined", "phone", "RUS GOV", {"NOR", "RUS"},
        ),
        ("Oslo tried to reach the Russian general.", "sought", "unspecified", "NOR GOV", {"NOR", "RUS"}),
        (
            "Norwegian Defence Minister Kari Lund spoke by phone with Russian Defence Minister Oleg Gusev.",
            "held", "phone", "NOR MIL", {"NOR", "RUS"},
        ),
        ("Norway and Russia met in Geneva.", "held", "meeting", None, {"NOR", "RUS"}),
    ],
)  # fmt: skip
def test_status_channel_and_sides_are_read(
    read: Callable[[str], Reading], text: str, status: str, channel: str, by: str | None, sides: set[str]
) -> None:
    contact = only(read(text))
    assert (contact.status, contact.channel, code(contact.by)) == (status, channel, by)
    assert {actor.country for actor in contact.participants} == sides


def test_a_refused_request_tells_who_wanted_and_who_refused(read: Callable[[str], Reading]) -> None:
    contact = only(read("Moscow ignored Oslo's three requests for a call."))
    assert (code(contact.initiator), code(contact.target), code(contact.by)) == ("NOR GOV", "RUS GOV", "RUS GOV")


def test_a_number_before_the_request_is_its_count_and_an_ordinal_is_none(read: Callable[[str], Reading]) -> None:
    counted = only(read("Moscow ignored Oslo's three requests for a call."))
    assert counted.count is not None
    assert (counted.count.min, counted.count.max) == (3, 3)
    assert only(read("Moscow rejected Oslo's third request for talks.")).count is None


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("Moscow refused to meet the Norwegian envoy because of sanctions.", "sanctions", "sanctions"),
        (
            "Moscow cancelled a visit by the Norwegian defence minister over the sanctions.",
            "sanctions",
            "the sanctions",
        ),
        ("Talks between Oslo and Moscow were postponed because of the storm.", "technical", "the storm"),
    ],
)
def test_the_reason_given_is_kept_with_its_kind(
    read: Callable[[str], Reading], text: str, kind: str, words: str
) -> None:
    assert [(r.kind, r.text) for r in only(read(text)).reasons] == [(kind, words)]


def test_a_contact_to_come_is_due_on_its_day_and_its_step_is_not(read: Callable[[str], Reading]) -> None:
    contact = only(read("Norway and Russia agreed to resume talks in June."))
    assert contact.due is not None
    assert (contact.due.earliest, contact.due.latest) == ("2024-06-01", "2024-06-30")
    assert contact.when is not None
    assert (contact.when.earliest, contact.when.latest) == (None, "2024-03-06")


def test_people_stand_with_their_office_and_level(read: Callable[[str], Reading]) -> None:
    contact = only(
        read("Norwegian Defence Minister Kari Lund will meet Russian Defence Minister Oleg Gusev next week.")
    )
    assert {actor.person for actor in contact.participants} == {"Kari Lund", "Oleg Gusev"}
    assert (contact.level, contact.factuality) == ("minister", "planned")


@pytest.mark.parametrize(
    "text",
    [
        "Oslo called for restraint.",
        "The bakery and the brewery held talks on a merger.",
        "Norway's players held talks with their coach.",
        "The minister had a long talk with his daughter.",
        "The visit cost the Norwegian ministry a fortune.",
        "Norway drew the line at Russian oil.",
        "The Norwegian parliament met on Monday.",
        "Oslo was a channel of trade.",
        "Norwegian ministers held talks in Oslo.",
    ],
)
def test_what_is_not_between_two_sides_is_no_contact(read: Callable[[str], Reading], text: str) -> None:
    assert read(text).contacts == ()


def test_a_report_of_a_refusal_is_one_contact_and_its_one_event(read: Callable[[str], Reading]) -> None:
    reading = read("Moscow rejected Oslo's request for a call.")
    assert [(e.type, e.mode, e.of) for e in reading.events] == [("REJECT", "meet", only(reading).id)]
