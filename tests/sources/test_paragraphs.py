"""Characters and paragraphs: what is invisible goes, wrapped lines are joined, all else is kept as written."""

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pourparler.sources import article_from_text
from pourparler.sources.characters import clean_characters
from pourparler.sources.paragraphs import split_paragraphs

WORDS = ("The coast guards of the two sides resumed their joint harbour patrols on Monday after a pause of two weeks "
         "that had followed a collision near the outer breakwater in which nobody was hurt.")  # fmt: skip


@pytest.mark.parametrize(
    ("text", "clean", "whys"),
    [
        ("a\r\nb\rc\u2028d", "a\nb\nc\nd", []),
        ("a\u00a0b \t c", "a b c", []),
        ("ca\x00ll\x07", "call", ["control character"]),
        ("\u202ecall\u202c \u200eme\u200f", "call me", ["direction mark"]),
        ("\ufeffho\u00adtline\u200b", "hotline", ["zero-width character"]),
        ('"an open quote', '"an open quote', []),
        ("démarche e\u0301 “ok”", "démarche e\u0301 “ok”", []),
    ],
)
def test_only_what_is_invisible_is_taken_out(text, clean, whys):
    cleaned, removed = clean_characters(text)
    assert (cleaned, [piece.why for piece in removed]) == (clean, whys)


def test_what_was_taken_out_is_told_by_name():
    article = article_from_text("The \u202ecall\u202c was refused.", key="test")
    assert "RIGHT-TO-LEFT OVERRIDE (U+202E) x1" in article.removed[0].text


@given(st.integers(55, 90))
def test_hard_wrapped_paragraphs_are_joined_again(width):
    text = "\n\n".join(textwrap.fill(WORDS, width, break_on_hyphens=False) for _ in range(3))
    assert split_paragraphs(text) == [WORDS] * 3


def test_lines_that_are_not_wrapped_are_paragraphs():
    lines = ["China rejected the call on Monday, two officials said.", "The Pentagon said that it would try again."]
    assert split_paragraphs("\n".join(lines)) == lines


def test_a_word_split_at_its_hyphen_keeps_it():
    text = (
        "The two sides met on the edge of the summit of Indo-\nPacific ministers and agreed to go on with the\ntalks."
    )
    assert split_paragraphs(text) == [" ".join(text.split()).replace("Indo- Pacific", "Indo-Pacific")]
