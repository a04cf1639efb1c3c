"""Why a step was taken, by whose voice, and what a side asks for before contact."""

from __future__ import annotations

from itertools import chain

from spacy.tokens import Doc

from pourparler.reading.actors import Actors, official
from pourparler.reading.conditions import conditions_of
from pourparler.reading.explanations import find_explanations
from pourparler.reading.motives import find_causes, governors
from pourparler.reading.reason_kinds import kind_of
from pourparler.reading.stretches import Cause
from pourparler.reading.syntax import Syntax
from pourparler.records import Actor, Reason, ReasonKind, Statement

__all__ = ["conditions_of", "reasons_of"]

#: Words of which a reason needs one: an adverb or a pronoun alone is what the parse left of it.
_TELLING = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})


def reasons_of(doc: Doc, tokens: list[int], *, broken: bool = False) -> tuple[Reason, ...]:
    """Reasons told at any of the tokens of a contact: "because of", "prevented by", "citing".

    Of a step that is ``broken`` (a summons, a cancellation) what it is "over", "after" or "to protest" is one too, and
    so is what the next sentence gives as the reason.
    """
    syntax: Syntax = doc._.syntax
    actors: Actors = doc._.actors
    beside = governors(syntax, list(dict.fromkeys(tokens)))
    causes = find_causes(syntax, beside, broken=broken)
    told = chain(causes, find_explanations(syntax, actors, beside)) if broken else causes
    found: dict[tuple[int, int], Reason] = {}
    for cause in told:
        reason = _reason(doc, cause)
        if reason is not None and not any(r.start < reason.end and reason.start < r.end for r in found.values()):
            found[reason.start, reason.end] = reason
    return tuple(found[s] for s in sorted(found))


def _reason(doc: Doc, cause: Cause) -> Reason | None:
    """The reason in words; None where they are only a date or name somebody."""
    syntax: Syntax = doc._.syntax
    start, end = syntax.chars(cause.first, cause.last)
    dates = ((d.start, d.end) for d in doc._.dates.all if d.start is not None and d.end is not None)
    if any(a < end and start < b and b - a >= end - start - 4 for a, b in dates):
        return None
    if not any(syntax.pos[k] in _TELLING for k in range(cause.first, cause.last + 1)):
        return None  # "after then"
    kind = cause.kind or kind_of(syntax, cause.first, cause.last)
    actor = doc._.actors.one(cause.voice) if cause.voice is not None else None
    if cause.voice is not None and cause.first <= cause.voice <= cause.last:  # "fog prevented": a cause, not a voice
        if kind is ReasonKind.OTHER or any(map(official, doc._.actors.all(cause.voice))):
            return None
        actor = None
    if actor is not None and not (actor.code or actor.person or actor.anonymous):
        actor = None  # a thing gives no reasons
    by = actor or _speaker(doc, start, end)
    return Reason(kind=kind, by=by, text=syntax.text[start:end], start=start, end=end)


def _speaker(doc: Doc, start: int, end: int) -> Actor | None:
    """The source of the innermost statement that holds the words; None where the outlet gives them."""
    statements: list[Statement] = doc._.statements
    around = [(c.end - c.start, s.source) for s in statements for c in s.content if c.start <= start and end <= c.end]
    return min(around, key=lambda held: held[0])[1] if around else None
