"""Bodies and outlets: which one a noun, an acronym or an unlisted name stands for, and nobody where two may be."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pourparler.records import Actor

Find = Callable[..., tuple[Actor, ...]]


def codes(actors: tuple[Actor, ...]) -> list[str | None]:
    return [actor.code for actor in actors]


@pytest.mark.parametrize(
    ("text", "word", "code"),
    [
        ("Oman's border committee spoke.", "committee", "OMN GOV"),
        ("The border committee of Thailand and Laos spoke.", "committee", None),
        ("A representative of the Kyrgyz border service spoke.", "representative", "KGZ COP"),
        ("The captain of a Lao ferry spoke.", "captain", "LAO CVL"),
        ("Oman's resupply mission left.", "mission", "OMN GOV"),
        ("Foreign Minister Badr Albusaidi of Oman spoke. Albusaidi's office spoke.", "office", "OMN GOV"),
        ("A number of Omani soldiers spoke.", "number", "OMN MIL"),
        ("Members of the UN Security Council spoke.", "Members", "UN IGO"),
        ("UN envoys met Oman. The Security Council spoke.", "Council", "UN IGO"),
        ("The Security Council of Russia spoke.", "Council", "RUS GOV"),
        ("The British Foreign Office summoned him. A Foreign Office spokesperson spoke.", "spokesperson", "GBR GOV"),
        ("The Jordanian royal spoke.", "royal", "JOR GOV"),
        ("Colombia met the ELN. The guerrilla group spoke.", "group", "COL REB"),
        ("Officials of the Omani Coast Guard (OCG) spoke. OCG spoke.", "OCG", "OMN COP"),
        ("Officials of the Omani Coast Guard spoke. The OCG spoke.", "OCG", "OMN COP"),
        ("Officials of the Omani Coast Guard spoke. The OCX spoke.", "OCX", None),
    ],
)
def test_a_body_is_of_its_own_state_and_kind(find: Find, text: str, word: str, code: str | None) -> None:
    assert codes(find(text, word)) == [code]


def test_a_name_with_and_in_it_is_one_body(find: Find) -> None:
    (actor,) = find("The Cambodian Mine Action and Victim Assistance Authority has condemned it.", "Action")
    assert (actor.code, actor.organisation) == ("KHM GOV", "Cambodian Mine Action and Victim Assistance Authority")


@pytest.mark.parametrize(
    ("text", "word", "code"),
    [
        ("AFP said that China and the Philippines met.", "AFP", "FRA JRN"),
        ("The Armed Forces of the Philippines (AFP) left. AFP said so.", "AFP", "PHL MIL"),
        ("An AFP correspondent in Manila saw the ship.", "correspondent", "FRA JRN"),
        ("Le Monde spoke. The Sarpsborg newspaper spoke.", "newspaper", None),
        ("Latvian agency Riga News spoke.", "agency", "LVA JRN"),
        ("A Lao army officer told state television of it.", "television", "LAO JRN"),
        ("State television spoke.", "television", None),
    ],
)
def test_an_outlet_is_the_one_that_is_named(find: Find, text: str, word: str, code: str | None) -> None:
    assert codes(find(text, word)) == [code]


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Norway and Russia met. Each side spoke.", "side", ["NOR GOV", "RUS GOV"]),
        ("Norway's king Ole Berg and Norway's queen Ana Vik saw Riga. The pair met.", "pair", [None]),
        ("Norway and Russia met. Each side of the road was closed.", "side", [None]),
        ("Norwegian and US military officials met.", "officials", ["NOR MIL", "USA MIL"]),
    ],
)
def test_two_states_on_one_noun_are_two_parties(find: Find, text: str, word: str, expected: list[str | None]) -> None:
    assert sorted(codes(find(text, word)), key=str) == expected


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The statement issued by the Omani navy began.", "OMN MIL"),
        ("An Omani navy officer spoke in a statement. The statement began.", "OMN MIL"),
        ("The statement began.", None),
    ],
)
def test_a_document_is_its_authors(find: Find, text: str, code: str | None) -> None:
    assert codes(find(text, "statement")) == [code]


@pytest.mark.parametrize(
    ("text", "word", "country"),
    [
        ("Oslo summoned the Latvian envoy. The foreign ministry spoke.", "ministry", "NOR"),
        ("Norway's government summoned the envoy. The foreign ministry spoke.", "ministry", "NOR"),
        ("Oslo met the Latvian envoy. The foreign ministry spoke.", "ministry", None),
    ],
)
def test_whoever_summons_an_envoy_is_at_home(find: Find, text: str, word: str, country: str | None) -> None:
    assert [a.country for a in find(text, word)] == [country]


@pytest.mark.parametrize(
    ("text", "word", "country"),
    [
        ("Latvia spoke. It came after the Omani navy said that it was leaving.", "it", "OMN"),
        ("Latvia spoke. It came after midnight.", "It", None),
        ("Omani foreign minister Ole Berg phoned his Lao counterpart Ana Vik. He told her so.", "He", "OMN"),
    ],
)
def test_a_pronoun_stands_for_a_party_and_not_for_an_event(
    find: Find, text: str, word: str, country: str | None
) -> None:
    assert [a.country for a in find(text, word)] == [country]


def test_a_secretary_of_state_is_known_by_the_office_of_a_foreign_minister(find: Find) -> None:
    text = "Secretary of State Antony Blinken said that China had left."
    assert codes(find(text, "Blinken")) == ["USA GOV"]


@pytest.mark.parametrize(
    ("text", "word", "code"),
    [
        ("Norway's ambassador came. Ambassador Ole Berg spoke.", "Berg", "NOR GOV"),
        ("Norway's ambassador met Latvia's ambassador. Ambassador Ole Berg spoke.", "Berg", None),
        ("Dhaka summons the Lao envoy. Foreign Secretary Ole Berg spoke.", "Berg", "BGD GOV"),
        ("Dhaka meets the Lao envoy. Foreign Secretary Ole Berg spoke.", "Berg", None),
        ("Oman's Border Protection Committee spoke. A source in the committee spoke.", "source", "OMN GOV"),
        ("The talks were in Oslo. A source in the committee spoke.", "source", None),
    ],
)
def test_whoever_has_a_title_alone_is_of_the_state_told_before(
    find: Find, text: str, word: str, code: str | None
) -> None:
    assert [a.code for a in find(text, word)][-1:] == [code]
