"""Refusals in every form, what is asked of the other side, and which deeds were done at all."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pourparler.records import Contact, Reading

Read = Callable[[str], Reading]


def told(contact: Contact) -> str:
    by = contact.by.country if contact.by is not None else None
    return f"{contact.status.value} {contact.factuality.value} by {by}"


@pytest.mark.parametrize(
    "text",
    [
        "Peru will not be sending a delegation to the talks with Chile.",
        "The Peruvian navy is not coming to the meeting with the Chilean navy on Sunday.",
        "Peru is not going to negotiate with Chile.",
        "Peru said it would not hold talks with Chile.",
        "Peru will not enter talks with Chile.",
        "Peru said there would be no talks with Chile.",
        "Talks with Chile are impossible at present, Peru said.",
        "A meeting with the Chilean navy is not possible, Peruvian Defence Minister Ana Rojas said.",
        "A meeting with Chile is out of the question, Peru said.",
        "There is no point in talks with Chile, Peru said.",
        "Peru said it saw no need for talks with Chile.",
        "Peru is not prepared to negotiate with Chile.",
        "Peru is unwilling to negotiate with Chile.",
        "Peru no longer wants talks with Chile.",
        "Peru refused to approve a proposal on talks with Chile.",
        "The Peruvian minister decided against meeting the Chilean minister.",
        "The Peruvian minister refused to travel to Geneva to meet the Chilean minister.",
        "Peru continues to refuse talks with Chile.",
        "No talks with Chile, says Peru",
        "Peru says no talks with Chile until the crew is freed",
        "Peru will not take part in next week's summit with Chile.",
        '"As long as they mine it there will be no talks with Chile," Peruvian Minister Ana Rojas told parliament.',
        "Peru made it clear on Monday that there would be no talks with Chile.",
    ],
)
def test_who_will_not_have_a_contact_declines_it(read: Read, text: str) -> None:
    reading = read(text)
    (contact,) = reading.contacts
    assert told(contact) in ("declined actual by PER", "declined ongoing by PER")
    (event,) = (e for e in reading.events if e.of == contact.id)
    assert (event.type, event.mode, event.actors[0].country) == ("REJECT", "meet", "PER")
    assert [a.country for a in event.recipients] == ["CHL"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peru said it would not meet Chile's minister on Friday.", "held negated by None"),
        ("The Peruvian and Chilean ministers said they could not meet.", "held negated by None"),
        ("Peru denied having asked Chile for talks.", "requested negated by PER"),
        ("Peru said it would ask Chile for talks.", "requested planned by PER"),
        ("Peru would like to suggest that a meeting with Chile be convened.", "offered actual by PER"),
        ("Peru would welcome talks with Chile.", "sought actual by PER"),
        ("Peru expressed hope for a meeting with Chile.", "sought actual by PER"),
        ("Peru insisted on a meeting with Chile.", "requested actual by PER"),
        ("Peru left Chile's request for talks unanswered.", "unanswered actual by PER"),
        ("Chile should continue inviting the Peruvian minister to meetings.", "offered requested by CHL"),
        # calls on the other side
        ("Peru urged Chile to resume talks.", "requested actual by PER"),
        ("Peru called on Chile to sit down for talks.", "requested actual by PER"),
        ("Peru requested that Chile return to the negotiating table.", "requested actual by PER"),
        ('"We have asked our Chilean brothers to return to the talks," Peru said.', "requested actual by PER"),
        ("Peru urged Chile to wait and to come to the table.", "requested actual by PER"),
        ("The Peruvian government has said it is willing to resume talks with Chile.", "offered actual by PER"),
        ("Peru said its door was open to talks with Chile.", "offered actual by PER"),
        ("Peru has not yet decided whether to send a delegation to talks with Chile.", None),
        # what becomes of an offer
        ("Peru is weighing an offer of talks from Chile.", "offered actual by CHL"),
        ("Peru neither accepted nor rejected Chile's offer of talks.", None),
        ("Peru stormed out of talks with Chile.", "suspended actual by PER"),
        ("Peru expressed its wish to hold talks with Chile.", "sought actual by PER"),
        # what did not come about
        ("Talks between Peru and Chile failed to take place.", "held negated by None"),
        ("Talks between Peru and Chile have yet to begin.", "held negated by None"),
        ("Talks between Peru and Chile never got under way.", "held negated by None"),
        ("Talks between Peru and Chile are to take place on Friday.", "scheduled planned by None"),
        # what was decided, had to be done or ought to have been
        ("Peru chose to call off the meeting with Chile.", "cancelled actual by PER"),
        ("Peru had to cancel its meeting with Chile.", "cancelled actual by PER"),
        ("The Peruvian minister should have met his Chilean counterpart.", "held negated by None"),
        ("The Peruvian minister must have met his Chilean counterpart.", "held possible by PER"),
        ("The Peruvian and Chilean ministers have yet to meet.", "held negated by None"),
        ("The meeting between Peru and Chile was meant to take place on Monday.", "scheduled planned by None"),
        ("The Peruvian minister is meeting his Chilean counterpart on Friday.", "scheduled planned by PER"),
        ("The Peruvian minister will meet his Chilean counterpart only if sanctions are lifted.",
         "held conditional by PER"),
        ("The Chilean ambassador was summoned to meet the Peruvian foreign minister.", "held actual by PER"),
    ],
)  # fmt: skip
def test_a_step_is_told_as_the_words_present_it(read: Read, text: str, expected: str | None) -> None:
    assert [told(contact) for contact in read(text).contacts] == ([expected] if expected else [])


@pytest.mark.parametrize(
    "text",
    [
        "Chile invited Peru to talks. Peru said this was not possible.",
        "Chile invited the Peruvian navy to talks, but it refused.",
        "Chile invited Peru to a meeting. Peru will not be sending anyone.",
        'Chile invited Peru to talks. "We are not coming," Peru said.',
        "Chile invited the Peruvian defence ministry to a meeting. The Peruvian defence ministry will not attend.",
    ],
)
def test_an_invitation_told_before_is_declined_by_who_will_not_come(read: Read, text: str) -> None:
    assert [told(contact) for contact in read(text).contacts] == ["offered actual by CHL", "declined actual by PER"]


@pytest.mark.parametrize(
    "text",
    [
        "Peru urged Chile to hold an inquiry.",
        "Peru called on Chile to open its market.",
        "Peru said there would be no change in its policy on Chile.",
        "A trade area with Chile is out of the question, Peru said.",
        "Peru said it was not possible to verify the Chilean claim.",
        "Peru will not be sending weapons to Chile.",
        "Peru has yet to meet the target that Chile set.",
        "Peru is not prepared to meet the costs of the Chilean canal.",
        "Peru advised its citizens in Chile to contact the embassy by phone.",
    ],
)
def test_words_of_refusal_about_other_things_tell_no_contact(read: Read, text: str) -> None:
    before = "The foreign ministers of Peru and Chile met in Geneva in March. They signed two papers there. "
    assert [told(contact) for contact in read(before + text).contacts] == ["held actual by None"]


def test_what_a_third_party_urges_two_others_to_do_is_no_wish_of_its_own(read: Read) -> None:
    (contact,) = read("Brazil urged Peru to hold talks with Chile.").contacts
    assert (contact.status.value, contact.factuality.value) == ("held", "requested")
    assert {a.country for a in contact.participants} == {"PER", "CHL"}


def test_a_call_that_was_not_answered_was_not_held(read: Read) -> None:
    (contact,) = read("Chile's minister phoned Peru's minister on Monday but the call was not answered.").contacts
    assert told(contact) == "unanswered actual by PER"


def test_what_goes_on_while_a_step_is_taken_is_no_reason_for_it(read: Read) -> None:
    text = "Peru refused to hold talks with Chile. The refusal comes amid a dispute over fish."
    assert [contact.reasons for contact in read(text).contacts] == [()]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peru expelled the Chilean envoy on Monday but on Tuesday went back on its decision.", ["in_force", "lifted"]),
        ("Peru closed its border with Chile on Monday but reopened it on Friday.", ["in_force", "lifted"]),
        ("Peru imposed sanctions on Chile but lifted them a week later.", ["in_force", "lifted"]),
        ("Peru revoked its decision to expel the Chilean ambassador.", ["lifted"]),
        ("Peru imposed sanctions on Chile and dropped its claim to the bay.", ["in_force"]),
        ("Peru imposed sanctions on Chile and will lift them in May.", ["in_force"]),
    ],
)
def test_a_measure_taken_back_in_its_own_sentence_is_lifted(read: Read, text: str, expected: list[str]) -> None:
    assert [measure.status.value for measure in read(text).measures] == expected


def test_talks_taken_up_again_under_a_pronoun_are_resumed(read: Read) -> None:
    text = "Peru suspended the talks with Chile on Thursday but resumed them a day later."
    assert [told(contact) for contact in read(text).contacts] == ["suspended actual by PER", "resumed actual by PER"]
