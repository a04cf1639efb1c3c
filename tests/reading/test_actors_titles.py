"""People whom no table knows: what their titles, appositions and surnames tell."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pourparler.records import Actor

Find = Callable[..., tuple[Actor, ...]]


@pytest.mark.parametrize(
    ("text", "word", "code", "office"),
    [
        ("South Sudan's ambassador, Ms Mary Achol, arrived.", "Mary", "SSD GOV", "ambassador"),
        ("Norway's deputy minister, Col (retd) Ole Berg, arrived.", "Berg", "NOR GOV", "deputy minister"),
        ("Ana Ruiz, the Peruvian foreign minister, arrived.", "Ana", "PER GOV", "foreign minister"),
        ("Ana Ruiz arrived. Ruiz, the Peruvian foreign minister, left.", "Ruiz", "PER GOV", "foreign minister"),
        ("The Omani ambassador (Ole Berg) arrived.", "Berg", "OMN GOV", "ambassador"),
        ("The Prime Minister of Qatar, Sheikh Hamad Dahl, arrived.", "Hamad", "QAT GOV", "prime minister"),
        ("Norwegian army spokesman Colonel Ole Berg arrived.", "Berg", "NOR MIL", "army spokesman"),
        ("Norwegian defence spokesman Ole Berg arrived.", "Berg", "NOR MIL", "spokesman"),
        ("Norway's deputy culture minister Ole Berg arrived.", "Berg", "NOR GOV", "deputy culture minister"),
        ("Colonel Ole Berg, who heads the Norwegian navy, arrived.", "Berg", "NOR MIL", "colonel"),
        ("Group Captain Ole Berg of the Indian Air Force arrived.", "Berg", "IND MIL", "colonel"),
        ("Norwegian foreign ministers Ole Berg and Ana Vik arrived.", "Vik", None, "foreign minister"),
        ("Norway's army denied it. Colonel Ole Berg, its spokesman, spoke.", "Berg", "NOR MIL", "spokesman"),
        (
            "Norwegian Defence Minister Ole Berg left. His successor, Ana Vik, spoke.",
            "Vik",
            "NOR GOV",
            "defence minister",
        ),
        ("Ole Berg, a loyal supporter of Russia, spoke.", "Berg", None, None),
        ("Russia received an invitation for State Secretary Ole Berg.", "Berg", None, "state secretary"),
        ("Chile's captain, Ana Vik, spoke.", "Vik", None, None),
    ],
)
def test_a_title_tells_office_and_side(find: Find, text: str, word: str, code: str | None, office: str | None) -> None:
    (actor,) = find(text, word)
    assert (actor.code, actor.office) == (code, office)


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Envoy for Syria Ole Berg arrived in Norway.", None),
        ("Norwegian envoy for Syria Ole Berg arrived.", "NOR"),
        ("Ole Berg, spokesman for Norway, arrived.", "NOR"),
    ],
)
def test_a_state_that_an_office_deals_with_is_not_whose_it_is(find: Find, text: str, country: str | None) -> None:
    assert find(text, "Berg")[0].country == country


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("Berg in Oslo for talks. Norwegian envoy Ole Berg arrived. Berg spoke.", "Ole Berg"),
        ("Norwegian envoy Ole Berg met Swedish envoy Nils Berg. Berg spoke.", None),
    ],
)
def test_a_surname_is_of_the_one_who_bears_it(find: Find, text: str, person: str | None) -> None:
    actor = find(text, "Berg")[0]
    assert (actor.person if actor.country else None) == person


@pytest.mark.parametrize(
    ("text", "dateline", "country"),
    [
        ("Army spokesman Ole Berg spoke.", "OSLO", "NOR"),
        ("Army spokesman Ole Berg spoke.", None, None),
        ("Sweden met Riga. Army spokesman Ole Berg spoke.", "OSLO", None),
        ("Permanent Secretary Ole Berg spoke.", "OSLO", "NOR"),
        ("Ambassador Ole Berg spoke.", "OSLO", None),
        ("Secretary-General Ole Berg spoke.", "OSLO", None),
        ("Norway is cold. Army spokesman Ole Berg spoke.", "BERGEN", "NOR"),
    ],
)
def test_a_bare_title_is_of_the_datelines_state_only_where_no_other_may_be_meant(
    find: Find, text: str, dateline: str | None, country: str | None
) -> None:
    assert find(text, "Berg", dateline)[0].country == country


@pytest.mark.parametrize(("title", "country"), [("Defense Secretary", None), ("Defense Minister", "NOR")])
def test_a_secretary_in_a_capital_that_has_ministers_is_a_guest(
    find: Callable[..., tuple[Actor, ...]], title: str, country: str | None
) -> None:
    (actor,) = find(f"{title} Warren Hall spoke. Latvia left.", "Hall", dateline="OSLO, March 4")
    assert actor.country == country
