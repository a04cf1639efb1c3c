"""Contacts that careful readers find and simple rules miss, each beside one like it that is none."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from pourparler.records import Reading

Read = Callable[[str], Reading]
OPENING = "The foreign ministry and the military met at the embassy. "
LATVIA = "Latvian President Egils Lund"
RUSSIA = "Russian President Ivan Orlov"


def told(read: Read, text: str) -> list[tuple[str, str, set[str | None]]]:
    contacts = read(OPENING + text).contacts
    return [(c.status.value, c.factuality.value, {a.country for a in c.participants}) for c in contacts]


@pytest.mark.parametrize(
    ("text", "status", "factuality"),
    [
        # what is said of talks tells that they were
        (f"Talks between {LATVIA} and {RUSSIA} in Minsk have failed to ease the dispute.", "held", "actual"),
        ("The meeting between the Latvian and Russian foreign ministers lasted three hours.", "held", "actual"),
        ("Negotiations between Latvia and Russia produced no agreement last week.", "held", "actual"),
        (
            "The mood that prevailed in the talks in Minsk between the Latvian and Russian sides was good.",
            "held",
            "actual",
        ),
        # what goes on
        ("A meeting is in progress since the afternoon between Latvia and Russia in Minsk.", "held", "ongoing"),
        # what one asks for, agrees to or refuses is an end
        (f"{LATVIA} has agreed to defer his visit to Russia.", "postponed", "actual"),
        ("Russia asked Latvia to postpone the border talks.", "postponed", "requested"),
        ("Latvia refused to call off the talks with Russia.", "cancelled", "negated"),
        ("Russia asked Latvia for a break in talks.", "suspended", "requested"),
        ("Latvia and Russia plan to reopen the hotline.", "resumed", "planned"),
        # denials
        ("Moscow denied any talks with Latvia.", "held", "negated"),
        (
            f"Moscow denied that there were plans for {LATVIA} and {RUSSIA} to speak by telephone.",
            "scheduled",
            "negated",
        ),
        ("Moscow denied Latvia's request for talks.", "declined", "actual"),
        # silence
        ("Latvia's calls to Russia have gone unanswered since May.", "unanswered", "actual"),
        ("Russia has been unresponsive to daily calls from Latvia.", "unanswered", "actual"),
        ("Latvia urged Russia to answer its calls.", "requested", "actual"),
        # notes and summonses of a ministry without a state
        ("The ministry handed the Russian ambassador to Latvia a strong note of protest.", "held", "actual"),
        ("The Ministry of Foreign Affairs called in Russian Ambassador to Latvia, Ivan Orlov.", "held", "actual"),
        # visits
        (f"{LATVIA} visited the Russian capital in May.", "held", "actual"),
        (f"As part of {LATVIA}'s visit to Moscow last year, a treaty was signed.", "held", "actual"),
        (f"{LATVIA} still intends to travel to Russia.", "scheduled", "planned"),
        (f"{LATVIA} called on {RUSSIA} in Moscow on Monday.", "held", "actual"),
        (f"The Latvian ambassador paid a courtesy call on {RUSSIA} on Monday.", "held", "actual"),
        (f"{LATVIA} cancelled his participation in talks with Russia.", "cancelled", "actual"),
        ("Latvian and Russian delegations have been in Minsk for talks since Monday.", "held", "actual"),
        # bodies of two states
        ("The joint Latvian-Russian commission met in Minsk on Monday.", "held", "actual"),
        # what is told to a counterpart
        ("The Latvian minister briefed his Russian counterpart on the raid.", "held", "actual"),
        # what is told beside something else
        (
            "The decision was taken at the annual dialogue held between delegations of Latvia and Russia on Monday.",
            "held",
            "actual",
        ),
        (f"{LATVIA} and {RUSSIA} agree in a phone call that trade will go on.", "held", "actual"),
        (f"{RUSSIA} extended an invitation to {LATVIA} to visit the fair.", "offered", "actual"),
        ("The Latvian envoy Egils Lund and Russian minister Ivan Orlov spoke by phone.", "held", "actual"),
        ("The Latvian and Russian ministers agreed to remain in touch.", "scheduled", "planned"),
        ("The Latvian and Russian ministers agreed to establish a hotline.", "established", "planned"),
        ("Russian officials made it clear that they were ready for talks with Latvia.", "offered", "actual"),
        ("Latvia cut short its minister's visit to Russia.", "held", "actual"),
        ("The Latvian foreign minister's planned visit to Moscow was put on hold.", "postponed", "actual"),
        ("Talks between Latvia and Russia broke up without agreement on Monday.", "held", "actual"),
        # a bare verb shares the auxiliary of the one before it
        ("Latvia will join a forum and hold talks with Russia.", "scheduled", "planned"),
    ],
)
def test_a_contact_is_found_in_its_construction(read: Read, text: str, status: str, factuality: str) -> None:
    assert told(read, text)[-1] == (status, factuality, {"LVA", "RUS"})


@pytest.mark.parametrize(
    "text",
    [
        "A meeting between the Latvian and Russian foreign ministers seemed unlikely.",
        "The Russian embassy in Latvia has been contacted, Moscow said.",
        "The opposition in Latvia warned against visiting Moscow.",
        "Riga summoned Latvia's envoy to Moscow for consultations.",
        "Riga asked the Russian ambassador to leave for consultations.",
        "Latvian officials were holding a meeting on the raid. Russia was angry.",
        "Latvia must meet the deadline that Russia set.",
        "It was scheduled to meet its Latvian and Russian counterparts.",
        f"{LATVIA} spoke of powers involved in the talks. Russia was angry.",
        "India said it was the first contact since the neighbours agreed to pull troops back.",
        "Latvia and Russia will meet in the final on Monday.",
        "Latvia's foreign minister consulted several Latvian envoys. Russia was angry.",
        "Finland called for talks between Latvia and Russia.",
        f"{LATVIA} flew to New York on Monday.",
        f"{LATVIA} called on {RUSSIA} to resign.",
        "Under the treaty and the negotiations, the Latvian and Russian governments have decided to open the road.",
        "The Latvian minister told reporters that his Russian counterpart was wrong.",
    ],
)
def test_a_construction_like_it_tells_no_contact(read: Read, text: str) -> None:
    assert told(read, text) == []


def test_the_words_of_a_letter_are_no_second_contact(read: Read) -> None:
    text = "The Latvian minister wrote to his Russian counterpart. "
    assert told(read, text + '"We are waiting," the letter continued.') == told(read, text)


def test_what_is_expected_at_a_summit_is_no_second_summit(read: Read) -> None:
    text = f"{LATVIA} and {RUSSIA} will hold a summit in May"
    assert told(read, text + ", during which an accord is expected to be signed.") == told(read, text + ".")


def test_what_is_told_to_a_counterpart_adds_nothing_to_a_contact_told_before(read: Read) -> None:
    text = "The Latvian and Russian foreign ministers met on Monday. "
    assert told(read, text + "The Latvian minister told his Russian counterpart that the line was open.") == told(
        read, text
    )


def test_negotiators_of_two_states_meet_each_other_and_not_their_hosts(read: Read) -> None:
    text = "Latvian and Russian negotiators flew to Cairo for peace talks on Monday."
    assert told(read, text) == [("scheduled", "planned", {"LVA", "RUS"})]


def test_a_meeting_of_a_body_of_two_states_is_between_them_and_not_those_who_met_before(read: Read) -> None:
    text = f"{LATVIA} quarrelled with Russia. Latvia is angry at Russia. {LATVIA} met NATO envoys. "
    statuses = told(read, text + "The Binational Commission meeting was cancelled by Russia.")
    assert statuses[-1] == ("cancelled", "actual", {"LVA", "RUS"})


def test_the_purpose_of_a_meeting_is_no_second_meeting(read: Read) -> None:
    text = f"{LATVIA} and {RUSSIA} are planning to meet on Monday to continue talks."
    assert told(read, text) == [("scheduled", "planned", {"LVA", "RUS"})]


def test_a_reply_that_the_talks_should_end_ends_none(read: Read) -> None:
    text = "Latvia and Russia will hold talks on Monday. Russia replied that perhaps the talks should be called off."
    assert ("cancelled", "actual", {"LVA", "RUS"}) not in told(read, text)


def test_a_two_word_surname_stands_for_the_whole_name(read: Read) -> None:
    text = "Mexican President Enrique Pena Lopez is in Oslo. Pena Lopez met the Norwegian king on Monday."
    assert told(read, text)[-1] == ("held", "actual", {"MEX", "NOR"})


def test_here_is_the_place_of_the_dateline(annotated: Callable[..., Doc]) -> None:
    doc = annotated("Russian Defence Minister Ivan Orlov arrived here on Sunday.", "OSLO")
    assert [{a.country for a in c.participants} for c in doc._.contacts] == [{"RUS", "NOR"}]


def test_a_resumption_that_was_talked_about_has_not_come(read: Read) -> None:
    text = "Latvian and Russian officials met on Monday"
    assert told(read, text + " to discuss resumption of the dialogue.") == told(read, text + ".")


def test_the_channel_of_an_exchange_is_no_second_contact(read: Read) -> None:
    text = "Latvian and Russian officials exchanged messages over the channel on Monday."
    assert [status for status, *_ in told(read, text)] == ["held"]


def test_what_one_hopes_to_help_is_a_plan(read: Read) -> None:
    text = f"Latvia suspended talks with Russia. To help restore the talks, {LATVIA} freed a spy."
    assert ("resumed", "actual", {"LVA", "RUS"}) not in told(read, text)


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("Norway invited Latvia's minister to Oslo.", ("offered", "visit", "NOR")),
        ("A new round of talks between Norway and Latvia opened in Geneva.", ("held", "talks", None)),
        ("Norway remains in contact with Latvia.", ("held", "unspecified", "NOR")),
        ("Latvia's offer to meet was rebuffed by Norway.", ("declined", "meeting", "NOR")),
        ("Latvia accepted Norway's proposal to meet.", ("accepted", "meeting", "LVA")),
        ("The navies of Norway and Latvia will hold drills in May.", ("scheduled", "exercise", None)),
        ("Norway's and Latvia's ministers spoke for the first time in a year.", ("held", "unspecified", None)),
        ("Norway's minister received a call from Latvia's president.", ("held", "phone", "LVA")),
        ("Norway's minister and Latvia's president exchanged views in Riga.", ("held", "talks", None)),
        (
            "Norway's minister told his Latvian counterpart in a call that the ship would stay.",
            ("held", "phone", "NOR"),
        ),
    ],
)
def test_plain_tellings_of_a_contact(
    read: Callable[[str], Reading], sentence: str, told: tuple[str, str, str | None]
) -> None:
    (contact,) = read(sentence).contacts
    by = contact.by.country if contact.by else None
    assert (contact.status, contact.channel, by) == told
    assert {actor.country for actor in contact.participants} == {"NOR", "LVA"}


@pytest.mark.parametrize(
    "sentence",
    [
        "Norway received a call for help from Latvia.",
        "Norway invited Latvian journalists to Oslo.",
        "Norway's army and navy held drills in May.",
        "Norwegian and Latvian ministers spoke for peace.",
        "The exhibition on Norway and Latvia opened in Geneva.",
        "Norway and Latvia exchanged goods worth a million.",
    ],
)
def test_what_only_looks_like_a_plain_telling(read: Callable[[str], Reading], sentence: str) -> None:
    assert read(sentence).contacts == ()


def test_what_will_be_the_first_of_its_kind_has_not_been(read: Callable[[str], Reading]) -> None:
    assert not read("It will be the first time a Norwegian minister has visited Latvia since 2019.").contacts
    (visit,) = read("It was the first time that a Norwegian minister had visited Latvia since 2019.").contacts
    assert visit.status == "held"


def test_what_is_given_in_exchange_is_a_condition(read: Callable[[str], Reading]) -> None:
    (contact,) = read("Norway agreed to free him in exchange for renewing talks with Latvia.").contacts
    assert contact.factuality == "conditional"


def test_a_call_is_nowhere(read: Callable[[str], Reading]) -> None:
    (call,) = read("Norway used the hotline to warn Latvia about its jets in Syria.").contacts
    assert call.where is None
    (meeting,) = read("Norway's minister met his Latvian counterpart in Geneva.").contacts
    assert meeting.where is not None
