"""Single fields that readers of real articles called wrong: whose words, who takes part, and whether it was so."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pourparler.records import Actor, Reading

Read = Callable[[str], Reading]


def name(actor: Actor | None) -> str | None:
    return actor.text if actor is not None else None


def told(reading: Reading) -> list[tuple[str | None, str]]:
    return [(name(s.source), " ... ".join(c.text for c in s.content)) for s in reading.statements]


def sides(reading: Reading) -> list[tuple[str, str, set[str | None]]]:
    return [
        (c.status.value, c.factuality.value, {a.country or a.code for a in c.participants}) for c in reading.contacts
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # whoever has spoken keeps the rest to himself: that is the outlet's
        ("Latvian officials said Minister Ole Berg would visit Oslo but failed to provide details.",
         ("Latvian officials", "Minister Ole Berg would visit Oslo")),
        ("Norway's coast guard said the trawler had left its waters, but gave no date.",
         ("Norway's coast guard", "the trawler had left its waters")),
        ("The ministry said armed boats from Latvia had entered the bay, but it did not elaborate.",
         ("The ministry", "armed boats from Latvia had entered the bay")),
        # a finite verb is no second infinitive
        ("Oslo accused Riga of shelling a village, vowing to retake the heights, and announced a call-up.",
         ("Oslo", "to retake the heights")),
        # the subject of what is said does not go on to speak
        ("Prime Minister Ole Berg said the army was defending the border and described the war as futile.",
         ("Prime Minister Ole Berg", "futile")),
        # a bare day after the thing asked for is the day of asking
        ("Norway demanded an explanation Thursday from Latvia.", ("Norway", "an explanation")),
        # what others think of it is the outlet's
        ("The minister told parliament that Latvia had shut the border post, a step that Estonia denounced as hostile.",
         ("The minister", "Latvia had shut the border post")),
        ("Minister Ole Berg condemned the raid on the embassy, as a result of which two guards died.",
         ("Minister Ole Berg", "the raid on the embassy")),
        # hearsay of where somebody is
        ("A Norwegian delegation was purportedly already in Riga for talks with the minister.",
         (None, "A Norwegian delegation was purportedly already in Riga for talks with the minister")),
    ],
)  # fmt: skip
def test_what_is_said_ends_where_the_outlet_goes_on(read: Read, text: str, expected: tuple[str | None, str]) -> None:
    assert expected in told(read(text))


def test_who_is_told_of_in_his_words_is_not_he_who_speaks(read: Read) -> None:
    reading = read(
        "The pact was not renewed, Norwegian Coast Guard spokesman Ole Berg told reporters. "
        "The coast guard will only deal with its Latvian counterpart through the embassy, he said."
    )
    assert [s.source.country for s in reading.statements if s.source is not None] == ["NOR", "NOR"]


@pytest.mark.parametrize(
    ("text", "expected", "mediators"),
    [
        ("UN mediators held talks with Norwegian and Latvian delegates in Geneva.", {"NOR", "LVA"}, {"UN"}),
        ("African Union mediators met negotiators of Ethiopia and Eritrea in Lusaka.", {"ETH", "ERI"}, {"AU"}),
        ("A UN mediator met the Libyan prime minister in Tripoli.", {"UN IGO", "LBY"}, set()),
    ],
)
def test_who_is_called_a_mediator_is_a_side_only_of_talks_of_his_own(
    read: Read, text: str, expected: set[str], mediators: set[str]
) -> None:
    (contact,) = read(text).contacts
    assert {a.country or a.code for a in contact.participants} == expected
    assert {(a.code or "").split()[0] for a in contact.mediators} == mediators


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The agreement between Norway and Latvia was welcomed by the EU, the US and NATO.", []),
        ("The Latvian minister was welcomed by his Norwegian counterpart in Oslo.",
         [("held", "actual", {"NOR", "LVA"})]),
        ("Norway and Latvia could resume talks next month.", [("held", "possible", {"NOR", "LVA"})]),
        ("Norway and Latvia will resume talks in May.", [("scheduled", "planned", {"NOR", "LVA"})]),
        ("Norway and Latvia will reopen the hotline in May.", [("resumed", "planned", {"NOR", "LVA"})]),
        ("The Latvian minister apparently met the Norwegian ambassador in Riga.",
         [("held", "possible", {"NOR", "LVA"})]),
    ],
)  # fmt: skip
def test_a_contact_is_no_more_than_its_words_tell(
    read: Read, text: str, expected: list[tuple[str, str, set[str]]]
) -> None:
    assert sides(read(text)) == expected


def test_what_is_talked_about_is_no_forum(read: Read) -> None:
    (contact,) = read(
        "The Norwegian and Latvian navies met to talk about the Code for Unplanned Encounters at Sea."
    ).contacts
    assert contact.forum is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Analysts expect Latvia to fire at Norwegian boats.", "possible"),
        ("Latvia is expected to fire at Norwegian boats.", "planned"),
        ("A Latvian destroyer nearly collided with a Norwegian frigate.", "negated"),
        ("Two Latvian jets allegedly crossed into Norwegian airspace.", "possible"),
        ("Two Latvian jets crossed into Norwegian airspace.", "actual"),
    ],
)
def test_an_incident_is_no_surer_than_its_words(read: Read, text: str, expected: str) -> None:
    assert [i.factuality.value for i in read(text).incidents] == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Norwegian sailors boarded the Latvian patrol ship during the exercise and were given a tour.",
        "Norwegian officers boarded the Latvian patrol vessel as guests off Riga.",
    ],
)
def test_guests_on_board_seize_no_ship(read: Read, text: str) -> None:
    assert read(text).incidents == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # nobody is told to have refused: the guest it hit
        ("Lund's visit to Riga was declined. Norwegian President Kari Lund had planned it for May.", ([], ["NOR"])),
        ("The talks between Norway and Latvia were called off.", ([], ["LVA", "NOR"])),
        ("Norway had asked for a meeting with Latvia, but the request was rejected.", (["LVA"], ["NOR"])),
        # who put it off is told before
        ("Norwegian President Kari Lund has postponed her visit to Latvia. The visit was postponed in May as well.",
         (["NOR"], ["LVA"])),
    ],
)  # fmt: skip
def test_a_refusal_by_nobody_hits_whoever_wanted_it(
    read: Read, text: str, expected: tuple[list[str], list[str]]
) -> None:
    event = next(e for e in reversed(read(text).events) if e.type == "REJECT")
    assert (
        sorted({a.country or "" for a in event.actors}),
        sorted({a.country or "" for a in event.recipients}),
    ) == expected


def test_a_move_made_is_no_plan(read: Read) -> None:
    events = read("Norway's move to expel three Latvian diplomats drew a protest from Riga.").events
    assert [e.factuality.value for e in events if e.type == "SANCTION"] == ["actual"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The minister announced that two ships had collided, in what analysts called a setback for the treaty.",
         ("The minister", "two ships had collided")),
        ('Lund told reporters Riga has voiced "deep regret and apology for the incident" after a closed-door meeting '
         "with Antons Basils, the Latvian ambassador.",
         ("Lund", 'Riga has voiced "deep regret and apology for the incident')),
        # a sentence that ends inside a quotation
        ('Lund said that Riga had sent a note, but that the envoy "declined to accept that note." Recounting it, '
         'Berg said the ministry was "shocked by this decision."',
         ("Berg", 'the ministry was "shocked by this decision.')),
    ],
)  # fmt: skip
def test_what_is_said_ends_with_the_quotation_or_the_sentence(
    read: Read, text: str, expected: tuple[str | None, str]
) -> None:
    assert expected in [(who, words) for who, words in told(read(text))]


def test_a_sentence_that_ends_in_a_quotation_is_parted_from_the_next(read: Read) -> None:
    text = 'Oslo said the envoy "would not accept that note." Riga wrote another one, and Oslo sent it back.'
    assert next(words for _, words in told(read(text))).endswith("accept that note.")


def test_it_is_whoever_tells_of_several_and_none_of_them(read: Read) -> None:
    reading = read(
        "Norway's foreign ministry said Latvia and Estonia were discussing the border, though it said nothing had been "
        "decided."
    )
    assert {s.source.country for s in reading.statements if s.source is not None} == {"NOR"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Representatives of Norway and Latvia met in Moss.", {"NOR GOV", "LVA GOV"}),
        ("Representatives of Russia and South Ossetia met in Moss.", {"RUS GOV", "GEO PRE"}),
    ],
)
def test_representatives_of_a_state_are_no_legislators(read: Read, text: str, expected: set[str]) -> None:
    (contact,) = read(text).contacts
    assert {a.code for a in contact.participants} == expected


def test_a_drill_that_others_hold_meanwhile_is_not_with_the_intruder(read: Read) -> None:
    text = "Riga said two Norwegian planes entered the zone during a joint drill with the Swedish and Finnish navies."
    assert not [c for c in read(text).contacts if "NOR" in {a.country for a in c.participants}]


def test_talks_that_mediators_keep_alive_are_not_with_them(read: Read) -> None:
    (contact,) = read("African Union mediators were trying to keep alive Sudan's peace talks.").contacts
    assert [a.country for a in contact.participants] == ["SDN"]
    assert [a.code for a in contact.mediators] == ["AU IGO"]


def test_a_short_title_is_of_the_holder_told_of_last(read: Read) -> None:
    events = read(
        "Norway's Minister of Foreign Affairs Kari Lund phoned her Latvian counterpart Edgars Ozols. Minister Lund "
        "condemned the raid on the embassy. The house was empty. FM Lund was angry. The FM demanded from the Latvian "
        "side that Latvia punish the culprits."
    ).events
    assert [[a.country for a in e.actors] for e in events if e.type == "REQUEST"] == [["NOR"]]


def test_the_military_is_of_the_state_whose_rebels_are_told_of(read: Read) -> None:
    reading = read(
        "BANGKOK (Agency) - A rebel group in Myanmar, the Ta'ang National Liberation Army, announced a truce. "
        "In return, the military pledged to halt airstrikes in Myanmar."
    )
    military = [a for s in reading.statements if (a := s.source) is not None and a.text == "the military"]
    assert {a.country for a in military} == {"MMR"}


def test_a_dated_dateline_in_small_letters_acts_nowhere(read: Read) -> None:
    reading = read("Riga, Oct 29 (Agency) - Norway signed a ceasefire with Sweden on Monday.")
    assert "LVA" not in {a.country for m in reading.measures for a in (*m.imposed_by, *m.on)}


def test_the_day_of_a_thing_within_another_is_no_day_of_saying(read: Read) -> None:
    text = "In a repeat of the clash at Moss in April last year, Latvia is again demanding the removal of a post."
    (statement,) = read(text).statements
    assert statement.said is None


def test_a_word_of_a_state_behind_ex_names_nobody(read: Read) -> None:
    text = "President Kari Lund of Norway accused her ex-Soviet neighbour Latvia of using the border standoff."
    assert "RUS" not in {a.country for e in read(text).events for a in (*e.actors, *e.recipients)}


def test_what_goes_on_meanwhile_is_no_reason(read: Read) -> None:
    text = "The Latvian ambassador was summoned to the ministry in Oslo, even as officials raised the standoff at Moss."
    assert [c.reasons for c in read(text).contacts] == [()]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Latvia said it had seized a trawler and its crew, without giving further details.",
         ("Latvia", "it had seized a trawler and its crew")),
        ("The crew had been freed and the ship was on its way to Moss, the Norwegian army said, without elaborating.",
         ("the Norwegian army", "The crew had been freed and the ship was on its way to Moss")),
    ],
)  # fmt: skip
def test_how_little_was_said_is_not_said(read: Read, text: str, expected: tuple[str | None, str]) -> None:
    assert told(read(text)) == [expected]


def test_a_cabinet_that_met_met_nobody(read: Read) -> None:
    text = "Latvia seized a Norwegian ship. The Norwegian government, which met twice Friday, warned ships off Latvia."
    assert sides(read(text)) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Cyprus and Turkey held talks. The envoy left Nicosia, CNA reported.", "CYP"),
        ("Taiwan and Japan held talks, CNA reported.", "TWN"),
    ],
)
def test_an_agency_is_that_of_the_state_the_article_tells_of(read: Read, text: str, expected: str) -> None:
    assert expected in {s.source.country for s in read(text).statements if s.source is not None}
