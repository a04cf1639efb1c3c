"""Contacts whose sides are only described, and answers told in a sentence of their own."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pourparler.records import Contact, Reading

Read = Callable[[str], Reading]
OPENING = "The foreign ministry and the military met at the embassy. "


def told(contact: Contact) -> tuple[str, str]:
    return contact.status.value, contact.factuality.value


def sides(contact: Contact) -> set[str | None]:
    return {a.organisation if "REB" in a.sectors or "PRE" in a.sectors else a.country for a in contact.participants}


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("A meeting of the two navy chiefs has been put off.", ["the two navy chiefs"] * 2),
        ("The two foreign ministers will meet in Vienna on May 20.", ["The two foreign ministers"] * 2),
        (
            "Special envoys Ane Lund and Edgars Ozols met in Vienna on Tuesday.",
            ["Special envoys Ane Lund", "Edgars Ozols"],
        ),
        (
            "The Norwegian prime minister met the rebel leadership.",
            ["The Norwegian prime minister", "the rebel leadership"],
        ),
    ],
)
def test_two_sides_that_are_only_described_make_a_contact(read: Read, text: str, people: list[str]) -> None:
    (contact,) = read(OPENING + text).contacts
    assert [a.text for a in contact.participants] == people


@pytest.mark.parametrize(
    "text",
    [
        "Will the presidents meet?",
        "The ministers met in parliament on Monday.",
        "The Norwegian prime minister met Finance Minister Ane Lund.",
        "Deputies Ane Lund and Ole Berg met on Tuesday.",
    ],
)
def test_people_who_may_be_of_one_state_make_none(read: Read, text: str) -> None:
    assert read(OPENING + text).contacts == ()


@pytest.mark.parametrize(
    "text",
    [
        "Norway and Latvia fell out over fish. The prime ministers will meet in Tallinn next week.",
        "Norway and Latvia fell out over fish. Finland may host both leaders in November.",
        "NORWAY-LATVIA. Special envoys Ane Lund and Edgars Ozols met in Tallinn on Tuesday.",
    ],
)
def test_offices_of_which_a_state_has_one_are_those_of_the_two_states_told(read: Read, text: str) -> None:
    contact = read(OPENING + text).contacts[-1]
    assert sides(contact) == {"NOR", "LVA"}


@pytest.mark.parametrize(
    ("text", "both"),
    [
        ("Georgia and South Ossetia held talks on Monday.", {"GEO", "South Ossetia"}),
        ("The Cypriot president met the Turkish Cypriot leader on Monday.", {"CYP", "TRNC"}),
        ("The ELN denies it. Colombia's president met the rebel leadership.", {"COL", "ELN"}),
        ("The ELN denies it. Colombia's envoy met her ELN counterpart on Monday.", {"COL", "ELN"}),
    ],
)
def test_rebels_and_territories_that_broke_away_are_sides_of_their_own(
    read: Read, text: str, both: set[str | None]
) -> None:
    (contact,) = read(OPENING + text).contacts
    assert len(contact.participants) == 2
    assert {a.country for a in contact.participants} == {next(iter(both & {"GEO", "CYP", "COL"}))}


@pytest.mark.parametrize(
    ("text", "steps"),
    [
        ("Oslo phoned Riga on Sunday. Nobody answered.", [("unanswered", "actual")]),
        ("Oslo sent four messages to Riga. None was answered.", [("held", "actual"), ("unanswered", "actual")]),
        ("Oslo sent two letters to Riga. They have gone unanswered.", [("held", "actual"), ("unanswered", "actual")]),
        ("Oslo lodged a protest with Riga. Latvia has not responded.", [("held", "actual"), ("unanswered", "actual")]),
        (
            "Oslo asked Riga for a meeting. It is still waiting for an answer.",
            [("requested", "actual"), ("unanswered", "actual")],
        ),
        (
            "Talks between Oslo and Riga were to be held on Monday. They did not take place.",
            [("scheduled", "planned"), ("held", "negated")],
        ),
        ("Oslo and Riga were to meet on Monday. It did not happen.", [("scheduled", "planned"), ("held", "negated")]),
        (
            "Oslo and Riga were to meet on Monday. The Latvian minister pulled out.",
            [("scheduled", "planned"), ("cancelled", "actual")],
        ),
        (
            "Oslo has not spoken to Riga, and there are no plans for them to speak.",
            [("held", "negated"), ("scheduled", "negated")],
        ),
    ],
)
def test_what_became_of_it_may_be_told_in_a_sentence_of_its_own(
    read: Read, text: str, steps: list[tuple[str, str]]
) -> None:
    contacts = read(OPENING + text).contacts
    assert [told(c) for c in contacts] == steps
    assert all(sides(c) == {"NOR", "LVA"} for c in contacts)


@pytest.mark.parametrize(
    ("text", "statuses"),
    [
        ("Oslo and Riga were to meet on Monday. Russian troops pulled out of Kherson.", ["scheduled"]),
        ("Oslo said a raid was planned. It did not happen.", []),
        ("The firm sent two letters to its clients. They have gone unanswered.", []),
        ("Sailors called home on Sunday. Nobody answered.", []),
        ("Oslo sent a letter to Riga, and its envoy waited for the answer.", ["held"]),
    ],
)
def test_what_came_to_nothing_and_was_no_contact_adds_none(read: Read, text: str, statuses: list[str]) -> None:
    assert [c.status.value for c in read(OPENING + text).contacts] == statuses


def test_a_side_that_is_only_described_may_have_taken_the_step(read: Read) -> None:
    (contact,) = read(OPENING + "The rebel leadership has rejected an offer of talks from Norway.").contacts
    assert contact.by is not None
    assert (contact.status.value, contact.by.text) == ("declined", "The rebel leadership")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Colombia and the ELN rebels have fought since May. The ELN freed three soldiers on Monday. "
            "The two sides will meet in Havana next week.",
            {"COL", "COL REB"},
        ),
        (
            "Israel and Hamas traded fire on Monday. Hamas said Israel had bombed a school. "
            "The two sides will meet in Doha next week.",
            {"ISR", "PSE REB"},
        ),
    ],
)
def test_both_sides_may_be_a_state_and_the_group_it_fights(read: Read, text: str, expected: set[str]) -> None:
    (meeting,) = read(text).contacts
    assert {a.code for a in meeting.participants} == {f"{c} GOV" if len(c) == 3 else c for c in expected}


def test_of_two_states_and_a_group_nobody_knows_who_both_sides_are(read: Read) -> None:
    text = (
        "Rwanda and Uganda accused each other on Monday. The M23 took a town, and Rwanda denied that it helped "
        "the M23. Uganda blamed Rwanda. The two sides will meet in Luanda next week."
    )
    assert read(OPENING + text).contacts == ()


def test_a_ministry_of_no_told_state_summons_all_the_same(read: Read) -> None:
    text = "On Monday the Ministry of Foreign Affairs summoned the Russian ambassador over the frigate."
    (summons,) = read(OPENING + text).contacts
    assert summons.target is not None
    assert summons.target.code == "RUS GOV"
