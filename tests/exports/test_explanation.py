"""An explanation as people see it and as JSON, of one made by hand."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterator
from typing import Any

import pytest
from rich.console import Console

from pourparler.explaining.explanation import (
    ActorReason,
    Credit,
    DateReason,
    Explanation,
    FieldReason,
    Grounds,
    ParsedToken,
    TableRow,
)
from pourparler.exports.explanation import explanation, explanation_json
from pourparler.records import Actor, Contact, Date, How, Precision, Reading

HOSTILE = "\x1b[31mred\x07 \u202ereversed [bold]markup[/bold]"


@pytest.fixture
def explained(reading: Reading) -> Explanation:
    contact = next(r for r in reading.records if isinstance(r, Contact))
    moscow = dataclasses.replace(contact.participants[1], name="Russia", sectors=("GOV",), resolved_by="metonym")
    sunday = Date(
        text="on Sunday", start=0, end=9, earliest="2024-03-03", latest="2024-03-03", precision=Precision.DAY,
        how=How.RELATIVE,
    )  # fmt: skip
    he = Actor(text="He", start=0, end=2, name="Ole Berg", person="Ole Berg", code="RUS GOV", country="RUS")
    return Explanation(
        record=contact,
        grounds=Grounds(
            rule="contact:declined",
            sentence="a word for a contact",
            example="Riga refused a call.",
            rows=(TableRow(word="refused", table="steps", cells=(("lemma", "refuse"),), example="Riga left."),),
        ),
        fields=(
            FieldReason(field="channel", value="phone", why="by “call”"),
            FieldReason(field="topics", value="", words=(contact.anchor,)),
            FieldReason(field="topics", value="", words=(contact.evidence[0],)),
        ),
        actors=(
            ActorReason(
                fields=("by", "reasons: by"), actor=moscow, state="Russia", why=("the seat stands for it",), missing=()
            ),
            ActorReason(
                fields=("initiator",), actor=Actor(text="they", start=0, end=4), state=None, why=(),
                missing=("everything: nobody is left",),
            ),
        ),
        dates=(
            DateReason(
                fields=("when", "due"), date=sunday, counted_from=reading.article.published, counted_what="publication",
                rule="the latest Sunday", result="Sunday 2024-03-03",
                why="“on Sunday”, counted from Tuesday 2024-03-05 (publication): the latest Sunday: Sunday 2024-03-03",
                known="told against another day; precise to the day",
            ),
        ),
        credits=(
            Credit(
                statement="st-1", outlet="Fjord Post", chain=(moscow, he), cue=contact.anchor, stance="asserts",
                why="“refused” stands in its words",
            ),
            Credit(statement="st-2", outlet=None, chain=(), cue=None, stance="denies", why="denies it"),
        ),
        tokens=(
            ParsedToken(
                text="refused", lemma="refuse", pos="VERB", tag="VBD", dep="root", head_text="refused", trigger=True
            ),
        ),
    )  # fmt: skip


def shown(explained: Explanation, width: int) -> str:
    console = Console(width=width, color_system=None, highlight=False, markup=False, emoji=False, _environ={})
    with console.capture() as captured:
        console.print(explanation(explained))
    return captured.get()


def flat(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("width", [60, 80, 140])
def test_every_part_is_shown_and_fits_the_width(explained: Explanation, width: int) -> None:
    printed = shown(explained, width)
    assert max(map(len, printed.splitlines())) <= width
    for words in (
        "co-1 contact", "rule contact:declined", "looks for a word for a contact", "its example Riga refused a call.",
        "“refused” steps.csv: lemma refuse", "confidence 0.90", "channel phone by “call”", "name Russia",
        "country RUS, Russia", "because the seat stands for it", "missing everything: nobody is left",
        "the latest Sunday: Sunday 2024-03-03", "told against another day", "denies it", "stands in its words",
        "a source that the words do not name",
    ):  # fmt: skip
        assert words in flat(printed)


def test_the_fields_an_actor_fills_stand_beside_it(explained: Explanation) -> None:
    assert "Moscow [RUS GOV] by, reasons: by" in flat(shown(explained, 140))


def test_the_chain_runs_from_the_outlet_to_the_source_and_says_who_a_pronoun_is(explained: Explanation) -> None:
    assert "Fjord Post ← Moscow [RUS GOV] = Russia ← He [RUS GOV] = Ole Berg" in flat(shown(explained, 140))


def test_a_field_of_many_values_is_named_once(explained: Explanation) -> None:
    assert shown(explained, 140).count("topics") == 1


def test_an_empty_section_is_left_out(explained: Explanation) -> None:
    bare = shown(dataclasses.replace(explained, dates=(), tokens=()), 80)
    assert "\nDates" not in bare
    assert "\nWords" not in bare


def test_the_json_holds_every_field_of_the_explanation_and_the_record_in_the_contract(explained: Explanation) -> None:
    value = json.loads(explanation_json(explained))
    assert list(value) == ["kind", "record", "grounds", "fields", "actors", "dates", "credits", "tokens"]
    assert (value["kind"], value["record"]["kind"], value["record"]["id"]) == ("explanation", "contact", "co-1")
    assert value["actors"][0]["why"] == ["the seat stands for it"]
    assert value["dates"][0]["counted_from"]["earliest"] == "2024-03-05"
    assert value["grounds"]["rows"][0]["cells"] == [["lemma", "refuse"]]


def test_what_an_article_holds_cannot_move_the_cursor_or_mark_up(explained: Explanation) -> None:
    hostile = hostile_copy(explained)
    printed = shown(hostile, 80)
    assert "[bold]markup[/bold]" in flat(printed)
    for text in (printed, explanation_json(hostile)):
        assert not any(character in text for character in "\x1b\x07\u202e")


def hostile_copy(value: Any) -> Any:
    """The value with every text of a part and sentence made hostile."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return dataclasses.replace(value, **dict(_hostile(value)))
    return tuple(map(hostile_copy, value)) if isinstance(value, tuple) else value


def _hostile(value: Any) -> Iterator[tuple[str, Any]]:
    for field in dataclasses.fields(value):
        held = getattr(value, field.name)
        told = field.name in (
            "text",
            "why",
            "value",
            "sentence",
            "example",
            "word",
            "result",
            "name",
            "known",
            "outlet",
        )
        yield field.name, HOSTILE if told and isinstance(held, str) else hostile_copy(held)
