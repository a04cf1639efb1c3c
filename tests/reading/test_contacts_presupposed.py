"""Contacts that a clause only presupposes: how they went, on whose wish they came, in what a truce was signed."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pourparler.records import Contact, Reading

Read = Callable[[str], Reading]


def told(contact: Contact) -> tuple[str, set[str | None]]:
    return contact.status.value, {actor.country or actor.organisation for actor in contact.participants}


@pytest.mark.parametrize(
    ("text", "asking", "sides"),
    [
        (
            "Officers of Kenya and Somalia met on Monday. The meeting was initiated by the Somali side.",
            "SOM",
            {"KEN", "SOM"},
        ),
        (
            "Officers of Peru and Ecuador met on Monday. The meeting has been initiated by the Peruvian side.",
            "PER",
            {"PER", "ECU"},
        ),
        (
            "India and Pakistan will hold a flag meeting on Friday. The meeting comes at Pakistan's request.",
            "PAK",
            {"IND", "PAK"},
        ),
        (
            "India and Pakistan will hold a flag meeting on Friday. The flag meeting comes on a Pakistani request.",
            "PAK",
            {"IND", "PAK"},
        ),
        (
            "Oman and Yemen will hold talks on Friday. The talks come at the initiative of Yemen.",
            "YEM",
            {"OMN", "YEM"},
        ),
        (
            "Serbia and Croatia will hold talks on Friday. The talks were initiated by Zagreb.",
            "HRV",
            {"SRB", "HRV"},
        ),
    ],
)
def test_on_whose_wish_a_meeting_comes_about(read: Read, text: str, asking: str, sides: set[str]) -> None:
    (wish,) = (contact for contact in read(text).contacts if contact.status.value == "requested")
    assert wish.by is not None
    assert wish.by.country == asking
    assert told(wish) == ("requested", sides)


@pytest.mark.parametrize(
    "text",
    [
        "Norway and Latvia will meet. The inquiry was initiated by the Norwegian side.",
        "Norway and Latvia will meet. The cabinet meeting comes at the request of the prime minister of Norway.",
        "Norway and Latvia will meet. The meeting was not initiated by the Norwegian side.",
        "Norway and Latvia will meet. The meeting comes on a rainy Monday.",
        "Norway and Latvia will meet. The meeting comes at a bad time for the Latvian side.",
        "The talks between Serbia and Croatia on Friday were initiated by Zagreb.",
    ],
)
def test_other_clauses_tell_of_no_wish(read: Read, text: str) -> None:
    assert "requested" not in [contact.status.value for contact in read(text).contacts]


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("Chad signed a truce with Sudan during talks held on Monday in Doha.", {"TCD", "SDN"}),
        ("Ethiopia's government announced a ceasefire with Eritrea following talks in Nairobi.", {"ETH", "ERI"}),
        ("Peru reached an agreement with Ecuador after border talks in Lima.", {"PER", "ECU"}),
        ("Armenia signed a peace treaty with Azerbaijan at a summit in Washington.", {"ARM", "AZE"}),
        ("Kenya sealed a deal with Somalia after two days of talks in Kampala.", {"KEN", "SOM"}),
        ("Serbia concluded an accord with Kosovo after a meeting in Brussels.", {"SRB", "XKX"}),
    ],
)
def test_a_pact_was_made_with_whom_the_talks_were_held(read: Read, text: str, sides: set[str]) -> None:
    assert told(read(text).contacts[0]) == ("held", sides)


@pytest.mark.parametrize(
    "text",
    [
        "The union signed a deal with the Chadian government after talks in N'Djamena.",
        "Chad signed a deal with Shell after talks in Sudan.",
        "Norway announced a deal with Latvia after a cabinet meeting.",
        "Norway may sign a deal with Latvia after talks in Tallinn.",
        "Norway did not sign a deal with Latvia after talks in Tallinn.",
        "Norway broke a deal with Latvia after talks in parliament.",
    ],
)
def test_a_pact_tells_of_no_other_talks(read: Read, text: str) -> None:
    assert read(text).contacts == ()


def test_talks_with_a_third_are_its_own(read: Read) -> None:
    (contact,) = read("Norway announced a deal with Latvia after talks with Denmark.").contacts
    assert told(contact) == ("held", {"NOR", "DNK"})


@pytest.mark.parametrize(
    "text",
    [
        "Oman and Yemen met on Monday. An agreement was reached to hold further talks in May.",
        "Oman and Yemen met on Monday. An understanding was reached to meet again in June.",
        "An agreement was reached between Oman and Yemen to hold talks in June.",
        "Yemen and Oman held talks on Monday. An agreement was reached to maintain a regular dialogue.",
        "Oman and Yemen agreed to maintain a regular dialogue.",
        "A consensus was reached between Yemen and Oman to resume talks in May.",
    ],
)
def test_an_agreement_that_was_reached_accepts(read: Read, text: str) -> None:
    assert ("accepted", {"OMN", "YEM"}) in [told(contact) for contact in read(text).contacts]


@pytest.mark.parametrize(
    "text",
    [
        "Oman and Yemen met. No agreement was reached to hold further talks.",
        "An agreement was reached within the Omani coalition to hold talks with Yemen.",
        "Oman and Yemen met. An agreement was reached to build a dam.",
        "Oman and Yemen met. An agreement could not be reached.",
        "Oman and Yemen met. A low was reached in the talks.",
        "Oman and Yemen met. The border was reached to look for water.",
    ],
)
def test_other_things_reached_accept_nothing(read: Read, text: str) -> None:
    assert not {"accepted", "declined"} & {contact.status.value for contact in read(text).contacts}


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("The president of Peru welcomed Chile's initiative to hold talks with Lima.", {"PER", "CHL"}),
        ("Sudan backed Chad's initiative to hold a summit with it.", {"SDN", "TCD"}),
    ],
)
def test_an_initiative_offers(read: Read, text: str, sides: set[str]) -> None:
    assert told(read(text).contacts[0]) == ("offered", sides)


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        (
            "Norwegian foreign minister Kari Lund told reporters that Latvia had apologised after a closed-door "
            "meeting with Andris Kalns, the de facto Latvian ambassador.",
            {"NOR", "LVA"},
        ),
        (
            "Kenyan minister Ann Karimi said the row was over after a meeting with Ali Warsame, the acting Somali "
            "ambassador.",
            {"KEN", "SOM"},
        ),
        ("Norwegian minister Kari Lund was angry after a meeting with Latvian minister Edgars Ozols.", {"NOR", "LVA"}),
    ],
)
def test_what_was_so_after_a_meeting(read: Read, text: str, sides: set[str]) -> None:
    assert [told(contact) for contact in read(text).contacts] == [("held", sides)]


def test_how_a_meeting_went_tells_that_it_was(read: Read) -> None:
    text = "Russia and Georgia traded accusations. Georgia and Russia shelled each other. The mission said the meeting "
    assert [told(contact) for contact in read(text + "was short.").contacts] == [("held", {"RUS", "GEO"})]
    assert read(text + "would be short.").contacts == ()
    again = read("Norway and Latvia held talks. The talks were constructive.").contacts
    assert [told(contact) for contact in again] == [("held", {"NOR", "LVA"})]


def test_people_of_the_two_regions_are_of_both_sides(read: Read) -> None:
    text = "Kenya and Somalia held talks on Monday. {} of the two regions agreed to meet weekly."
    first, second = read(text.format("Governors of Mandera and Gedo and police chiefs")).contacts
    assert (told(first)[0], told(second)) == ("held", ("accepted", {"KEN", "SOM"}))
    assert len(read(text.format("Hospitals")).contacts) == 1
