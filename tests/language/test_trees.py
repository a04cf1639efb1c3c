"""Arc scores to trees."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from pourparler.language.trees import best_tree, decode_tree, decode_trees


def scores(most: int) -> st.SearchStrategy[np.ndarray]:
    numbers = st.integers(-50, 50).map(float)
    return st.integers(1, most).flatmap(lambda n: arrays(np.float64, (n, n + 1), elements=numbers))


def is_single_rooted_tree(heads: np.ndarray) -> bool:
    if (heads == 0).sum() != 1:
        return False
    for word in range(1, len(heads) + 1):
        seen = set()
        while word:
            if word in seen:
                return False
            seen.add(word)
            word = int(heads[word - 1])
    return True


def total(table: np.ndarray, heads: np.ndarray) -> float:
    return float(table[np.arange(len(heads)), heads].sum())


@given(scores(9))
def test_heads_always_form_one_single_rooted_tree(table: np.ndarray) -> None:
    assert is_single_rooted_tree(decode_tree(table))
    assert is_single_rooted_tree(best_tree(table))


@settings(max_examples=60, deadline=None)
@given(scores(5))
def test_the_tree_is_the_best_of_all_single_rooted_trees(table: np.ndarray) -> None:
    every = (np.array(heads) for heads in product(range(len(table) + 1), repeat=len(table)))
    best = max(total(table, heads) for heads in every if is_single_rooted_tree(heads))
    assert total(table, decode_tree(table)) == best
    assert total(table, best_tree(table)) == best


def test_no_arc_leaves_its_sentence_and_padding_has_no_head() -> None:
    sentence = np.array([[0, 0, 1, 1, 1], [0, 0, 0, -1, -1]])
    table = np.random.default_rng(0).normal(size=(2, 5, 6))
    table[0, 1, 3] = 50.0  # the strongest arc of all crosses into the next sentence
    heads = decode_trees(table, sentence)
    assert is_single_rooted_tree(heads[0, :2])
    assert is_single_rooted_tree(np.where(heads[0, 2:] == 0, 0, heads[0, 2:] - 2))
    assert is_single_rooted_tree(heads[1, :3])
    assert heads[1, 3:].tolist() == [0, 0]


@pytest.mark.parametrize("size", [1, 2, 120])
def test_sentences_of_any_length_decode(size: int) -> None:
    assert is_single_rooted_tree(decode_tree(np.random.default_rng(size).normal(size=(size, size + 1))))
