"""The language model as a spaCy pipeline: what a Doc carries."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.matcher import DependencyMatcher
from spacy.tokens import Doc

from pourparler.errors import DataError
from pourparler.language import load_language
from pourparler.language.component import is_blank_line
from pourparler.language.windows import WINDOW


@pytest.fixture(scope="module")
def nlp() -> Language:
    return load_language()


def values(doc: Doc) -> list[tuple[object, ...]]:
    return [(t.pos_, t.tag_, t.lemma_, t.dep_, t.head.i, t.is_sent_start, t.ent_iob_, t.ent_type_) for t in doc]


def test_a_doc_carries_tags_lemmas_a_tree_sentences_and_names(nlp: Language) -> None:
    doc = nlp("Chinese officials declined the call. Beijing said so on Tuesday.")
    said = doc[7]
    assert [sentence.text for sentence in doc.sents] == [
        "Chinese officials declined the call.",
        "Beijing said so on Tuesday.",
    ]
    assert (said.pos_, said.tag_, said.lemma_, said.dep_, said.head) == ("VERB", "VBD", "say", "ROOT", said)
    assert (doc[6].dep_, doc[6].head, doc[6].pos_, doc[6].lemma_) == ("nsubj", said, "PROPN", "Beijing")
    assert [(name.text, name.label_) for name in doc.ents] == [("Chinese", "NORP"), ("Beijing", "LOC")]


def test_matchers_work_on_the_doc(nlp: Language) -> None:
    matcher = DependencyMatcher(nlp.vocab)
    pattern = [
        {"RIGHT_ID": "verb", "RIGHT_ATTRS": {"LEMMA": "say"}},
        {"LEFT_ID": "verb", "REL_OP": ">", "RIGHT_ID": "who", "RIGHT_ATTRS": {"DEP": "nsubj"}},
    ]
    matcher.add("said", [pattern])
    doc = nlp("Beijing said so on Tuesday.")
    assert [[doc[i].text for i in found] for _, found in matcher(doc)] == [["said", "Beijing"]]


def test_a_blank_line_always_starts_a_sentence_and_a_line_break_need_not(nlp: Language) -> None:
    doc = nlp("Talks resume\n\nThe two sides\nmet in Geneva on Monday.")
    assert [sentence.text.strip() for sentence in doc.sents] == [
        "Talks resume",
        "The two sides\nmet in Geneva on Monday.",
    ]


def test_whitespace_hangs_from_the_word_before_it(nlp: Language) -> None:
    doc = nlp(" They  met.\n")
    spaces = [token for token in doc if token.is_space]
    assert {(token.pos_, token.tag_, token.dep_) for token in spaces} == {("SPACE", "_SP", "dep")}
    assert [token.head.i for token in spaces] == [1, 1, 4]


def test_a_name_broken_over_two_lines_is_one_name(nlp: Language) -> None:
    doc = nlp("The call with Lloyd\nAustin was brief.")
    assert [name.text for name in doc.ents] == ["Lloyd\nAustin"]


def test_a_long_paragraph_is_cut_at_sentences_only(nlp: Language) -> None:
    sentence = "The minister said on Monday that both sides had agreed to meet again in the spring."
    doc = nlp(" ".join([sentence] * 40))
    assert len(doc) > 3 * WINDOW
    assert {part.text for part in doc.sents} == {sentence}


def test_a_sentence_longer_than_a_window_is_read_to_its_end(nlp: Language) -> None:
    doc = nlp("They met " + "and met " * 2 * WINDOW + "again.")
    assert all(token.pos_ and token.dep_ and token.is_sent_start is not None for token in doc)


def test_many_docs_come_back_in_order_and_as_if_read_alone(nlp: Language) -> None:
    texts = ["", "Beijing denied it.", "\n", "He met Ms. Tan.\n\nThey spoke."]
    docs = list(nlp.pipe(texts))
    assert [doc.text for doc in docs] == texts
    assert [values(doc) for doc in docs] == [values(nlp(text)) for text in texts]


@settings(max_examples=40, deadline=None)
@given(st.text(st.sampled_from("Aab1.,“” \n\t\u00ad\u200d\u202e\u0000中é"), max_size=60))
def test_any_text_gives_a_whole_analysis(text: str) -> None:
    doc = _loaded()(text)
    assert doc.text == text
    assert all(token.pos_ and token.tag_ and token.dep_ for token in doc)
    for sentence in doc.sents:
        words = [token for token in sentence if token.dep_ == "ROOT"]
        assert len(words) == 1 or all(token.is_space for token in sentence)


_held: list[Language] = []


def _loaded() -> Language:
    if not _held:
        _held.append(load_language())
    return _held[0]


@pytest.mark.parametrize(
    ("space", "blank"), [("\n", False), ("\r\n", False), ("\n\n", True), ("\r\n \r\n", True), ("\u2029", True)]
)
def test_two_line_ends_make_a_blank_line(space: str, blank: bool) -> None:
    assert is_blank_line(space) is blank


def test_a_folder_without_a_model_is_told_plainly(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"lacks meta\.json"):
        load_language(tmp_path)


def test_importing_the_room_loads_nothing_heavy() -> None:
    code = "import sys, pourparler.language; print([m for m in ('spacy', 'onnxruntime', 'numpy') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize("words", ["(AB) -Oslo said", "(AB) --Oslo said", "(AB) - Oslo said", "(AB) —Oslo said"])
def test_a_dash_that_has_lost_its_blank_is_no_part_of_the_word(nlp: Language, words: str) -> None:
    assert [token.text for token in nlp.make_doc(words)][-2:] == ["Oslo", "said"]
