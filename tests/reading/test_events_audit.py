"""What fresh readers of real articles called wrong: deeds told twice, deeds that are none, and who did them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pourparler.records import Event, Factuality, Reading

Read = Callable[[str], Reading]


def told(event: Event) -> tuple[str, list[str | None], list[str | None]]:
    return event.type, [a.code for a in event.actors], [a.code for a in event.recipients]


TWICE = [
    ("Norway seized a Swedish trawler off Moss. The seizure of the Swedish trawler angered fishermen.", "COERCE"),
    ("Norway cut ties with Sweden. Oslo severed relations with Stockholm over the fence.", "SANCTION"),
    (
        "Oslo summoned the Swedish ambassador on Monday. Norway summoned the Swedish ambassador over the fence.",
        "ACCUSE",
    ),
    (
        "Norway severed relations with Sweden. The day before Oslo severed relations with Stockholm it rained.",
        "SANCTION",
    ),
    ("Swedish soldiers crossed the line at Moss. Crossing the line at Moss, Swedish soldiers met nobody.", "MOBILIZE"),
]


@pytest.mark.parametrize(("text", "kind"), TWICE)
def test_a_deed_told_again_in_the_same_words_is_one_event(read: Read, text: str, kind: str) -> None:
    assert len([e for e in read(text).events if e.type == kind]) == 1


def test_of_two_tellings_the_dated_one_stays(read: Read) -> None:
    text = "Norway expelled two Swedish diplomats. On Friday Norway expelled two Swedish diplomats over the fence."
    (event,) = (e for e in read(text).events if e.type == "SANCTION")
    assert event.when is not None
    assert event.when.text == "On Friday"


DIFFERENT = [
    ("Norway demanded an apology from Sweden. Norway demanded the return of a trawler from Sweden.", "REQUEST"),
    (
        "Norway expelled two Swedish diplomats in May 2019. Norway expelled two Swedish diplomats in June 2021.",
        "SANCTION",
    ),
    ("Two Swedish cutters intercepted a Norwegian boat. Three Swedish cutters intercepted a Norwegian boat.", "COERCE"),
]


@pytest.mark.parametrize(("text", "kind"), DIFFERENT)
def test_other_demands_other_days_and_other_numbers_are_other_deeds(read: Read, text: str, kind: str) -> None:
    assert len([e for e in read(text).events if e.type == kind]) == 2


WHO = [
    ("Ethiopian rebel fighters attacked a Sudanese army base.", ("ASSAULT", ["ETH REB"], ["SDN MIL"])),
    (
        "The boat was warned by the Swedish navy that it was trespassing on Swedish waters.",
        ("MOBILIZE", [], ["SWE GOV"]),
    ),
    ("Norway moved troops toward Sweden on Friday.", ("MOBILIZE", ["NOR GOV"], ["SWE GOV"])),
    ("Norwegian troops captured four Swedish soldiers on the river.", ("COERCE", ["NOR MIL"], ["SWE MIL"])),
    ("Oslo handed the Swedish ambassador a note of protest.", ("ACCUSE", ["NOR GOV"], ["SWE GOV"])),
    ("Norway and Sweden conducted a prisoner exchange on Friday.", ("COOPERATE", ["NOR GOV"], ["SWE GOV"])),
    (
        "The foreign ministers of Norway and Sweden agreed that the prime ministers will meet in May.",
        ("AGREE", ["NOR GOV"], ["SWE GOV"]),
    ),
    ("Norway demanded that Sweden release two Estonian drivers.", ("REQUEST", ["NOR GOV"], ["SWE GOV"])),
    ("Norway and its allies attacked Sweden.", ("ASSAULT", ["NOR GOV"], ["SWE GOV"])),
    (
        "President Idriss Deby of Chad said his troops had subdued the rebels and accused Sudan of arming them.",
        ("ACCUSE", ["TCD GOV"], ["SDN GOV"]),
    ),
    ("Norwegian police pursued hundreds of Swedish raiders.", ("COERCE", ["NOR COP"], ["SWE CRM"])),
    ("Norway is angry with Sweden, whose army attacked a Norwegian base.", ("ASSAULT", ["SWE MIL"], ["NOR MIL"])),
    ("Norway urged Estonia to restrain Sweden.", ("REQUEST", ["NOR GOV"], ["EST GOV"])),
    ("Norway lashed out at Sweden for sending a warship to Estonia.", ("MOBILIZE", ["SWE GOV"], ["EST GOV"])),
    ("Pakistan fired two rockets into Indian territory.", ("ASSAULT", ["PAK GOV"], ["IND GOV"])),
    ("A Chinese cutter fired a torrent of water at a Philippine boat.", ("ASSAULT", ["CHN COP"], ["PHL CVL"])),
    ("Norwegian helicopters flew over the Norwegian-Swedish border.", ("MOBILIZE", ["NOR MIL"], ["SWE GOV"])),
    ("Norway and Sweden carried out a prisoner swap in Riga.", ("COOPERATE", ["NOR GOV"], ["SWE GOV"])),
    (
        "As for the hotline between Norway and Sweden, it was shut down by Sweden.",
        ("SANCTION", ["SWE GOV"], ["NOR GOV"]),
    ),
    (
        "Malaysia offered to host talks between Thailand and Cambodia. Thailand declined the offer.",
        ("REJECT", ["THA GOV"], ["MYS GOV"]),
    ),
    ("Pakistan and India quarrelled. Oman urged both sides to stop.", ("REQUEST", ["OMN GOV"], ["IND GOV", "PAK GOV"])),
    ("Sudanese soldiers crossed into Ethiopia at dawn.", ("MOBILIZE", ["SDN MIL"], ["ETH GOV"])),
    ("Norway called on Sweden to reopen the road.", ("REQUEST", ["NOR GOV"], ["SWE GOV"])),
]


@pytest.mark.parametrize(("text", "expected"), WHO)
def test_who_did_it_and_to_whom(read: Read, text: str, expected: tuple[str, list[str], list[str]]) -> None:
    assert expected in [(kind, by, sorted(filter(None, to))) for kind, by, to in map(told, read(text).events)]


NONE = [
    ("The pact would allow Norway to spy on Sweden.", "COERCE"),
    ("Sweden is also obligated to release the Norwegian hostages.", "RETREAT"),
    ("Norway condemned it as a violation of its airspace by Sweden.", "MOBILIZE"),
    ("Norway would send help if Swedish troops entered Norwegian territory.", "MOBILIZE"),
    ("Heavily armed Swedish troops took positions in trenches.", "ASSAULT"),
    ("Norwegian officers called on the Swedish defence minister in Riga.", "REQUEST"),
    ("A Swedish frigate switched on its targeting radar beside a Norwegian plane.", "ASSAULT"),
    ("The Norwegian and Swedish ministers discussed a deal to end the war.", "RETREAT"),
    ("Norway is obliged to release the Swedish hostages.", "RETREAT"),
    ("The Norwegian and Swedish ministers agreed on strengthening cooperation.", "COOPERATE"),
    ("Norway continues to mobilise against Sweden in the assembly.", "MOBILIZE"),
    ("The Norwegian president vowed to stand up to Sweden.", "AGREE"),
    ("Swedish soldiers fired shots to threaten the Norwegian patrol.", "THREATEN"),
    ("Oslo summoned the Swedish consul to protest and demand the release of two Norwegians.", "REQUEST"),
]


@pytest.mark.parametrize(("text", "kind"), NONE)
def test_what_is_aimed_at_or_only_worded_like_a_deed_is_none(read: Read, text: str, kind: str) -> None:
    assert [told(e) for e in read(text).events if e.type == kind] == []


FACTS = [
    ("Swedish troops crossed the line and were first to open fire on the Norwegian patrol.", "ASSAULT", "actual"),
    ("Norway protested over claims its jets obstructed a Swedish plane.", "COERCE", "possible"),
    ("Oslo repeated its denial of having attacked Sweden.", "ASSAULT", "negated"),
    ("Sweden wrongly believed that Norwegian troops had fired rockets into Sweden.", "ASSAULT", "negated"),
    ("Sweden reported a clash with Norwegian troops as a hoax.", "ASSAULT", "negated"),
    ("Swedish troops were the first to open fire on the Norwegian patrol.", "ASSAULT", "actual"),
    ("Norway demanded that Sweden explain the seizure of a Norwegian trawler.", "COERCE", "actual"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "factuality"), FACTS)
def test_how_the_text_presents_a_deed(read: Read, text: str, kind: str, factuality: str) -> None:
    assert {e.factuality for e in read(text).events if e.type == kind} == {Factuality(factuality)}


def test_a_group_and_the_state_it_is_from_are_one_recipient(read: Read) -> None:
    found = [e for e in read("Chad threatened to expel 200,000 refugees from Sudan.").events if e.type == "THREATEN"]
    assert [len(e.recipients) for e in found] == [1]
