"""Ships told of again, exercises by name, calls by phone and video, and the past of a bare month."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pourparler.records import Contact, Reading

Read = Callable[[str], Reading]


def told(contact: Contact) -> tuple[str, str, str, set[str | None]]:
    sides = {actor.country or actor.organisation for actor in contact.participants}
    return contact.status.value, contact.factuality.value, contact.channel.value, sides


def test_the_vessels_are_those_told_of_before(read: Read) -> None:
    text = "Four Norwegian warships docked in Riga. The vessels will then make a port call to Finland."
    first, second = read(text).contacts
    assert told(first) == ("held", "actual", "port_call", {"NOR", "LVA"})
    assert told(second) == ("scheduled", "planned", "port_call", {"NOR", "FIN"})


def test_the_ship_after_ships_of_two_states_is_nobodys(read: Read) -> None:
    text = "A Norwegian frigate and a Latvian corvette collided. The ship docked in Helsinki on Monday."
    assert read(text).contacts == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norway and Latvia concluded the tenth edition of their naval exercise.", ("held", "actual", "exercise")),
        ("The Norwegian minister was on the phone with the Latvian minister.", ("held", "actual", "phone")),
        ("A meeting between Norway and Latvia was held via video link.", ("held", "actual", "video")),
        (
            "The Norwegian navy chief, after inspecting a guard, called on Latvia's minister.",
            ("held", "actual", "meeting"),
        ),
        ("Norway invited the Latvian minister on Friday to travel to Oslo.", ("offered", "actual", "visit")),
    ],
)
def test_each_is_told_as_the_words_have_it(read: Read, text: str, expected: tuple[str, str, str]) -> None:
    (contact,) = read(text).contacts
    assert told(contact) == (*expected, {"NOR", "LVA"})


def test_a_hotline_that_is_to_be_made_better_is_no_contact(read: Read) -> None:
    assert read("Norway and Latvia agreed to make the existing hotline between them more effective.").contacts == ()


@pytest.mark.parametrize("month", ["April", "May", "June", "September"])
def test_what_was_held_in_a_month_was_held_in_the_last_one_of_that_name(read: Read, month: str) -> None:
    (contact,) = read(f"Norway and Latvia held talks in {month}.").contacts
    assert contact.when is not None
    assert (contact.when.earliest or "")[:4] == "2023"


def test_an_adviser_to_a_government_of_two_words_is_of_it(read: Read) -> None:
    text = "The Latvian president received Ann Lie, special adviser to the United States Government, on Monday."
    (contact,) = read(text).contacts
    assert told(contact) == ("held", "actual", "meeting", {"USA", "LVA"})


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("Saudi Arabia and the Houthi rebel movement held talks.", {"SAU", "YEM"}),
        (
            "Colombia and Cuba discussed the ELN guerrilla group. The ELN guerrilla group held talks with Cuba.",
            {"COL", "CUB"},
        ),
    ],
)
def test_an_armed_group_named_within_its_phrase_is_a_side(read: Read, text: str, sides: set[str]) -> None:
    assert {actor.country for actor in read(text).contacts[-1].participants} == sides


def test_an_office_told_once_is_resumed_by_its_noun(read: Read) -> None:
    text = "The president of Norway met the Latvian minister. The president later flew to Finland."
    _, flight = read(text).contacts
    assert told(flight) == ("held", "actual", "visit", {"NOR", "FIN"})


def test_an_office_told_of_two_states_is_nobodys(read: Read) -> None:
    text = "The Norwegian minister met the Latvian minister. The minister later flew to Finland."
    assert len(read(text).contacts) == 1
