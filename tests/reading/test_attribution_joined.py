"""Attribution across a sentence's joints: who tells what is coordinated, fronted, handed on, or issued as a text."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pourparler.records import Actor, Reading, Statement

Told = tuple[str | None, list[str]]


def name(actor: Actor | None) -> str | None:
    return actor.text if actor else None


def told(statement: Statement) -> Told:
    return name(statement.source), [span.text for span in statement.content]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Latvian Foreign Minister Ole Berg said Friday he would travel to Norway next week for talks but declined to "
         "comment on the ship.",
         [("Latvian Foreign Minister Ole Berg", ["he would travel to Norway next week for talks"]),
          ("Latvian Foreign Minister Ole Berg", ["the ship"])]),
        ("As the foreign ministry of Norway later reported, the Latvian ambassador was summoned to Oslo.",
         [("the foreign ministry of Norway", ["the Latvian ambassador was summoned to Oslo"])]),
        ("As Oslo had warned, the gunboats returned to the bay.", []),
        ("Asked about the talks with Latvia, Ole Berg, the Norwegian foreign minister, said \"we have not met them "
         "since May\".",
         [("Ole Berg", ["we have not met them since May"])]),
        ("Asked about the trip, Norwegian foreign ministry spokesman Ole Berg said \"the wrong deed by Latvia brought "
         "harm to both countries\".",
         [("Norwegian foreign ministry spokesman Ole Berg",
           ["the wrong deed by Latvia brought harm to both countries"])]),
        ("\"It is false,\" the radio quoted Norwegian minister Ole Berg as saying.",
         [("Norwegian minister Ole Berg", ["It is false"])]),
        ("Norwegian spokesman Ole Berg said on Tuesday that Norway was not to blame for the row, and said other states "
         "should wait.",
         [("Norwegian spokesman Ole Berg", ["Norway was not to blame for the row"]),
          ("Norwegian spokesman Ole Berg", ["other states should wait"])]),
        ("The Norwegian side has sent a note to the Latvian authorities demanding that the boat be freed.",
         [("The Norwegian side", ["the boat be freed"])]),
        ("The ship was seized near Riga, the Norwegian spokesperson told reporters, according to the press pool.",
         [("the Norwegian spokesperson", ["The ship was seized near Riga"])]),
        ("The palace published a statement on the row.\n\n“Firstly, no talks with Latvia were held in Oslo last week.",
         [("The palace", ["Firstly, no talks with Latvia were held in Oslo last week."])]),
        ("The palace published a map of the bay.\n\n“Firstly, no talks with Latvia were held in Oslo last week.”", []),
    ],
)  # fmt: skip
def test_whoever_speaks_is_joined_to_what_is_said(text: str, expected: list[Told], read: Callable[[str], Reading]):
    assert [told(s) for s in read(text).statements] == expected


@pytest.mark.parametrize(
    "text",
    [
        "Recall, the ambassador was expelled from Riga in May.",
        "After Latvia expelled two diplomats, Norway responded in kind.",
        "After the raid on the port, Norway replied with a volley.",
        "Norwegian President Ole Berg welcomed Latvian Foreign Minister Ilze Kalnina in Oslo on Monday.",
        'Norway recalled its ambassador from Latvia for "consultations and a full review of ties".',
        'Norway declared the Latvian envoy "persona non grata" at noon on Monday.',
        "Norway did it according to the procedure that the two countries agreed on in May.",
        "Norway asked the minister to put off his visit.",
        "The map was hung up, with the minister pointing to the line on it.",
    ],
)
def test_deeds_and_gestures_are_no_statements(text: str, read: Callable[[str], Reading]):
    assert not read(text).statements


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Norway welcomed the Latvian decision to reopen the line.", ["the Latvian decision to reopen the line"]),
        ("Norway stayed away, pointing to the shelling of a school in Latvia.",
         ["the shelling of a school in Latvia"]),
        ("Norway replied in a statement that Latvia was lying.", ["Latvia was lying"]),
        ("According to the report, the boat had strayed into the bay.", ["the boat had strayed into the bay"]),
        ("The minister announced the good news from the Latvian capital where he is on a visit.", ["the good news"]),
        ("Norwegian foreign minister Ole Berg voiced his pleasure for the release of the Latvian sailors.",
         ["his pleasure for the release of the Latvian sailors"]),
        ("A video was published on social networks in which the Norwegian minister stated that the border was shut.",
         ["the border was shut"]),
    ],
)  # fmt: skip
def test_what_is_said_ends_where_the_saying_does(text: str, content: list[str], read: Callable[[str], Reading]):
    (statement,) = read(text).statements
    assert [span.text for span in statement.content] == content


def test_the_issuer_of_a_document_hands_nothing_on(read: Callable[[str], Reading]):
    (statement,) = read("A statement released by the Norwegian foreign ministry says the ministers met.").statements
    assert statement.via == ()


def test_a_part_of_a_states_name_is_no_second_signatory(read: Callable[[str], Reading]):
    statements = read("Mali, Niger and Burkina Faso announced on April 6 that they had left the pact.").statements
    assert len(statements) == len({s.source.country for s in statements if s.source}) == 3


def test_a_day_in_a_quotation_is_not_the_day_of_saying(read: Callable[[str], Reading]):
    (statement,) = read('"We abide by the Treaty of Oslo of February 20, 1929," the statement read.').statements
    assert statement.said is None


@pytest.mark.parametrize(
    ("text", "states"),
    [
        ("The minister spoke of the row with Estonia. Both sides reaffirmed their commitment to Norway-Latvia "
         "relations, Oslo said.", {"NOR", "LVA"}),
        ("Kalnina told Berg of the row with Estonia. Both sides reaffirmed their wish for good relations between "
         "Norway and Latvia.", {"NOR", "LVA"}),
        ("Norwegian Prime Minister Ole Berg rang Latvian Prime Minister Janis Kalns. \"It is not in our interest,\" "
         "Ole Berg said. \"I tried to talk to Prime Minister Kalns,\" the PM added.", {"NOR"}),
        ("Oslo is angry. \"We wrote to the Latvian Foreign Ministry last week,\" Ole Berg said. The Foreign Ministry "
         "says that the people have suffered.", {None}),
    ],
)  # fmt: skip
def test_whose_voice_it_is(text: str, states: set[str | None], read: Callable[[str], Reading]):
    last = [s for s in read(text).statements if s.source and not s.source.text.startswith(("Oslo", "Ole"))]
    assert {s.source.country for s in last if s.source} == states


def test_two_states_in_one_mention_hand_nothing_on(read: Callable[[str], Reading]):
    text = "Norway and Latvia met. “Both sides affirmed their trust and stressed the need for calm,” the post said."
    vias = [[a.text for a in s.via] for s in read(text).statements]
    assert not any("Both sides" in via for via in vias)


def test_the_occasion_of_a_demand_is_no_part_of_it(read: Callable[[str], Reading]):
    text = "Norway urged the Gulf states to settle their disputes in peace, in a telephone call with the emir."
    (statement,) = read(text).statements
    assert [s.text for s in statement.content] == ["the Gulf states to settle their disputes in peace"]


def test_a_quoted_denial_is_the_quoted_ones(read: Callable[[str], Reading]) -> None:
    told = read(
        "Latvian media quoted the consul as denying the remark and saying that Oslo had invented it."
    ).statements
    assert [(s.stance.value, s.source.text, s.content[0].text) for s in told if s.source is not None] == [
        ("denies", "the consul", "the remark"),
        ("asserts", "the consul", "Oslo had invented it"),
    ]


def test_the_noun_before_an_aside_speaks(read: Callable[[str], Reading]) -> None:
    text = "Latvia recalled its envoy after Minister Lund, speaking at a rally in Oslo, called the treaty a plague."
    assert [s.source.text for s in read(text).statements if s.source is not None] == ["Minister Lund"]
    (measure,) = read(text).measures
    assert measure.reason is None or "speaking" not in measure.reason.text.split()[:3]


@pytest.mark.parametrize(
    "text",
    [
        'The Norwegian minister said: "This bridge is, let\'s say, too far for us."',
        "The minister met a crowd gathered outside the consulate to demand repatriation.",
    ],
)
def test_a_phrase_and_the_aim_of_a_crowd_are_no_statement_of_the_subject(
    read: Callable[[str], Reading], text: str
) -> None:
    cues = {s.anchor.text for s in read(text).statements}
    assert not cues & {"say", "demand"}


def test_who_advises_demands(read: Callable[[str], Reading]) -> None:
    (told,) = read('The ministry advised Latvia to "take due care of the ties" between them.').statements
    assert told.stance.value == "demands"


def test_what_the_outlet_adds_is_not_announced(read: Callable[[str], Reading]) -> None:
    told = read("Latvia announced a ceasefire on Thursday, to which Norway agreed.").statements
    assert all("agreed" not in span.text for s in told for span in s.content)
