"""What became of a visit that a noun alone tells: "during Lund's visit to Oslo", "ahead of a trip", "is on a visit"."""

from __future__ import annotations

from pourparler.reading.contacts.steps import words_of
from pourparler.reading.contacts.words import UNDECIDED
from pourparler.reading.factuality import factuality
from pourparler.reading.syntax import Syntax
from pourparler.records import Factuality, Status

#: What happens in the course of a visit happens during it.
PARTS = frozenset({"part", "course", "sideline", "margin", "end", "start", "beginning", "framework"})
_BEFORE = frozenset({"before", "ahead of", "prior to"})
_DURING = frozenset({"after", "following", "during", "since", "in", "on"})
_PREPARING = frozenset({"preparation", "arrangement", "plan", "eve"})
#: What is done about visits that were: "recalled his visit to Oslo".
_LOOKING_BACK = frozenset({"recall", "remember", "describe", "praise", "conclude", "hail", "mention"})
#: What is said of visits that are news: "The visit comes amid".
_COMING = frozenset({"come", "follow", "mark", "last"})
_NOW = frozenset({"currently", "now", "presently", "already"})


def told_of_noun(syntax: Syntax, i: int) -> tuple[int | None, Status | str | None]:
    """Who goes on the visit that the noun ``i`` tells, and what its place in the sentence says became of it."""
    preposition, above = syntax.preposition(i), syntax.head[i]
    if syntax.relation[i] == "obj" and syntax.lemma[above] in _LOOKING_BACK and syntax.possessor(i) is not None:
        told = factuality(syntax, above) is Factuality.ACTUAL and factuality(syntax, i) is Factuality.ACTUAL
        return syntax.possessor(i), Status.HELD if told else None
    if syntax.child(i, "cop") is not None and preposition == "on":
        return syntax.grammatical_subject(i), "continued"
    if preposition == "on" and (guest := _now_on(syntax, i)) is not None:
        return guest, "continued"
    goer = syntax.possessor(i)
    goer = goer if goer is not None else next(iter(syntax.obliques(i, "by", "of")), None)
    if goer is None:
        return None, None
    first = min((k for k in syntax.kids[i] if syntax.dep[k] == "case"), default=0)
    if preposition == "of" and syntax.relation[i] == "nsubj" and syntax.lemma[first - 1] in PARTS:
        return goer, Status.HELD  # "As part of Lund's visit, a treaty was signed", parsed as its subject
    if syntax.dep[i] == "nsubj":
        return goer, _told_as_subject(syntax, i)
    if syntax.relation[i] not in ("obl", "nmod"):
        return None, None
    if preposition == "of" and syntax.lemma[above] in PARTS:  # "as part of Lund's visit"
        return goer, Status.SCHEDULED if _still_to_come(syntax, i) else Status.HELD
    ahead = preposition == "of" and syntax.lower[above] == "ahead"  # "ahead of" parsed as two
    planned = ahead or preposition in _BEFORE or syntax.lemma[above] in _PREPARING
    planned = planned or (preposition in _DURING and _still_to_come(syntax, i))
    if planned:
        return goer, Status.SCHEDULED
    return goer, Status.HELD if preposition in _DURING and preposition != "on" else None


def _now_on(syntax: Syntax, i: int) -> int | None:
    """Who is on it: "Lund, *currently on a visit* to Riga, would chair the talks"."""
    if not any(syntax.lower[k] in _NOW for k in syntax.kids[i]):
        return None
    above = syntax.head[i]
    return above if syntax.pos[above] in ("NOUN", "PROPN") else syntax.subject(above)


def _told_as_subject(syntax: Syntax, i: int) -> Status | None:
    """ "Lund's visit to Oslo was a success": what is said of the visit tells that it was, or is to be.

    Whether it was called off or is in doubt other words tell.
    """
    over = syntax.head[i]
    fact = factuality(syntax, over)
    named = syntax.pos[over] == "NOUN" and any(
        syntax.dep[k] in ("det", "nummod", "nmod:poss") for k in syntax.kids[over]
    )
    linked = syntax.child(over, "cop") is not None and (named or syntax.lemma[over] == "first")
    deed = syntax.tag[over] == "VBD" and not words_of(syntax, over)
    undecided = any(syntax.lemma[k] in UNDECIDED for k in (over, *syntax.children(over, "xcomp")))
    told = (linked or deed or syntax.lemma[over] in _COMING) and not undecided
    if not told or factuality(syntax, i) is Factuality.NEGATED:
        return None
    if fact is Factuality.PLANNED or factuality(syntax, i) is Factuality.PLANNED:
        return Status.SCHEDULED
    return Status.HELD if fact in (Factuality.ACTUAL, Factuality.ONGOING) else None


def _still_to_come(syntax: Syntax, i: int) -> bool:
    """Whether what happens during or after the visit is itself a plan, or the noun says that it is one."""
    verb = next((k for k in syntax.ancestors(i) if syntax.pos[k] in ("VERB", "AUX")), None)
    over = factuality(syntax, verb) if verb is not None else Factuality.ACTUAL
    return Factuality.ACTUAL not in (over,) or factuality(syntax, i) is Factuality.PLANNED
