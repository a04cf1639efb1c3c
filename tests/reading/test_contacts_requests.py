"""Offers, requests and what is answered to them: each construction beside one that tells none."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pourparler.records import Contact, Reading

Read = Callable[[str], Reading]


def told(read: Read, text: str) -> list[tuple[str, str | None, set[str | None]]]:
    return [(c.status.value, c.by and c.by.country, states(c)) for c in read(text).contacts]


def states(contact: Contact) -> set[str | None]:
    return {actor.country for actor in contact.participants}


@pytest.mark.parametrize(
    ("text", "status", "by", "sides"),
    [
        # refusals by will
        ("Sweden said it would not meet Hungarian officials while the veto stands.", "declined", "SWE", {"SWE", "HUN"}),
        ("Peru will not attend a summit with Ecuador in Quito.", "declined", "PER", {"PER", "ECU"}),
        ("Peru closed the door on talks with Ecuador.", "declined", "PER", {"PER", "ECU"}),
        ("The Swedish ambassador hung up on the Hungarian envoy.", "declined", "SWE", {"SWE", "HUN"}),
        # wishes
        ("Ghana would like to meet Togolese negotiators in Accra.", "sought", "GHA", {"GHA", "TGO"}),
        ("Qatar would be glad to host talks with Bahrain.", "offered", "QAT", {"QAT", "BHR"}),
        ("Kenya has asked Somalia to reopen talks on the fence.", "requested", "KEN", {"KEN", "SOM"}),
        ("The Cypriot minister has requested an audience with the Saudi king.", "requested", "CYP", {"CYP", "SAU"}),
        # answers
        ("Peru proposed talks to Chile, but Chile has yet to give an answer.", "unanswered", "CHL", {"PER", "CHL"}),
        ("Peru asked for a meeting with Chile, which has refused.", "declined", "CHL", {"PER", "CHL"}),
        ("Peru asked Chile for talks in May. The rejection came within hours.", "declined", "CHL", {"PER", "CHL"}),
        ("Peru asked Chile for talks. Chile's rejection of the request was blunt.", "declined", "CHL", {"PER", "CHL"}),
        ("Chile has accepted. Peru had offered last week to host talks with Chile.", "accepted", "CHL", {"PER", "CHL"}),
        ("Peru's request for talks with Chile went unheeded.", "unanswered", None, {"PER", "CHL"}),
        ("Peru asked Chile for talks and Chile has said yes.", "accepted", "CHL", {"PER", "CHL"}),
        ("Peru said no to a meeting with Chile in Lima.", "declined", "PER", {"PER", "CHL"}),
        # notes and summonses
        ("Kuwait gave the Iraqi ambassador a note of protest on Thursday.", "held", "KWT", {"KWT", "IRQ"}),
        ("Nepal asked India in writing on Sunday to free the herders.", "held", "NPL", {"NPL", "IND"}),
        ("Latvia expelled a Russian diplomat and summoned the ambassador.", "held", "LVA", {"LVA", "RUS"}),
        ("Norway sent a delegation to talks with Iceland on Monday.", "held", "NOR", {"NOR", "ISL"}),
    ],
)
def test_a_wish_or_its_answer_is_told(read: Read, text: str, status: str, by: str | None, sides: set[str]) -> None:
    assert (status, by, sides) in told(read, text)


@pytest.mark.parametrize(
    "text",
    [
        "Turkey wants to meet Greece halfway.",  # gives way
        "Ghana gave Togo its word.",
        "The Ghanaian minister told an audience of Togolese students of his youth.",
        "Peru closed the door on imports from Chile.",
        "The Peruvian company, which has refused, was asked for a price by Chile.",
    ],
)
def test_what_only_sounds_like_one_tells_none(read: Read, text: str) -> None:
    assert told(read, text) == []


def test_a_note_handed_to_him_goes_to_the_envoy_called_in(read: Read) -> None:
    text = "Latvia called in the Chinese chargé d'affaires on Wednesday and handed him a note of protest."
    assert [(c.channel.value, states(c)) for c in read(text).contacts] == [
        ("summons", {"LVA", "CHN"}),
        ("message", {"LVA", "CHN"}),
    ]


def test_asking_for_no_meeting_asks_for_none(read: Read) -> None:
    (contact,) = read("The Cypriot president asked for no meeting with the Turkish president.").contacts
    assert (contact.status.value, contact.factuality.value) == ("requested", "negated")


def test_whether_a_request_was_received_is_a_question(read: Read) -> None:
    assert told(read, "China's ministry refused to confirm whether it had received a US request for a call.") == []


def test_an_answer_is_not_told_before_a_wish_of_later_date(read: Read) -> None:
    text = "Chile has accepted. Peru offered on Monday to host talks with Chile."
    assert [status for status, *_ in told(read, text)] == ["offered"]


def test_a_meeting_that_will_not_be_may_be_a_matter_of_dates(read: Read) -> None:
    assert "declined" not in [s for s, *_ in told(read, "The Thai minister will not meet the Lao minister in May.")]
