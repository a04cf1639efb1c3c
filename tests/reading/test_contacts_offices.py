"""Good offices of third parties, refused notes, lines that are kept or tried, plans that stand: beside what is none."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pourparler.records import Contact, Reading

Read = Callable[[str], Reading]
Told = list[tuple[str, str, str, set[str | None]]]


def sides(contact: Contact) -> set[str | None]:
    return {actor.country or actor.organisation for actor in contact.participants}


def told(reading: Reading) -> Told:
    return [(c.status.value, c.factuality.value, c.channel.value, sides(c)) for c in reading.contacts]


@pytest.mark.parametrize(
    ("text", "status", "channel", "broker"),
    [
        ("Kenya has offered to mediate between Norway and Latvia.", "offered", "talks", "KEN"),
        ("Kenya is ready to mediate between Norway and Latvia.", "offered", "talks", "KEN"),
        ("Norway and Latvia fell out over cod. Kenya has offered to mediate.", "offered", "talks", "KEN"),
        ("Kenya carried at least three letters between Oslo and Riga, a diplomat said.", "held", "message", "KEN"),
        ("The Kenyans have offered to carry letters between Norway and Latvia.", "offered", "message", "KEN"),
        (
            "Kenya asked both the Norwegian and Latvian armies to send officers to Mombasa.",
            "requested",
            "meeting",
            "KEN",
        ),
        ("Norway and Latvia fell out. Kenya invited the two ministers for Monday.", "offered", "meeting", "KEN"),
    ],
)
def test_who_brings_two_others_together_takes_the_step_and_is_no_side(
    read: Read, text: str, status: str, channel: str, broker: str
) -> None:
    (contact,) = read(text).contacts
    assert (contact.status.value, contact.channel.value, sides(contact)) == (status, channel, {"NOR", "LVA"})
    assert contact.by is not None
    assert contact.by.country == broker
    assert [m.country for m in contact.mediators] == [broker]
    assert contact.initiator is None


def test_each_of_two_may_answer_a_third_party_in_turn(read: Read) -> None:
    contacts = read("Kenya offered to mediate between Norway and Latvia. Oslo accepted. Riga has not replied.").contacts
    assert [(c.status.value, c.by and c.by.country) for c in contacts] == [
        ("offered", "KEN"),
        ("accepted", "NOR"),
        ("unanswered", "LVA"),
    ]


def test_a_place_that_a_third_party_proposes_is_an_offer_to_those_who_were_to_meet(read: Read) -> None:
    text = "The Norwegian minister was to meet the Latvian minister in Oslo. Kenya has proposed Mombasa instead."
    contact = read(text).contacts[-1]
    assert (contact.status.value, sides(contact)) == ("offered", {"NOR", "LVA"})
    assert [m.country for m in contact.mediators] == ["KEN"]


def test_a_side_that_proposes_another_place_wants_the_contact_itself(read: Read) -> None:
    text = "The Norwegian minister was to meet the Latvian minister in Oslo. Riga has proposed Vilnius instead."
    contact = read(text).contacts[-1]
    assert contact.initiator is not None
    assert (contact.status.value, contact.initiator.country, contact.mediators) == ("offered", "LVA", ())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Oslo sent a note to Riga on Friday. Riga declined to accept it.",
            [("held", "actual", "message", {"NOR", "LVA"}), ("declined", "actual", "message", {"NOR", "LVA"})],
        ),
        (
            "Oslo sent three letters to Riga. None was answered.",
            [("held", "actual", "message", {"NOR", "LVA"}), ("unanswered", "actual", "message", {"NOR", "LVA"})],
        ),
        ("Riga notified the Norwegian ministry of the recall.", [("held", "actual", "message", {"NOR", "LVA"})]),
        (
            "The Norwegian frigate was warned off by a Latvian warship by radio.",
            [("held", "actual", "unspecified", {"NOR", "LVA"})],
        ),
        (
            "Norwegian officers explained to the Latvian side that the buoy had drifted.",
            [("held", "actual", "unspecified", {"NOR", "LVA"})],
        ),
        (
            "The Norwegian minister will brief his Latvian counterpart on the raid.",
            [("scheduled", "planned", "unspecified", {"NOR", "LVA"})],
        ),
        ("The note that Oslo sent to Riga on Sunday was long.", [("held", "actual", "message", {"NOR", "LVA"})]),
        # lines and plans
        (
            "Norway cut its forces in the north, but kept the line to the Latvian navy open.",
            [("open", "actual", "hotline", {"NOR", "LVA"})],
        ),
        (
            "Every Friday the duty officer at the Norwegian base tests the video line to the Latvian navy.",
            [("held", "habitual", "video", {"NOR", "LVA"})],
        ),
        (
            "The talks between Norway and Latvia set for May still stand.",
            [("scheduled", "planned", "talks", {"NOR", "LVA"})],
        ),
        (
            "Norway withdrew its delegation from the talks with Latvia.",
            [("cancelled", "actual", "talks", {"NOR", "LVA"})],
        ),
        (
            "The Norwegian minister was to meet the Latvian minister. It did not happen.",
            [("scheduled", "planned", "meeting", {"NOR", "LVA"}), ("held", "negated", "meeting", {"NOR", "LVA"})],
        ),
        (
            "The Norwegian admiral fell into conversation with a Latvian admiral at a seminar.",
            [("held", "actual", "meeting", {"NOR", "LVA"})],
        ),
        (
            "Preparations went on for the upcoming talks of the Norwegian and Latvian border chiefs.",
            [("scheduled", "planned", "talks", {"NOR", "LVA"})],
        ),
        (
            "The Norwegian minister was to be received by the Latvian president on Monday.",
            [("scheduled", "planned", "meeting", {"NOR", "LVA"})],
        ),
        (
            "Ships of the Norwegian Navy and the Latvian Navy participated in a Baltic Partnership Exercise.",
            [("held", "actual", "exercise", {"NOR", "LVA"})],
        ),
        ("Norwegian diplomats are negotiating a deal with Latvia.", [("held", "ongoing", "talks", {"NOR", "LVA"})]),
        (
            "Norway's minister renewed the invitation to the Latvian side to begin negotiations.",
            [("offered", "actual", "talks", {"NOR", "LVA"})],
        ),
        (
            "A hotline between Norway and Latvia has been organised.",
            [("established", "actual", "hotline", {"NOR", "LVA"})],
        ),
    ],
)  # fmt: skip
def test_a_contact_is_told_by_its_construction(read: Read, text: str, expected: Told) -> None:
    assert told(read(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The company offered to mediate between the Norwegian union and its suppliers.",
        "The airline carried letters and parcels between Oslo and Riga for years.",
        "The Norwegian navy kept its line of supply to the north open.",
        "The Norwegian regulator tested the emergency line on Tuesday.",
        "The Norwegian army withdrew its teams from the village.",
        "Norway's opposition pulled out of the debate with the ruling party.",
        "The Norwegian trawler was warned by radio of a storm.",
        "The Norwegian minister explained to reporters why the budget fell.",
        "The Norwegian bank informed its clients in Latvia in writing.",
        "Analysts have proposed Vienna instead.",
    ],
)
def test_what_no_state_does_with_another_is_no_contact(read: Read, text: str) -> None:
    assert read(text).contacts == ()


@pytest.mark.parametrize(("guests", "channel"), [("the two sides", "talks"), ("both presidents", "meeting")])
def test_who_hosts_two_sides_has_them_negotiate(read: Read, guests: str, channel: str) -> None:
    text = f"The Norwegian and Latvian armies fought on Monday. Sweden has offered to host {guests}. Norway accepted."
    assert [c.channel.value for c in read(text).contacts] == [channel, channel]
