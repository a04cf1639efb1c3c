"""Lines that two have, calls presupposed, who is left out by name, and who stays unknown."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pourparler.records import Contact, Factuality, Reading, ReasonKind, Status

Read = Callable[[str], Reading]


def sides(contact: Contact) -> set[str | None]:
    return {actor.country or actor.organisation for actor in contact.participants}


@pytest.mark.parametrize(
    "text",
    [
        "The Norwegian navy has a hotline with the Latvian navy.",
        "Norway and Latvia have a military hotline, set up in 2014.",
        "A military hotline between Norway and Latvia exists.",
    ],
)
def test_a_line_that_two_have_is_open(read: Read, text: str) -> None:
    (contact,) = read(text).contacts
    assert contact.status is Status.OPEN
    assert sides(contact) == {"NOR", "LVA"}


def test_a_line_that_two_do_not_have_is_not_open(read: Read) -> None:
    (contact,) = read("Norway has no hotline with Latvia.").contacts
    assert (contact.status, contact.factuality) == (Status.OPEN, Factuality.NEGATED)


def test_what_was_not_agreed_during_a_call_tells_that_there_was_one(read: Read) -> None:
    text = (
        "During a telephone conversation between the Norwegian and Latvian ministers, Riga did not agree to the plan."
    )
    (contact,) = read(text).contacts
    assert (contact.status, sides(contact)) == (Status.HELD, {"NOR", "LVA"})


def test_whom_one_did_not_meet_is_no_side(read: Read) -> None:
    (contact,) = read("Norway's minister held talks with Latvia but not with Estonia.").contacts
    assert sides(contact) == {"NOR", "LVA"}


def test_they_are_the_main_subject_of_the_sentence_before(read: Read) -> None:
    text = (
        "Ministers from Norway and Latvia went to Juba to end a war in which hundreds have died. They held talks with "
    )
    contacts = read(text + "South Sudan's President Salva Kiir.").contacts
    assert any(c.channel == "talks" and sides(c) == {"NOR", "LVA", "SSD"} for c in contacts)


@pytest.mark.parametrize(
    "text",
    [
        "Latvia protested to Norway over Foreign Minister Kari Lund's meeting with the exiled spiritual leader.",
        "Latvia hailed it. Ole Berg flew to Riga from Oslo, where he held talks with business leaders.",
    ],
)
def test_a_meeting_with_somebody_who_speaks_for_no_state_is_not_the_other_states(read: Read, text: str) -> None:
    assert not [c for c in read(text).contacts if c.channel in ("meeting", "talks")]


@pytest.mark.parametrize("title", ["Presidential Assistant", "Deputy Ambassador", "Presidential Adviser"])
def test_who_bears_a_title_of_the_office_acts_for_its_state(read: Read, title: str) -> None:
    (contact,) = read(f"Norwegian {title} Ole Berg held talks with the Latvian foreign minister.").contacts
    assert sides(contact) == {"NOR", "LVA"}


def test_a_noun_that_only_dates_is_no_second_cancellation(read: Read) -> None:
    text = (
        "Norway has cancelled a meeting with Latvia, an official said. After the cancellation, Riga closed the border."
    )
    assert [c.status for c in read(text).contacts] == [Status.CANCELLED]


def test_another_step_is_no_reason(read: Read) -> None:
    text = (
        "Norway summoned the Latvian envoy. On Saturday, Norway said Latvia had cancelled talks for technical reasons."
    )
    summons = next(c for c in read(text).contacts if c.channel == "summons")
    assert not [r for r in summons.reasons if r.kind is ReasonKind.TECHNICAL]


def test_what_is_to_be_raised_after_a_summons_is_one_more_contact(read: Read) -> None:
    text = (
        "Norway summoned a Latvian diplomat. Norwegian Foreign Minister Kari Lund planned to raise the issue with her "
    )
    statuses = [c.status for c in read(text + "Latvian counterpart in Rome.").contacts]
    assert statuses == [Status.HELD, Status.SCHEDULED]


def test_the_talks_are_those_that_were_called_talks(read: Read) -> None:
    text = (
        "Talks between Norway and Latvia are being delayed. Sweden's prime minister announced it after a meeting with "
        "the Latvian president. The talks due on Tuesday will now begin on Friday."
    )
    begin = next(c for c in read(text).contacts if c.status is Status.SCHEDULED)
    assert sides(begin) == {"NOR", "LVA"}
    assert begin.due is not None
    assert begin.due.text == "on Friday"


def test_what_will_not_resume_until_a_day_is_put_off_to_it(read: Read) -> None:
    (contact,) = read("Talks between Norway and Latvia will not resume until September 1.").contacts
    assert (contact.status, contact.factuality) == (Status.POSTPONED, Factuality.ACTUAL)
    assert contact.due is not None


@pytest.mark.parametrize(
    ("text", "status", "channel"),
    [
        ("Norway approached Latvia to hold talks on fishing.", Status.REQUESTED, "talks"),
        ("Norway's king has invited the Latvian president to make a state visit to Norway.", Status.OFFERED, "visit"),
        ("Talks between Mali's government and Islamists were postponed.", Status.POSTPONED, "talks"),
    ],
)
def test_steps_told_by_other_verbs(read: Read, text: str, status: Status, channel: str) -> None:
    (contact,) = read(text).contacts
    assert (contact.status, contact.channel) == (status, channel)


def test_an_invitation_made_in_a_call_tells_of_both(read: Read) -> None:
    text = "Norwegian President Ole Berg invited his Latvian counterpart, Ana Vik, during a phone conversation for a "
    found = {(c.status, c.channel.value) for c in read(text + "meeting in Oslo.").contacts}
    assert found == {(Status.OFFERED, "meeting"), (Status.HELD, "phone")}


@pytest.mark.parametrize(
    "text",
    [
        "Norwegian navy ships undertook Maritime Partnership Exercise with Latvian navy ships in the Baltic Sea.",
        "Norwegian navy ships undertook Coordinated Patrol with Latvian navy ships in the Baltic Sea.",
        "The Indian Navy said that the destroyer INS Kochi carried out a passage exercise with a Latvian frigate.",
    ],
)
def test_drills_written_as_names_are_held_and_a_prefix_of_two_navies_is_that_of_the_one_named(
    read: Read, text: str
) -> None:
    (contact,) = read(text).contacts
    assert contact.channel == "exercise"
    assert "LVA" in sides(contact)
    assert len(sides(contact)) == 2


def test_what_has_at_no_time_broken_off_is_not_suspended(read: Read) -> None:
    (contact,) = read("At no time has the dialogue between Norway and Latvia broken off.").contacts
    assert contact.factuality is Factuality.NEGATED


def test_what_was_agreed_in_a_meeting_is_no_answer_to_it(read: Read) -> None:
    text = "Talks followed the meeting between the Norwegian and Latvian presidents in which they agreed to resolve it."
    assert Status.ACCEPTED not in {c.status for c in read(text).contacts}


def test_the_day_something_is_put_off_to_is_not_that_of_the_putting_off(read: Read) -> None:
    (contact,) = read("Norway's meeting with Latvia was postponed to Wednesday.").contacts
    assert contact.due is not None
    assert contact.due.text == "Wednesday"
    assert contact.when is None or contact.when.text is None


def test_a_call_not_responded_to_over_a_line_went_unanswered(read: Read) -> None:
    (contact,) = read("Latvia did not respond to Norway's call via the joint hotline.").contacts
    assert (contact.status, contact.channel) == (Status.UNANSWERED, "hotline")


def test_he_may_be_whom_a_title_alone_resumed(read: Read) -> None:
    text = (
        "Norwegian Prime Minister Ole Berg returned home. The president of Latvia, Edgars Vik, had visited Oslo. "
        "Later the PM flew to Rome. He discussed fishing with the president of Italy."
    )
    last = read(text).contacts[-1]
    assert sides(last) == {"NOR", "ITA"}


@pytest.mark.parametrize(
    ("text", "states"),
    [
        ("The working groups of Norway and Latvia held a meeting at the border.", {"NOR", "LVA"}),
        ("A meeting of the government delegations of Norway and Latvia was held in Riga.", {"NOR", "LVA"}),
        ("Norwegian Senator Kari Lund met the Latvian foreign minister on Monday.", {"NOR", "LVA"}),
    ],
)
def test_teams_of_two_states_are_both(read: Read, text: str, states: set[str]) -> None:
    (contact,) = read(text).contacts
    assert sides(contact) == states


def test_counterparts_in_several_states_are_one_of_each(read: Read) -> None:
    text = "Norwegian Foreign Minister Kari Lund has spoken to her counterparts in Latvia, Estonia and Finland."
    contacts = read(text).contacts
    assert [sides(c) for c in contacts] == [{"NOR", "LVA"}, {"NOR", "EST"}, {"NOR", "FIN"}]
    assert all(c.where is None for c in contacts)


def test_what_one_demands_two_others_do_is_theirs(read: Read) -> None:
    (contact,) = read("Norway demanded that Latvia hold talks with Estonia.").contacts
    assert sides(contact) == {"LVA", "EST"}
    assert contact.factuality is Factuality.REQUESTED


def test_what_collapsed_before_it_began_was_not_held(read: Read) -> None:
    (contact,) = read("A summit between Norway and Latvia in Riga collapsed before it began.").contacts
    assert contact.status is Status.CANCELLED


def test_what_does_not_amount_to_a_resumption_is_none(read: Read) -> None:
    text = "Norway said the call did not amount to a resumption of contacts with Latvia."
    assert Status.RESUMED not in {c.status for c in read(text).contacts}


def test_the_day_of_an_announcement_is_not_that_of_the_visit(read: Read) -> None:
    text = "The visit of the Norwegian king to Latvia was announced on Monday by the Latvian embassy in Oslo."
    contact = next(c for c in read(text).contacts if c.status is Status.SCHEDULED)
    assert contact.due is None


def test_a_protest_against_a_state_is_sent_to_it(read: Read) -> None:
    (contact,) = read("Norway lodged a protest against Latvia on Friday.").contacts
    assert contact.target is not None
    assert contact.target.country == "LVA"


def test_how_one_meets_does_not_hide_whom_and_who_is_left_out_stays_out(read: Read) -> None:
    text = "The Norwegian king will meet in person with the Latvian president, though not with the Estonian president."
    (contact,) = read(text).contacts
    assert sides(contact) == {"NOR", "LVA"}


def test_a_tour_that_an_arrival_opens_is_no_second_visit(read: Read) -> None:
    (contact,) = read("Two Norwegian envoys arrived in Latvia at the start of a tour of Baltic states.").contacts
    assert sides(contact) == {"NOR", "LVA"}


@pytest.mark.parametrize(
    "text",
    [
        "The outgoing Norwegian ambassador to Latvia paid a farewell call on State Minister for Fisheries Edgars Vik.",
        "Norwegian Ambassador in Riga Kari Lund called on Foreign Minister Edgars Vik.",
        "Latvian Foreign Minister Edgars Vik received Ambassador of Norway Kari Lund for her farewell call.",
    ],
)
def test_whom_an_envoy_calls_on_is_of_the_state_of_the_post(read: Read, text: str) -> None:
    (contact,) = read(text).contacts
    assert (contact.channel, contact.status) == ("meeting", Status.HELD)
    assert sides(contact) == {"NOR", "LVA"}


def test_what_one_travels_for_is_planned(read: Read) -> None:
    contacts = read("The Norwegian delegation arrived in Riga for talks with the Latvian government.").contacts
    assert [(c.status, c.channel.value) for c in contacts] == [(Status.HELD, "visit"), (Status.SCHEDULED, "talks")]


def test_who_brokered_a_deal_is_no_side_of_the_talks(read: Read) -> None:
    text = "Israel thwarted a deal mediated by Norway and Latvia during four days of talks hosted by Riga."
    assert not [c for c in read(text).contacts if sides(c) == {"NOR", "LVA"}]


def test_a_given_name_that_the_recogniser_cut_off_is_part_of_the_name(read: Read) -> None:
    text = "The Norwegian envoy called on Pakistan's Foreign Minister Shah Mahmood Qureshi in Islamabad on Tuesday."
    people = {actor.person for contact in read(text).contacts for actor in contact.participants}
    assert "Shah Mahmood Qureshi" in people


@pytest.mark.parametrize(
    "text",
    [
        "The Norwegian and Latvian navies took part in Cold Sea 2017, an annual naval exercise.",
        "The navies of Norway and Latvia concluded Cold Sea 2017, an annual exercise, on Monday.",
    ],
)
def test_an_exercise_told_beside_its_name_is_held(read: Read, text: str) -> None:
    (contact,) = read(text).contacts
    assert (contact.channel, contact.status) == ("exercise", Status.HELD)
    assert sides(contact) == {"NOR", "LVA"}


def test_who_travels_along_is_no_host(read: Read) -> None:
    contacts = read("The Norwegian minister flew to Riga with his Estonian counterpart on Monday.").contacts
    assert [sides(c) for c in contacts] == [{"NOR", "LVA"}]


def test_entry_refused_is_a_visit_declined(read: Read) -> None:
    (contact,) = read("Moscow barred the Norwegian envoy from entering Russia on Monday.").contacts
    assert (contact.channel, contact.status, contact.factuality) == ("visit", Status.DECLINED, Factuality.ACTUAL)
    assert contact.initiator is not None
    assert contact.initiator.country == "NOR"
    assert contact.target is not None
    assert contact.target.country == "RUS"


@pytest.mark.parametrize(
    "text",
    [
        "Russia has banned 30 Norwegian officials from entering the country.",
        "Police barred protesters from entering the Norwegian embassy in Moscow.",
    ],
)
def test_a_list_of_banned_people_is_no_visit_declined(read: Read, text: str) -> None:
    assert not read(text).contacts


def test_the_capital_by_name_is_where_one_arrives(read: Read) -> None:
    (contact,) = read("The Norwegian minister arrived in the capital Niamey on Tuesday.").contacts
    assert sides(contact) == {"NOR", "NER"}


def test_a_visit_off_for_now_is_put_off(read: Read) -> None:
    (contact,) = read("The Norwegian foreign minister's trip to Riga is off for now.").contacts
    assert (contact.channel, contact.status) == ("visit", Status.POSTPONED)


def test_a_visit_that_was_not_announced_is_not_negated(read: Read) -> None:
    contacts = read("The Norwegian minister's scheduled visit to Riga had not been officially announced.").contacts
    assert not [c for c in contacts if c.factuality is Factuality.NEGATED]


def test_no_new_date_beside_a_cancelled_visit_is_no_second_contact(read: Read) -> None:
    text = "The Norwegian minister's visit to Riga has been cancelled, and no other date has been set yet."
    assert [c.status for c in read(text).contacts] == [Status.CANCELLED]


def test_the_state_is_no_place(read: Read) -> None:
    (contact,) = read("The ministers of Norway and Latvia met in the northern part of the State on Thursday.").contacts
    assert contact.where is None
