"""Contacts of ships, units and border forces, as their releases and regional papers tell them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pourparler.records import Contact, Reading

Read = Callable[[str], Reading]
OPENING = "The foreign ministry and the military met at the embassy. "


def states(contact: Contact) -> set[str | None]:
    return {actor.country for actor in contact.participants}


def told(read: Read, text: str) -> list[tuple[str, str, set[str | None]]]:
    return [(c.status.value, c.channel.value, states(c)) for c in read(OPENING + text).contacts]


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        (
            "The patrol ship HMS Kestrel and the Omani vessel RNOV Al Wadi carried out a passing exercise on Monday.",
            {"GBR", "OMN"},
        ),
        (
            "U.S. Coast Guard and Iraqi Navy participated in a Passing Exercise on Sept. 27 in the Arabian Gulf.",
            {"USA", "IRQ"},
        ),
        ("Ships from Portugal, Spain and Morocco took part in a week of drills off Cadiz.", {"PRT", "ESP", "MAR"}),
        ("Two Italian jets flew together with Croatian Rafales over the Adriatic on Monday.", {"ITA", "HRV"}),
        ("The Turkish frigate TCG Gemlik and HMS Kestrel sailed in company off Cyprus on Sunday.", {"TUR", "GBR"}),
    ],
)
def test_ships_and_aircraft_that_drill_together_do_it_for_their_states(
    read: Read, text: str, sides: set[str | None]
) -> None:
    assert told(read, text) == [("held", "exercise", sides)]


@pytest.mark.parametrize(
    "text",
    [
        "The Danish navy held a day of drills in the Kattegat. Norway watched.",
        "Danish families sailed alongside Norwegian ones in the regatta.",
        "The Danish minister flew to Aarhus together with her staff, and Norway watched.",
    ],
)
def test_who_drills_or_travels_alone_deals_with_nobody(read: Read, text: str) -> None:
    assert told(read, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Pakistan Rangers handed over the man to the BSF during a flag meeting at the Wagah border on Friday.",
        "The body was returned after a flag meeting between the two border forces, Rangers sources said, adding that "
        "the BSF had voiced regret to the Pakistan Rangers.",
        "Pakistan Rangers opened fire at the BSF on Friday after a flag meeting on the fence.",
    ],
)
def test_a_flag_meeting_is_of_the_border_forces_that_the_sentence_names(read: Read, text: str) -> None:
    assert told(read, text) == [("held", "meeting", {"PAK", "IND"})]


def test_a_flag_meeting_told_again_is_no_second_one(read: Read) -> None:
    text = (
        "Pakistan Rangers and the BSF held a flag meeting at Wagah on Friday. During the flag meeting, the Rangers "
        "handed over a man to the BSF. He was tired when returning from the flag meeting."
    )
    assert told(read, text) == [("held", "meeting", {"PAK", "IND"})]


@pytest.mark.parametrize(
    ("text", "status", "channel", "sides"),
    [
        (
            "Foreign Minister Luis Prado of Bolivia held talks with his colleague from Chile, Rosa Ibarra, on water.",
            "held",
            "talks",
            {"BOL", "CHL"},
        ),
        (
            "Reached by telephone by his Ivorian counterpart, Burkina Faso's army chief promised to free them.",
            "held",
            "phone",
            {"CIV", "BFA"},
        ),
        (
            "The embassy of Serbia in Zagreb received a note of protest from the Croatian foreign ministry.",
            "held",
            "message",
            {"HRV", "SRB"},
        ),
        (
            "The Moldovan foreign ministry invited the Russian ambassador in on Monday over the wreckage.",
            "held",
            "summons",
            {"MDA", "RUS"},
        ),
        (
            "The Turkish admiral hung up after his Greek counterpart demanded that the ship leave.",
            "declined",
            "phone",
            {"GRC", "TUR"},
        ),
        (
            "The Greek commander called on the mayor of Limassol and on the head of Cyprus's navy command.",
            "held",
            "meeting",
            {"GRC", "CYP"},
        ),
        (
            "The request, made by Colombia through its embassy, for a meeting of ministers was turned down by Caracas.",
            "declined",
            "meeting",
            {"COL", "VEN"},
        ),
        ("Polish General Marek Wrona visited the Slovak air base at Sliac in May.", "held", "visit", {"POL", "SVK"}),
        (
            "The Canadian minister told reporters in Suva during a visit that the talks went on.",
            "held",
            "visit",
            {"CAN", "FJI"},
        ),
        (
            "The Indian frigate Varuna left Colombo on Monday at the end of a three-day visit.",
            "held",
            "port_call",
            {"IND", "LKA"},
        ),
        (
            "The talks between Malawi and Tanzania will hold for two days in Lilongwe.",
            "scheduled",
            "talks",
            {"MWI", "TZA"},
        ),
        (
            "The importance of the trilateral meeting between Kenya, Rwanda and Uganda was also highlighted.",
            "held",
            "meeting",
            {"KEN", "RWA", "UGA"},
        ),
    ],
)
def test_plain_words_of_regional_papers_tell_a_contact(
    read: Read, text: str, status: str, channel: str, sides: set[str | None]
) -> None:
    assert told(read, text) == [(status, channel, sides)]


def test_who_offers_to_host_others_mediates(read: Read) -> None:
    (contact,) = read(OPENING + "Switzerland has offered to host talks between Armenia and Azerbaijan.").contacts
    assert (contact.status.value, states(contact)) == ("offered", {"ARM", "AZE"})
    assert [m.country for m in contact.mediators] == ["CHE"]


def test_the_sittings_of_talks_to_come_are_planned(read: Read) -> None:
    text = (
        "The ministers of Gabon and Cameroon would be meeting in Libreville tomorrow. The first session by experts "
        "from the two countries begins tomorrow. This would be followed by another session."
    )
    assert [(status, sides) for status, _, sides in told(read, text)] == [("scheduled", {"GAB", "CMR"})] * 3


def test_whose_cable_tells_of_a_refusal_is_not_refused(read: Read) -> None:
    assert told(read, "President Kato of Uganda refuses to take calls from most leaders, a leaked French cable says.")[
        :1
    ] in ([], [("declined", "phone", {"UGA"})])


def test_who_has_not_arrived_yet_takes_no_part(read: Read) -> None:
    text = "Omani envoy Said Rashid was consulting with Yemen before the delegation of Iran arrives in Muscat."
    assert ("held", "talks", {"OMN", "YEM"}) in told(read, text)
    assert not any("IRN" in sides and status == "held" for status, _, sides in told(read, text))


def test_a_request_is_of_him_who_alone_is_told_to_have_answered(read: Read) -> None:
    text = "Seoul asked for working-level talks on the sailor. Pyongyang did not respond."
    assert told(read, text) == [
        ("requested", "talks", {"KOR", "PRK"}),
        ("unanswered", "talks", {"KOR", "PRK"}),
    ]


def test_an_answer_to_something_else_tells_nobody_whom_was_asked(read: Read) -> None:
    text = "Seoul asked for talks on the sailor. The Manila government had turned down a truce offer from the rebels."
    assert told(read, text) == []


@pytest.mark.parametrize(
    ("text", "status", "channel", "sides"),
    [
        (
            "The visiting Kenyan delegation was taken round the dockyard by Commodore Abbas Raza of Pakistan's navy.",
            "held",
            "visit",
            {"KEN", "PAK"},
        ),
        (
            "At Colombia's request, the meeting of the binational border commission with Ecuador was put off.",
            "postponed",
            "meeting",
            {"COL", "ECU"},
        ),
        (
            'Omani minister Said Rashid missed the vote because he was "in the middle of my meetings with Kenyan '
            'officials".',
            "held",
            "meeting",
            {"OMN", "KEN"},
        ),
        (
            "ARABIAN SEA (May 5, 2016) - Omani Coast Guard and Indian Navy took part in a passing exercise on May 4.",
            "held",
            "exercise",
            {"OMN", "IND"},
        ),
    ],
)
def test_more_plain_words_of_regional_papers_tell_a_contact(
    read: Read, text: str, status: str, channel: str, sides: set[str | None]
) -> None:
    assert told(read, text) == [(status, channel, sides)]


def test_success_wished_to_a_meeting_tells_it_as_planned(read: Read) -> None:
    text = (
        "President Serdar Annayev of Turkmenistan received Omani Foreign Minister Said Rashid on Monday. Annayev "
        "wished the minister success in holding a meeting between the foreign ministries of the two states."
    )
    assert [(c.status.value, c.factuality.value) for c in read(OPENING + text).contacts] == [
        ("held", "actual"),
        ("scheduled", "planned"),
    ]


def test_two_meetings_of_one_sentence_are_two(read: Read) -> None:
    text = (
        "The Ivorian delegation will meet Colonel Assimi Goita of Mali and hold a working meeting with government "
        "members, an aide said."
    )
    assert [sides for _, _, sides in told(read, text)] == [{"CIV", "MLI"}] * 2


def test_who_boards_a_ship_in_an_exercise_is_a_guest(read: Read) -> None:
    exercise = "U.S. Coast Guard and Iraqi Navy participated in a Passing Exercise on Monday. "
    assert read(OPENING + exercise + "American sailors boarded an Iraqi frigate.").incidents == ()


def test_what_almost_came_was_not(read: Read) -> None:
    (incident,) = read(OPENING + "The wall almost led to a clash between Kenyan and Ugandan troops.").incidents
    assert incident.factuality.value == "negated"


def test_a_second_envoy_is_not_taken_for_the_first_ones_state(read: Read) -> None:
    text = (
        "Uganda said its ambassador to Oman was expelled. Omani officials were expelling ambassador Peter Kato and "
        "recalling their own envoy, Said Rashid. Uganda's President Yoweri Museveni had a meeting with Ambassador "
        "Rashid on Monday, Uganda and Oman said."
    )
    assert ("held", "meeting", {"UGA", "OMN"}) in told(read, text)
