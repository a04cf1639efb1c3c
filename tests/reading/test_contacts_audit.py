"""Constructions that real articles use for contacts, each beside one that looks like it and is none."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pourparler.records import Actor, Contact, Reading

Read = Callable[[str], Reading]
TALKS = "Norway and Sweden held talks on Monday. "


def codes(*actors: Actor | None) -> list[str | None]:
    return [actor.code if actor else None for actor in actors]


def last(reading: Reading) -> Contact:
    return reading.contacts[-1]


def states(contact: Contact) -> set[str | None]:
    return {actor.country for actor in contact.participants}


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Talks between Oslo and Riga were due Monday. The meeting has been postponed, Riga said.", "postponed"),
        ("Oslo and Riga held talks on Monday. Riga later cancelled the meeting.", "cancelled"),
    ],
)
def test_a_later_mention_is_between_those_named_before(read: Read, text: str, status: str) -> None:
    contact = last(read(text))
    assert (contact.status, states(contact)) == (status, {"NOR", "LVA"})


@pytest.mark.parametrize(
    "text",
    [
        "The cabinet meeting was postponed.",
        "The meeting with the fishermen was postponed.",
        "The talks between the bakers and the brewers were cancelled.",
        "Finland postponed the meeting.",
        "The football union postponed the meeting.",
        "A meeting was postponed.",
    ],
)
def test_a_meeting_of_others_is_no_later_mention(read: Read, text: str) -> None:
    assert len(read(TALKS + text).contacts) == 1


@pytest.mark.parametrize(
    ("text", "status", "factuality"),
    [
        ("Norway and Sweden were due to meet on Sunday.", "scheduled", "planned"),
        ("Norway and Sweden were to hold talks.", "scheduled", "planned"),
        ("The Swedish president was set to visit Oslo on Monday.", "scheduled", "planned"),
        ("The Norwegian minister had been due to visit Sweden on Sunday.", "scheduled", "planned"),
        ("Norway and Sweden were not due to meet on Sunday.", "scheduled", "negated"),
        ("Norway and Sweden were unable to meet on Sunday.", "held", "negated"),
        ("If Norway and Sweden were to hold talks, oil would rise.", "held", "conditional"),
        ("Norway has no plans for a meeting with Sweden.", "scheduled", "negated"),
    ],
)
def test_what_was_due_is_not_told_as_held(read: Read, text: str, status: str, factuality: str) -> None:
    contact = last(read(text))
    assert (contact.status, contact.factuality, states(contact)) == (status, factuality, {"NOR", "SWE"})


@pytest.mark.parametrize(
    ("text", "channel"),
    [
        ("In a phone call with the Swedish minister, the Norwegian minister discussed fishing.", "phone"),
        ("Speaking after talks with Sweden, Norwegian Prime Minister Ole Berg said the border was closed.", "talks"),
        ("The Norwegian minister discussed fishing during a meeting with the Swedish ambassador.", "meeting"),
        ("During his visit to Sweden, the Norwegian minister discussed fishing.", "visit"),
    ],
)
def test_a_contact_told_in_passing_was_held(read: Read, text: str, channel: str) -> None:
    contact = last(read(text))
    assert (contact.status, contact.factuality, contact.channel) == ("held", "actual", channel)
    assert (codes(contact.by), states(contact)) == (["NOR GOV"], {"NOR", "SWE"})


@pytest.mark.parametrize(
    "text",
    [
        "The Swedish minister hopes to fish after talks with Norway.",
        "Sweden could close its border after talks with Norway.",
        "Norwegian shares fell after talks with Sweden.",
        "In a meeting with reporters, the Swedish minister discussed fishing.",
        "Norway stressed the importance of keeping its lines to Russia open.",
        "Norway would not say whether it had talks with Russia planned.",
    ],
)
def test_what_was_not_done_or_not_with_a_state_tells_no_contact_in_passing(read: Read, text: str) -> None:
    assert read(text).contacts == ()


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("The Omani ambassador was summoned, Qatar's foreign ministry said.", "QAT GOV"),
        ("The Omani ambassador was summoned to the foreign ministry in Doha.", "QAT GOV"),
        ("The Omani ambassador in Doha was summoned on Monday.", "QAT GOV"),
        ("Qatar's ambassador to Oman was summoned to the ministry.", "OMN GOV"),
    ],
)
def test_who_summoned_is_told_by_place_posting_or_voice(read: Read, text: str, by: str) -> None:
    contact = last(read(text))
    assert (contact.channel, codes(contact.by, contact.initiator)) == ("summons", [by, by])
    assert states(contact) == {"QAT", "OMN"}


@pytest.mark.parametrize(
    "text",
    [
        "The Swedish ambassador was summoned, the Swedish foreign ministry said.",
        "The Swedish ambassador was summoned.",
        "Swedish players were summoned by their coach.",
        "Norway summoned its ambassador to Sweden back home.",
    ],
)
def test_a_summons_by_nobody_known_or_of_ones_own_is_no_contact(read: Read, text: str) -> None:
    assert read(text).contacts == ()


@pytest.mark.parametrize(
    ("text", "factuality"),
    [
        ("The Norwegian foreign ministry said it had received no request from Riga for talks.", "negated"),
        ("The Norwegian ministry said it had not received a request for talks from Riga.", "negated"),
        ("The Norwegian ministry said it had received a request for talks from Riga.", "actual"),
    ],
)
def test_a_request_received_or_not_is_the_senders(read: Read, text: str, factuality: str) -> None:
    contact = last(read(text))
    assert (contact.status, contact.factuality) == ("requested", factuality)
    assert codes(contact.by, contact.initiator, contact.target) == ["LVA GOV", "LVA GOV", "NOR GOV"]


def test_there_was_no_contact_is_a_contact_not_held(read: Read) -> None:
    contact = last(read("There was no contact between Oslo and Riga."))
    assert (contact.status, contact.factuality, states(contact)) == ("held", "negated", {"NOR", "LVA"})


@pytest.mark.parametrize(
    "text", ["There was a contract between Oslo and Riga.", "There is no hotline between Oslo and Riga."]
)
def test_what_there_is_besides_is_no_contact(read: Read, text: str) -> None:
    assert read(text).contacts == ()


def test_a_verb_in_scare_quotes_is_the_step(read: Read) -> None:
    contact = last(read('Iran has "temporarily suspended" talks with Oman.'))
    assert (contact.status, codes(contact.by), states(contact)) == ("suspended", ["IRN GOV"], {"IRN", "OMN"})
    assert read('Iran has not "formally suspended" talks with Oman.').contacts == ()


def test_the_event_runs_from_who_spoke_to_whom(read: Read) -> None:
    (event,) = read("The Norwegian minister spoke to the Swedish minister.").events
    assert codes(*event.actors, *event.recipients) == ["NOR GOV", "SWE GOV"]


@pytest.mark.parametrize(
    "text",
    [
        "Talks mediated by Finland were held between Norway and Sweden.",
        "Norway and Sweden held talks hosted by Finland.",
        "Norway and Sweden held talks thanks to Finnish mediation.",
        "Norway and Sweden held talks in the presence of Finnish officials.",
        "Norway and Sweden held Finnish-mediated talks.",
        "Norway and Sweden held talks through Finnish diplomats.",
        "Finland hosted talks between Norway and Sweden.",
    ],
)
def test_a_mediator_is_no_side(read: Read, text: str) -> None:
    contact = last(read(text))
    assert (codes(*contact.mediators), states(contact)) == (["FIN GOV"], {"NOR", "SWE"})


@pytest.mark.parametrize("text", ["Norway hosted talks with Sweden.", "Norway and Sweden held talks via video."])
def test_a_host_that_is_a_side_mediates_nothing(read: Read, text: str) -> None:
    contact = last(read(text))
    assert (contact.mediators, states(contact)) == ((), {"NOR", "SWE"})


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Norway summoned the Swedish envoy to protest the ruling.", "the ruling"),
        ("Norway summoned the Swedish envoy to lodge a protest over the ruling.", "the ruling"),
        ("Norway summoned the Swedish envoy in protest at the ruling.", "the ruling"),
        ("Norway summoned the Swedish envoy over the breach.", "the breach"),
        ("Norway summoned the Swedish envoy regarding the violation of its airspace.", "the violation of its airspace"),
        ("Norway summoned the Swedish envoy in response to the incursion.", "the incursion"),
        ("Norway cancelled the talks with Sweden following the raid.", "the raid"),
        ("Norway summoned the Swedish envoy after two jets entered its airspace.", "two jets entered its airspace"),
    ],
)
def test_what_a_broken_step_answers_to_is_its_reason(read: Read, text: str, words: str) -> None:
    assert [reason.text for reason in last(read(text)).reasons] == [words]


@pytest.mark.parametrize(
    "text",
    [
        "The Norwegian minister spoke over the hotline with the Swedish minister.",
        "Norway and Sweden held talks over fishing.",
        "Norway and Sweden held talks after the raid.",
        "Norway summoned the Swedish ambassador over the weekend.",
        "Norway summoned the Swedish ambassador after midnight on Monday.",
        "Norway summoned the Swedish ambassador for consultations.",
        "Norway summoned the Swedish ambassador on Tuesday to meet the minister.",
    ],
)
def test_a_channel_a_topic_a_time_and_a_purpose_are_no_reasons(read: Read, text: str) -> None:
    assert last(read(text)).reasons == ()
