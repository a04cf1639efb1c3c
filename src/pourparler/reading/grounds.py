"""Grounds: what somebody gives as the reason for a step, gives nothing for, or protests against."""

from __future__ import annotations

from pourparler.reading.attribution import names_a_source
from pourparler.reading.stretches import Cause, marked, matter_of, opening_of, run_of, whole
from pourparler.reading.syntax import Syntax
from pourparler.reading.tables import rows
from pourparler.records import ReasonKind

_GROUNDS = {(row["lemma"], row["slot"]): row["after"] == "trouble" for row in rows("grounds")}
_GROUND_LEMMAS = frozenset(lemma for lemma, _ in _GROUNDS)
_PROTESTING = frozenset({"protest", "condemn", "denounce", "decry", "complain", "object", "explain"})
_PROTESTS = frozenset({"protest", "complaint", "objection", "condemnation"})
_ANGER = frozenset({"dissatisfaction", "displeasure", "concern", "anger", "outrage", "dismay", "indignation"})
_LODGING = ("lodge", "file", "deliver", "register", "convey", "make", "express", "voice", "submit")
_ASKING = ("demand", "seek", "request", "ask")
#: "to lodge a protest over", "to demand an explanation for".
_LODGED = frozenset(
    {(verb, thing) for verb in _LODGING for thing in _PROTESTS | _ANGER}
    | {(verb, thing) for verb in _ASKING for thing in ("explanation", "apology", "clarification")}
)
_MATTER = ("about", "over", "against", "at", "of", "to", "for", "regarding", "concerning")
_REASONS = frozenset({"reason", "explanation", "justification", "cause"})
#: What is cited as the source of news, not as a reason.
_PAPERS = frozenset(
    {"note", "document", "report", "memo", "memorandum", "transcript", "email", "letter", "data", "agency"}
)


def ground(syntax: Syntax, k: int, broken: bool) -> Cause | None:
    """ "citing the raid", "pointing to a resolution", "saying neighbours need no referee"."""
    gerund = syntax.tag[k] == "VBG" and syntax.relation[k] in ("advcl", "acl", "parataxis", "conj", "dep", "xcomp")
    return stated(syntax, k, broken) if gerund and syntax.lemma[k] in _GROUND_LEMMAS else None


def stated(syntax: Syntax, verb: int, broken: bool) -> Cause | None:
    """What a verb such as *cite*, *blame* or *explain* gives as the reason, with its subject as the voice."""
    for slot in ("obj", "to", "of", "clause"):
        trouble = _GROUNDS.get((syntax.lemma[verb], slot))
        if trouble is None or (trouble and not broken):
            continue
        span = _slot(syntax, verb, slot)
        if span is not None:
            return Cause(*span, voice=syntax.subject(verb))
    return None


def _slot(syntax: Syntax, verb: int, slot: str) -> tuple[int, int] | None:
    if slot == "obj":
        return _blamed(syntax, verb) if syntax.lemma[verb] == "blame" else _cited(syntax, verb)
    if slot == "clause":
        told = syntax.child(verb, "ccomp")
        return None if told is None or told < verb else _that_clause(syntax, told)
    matter = matter_of(syntax, verb, slot)
    return None if matter is None else matter[:2]


def _cited(syntax: Syntax, verb: int) -> tuple[int, int] | None:
    """What is cited, unless it is where the news comes from or somebody's name."""
    thing = syntax.child(verb, "obj")
    if thing is None or syntax.lemma[thing] in _PAPERS or syntax.pos[thing] in ("PROPN", "PRON"):
        return None
    return None if names_a_source(syntax, thing) else syntax.quote_free(*run_of(syntax, thing))


def _blamed(syntax: Syntax, verb: int) -> tuple[int, int] | None:
    """ "blaming the delay on fog", "blaming Washington for the bad atmosphere", "blaming the weather"."""
    thing = syntax.child(verb, "obj")
    somebody = thing is not None and syntax.pos[thing] in ("PROPN", "PRON")
    fault = matter_of(syntax, verb, "for") if somebody else matter_of(syntax, verb, "on")
    if fault is not None:
        return fault[:2]
    return None if somebody else _cited(syntax, verb)


def _that_clause(syntax: Syntax, k: int) -> tuple[int, int]:
    first, last = run_of(syntax, k)
    first, last = syntax.quote_free(first, last)
    return syntax.quote_free(first + (syntax.lower[first] == "that"), last)


def untold(syntax: Syntax, k: int) -> Cause | None:
    """ "without giving a reason", "without explanation", "without saying why"."""
    first = opening_of(syntax, k)
    if syntax.lower[first] != "without":
        return None
    thing = k if syntax.relation[k] == "obl" else syntax.child(k, "obj", "ccomp")
    told = thing is not None and (
        syntax.lemma[thing] in _REASONS or syntax.lower[thing] == "why" or _asks_why(syntax, thing)
    )
    return Cause(first, run_of(syntax, k)[1], kind=ReasonKind.NOT_GIVEN) if told else None


def _asks_why(syntax: Syntax, k: int) -> bool:
    return any(syntax.lower[c] == "why" for c in syntax.kids[k])


def protested(syntax: Syntax, k: int) -> Cause | None:
    """What a protest is of: "to protest the ruling", "to complain about it", "to lodge a protest over it"."""
    if syntax.relation[k] not in ("advcl", "xcomp") or not marked(syntax, k, "to"):
        return None
    thing = syntax.child(k, "obj")
    if syntax.lemma[k] in _PROTESTING and thing is not None:
        return whole(syntax, thing)
    things = [] if thing is None else syntax.conjuncts(thing)
    lodged = any((syntax.lemma[k], syntax.lemma[c]) in _LODGED for c in things)
    if not lodged and syntax.lemma[k] not in _PROTESTING:
        return None
    carriers = (k, *things) if lodged else (k,)
    return next((cause for c in carriers if (cause := matter_of(syntax, c, *_MATTER)) is not None), None)


def of_protest(syntax: Syntax, k: int) -> bool:
    """ "a protest", "a note of protest", "a protest note"."""
    beside = (*syntax.obliques(k, "of"), *syntax.children(k, "compound"))
    return syntax.lemma[k] in _PROTESTS or any(syntax.lemma[c] in _PROTESTS for c in beside)


def noted(syntax: Syntax, k: int) -> Cause | None:
    """What a note is of that a protest hands over: "handed him a memorandum of protest at the entry"."""
    if syntax.dep[k] != "obj" or not of_protest(syntax, k):
        return None
    carriers = (k, *syntax.obliques(k, "of"), syntax.head[k])
    matter = (m for c in carriers for m in syntax.obliques(c, "at", "over", "against", "about") if m > k)
    first = next(matter, None)
    return None if first is None else whole(syntax, first)
