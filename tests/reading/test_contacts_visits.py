"""Visits: who goes to whom, told by journeys, senders, ships in port, awaited guests and invitations."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pourparler.reading.tables import rows
from pourparler.records import Contact, Reading

LUND = "Norwegian Foreign Minister Kari Lund"


def told(contact: Contact) -> tuple[str, str, str, set[str | None]]:
    sides = {actor.country or actor.organisation for actor in contact.participants}
    return contact.status.value, contact.factuality.value, contact.channel.value, sides


@pytest.mark.parametrize("row", [r for r in rows("visits") if r["kind"] != "attending"], ids=lambda r: r["example"])
def test_each_word_of_the_table_tells_the_visit_of_its_example(
    read: Callable[[str], Reading], row: dict[str, str]
) -> None:
    channels = {"docking": "port_call"}
    contacts = read(row["example"]).contacts
    status = "scheduled" if row["kind"] == "awaiting" else "held"
    assert (status, channels.get(row["kind"], "visit")) in {(c.status, c.channel) for c in contacts}
    assert all("RUS" in told(contact)[3] for contact in contacts)


@pytest.mark.parametrize("row", [r for r in rows("visits") if r["kind"] == "attending"], ids=lambda r: r["lemma"])
def test_who_is_invited_to_attend_is_offered_a_visit(read: Callable[[str], Reading], row: dict[str, str]) -> None:
    (contact,) = read(row["example"]).contacts
    assert told(contact) == ("offered", "actual", "visit", {"NOR", "RUS"})
    assert contact.initiator is not None
    assert contact.initiator.country == "NOR"


@pytest.mark.parametrize(
    ("text", "status", "factuality", "channel", "sides"),
    [
        (f"{LUND} flies to Moscow tonight.", "scheduled", "planned", "visit", {"NOR", "RUS"}),
        (f"{LUND} will travel to Moscow in May.", "scheduled", "planned", "visit", {"NOR", "RUS"}),
        (f"{LUND} is travelling to Moscow on Friday.", "scheduled", "planned", "visit", {"NOR", "RUS"}),
        (f"{LUND} will not travel to Moscow.", "held", "negated", "visit", {"NOR", "RUS"}),
        (f"{LUND} is expected back in Moscow next week.", "scheduled", "planned", "visit", {"NOR", "RUS"}),
        (f"{LUND} is expected to arrive in Moscow on Friday.", "scheduled", "planned", "visit", {"NOR", "RUS"}),
        (f"{LUND} has refused to travel to Moscow.", "declined", "actual", "visit", {"NOR", "RUS"}),
        (f"{LUND} left Oslo for Moscow on Monday.", "held", "actual", "visit", {"NOR", "RUS"}),
        ("The UN envoy was due in Kyiv on Friday.", "scheduled", "planned", "visit", {"United Nations", "UKR"}),
        ("North Korea's Kim Jong Un crossed into Russia by train.", "held", "actual", "visit", {"PRK", "RUS"}),
        (f"{LUND} is in Moscow for talks with her counterpart.", "held", "ongoing", "visit", {"NOR", "RUS"}),
        (f"{LUND} is on a two-day visit to Moscow.", "held", "ongoing", "visit", {"NOR", "RUS"}),
        (f"{LUND} is in Brussels for a NATO summit.", "held", "ongoing", "visit", {"NOR", "NATO"}),
        (f"{LUND} returned from talks in Moscow on Monday.", "held", "actual", "visit", {"NOR", "RUS"}),
        (f"{LUND} travelled to Kharkiv last week.", "held", "actual", "visit", {"NOR", "UKR"}),
        (f"{LUND} visited Kharkiv last week.", "held", "actual", "visit", {"NOR", "UKR"}),
        ("Dahl was the last Norwegian minister to travel to Russia.", "held", "actual", "visit", {"NOR", "RUS"}),
        ("Oslo has not sent a team of negotiators to Moscow.", "held", "negated", "visit", {"NOR", "RUS"}),
        ("A Norwegian envoy was sent to Moscow in May.", "held", "actual", "visit", {"NOR", "RUS"}),
        ("A Norwegian frigate made a port call in Murmansk.", "held", "actual", "port_call", {"NOR", "RUS"}),
        ("The frigate HNoMS Nansen docked in Murmansk.", "held", "actual", "port_call", {"NOR", "RUS"}),
        (f"Oslo put off the sale after {LUND}'s visit to Moscow.", "held", "actual", "visit", {"NOR", "RUS"}),
        (f"{LUND} spoke. Plans for Lund's visit to Moscow are ready.", "scheduled", "planned", "visit", {"NOR", "RUS"}),
        ("Oslo invited the Russian foreign minister to Bergen.", "offered", "actual", "visit", {"NOR", "RUS"}),
        ("The Russian minister was invited to Oslo in June.", "offered", "actual", "visit", {"NOR", "RUS"}),
    ],
)  # fmt: skip
def test_a_visit_is_told_with_its_status_and_both_sides(
    read: Callable[[str], Reading], text: str, status: str, factuality: str, channel: str, sides: set[str]
) -> None:
    assert (status, factuality, channel, sides) in [told(contact) for contact in read(text).contacts]


def test_the_visitor_takes_the_step_and_the_place_is_where(read: Callable[[str], Reading]) -> None:
    (contact,) = read(f"{LUND} flew to Kharkiv on Monday.").contacts
    assert contact.by is not None
    assert contact.by.person == "Kari Lund"
    assert contact.where is not None
    assert (contact.where.text, contact.where.country) == ("Kharkiv", "UKR")
    assert contact.when is not None
    assert contact.when.earliest == "2024-03-04"


def test_who_comes_at_the_invitation_of_another_was_invited_by_them(read: Callable[[str], Reading]) -> None:
    contacts = read(f"{LUND} travelled to Moscow at the invitation of the Russian foreign minister.").contacts
    offered = next(contact for contact in contacts if contact.status == "offered")
    assert offered.by is not None
    assert offered.target is not None
    assert (offered.by.country, offered.target.country) == ("RUS", "NOR")
    assert {contact.status.value for contact in contacts} == {"offered", "held"}


@pytest.mark.parametrize(
    "text",
    [
        "Norwegian soldiers arrived in Poland on Monday.",
        "Norwegian tourists flew to Moscow on Monday.",
        "Norway travelled to Lisbon for the qualifier on Saturday.",
        "The Norwegian striker flew to Madrid on Monday for a medical.",
        "The bank's chairman flew to Zurich on Tuesday for the annual meeting.",
        f"{LUND} returned to Oslo on Monday.",
        f"{LUND} travelled to Bergen on Monday.",
        "The Norwegian ambassador returned to Moscow on Monday.",
        "Norway sent blankets and food to Ukraine on Monday.",
        "Moscow sent a Norwegian diplomat home to Oslo.",
        "The former Norwegian minister travelled to Moscow last year.",
        "The Norwegian minister did not arrive in Moscow from Riga, as was expected.",
        "Refugees arrived in Norway from Russia.",
        "Norway and Russia met in Geneva a year ago. // The Norwegian prime minister then visited Bergen.",
        f"{LUND} wants the talks to go to Moscow's courts.",
        "A Norwegian tanker docked in Murmansk on Monday.",
        "The Norwegian minister is in Oslo.",
    ],
)  # fmt: skip
def test_journeys_at_home_or_of_others_are_no_visits(read: Callable[[str], Reading], text: str) -> None:
    contacts = read(text.replace(" // ", "\n\n")).contacts
    assert [contact for contact in contacts if contact.channel in ("visit", "port_call")] == []


def test_whoever_flies_somewhere_to_meet_a_third_side_does_not_visit_the_host(read: Callable[[str], Reading]) -> None:
    contacts = read(f"{LUND} flew to Geneva to meet the Russian foreign minister.").contacts
    assert all("CHE" not in told(contact)[3] for contact in contacts)


def test_a_denied_arrival_is_not_told_as_refused(read: Callable[[str], Reading]) -> None:
    contacts = read("Moscow denied that a team of Russian negotiators had arrived in Oslo.").contacts
    assert "declined" not in {contact.status for contact in contacts}
