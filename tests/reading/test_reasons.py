"""Why a step was taken and by whose voice, and what is asked for before contact."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pourparler.pipeline import Reader
from pourparler.reading.conditions import conditions_of
from pourparler.reading.reasons import reasons_of
from pourparler.reading.tables import rows
from pourparler.records import Article, Contact, Reading

Read = Callable[[str], Reading]
#: What makes an article of a sentence: without any such words a text is not read for contacts.
OPENING = "The foreign ministry and the military met at the embassy. "


def last(read: Read, text: str) -> Contact:
    return read(OPENING + text).contacts[-1]


def reasons(read: Read, text: str) -> list[tuple[str, str]]:
    return [(r.kind.value, r.text) for r in last(read, text).reasons]


def conditions(read: Read, text: str) -> list[str]:
    return [c.text for c in last(read, text).conditions]


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        (
            "Talks between Finland and Norway were postponed due to bad weather, officials said.",
            "technical",
            "bad weather",
        ),
        (
            "After Chinese ships rammed a boat, Manila cancelled talks with Beijing.",
            "incident",
            "Chinese ships rammed a boat",
        ),
        ("Athens postponed the meeting with Ankara for scheduling reasons.", "scheduling", "scheduling reasons"),
        (
            "Oslo cancelled the talks with Moscow on the grounds that the venue was unsafe.",
            "protocol",
            "the venue was unsafe",
        ),
        ("Oslo summoned the Russian ambassador over what it called a raid.", "incident", "a raid"),
        (
            "Oslo summoned the Russian ambassador to complain about jamming of GPS signals.",
            "incident",
            "jamming of GPS signals",
        ),
        (
            "Oslo summoned the Russian ambassador to demand an explanation for the intrusion.",
            "incident",
            "the intrusion",
        ),
        (
            "Moscow cancelled a visit to Oslo as a mark of protest against the arrest of a sailor.",
            "incident",
            "the arrest of a sailor",
        ),
        ("Moscow cancelled talks with Oslo and recalled its envoy in protest at the raid.", "incident", "the raid"),
        (
            "Oslo suspended its dialogue with Moscow and expelled the attache in a dispute over seven fishermen.",
            "policy",
            "a dispute over seven fishermen",
        ),
        ("Oslo summoned the Russian ambassador over the incident, which hurt nobody.", "incident", "the incident"),
        ("Oslo cancelled talks with Moscow because of the drills, Yonhap reported.", "exercise", "the drills"),
    ],
)
def test_what_stands_beside_a_step_tells_why(read: Read, text: str, kind: str, words: str) -> None:
    assert reasons(read, text) == [(kind, words)]


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("Fog prevented the talks between Oslo and Moscow.", "technical", "Fog"),
        ("Illness forced the Norwegian minister to cancel a trip to Moscow.", "health", "Illness"),
    ],
)
def test_what_hinders_a_contact_is_its_reason(read: Read, text: str, kind: str, words: str) -> None:
    assert reasons(read, text) == [(kind, words)]


def test_what_prevents_talks_is_their_reason_whoever_held_them(reader: Reader) -> None:
    text = OPENING + "Talks between Oslo and Moscow were prevented by protocol disagreements."
    doc, _ = reader.explained(Article(id="ar-test", key="test", sha256="", text=text))
    prevented = doc._.syntax.lemma.index("prevent")
    assert [(r.kind.value, r.text) for r in reasons_of(doc, [prevented])] == [("protocol", "protocol disagreements")]


def test_a_side_that_delays_a_meeting_is_no_reason(read: Read) -> None:
    assert reasons(read, "The two ministries delayed the talks between Oslo and Moscow.") == []


@pytest.mark.parametrize(
    ("text", "by", "words"),
    [
        ("Citing the shelling, Seoul called off talks with Pyongyang.", "KOR", "the shelling"),
        ("Pyongyang called off talks with Seoul, pointing to a resolution.", "PRK", "a resolution"),
        (
            "Pyongyang refused to meet the South Korean minister, saying he was the wrong counterpart.",
            "PRK",
            "he was the wrong counterpart",
        ),
        ("Pyongyang called off talks with Seoul, blaming Washington for the raid.", "PRK", "the raid"),
        ("Pyongyang called off talks with Seoul, accusing Japan of harassing a ship.", "PRK", "harassing a ship"),
        (
            "The talks between Seoul and Pyongyang were cancelled. Japan said the reason was a cable fault.",
            "JPN",
            "a cable fault",
        ),
        (
            "The talks between Seoul and Pyongyang were cancelled. Japan explained that the venue was unsafe.",
            "JPN",
            "the venue was unsafe",
        ),
        (
            "The talks between Seoul and Pyongyang were cancelled. Japan attributed the delay to a dispute.",
            "JPN",
            "a dispute",
        ),
        ("Seoul called off talks with Pyongyang. Japan cited the raid as the reason for the move.", "JPN", "the raid"),
    ],
)
def test_a_reason_has_the_voice_that_gives_it(read: Read, text: str, by: str, words: str) -> None:
    found = last(read, text).reasons
    assert [(r.by.country if r.by else None, r.text) for r in found] == [(by, words)]


def test_each_side_gives_its_own_reason(read: Read) -> None:
    contact = last(
        read, "The talks between Athens and Ankara were called off. Athens blamed the weather; Ankara, the map."
    )
    told = [(r.by.country if r.by else None, r.kind.value, r.text) for r in contact.reasons]
    assert told == [("GRC", "technical", "the weather"), ("TUR", "policy", "the map")]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Beijing cancelled the visit of the Norwegian minister without giving a reason.", "without giving a reason"),
        (
            "Oslo declined talks with Moscow for reasons that were not immediately clear.",
            "reasons that were not immediately clear",
        ),
        ("Moscow cancelled the visit of the Norwegian minister but did not say why.", "did not say why"),
        ("Moscow cancelled the visit of the Norwegian minister. No reason was given.", "No reason was given"),
        ("Moscow cancelled the visit of the Norwegian minister. It gave no reason.", "gave no reason"),
    ],
)
def test_a_reason_that_is_kept_back_is_told_so(read: Read, text: str, words: str) -> None:
    assert reasons(read, text) == [("not_given", words)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Moscow cancelled talks with Oslo. The reason: a cable fault.", "a cable fault"),
        ("Moscow cancelled talks with Oslo. The move came after the raid.", "the raid"),
        ("Moscow cancelled talks with Oslo. The ministry said the minister was ill.", "the minister was ill"),
    ],
)
def test_the_next_sentence_may_give_the_reason(read: Read, text: str, words: str) -> None:
    assert [words for _, words in reasons(read, text)] == [words]


@pytest.mark.parametrize(
    "text",
    [
        "Talks between Oslo and Moscow collapsed after two days.",
        "Moscow postponed the visit of the Norwegian minister at the request of Oslo.",
        "Moscow cancelled talks with Oslo, Riga reported, citing a diplomatic note.",
        "Moscow cancelled talks with Oslo a day after the raid.",
        "Moscow cancelled talks with Oslo over fishing.",
        "Norway met the Russian envoy, saying the raid was a crime.",
        "Moscow cancelled talks with Oslo. Riga blamed the crew for the fire.",
        "Moscow cancelled talks with Oslo. The ministry said the minister would visit Riga.",
        "Moscow cancelled talks with Oslo, after which Riga protested.",
    ],
)
def test_a_time_a_topic_a_source_and_other_deeds_are_no_reasons(read: Read, text: str) -> None:
    assert reasons(read, text) == []


@pytest.mark.parametrize("row", rows("causes"), ids=lambda row: f"{row['words']}-{row['form']}")
def test_every_cause_word_gives_a_reason(read: Read, row: dict[str, str]) -> None:
    assert ["raid" in words for _, words in reasons(read, row["example"])] == [True]


@pytest.mark.parametrize("row", rows("grounds"), ids=lambda row: f"{row['lemma']}-{row['slot']}")
def test_every_verb_that_gives_a_ground_gives_a_reason(read: Read, row: dict[str, str]) -> None:
    assert ["raid" in words for _, words in reasons(read, row["example"])] == [True]


@pytest.mark.parametrize("row", rows("not_reasons"), ids=lambda row: row["class"])
def test_no_member_of_these_classes_is_a_reason(read: Read, row: dict[str, str]) -> None:
    assert reasons(read, row["example"]) == []


@pytest.mark.parametrize("row", rows("reasons"), ids=lambda row: row["words"][:20])
def test_the_words_of_a_reason_tell_its_kind(read: Read, row: dict[str, str]) -> None:
    assert [kind for kind, _ in reasons(read, row["example"])] == [row["kind"]]


@pytest.mark.parametrize("row", rows("conditions"), ids=lambda row: f"{row['words']}-{row['form']}")
def test_every_condition_word_sets_a_condition(reader: Reader, row: dict[str, str]) -> None:
    text = OPENING + row["example"]
    doc, _ = reader.explained(Article(id="ar-test", key="test", sha256="", text=text))
    syntax = doc._.syntax
    core = max(i for i in range(syntax.size) if syntax.lemma[i] in ("talk", "talks"))
    told = [c.text for c in conditions_of(doc, [core, syntax.head[core]], None)]
    assert told in (
        ["the troops leave"],
        ["the troops stay"],
        ["the withdrawal of the troops"],
        ["The withdrawal of the troops"],
    )


@pytest.mark.parametrize(
    ("text", "words", "by"),
    [
        (
            "Tehran said sanctions must be lifted before it holds talks with Washington.",
            "sanctions must be lifted",
            "IRN",
        ),
        ("Baku has made its talks with Yerevan conditional on France staying away.", "France staying away", "AZE"),
        ("Pyongyang refused to talk to Seoul unless it apologises.", "it apologises", "PRK"),
        ("If the report is honest, Oslo will meet the Russian minister.", "the report is honest", "NOR"),
    ],
)
def test_a_condition_is_set_by_a_side(read: Read, text: str, words: str, by: str) -> None:
    found = last(read, text).conditions
    assert [(c.text, c.by.country if c.by else None) for c in found] == [(words, by)]


@pytest.mark.parametrize(
    "text",
    [
        "Moscow turned down talks with Oslo until the two ministers met in June 2022.",
        "Oslo postponed the talks with Moscow until further notice.",
        "Moscow will meet the Norwegian envoy even if the raid goes on.",
        "The Norwegian minister met his Russian counterpart before the troops left.",
        "Moscow accepted talks with Oslo, an official said on condition of anonymity.",
    ],
)
def test_what_only_says_how_long_is_no_condition(read: Read, text: str) -> None:
    assert conditions(read, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "In protest, Bangladesh summoned the Myanmar ambassador at the office of the director general on Monday.",
        "In protest, Norway summoned the Russian ambassador to the ministry on Monday.",
        "North Korea suspended the hotline with South Korea on Monday after it did not answer the opening call.",
        "Norway cancelled its talks with Russia after Minister Orlov, speaking in Minsk, called them a farce.",
    ],
)
def test_a_room_an_earlier_step_and_an_aside_are_no_reasons(read: Read, text: str) -> None:
    contacts = read(OPENING + text).contacts
    words = [r.text for c in contacts for r in c.reasons]
    assert contacts
    assert not any(w.startswith(("the office", "the ministry", "it did", "speaking")) for w in words)
