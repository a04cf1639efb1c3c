"""Corpora as one kind of sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from pourparler.errors import DataError
from pourparler.evaluation.treebanks import BIO, allowed, parse_marked, read_conllu, read_marked
from pourparler.training.corpora import read_bio


def test_marks_become_names_in_characters() -> None:
    assert parse_marked("[A|PER] met [B|ORG].") == ("A met B.", [(0, 1, "PER"), (6, 7, "ORG")])


def test_an_unknown_mark_is_told_plainly() -> None:
    with pytest.raises(DataError, match="unknown label 'SHIP'"):
        parse_marked("[A|SHIP]")


def test_marked_sentences_are_tokenised_as_the_reader_will(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("# a comment\n[USS Mason|VESSEL] left.\n", encoding="utf-8")
    (sentence,) = read_marked(path)
    assert [BIO[min(tags)] for tags in sentence.entities] == ["B-VESSEL", "I-VESSEL", "O", "O"]


def test_a_coarser_label_leaves_our_finer_ones_open() -> None:
    tags = {BIO[i] for i in allowed("B-LOC", {"LOC": ("LOC", "FAC")})}
    assert tags == {"B-LOC", "B-FAC"}


def test_contractions_keep_their_spacing(tmp_path: Path) -> None:
    path = tmp_path / "a.conllu"
    rows = [
        "1-2\tdon't\t_\t_\t_\t_\t_\t_\t_\t_",
        "1\tdo\tdo\tAUX\tVBP\t_\t3\taux\t_\t_",
        "2\tn't\tnot\tPART\tRB\t_\t3\tadvmod\t_\t_",
        "3\tgo\tgo\tVERB\tVB\t_\t0\troot\t_\tSpaceAfter=No",
    ]
    path.write_text("# newdoc id = d\n# sent_id = s\n" + "\n".join(rows) + "\n\n", encoding="utf-8")
    (sentence,) = read_conllu(path)
    assert [(word.form, word.space_after) for word in sentence.words] == [("do", False), ("n't", True), ("go", False)]
    assert (sentence.document, sentence.key, sentence.paragraph_start) == ("d", "s", True)


def test_a_run_of_inside_tags_opens_a_name(tmp_path: Path) -> None:
    path = tmp_path / "a.bio"
    path.write_text("New I-LOC\nYork I-LOC\n. O\n", encoding="utf-8")
    (sentence,) = read_bio(path, {"LOC": ("LOC",)}, inside_only=True)
    assert [BIO[min(tags)] for tags in sentence.entities] == ["B-LOC", "I-LOC", "O"]
