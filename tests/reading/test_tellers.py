"""Whose forces, land, base or regime is meant where no state stands beside the noun; to whom a demand goes on."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pourparler.records import Actor, Reading, Status

Read = Callable[[str], Reading]


def codes(actors: tuple[Actor, ...]) -> list[str | None]:
    return [actor.code for actor in actors]


@pytest.mark.parametrize(
    ("text", "by", "parties"),
    [
        (
            "The Norwegian army said a patrol had come under fire from Latvian troops on Monday.",
            ["LVA MIL"],
            ["LVA MIL", "NOR MIL"],
        ),
        (
            "Latvian troops opened fire on soldiers on patrol near Vik, the Norwegian army said.",
            ["LVA MIL"],
            ["LVA MIL", "NOR MIL"],
        ),
        (
            "Latvian troops had crossed five kilometres into Vikdal County, the Norwegian army said.",
            ["LVA MIL"],
            ["LVA MIL", "NOR GOV"],
        ),
        # a third state's army has no patrol there, and whoever denies it tells nothing of his own
        ("Latvian troops opened fire on a patrol near Vik on Monday.", ["LVA MIL"], ["LVA MIL"]),
        (
            "A Russian bomber made two passes at a helicopter flying from HMCS Ottawa.",
            ["RUS MIL"],
            ["RUS MIL", "CAN MIL"],
        ),
        (
            "Two F-35 fighters from Trondheim were scrambled to identify a Russian bomber.",
            ["NOR MIL"],
            ["NOR MIL", "RUS MIL"],
        ),
    ],
)
def test_forces_and_land_without_a_state_are_those_of_who_tells(
    read: Read, text: str, by: list[str], parties: list[str]
) -> None:
    (incident,) = read(text).incidents
    assert codes(incident.by) == by
    assert codes(incident.parties) == parties


def test_a_clash_is_done_by_each_to_the_other(read: Read) -> None:
    reading = read("Norway and Latvia traded charges on Tuesday over a clash between Norwegian and Latvian soldiers.")
    (clash,) = (event for event in reading.events if event.of and event.type == "ASSAULT")
    assert set(codes(clash.actors)) == set(codes(clash.recipients)) == {"NOR MIL", "LVA MIL"}


def test_a_demand_that_goes_on_is_made_to_whom_the_sentence_before_singles_out(read: Read) -> None:
    reading = read("Norway summoned the Latvian chargé over the raid. It also demanded compensation.")
    (demand,) = (event for event in reading.events if event.type == "REQUEST")
    assert codes(demand.recipients) == ["LVA GOV"]


def test_a_demand_of_another_paragraphs_doer_goes_on_to_nobody(read: Read) -> None:
    reading = read("Norway summoned the Latvian chargé over the raid. Finland also demanded compensation.")
    assert all(not event.recipients for event in reading.events if event.type == "REQUEST")


def test_a_counterpart_without_possessor_is_of_the_doers_kind(read: Read) -> None:
    (contact,) = read(
        "General Kari Lund of the Norwegian army has asked for a call with a Latvian counterpart."
    ).contacts
    assert contact.target is not None
    assert contact.target.code == "LVA MIL"


@pytest.mark.parametrize("regime", ["government", "regime", "administration"])
def test_a_government_called_by_its_leaders_name_is_that_states(read: Read, regime: str) -> None:
    (contact,) = read(
        f"The hotline between Colombia and Venezuela was cut by the Maduro {regime} in February."
    ).contacts
    assert contact.by is not None
    assert contact.by.code == "VEN GOV"


def test_the_parties_somebody_calls_on_are_the_two_sides(read: Read) -> None:
    reading = read("Norway and Latvia traded blame for the raid. Finland called on the parties to talk.")
    recipients = {code for event in reading.events if event.type == "REQUEST" for code in codes(event.recipients)}
    assert recipients == {"NOR GOV", "LVA GOV"}


@pytest.mark.parametrize(
    "text", ["Norway said its military line with Latvia was open.", "The hotline between Oslo and Riga is available."]
)
def test_a_line_that_is_open_is_open_and_not_offered(read: Read, text: str) -> None:
    assert [contact.status for contact in read(text).contacts] == [Status.OPEN]


def test_ones_own_telephone_lines_are_no_line_to_anybody(read: Read) -> None:
    reading = read("Norway declined a call with Sweden on Monday. It said its telephone lines were open day and night.")
    assert [contact.status for contact in reading.contacts] == [Status.DECLINED]


def test_who_speaks_behind_a_passive_clause_is_its_teller(read: Read) -> None:
    text = "The visit of the Norwegian minister to Riga has been cancelled, the press service of Norway's embassy said."
    (statement,) = read(text).statements
    assert statement.source is not None
    assert statement.source.country == "NOR"


def test_a_title_before_the_name_is_no_part_of_what_is_said(read: Read) -> None:
    text = "The visit of Ole Berg to Latvia is postponed, the spokesman of the ministry of Norway, Kari Vik, said."
    (statement,) = read(text).statements
    assert text[statement.content[0].start : statement.content[-1].end].endswith("is postponed")


def test_its_envoy_is_of_who_is_led_to_recall_him(read: Read) -> None:
    reading = read("Norway's decision led Russia to recall its ambassador to Oslo, who returned a month later.")
    assert {actor.country for event in reading.events for actor in event.actors} == {"RUS"}


def test_a_second_of_a_state_is_a_likeness(read: Read) -> None:
    reading = read("Norway has promised to give Russia a second Latvia.")
    assert "LVA" not in {actor.country for event in reading.events for actor in event.recipients}
