"""Tags of names."""

from __future__ import annotations

import numpy as np

from pourparler.language.names import decode_names

TAGS = ("O", "B-PER", "I-PER", "B-LOC", "I-LOC")


def decode(rows: list[list[float]], sentence: list[int]) -> list[str]:
    best = decode_names(np.array([rows]), np.array([sentence]), TAGS)
    return [TAGS[i] for i in best[0]]


def test_valid_tags_stay_as_they_are() -> None:
    assert decode([[0, 9, 0, 0, 0], [0, 0, 9, 0, 0], [9, 0, 0, 0, 0]], [0, 0, 0]) == ["B-PER", "I-PER", "O"]


def test_a_name_takes_the_label_that_fits_all_its_words_best() -> None:
    assert decode([[0, 5, 0, 4, 0], [0, 0, 1, 0, 9]], [0, 0]) == ["B-LOC", "I-LOC"]


def test_a_name_never_begins_inside_nor_runs_on_into_the_next_sentence() -> None:
    rows: list[list[float]] = [[0, 9, 0, 0, 0], [0, 1, 9, 0, 0]]
    assert decode(rows, [0, 0]) == ["B-PER", "I-PER"]
    assert decode(rows, [0, 1]) == ["B-PER", "B-PER"]


def test_padding_is_outside() -> None:
    assert decode([[0, 9, 0, 0, 0], [0, 0, 0, 9, 0]], [0, -1]) == ["B-PER", "O"]
