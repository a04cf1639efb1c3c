"""Constructions that the parser gets wrong are read right all the same."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pourparler.records import Reading, Status, side_of

Read = Callable[[str], Reading]


@pytest.mark.parametrize(
    "text",
    [
        "The Polish destroyer Orzel passed through the Strait of Hormuz on Monday, the Polish navy said.",
        "The Polish navy said its destroyer Orzel sailed through the Strait of Hormuz on Monday.",
    ],
)
def test_a_ship_told_by_type_and_name_is_one_subject(read: Read, text: str) -> None:
    (incident,) = read(text).incidents
    assert [side_of(actor) for actor in incident.by] == ["POL"]


@pytest.mark.parametrize(
    "text",
    [
        "Norwegian Foreign Minister Kari Lund spoke by telephone with Swedish Foreign Minister Ole Berg on Tuesday. "
        "Lund and Berg last met in Riga in May.",
        "Norwegian Foreign Minister Kari Lund talked over the phone with Swedish Foreign Minister Ole Berg on Tuesday.",
    ],
)
def test_whom_one_speaks_with_by_phone_is_no_part_of_the_phone(read: Read, text: str) -> None:
    call = read(text).contacts[0]
    assert {side_of(actor) for actor in call.participants} == {"NOR", "SWE"}


def test_who_is_appointed_is_told_from_what(read: Read) -> None:
    (tenure,) = read("The Latvian government appointed Andris Ozols defence minister on Tuesday.").tenures
    assert (tenure.person, tenure.office, tenure.country) == ("Andris Ozols", "defence minister", "LVA")


@pytest.mark.parametrize(
    "text",
    [
        "Norway declined a call with Sweden on Tuesday. Sweden had asked for the call on Monday.",
        "Norway said its calls to the Swedish ministry had been made on Monday.",
    ],
)
def test_the_call_told_of_before_and_calls_of_ones_own_are_contacts(read: Read, text: str) -> None:
    assert {Status.REQUESTED, Status.HELD} & {contact.status for contact in read(text).contacts}


def test_who_called_somebody_in_is_no_subject_of_a_passive(read: Read) -> None:
    (summons,) = read(
        "Latvia, however, called in Norwegian High Commissioner Kari Lund on Thursday evening and lodged a protest."
    ).contacts
    assert summons.by is not None
    assert side_of(summons.by) == "LVA"
    assert summons.target is not None
    assert side_of(summons.target) == "NOR"


def test_who_is_expected_to_meet_may_be_told_a_clause_before(read: Read) -> None:
    *_, meeting = read(
        "Kari Lund, the Norwegian envoy, will travel to Riga on Friday at the invitation of the Latvian parliament, "
        "and is expected to meet the Swedish defence minister there."
    ).contacts
    assert [side_of(actor) for actor in meeting.participants] == ["NOR", "SWE"]


def test_a_hyphened_name_is_one(read: Read) -> None:
    reading = read("South Korean President Park Jae-in met Norwegian Foreign Minister Kari Lund on Monday.")
    assert [actor.person for actor in reading.contacts[0].participants] == ["Park Jae-in", "Kari Lund"]
