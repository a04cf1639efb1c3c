"""Quotations: what stands between quotation marks."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pourparler.reading.quotes import find_quotes


def quoted(text: str) -> list[str]:
    return [text[q.start : q.end] for q in find_quotes(text)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('"The line is open," she said.', ["The line is open"]),
        ("“The line is open,” she said.", ["The line is open"]),
        pytest.param(
            "„The line is open“, she said.",
            ["The line is open"],
        ),
        ("« The line is open », she said.", ["The line is open"]),
        ("She called it “open” and “safe”.", ["open", "safe"]),
        ("'The line is open,' she said.", ["The line is open"]),
        ("'We don't know,' she said.", ["We don't know"]),
        ('She said "we don\'t know".', ["we don't know"]),
        ("“He said ‘never’ to me,” she said.", ["He said ‘never’ to me"]),
        ("“Is the line open?” she asked.", ["Is the line open?"]),
        ("“The line is open,’’ she said.", ["The line is open"]),
        ("``The line is open,'' she said.", ["The line is open"]),
        ("‘‘The line is open,’’ she said.", ["The line is open"]),
        ("“The line is open,“ she said. “It is safe.“", ["The line is open", "It is safe."]),
    ],
)
def test_the_words_between_marks_are_quoted(text: str, words: list[str]) -> None:
    assert quoted(text) == words


@pytest.mark.parametrize(
    "text",
    [
        "",
        "The ministers' talks ended.",
        "Norway's boat came from Oslo's port.",
        "The '90s were calm.",
        "“” said nothing.",
        '" "',
    ],
)
def test_apostrophes_and_empty_marks_are_no_quotations(text: str) -> None:
    assert quoted(text) == []


def test_a_quotation_left_open_ends_with_its_paragraph() -> None:
    (quote,) = find_quotes("“We wait.\n\nThe line was open.")
    assert (quote.closed, quote.end) == (False, len("“We wait."))


def test_a_quotation_goes_on_in_the_next_paragraph_that_opens_with_a_mark() -> None:
    first, second = find_quotes("“We wait.\n\n“We hope,” she said.")
    assert (first.closed, first.continues) == (False, False)
    assert (second.closed, second.continues) == (True, True)


def test_a_new_quotation_after_a_closed_one_continues_nothing() -> None:
    assert [q.continues for q in find_quotes("“We wait.”\n\n“We hope,” she said.")] == [False, False]


@given(st.text(st.sampled_from("ab, .'\"“”„«»‘’\n"), max_size=60))
def test_quotations_of_any_text_stand_in_order_and_inside_their_marks(text: str) -> None:
    quotes = find_quotes(text)
    for quote in quotes:
        assert 0 <= quote.outer_start < quote.start < quote.end <= quote.outer_end <= len(text)
    assert all(a.outer_end <= b.outer_start for a, b in pairwise(quotes))
