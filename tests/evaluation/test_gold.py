"""Gold annotations: the short form compiles to the contract, and says what is wrong with it."""

from __future__ import annotations

from pathlib import Path

import pytest

from pourparler.errors import DataError
from pourparler.evaluation.files import read_gold
from pourparler.evaluation.gold import GoldArticle
from pourparler.records import Contact, Statement
from pourparler.records.lines import as_line

ROOT = Path(__file__).parents[2]
HEAD = """\
title: Oslo waits for a call
published: 2024-03-04
text: |
  Oslo waits for a call

  Norway asked for a call on Sunday. Sweden said no. Norway said it would ask again.
actors:
  nor: {name: Norway, country: NOR, code: NOR GOV}
  swe: {name: Sweden, country: SWE, code: SWE GOV}
"""


@pytest.fixture
def compiled(tmp_path: Path) -> object:
    def compile(records: str) -> GoldArticle:
        path = tmp_path / "oslo.yaml"
        path.write_text(HEAD + records, encoding="utf-8")
        (gold,) = read_gold([path])
        return gold

    return compile


def test_a_contact_takes_its_words_actors_and_dates_from_the_text(compiled) -> None:  # type: ignore[no-untyped-def]
    gold = compiled(
        "contacts: [{id: c1, anchor: asked, status: requested, by: {nor: Norway},"
        " participants: [{nor: Norway}, {swe: Sweden}], when: {text: on Sunday, from: 2024-03-03},"
        " codes: {type: REQUEST, mode: meet, actors: [{nor: Norway}]}}]"
    )
    contact, event = gold.records
    assert isinstance(contact, Contact)
    assert [(a.text, a.code, a.sectors) for a in contact.participants] == [
        ("Norway", "NOR GOV", ("GOV",)),
        ("Sweden", "SWE GOV", ("GOV",)),
    ]
    assert contact.when is not None
    assert (contact.when.earliest, contact.when.latest) == ("2024-03-03", "2024-03-03")
    assert (event.of, event.when) == ("c1", contact.when)
    text = gold.article.text
    assert text[contact.anchor.start : contact.anchor.end] == contact.anchor.text == "asked"


def test_double_brackets_mark_the_span_in_a_longer_stretch(compiled) -> None:  # type: ignore[no-untyped-def]
    gold = compiled(
        "statements: [{anchor: 'Norway [[said]] it', source: {nor: Norway}, content: [it would ask again],"
        " form: indirect, stance: expects}]"
    )
    (statement,) = gold.records
    assert isinstance(statement, Statement)
    assert statement.source is not None
    assert statement.cue is not None
    assert statement.source.start == gold.article.text.index("Norway said") == statement.cue.start - len("Norway ")


@pytest.mark.parametrize(
    ("records", "complaint"),
    [
        ("contacts: [{anchor: refused, status: declined}]", "'refused' do not occur"),
        ("contacts: [{anchor: said, status: declined}]", "occur 2 times"),
        ("contacts: [{anchor: asked, status: requested, by: {dnk: Norway}}]", "nobody is declared under the key 'dnk'"),
        ("contacts: [{anchor: asked, status: requested, according_to: [s9]}]", "according_to names 's9'"),
        ("contacts: [{anchor: asked, status: begged}]", "'begged' is not a valid Status"),
    ],
)
def test_an_annotation_that_does_not_hold_together_is_told(compiled, records: str, complaint: str) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(DataError, match=complaint):
        compiled(records)


def test_the_word_on_is_a_field_and_no_truth_value(compiled) -> None:  # type: ignore[no-untyped-def]
    gold = compiled("measures: [{anchor: said no, type: ban, status: announced, on: [{nor: Norway}]}]")
    assert [actor.country for actor in gold.records[0].on] == ["NOR"]


def test_gold_in_the_contract_comes_back_as_it_was_written(compiled, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    gold = compiled("contacts: [{anchor: asked, status: requested, by: {nor: Norway}}]")
    path = tmp_path / "oslo.jsonl"
    path.write_text("\n".join(as_line(item) for item in (gold.article, *gold.records)), encoding="utf-8")
    assert list(read_gold([path])) == [gold]


def test_a_span_that_is_not_what_stands_in_the_text_is_told(compiled, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    gold = compiled("contacts: [{anchor: asked, status: requested}]")
    path = tmp_path / "oslo.jsonl"
    lines = [as_line(item) for item in (gold.article, *gold.records)]
    path.write_text("\n".join(lines).replace('"text": "asked"', '"text": "begged"'), encoding="utf-8")
    with pytest.raises(DataError, match=r"oslo.jsonl:2: 'begged' is not what stands at"):
        list(read_gold([path]))


@pytest.mark.parametrize("name", ["open", "sealed"])
def test_the_gold_of_the_repository_compiles(name: str) -> None:
    assert len([gold for gold in read_gold([ROOT / "corpus" / "gold" / name]) if gold.records]) >= 20
