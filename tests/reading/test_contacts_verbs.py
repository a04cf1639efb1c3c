"""What finite verbs make of a contact: sought, refused, answered, asked about or voiced in passing."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pourparler.records import Reading

Read = Callable[[str], Reading]
OPENING = "The foreign ministry and the military met at the embassy. "


def told(read: Read, text: str) -> list[tuple[str, str, set[str | None]]]:
    contacts = read(OPENING + text).contacts
    return [(c.status.value, c.factuality.value, {a.country for a in c.participants}) for c in contacts]


@pytest.mark.parametrize(
    ("text", "status", "factuality"),
    [
        # what one settles not to do is refused
        ("Latvia's president decided not to go to the summit with Russia in Minsk.", "declined", "actual"),
        ("Latvia's minister opted not to meet his Russian counterpart.", "declined", "actual"),
        ("Latvia intends not to take part in the talks with Russia.", "declined", "actual"),
        ("Latvia vowed not to talk to Russia.", "declined", "actual"),
        ("Latvia was determined not to negotiate with Russia.", "declined", "actual"),
        ("Latvia said it would raise the matter in court and would not negotiate with Russia.", "declined", "actual"),
        ("The Latvian foreign minister will not meet his Russian counterpart in Minsk.", "held", "negated"),
        ("Latvia said it could not negotiate with Russia.", "held", "negated"),
        # what is not done
        ("Latvia refrained from meeting Russian officials.", "held", "negated"),
        ("Latvia stopped short of meeting Russian officials.", "held", "negated"),
        # aims and attempts
        ("Latvia aims to meet the Russian foreign minister.", "sought", "actual"),
        ("Latvia reached out to Russia on Monday to discuss fishing.", "sought", "actual"),
        ("The Latvian foreign minister attempted to call his Russian counterpart on Friday.", "sought", "actual"),
        # a reported future
        ("A spokesman confirmed that the Latvian president would visit Russia.", "scheduled", "planned"),
        # what goes on
        ("Latvia was continuing to engage with Russia on fishing.", "held", "ongoing"),
        ("Latvia and Russia have been engaged in talks in Minsk since April.", "held", "actual"),
        ("The foreign ministers of Latvia and Russia went to a closed-door meeting.", "held", "actual"),
        ("Latvian officials had been in negotiations with Russian officials.", "held", "actual"),
        ("Russia's minister has not yet chosen to return the call to the Latvian minister.", "unanswered", "actual"),
        # what is confirmed by those invited, and put off by those who speak of their own
        ("Latvia confirmed its participation in the talks with Russia in Minsk next week.", "accepted", "actual"),
        ("The Latvian president must reschedule his visit to Russia.", "postponed", "actual"),
    ],
)
def test_the_verb_tells_what_became_of_the_contact(read: Read, text: str, status: str, factuality: str) -> None:
    assert told(read, text) == [(status, factuality, {"LVA", "RUS"})]


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("The Latvian ministry reached out to the Russian ministry but received no response.", "unanswered"),
        ("The Latvian ministry reached out to the Russian ministry but got no positive response.", "declined"),
    ],
)
def test_no_response_is_silence_and_no_positive_response_a_refusal(read: Read, text: str, answer: str) -> None:
    assert told(read, text)[-1] == (answer, "actual", {"LVA", "RUS"})


@pytest.mark.parametrize(
    "text",
    [
        "A spokesman was asked about a meeting between Latvia and Russia in Minsk.",
        "Finland asked Latvia about talks with Russia.",
        "Finland had no information on whether the Latvian president would visit Russia.",
        "Latvian police engaged with Russian militants near the border.",
    ],
)
def test_questions_and_battles_are_no_contacts(read: Read, text: str) -> None:
    assert told(read, text) == []


def test_readiness_voiced_within_the_talks_offers_none(read: Read) -> None:
    held = "The foreign ministers of Latvia and Russia held talks in Minsk on Monday. "
    ready = "The Russian minister said his country was ready to hold discussions with Latvia."
    assert [status for status, _, _ in told(read, held + ready)] == ["held"]
    assert [status for status, _, _ in told(read, ready)] == ["offered"]


def test_an_aim_at_two_states_has_no_single_target(read: Read) -> None:
    (contact,) = read(OPENING + "Latvia aims to meet with Russia and Finland.").contacts
    assert contact.target is None
    assert {a.country for a in contact.participants} == {"LVA", "RUS", "FIN"}


@pytest.mark.parametrize(
    ("sentence", "status", "factuality"),
    [
        ("Norway's and Latvia's ministers meet every year.", "held", "habitual"),
        ("The commanders of Norway and Latvia meet twice a month.", "held", "habitual"),
        ("Norway's and Latvia's ministers meet on Friday in Oslo.", "scheduled", "planned"),
        ("Norway's and Latvia's ministers met on Friday in Oslo.", "held", "actual"),
        ("Norway's and Latvia's ministers met on Monday, as the daily press briefing was told.", "held", "actual"),
    ],
)
def test_what_a_schedule_or_a_day_to_come_makes_of_a_contact(
    read: Callable[[str], Reading], sentence: str, status: str, factuality: str
) -> None:
    contacts = [(contact.status, contact.factuality) for contact in read(sentence).contacts]
    assert contacts == [(status, factuality)]
