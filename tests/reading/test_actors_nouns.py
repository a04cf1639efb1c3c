"""Common nouns that stand for a party named elsewhere: bodies, counterparts, epithets, pairs, short names."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pourparler.reading.levels import level_of
from pourparler.reading.tables import rows
from pourparler.records import Actor

Find = Callable[..., tuple[Actor, ...]]


def codes(actors: tuple[Actor, ...]) -> list[str | None]:
    return sorted((actor.code for actor in actors), key=str)


@pytest.mark.parametrize(
    ("text", "word", "code"),
    [
        ("Sweden left. In Islamabad, the foreign ministry said no.", "ministry", "PAK GOV"),
        ("The Omani army and the Qatari army met. The army said no.", "army", None),
        ("The Omani army met the envoy. The army said no.", "army", "OMN MIL"),
        ("The Omani ministry left. The defence ministry said no. The ministry spoke.", "ministry", "OMN MIL"),
        ("A senior Norwegian officer spoke. The officer said no.", "officer", "NOR MIL"),
        ("The South Sudan People's Defence Forces (SSX) fired. An SSX soldier died.", "soldier", "SSD MIL"),
        ("Pakistan Rangers left. The Rangers said no.", "Rangers", "PAK COP"),
        ("Armenia said Baku blamed its neighbour.", "neighbour", "ARM GOV"),
        ("Norway praised a key Hezbollah ally.", "ally", None),
        ("Norwegian troops in Mali left.", "troops", "NOR MIL"),
        ("Troops in Mali left.", "Troops", None),
        ("The Garo National Liberation Army fired.", "Army", None),
    ],
)
def test_a_noun_is_the_one_party_it_can_mean(find: Find, text: str, word: str, code: str | None) -> None:
    assert find(text, word)[0].code == code


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The foreign ministry summoned India's envoy.", "PAK GOV"),
        ("India's army left. The foreign ministry said no.", "PAK GOV"),
        ("India's foreign ministry left. The foreign ministry said no.", "IND GOV"),
        ("India's foreign ministry left. Norway laughed. The foreign ministry said no.", None),
        ("The council said no.", None),
        ("The embassy said no.", None),
    ],
)
def test_a_bare_body_is_of_the_datelines_state_where_that_is_plain(find: Find, text: str, code: str | None) -> None:
    word = next(w for w in ("embassy", "council", "ministry") if w in text)
    actor = find(text, word, "ISLAMABAD")[0]
    assert actor.code == code


@pytest.mark.parametrize(
    ("text", "code", "office"),
    [
        ("Pakistan's military rang its Indian counterpart.", "IND MIL", None),
        ("Norwegian Defence Minister Ole Berg rang his Omani counterpart.", "OMN MIL", "defence minister"),
        ("Norwegian Defence Minister Ole Berg rang his counterpart from Oman.", "OMN MIL", "defence minister"),
        ("Norwegian Defence Minister Ole Berg rang his counterpart.", None, "defence minister"),
    ],
)
def test_a_counterpart_holds_the_same_office_in_the_state_that_is_told(
    find: Find, text: str, code: str | None, office: str | None
) -> None:
    actor = find(text, "counterpart")[0]
    assert (actor.code, actor.office, actor.person) == (code, office, None)


@pytest.mark.parametrize("row", rows("epithets"), ids=lambda row: row["phrases"])
def test_an_epithet_is_the_one_party_named_before_that_may_bear_it(find: Find, row: dict[str, str]) -> None:
    word = next(w for w in reversed(row["example"].replace(".", "").split()) if w != "left")
    (actor,) = find(row["example"], word.rpartition("-")[2] if word == "city-state" else word)
    assert {actor.country, (actor.code or " ").split()[0]} & set(row["parties"].split())


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("North Korea fired. South Korea protested. The South left.", "South", ["KOR GOV"]),
        ("South Korea protested. The South left.", "South", [None]),
        ("Jordan and Norway met. The kingdom left.", "kingdom", [None]),
        ("The lines of South and North Korea rang.", "Korea", ["KOR GOV", "PRK GOV"]),
        ("Thailand and Cambodia talked. The neighbours left.", "neighbours", ["KHM GOV", "THA GOV"]),
        ("Thailand and Cambodia talked. Malaysia urged both sides to wait.", "sides", ["KHM GOV", "THA GOV"]),
        ("Thailand and Cambodia talked. Field commanders from both sides met.", "commanders", ["KHM MIL", "THA MIL"]),
        (
            "Thai troops fired. Thailand and Cambodia met. Cambodia left. Malaysia and Norway helped. Both sides left.",
            "sides",
            ["KHM GOV", "THA GOV"],
        ),
    ],
)
def test_halves_and_pairs_are_those_named(find: Find, text: str, word: str, expected: list[str | None]) -> None:
    assert codes(find(text, word)) == expected


@pytest.mark.parametrize(
    ("text", "word", "code"),
    [
        ("Talks in Beijing ended.", "Beijing", None),
        ("Talks near Geneva in Norway ended.", "Norway", None),
        ("Beijing ended the talks.", "Beijing", "CHN GOV"),
        ("Norway sent a letter to Beijing.", "Beijing", "CHN GOV"),
    ],
)
def test_a_capital_where_something_happens_is_no_party(find: Find, text: str, word: str, code: str | None) -> None:
    assert find(text, word)[0].code == code


@pytest.mark.parametrize("row", rows("levels"), ids=lambda row: row["example"])
def test_the_first_words_that_stand_in_an_office_tell_its_level(row: dict[str, str]) -> None:
    country = row["countries"].split(";")[0] or None
    assert level_of(Actor(text="x", start=0, end=1, office=row["example"], country=country)) == row["level"]
