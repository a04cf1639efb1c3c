"""Encounters of forces: who did what to whom, where, and what is no encounter at all."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pourparler.records import Actor, Incident, Reading

Read = Callable[[str], Reading]


def codes(actors: tuple[Actor, ...]) -> list[str | None]:
    return [actor.code for actor in actors]


def told(incident: Incident) -> tuple[str, list[str | None], list[str | None]]:
    return incident.action, codes(incident.by), codes(incident.parties)


#: Sentence, action, who acted, all parties.
ENCOUNTERS = [
    ("A Venezuelan Su-30 intercepted a U.S. Navy EP-3 over the Caribbean.", "intercept", "VEN MIL", "VEN MIL, USA MIL"),
    ("Cambodian troops opened fire on a Thai patrol at dawn.", "shoot at", "KHM MIL", "KHM MIL, THA MIL"),
    ("Ugandan soldiers came under fire from South Sudanese troops.", "shoot at", "SSD MIL", "SSD MIL, UGA MIL"),
    ("Gunfire was exchanged between Afghan and Pakistani soldiers.", "clash", "AFG MIL, PAK MIL", "AFG MIL, PAK MIL"),
    ("Chinese fighter jets locked radar on Japanese planes.", "lock radar", "CHN MIL", "CHN MIL, JPN MIL"),
    ("Two Chinese ships used water cannon against a Philippine boat.", "water cannon", "CHN CVL", "CHN CVL, PHL CVL"),
    ("A Russian Su-27 came within five metres of a U.S. Navy P-8.", "approach", "RUS MIL", "RUS MIL, USA MIL"),
    ("Six Japanese fishermen were detained near the island of Shikotan.", "detain", "", "JPN CVL"),
    ("A Turkish drone was shot down over the village of Derik.", "shoot down", "", "TUR MIL"),
    ("The Ugandans crossed four kilometres into Rwanda.", "cross the border", "UGA MIL", "UGA MIL, RWA GOV"),
    ("North Korea launched a spy satellite on Tuesday.", "launch satellite", "PRK GOV", "PRK GOV"),
    ("A Peruvian police launch fired at a Chilean fishing boat.", "shoot at", "PER COP", "PER COP, CHL CVL"),
    ("Iranian gunboats blocked the Kuwaiti drill-ship.", "block", "IRN MIL", "IRN MIL, KWT CVL"),
    ("A Bolivian patrol was attacked with machetes.", "attack", "", "BOL MIL"),
    ("The Greek frigate directed its radar at a Turkish drone.", "lock radar", "GRC MIL", "GRC MIL, TUR MIL"),
    ("Six Iranian guards intruded into Iraqi territory.", "enter territory", "IRN MIL", "IRN MIL, IRQ GOV"),
    ("An Iranian corvette intruded into Omani waters.", "enter waters", "IRN MIL", "IRN MIL, OMN GOV"),
    ("Indian soldiers dug a trench on the Chinese side.", "dig in", "IND MIL", "IND MIL, CHN GOV"),
    ("The Omani coast guard took two Iranian fishermen to Muscat.", "detain", "OMN COP", "OMN COP, IRN CVL"),
    ("Finnish jets were scrambled to identify a Russian bomber.", "scramble", "FIN MIL", "FIN MIL, RUS MIL"),
    ("The Peruvian trawler sank while being chased by a Chilean cutter.", "chase", "CHL COP", "CHL COP, PER CVL"),
    ("Israeli jets bombed a depot in Syria.", "bomb", "ISR MIL", "ISR MIL, SYR GOV"),
    ("Azerbaijani artillery shelled Goris.", "shell", "AZE MIL", "AZE MIL, ARM GOV"),
    ("Israeli airstrikes killed two Iranian generals.", "kill", "ISR GOV", "ISR GOV, IRN MIL"),
    ("Iran struck Israeli targets in Iraq.", "hit", "IRN GOV", "IRN GOV, ISR GOV"),
    ("Hamas fired rockets at Israel.", "fire missile at", "PSE REB", "PSE REB, ISR GOV"),
    ("Chad and Libya exchanged fire along their border.", "clash", "TCD GOV, LBY GOV", "TCD GOV, LBY GOV"),
    ("Chadian police exchanged fire with Libyan militia.", "clash", "TCD COP, LBY PRM", "TCD COP, LBY PRM"),
    ("Two Georgian soldiers were killed in Russian shelling.", "shell", "RUS MIL", "RUS MIL, GEO MIL"),
    ("Saudi jets carried out air strikes inside Yemen.", "strike", "SAU MIL", "SAU MIL, YEM GOV"),
    ("Algeria massed troops along the border with Mali.", "deploy", "DZA GOV", "DZA GOV, MLI GOV"),
    ("Chad deployed soldiers to the Libyan border.", "deploy", "TCD GOV", "TCD GOV"),
    ("Rwanda accused Burundi of violating its airspace.", "violate airspace", "BDI GOV", "BDI GOV, RWA GOV"),
    ("Sweden scrambled two JAS-39s after a Russian plane came close.", "scramble", "SWE GOV", "SWE GOV"),
    ("The destroyer USS Milton transited the Taiwan Strait.", "transit", "USA MIL", "USA MIL"),
    ("A Russian cutter fired warning shots at HMS Argyle.", "fire warning shots", "RUS COP", "RUS COP, GBR MIL"),
    ("The Danish navy followed a Russian corvette.", "shadow", "DNK MIL", "DNK MIL, RUS MIL"),
    ("Ugandan soldiers arrested two Kenyan police officers.", "detain", "UGA MIL", "UGA MIL, KEN COP"),
]

#: Deeds told by a noun.
NOMINAL = [
    ("Norway and Russia gave conflicting accounts of a border clash.", "clash", "NOR GOV, RUS GOV"),
    ("The shelling of two villages by Pakistani troops went on.", "shell", "PAK MIL"),
    ("Iran's seizure of a Greek tanker raised the price of oil.", "seize", "IRN GOV"),
    ("Greece protested a violation of its airspace by Turkish jets.", "violate airspace", "TUR MIL"),
    ("Soldiers died in the Eritrean army's attack on an Ethiopian post.", "attack", "ERI MIL"),
]


@pytest.mark.parametrize(("text", "action", "by", "parties"), ENCOUNTERS)
def test_an_encounter_names_who_acted_and_every_party(
    read: Read, text: str, action: str, by: str, parties: str
) -> None:
    (incident,) = read(text).incidents
    assert told(incident) == (action, by.split(", ") if by else [], parties.split(", "))


@pytest.mark.parametrize(("text", "action", "by"), NOMINAL)
def test_a_noun_tells_a_deed_as_a_verb_does(read: Read, text: str, action: str, by: str) -> None:
    assert (action, by.split(", ")) in [told(i)[:2] for i in read(text).incidents]


def test_who_is_accused_of_a_deed_did_it_not_who_accuses(read: Read) -> None:
    (incident,) = read("Norway denounced the Russian army for firing at a Norwegian fishing boat.").incidents
    assert codes(incident.by) == ["RUS MIL"]


def test_a_side_that_tells_it_otherwise_gives_a_row_of_its_own(read: Read) -> None:
    text = "China said it had driven away the Philippine boat. Manila said the boat had sailed freely near the shoal."
    reading = read(text)
    sources = [[reading[s].source.country for s in i.according_to] for i in reading.incidents]  # type: ignore[union-attr]
    assert sources[0] == ["CHN"]


@pytest.mark.parametrize(
    ("text", "by", "parties"),
    [
        (
            "A Chinese cutter chased a Vietnamese fishing boat. The cutter then rammed the boat.",
            ["CHN COP"],
            ["CHN COP", "VNM CVL"],
        ),
        (
            "A Chinese J-16 intercepted a Canadian helicopter. It released flares ahead of the helicopter.",
            ["CHN MIL"],
            ["CHN MIL", "CAN MIL"],
        ),
        (
            "Two Russian bombers were seen in the North Sea. They came within ten miles of the coast.",
            ["RUS MIL"],
            ["RUS MIL"],
        ),
    ],
)
def test_a_ship_or_aircraft_told_before_is_a_party_again(
    read: Read, text: str, by: list[str], parties: list[str]
) -> None:
    incident = read(text).incidents[-1]
    assert (codes(incident.by), codes(incident.parties)) == (by, parties)


def test_a_ship_of_one_of_two_states_told_before_is_nobodys(read: Read) -> None:
    text = "A Thai boat passed a Cambodian boat. A Chinese cutter rammed the boat."
    assert codes(read(text).incidents[-1].parties) == ["CHN COP"]


def test_what_is_denied_is_told_as_negated_under_the_denial(read: Read) -> None:
    reading = read("Pakistan's foreign ministry denied shelling two Indian villages.")
    (incident,) = reading.incidents
    assert incident.factuality == "negated"
    assert [reading[s].stance for s in incident.according_to] == ["denies"]  # type: ignore[union-attr]


def test_whose_airspace_it_was_is_a_party(read: Read) -> None:
    (incident,) = read("Two bombers from Russia violated Estonian airspace.").incidents
    assert codes(incident.parties) == ["RUS MIL", "EST GOV"]


def test_a_pronoun_never_violates_its_own_airspace(read: Read) -> None:
    text = "A US Air Force jet shot down the balloon on Saturday, a week after it entered US airspace."
    entered = [i for i in read(text).incidents if i.action == "enter waters"]
    assert [code for i in entered for code in codes(i.by)] == []


def test_platforms_have_type_name_operator_and_number(read: Read) -> None:
    (incident,) = read("Two Russian Tu-95 bombers were intercepted by a British frigate.").incidents
    told_ = {(p.type, p.name, p.operator, p.count) for p in incident.platforms}
    assert told_ == {("bomber", "Tu-95", "RUS MIL", 2), ("frigate", None, "GBR MIL", 1)}


def test_a_reef_no_table_knows_is_where_it_happened(read: Read) -> None:
    (incident,) = read("A Chinese cutter rammed a Philippine boat off the Bajau Islands.").incidents
    assert incident.where is not None
    assert (incident.where.name, incident.where.country) == ("Bajau Islands", None)


@pytest.mark.parametrize(
    "text",
    [
        "The Norwegian minister sailed through the hearing.",
        "A clash of cultures between Norway and Russia filled the debate.",
        "The airline opened fire on a Russian rival over fares.",
        "Norwegian police shot a Norwegian burglar.",
        "Russia threatened to send jets over the Norwegian coast.",
        "The Russian envoy was asked whether troops had crossed the border.",
        "The navies of Norway and Russia held an exercise.",
        "A US drone crashed into the Black Sea.",
        "A wedding helicopter flew over the cathedral.",
        "The sanctions are an effort to force it to withdraw its troops from Norway.",
    ],
)
def test_metaphor_crime_threats_questions_and_exercises_are_no_encounters(read: Read, text: str) -> None:
    assert read(text).incidents == ()
