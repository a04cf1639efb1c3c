"""Deeds joined to others, told of both sides as one, and by whom no words say how they are armed or what they do."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pourparler.records import Event, Reading

Read = Callable[[str], Reading]


def only(read: Read, text: str, kind: str) -> Event:
    return next(event for event in read(text).events if event.type == kind)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Norway accused Latvia of shelling and demanded an apology.", "REQUEST"),
        ("Norway protested to Latvia and demanded compensation.", "REQUEST"),
    ],
)
def test_a_demand_is_made_of_whom_the_deed_before_it_meets(read: Read, text: str, kind: str) -> None:
    event = only(read, text, kind)
    assert [actor.code for actor in event.recipients] == ["LVA GOV"]


def test_a_demand_of_another_s_is_made_of_nobody_told(read: Read) -> None:
    text = "Norway accused Latvia of shelling, and Finland demanded an inquiry."
    assert not only(read, text, "REQUEST").recipients


@pytest.mark.parametrize(
    ("text", "actors", "recipients"),
    [
        ("Norway and Latvia fought. The two sides will meet in Lund on Friday.", {"NOR", "LVA"}, set()),
        ("Norway's minister met his Latvian counterpart in Lund.", {"NOR"}, {"LVA"}),
    ],
)
def test_who_of_two_told_as_one_deals_with_whom_is_not_told(
    read: Read, text: str, actors: set[str], recipients: set[str]
) -> None:
    event = next(event for event in read(text).events if event.type in ("AGREE", "CONSULT"))
    assert {actor.country for actor in event.actors} == actors
    assert {actor.country for actor in event.recipients} == recipients


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("A Norwegian boat opened fire on a Latvian trawler on Monday.", "NOR MIL"),
        ("A Norwegian crew fired on a Latvian patrol.", "NOR MIL"),
        ("Norwegian herders opened fire on a Latvian patrol.", "NOR CVL"),
    ],
)
def test_a_ship_that_shoots_is_a_force(read: Read, text: str, code: str) -> None:
    assert [actor.code for actor in only(read, text, "ASSAULT").actors] == [code]


@pytest.mark.parametrize(
    ("text", "mode", "code"),
    [
        ("French dockers went on strike on Monday. Latvia and Norway spoke.", "strike", "FRA LAB"),
        ("Prisoners in Oslo went on hunger strike on Monday. Latvia and Norway spoke.", "hunger", "NOR CVL"),
    ],
)
def test_who_strikes_does_so_as_a_worker(read: Read, text: str, mode: str, code: str) -> None:
    event = only(read, text, "PROTEST")
    assert (event.mode, [actor.code for actor in event.actors]) == (mode, [code])
