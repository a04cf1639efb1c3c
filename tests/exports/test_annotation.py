"""Web Annotations: every record on its words, with who read them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from tests.exports.example import (
    ARTICLE,
    CALL,
    READ_AT,
    READER,
    REFUSAL,
    SAID,
    TEXT,
    URL,
    event_entries,
    other,
    report_of,
    store_of,
)

from pourparler.exports.annotation import annotation, annotation_lines
from pourparler.records import Span
from pourparler.records.loading import from_json
from pourparler.store import Filter


def of_event(folder: Path) -> dict[str, Any]:
    store = store_of(folder, CALL, REFUSAL)
    (entry,) = event_entries(store)
    return annotation(entry, report_of(store))


def selectors(told: dict[str, Any]) -> list[tuple[dict[str, Any], dict[str, Any]]]:
    return [tuple(target["selector"]) for target in told["target"]]


def test_the_page_is_json_ld_with_one_annotation_for_each_record(tmp_path: Path) -> None:
    store = store_of(tmp_path, CALL, REFUSAL)
    entries = list(store.every(Filter()))
    page = json.loads("\n".join(annotation_lines(entries, store.report)))
    assert page["@context"][0] == "http://www.w3.org/ns/anno.jsonld"
    assert page["type"] == "AnnotationPage"
    assert {item["id"] for item in page["items"]} == {f"urn:pourparler:record:{r.id}" for r in (SAID, CALL, REFUSAL)}
    assert {item["type"] for item in page["items"]} == {"Annotation"}


def test_no_record_is_an_empty_page(tmp_path: Path) -> None:
    page = json.loads("\n".join(annotation_lines([], store_of(tmp_path).report)))
    assert page["items"] == []


def test_quote_and_place_find_the_same_words(tmp_path: Path) -> None:
    ((quoted, place),) = selectors(of_event(tmp_path))
    assert quoted["type"] == "TextQuoteSelector"
    assert place["type"] == "TextPositionSelector"
    assert TEXT[place["start"] : place["end"]] == quoted["exact"]
    assert TEXT.index(quoted["prefix"] + quoted["exact"] + quoted["suffix"]) == place["start"] - len(quoted["prefix"])


def test_places_count_code_points_whatever_the_characters(tmp_path: Path) -> None:
    text = f"\U0001f6a2\U0001f6a2 {TEXT}"
    span = Span(start=text.index("declined"), end=text.index("declined") + 8, text="declined")
    store = store_of(tmp_path, other(anchor=span, evidence=(span,)), text=text)
    (entry,) = event_entries(store)
    ((quoted, place),) = selectors(annotation(entry, store.report(ARTICLE.id)))
    assert (quoted["exact"], text[place["start"] : place["end"]]) == ("declined", "declined")


def test_every_stretch_of_evidence_is_a_target_and_without_any_the_trigger(tmp_path: Path) -> None:
    words = [Span(start=TEXT.index(w), end=TEXT.index(w) + len(w), text=w) for w in ("twice", "Sweden on")]
    store = store_of(tmp_path, other(1, evidence=tuple(words)), other(2, evidence=()))
    found = {e.record.id: selectors(annotation(e, None)) for e in event_entries(store)}
    assert [quoted["exact"] for quoted, _ in found["ev-000000000001"]] == ["twice", "Sweden on"]
    assert [quoted["exact"] for quoted, _ in found["ev-000000000002"]] == ["declined"]


@pytest.mark.parametrize(("url", "source"), [(URL, URL), (None, f"urn:pourparler:article:{ARTICLE.id}")])
def test_the_source_is_the_address_else_the_articles_name(tmp_path: Path, url: str | None, source: str) -> None:
    store = store_of(tmp_path, REFUSAL, url=url)
    (entry,) = event_entries(store)
    (target,) = annotation(entry, store.report(ARTICLE.id))["target"]
    assert target["source"]["id"] == source
    assert target["source"]["pourparler:sha256"] == ARTICLE.sha256


def test_the_reader_is_told_in_the_words_of_prov(tmp_path: Path) -> None:
    told = of_event(tmp_path)
    activity = told["prov:wasGeneratedBy"]
    assert (told["created"], told["generator"]["name"]) == (READ_AT, READER)
    assert activity["type"] == "prov:Activity"
    assert activity["prov:wasAssociatedWith"]["id"] == told["generator"]["id"]
    assert " " not in told["generator"]["id"] + activity["id"]
    assert activity["prov:used"]["id"] == f"urn:pourparler:article:{ARTICLE.id}"


def test_the_body_is_the_record_itself(tmp_path: Path) -> None:
    words, whole = of_event(tmp_path)["body"]
    assert from_json(json.loads(whole["value"])) == REFUSAL
    assert words["value"].startswith("event: REJECT meet")


def test_hostile_words_are_spelled_out(tmp_path: Path) -> None:
    text = f"{TEXT} \u202eover\x1b[31m"
    span = Span(start=len(TEXT) + 1, end=len(text), text=text[len(TEXT) + 1 :])
    store = store_of(tmp_path, other(evidence=(span,)), text=text)
    lines = list(annotation_lines(event_entries(store), store.report))
    assert not {"\u202e", "\x1b"} & set("".join(lines))
    assert json.loads("".join(lines))["items"][0]["target"][0]["selector"][0]["exact"] == span.text
