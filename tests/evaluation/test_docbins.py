"""Readings become spaCy documents: each span on its tokens, each record beside, nothing lost without a word."""

from __future__ import annotations

import json

import pytest
import spacy
from spacy.tokens import Doc, DocBin
from tests.store.making import TEXT, article, reading

from pourparler.evaluation.docbins import Alignment, label_of, write_docbin
from pourparler.records import Measure, MeasureStatus, MeasureType, Reading, Span, Status
from pourparler.records.lines import as_json


def read_back(packed: bytes) -> list[Doc]:
    return list(DocBin().from_bytes(packed).get_docs(spacy.blank("en").vocab))


@pytest.fixture
def one() -> Reading:
    return reading(article(), Status.DECLINED, Status.REQUESTED)


def test_each_kind_has_a_group_of_triggers_and_one_of_evidence(one: Reading) -> None:
    (doc,) = read_back(write_docbin([one], alignment := Alignment()))
    assert doc.text == TEXT
    assert {name: [(s.text, s.label_, s.id_) for s in doc.spans[name]] for name in doc.spans} == {
        "statement": [("said", "asserts", one.statements[0].id)],
        "contact": [("declined", str(c.status), c.id) for c in one.contacts],
        "contact:evidence": [("declined", "contact", c.id) for c in one.contacts],
    }
    assert (alignment.exact, alignment.cut, alignment.lost) == (5, 0, [])


def test_the_article_and_all_fields_of_its_records_stand_beside(one: Reading) -> None:
    (doc,) = read_back(write_docbin([one], Alignment()))
    kept = json.loads(json.dumps(doc.user_data["records"]))  # lists come back as tuples
    assert kept == {record.id: as_json(record) for record in one.records}
    assert doc.user_data["article"]["id"] == one.article.id
    assert "text" not in doc.user_data["article"]


def test_documents_come_in_the_order_of_the_readings(one: Reading) -> None:
    other = reading(article(f"{TEXT} Two.", key="two"))
    assert [doc.text for doc in read_back(write_docbin([one, other], Alignment()))] == [TEXT, f"{TEXT} Two."]


@pytest.mark.parametrize(
    ("words", "aligned"),
    [
        ("declined a call", "declined a call"),
        ("ined a call", "a call"),
        ("declin", None),
        ("orway declined a ca", "declined a"),
    ],
)
def test_a_span_that_ends_within_a_token_is_cut_to_whole_ones_and_counted(words: str, aligned: str | None) -> None:
    start = TEXT.index(words)
    span = Span(start=start, end=start + len(words), text=words)
    record = Measure(
        id="me-0", article=article().id, anchor=span, evidence=(), confidence=1, reader="test",
        type=MeasureType.BAN, status=MeasureStatus.LIFTED,
    )  # fmt: skip
    alignment = Alignment()
    packed = write_docbin([Reading(header=reading(article()).header, article=article(), records=(record,))], alignment)
    (doc,) = read_back(packed)
    assert [found.text for found in doc.spans.get("measure", [])] == [aligned] * (aligned is not None)
    assert (alignment.exact, alignment.cut) == (int(aligned == words), int(aligned not in (None, words)))
    assert alignment.lost == ([] if aligned else [("me-0", words)])
    assert label_of(record) == "ban"
