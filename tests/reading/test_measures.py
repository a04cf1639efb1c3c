"""Measures: who imposes what on whom, why, and where it stands."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pourparler.records import Measure, Reading

Read = Callable[[str], Reading]


def told(measure: Measure) -> tuple[str, str, list[str | None], list[str | None]]:
    return (
        measure.type,
        measure.status,
        [actor.code for actor in measure.imposed_by],
        [actor.code for actor in measure.on],
    )


MEASURES = [
    ("Six Canadian diplomats were ordered to leave India.", "expulsion in_force", ["IND GOV"], ["CAN GOV"]),
    ("Norway gave two Russian diplomats 72 hours to leave.", "expulsion in_force", ["NOR GOV"], ["RUS GOV"]),
    ("The Polish consul was declared persona non grata.", "expulsion announced", [], ["POL GOV"]),
    ("Colombia recalled its ambassador to Argentina.", "recall in_force", ["COL GOV"], ["ARG GOV"]),
    ("Algeria severed diplomatic relations with Morocco.", "other in_force", ["DZA GOV"], ["MAR GOV"]),
    ("Pakistan suspended visas for Indian citizens.", "suspension in_force", ["PAK GOV"], ["IND CVL"]),
    ("Military cooperation with Russia has been suspended.", "suspension in_force", [], ["RUS GOV"]),
    ("Norway announced the closure of its border with Russia.", "other announced", ["NOR GOV"], ["RUS GOV"]),
    ("The European Union banned imports of Russian coal.", "ban in_force", ["EU IGO"], ["RUS GOV"]),
    ("Japan threatened sanctions on North Korea.", "sanction threatened", ["JPN GOV"], ["PRK GOV"]),
    ("Japan expressed its readiness to impose sanctions on Iran.", "sanction threatened", ["JPN GOV"], ["IRN GOV"]),
    ("The sanctions imposed by Norway were lifted.", "sanction lifted", ["NOR GOV"], []),
    ("Poland closed its embassy in Minsk.", "other in_force", ["POL GOV"], ["BLR GOV"]),
    ("Sudan summoned its ambassador to Ethiopia for consultations.", "recall in_force", ["SDN GOV"], ["ETH GOV"]),
    ("Bolivia reinstated its ambassador to Peru.", "recall lifted", ["BOL GOV"], ["PER GOV"]),
    ("Britain revoked the accreditation of a Russian diplomat.", "expulsion in_force", ["GBR GOV"], ["RUS GOV"]),
    ("Kenya and Somalia restored relations.", "other lifted", ["KEN GOV", "SOM GOV"], []),
    ("Moscow suspended the grain deal with Ukraine.", "suspension in_force", ["RUS GOV"], ["UKR GOV"]),
    ("China urged Norway to lift its sanctions.", "sanction demanded_lifted", ["NOR GOV"], []),
    ("China demanded the lifting of Norwegian sanctions.", "sanction demanded_lifted", ["NOR GOV"], []),
    ("China urged Norway to end the embargo.", "sanction demanded_lifted", ["NOR GOV"], []),
    ("Oman threatened to expel the Chilean ambassador.", "expulsion threatened", ["OMN GOV"], ["CHL GOV"]),
    ("Two Chilean diplomats were expelled from Oman.", "expulsion in_force", ["OMN GOV"], ["CHL GOV"]),
    ("The expulsion of the Chilean consul by Oman drew protests.", "expulsion in_force", ["OMN GOV"], ["CHL GOV"]),
    ("Sanctions imposed by Oman on Chile remain in force.", "sanction in_force", ["OMN GOV"], ["CHL GOV"]),
    ("Oman froze the assets of two Chilean ministers.", "sanction in_force", ["OMN GOV"], ["CHL GOV"]),
    ("Oman imposed duties on Chilean wine.", "other in_force", ["OMN GOV"], ["CHL GOV"]),
    ("Oman revoked the visas of Chilean officials.", "ban in_force", ["OMN GOV"], ["CHL GOV"]),
]

JOINT = [
    ("Armenia and Azerbaijan agreed a ceasefire.", "ceasefire announced", ["ARM GOV", "AZE GOV"]),
    ("Chad pulled out of the pact with Sudan.", "agreement lifted", ["TCD GOV", "SDN GOV"]),
    ("Norway and Sweden see no reason why Norway left the treaty.", "agreement lifted", ["NOR GOV"]),
    ("Chad signed a memorandum of understanding with Sudan.", "agreement announced", ["TCD GOV", "SDN GOV"]),
    ("The truce between Armenia and Azerbaijan took effect at noon.", "ceasefire in_force", ["ARM GOV", "AZE GOV"]),
    ("Thailand accused Cambodia of violating the ceasefire.", "ceasefire violated", ["KHM GOV"]),
    ("Pakistan condemns unprovoked ceasefire violations by Indian forces.", "ceasefire violated", ["IND MIL"]),
    ("Two ceasefire violations by Belarus were recorded.", "ceasefire violated", ["BLR GOV"]),
    ("Chad said the truce with Sudan was over.", "ceasefire lifted", ["SDN GOV", "TCD GOV"]),
    ("Chad has decided to suspend the ceasefire with Sudan.", "ceasefire lifted", ["TCD GOV", "SDN GOV"]),
    ("A truce that Sudan and Chad signed took effect in May.", "ceasefire in_force", ["SDN GOV", "TCD GOV"]),
    ("A truce brokered by Egypt between Israel and Iran took effect.", "ceasefire in_force", ["ISR GOV", "IRN GOV"]),
    ("The truce between Chad and Sudan was broken.", "ceasefire violated", ["TCD GOV", "SDN GOV"]),
    ("The ministers of Oman and Iran signed a protocol.", "agreement announced", ["OMN GOV", "IRN GOV"]),
]


@pytest.mark.parametrize(("text", "what", "by", "on"), MEASURES)
def test_a_measure_tells_who_imposes_it_on_whom(read: Read, text: str, what: str, by: list[str], on: list[str]) -> None:
    (measure,) = read(text).measures
    assert told(measure) == (*what.split(), by, on)


@pytest.mark.parametrize(("text", "what", "sides"), JOINT)
def test_a_ceasefire_or_agreement_names_its_sides_and_a_broken_one_who_broke_it(
    read: Read, text: str, what: str, sides: list[str]
) -> None:
    (measure,) = read(text).measures
    assert told(measure) == (*what.split(), sides, [])


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Norway expelled a Russian diplomat for spying.", "spying"),
        ("Norway expelled a Russian diplomat over the jamming.", "the jamming"),
        ("Norway expelled a Russian diplomat after the killing of a reporter.", "the killing of a reporter"),
        ("Norway recalled its ambassador to Russia for consultations.", None),
        ("Norway suspended visas for Russian citizens.", None),
    ],
)
def test_the_reason_is_what_the_clause_gives_as_one(read: Read, text: str, reason: str | None) -> None:
    (measure,) = read(text).measures
    assert (measure.reason.text if measure.reason else None) == reason


@pytest.mark.parametrize(
    "text",
    [
        "Norway and Russia have not reached an agreement.",
        "Norway and Russia met to reach an agreement.",
        "Norway and Russia ended their talks without a truce being agreed.",
        "Norway and Russia agreed to restore relations.",
        "The coach banned two players from training.",
        "The embassy in Oslo will be closed on Monday.",
        "Norway broke off a piece of the cake for Russia.",
    ],
)
def test_what_is_not_taken_or_no_states_business_is_no_measure(read: Read, text: str) -> None:
    assert read(text).measures == ()


def test_it_is_the_truce_told_before(read: Read) -> None:
    measures = read("Chad and Sudan agreed a truce. It was broken within hours.").measures
    assert [told(m)[1:3] for m in measures] == [
        ("announced", ["TCD GOV", "SDN GOV"]),
        ("violated", ["TCD GOV", "SDN GOV"]),
    ]


def test_a_truce_of_nobody_named_is_one_of_the_two_sides_that_fought(read: Read) -> None:
    text = "Armenian soldiers fired at Azerbaijani troops. A ceasefire came into force at noon."
    (measure,) = read(text).measures
    assert [a.code for a in measure.imposed_by] == ["ARM MIL", "AZE MIL"]


def test_relations_restored_are_support(read: Read) -> None:
    assert [e.type for e in read("Kenya and Somalia restored relations.").events] == ["SUPPORT"]


def test_a_demand_to_lift_is_one_event_by_whoever_demands(read: Read) -> None:
    (event,) = read("China urged Norway to lift its sanctions.").events
    assert (event.type, [a.code for a in event.actors], [a.code for a in event.recipients]) == (
        "REQUEST", ["CHN GOV"], ["NOR GOV"]
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Norway declared four Russian diplomats persona non grata, and the four have left the country.", "in_force"),
        ("Norway declared four Russian diplomats persona non grata, and the four are to leave.", "announced"),
    ],
)
def test_an_expulsion_is_in_force_when_they_have_left(read: Read, text: str, status: str) -> None:
    assert [m.status.value for m in read(text).measures] == [status]
