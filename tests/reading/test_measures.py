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
    ("The sanctions imposed by Norway were lifted.", "sanction lifted", ["NOR GOV"], []),
    ("China urged Norway to lift its sanctions.", "sanction demanded_lifted", ["NOR GOV"], []),
]

JOINT = [
    ("Armenia and Azerbaijan agreed a ceasefire.", "ceasefire announced", ["ARM GOV", "AZE GOV"]),
    ("The truce between Armenia and Azerbaijan took effect at noon.", "ceasefire in_force", ["ARM GOV", "AZE GOV"]),
    ("Thailand accused Cambodia of violating the ceasefire.", "ceasefire violated", ["KHM GOV"]),
    ("Two ceasefire violations by Belarus were recorded.", "ceasefire violated", ["BLR GOV"]),
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
        "The coach banned two players from training.",
        "The embassy in Oslo will be closed on Monday.",
        "Norway broke off a piece of the cake for Russia.",
    ],
)
def test_what_is_not_taken_or_no_states_business_is_no_measure(read: Read, text: str) -> None:
    assert read(text).measures == ()


def test_a_demand_to_lift_is_one_event_by_whoever_demands(read: Read) -> None:
    (event,) = read("China urged Norway to lift its sanctions.").events
    assert (event.type, [a.code for a in event.actors], [a.code for a in event.recipients]) == (
        "REQUEST", ["CHN GOV"], ["NOR GOV"]
    )  # fmt: skip
