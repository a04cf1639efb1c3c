"""Deeds tried, aimed at or to be prevented, and measures told by what somebody is told to do."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pourparler.records import Factuality, MeasureStatus, MeasureType, Reading

Read = Callable[[str], Reading]

AS = [
    ("A Swedish jet attempted to intercept a Norwegian patrol plane.", Factuality.POSSIBLE),
    ("Swedish cutters unsuccessfully tried to intercept a Norwegian patrol plane.", Factuality.NEGATED),
    ("Swedish cutters were trying to intercept a Norwegian patrol plane.", Factuality.ONGOING),
    ("Sweden has repeatedly sent coast guard vessels to harass Norwegian trawlers.", Factuality.ACTUAL),
    ("Swedish police denied having fired on anyone after the clash between Norwegian and Swedish troops.",
     Factuality.ACTUAL),
]  # fmt: skip


@pytest.mark.parametrize(("text", "factuality"), AS)
def test_an_attempt_is_no_request_and_what_dates_a_denied_deed_is_not_denied(
    read: Read, text: str, factuality: Factuality
) -> None:
    assert factuality in {i.factuality for i in read(text).incidents}


NOT_TOLD = [
    "The line was meant as a way to reduce tensions and improve cooperation between Norway and Sweden.",
    "The two sides drew up rules to prevent clashes between Norwegian troops and Swedish forces.",
    "The two sides drew up rules aimed at avoiding clashes between Norwegian troops and Swedish forces.",
    "Norway wants radars capable of tracking Swedish aircraft.",
    "The Norwegian minister reassured Sweden that Norway remains a good neighbour.",
    "Both the Norwegian and Swedish delegations did not agree with the commission on the proposal.",
    "Norway says Danish troops have been helping anti-Swedish groups.",
]


@pytest.mark.parametrize("text", NOT_TOLD)
def test_what_is_only_aimed_at_prevented_or_assured_is_no_event(read: Read, text: str) -> None:
    reading = read(text)
    assert not reading.incidents
    assert not [e for e in reading.events if e.type in ("COOPERATE", "ASSAULT", "MOBILIZE", "AGREE", "AID")]


def test_a_deed_to_be_avenged_has_happened(read: Read) -> None:
    reading = read("Norwegian soldiers came to Oslo to avenge the Swedish attack on Denmark.")
    assert "ASSAULT" in {e.type for e in reading.events}


def test_a_warning_told_as_a_ground_of_what_is_likely_is_a_fact(read: Read) -> None:
    text = "The move is likely to raise tensions as Norway explicitly warned Sweden in April against any blockade."
    (event,) = (e for e in read(text).events if e.type == "THREATEN")
    assert event.factuality is Factuality.ACTUAL


WHO = [
    (
        "The Norwegian side has sent a note to the Swedish authorities demanding relevant Swedish bodies pay.",
        "REQUEST",
        "NOR GOV",
        ["SWE GOV"],
    ),
    ("Norway will not send additional troops to the Swedish border.", "MOBILIZE", "NOR GOV", []),
    ("Swedish soldiers broke the truce by targeting Norwegian posts in Moss.", "ASSAULT", "SWE MIL", ["NOR MIL"]),
    ("Peru warned of Chilean plans to invade Bolivia.", "ASSAULT", "CHL GOV", ["BOL GOV"]),
]


@pytest.mark.parametrize(("text", "kind", "actor", "recipients"), WHO)
def test_the_sender_demands_and_a_border_is_where_and_not_whom(
    read: Read, text: str, kind: str, actor: str, recipients: list[str]
) -> None:
    (event,) = (e for e in read(text).events if e.type == kind)
    assert [a.code for a in event.actors] == [actor]
    assert [a.code for a in event.recipients] == recipients


MEASURES = [
    ("The Norwegian government has ordered its ambassador in Sweden to return immediately.", MeasureType.RECALL),
    ("Norway instructed its envoy to Sweden to come home.", MeasureType.RECALL),
    ("Norway declared two Swedish diplomats ‘persona non grata’ on Tuesday.", MeasureType.EXPULSION),
    ("Norway instructed two Swedish diplomats to leave.", MeasureType.EXPULSION),
]


@pytest.mark.parametrize(("text", "kind"), MEASURES)
def test_what_envoys_are_told_to_do_is_a_measure(read: Read, text: str, kind: MeasureType) -> None:
    (measure,) = read(text).measures
    assert measure.type is kind
    assert [a.country for a in measure.imposed_by] == ["NOR"]
    assert [a.country for a in measure.on] == ["SWE"]


def test_how_long_after_a_deed_a_measure_came_is_no_reason(read: Read) -> None:
    (measure,) = read("Norway recalled its ambassador from Stockholm shortly after the killing.").measures
    assert measure.reason is None


def test_a_decision_to_expel_is_an_expulsion_decided(read: Read) -> None:
    (event,) = (e for e in read("The row followed Norway's decision to expel Swedish diplomats.").events if e.of)
    assert event.factuality is Factuality.ACTUAL


def test_who_calls_a_deed_a_breach_of_the_truce_did_not_break_it(read: Read) -> None:
    text = "Ola Berg, a Norwegian army spokesman, said the incident was a serious violation of the ceasefire."
    assert not [m for m in read(text).measures if m.status is MeasureStatus.VIOLATED]


def test_an_agreement_that_was_ended_is_not_announced(read: Read) -> None:
    text = "Norway and Sweden traded fire on Sunday, ending an agreement to honour a ceasefire."
    assert not [m for m in read(text).measures if m.status is MeasureStatus.ANNOUNCED]


ACTIONS = [
    ("Two Swedish fighter planes entered Norway's airspace near Moss.", "violate airspace", "SWE MIL"),
    ("Swedish firing on Norwegian posts killed two soldiers.", "shoot at", "SWE GOV"),
    ("Sweden launched a missile on Sunday off its east coast.", "fire missile", "SWE GOV"),
    ("Three Swedish marine surveillance ships entered Norwegian waters.", "enter waters", "SWE COP"),
    ("The Swedish border security service detained a Norwegian fisherman.", "detain", "SWE COP"),
    ("A Swedish NATO jet intercepted a Russian bomber.", "intercept", "SWE MIL"),
]


@pytest.mark.parametrize(("text", "action", "by"), ACTIONS)
def test_an_action_is_what_was_entered_or_fired_and_by_whose_force(read: Read, text: str, action: str, by: str) -> None:
    incident = read(text).incidents[0]
    assert (incident.action, [a.code for a in incident.by]) == (action, [by])


def test_two_who_demand_of_each_other_are_each_told(read: Read) -> None:
    text = "Norway and Sweden demanded for compensation from each other for casualties."
    (event,) = (e for e in read(text).events if e.type == "REQUEST")
    assert [[a.code for a in side] for side in (event.actors, event.recipients)] == [["NOR GOV"], ["SWE GOV"]]


PLACES = [
    ("Swedish troops entered the Norwegian territory without authorization.", "enter territory", ["SWE MIL"]),
    ("A Norwegian jet shot down a drone on the Swedish border.", "shoot down", ["NOR MIL"]),
    ("A Swedish anti-submarine ship shadowed a drone off Moss.", "shadow", ["SWE MIL"]),
]


@pytest.mark.parametrize(("text", "action", "parties"), PLACES)
def test_land_is_no_water_and_a_border_where_it_happened_is_no_party(
    read: Read, text: str, action: str, parties: list[str]
) -> None:
    (incident,) = read(text).incidents
    assert incident.action == action
    assert [a.code for a in incident.parties][: len(parties)] == parties
    assert action == "enter territory" or len(incident.parties) == len(parties)
    assert incident.factuality is Factuality.ACTUAL


def test_what_it_would_do_besides_is_announced_and_no_threat(read: Read) -> None:
    text = "Norway said it was cutting ties with Sweden and would close its embassy in Stockholm."
    assert {m.status for m in read(text).measures} == {MeasureStatus.IN_FORCE, MeasureStatus.ANNOUNCED}


def test_those_in_whose_favour_ties_are_cut_are_not_punished(read: Read) -> None:
    (measure,) = read("Norway severed diplomatic ties with Sweden in favour of Denmark.").measures
    assert [a.country for a in measure.on] == ["SWE"]


def test_what_another_is_asked_to_stop_is_not_told_as_undone(read: Read) -> None:
    reading = read("Norway demanded that Denmark stop supporting Sweden's army.")
    assert not [e for e in reading.events if e.factuality is Factuality.NEGATED]


def test_a_charge_of_a_deed_by_a_boat_is_not_made_against_the_boat(read: Read) -> None:
    text = "Norway has lodged a diplomatic protest over the sinking of a fishing boat by a Swedish trawler."
    assert not [e for e in read(text).events if "SWE CVL" in {a.code for a in e.recipients}]


@pytest.mark.parametrize(
    "text",
    [
        "Norway's parliament approved a plan to buy drones to monitor Swedish ships.",
        "Norway needs jets to shadow ships.",
    ],
)
def test_what_a_thing_is_bought_for_is_no_incident(read: Read, text: str) -> None:
    assert not read(text).incidents
