"""The shipped language model keeps its floors, re-measured on what the repository and its neighbour hold."""

from __future__ import annotations

from pathlib import Path

import pytest
from spacy.language import Language

from pourparler.evaluation.language import (
    FLOORS,
    Score,
    encoder_of,
    marked_lines,
    name_spans,
    raw_text,
    score_marked,
    score_names,
    score_raw,
    score_words,
)
from pourparler.evaluation.treebanks import Sentence, Word, read_ewt
from pourparler.language import load_language

ROOT = Path(__file__).parents[2]
DATA = ROOT.parent / "shared" / "data"
#: A sample's score strays from the whole's; these are floors for samples.
MARGIN = 3.0


@pytest.fixture(scope="module")
def nlp() -> Language:
    return load_language()


@pytest.fixture(scope="module")
def ewt() -> list[Sentence]:
    if not (DATA / "ud_ewt").exists():
        pytest.skip("the treebanks are not part of the repository and not beside it")
    return read_ewt(DATA, "test")[:200]


def failed(scores: list[Score]) -> list[Score]:
    return [score for score in scores if not score.kept]


def test_names_of_our_own_sentences_keep_their_floors(nlp: Language) -> None:
    lines = marked_lines(ROOT / "corpus" / "entities" / "test.txt")[:100]
    floors = {label: floor - 2 * MARGIN for label, floor in FLOORS["own test"].items()}
    assert failed(score_marked(nlp, "own", lines, {"NER F1": 70.0} | floors)) == []


def test_tags_and_trees_of_a_treebank_sample_keep_their_floors(nlp: Language, ewt: list[Sentence]) -> None:
    encoder = encoder_of(nlp)
    floors = {measure: floor - MARGIN for measure, floor in FLOORS["EWT test"].items()}
    assert failed(score_words(encoder, "sample", ewt, floors)) == []
    assert failed(score_names(encoder, "sample", ewt, {"NER F1": 70.0})) == []


def test_sentences_of_raw_text_keep_their_floor(nlp: Language, ewt: list[Sentence]) -> None:
    assert failed(score_raw(nlp, "sample", ewt, {"sentence F1": 85.0, "token F1": 96.0})) == []


def test_raw_text_has_a_blank_line_before_each_paragraph() -> None:
    words = [Word(form="Yes", space_after=False), Word(form=".")]
    document = [Sentence(words=words, paragraph_start=start) for start in (True, False, True)]
    assert raw_text(document) == "Yes. Yes.\n\nYes."


def test_adjacent_names_stay_apart() -> None:
    assert name_spans(["B-LOC", "B-LOC", "I-LOC"]) == [(0, 1, "LOC"), (1, 3, "LOC")]
