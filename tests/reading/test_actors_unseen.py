"""Actors in constructions that articles nobody had read before brought up."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pourparler.records import Actor

#: Finds the actors of the last token that bears a word.
Find = Callable[..., tuple[Actor, ...]]


@pytest.mark.parametrize(
    ("text", "word", "codes"),
    [
        # a continent's word is no state's
        ("Norway met Ole Berg. The South American country left.", "country", [None]),
        ("Peru met Norway. The South American country left.", "country", ["PER GOV"]),
        ("Latin American diplomats met in Oslo.", "diplomats", [None]),
        ("American diplomats met in Oslo.", "diplomats", ["USA GOV"]),
        # people are not their state
        ("Some Turkish-Americans were beaten.", "Americans", [None]),
        ("Venezuela deported several Colombians.", "Colombians", ["COL CVL"]),
        ("Some thirty Laotians surrounded a post.", "Laotians", ["LAO GOV"]),
        # one body each, though the tables know only the second's by name
        ("Kyrgyz and Tajik border guards fired.", "guards", ["KGZ COP", "TJK COP"]),
        # whose chief of staff
        ("Oman's chief of staff visited Laos.", "chief", ["OMN MIL"]),
        ("The chief of staff of the Omani president left.", "chief", ["OMN GOV"]),
        ("White House chief of staff Ana Vik visited Laos.", "Vik", ["USA GOV"]),
        # ships of a state that tells of its own fleet may be of any arm
        ("The Philippine Coast Guard left. Philippine vessels fired.", "vessels", ["PHL GOV"]),
        ("Lao vessels fired.", "vessels", ["LAO CVL"]),
        ("The Philippine Coast Guard left. Philippine trawlers fired.", "trawlers", ["PHL CVL"]),
        # counterparts without a possessor
        ("The Omani defence minister phoned Thai and Lao counterparts.", "counterparts", ["THA MIL", "LAO MIL"]),
        # "it" after a body whose last word alone is a person
        ("Riga's coast guard fired. Oman's coast guard said no. Later, it accused Riga of lies.", "it", ["OMN COP"]),
    ],
)
def test_words_name_the_party_that_is_meant(find: Find, text: str, word: str, codes: list[str | None]) -> None:
    assert [actor.code for actor in find(text, word)] == codes


@pytest.mark.parametrize(
    ("text", "word", "person"),
    [
        ("Norwegian Prime Minister Ole De Vik left. De Vik returned.", "Vik", "Ole De Vik"),
        ("Norwegian minister Ole Berg-Dahl left. Berg-Dahl returned.", "Dahl", "Ole Berg-Dahl"),
        ("Norwegian minister Ole Berg left. De Vik returned.", "Vik", "De Vik"),
        # a plural noun is no title of one name
        ("It began when gunmen Berg called rebels fired. Norwegian President Ole Berg left.", "Berg", "Ole Berg"),
    ],
)
def test_a_part_of_a_name_is_the_same_person(find: Find, text: str, word: str, person: str) -> None:
    assert find(text, word)[0].person == person


def test_a_plural_before_a_name_is_not_quoted_with_it(find: Find) -> None:
    assert find("Norwegian President Ole Berg left. Gunmen Berg called rebels fired.", "Berg")[0].text == "Berg"


@pytest.mark.parametrize(
    ("text", "word", "office", "country"),
    [
        ("Latvia summoned Oman's consul general Ole Berg.", "Berg", "consul general", "OMN"),
        ("The Omani Chief of Defence Staff (CDS), Ole Berg, left.", "Berg", "chief of the defence staff", "OMN"),
        ("A spokesperson for Omani Trade Minister Ole Berg spoke.", "Berg", "trade minister", "OMN"),
        ("A spokesperson for Omani Trade Minister Ole Berg spoke.", "spokesperson", "spokesperson", "OMN"),
        ("Omani Minister of State Ole Berg spoke.", "Berg", "minister of state", "OMN"),
        # whose counterpart: hers who is told of beside it
        (
            "Lao ambassador Nils Dahl left. Oman's foreign minister Ana Vik met her Thai counterpart, Ole Berg.",
            "Berg", "foreign minister", "THA",
        ),
        # a list whose first is another state's
        ("Oman's president Ana Vik and foreign minister Ole Berg came to Oslo.", "Berg", "foreign minister", None),
    ],
)  # fmt: skip
def test_an_office_is_the_holders(find: Find, text: str, word: str, office: str, country: str | None) -> None:
    (actor,) = find(text, word, "OSLO")
    assert (actor.office, actor.country) == (office, country)


@pytest.mark.parametrize(
    ("text", "word", "anonymous"),
    [
        ("Oman's foreign minister spoke.", "minister", False),
        ("Niger's army chief spoke.", "chief", False),
        ("An Omani minister spoke.", "minister", True),
        ("Omani officials spoke.", "officials", True),
    ],
)
def test_who_alone_holds_an_office_is_not_anonymous(find: Find, text: str, word: str, anonymous: bool) -> None:
    assert find(text, word)[0].anonymous is anonymous


@pytest.mark.parametrize(
    ("text", "word", "organisation"),
    [
        ("Myanmar's Border Guard Police (BGP) fired.", "Police", "Border Guard Police"),
        ("Omani security services fired.", "services", "Omani security services"),
        ("The Defence Chiefs of Oman met.", "Chiefs", None),
        ("Oman's Chief of Defence Staff Ole Berg met Ana Vik.", "Berg", None),
        ("The Omani Ministry of the Free Forces (MFF) met. MFF left.", "MFF", None),
    ],
)
def test_a_body_has_the_name_that_the_text_gives_it(find: Find, text: str, word: str, organisation: str | None) -> None:
    assert find(text, word)[0].organisation == organisation


def test_a_short_name_may_begin_with_the_ministry(find: Find) -> None:
    assert find("The Omani Ministry of the Free Forces (MFF) met. MFF left.", "MFF")[0].country == "OMN"


def test_a_short_name_has_the_state_beside_it(find: Find) -> None:
    assert find("The Chief of Defence Staff (CDS), Ole Berg, left. Oman's CDS fell ill.", "CDS")[0].code == "OMN MIL"


@pytest.mark.parametrize(
    ("text", "country"),
    [
        # the article tells of one state's minister, of whom this is one
        ("The Omani foreign minister left. Foreign Minister Ole Berg spoke.", "OMN"),
        ("Omani foreign minister Ana Vik left. Foreign Minister Ole Berg spoke.", "NOR"),
        ("The Omani and the Lao foreign ministers left. Foreign Minister Ole Berg spoke.", "NOR"),
        # the state at home has another
        ("Norwegian foreign minister Ana Vik left. Foreign Minister Ole Berg spoke.", None),
        ("Norwegian president Ana Vik met Foreign Minister Ole Berg.", None),
        ("Norwegian president Ana Vik thanked Foreign Minister Ole Berg.", "NOR"),
    ],
)
def test_a_bare_office_is_of_the_state_that_is_left(find: Find, text: str, country: str | None) -> None:
    assert find(text, "Berg", "OSLO")[0].country == country


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Mexico and Peru met. Norway and Oman share a sea. The two feuding countries met.", [None]),
        (
            "Norway left Oman. Norway hit Oman. Mexico and Peru met Oman and Norway. The two feuding countries met.",
            ["NOR GOV", "OMN GOV"],
        ),
    ],
)
def test_those_at_odds_are_whom_the_article_is_about(find: Find, text: str, codes: list[str | None]) -> None:
    assert sorted((actor.code for actor in find(text, "countries")), key=str) == codes


@pytest.mark.parametrize(
    ("text", "word", "code"),
    [
        ("Omani president Ana Vik spoke. The Vik administration left.", "administration", "OMN GOV"),
        ("Ole Berg met Ana Vik. The Vik administration left.", "administration", None),
        ("The deputy to the Omani foreign ministry, Ole Berg, spoke.", "Berg", "OMN GOV"),
        ("Permanent Secretary Ole Berg of Oman spoke.", "Berg", "OMN GOV"),
        ("Norway summoned on Saturday Oman's ambassador Ole Berg.", "Berg", "OMN GOV"),
        ("British U.N. Ambassador Ole Berg spoke.", "Berg", "GBR GOV"),
        ("The Greek coast guard left. A Greek coast guard ship fired. The Greek crew fired.", "ship", "GRC COP"),
    ],
)
def test_a_party_is_of_the_state_that_its_words_tell(find: Find, text: str, word: str, code: str | None) -> None:
    assert find(text, word, "OSLO")[0].code == code


def test_the_place_of_a_dateline_acts_nowhere(find: Find) -> None:
    assert find("SAN JOSE - Talks with Managua were held.", "JOSE", "SAN JOSE")[0].code is None


def test_a_day_is_no_word_of_a_title(find: Find) -> None:
    assert find("Norway summoned on Saturday Oman's ambassador Ole Berg.", "ambassador")[0].text.startswith("Oman")


@pytest.mark.parametrize(
    ("text", "office"),
    [
        ("Lao minister Ole Berg met his Thai counterpart.", "minister"),
        ("Lao minister Ole Berg asked the envoy and his Thai counterpart to leave.", None),
    ],
)
def test_a_counterpart_of_either_has_no_office(find: Find, text: str, office: str | None) -> None:
    assert find(text, "counterpart")[0].office == office


def test_he_is_who_is_spoken_for(find: Find) -> None:
    text = "A spokesperson for Omani minister Ole Berg said Riga had phoned him."
    assert find(text, "him")[0].person == "Ole Berg"
