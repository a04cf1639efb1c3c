"""Disputes: points on which the article lets sides contradict each other."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pourparler.records import Reading


def sides(reading: Reading) -> list[list[tuple[str | None, str]]]:
    return [[(p.by.country if p.by else None, str(p.stance)) for p in d.positions] for d in reading.disputes]


NORWAY_AND_RUSSIA = [("NOR", "asserts"), ("RUS", "denies")]


@pytest.mark.parametrize(
    "text",
    [
        "Oslo said a Russian frigate had rammed a Norwegian boat. Moscow denied it.",
        "Oslo said that its boat had been rammed by a Russian frigate. Moscow denied the claim.",
        "Oslo accused Moscow of jamming its signals. Moscow rejected the accusation.",
        "The Norwegian navy said two Russian jets had crossed the border. Russia's defence ministry denied that.",
    ],
)
def test_a_claim_and_its_denial_are_a_dispute(read: Callable[[str], Reading], text: str) -> None:
    assert sides(read(text)) == [NORWAY_AND_RUSSIA]


def test_a_dispute_is_about_the_deed_where_there_is_one(read: Callable[[str], Reading]) -> None:
    reading = read("Oslo said a Russian frigate had rammed a Norwegian boat. Moscow denied it.")
    assert [d.about for d in reading.disputes] == [i.id for i in reading.incidents]


def test_positions_point_at_the_statements_that_show_them(read: Callable[[str], Reading]) -> None:
    reading = read("Oslo said a Russian frigate had rammed a Norwegian boat. Moscow denied it.")
    assert [p.statement for p in reading.disputes[0].positions] == [s.id for s in reading.statements]


def test_a_disputed_deed_stays_as_its_claimant_tells_it(read: Callable[[str], Reading]) -> None:
    reading = read("Oslo said a Russian frigate had rammed a Norwegian boat. Moscow denied it.")
    assert [(i.factuality, i.according_to) for i in reading.incidents] == [("actual", (reading.statements[0].id,))]


@pytest.mark.parametrize(
    "text",
    [
        "Oslo said the line was open. Moscow said the line was open.",
        "Oslo said the line was open. Moscow said the line was closed to ships.",
        "Oslo denied that the line was cut.",
        "Oslo said the line was cut. Oslo later denied it.",
        "Oslo said the line was open. Moscow declined to comment.",
    ],
)
def test_agreement_a_lone_denial_and_a_change_of_mind_are_no_dispute(read: Callable[[str], Reading], text: str) -> None:
    assert read(text).disputes == ()


def test_a_denial_in_a_relative_clause_is_a_dispute_too(read: Callable[[str], Reading]) -> None:
    assert sides(read("Oslo accused Moscow of jamming its signals, which Moscow denied.")) == [NORWAY_AND_RUSSIA]


@pytest.mark.parametrize(
    "text",
    [
        "Oslo said Russian forces had fired at its boat. Moscow denied firing at it.",
        "Oslo said a Russian unit had jammed its signals. Moscow said no Russian unit had jammed any signals.",
        "Oslo said Russian border guards had seized its boat. Moscow countered that the boat had strayed.",
        "Oslo accused Moscow of the raid. Moscow denied any involvement.",
    ],
)
def test_an_account_that_turns_the_claim_down_is_a_dispute(read: Callable[[str], Reading], text: str) -> None:
    assert sides(read(text)) == [NORWAY_AND_RUSSIA]


def test_each_accused_the_other_is_a_dispute_of_two_claims(read: Callable[[str], Reading]) -> None:
    found = sides(read("Norway and Russia accused each other of jamming signals."))
    assert found == [[("NOR", "asserts"), ("RUS", "asserts")]]


@pytest.mark.parametrize(
    "text",
    [
        "Norway and Russia accuse each other of jamming signals every week.",
        "Oslo said the summit was near. Moscow denied that its budget had grown.",
        "The club said the striker had left. The agent denied it.",
    ],
)
def test_habits_other_points_and_quarrels_of_no_side_are_no_dispute(read: Callable[[str], Reading], text: str) -> None:
    assert read(text).disputes == ()


@pytest.mark.parametrize(
    "text",
    [
        "Oslo said its navy had expelled a Russian frigate. But Moscow said its frigate had sailed freely.",
        "Oslo said Russian troops had seized a post. Moscow denies crossing the border.",
        "Oslo said a Russian frigate had rammed its boat. Moscow said no such thing had happened.",
        "Oslo said a drone had been shot down by Russian troops. Moscow denied having fired at one.",
    ],
)
def test_two_versions_and_denials_that_point_back_are_disputes(read: Callable[[str], Reading], text: str) -> None:
    assert sides(read(text)) == [NORWAY_AND_RUSSIA]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "Oslo said that its minister had telephoned Moscow. Russia's foreign ministry would not confirm the call.",
            marks=pytest.mark.xfail(strict=True, reason="a noun for a deed told by a verb before is not linked to it"),
        ),
        "Oslo claimed that its general had rung Moscow. Moscow said it was not aware of the claim.",
    ],
)
def test_a_claim_left_unconfirmed_by_the_other_side_is_a_dispute(read: Callable[[str], Reading], text: str) -> None:
    assert sides(read(text)) == [[("NOR", "asserts"), ("RUS", "does_not_confirm")]]


@pytest.mark.parametrize(
    "text",
    [
        "Oslo said it would expel two Russian diplomats. Moscow said the expelled diplomats had never spied.",
        "Oslo said the talks had gone well, while Moscow said more rounds were needed.",
        "Oslo said a boat had sunk. Reuters could not verify the claim.",
    ],
)
def test_a_negative_about_something_else_is_no_dispute(read: Callable[[str], Reading], text: str) -> None:
    assert read(text).disputes == ()


@pytest.mark.parametrize(
    "text",
    [
        '"The report is denied by the Norwegian navy," Russian foreign ministry spokesman Ivan Orlov said.',
        "Clashes occur, with both Norway and Russia often blaming each other for the exchanges of fire.",
    ],
)
def test_what_one_side_tells_of_another_is_no_dispute(read: Callable[[str], Reading], text: str) -> None:
    assert read(text).disputes == ()


@pytest.mark.parametrize(
    "text",
    [
        "Both Norway and Sweden have in the past accused Russia of backing rebels within their borders.",
        "Russia says the sailors are well but has not told where they are, Britain said on Monday.",
    ],
)
def test_one_charge_by_two_and_a_relay_are_no_dispute(read: Callable[[str], Reading], text: str) -> None:
    assert read(text).disputes == ()


def test_a_denied_accusation_is_found_behind_quotations(read: Callable[[str], Reading]) -> None:
    text = (
        "Norway accused Russia of bombing a hotel. The minister spoke in Oslo. The talks were short. The road is shut. "
        '"They said they like it here," the minister said. Russia denied the accusation.'
    )
    (dispute,) = read(text).disputes
    assert [p.by.country for p in dispute.positions if p.by] == ["NOR", "RUS"]
