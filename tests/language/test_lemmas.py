"""Lemmas as edit scripts."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from pourparler.language.lemmas import apply_script, lemma_script

WORDS = st.text(st.characters(codec="ascii", categories=("Ll", "Lu")), min_size=1, max_size=12)


@given(WORDS, WORDS)
def test_a_script_leads_from_form_to_lemma(form: str, lemma: str) -> None:
    assert apply_script(form, lemma_script(form, lemma)) == lemma.lower()
