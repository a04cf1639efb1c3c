"""Which word makes a deed negated, planned, possible: the nearest that could, told as what it does."""

from __future__ import annotations

from typing import Any

from pourparler.explaining.grounds import trace_of
from pourparler.explaining.phrasing import quoted
from pourparler.reading.factuality import EFFECTS
from pourparler.reading.syntax import Syntax
from pourparler.records import Factuality, Record


def factuality_words(doc: Any, record: Record) -> str:
    """Why the deed is told so; empty where it is told as done and no word qualifies it."""
    fact = getattr(record, "factuality", Factuality.ACTUAL)
    tokens = trace_of(doc, record).tokens
    if fact is Factuality.ACTUAL:
        return ""
    if fact is Factuality.HABITUAL:
        return "by a schedule or a word of habit beside it"
    word = next((w for k in tokens if (w := _qualifier(doc._.syntax, k, fact)) is not None), None)
    if word is not None:
        return f"by {quoted(word)}"
    return _UNTOLD.get(fact, "by the clauses it stands in")


_UNTOLD = {Factuality.NEGATED: "by a negation in its clause, or since only a denial tells it"}


def _qualifier(syntax: Syntax, i: int, fact: Factuality) -> str | None:
    """The negation or auxiliary of the word itself, else the word above it that presents deeds so."""
    if fact is Factuality.NEGATED and (no := syntax.negation(i)) is not None:
        return syntax.word[no]
    for k in (*syntax.kids[i], *syntax.ancestors(i)):
        if EFFECTS.get(syntax.lemma[k]) is fact:
            return syntax.word[k]
    auxiliary = next((k for k in syntax.kids[i] if syntax.dep[k] == "aux" and fact is not Factuality.NEGATED), None)
    return syntax.word[auxiliary] if auxiliary is not None else None
