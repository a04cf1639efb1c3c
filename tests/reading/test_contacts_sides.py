"""Who is on each side of a contact, and fields that the words around it do not give to it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pourparler.records import Actor, Contact, Reading, Status

Read = Callable[[str], Reading]
OPENING = "The foreign ministry and the military met at the embassy. "


def last(reading: Reading) -> Contact:
    return reading.contacts[-1]


def countries(contact: Contact) -> set[str | None]:
    return {actor.country for actor in contact.participants}


def country(actor: Actor | None) -> str | None:
    return actor.country if actor is not None else None


# --- sides ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "Finland met separately with Norway and Latvia on Monday.",
        "The Finnish foreign minister held separate meetings with his Norwegian and Latvian counterparts.",
        "Finnish President Ann Lie spoke by phone with Norwegian Prime Minister Ola Berg and"
        " Latvian President Janis Ozols on Monday.",
        "Finland summoned the ambassadors of Norway and Latvia over the raid.",
    ],
)
def test_whoever_deals_with_two_apart_has_a_contact_with_each(read: Read, text: str) -> None:
    contacts = read(text).contacts
    assert [countries(c) for c in contacts] == [{"FIN", "NOR"}, {"FIN", "LVA"}]
    assert len({c.id for c in contacts}) == 2


@pytest.mark.parametrize(
    "text",
    [
        "Finland held talks with Norway and Latvia on Monday.",
        "Finnish President Ann Lie held a three-way phone call with Norwegian Prime Minister Ola Berg and"
        " Latvian President Janis Ozols on Monday.",
    ],
)
def test_talks_of_three_are_one_contact(read: Read, text: str) -> None:
    (contact,) = read(text).contacts
    assert countries(contact) == {"FIN", "NOR", "LVA"}


@pytest.mark.parametrize(
    "text",
    [
        "On Tuesday, Norway’s defence minister Ola Berg and Latvia’s defence minister Janis Ozols made their first call"
        " on the hotline, according to the Norwegian defence ministry.",
        "The Norwegian director general of operations (DGO) Lieutenant General Ola Berg and his Latvian counterpart"
        " Major General Janis Ozols met on Monday.",
        "Norwegian Foreign Minister Ola Berg and Deputy Prime Minister and Foreign Minister of Latvia, Janis Ozols,"
        " held talks on Monday.",
    ],
)
def test_two_who_deal_with_each_other_are_both_sides_and_neither_did_it_alone(read: Read, text: str) -> None:
    contact = last(read(text))
    assert countries(contact) == {"NOR", "LVA"}
    assert "Janis Ozols" in {actor.person for actor in contact.participants}
    assert contact.by is None


def test_who_was_once_in_office_is_no_side(read: Read) -> None:
    reading = read("Former Finnish president Ann Lie invited Norway and Latvia to resume the talks.")
    assert not [c for c in reading.contacts if "FIN" in countries(c) or c.target is not None]


def test_who_asked_to_put_talks_off_did_not_ask_for_them(read: Read) -> None:
    contact = last(read("Latvia postponed the security talks with Norway at the request of Oslo."))
    assert contact.status.value == "postponed"
    assert contact.initiator is None
    assert country(contact.by) == "LVA"


def test_the_call_is_no_dialogue_of_which_nothing_is_told(read: Read) -> None:
    reading = read("The dialogue between Norway and Latvia is a wish of many. It is not clear when the call was made.")
    assert not [c for c in reading.contacts if c.channel.value == "phone"]


def test_a_state_that_only_a_situation_is_between_is_no_side(read: Read) -> None:
    text = "The visit was called off after talks with Finnish officials amid tension between Norway and Latvia."
    assert not [c for c in read(text).contacts if c.channel.value == "talks"]


def test_what_is_done_in_response_to_a_visit_is_no_answer_to_a_request(read: Read) -> None:
    reading = read("Latvia held military drills in response to Norwegian Speaker Ann Lie’s visit to Finland.")
    assert not [c for c in reading.contacts if c.status.value in ("requested", "accepted", "declined")]


# --- channel and level ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "channel"),
    [
        ("The foreign ministers of Norway and Latvia held talks over the phone on Monday.", "phone"),
        ("The foreign ministers of Norway and Latvia held talks by telephone on Monday.", "phone"),
        ("The foreign ministers of Norway and Latvia held talks over the fence on Monday.", "talks"),
        ("A Norwegian navy fleet visited Latvia in 2019.", "port_call"),
        ("A Norwegian navy delegation visited Latvia in 2019.", "visit"),
    ],
)
def test_words_beside_the_contact_tell_its_channel(read: Read, text: str, channel: str) -> None:
    assert last(read(text)).channel.value == channel


def test_of_two_titles_the_higher_tells_the_level(read: Read) -> None:
    text = "Norway’s Deputy Prime Minister / Foreign Minister Ola Berg met his Latvian counterpart Janis Ozols."
    assert last(read(text)).level.value == "minister"


# --- reason, place, day, source ---------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "As the foreign ministry of Latvia later reported, the Norwegian ambassador was summoned to the ministry.",
        "Latvia summoned the Norwegian ambassador and expelled two Finnish attachés over the leak.",
    ],
)
def test_who_reports_it_and_why_something_else_was_done_are_no_reasons(read: Read, text: str) -> None:
    (contact,) = (c for c in read(text).contacts if c.channel.value == "summons")
    assert contact.reasons == ()


def test_a_fall_is_no_journey(read: Read) -> None:
    contact = last(
        read("Norwegian Prime Minister Ola Berg cancelled a visit to Latvia after he tripped on the stairs.")
    )
    assert [r.kind.value for r in contact.reasons] == ["health"]


def test_where_the_topic_lies_the_contact_need_not_be(read: Read) -> None:
    text = "Norway and Latvia agreed to set up a direct communication channel aimed at preventing incidents in Finland."
    assert last(read(text)).where is None


def test_the_day_of_the_remarks_is_not_that_of_the_summons(read: Read) -> None:
    contact = last(read("Latvia summoned the Norwegian envoy over his remarks Sunday."))
    assert contact.when is not None
    assert contact.when.text is None


def test_a_call_over_the_phone_keeps_its_day(read: Read) -> None:
    contact = last(
        read("Norwegian Prime Minister Ola Berg spoke with Latvian President Janis Ozols over the phone Sunday.")
    )
    assert contact.when is not None
    assert contact.when.text == "Sunday"


def test_what_a_denial_tells_as_not_done_is_said_by_who_denies(read: Read) -> None:
    text = (
        "Norwegian government spokesman Ola Berg has denied a claim made by the Riga Post on Sunday that"
        " Norwegian Prime Minister Ann Lie and Latvian President Janis Ozols spoke by telephone."
    )
    reading = read(text)
    (contact,) = (c for c in reading.contacts if c.channel.value == "phone")
    (told,) = (s for s in reading.statements if s.id in contact.according_to)
    assert contact.factuality.value == "negated"
    assert told.source is not None
    assert told.source.person == "Ola Berg"


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("A Finnish envoy visited Norway and Latvia last week.", [{"FIN", "NOR"}, {"FIN", "LVA"}]),
        ("Finnish Prime Minister Ann Lie left Norway for Latvia on Monday.", [{"FIN", "LVA"}]),
        (
            "The Finnish prime minister held talks with her Norwegian counterpart Ola Berg and was scheduled to meet"
            " on Monday with Latvian President Janis Ozols.",
            [{"FIN", "NOR"}, {"FIN", "LVA"}],
        ),
        (
            "Finland will take part in a meeting of the foreign ministers of Finland, Norway and Latvia."
            " Her meeting with Latvian President Janis Ozols is also expected.",
            [{"FIN", "NOR", "LVA"}, {"FIN", "LVA"}],
        ),
    ],
)
def test_each_contact_has_its_own_two_sides(read: Read, text: str, pairs: list[set[str]]) -> None:
    assert [countries(c) for c in read(text).contacts] == pairs


def test_a_reception_at_the_airport_is_no_meeting(read: Read) -> None:
    text = "The Latvian ambassador Janis Ozols received Norwegian Foreign Minister Ola Berg at the airport."
    assert not read(text).contacts


@pytest.mark.parametrize(
    "text",
    [
        "Latvia summoned the Norwegian envoy over the remarks of his minister at a conference over the weekend.",
        "Latvia summoned the Norwegian envoy over the raid on Monday.",
    ],
)
def test_a_day_behind_the_matter_may_be_that_of_the_matter(read: Read, text: str) -> None:
    contact = last(read(text))
    assert contact.when is not None
    assert contact.when.text is None


# --- several contacts in one sentence, and whose they are -------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "Norwegian President Anna Lund and Latvian President Janis Ozols met separately with French officials.",
        "Both Norwegian President Anna Lund and Latvian President Janis Ozols held separate talks with France.",
    ],
)
def test_two_who_dealt_apart_with_a_third_did_not_meet_each_other(read: Read, text: str) -> None:
    contacts = read(text).contacts
    assert [countries(c) for c in contacts] == [{"NOR", "FRA"}, {"LVA", "FRA"}]
    assert [country(c.by) for c in contacts] == ["NOR", "LVA"]


def test_two_who_met_a_third_together_had_one_meeting(read: Read) -> None:
    text = "Norwegian President Anna Lund and Latvian President Janis Ozols met French President Paul Martin."
    assert [countries(c) for c in read(text).contacts] == [{"NOR", "LVA", "FRA"}]


def test_what_one_is_thanked_for_is_ones_own_doing(read: Read) -> None:
    text = (
        "Norwegian President Anna Lund thanked Latvian President Janis Ozols for his recent meetings"
        " with the presidents of Finland and Sweden."
    )
    contacts = read(OPENING + text).contacts
    assert [countries(c) for c in contacts] == [{"LVA", "FIN"}, {"LVA", "SWE"}]
    assert {country(c.by) for c in contacts} == {"LVA"}


@pytest.mark.parametrize("words", ["did not dare to meet", "would not deign to meet"])
def test_who_does_not_dare_to_meet_declines(read: Read, words: str) -> None:
    (contact,) = read(OPENING + f"Latvian President Janis Ozols {words} Norwegian President Anna Lund.").contacts
    assert contact.status is Status.DECLINED
    assert country(contact.by) == "LVA"


def test_the_first_of_two_months_is_not_the_time_of_both(read: Read) -> None:
    text = "Latvia's president exchanged visits with Norway's president in {} 2023."
    (both,) = read(text.format("May and June")).contacts
    (one,) = read(text.format("May")).contacts
    assert both.when is None or both.when.text is None
    assert one.when is not None
    assert one.when.text == "in May 2023"


def test_who_speaks_at_a_gathering_deals_with_nobody(read: Read) -> None:
    text = (
        "Norwegian President Anna Lund angered Latvia after she, speaking at a party gathering in Riga,"
        " mocked Latvian officials."
    )
    assert read(text).contacts == ()


@pytest.mark.parametrize(
    "text",
    [
        "Norway's ambassador to Latvia met Deputy Foreign Minister Igor Orlov on Monday.",
        "Deputy Prime Minister Anna Ozola received the Norwegian ambassador to Latvia.",
        "Norway's ambassador in Riga held talks with Defence Minister Janis Ozols.",
    ],
)
def test_an_official_of_no_told_state_is_of_the_state_to_which_the_envoy_is_accredited(read: Read, text: str) -> None:
    (contact,) = read(text).contacts
    assert {a.country for a in contact.participants} == {"NOR", "LVA"}


def test_who_is_no_official_is_of_no_state_for_meeting_an_envoy(read: Read) -> None:
    assert read("Norway's ambassador to Latvia met the singer Anna Ozola on Monday.").contacts == ()


def test_a_minister_whose_name_follows_a_clause_calls_for_calm_and_nobody_up(read: Read) -> None:
    (contact,) = read("The foreign minister of Norway, who is visiting Latvia, called for calm.").contacts
    assert contact.channel == "visit"
