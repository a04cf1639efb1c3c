"""Lemmas by rule and table."""

from __future__ import annotations

import pytest

from pourparler.language.lemmas import Lemmatiser, lemma_script

LEMMATISER = Lemmatiser(
    {"verb": frozenset({"deny", "make", "plan"}), "noun": frozenset({"country"})}, {("met", "VBD"): "meet"}
)


@pytest.mark.parametrize(
    ("form", "tag", "lemma"),
    [
        ("Denied", "VBD", "deny"),
        ("making", "VBG", "make"),
        ("planned", "VBN", "plan"),
        ("countries", "NNS", "country"),
        ("met", "VBD", "meet"),
        ("organised", "VBN", "organise"),  # no base known: English has no verb "organis"
        ("finalising", "VBG", "finalise"),
        ("paralyzed", "VBD", "paralyze"),
        ("Beijing", "NNP", "Beijing"),
        ("I", "PRP", "I"),
    ],
)
def test_a_form_and_its_tag_give_the_lemma(form: str, tag: str, lemma: str) -> None:
    assert LEMMATISER.lemma(form, tag) == lemma


def test_a_script_tells_the_edit_from_form_to_lemma() -> None:
    assert (lemma_script("countries", "country"), lemma_script("was", "be")) == ("3y", "=be")
