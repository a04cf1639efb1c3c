"""Contacts told by nouns, passives and protocol: rounds, records of calls, notes handed over, ships in port."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pourparler.records import Contact, Reading

Read = Callable[[str], Reading]
OPENING = "The foreign ministry and the military met at the embassy. "
LUND, OZOLS = "Norwegian Foreign Minister Kari Lund", "Latvian Foreign Minister Edgars Ozols"
BOTH = {"NOR", "LVA"}


def told(contact: Contact) -> tuple[str, str, str, set[str | None]]:
    sides = {actor.country or actor.organisation for actor in contact.participants}
    return contact.status.value, contact.factuality.value, contact.channel.value, sides


@pytest.mark.parametrize(
    ("text", "status", "factuality", "channel"),
    [
        (f"The leak of a phone call between {LUND} and {OZOLS} led to protests.", "held", "actual", "phone"),
        (f"Monday's phone call between {LUND} and {OZOLS} was their third.", "held", "actual", "phone"),
        ("Norway gave no details of the meeting held Wednesday with Latvian officials.", "held", "actual", "meeting"),
        (f"The deal was reached in talks co-chaired by {LUND} and {OZOLS}.", "held", "actual", "talks"),
        (f"The meeting, attended by {LUND} and {OZOLS}, took place in Tallinn.", "held", "actual", "meeting"),
        (
            "The talks, led by Colonel Lund of Norway and Colonel Berg of Latvia, come after a raid.",
            "held",
            "actual",
            "talks",
        ),
        ("A video conference was held between Norwegian and Latvian officials.", "held", "actual", "video"),
        ("Norwegian and Latvian officials held two days of talks in Tallinn.", "held", "actual", "talks"),
        ("The Norwegian admiral had an interaction with the Latvian admiral.", "held", "actual", "unspecified"),
        ("Norwegian Navy ships concluded their port call at Riga on Monday.", "held", "actual", "port_call"),
        (f"{LUND}, who is on an official visit to Latvia, spoke of fishing.", "held", "ongoing", "visit"),
        (f"{LUND} made the remarks in Riga, where she is on an official visit.", "held", "ongoing", "visit"),
        (f"The visit of {LUND} to Riga has been postponed.", "postponed", "actual", "visit"),
        (f"{LUND} will be in Riga on May 21 for talks.", "scheduled", "planned", "visit"),
        (f"{LUND} signed a fishing deal with Latvia during a visit to the country.", "held", "actual", "visit"),
    ],
)
def test_a_noun_or_participle_tells_the_contact(
    read: Read, text: str, status: str, factuality: str, channel: str
) -> None:
    assert [told(contact) for contact in read(OPENING + text).contacts] == [(status, factuality, channel, BOTH)]


@pytest.mark.parametrize(
    "text",
    [
        f"A call between {LUND} and {OZOLS} was a possibility.",
        f"The text will be signed at a meeting co-chaired by {LUND} and {OZOLS}.",
        "Sweden condemned the meeting held in Tallinn with Latvian officials.",
        f"{LUND} reassured {OZOLS} during a visit to the country.",
        "Norwegian officials held a press conference with Latvian journalists.",
        "The talks between Norway and Latvia are expected to ease tension.",
    ],
)
def test_words_that_leave_it_open_tell_no_contact(read: Read, text: str) -> None:
    assert read(OPENING + text).contacts == ()


@pytest.mark.parametrize(
    ("text", "target"),
    [
        (f"{LUND} summoned the Latvian ambassador and handed over a protest note.", "the Latvian ambassador"),
        ("A protest was registered by the Norwegian embassy in Riga.", "Riga"),
        ("Norway's protest note was delivered to the Latvian embassy.", "the Latvian embassy"),
        ("The Latvian envoy was handed a note of protest by the Norwegian Foreign Ministry.", "The Latvian envoy"),
        ("A formal protest was lodged with the Latvian ambassador by Norway.", "the Latvian ambassador"),
    ],
)
def test_a_note_has_a_sender_and_a_receiver(read: Read, text: str, target: str) -> None:
    contact = read(OPENING + text).contacts[-1]
    assert told(contact) == ("held", "actual", "message", BOTH)
    assert contact.by is not None
    assert contact.by.country == "NOR"
    assert contact.target is not None
    assert contact.target.text == target
    assert contact.where is None


def test_an_envoy_who_was_called_was_summoned(read: Read) -> None:
    contact = read(
        OPENING + "Norway summoned the Latvian ambassador. The Latvian envoy was called a short while ago."
    ).contacts[-1]
    assert told(contact) == ("held", "actual", "summons", BOTH)


def test_counted_rounds_and_the_next_session_are_of_the_talks_told_before(read: Read) -> None:
    text = "Norway and Latvia held talks in Riga. Four rounds of talks have taken place since April, "
    _, rounds, session = read(OPENING + text + "with a fifth session scheduled for May 21.").contacts
    assert told(rounds) == ("held", "actual", "talks", BOTH)
    assert rounds.count is not None
    assert rounds.count.min == 4
    assert told(session) == ("scheduled", "planned", "talks", BOTH)
    assert session.due is not None
    assert session.due.text == "for May 21"


def test_a_schedule_takes_its_day_from_what_is_scheduled(read: Read) -> None:
    (contact,) = read(OPENING + "Talks between Norway and Latvia are scheduled to continue on May 21.").contacts
    assert contact.due is not None
    assert contact.due.text == "on May 21"


def test_what_was_done_is_not_called_off(read: Read) -> None:
    text = "Latvia summoned the Norwegian ambassador on Monday. The cancellation had nothing to do with fishing."
    assert [contact.status.value for contact in read(OPENING + text).contacts] == ["held"]


def test_a_call_in_which_two_discuss_something_is_one_contact(read: Read) -> None:
    (contact,) = read(OPENING + f"During a phone call on Monday, {LUND} and {OZOLS} discussed fishing.").contacts
    assert told(contact) == ("held", "actual", "phone", BOTH)


def test_the_day_beside_a_visit_is_not_that_of_calling_it_off(read: Read) -> None:
    (contact,) = read(OPENING + f"The visit of {LUND} to Riga on Tuesday was cancelled.").contacts
    assert told(contact) == ("cancelled", "actual", "visit", BOTH)
    assert contact.when is None or contact.when.text is None


@pytest.mark.parametrize(
    "text",
    [
        f"{LUND} raised the issue with Latvian officials during meetings in Riga.",
        f"{LUND} voiced concern to Latvian officials during a meeting in Riga.",
    ],
)
def test_what_is_put_to_somebody_in_a_meeting_is_put_to_whom_one_met(read: Read, text: str) -> None:
    (contact,) = read(OPENING + text).contacts
    assert told(contact) == ("held", "actual", "meeting", BOTH)
    assert contact.by is not None
    assert contact.by.country == "NOR"


@pytest.mark.parametrize(
    "text",
    [
        f"{LUND} expressed solidarity with Latvia during a meeting of ministers in Brussels.",
        "Norway voiced its opposition to Latvia during a Security Council meeting.",
        f"{LUND} voiced concern to reporters about Latvian officials during a meeting of her party.",
    ],
)
def test_what_is_told_of_somebody_in_a_meeting_is_not_put_to_him(read: Read, text: str) -> None:
    assert read(OPENING + text).contacts == ()
