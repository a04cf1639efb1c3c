"""Classes of deeds that coders of political events know: protests, violence at home, demands, withdrawals."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pourparler.records import Event, Factuality, Reading

Read = Callable[[str], Reading]


def told(event: Event) -> tuple[str, list[str | None], list[str | None]]:
    return event.type, [a.code for a in event.actors], [a.code for a in event.recipients]


CLASSES = [
    ("Thousands of Georgians protested in Tbilisi on Friday.", "PROTEST", "GEO CVL", ""),
    ("Demonstrators in Baghdad blocked a bridge over the price of bread.", "PROTEST", "IRQ CVL", ""),
    ("Protesters burned the Chinese flag in Manila.", "PROTEST", "PHL CVL", "CHN GOV"),
    ("Hundreds of Kenyan students rallied outside the Ugandan embassy.", "PROTEST", "KEN CVL", "UGA GOV"),
    ("Polish farmers began a hunger strike to protest against Ukraine's grain.", "PROTEST", "POL CVL", "UKR GOV"),
    ("Boko Haram killed 20 villagers in northern Nigeria on Sunday.", "ASSAULT", "NGA REB", "NGA CVL"),
    ("An Israeli air strike killed three people in southern Lebanon.", "ASSAULT", "ISR GOV", "LBN CVL"),
    ("Iranian police used tear gas against students in Tehran.", "ASSAULT", "IRN COP", "IRN EDU"),
    ("Police in Belarus detained dozens of protesters in Minsk.", "COERCE", "BLR COP", ""),
    ("Belarus imposed a curfew in Minsk after the marches.", "COERCE", "BLR GOV", ""),
    ("Turkey said that Sweden must hand over the two suspects.", "REQUEST", "TUR GOV", "SWE GOV"),
    ("Poland wants Lithuania to widen the road to the border.", "REQUEST", "POL GOV", "LTU GOV"),
    ("Turkey renewed an appeal to Belgium over the suspect.", "REQUEST", "TUR GOV", "BEL GOV"),
    ("Moscow is ready to help Iran with its reactor.", "AGREE", "RUS GOV", "IRN GOV"),
    ("Austria announced an aid package for Moldova on Friday.", "AGREE", "AUT GOV", "MDA GOV"),
    ("Israeli troops withdrew from southern Lebanon on Monday.", "RETREAT", "ISR MIL", "LBN GOV"),
    ("Israel released a Palestinian lawmaker on Sunday.", "RETREAT", "ISR GOV", "PSE LEG"),
    ("The Israeli army lifted a curfew on Palestinians in Hebron.", "CONCEDE", "ISR MIL", "PSE GOV"),
    ("Russia expelled inspectors of the United Nations.", "SANCTION", "RUS GOV", "UN IGO"),
    ("Russia threatened to stop the talks with Finland.", "THREATEN", "RUS GOV", "FIN GOV"),
    ("Poland has strengthened its forces on the border with Belarus.", "MOBILIZE", "POL GOV", "BLR GOV"),
    ("China launched war games around Taiwan on Monday.", "MOBILIZE", "CHN GOV", ""),
    ("Poland and Lithuania launched war games on Monday.", "COOPERATE", "POL GOV", "LTU GOV"),
    ("Hamas rejected a peace plan on Tuesday.", "REJECT", "PSE REB", ""),
]


@pytest.mark.parametrize(("text", "kind", "actor", "recipient"), CLASSES)
def test_a_deed_of_each_class_is_read(read: Read, text: str, kind: str, actor: str, recipient: str) -> None:
    assert (kind, [actor], [recipient] if recipient else []) in [told(e) for e in read(text).events]


@pytest.mark.parametrize(
    "text",
    [
        "Norwegian engineers demonstrated the new device in Tromsø.",
        "The Norwegian party held a rally before the vote.",
        "Norwegian shares rallied on Monday.",
        "Farmers blocked the road for a day.",
        "The Norwegian minister said that Sweden must know the price.",
        "Norwegian coach Ole Berg said that his team must win.",
        "The Norwegian ministry said that the fleet should be ready.",
        "Norway is ready for the winter.",
        "Norway released a report on fishing.",
        "Two Norwegian trawlers crossed the line into Russian waters.",
        "A collision between a Norwegian and a Russian patrol boat hurt nobody.",
        "The ships would meet, provided the Norwegian army withdraws from the hill.",
    ],
)
def test_what_looks_like_such_a_deed_is_none(read: Read, text: str) -> None:
    assert read(text).events == ()


def test_a_demand_by_a_modal_is_made(read: Read) -> None:
    (event,) = read("The Ukrainian president said that Russia must withdraw its troops.").events
    assert event.factuality is Factuality.ACTUAL


def test_whoever_is_received_may_speak_next(read: Read) -> None:
    text = "The Turkish envoy was received by the Greek minister and accused Cyprus of lying."
    assert ("ACCUSE", ["TUR GOV"], ["CYP GOV"]) in [told(e) for e in read(text).events]


def test_those_killed_by_a_shelling_are_no_second_deed(read: Read) -> None:
    text = "Rwandan troops shelled the Congolese town of Goma, killing six people."
    assert len([e for e in read(text).events if e.type == "ASSAULT"]) == 1


def test_who_clashes_near_a_border_clashes_with_the_other_and_not_with_the_neighbour(read: Read) -> None:
    (event,) = read("Colombian troops clashed with ELN guerrillas near the Venezuelan border.").events
    assert told(event) == ("ASSAULT", ["COL MIL"], ["COL REB"])


def test_it_that_is_fired_at_for_an_intrusion_intruded(read: Read) -> None:
    text = "The Finnish army fired warning shots at a Russian plane after it violated its airspace."
    (intrusion,) = [i for i in read(text).incidents if i.action == "violate airspace"]
    assert [a.code for a in intrusion.by] == ["RUS MIL"]
    assert {a.country for a in intrusion.parties} == {"RUS", "FIN"}


def test_an_identification_zone_is_neither_waters_nor_airspace(read: Read) -> None:
    (incident,) = read("Two Russian bombers entered Japan's air defence identification zone on Tuesday.").incidents
    assert incident.action == "fly near"


def test_a_protest_told_to_a_council_is_about_whose_deed_it_names(read: Read) -> None:
    (event,) = read("Israel lodged a protest with the United Nations over Iran's missile test.").events[:1]
    assert told(event) == ("ACCUSE", ["ISR GOV"], ["IRN GOV"])


@pytest.mark.parametrize(
    ("text", "kind", "actor", "recipient"),
    [
        ("A protest by thousands of Georgians against Russia filled the square.", "PROTEST", "GEO CVL", "RUS GOV"),
        ("Bangladeshi police fired on students in Dhaka.", "ASSAULT", "BGD COP", "BGD EDU"),
        ("Japan provided Vietnam with patrol boats.", "AID", "JPN GOV", "VNM GOV"),
        ("A Turkish court jailed two journalists on Monday.", "COERCE", "TUR JUD", ""),
    ],
)
def test_a_deed_at_home_or_by_another_word_is_read(
    read: Read, text: str, kind: str, actor: str, recipient: str
) -> None:
    assert (kind, [actor], [recipient] if recipient else []) in [told(e) for e in read(text).events]


def test_a_protest_by_ministries_is_none_of_the_people(read: Read) -> None:
    assert read("The Russian protest comes a day after the vote.").events == ()
