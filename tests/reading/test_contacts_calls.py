"""Calls, lines and letters, and who deals for whom in them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pourparler.records import Channel, Contact, Factuality, Reading, Status, side_of

Read = Callable[[str], Reading]


def sides(contact: Contact) -> set[str | None]:
    return {side_of(actor) for actor in contact.participants}


@pytest.mark.parametrize(
    ("text", "met"),
    [
        ("President Kato rang President Haugen of Norway on Monday, Uganda's foreign ministry said.", {"UGA", "NOR"}),
        ("President Museka received a letter from Norwegian President Ole Dahl, the Rwandan presidency said.",
         {"RWA", "NOR"}),
        ("Norway's defence minister, General Ole Dahl, spoke by phone with Latvia's Edgars Ozols on Monday.",
         {"NOR", "LVA"}),
        ("Norway's Foreign Minister Ole Dahl and Latvia's Ozols discussed by telephone on Monday the raid in Gotland.",
         {"NOR", "LVA"}),
        ("Foreign Minister Ana Ruiz joined a video conference with her Latvian and Finnish counterparts on Monday, "
         "Norway's foreign ministry said.", {"NOR", "LVA", "FIN"}),
        ("Foreign Ministers Anna Weber of Norway and Pekka Salo of Finland talked by phone on Sunday about the tanker.",
         {"NOR", "FIN"}),
    ],
)  # fmt: skip
def test_who_deals_for_whom_is_told_by_those_who_tell_of_it(read: Read, text: str, met: set[str]) -> None:
    (contact,) = read(text).contacts
    assert sides(contact) == met


def test_a_person_of_no_state_stays_without_one_where_nobody_tells_it(read: Read) -> None:
    assert not read("President Kato rang President Haugen of Norway on Monday, the BBC reported.").contacts
    assert not read("Norway's Ole Dahl spoke with Latvia's Edgars Ozols after the match on Monday.").contacts


@pytest.mark.parametrize(
    "text",
    [
        "The Norwegian coast guard said its calls to its Russian counterpart had gone unanswered since the collision "
        "on Sunday.",
        "Nobody picked up when South Korea rang the North through the military hotline on Tuesday.",
    ],
)
def test_calls_that_went_unanswered_on_a_day_were_not_held(read: Read, text: str) -> None:
    assert [contact.status for contact in read(text).contacts] == [Status.UNANSWERED]


def test_two_ministers_in_a_third_city_are_not_of_that_city(read: Read) -> None:
    text = "Estonia proposed a meeting of the two defence ministers in Riga, but Belarus has yet to respond."
    offered, unanswered = read(text).contacts
    assert (offered.status, unanswered.status) == (Status.OFFERED, Status.UNANSWERED)
    assert offered.target is not None
    assert side_of(offered.target) == "BLR"
    assert sides(offered) == sides(unanswered) == {"EST", "BLR"}


@pytest.mark.parametrize(
    ("text", "channel"),
    [
        ("A phone call on Monday between Norway's president and the Finnish prime minister marked the first contact "
         "between Oslo and Helsinki in a year.", Channel.PHONE),
        ("The call was the first between Norwegian Prime Minister Ole Dahl and Finnish President Pekka Salo since "
         "2022.", Channel.PHONE),
        ("The directors general of military operations of Norway and Finland spoke by phone on Monday.", Channel.PHONE),
        ("Norway and Finland exchanged diplomatic notes on Monday.", Channel.MESSAGE),
        ("Norway's king received a cable of congratulations from the president of Finland.", Channel.MESSAGE),
        ("Colonel Ole Dahl, the Norwegian commander, talked to his Finnish opposite number on the hotline on Monday.",
         Channel.HOTLINE),
    ],
)  # fmt: skip
def test_calls_and_letters_told_in_other_words_were_held(read: Read, text: str, channel: Channel) -> None:
    (contact,) = read(text).contacts
    assert (contact.status, contact.factuality, contact.channel) == (Status.HELD, Factuality.ACTUAL, channel)


def test_neither_of_two_who_did_not_call_called(read: Read) -> None:
    text = "Neither the Norwegian nor the Finnish president had called the other since the deal, diplomats said."
    (contact,) = read(text).contacts
    assert (contact.status, contact.factuality) == (Status.HELD, Factuality.NEGATED)


def test_what_a_call_is_the_first_since_is_not_its_day(read: Read) -> None:
    text = (
        "The call was the first between Norwegian Prime Minister Ole Dahl and Finnish President Pekka Salo since 2022."
    )
    (contact,) = read(text).contacts
    assert contact.when is None or contact.when.text is None


def test_a_weekday_for_which_something_had_been_arranged_may_be_to_come(read: Read) -> None:
    text = "A call between the Norwegian and Finnish presidents had been arranged for Thursday."
    (contact,) = read(text).contacts
    assert contact.due is None


def test_an_hour_is_no_number_of_calls(read: Read) -> None:
    (contact,) = read("Norway picked up a call from Finland at 3 p.m. on Monday on the military line.").contacts
    assert contact.count is None


def test_a_title_before_the_name_of_who_is_rung_is_his(read: Read) -> None:
    (contact,) = read("Norwegian President Ole Dahl will call Finnish leader Pekka Salo later this week.").contacts
    assert (contact.status, sides(contact)) == (Status.SCHEDULED, {"NOR", "FIN"})


@pytest.mark.parametrize(
    "text",
    [
        "Norway has received no answer from Moscow to three letters sent since January.",
        "Norway has had no reply from Moscow to a letter it sent in April asking for talks on fishing.",
    ],
)
def test_who_waits_for_an_answer_is_told_with_those_who_owe_it(read: Read, text: str) -> None:
    (contact,) = read(text).contacts
    assert (contact.status, contact.channel) == (Status.UNANSWERED, Channel.MESSAGE)
    assert contact.by is not None
    assert (side_of(contact.by), sides(contact)) == ("RUS", {"NOR", "RUS"})


def test_what_a_line_was_used_to_do_was_done(read: Read) -> None:
    found = read("The Norwegian army used the emergency channel to send a message to Russia on Monday.").contacts
    assert {(contact.status, contact.factuality) for contact in found} == {(Status.HELD, Factuality.ACTUAL)}


def test_the_line_of_one_call_that_goes_dead_is_no_line_between_states(read: Read) -> None:
    text = "Norway's army chief rang his Russian counterpart on Thursday but the line went dead after a minute."
    assert [contact.status for contact in read(text).contacts] == [Status.HELD]


def test_since_which_call_nothing_was_said_is_not_its_day(read: Read) -> None:
    text = "Norway's premier said she had not spoken to the Russian president since the call in January."
    (contact,) = read(text).contacts
    assert contact.factuality is Factuality.NEGATED
    assert contact.due is None


def test_one_speaks_with_several_counterparts_one_at_a_time(read: Read) -> None:
    text = "Turkey's foreign minister spoke with his counterparts from Iraq, Iran and Oman on Monday."
    assert [sides(contact) for contact in read(text).contacts] == [{"TUR", code} for code in ("IRQ", "IRN", "OMN")]


@pytest.mark.parametrize(
    "text",
    [
        "Norway's foreign minister held online talks with the Finnish president on Monday.",
        "The Norwegian and Finnish foreign ministers spoke via video link on Friday.",
    ],
)
def test_talks_over_a_video_link_are_by_video(read: Read, text: str) -> None:
    assert [contact.channel for contact in read(text).contacts] == [Channel.VIDEO]


def test_the_one_congratulated_in_a_call_was_called(read: Read) -> None:
    text = (
        "Congratulating Norway's new president, Finnish President Pekka Salo said in a telephone call that he was glad."
    )
    (contact,) = read(text).contacts
    assert (contact.channel, sides(contact)) == (Channel.PHONE, {"NOR", "FIN"})


def test_an_inter_korean_line_is_between_both_koreas(read: Read) -> None:
    (contact,) = read("North Korea has not answered calls on the inter-Korean liaison line since Monday.").contacts
    assert (contact.status, sides(contact)) == (Status.UNANSWERED, {"PRK", "KOR"})


@pytest.mark.parametrize(
    "text",
    [
        "On the call with Norway's president, the Greek premier raised the fate of the monastery.",
        "It was the third call between the Norwegian president and the Greek prime minister this year.",
        "Norway's president asked for an urgent call with the Greek premier, and the two spoke on Monday.",
    ],
)
def test_what_was_raised_on_a_call_or_which_call_it_was_tells_the_call(read: Read, text: str) -> None:
    (contact,) = [found for found in read(text).contacts if found.status is Status.HELD]
    assert sides(contact) == {"NOR", "GRC"}


def test_who_comments_on_a_call_need_not_have_been_on_it(read: Read) -> None:
    assert not read("The Greek premier commented on the call with Norway's president.").contacts


def test_minutes_asked_for_on_the_telephone_were_not_held(read: Read) -> None:
    text = 'Norway asked Russia for a call. "We asked for ten minutes on the telephone," the Norwegian minister said.'
    assert Status.HELD not in {contact.status for contact in read(text).contacts}


def test_a_line_is_between_states_and_not_between_those_who_last_used_it(read: Read) -> None:
    text = (
        "Norwegian General Ole Dahl called Russian General Oleg Volkov on Tuesday. Norway and Russia differ on it. "
        "Russia had suspended the hotline in October."
    )
    cut = next(found for found in read(text).contacts if found.status is Status.SUSPENDED)
    assert sides(cut) == {"NOR", "RUS"}
    assert not any(actor.person for actor in cut.participants)


@pytest.mark.parametrize(
    ("text", "status", "by"),
    [
        ("The Russian general did not pick up the phone when Norway's general called.", "unanswered", "RUS MIL"),
        ("Norway turned down a Russian invitation to talks in Minsk.", "declined", "NOR GOV"),
        ("Norway's defence minister tried to reach his Russian counterpart.", "sought", "NOR MIL"),
        ("Military contacts between Norway and Russia remain frozen.", "suspended", None),
        ("A hotline between Norway and Russia went live on Monday.", "established", None),
        ("Norway and Russia last held talks in 2019.", "held", None),
    ],
)
def test_a_call_a_line_or_an_invitation_is_told_by_what_becomes_of_it(
    read: Read, text: str, status: str, by: str | None
) -> None:
    (contact,) = read(text).contacts
    assert (contact.status, contact.by and contact.by.code) == (status, by)
    assert {a.country for a in contact.participants} == {"NOR", "RUS"}


@pytest.mark.parametrize(
    ("text", "by", "count"),
    [
        ("Norway called three times on the hotline to Latvia and got no reply.", "LVA GOV", 3),
        ("Norway's duty officer rang the hotline to Riga at 06:10 and got no reply.", "LVA GOV", None),
        ("Oslo tried the hotline with Riga, without an answer.", "LVA GOV", None),
        ("The hotline between Norway and Latvia opened in 2019. Norway called twice but got no reply.", None, 2),
        ("Norway has a hotline with Latvia. A Norwegian officer used the line twice but nobody answered.", None, 2),
    ],
)
def test_a_line_that_was_used_and_brought_no_reply(read: Read, text: str, by: str | None, count: int | None) -> None:
    found = read(text).contacts[-1]
    assert (found.status, found.channel) == (Status.UNANSWERED, Channel.HOTLINE)
    assert found.initiator is not None
    assert found.initiator.country == "NOR"
    assert {actor.country for actor in found.participants} == {"NOR", "LVA"}
    assert (found.by.code if found.by else None) == by
    assert (found.count.min if found.count else None) == count


@pytest.mark.parametrize(
    "text",
    [
        "Norway used the line of credit from Latvia and got no reply.",
        "Police in Norway called the suicide hotline and got no answer.",
        "The Norwegian minister called a press conference and got no reply to his question.",
    ],
)
def test_other_lines_bring_no_contact(read: Read, text: str) -> None:
    assert not read(text).contacts


def test_a_call_that_follows_a_hotline_was_made_on_it(read: Read) -> None:
    found = read("Norway asked to use the deconfliction line with Latvia; the call was not answered.").contacts[-1]
    assert (found.status, found.channel) == (Status.UNANSWERED, Channel.HOTLINE)


@pytest.mark.parametrize(
    ("text", "factuality"),
    [
        ("Norway and Latvia will meet in Lund on Friday, provided that Latvia withdraws.", Factuality.CONDITIONAL),
        ("Norway and Latvia will meet on condition that Latvia withdraws.", Factuality.CONDITIONAL),
        ("Norway and Latvia will meet in Lund on Friday.", Factuality.PLANNED),
    ],
)
def test_what_is_set_under_a_condition_is_conditional(read: Read, text: str, factuality: Factuality) -> None:
    (found,) = read(text).contacts
    assert (found.status, found.factuality) == (Status.SCHEDULED, factuality)
