"""Actors in constructions where one word too many, or one name too many, leads to the wrong party."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from pourparler.records import Actor

#: Finds the actors of the last token that bears a word.
Find = Callable[[str, str], tuple[Actor, ...]]


def codes(actors: tuple[Actor, ...]) -> list[str | None]:
    return [actor.code for actor in actors]


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Thai and Lao officials held talks.", "officials", ["THA GOV", "LAO GOV"]),
        ("Thai and Lao troops clashed.", "troops", ["THA MIL", "LAO MIL"]),
        ("The presidents of Oslo and Riga met.", "presidents", ["NOR GOV", "LVA GOV"]),
        ("Officials from Norway, Sweden and Finland met.", "Officials", ["NOR GOV", "SWE GOV", "FIN GOV"]),
        ("Norwegian officials from Oslo and Bergen met.", "officials", ["NOR GOV"]),
        ("The president of Norway met Riga and Vilnius.", "president", ["NOR GOV"]),
    ],
)
def test_states_joined_on_one_noun_are_one_party_each(
    find: Find, text: str, word: str, expected: list[str | None]
) -> None:
    actors = find(text, word)
    assert codes(actors) == expected
    assert len({(a.start, a.end) for a in actors}) == 1


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Norway and Russia share a border. Two bombers left.", "bombers", [None]),
        ("Norway and Russia share a border. The two bombers left.", "bombers", [None]),
        ("Norway and Russia share a border. Both sides met.", "sides", ["NOR GOV", "RUS GOV"]),
        ("Norway and Russia share a border. The two Russian sides met.", "sides", ["RUS GOV"]),
        ("Finland watched. Norway and Russia share a border. The two sides met.", "sides", ["NOR GOV", "RUS GOV"]),
        ("Finland, Norway and Russia share a border. The two sides met.", "sides", [None]),
    ],
)
def test_only_the_two_named_before_are_the_two_sides(
    find: Find, text: str, word: str, expected: list[str | None]
) -> None:
    assert sorted(codes(find(text, word)), key=str) == sorted(expected, key=str)


def test_a_title_ends_at_the_person_before_it(find: Find) -> None:
    text = "Serbian President Marko Jovic and Kosovo Prime Minister Arben Hoxha met. Jovic left. Hoxha stayed."
    assert [(a.office, a.country) for a in find(text, "Jovic")] == [("president", "SRB")]
    assert [(a.office, a.country) for a in find(text, "Hoxha")] == [("prime minister", "XKX")]


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Norway's foreign minister, Ole Berg, arrived.", "NOR"),
        ("The foreign minister of Norway, Ole Berg, arrived.", "NOR"),
        ("After the Norwegian minister left, Ole Berg arrived.", None),
    ],
)
def test_a_title_before_a_comma_is_the_persons_whom_the_name_explains(
    find: Find, text: str, country: str | None
) -> None:
    assert [a.country for a in find(text, "Berg") or find(text, "Ole")] == [country]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("A statement from the Omani army accused Qatar.", "OMN MIL"),
        ("Oman's statement accused Qatar.", "OMN GOV"),
        ("A Norwegian foreign ministry statement accused Qatar.", "NOR GOV"),
        ("A statement from the Omani army came. The statement accused Qatar.", "OMN MIL"),
        ("Norway's navy said in a statement it was ready. The statement accused Qatar.", "NOR MIL"),
        ("Norway criticised a statement. The statement accused Qatar.", None),
    ],
)
def test_a_document_speaks_for_its_author(find: Find, text: str, code: str | None) -> None:
    assert codes(find(text, "statement")) == [code]


@pytest.mark.parametrize(
    ("text", "word", "code"),
    [
        ("Sudan will recall its envoy, the foreign ministry has said.", "ministry", "SDN GOV"),
        ("Sudan fired on a ship, the foreign ministry has said.", "ministry", None),
        ("The Omani foreign ministry warned. The minister left.", "minister", "OMN GOV"),
        ("The Omani foreign ministry met the Qatari foreign ministry. The minister left.", "minister", None),
    ],
)
def test_a_bare_ministry_is_of_the_state_whose_own_act_it_tells(
    find: Find, text: str, word: str, code: str | None
) -> None:
    assert codes(find(text, word)) == [code]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Ottawa expelled an agent of India and accused it of a role.", "IND GOV"),
        ("Norway blamed Sweden and accused it of a role.", "SWE GOV"),
        ("Ottawa recalled an envoy, and India accused it of a role.", "CAN GOV"),
        ("Ottawa said that it had left.", "CAN GOV"),
    ],
)
def test_an_object_is_not_its_own_subject(find: Find, text: str, code: str) -> None:
    assert codes(find(text, "it")) == [code]


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Rwandan President Paul Mbeki left. The Congolese president arrived.", None),
        ("Rwandan President Paul Mbeki flew to Kinshasa. The Congolese president arrived.", "COD"),
        ("Rwandan President Paul Mbeki left. The Rwandan president arrived.", "RWA"),
        ("Rwandan President Paul Mbeki blamed Congo. The Congolese president arrived.", "COD"),
        ("Rwandan President Paul Mbeki flew from Congo to Brazzaville. The Congolese president arrived.", "COG"),
    ],
)
def test_an_adjective_of_two_states_is_settled_by_what_else_is_named(
    find: Find, text: str, country: str | None
) -> None:
    assert [a.country for a in find(text, "president")] == [country]


@pytest.mark.parametrize(
    ("text", "word", "code"),
    [
        ("Norway's national security committee met.", "committee", "NOR GOV"),
        ("Norway's defence committee met.", "committee", "NOR LEG"),
        ("A Norwegian media officer spoke.", "officer", "NOR GOV"),
        ("A Norwegian naval officer spoke.", "officer", "NOR MIL"),
        ("Norwegian security sources spoke.", "sources", "NOR GOV"),
        ("Norwegian police sources spoke.", "sources", "NOR COP"),
        ("The EU met. Brussels will answer.", "Brussels", "EU IGO"),
        ("Belgian officials met. Brussels will answer.", "Brussels", "BEL GOV"),
        ("Zeit reported the talks.", "Zeit", "DEU JRN"),
        ("The Interfax news agency reported the talks.", "agency", "RUS JRN"),
        ("Jordan said the line was open.", "Jordan", "JOR GOV"),
        ("Michael Jordan said no. Jordan left.", "Jordan", None),
    ],
)
def test_a_body_or_name_is_of_its_own_kind(find: Find, text: str, word: str, code: str | None) -> None:
    assert codes(find(text, word)) == [code]


def test_he_is_no_newspaper(find: Find) -> None:
    assert find("Le Monde reported the talks. He said no.", "He")[0].person is None


@pytest.mark.parametrize(
    ("text", "code", "posting"),
    [
        ("Norway recalled its ambassador to Sweden.", "NOR GOV", "SWE"),
        ("Norway recalled its ambassador from Sweden.", "NOR GOV", "SWE"),
        ("The Omani ambassador in Doha left.", "OMN GOV", "QAT"),
        ("The ambassador to Sweden left.", None, "SWE"),
        ("The ambassador of Norway left.", "NOR GOV", None),
        ("Norway summoned the Omani ambassador to the ministry.", "OMN GOV", None),
    ],
)
def test_an_envoy_is_of_the_state_that_sends_him(
    annotated: Callable[[str], Doc], text: str, code: str | None, posting: str | None
) -> None:
    doc = annotated(text)
    envoy = max(i for i, token in enumerate(doc) if token.text == "ambassador")
    actor, posted = doc._.actors.one(envoy), doc._.actors.posting(envoy)
    assert (actor.code, posted and posted.country) == (code, posting)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Georgia sent aid to Tbilisi.", "GEO GOV"),
        ("The US state of Georgia sent aid. Georgia left.", None),
        ("Officials met in Atlanta. Georgia left.", None),
        ("The senator from Georgia met officials from Tbilisi. Georgia left.", "GEO GOV"),
    ],
)
def test_georgia_is_a_state_of_its_own_or_of_the_us(find: Find, text: str, code: str | None) -> None:
    assert codes(find(text, "Georgia")) == [code]


@pytest.mark.parametrize(
    ("text", "word", "country"),
    [
        ("Russian-backed rebels attacked.", "rebels", None),
        ("The US-backed Syrian rebels attacked.", "rebels", "SYR"),
        ("Turkish-made drones attacked.", "drones", None),
        ("Pro-Russian militias attacked.", "militias", None),
        ("US-led forces attacked.", "forces", "USA"),
        ("Russian rebels attacked.", "rebels", "RUS"),
    ],
)
def test_who_backs_or_makes_a_force_is_not_whose_it_is(find: Find, text: str, word: str, country: str | None) -> None:
    assert [a.country for a in find(text, word)] == [country]
