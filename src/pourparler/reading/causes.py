"""Causes: the words after which a clause tells why a measure was taken."""

from __future__ import annotations

from pourparler.reading.syntax import Syntax
from pourparler.records import Span

_CAUSES = frozenset(
    {
        "over",
        "for",
        "because of",
        "due to",
        "in response to",
        "in protest at",
        "in retaliation for",
        "following",
        "as a result of",
        "on account of",
        "owing to",
        "after",
    }
)
_CLAUSES = frozenset({"after", "because", "for", "since"})
#: What an envoy is called home for, and how long or for whom a thing is done: no reasons.
_NO_REASONS = frozenset({"consultation", "talk", "time", "month", "year", "week", "day", "hour"})

_DISTANCES = frozenset(
    {
        "shortly",
        "soon",
        "immediately",
        "moment",
        "minute",
        "hour",
        "day",
        "week",
        "month",
        "year",
        "long",
        "just",
        "barely",
    }
)


def reason_of(syntax: Syntax, core: int, step: int, *, for_whom: bool) -> Span | None:
    """Why it was taken: "over the overflight", "for spying", "after a bombing".

    ``for_whom``: "for" tells of this measure whom it is for: "suspended visas *for students*".
    """
    for i in dict.fromkeys((step, core)):
        for k in syntax.kids[i]:
            if k > i and _is_cause(syntax, k) and not (for_whom and syntax.preposition(k) == "for"):
                inside = [c for c in syntax.kids[k] if syntax.dep[c] in ("case", "mark") and c < k]
                tokens = syntax.subtree(k, inside)
                start, end = syntax.chars(*syntax.quote_free(tokens[0], tokens[-1]))
                return Span(start=start, end=end, text=syntax.text[start:end])
    return None


def _dates(syntax: Syntax, k: int) -> bool:
    """ "*Shortly* after the killing", "*two days* after": how long after dates a measure and need be no reason."""
    before = (
        c for c in syntax.kids[k] if c < k and syntax.dep[c] in ("advmod", "obl", "obl:unmarked", "nmod:unmarked")
    )
    return any(syntax.lemma[c] in _DISTANCES for c in before)


def _is_cause(syntax: Syntax, k: int) -> bool:
    if syntax.relation[k] == "advcl":
        if syntax.tag[k] == "VBG" and syntax.word[k - 1] == ",":
            return False  # "after Lund, *speaking in Oslo*, called it a plague": an aside, and not what he did
        return any(syntax.dep[c] == "mark" and syntax.lower[c] in _CLAUSES for c in syntax.kids[k])
    marked = syntax.preposition(k)
    if marked not in _CAUSES or syntax.lemma[k] in _NO_REASONS:
        return False
    if marked in ("after", "following") and _dates(syntax, k):
        return False
    return marked != "for" or syntax.pos[k] != "PROPN"
