"""Fields of contacts: each is right or left out."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pourparler.reading.tables import rows
from pourparler.records import Contact, Reading

Read = Callable[[str], Reading]


def last(reading: Reading) -> Contact:
    return reading.contacts[-1]


def people(contact: Contact) -> set[str | None]:
    return {actor.person for actor in contact.participants}


# --- level ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("The armies of Norway and Latvia held a brigade commander-level meeting.", "commander"),
        ("Norway and Latvia held talks at ministerial level.", "minister"),
        ("Norway and Latvia held a ministerial meeting.", "minister"),
        ("Norway and Latvia held talks at the level of divisional commanders.", "commander"),
        ("Norway asked Latvia for a meeting of sector commanders.", "commander"),
        ("Oslo proposed that the prime ministers of Norway and Latvia meet in Visby.", "head_of_government"),
        ("The Norwegian defence minister asked for a call with a Latvian counterpart.", "minister"),
    ],
)
def test_the_words_of_a_contact_tell_its_level(read: Read, text: str, level: str) -> None:
    assert last(read(text)).level == level


@pytest.mark.parametrize(
    "text",
    [
        "The Norwegian foreign minister met Latvian officials on Monday.",
        "The foreign ministers of Norway and Latvia agreed to convene a meeting of central bank authorities.",
        "Norway's president spoke with the Latvian delegation.",
    ],
)
def test_the_level_of_one_side_alone_is_not_that_of_the_contact(read: Read, text: str) -> None:
    assert last(read(text)).level == "unspecified"


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("The Norwegian prime minister visited Latvia.", "head_of_government"),
        ("Norway summoned the Latvian ambassador.", "ambassador"),
        ("Norway's president and foreign minister met Latvia's president.", "head_of_state"),
    ],
)
def test_each_side_deals_at_the_level_of_its_highest(read: Read, text: str, level: str) -> None:
    assert last(read(text)).level == level


@pytest.mark.parametrize(("country", "level"), [("Indian", "official"), ("British", "minister")])
def test_a_foreign_secretary_is_a_minister_where_the_country_has_it_so(read: Read, country: str, level: str) -> None:
    assert last(read(f"The {country} foreign secretary visited Latvia.")).level == level


# --- sides ------------------------------------------------------------------------------------------


def test_those_who_arrange_a_summit_of_others_do_not_take_part(read: Read) -> None:
    contact = last(
        read(
            "The foreign ministers of Norway and Latvia agreed to hold a summit between Prime Minister Jonas Store of "
            "Norway and President Edgars Rinkevics of Latvia in April."
        )
    )
    assert people(contact) == {"Jonas Store", "Edgars Rinkevics"}


def test_who_met_before_need_not_be_who_deals_now(read: Read) -> None:
    contact = last(
        read("Latvia is angry. Latvia's envoy Ann Lie met Norwegian officials. Norway also asked for a meeting.")
    )
    assert people(contact) == {None}


@pytest.mark.parametrize("met", ["Norwegian officials", "several Norwegian ambassadors"])
def test_whoever_meets_his_own_meets_no_other_state(read: Read, met: str) -> None:
    text = f"Norway's prime minister met Latvia's president. On Friday Norway's prime minister met {met}."
    assert len(read(text).contacts) == 1


def test_a_host_who_offers_is_no_side_that_wants(read: Read) -> None:
    reading = read("Norway and Latvia quarrel. Finland offered to host talks between the two sides. Norway accepted.")
    for contact in reading.contacts:
        assert (contact.initiator, contact.target) == (None, None)
        assert {actor.country for actor in contact.participants} == {"NOR", "LVA"}


# --- which step -------------------------------------------------------------------------------------


def test_a_plan_inside_a_clause_on_the_place_is_of_its_own_contact(read: Read) -> None:
    contact = last(
        read("Norway's minister cancelled a visit to Latvia, where he was scheduled to meet Latvia's president.")
    )
    assert (contact.status, contact.channel) == ("scheduled", "meeting")


@pytest.mark.parametrize(
    "text",
    [
        '"They never took our calls," the Norwegian minister continued.',
        '"You rejected a meeting," the letter continues.',
    ],
)
def test_words_that_go_on_are_no_contact(read: Read, text: str) -> None:
    before = "Norway's minister sent a letter to his Latvian counterpart. "
    assert all(contact.factuality != "ongoing" for contact in read(before + text).contacts)


# --- days -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "when", "due"),
    [
        ("Norway's visit to Latvia was postponed, said Minister Ann Lie on Thursday.", None, None),
        ("Norway's minister has postponed a planned visit to Latvia on Sunday.", None, "on Sunday"),
        ("Norway and Latvia met. The decision to hold a meeting was taken two weeks ago.", "two weeks ago", None),
        ("Norway and Latvia were to meet two days ago.", None, "two days ago"),
        ("Norway on Friday postponed talks with Latvia scheduled for March 10.", "on Friday", "for March 10"),
    ],
)
def test_the_day_of_a_step_is_not_that_of_the_contact(read: Read, text: str, when: str | None, due: str | None) -> None:
    contact = next(c for c in reversed(read(text).contacts) if c.anchor.text != "scheduled")
    assert (contact.when and contact.when.text, contact.due and contact.due.text) == (when, due)


# --- channel, place and whose wish ------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "channel"),
    [
        ("The Norwegian minister phoned his Latvian counterpart. The conversation was held on Monday.", "phone"),
        ("Norway and Latvia held a phone call. The discussion between Norway and Latvia was held Monday.", "phone"),
        ("Fishing was discussed by diplomats from Norway and Latvia at a meeting in Oslo.", "meeting"),
        ("Norway and Latvia held a phone call. Norway and Sweden held talks on Monday.", "talks"),
    ],
)
def test_a_word_that_leaves_the_channel_open_takes_it_from_beside_or_before(
    read: Read, text: str, channel: str
) -> None:
    assert last(read(text)).channel == channel


def test_negotiations_are_not_a_call_told_before(read: Read) -> None:
    text = "The Norwegian minister phoned his Latvian counterpart. The negotiations were held in Geneva."
    assert len(read(text).contacts) == 1


@pytest.mark.parametrize(
    ("text", "initiator"),
    [
        ("At the request of Oslo, the Norwegian and Latvian ministers spoke by phone.", "NOR"),
        ("The Norwegian and Latvian ministers spoke by phone at Latvia's initiative.", "LVA"),
        ("The Norwegian and Latvian ministers met at a hotel in Geneva at Finland's invitation.", None),
    ],
)
def test_a_contact_at_the_request_of_a_side_is_wanted_by_it(read: Read, text: str, initiator: str | None) -> None:
    contact = last(read(text))
    assert (contact.initiator and contact.initiator.country) == initiator
    assert {actor.country for actor in contact.participants} == {"NOR", "LVA"}


@pytest.mark.parametrize("row", rows("not_places"), ids=lambda row: row["kind"])
def test_what_is_behind_a_preposition_of_place_may_be_no_place(read: Read, row: dict[str, str]) -> None:
    text = f"Norway and Latvia quarrel. {row['example']}"
    assert all(contact.where is None for contact in read(text).contacts)


def test_a_mediator_is_no_place(read: Read) -> None:
    assert last(read("Norway asked, through Oman, for a phone call with Latvia's minister.")).where is None


@pytest.mark.parametrize("row", rows("seats"), ids=lambda row: row["city"])
def test_whoever_travels_to_the_seat_of_a_body_visits_no_state(read: Read, row: dict[str, str]) -> None:
    assert not read(row["example"]).contacts


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("The Norwegian foreign minister travelled to Egypt for talks mediated by the United Nations.", 0),
        ("The Norwegian foreign minister travelled to Egypt for talks.", 1),
    ],
)
def test_mediated_talks_are_not_with_the_country_they_are_held_in(read: Read, text: str, count: int) -> None:
    assert len(read(text).contacts) == count


def test_an_envoy_behind_the_date_of_a_summons_is_summoned(read: Read) -> None:
    text = (
        "The Ministry of Foreign Affairs summoned on Thursday, 21st July, 2022, the Turkish ambassador to Iraq, "
        "Mr Ali Riza Guney, against the background of the act on a tourist resort."
    )
    target = last(read(text)).target
    assert target is not None
    assert target.country == "TUR"


def test_officials_of_whom_several_pairs_were_told_are_not_named(read: Read) -> None:
    text = (
        "Norway and Latvia quarrel. Norwegian minister Ann Lie phoned Latvian minister Edgars Ozols. In May Norway's "
        "General Ola Bo met Edgars Kalns, the Latvian general. The officials agreed to meet soon."
    )
    assert people(last(read(text))) == {None}


# --- count, reasons and topics ----------------------------------------------------------------------


def test_a_year_is_no_count(read: Read) -> None:
    text = "The Norwegian minister spoke with Latvia's minister for the first time since November 2022."
    assert last(read(text)).count is None


def test_an_adverb_is_no_reason(read: Read) -> None:
    text = "Norway suspended the talks with Latvia after then-Speaker Ann Lie visited Finland."
    assert all(reason.text != "then" for contact in read(text).contacts for reason in contact.reasons)


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("time constraints", "scheduling"),
        ("political chaos in Riga", "domestic"),
        ("Covid-19 restrictions", "health"),
        ("claims about illegal crossings", "policy"),
    ],
)
def test_the_kind_of_a_reason_is_that_of_its_weightiest_word(read: Read, words: str, kind: str) -> None:
    contact = last(read(f"Norway's minister postponed a visit to Latvia because of {words}."))
    assert [reason.kind for reason in contact.reasons] == [kind]


@pytest.mark.parametrize(
    ("text", "topics"),
    [
        ("The Norwegian prime minister arrived in Latvia on a two-day official visit.", []),
        ("Norway and Latvia held talks on fishing, according to the ministry.", ["fishing"]),
    ],
)
def test_a_topic_is_what_is_talked_about_alone(read: Read, text: str, topics: list[str]) -> None:
    assert [topic.text for topic in last(read(text)).topics] == topics


def test_a_rank_tells_no_level(read: Read) -> None:
    assert last(read("The Norwegian general met the Latvian general in Oslo.")).level == "unspecified"


# --- whose step, and whose wish ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "initiator"),
    [
        ("Norway's foreign minister ruled out holding talks with Latvia.", None),
        ("Norway refused to hold talks with Latvia.", None),
        ("Norway rejected a meeting with Latvia.", "LVA"),
        ("Norway turned down a request from Latvia to hold talks.", "LVA"),
        ("Norway refused to take a call from Latvia.", "LVA"),
    ],
)
def test_who_is_refused_has_asked_only_where_the_words_say_so(read: Read, text: str, initiator: str | None) -> None:
    contact = last(read(text))
    assert contact.status == "declined"
    assert (contact.initiator and contact.initiator.country) == initiator


def test_the_first_of_two_who_do_it_is_not_left_out(read: Read) -> None:
    text = "It came a day after Norwegian minister Ann Lie and Latvian minister Edgars Ozols held talks in Oslo."
    contact = last(read(text))
    assert contact.by is None
    assert people(contact) == {"Ann Lie", "Edgars Ozols"}


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("The two countries agreed to resume talks at a summit in May.", None),
        ("The two countries agreed to resume talks in May.", "in May"),
    ],
)
def test_the_day_of_another_gathering_is_not_that_of_the_contact(read: Read, text: str, due: str | None) -> None:
    contact = last(read(f"Norway and Latvia quarrel. {text}"))
    assert (contact.due and contact.due.text) == due


@pytest.mark.parametrize(
    "text",
    [
        "Norway cancelled talks with Latvia scheduled for Sunday.",
        "A meeting between Norway and Latvia planned for May did not take place.",
    ],
)
def test_a_plan_told_by_the_way_is_the_day_of_the_one_contact(read: Read, text: str) -> None:
    (contact,) = read(text).contacts
    assert contact.due is not None


@pytest.mark.parametrize(
    ("text", "due"),
    [
        (
            "The visit of Latvian Foreign Minister Ann Bo to Norway, originally scheduled for Tuesday, was postponed.",
            None,
        ),
        ("Norway cancelled talks with Latvia scheduled for Sunday.", "for Sunday"),
        (
            "The visit of Latvian Foreign Minister Ann Bo to Norway, originally scheduled for May 3, was postponed.",
            "for May 3",
        ),
    ],
)
def test_a_day_that_may_be_of_either_week_is_left_out(read: Read, text: str, due: str | None) -> None:
    contact = next(c for c in read(text).contacts if c.status != "scheduled")
    assert (contact.due and contact.due.text) == due


@pytest.mark.parametrize(
    ("text", "channel"),
    [
        ("Norway asked Latvia for contact through the liaison channel.", "hotline"),
        ("Norway's general tried to ring his Latvian counterpart on the crisis line.", "hotline"),
        ("Norway's general tried to ring his Latvian counterpart on Monday.", "phone"),
    ],
)
def test_a_standing_line_is_the_channel(read: Read, text: str, channel: str) -> None:
    assert last(read(text)).channel == channel


def test_a_dateline_is_no_party(read: Read) -> None:
    text = "OSLO, March 4 (Example Wire) - Norway and Latvia quarrel. In May Latvia asked for talks."
    assert "OSLO" not in {actor.text for actor in last(read(text)).participants}


def test_whoever_a_line_is_with_is_no_place(read: Read) -> None:
    text = "Norway and Latvia quarrel. Oslo had begged for contact through the liaison channel with Riga."
    assert last(read(text)).where is None


def test_a_month_of_either_year_is_left_out(read: Read) -> None:
    assert last(read("Norway declined an invitation to visit Latvia in June.")).due is None


def test_whoever_a_spokesman_speaks_for_is_the_side(read: Read) -> None:
    text = (
        "Norwegian Prime Minister Jonas Store is ill. A spokesperson for Mr Store said Latvian Prime Minister Edgars "
        "Ozols had telephoned him on Monday."
    )
    assert people(last(read(text))) == {"Jonas Store", "Edgars Ozols"}
