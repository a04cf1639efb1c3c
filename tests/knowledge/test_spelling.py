"""Names are known in whatever spelling newspapers use."""

from __future__ import annotations

import pytest

from pourparler.knowledge import Knowledge
from pourparler.knowledge.spelling import spelled


@pytest.mark.parametrize(
    ("told", "person"),
    [
        ("Tamim bin Hamad Al-Thani", "Tamim bin Hamad Al Thani"),
        ("Sergey Lavrov", "Sergei Lavrov"),
        ("Volodymyr Zelenskiy", "Volodymyr Zelenskyy"),
        ("Aleksandr Lukashenka", "Alexander Lukashenko"),
    ],
)
def test_a_holder_is_found_in_another_spelling(told: str, person: str) -> None:
    assert {term.person for term in Knowledge.load().terms_of(told)} == {person}


@pytest.mark.parametrize(
    ("one", "other"), [("Ann Lie", "Anna Lie"), ("Omar Said", "Omar Saleh"), ("Kim Il", "Kim Jong Il")]
)
def test_other_names_keep_keys_of_their_own(one: str, other: str) -> None:
    assert spelled(one) != spelled(other)
