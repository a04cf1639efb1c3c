"""Contacts that a third brings about, carries or asks for, and lines and rounds told in a noun's own words."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pourparler.records import Contact, Reading


def told(contact: Contact) -> tuple[str, str, str, str]:
    sides = ">".join(sorted(str(a.country or a.organisation) for a in contact.participants))
    return contact.status.value, contact.factuality.value, contact.channel.value, sides


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Finland asked Norway and Latvia to hold talks.", ("held", "requested", "talks", "LVA>NOR")),
        ("Finland pressed Norway to resume talks with Latvia.", ("held", "requested", "talks", "LVA>NOR")),
        ("Latvia asked Norway to hold talks with it.", ("requested", "actual", "talks", "LVA>NOR")),
        ("Oman mediated a first round between Norway and Latvia.", ("held", "actual", "talks", "LVA>NOR")),
        ("Norway and Latvia chatted rather than holding talks.", ("held", "negated", "talks", "LVA>NOR")),
        ("Norway would rather have a summit with Latvia first.", ("sought", "actual", "meeting", "LVA>NOR")),
        ("The lines between Norway and Latvia were cut on Monday.", ("suspended", "actual", "hotline", "LVA>NOR")),
        ("The telephone link with Latvia was restored by Norway.", ("resumed", "actual", "hotline", "LVA>NOR")),
        ("Norway put its talks with Latvia on hold on Monday.", ("postponed", "actual", "talks", "LVA>NOR")),
        ("Talks between Norway and Latvia are in deadlock.", ("suspended", "actual", "talks", "LVA>NOR")),
        ("Norway welcomed a Latvian offer of talks.", ("offered", "actual", "talks", "LVA>NOR")),
        ("A letter from Oslo reached Riga on Monday.", ("held", "actual", "message", "LVA>NOR")),
        ("No letter from Oslo had arrived in Riga.", ("held", "negated", "message", "LVA>NOR")),
    ],
)
def test_the_contact_is_told_as_the_words_have_it(
    read: Callable[[str], Reading], text: str, expected: tuple[str, str, str, str]
) -> None:
    (contact,) = read(text).contacts
    assert told(contact) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Norwegian guns fired ten rounds between Riga and Oslo.",
        "The front lines between Norway and Latvia were cut by mud.",
        "Norway and Latvia have close military links.",
    ],
)
def test_rounds_lines_and_links_of_other_kinds_are_no_contacts(read: Callable[[str], Reading], text: str) -> None:
    assert read(text).contacts == ()


@pytest.mark.parametrize(
    ("text", "sender", "receiver", "carrier"),
    [
        ("Washington asked Oman to pass a message to Russia.", "USA", "RUS", "OMN"),
        ("A letter from Putin to Biden was delivered to Washington by an Omani envoy.", "RUS", "USA", "OMN"),
    ],
)
def test_who_carries_a_message_is_no_side_of_it(
    read: Callable[[str], Reading], text: str, sender: str, receiver: str, carrier: str
) -> None:
    (contact,) = read(text).contacts
    assert contact.by is not None
    assert contact.by.country == sender
    assert {a.country for a in contact.participants} == {sender, receiver}
    assert [a.country for a in contact.mediators] == [carrier]


def test_who_is_invited_by_a_third_to_meet_another_was_not_wanted_by_that_other(read: Callable[[str], Reading]) -> None:
    text = "The president of Sudan has refused an African Union invitation to see his South Sudanese counterpart."
    (contact,) = read(text).contacts
    assert told(contact) == ("declined", "actual", "meeting", "SDN>SSD")
    assert (contact.initiator, contact.target) == (None, None)
    assert [a.organisation for a in contact.mediators] == ["African Union"]


def test_whose_calls_went_unanswered_had_wanted_them(read: Callable[[str], Reading]) -> None:
    (contact,) = read("Norway's calls to Moscow went unanswered.").contacts
    assert contact.initiator is not None
    assert contact.target is not None
    assert (contact.initiator.country, contact.target.country) == ("NOR", "RUS")


def test_a_note_that_is_the_purpose_of_a_summons_is_no_contact_of_its_own(read: Callable[[str], Reading]) -> None:
    (contact,) = read("Finland summoned the Russian ambassador to hand him a note of protest.").contacts
    assert contact.channel.value == "summons"


def test_what_somebody_was_used_for_is_dated_in_the_past(read: Callable[[str], Reading]) -> None:
    (contact,) = read("Nairobi used its interior minister to send messages to Mogadishu in September.").contacts
    assert contact.when is not None
    assert (contact.when.earliest, contact.when.latest) == ("2023-09-01", "2023-09-30")


def test_a_counterpart_of_an_officer_named_by_his_post_is_of_the_forces_too(read: Callable[[str], Reading]) -> None:
    (contact,) = read("India's DGMO spoke to his Pakistani counterpart on Tuesday.").contacts
    assert {a.code for a in contact.participants} == {"IND MIL", "PAK MIL"}
