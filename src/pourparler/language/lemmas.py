"""Lemmas by rule and table: English inflects regularly enough that a classifier is the wrong tool.

A form and its Penn tag give candidates ("rejected", VBD: *reject*, *rejecte*); the first known base form is the lemma.
Irregular forms stand in a table of exceptions. Both are facts read from the treebanks when the model is built.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

_VOWELS = frozenset("aeiou")
#: Penn tag -> the kind of base form that its word has. Tags not named here are their own lemma.
KINDS = {
    "NNS": "noun",
    "VBD": "verb",
    "VBN": "verb",
    "VBG": "verb",
    "VBZ": "verb",
    "JJR": "adj",
    "JJS": "adj",
    "RBR": "adj",
    "RBS": "adj",
    "NNPS": "noun",
}
_SHORT = {
    "'re": "be",
    "'s": "be",
    "'m": "be",
    "'ve": "have",
    "'ll": "will",
    "'d": "would",
    "n't": "not",
    "ca": "can",
    "wo": "will",
}


def candidates(form: str, tag: str) -> Iterator[str]:
    """Base forms that a regular inflection may have, the likeliest first when none is known.

    >>> list(candidates("notified", "VBD"))[:2], list(candidates("making", "VBG"))
    (['notify', 'notifi'], ['mak', 'make'])
    """
    if tag in ("VBD", "VBN"):
        if form.endswith("ied"):
            yield form[:-3] + "y"
        if form.endswith("ed"):
            yield from _stem(form[:-2])
    elif tag == "VBG" and form.endswith("ing"):
        yield from _stem(form[:-3])
    elif tag in ("VBZ", "NNS", "NNPS"):
        if form.endswith("men") and tag == "NNS":
            yield form[:-3] + "man"
        if form.endswith("ies"):
            yield form[:-3] + "y"
        if form.endswith(("ches", "shes", "sses", "xes", "zzes", "oes")):
            yield form[:-2]
        if form.endswith("s") and not form.endswith(("ss", "us")):
            yield form[:-1]
        if form.endswith("es"):
            yield form[:-2]
    elif tag in ("JJR", "RBR", "JJS", "RBS"):
        ending = "er" if tag.endswith("R") else "est"
        if form.endswith("i" + ending):
            yield form[: -len(ending) - 1] + "y"
        if form.endswith(ending):
            yield from _stem(form[: -len(ending)])


#: Endings that no English base form has without an e: "organis(e)d", "analys(e)d", "dissolv(e)d".
_SILENT = ("is", "iz", "ys", "yz", "v", "dg")


def _stem(stem: str) -> Iterator[str]:
    """The stem, with a doubled consonant undone, and with an e."""
    if len(stem) > 2 and stem[-1] == stem[-2] and stem[-1] not in _VOWELS and stem[-1] not in "lsz":
        yield stem[:-1]
    if len(stem) > 3 and stem.endswith(_SILENT):
        yield stem + "e"
    yield stem
    yield stem + "e"
    if len(stem) > 2 and stem[-1] == stem[-2]:
        yield stem[:-1]


@dataclass(frozen=True, slots=True)
class Lemmatiser:
    """Form and Penn tag to lemma. Proper nouns keep their form, everything else is lower-cased."""

    bases: Mapping[str, frozenset[str]]
    exceptions: Mapping[tuple[str, str], str]

    @classmethod
    def load(cls, path: Path) -> Lemmatiser:
        """Reads ``lemmas.json`` of a model."""
        table = json.loads(path.read_text(encoding="utf-8"))
        exceptions = {(form, tag): lemma for tag, forms in table["exceptions"].items() for form, lemma in forms.items()}
        return cls({kind: frozenset(words) for kind, words in table["bases"].items()}, exceptions)

    def lemma(self, form: str, tag: str) -> str:
        """The lemma of a word.

        >>> Lemmatiser({"verb": frozenset({"reject"})}, {("met", "VBD"): "meet"}).lemma("rejected", "VBD")
        'reject'
        """
        if tag == "NNP":
            return form
        low = form.lower().replace("’", "'")
        found = self.exceptions.get((low, tag))
        if found is None:
            found = self.regular(low, tag)
        return (
            found.capitalize()
            if tag == "NNPS" and form[:1].isupper()
            else "I"
            if found == "i" and tag == "PRP"
            else found
        )

    def regular(self, form: str, tag: str) -> str:
        """The lemma by rule alone."""
        kind = KINDS.get(tag)
        if kind is None:
            return _SHORT.get(form, form) if tag in ("VBP", "VBZ", "MD", "RB") else form
        known = self.bases.get(kind, frozenset())
        guesses = list(candidates(form, tag))
        return next((g for g in guesses if g in known), guesses[0] if guesses else form)


# --- edit scripts, by which the network is given its lemma task ----------------------------------------


def lemma_script(form: str, lemma: str) -> str:
    """The edit that turns a lower-cased form into its lemma (an auxiliary task in training).

    >>> lemma_script("countries", "country"), lemma_script("was", "be")
    ('3y', '=be')
    """
    form, lemma = form.lower(), lemma.lower()
    shared = 0
    while shared < min(len(form), len(lemma)) and form[shared] == lemma[shared]:
        shared += 1
    return f"{len(form) - shared}{lemma[shared:]}" if shared else f"={lemma}"
