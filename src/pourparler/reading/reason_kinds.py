"""The kinds of reasons, by what the words mean."""

from __future__ import annotations

import re

from pourparler.reading.syntax import Syntax
from pourparler.reading.tables import rows
from pourparler.records import ReasonKind

_KINDS = tuple(
    (
        ReasonKind(row["kind"]),
        frozenset(row["words"].split(";")),
        re.compile(rf"\b(?:{row['words'].replace(';', '|')})\b"),
    )
    for row in rows("reasons")
)
#: So many rows at the end hold words that say little: "Covid-19 restrictions", "the dispute over the arrests".
_WEAK = 2
#: Kinds that are hardly ever the topic of talks.
WEIGHTY = frozenset({ReasonKind.INCIDENT, ReasonKind.VISIT, ReasonKind.EXERCISE, ReasonKind.SANCTIONS})


def kind_of(syntax: Syntax, first: int, last: int) -> ReasonKind:
    """The kind of reason that the words tell: by the word that governs them, else by the first row with one of them."""
    top = next((k for k in range(first, last + 1) if not first <= syntax.head[k] <= last or syntax.head[k] == k), first)
    for kind, words, _ in _KINDS[:-_WEAK]:
        if syntax.lemma[top] in words and not _tripped(syntax, top):
            return kind
    told = " ".join("stumble" if _tripped(syntax, k) else syntax.lemma[k] for k in range(first, last + 1))
    return next((kind for kind, _, pattern in _KINDS if pattern.search(told)), ReasonKind.OTHER)


def _tripped(syntax: Syntax, k: int) -> bool:
    """ "after he tripped on the stairs": a fall, and no journey."""
    return syntax.lemma[k] == "trip" and syntax.pos[k] == "VERB"
