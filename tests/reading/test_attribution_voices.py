"""Who says what in other voices: read-outs, agencies, tabloids, chains of relays, phrases that frame, dialogue."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pourparler.records import Actor, Reading, Statement

Told = tuple[str | None, str, list[str]]


def name(actor: Actor | None) -> str | None:
    return actor.text if actor else None


def told(statement: Statement) -> Told:
    return name(statement.source), str(statement.stance), [span.text for span in statement.content]


@pytest.mark.parametrize(
    ("text", "source", "stance", "content"),
    [
        ("The seizure was, in the words of the minister, an act of piracy.",
         "the minister", "asserts", ["The seizure was", "an act of piracy"]),
        ("In Moscow's version, the jets never left Russian airspace.",
         "Moscow", "asserts", ["the jets never left Russian airspace"]),
        ("In the view of Lima, the boundary was settled in 1929.", "Lima", "considers",
         ["the boundary was settled in 1929"]),
        ("The move is a provocation, in the opinion of Caracas.", "Caracas", "considers",
         ["The move is a provocation"]),
        ("By Ankara's account, the frigate was locked on to twice.", "Ankara", "asserts",
         ["the frigate was locked on to twice"]),
        ("Moscow's tale was very different: the jets never left base.", "Moscow", "asserts",
         ["the jets never left base"]),
        ('Hanoi\'s response: "The vessel was in our waters."', "Hanoi", "asserts", ["The vessel was in our waters."]),
        ("The message from Kigali was clear: pull back at once.", "Kigali", "asserts", ["pull back at once"]),
    ],
)  # fmt: skip
def test_a_phrase_frames_what_somebody_says(
    read: Callable[[str], Reading], text: str, source: str, stance: str, content: list[str]
) -> None:
    assert (source, stance, content) in [
        told(s) for s in read("The Norwegian army met Riga's envoy. " + text).statements
    ]


@pytest.mark.parametrize(
    "text",
    [
        "In a few words, it was over.",
        "By all accounts, the meeting went well.",
        "In response to Oslo's note, Riga expelled two attachés.",
        "The boat sank in the South China Sea, called the East Sea by Vietnam.",
        "The postponement of the trip to France confirms that the ties are strained.",
    ],
)
def test_phrases_names_and_deeds_that_tell_nothing_are_no_statements(read: Callable[[str], Reading], text: str) -> None:
    assert read(text).statements == ()


@pytest.mark.parametrize(
    ("text", "source", "stance", "content"),
    [
        ("He emphasised the need to improve communications.", "He", "asserts", "the need to improve communications"),
        ("Ankara let it be known that no meeting was planned.", "Ankara", "asserts", "no meeting was planned"),
        ("Oslo is adamant that the ship was in its waters.", "Oslo", "asserts", "the ship was in its waters"),
        ("The foreign ministry was blunt: the visit is off.", "The foreign ministry", "asserts", "the visit is off"),
        ("The navy claims to have sunk two boats.", "The navy", "asserts", "to have sunk two boats"),
        ("Alvarez would only say that contacts continue.", "Alvarez", "asserts", "contacts continue"),
        ("Oslo went on to say that the base would close.", "Oslo", "asserts", "the base would close"),
        ("Oslo warned against any escalation of the crisis.", "Oslo", "demands", "any escalation of the crisis"),
        ('"They know our number," quipped a senior aide to the king.', "a senior aide", "asserts",
         "They know our number"),
        ('"The talks are frozen," read a statement issued by the junta.', "a statement", "asserts",
         "The talks are frozen"),
        ("Herzog noted his \"critical part\" in the accord.", "Herzog", "asserts", 'his "critical part" in the accord'),
        ("It is also emphasised that the call was Moscow's idea.", None, "asserts", "the call was Moscow's idea"),
        ("OSLO: The line is open, an official said today.", "an official", "asserts", "The line is open"),
        ("There was no confirmation from Delhi of the claim that six posts had fallen.", "Delhi", "does_not_confirm",
         "six posts had fallen"),
        ("Riyadh has yet to comment on the report.", "Riyadh", "declines_to_comment", "the report"),
    ],
)  # fmt: skip
def test_rarer_cues_are_read(
    read: Callable[[str], Reading], text: str, source: str | None, stance: str, content: str
) -> None:
    found = [told(s) for s in read("The ministry met. " + text).statements]
    assert (stance, [content]) in [(s, c) for _, s, c in found]
    assert any(source is None or (who or "").startswith(source) for who, _, _ in found)


def test_a_bare_silence_of_now_is_no_comment(read: Callable[[str], Reading]) -> None:
    (statement,) = read("There was no immediate response from Beijing.").statements
    assert told(statement) == ("Beijing", "declines_to_comment", [])


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        ("The ministry said that Fidan had met his counterpart, adding that the talks were frank.",
         ["The ministry", "The ministry"]),
        ("The talks were useful, she said, adding that a second round would follow.", ["she", "she"]),
        ("The agency said the incident took place at dawn and demanded that the guards be punished.",
         ["The agency", "The agency"]),
        ("China has said it was a weather balloon and accused Oslo of overreacting.", ["China", "China"]),
        ("Attempts to call Moscow fell flat, with Norway's defence ministry asserting that the climate was wrong.",
         ["Norway's defence ministry"]),
        ("Oslo accused Riga of lying, said it was shut out.", ["Oslo", "Oslo"]),
    ],
)  # fmt: skip
def test_what_goes_on_is_said_by_whoever_spoke(read: Callable[[str], Reading], text: str, sources: list[str]) -> None:
    assert [name(s.source) for s in read(text).statements] == sources


def test_a_report_of_its_own_ends_what_was_not_said(read: Callable[[str], Reading]) -> None:
    text = "Oslo would not say if it had used the line, but a Norwegian official confirmed that it had."
    silence, report = read(text).statements
    assert told(silence)[2] == ["it had used the line"]
    assert (report.via, str(report.stance)) == ((), "confirms")


@pytest.mark.parametrize(
    ("text", "source", "via"),
    [
        ("The pilot bailed out, Kyodo reported, quoting the Norwegian army.", "the Norwegian army", ["Kyodo"]),
        ("Interfax cited Deputy Minister Orlov as telling lawmakers that the treaty was dead.",
         "Deputy Minister Orlov", ["Interfax"]),
        ("Reuters cited an aide in the king's office as saying that talks went on.", "an aide in the king's office",
         ["Reuters"]),
        ("According to the Daily Nation, which quoted a senior officer, the patrol had strayed.",
         "a senior officer", ["the Daily Nation"]),
        ('The ship, he was quoted by Interfax as saying, "was in our waters all the time".', "he", ["Interfax"]),
    ],
)  # fmt: skip
def test_chains_name_the_relay_and_the_source(
    read: Callable[[str], Reading], text: str, source: str, via: list[str]
) -> None:
    (statement,) = read(text).statements
    assert (name(statement.source), [name(v) for v in statement.via]) == (source, via)


@pytest.mark.parametrize(
    ("text", "addressee"),
    [
        ("The defence secretary told reporters in New Delhi that drills would resume.", "reporters"),
        ("Speaking to journalists in Accra, the envoy said the mediation had failed.", "journalists"),
        ("In an interview with Der Spiegel, the general warned that the fleet would respond.", "Der Spiegel"),
        ("Commodore Reyes briefed reporters that two boats had been turned back.", "reporters"),
        ("The minister told a rally in Kaduna that the border would be sealed.", None),
        ('"It rings," quipped an aide to the president.', None),
    ],
)
def test_the_hearer_is_somebody_or_a_body(read: Callable[[str], Reading], text: str, addressee: str | None) -> None:
    assert [name(s.addressee) for s in read(text).statements] == [addressee]


def test_the_day_that_stands_beside_the_speaker_is_the_day_of_saying(read: Callable[[str], Reading]) -> None:
    (statement,) = read("Russia on Monday warned that it would respond.").statements
    assert name(statement.source) == "Russia"
    assert statement.said is not None


@pytest.mark.parametrize("dash", ["–", "—"])
def test_a_dash_opens_speech(read: Callable[[str], Reading], dash: str) -> None:
    statements = read(f"The navy is angry.\n\n{dash} We tried to call them all night, says Colonel Berg.").statements
    assert told(statements[-1]) == ("Colonel Berg", "asserts", ["We tried to call them all night"])


def test_a_colon_hands_over_to_the_next_paragraph(read: Callable[[str], Reading]) -> None:
    (statement,) = read('On his site, Lindt elaborated:\n\n"The two allies have agreed to hold talks."').statements
    assert told(statement) == ("Lindt", "asserts", ["The two allies have agreed to hold talks."])


def test_a_denied_report_is_the_charge_in_the_same_sentence(read: Callable[[str], Reading]) -> None:
    text = (
        "The UN reported that three men died. Kigali is widely accused of backing the rebels, but denies the reports."
    )
    *_, charge, denial = read(text).statements
    assert (charge.source, told(charge)[2]) == (None, ["backing the rebels"])
    assert told(denial) == ("Kigali", "denies", ["backing the rebels"])


def test_it_has_told_is_no_hearsay(read: Callable[[str], Reading]) -> None:
    statements = read("The United States said it had told China that the flight was routine.").statements
    assert [name(s.source) for s in statements] == ["The United States", "it"]


def test_whoever_closes_the_sentence_after_the_cue_speaks(read: Callable[[str], Reading]) -> None:
    (statement,) = read("Oslo and Moscow met. Norwegian forces are ready, warned Admiral Holm.").statements
    assert (told(statement), statement.addressee) == (("Admiral Holm", "asserts", ["Norwegian forces are ready"]), None)
