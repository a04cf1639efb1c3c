"""The wordings: each choice of the contract has one, and each makes a sentence."""

from __future__ import annotations

import re
from itertools import product

import pytest
from tests.brief.making import NOR, SWE, article, brief_of, contact, reading, store_of, told

from pourparler.brief.naming import Names, stretch_words, when_words
from pourparler.brief.parts import Sentence
from pourparler.brief.tables import (
    ACTIONS,
    BY_ONE,
    FACTUALITIES,
    LEVELS,
    MEASURES,
    MOVES,
    NOUNS,
    OF_BOTH,
    OWN,
    POSITIONS,
    REASONS,
    REPLIES,
    STANCES,
    STANDINGS,
    STATES,
)
from pourparler.knowledge import Knowledge
from pourparler.ledger.lines import State
from pourparler.records import Actor, Channel, Factuality, Level, ReasonKind, Stance, Status
from pourparler.records.choices import MeasureStatus, MeasureType

SLOTS = {name: name for name in ("S", "T", "A", "B", "O", "L", "N", "X", "prep", "from", "was")}


@pytest.mark.parametrize(
    ("table", "choices"),
    [
        (OF_BOTH, Status), (FACTUALITIES, Factuality), (NOUNS, Channel), (STANCES, Stance), (POSITIONS, Stance),
        (REASONS, ReasonKind), (MEASURES, MeasureType), (STANDINGS, MeasureStatus), (STATES, State),
    ],
)  # fmt: skip
def test_every_choice_of_the_contract_has_its_words(table: dict[str, object], choices: list[str]) -> None:
    assert set(table) == set(choices)


def test_levels_that_are_told_have_their_words() -> None:
    assert set(LEVELS) == set(Level) - {Level.UNSPECIFIED}
    assert set(REPLIES) <= set(Status)


@pytest.mark.parametrize(
    "clause", [*BY_ONE.values(), *OF_BOTH.values(), *(c for pair in OWN.values() for c in pair if c)]
)
def test_a_clause_has_no_slot_that_is_not_filled(clause: object) -> None:
    for part in ("subject", "past", "negated", "infinitive"):
        assert "{" not in getattr(clause, part).format(**SLOTS)


@pytest.mark.parametrize("action", [*ACTIONS.values(), *MOVES.values()])
def test_an_action_is_told_in_the_past(action: str) -> None:
    assert re.match(r"[a-z]+(ed|t|ew|d|m|ank|uck|amp|an|ashed|urnt|e)\b", action.format(X="it"))


def test_every_status_over_every_channel_makes_a_sentence(tmp_path: object) -> None:
    readings = []
    for number, (status, channel) in enumerate(product(Status, Channel)):
        by = NOR if number % 2 else None
        of = article(f"Story {number} told of it.", key=str(number), published="2024-03-06")
        known = {"by": by, "channel": channel, "level": Level.WORKING}
        readings.append(reading(of, contact(of, status, "told", initiator=SWE, target=NOR, **known)))
    with store_of(tmp_path / "every.db", *readings) as store:  # type: ignore[operator]
        sentences = [one.text for one in told(brief_of(store)) if isinstance(one, Sentence)]
    assert len(sentences) > 60
    assert not [text for text in sentences if re.search(r"[{}]|  |\bNone\b|unspecified", text)]


@pytest.mark.parametrize(
    ("earliest", "latest", "when", "stretch"),
    [
        ("2024-02-01", "2024-02-29", "in February 2024", "February 2024"),
        ("2024-01-01", "2024-12-31", "in 2024", "2024"),
        ("2024-02-01", "2024-02-28", "between 1 February and 28 February 2024", "1 February to 28 February 2024"),
        (
            "2023-12-30",
            "2024-01-02",
            "between 30 December 2023 and 2 January 2024",
            "30 December 2023 to 2 January 2024",
        ),
        (None, "2024-02-28", "by 28 February 2024", "28 February 2024"),
        ("2024-02-28", "2024-02-28", "on 28 February 2024", "28 February 2024"),
    ],
)
def test_days_are_never_told_closer_than_they_are_known(
    earliest: str | None, latest: str, when: str, stretch: str
) -> None:
    assert (when_words(earliest, latest), stretch_words(earliest, latest)) == (when, stretch)


NAMES = Names.of(Knowledge.load())


def actor(text: str, **known: object) -> Actor:
    return Actor(text=text, start=0, end=len(text), **known)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("who", "named"),
    [
        (None, "a source that is not told"),
        (actor("Washington", country="USA", name="United States"), "the United States"),
        (actor("the Pentagon", country="USA", organisation="US Department of Defense"), "the US Department of Defense"),
        (actor("Tokyo's embassy", country="JPN", organisation="Embassy"), "Embassy (Japan)"),
        (actor("she", country="USA", person="Dana Whitlock"), "Dana Whitlock (United States)"),
        (actor("two US officials", country="USA", anonymous=True), "an unnamed source (“two US officials”)"),
        (actor("an official", country="CHN", anonymous=True), "an unnamed source (“an official”) (China)"),
        (actor("he"), "a source called only “he”"),
        (actor("a website", country="TWN"), "“a website” (Taiwan)"),
        (actor("NATO", organisation="NATO"), "NATO"),
    ],
)
def test_a_source_is_named_as_far_as_it_is_known(who: Actor | None, named: str) -> None:
    assert NAMES.voice(who) == named


@pytest.mark.parametrize(
    ("side", "named"),
    [("USA", "the United States"), ("FRA", "France"), ("PHL", "the Philippines"), ("NATO IGO", "NATO"),
     ("EU", "the EU"), ("M23", "M23"), (None, "a side that is not named")],
)  # fmt: skip
def test_sides_take_the_article_that_english_gives_them(side: str | None, named: str) -> None:
    assert NAMES.side(side) == named
