"""Crediting: which statements a record rests on, and through whom a statement reached the reader."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

from spacy.tokens import Doc

from pourparler.reading.annotations import note
from pourparler.reading.covering import Covering
from pourparler.reading.syntax import Syntax
from pourparler.records import Actor, Contact, Event, Factuality, Incident, Measure, Span, Stance, Statement, Tenure

R = TypeVar("R", Contact, Incident, Measure, Tenure, Event)
#: Whoever denies what is told relays nothing.
_DENYING = frozenset({Stance.DENIES, Stance.DOES_NOT_CONFIRM, Stance.DECLINES_TO_COMMENT})
_SILENT = frozenset({Stance.DECLINES_TO_COMMENT})


class RelayAnnotator:
    """Doc -> ``doc._.statements`` with their chains.

    The Times reported that Oslo said the line was cut.  ->  Oslo's statement comes ``via`` the Times.
    """

    requires = ("statements",)
    assigns = ("statements",)

    def __call__(self, doc: Doc) -> Doc:
        statements: list[Statement] = doc._.statements
        told = _by_content(statements)
        return note(doc, statements=[_relayed(s, told) for s in statements])


def _by_content(statements: list[Statement]) -> Covering[Statement]:
    return Covering(statements, lambda statement: [(c.start, c.end) for c in statement.content])


def _relayed(statement: Statement, told: Covering[Statement]) -> Statement:
    if statement.cue is None or statement.reader.startswith("noun:"):
        return statement  # "Blair said Iran's *claim* is untrue": who speaks of a claim does not relay it
    others = (o for o in told.at(statement.cue.start) if o is not statement and o.source is not None)
    around = [o for o in others if o.stance not in _DENYING and _holds(o, statement.cue)]
    around = [o for o in around if not _signed_together(o, statement)]
    around.sort(key=lambda o: -_size(o))
    via = [a for o in around for a in (*o.via, o.source) if a is not None]
    if statement.source is not None and _is_bare_pronoun(statement.source):
        via = via[:-1]  # "condemned what *it* called aggression": whoever condemns is meant
    kept = [a for a in via if not _same(a, statement.source)]
    return replace(statement, via=(*kept, *statement.via)) if kept else statement


def _signed_together(outer: Statement, inner: Statement) -> bool:
    """ "*Both sides* affirmed their ties and stressed ...": one mention for two states, which hand on nothing."""
    a, b = outer.source, inner.source
    return a is not None and b is not None and a.start is not None and (a.start, a.end) == (b.start, b.end)


def _is_bare_pronoun(actor: Actor) -> bool:
    return actor.text.lower() in ("it", "he", "she", "they") and actor.resolved_by is None


#: Prepositions whose noun tells when or upon what something happened.
_DATING = frozenset({"after", "following", "since", "before", "during", "amid"})


class CreditAnnotator:
    """Doc -> every deed with ``according_to`` set to the innermost statement that tells it.

    What only a denial tells is told as not done.
    """

    requires = ("statements", "contacts", "incidents", "measures", "tenures", "events")
    assigns = ("contacts", "incidents", "measures", "tenures", "events")

    def __call__(self, doc: Doc) -> Doc:
        statements: list[Statement] = doc._.statements
        kinds, told = ("contacts", "incidents", "measures", "tenures", "events"), _by_content(statements)
        syntax: Syntax = doc._.syntax
        return note(doc, **{k: [_credited(r, told, syntax) for r in getattr(doc._, k)] for k in kinds})


def _credited(record: R, told: Covering[Statement], syntax: Syntax) -> R:
    around = (s for s in told.at(record.anchor.start) if _holds(s, record.anchor))
    telling = [s for s in around if s.stance not in _SILENT and not _is_cue(s, record.anchor)]
    if not telling:
        return record
    affirming = [s for s in telling if s.stance is not Stance.DENIES]
    if not affirming and _presupposed(syntax, record.anchor):
        return record
    denying = [s for s in telling if s.stance is Stance.DENIES]
    undone = isinstance(record, Contact) and record.factuality is Factuality.NEGATED
    innermost = min((denying if undone else []) or affirming or telling, key=_size)  # "denied the claim that they met"
    changes: dict[str, object] = {"according_to": (innermost.id,)}
    if not affirming and not isinstance(record, (Measure, Tenure)) and record.factuality is Factuality.ACTUAL:
        changes["factuality"] = Factuality.NEGATED
    if isinstance(record, Contact) and record.reasons:
        changes["reasons"] = tuple(replace(r, by=r.by or _voice(innermost, r.start)) for r in record.reasons)
    return replace(record, **changes)  # type: ignore[arg-type]


def _presupposed(syntax: Syntax, anchor: Span) -> bool:
    """ "Denied having moved troops after *the clash*": what dates a denied deed is not denied."""
    i = syntax.at(anchor.start)
    dated = syntax.preposition(i) in _DATING and syntax.pos[i] == "NOUN"
    return dated and any(syntax.lower[k] in ("the", "this", "these") for k in syntax.children(i, "det"))


def _voice(statement: Statement, at: int) -> Actor | None:
    return statement.source if any(c.start <= at < c.end for c in statement.content) else None


def _holds(statement: Statement, anchor: Span) -> bool:
    return any(c.start <= anchor.start and anchor.end <= c.end for c in statement.content)


def _is_cue(statement: Statement, anchor: Span) -> bool:
    return statement.cue is not None and statement.cue.start == anchor.start


def _size(statement: Statement) -> int:
    return sum(c.end - c.start for c in statement.content)


def _same(a: Actor, b: Actor | None) -> bool:
    if b is None:
        return False
    bare = not (a.person or a.organisation or a.office or b.person or b.organisation or b.office or b.anonymous)
    if bare and a.country is not None and a.country == b.country:
        return True  # "US officials said that the US says": one voice
    return (a.person, a.organisation, a.country, a.name) == (b.person, b.organisation, b.country, b.name)
