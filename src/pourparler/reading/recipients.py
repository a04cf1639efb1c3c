"""Whom a deed is done to: the parties in the slots of its row, without those who do it."""

from __future__ import annotations

from spacy.tokens import Doc

from pourparler.reading.actors import official
from pourparler.reading.crowds import of_one_state, protested_against
from pourparler.reading.forces import Forces, state_at
from pourparler.reading.parties import (
    actors_in,
    doer_token,
    opposed,
    parties_in,
    sender_token,
    slot_tokens,
    thing_token,
)
from pourparler.reading.platforms import is_platform
from pourparler.reading.syntax import Syntax
from pourparler.reading.triggers import Row
from pourparler.records import Actor, side_of

#: What a state's organs and its people do to each other is politics, too.
_AT_HOME = frozenset({"PROTEST", "COERCE", "ASSAULT"})
#: Types of deeds that are words.
WORDS = frozenset({"ACCUSE", "REQUEST", "REJECT", "THREATEN", "SUPPORT"})


def recipients_of(doc: Doc, i: int, row: Row, actors: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """Whom it is done to: another state, its people and things, an organisation, an armed group."""
    syntax: Syntax = doc._.syntax
    slots = row["recipient"].split(";")
    tokens = slot_tokens(syntax, i, ";".join(s for s in slots if s != "in"))
    if row["type"] == "MOBILIZE":  # "sent troops *to the Latvian border*": where to, and not at whom
        tokens = [k for k in tokens if syntax.preposition(k) != "to" or syntax.lemma[k] not in ("border", "frontier")]
    if row["type"] == "REQUEST" and sender_token(syntax, i) is not None:
        tokens = [*tokens, syntax.head[i]]
    if row["type"] == "REQUEST":  # "urged to restrain Riga": somebody else is urged
        below = syntax.child(i, "xcomp")
        thing = thing_token(syntax, below) if below is not None else None
        tokens = [k for k in tokens if thing is None or k not in syntax.conjuncts(thing)]
    found = parties_in(syntax, doc._.actors, tokens)
    if row["type"] == "PROTEST" and not found:
        found = protested_against(doc, i)
    if row["type"] == "ASSAULT":  # "Indian *posts*": of its forces
        found = Forces(doc).of(tokens)
    for slot in {"in", "at"} & {*slots}:  # "in Yemen" is done to Yemen, "in the Yemen war" may be done to anybody
        found += states_at(doc, slot_tokens(syntax, i, slot))
    if row["type"] == "ACCUSE":  # "a protest over the sinking by a Chinese *trawler*": not to the trawler
        found = tuple(a for a in found if a.sectors[:1] != ("CVL",) or not is_platform(doc, syntax.at(a.end - 1)))
    ours = {
        (a.start, a.end) for a in found if any(side_of(a) == side_of(b) for b in actors)
    }  # "urged both sides": its own, too
    found = tuple(a for a in found if (a.start, a.end) not in ours or _alone(a, found))
    if row["type"] in WORDS and not mutual(syntax, i, row):
        found = _without_doers(doc, i, found)
    found = _accused(doc, i, row, found)
    return tuple(a for a in found if a not in actors and all(_apart(a, b, row) for b in actors) and _is_party(a))


def _apart(one: Actor, other: Actor, row: Row) -> bool:
    """Another party, also at home where a state's organs and its people stand against each other."""
    return opposed(one, other) or (row["type"] in _AT_HOME and of_one_state(one, other))


def _accused(doc: Doc, i: int, row: Row, found: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """ "Protested to the UN *over Riga's raid*": who is charged, and not the council that is told."""
    if row["type"] != "ACCUSE" or not any(a.sectors[:1] == ("IGO",) for a in found):
        return found
    return charged_by(doc, i) or found


def charged_by(doc: Doc, i: int) -> tuple[Actor, ...]:
    """The states whose deeds are complained of: "lodged a protest with the council *over Riga's strike*"."""
    charged = parties_in(doc._.syntax, doc._.actors, slot_tokens(doc._.syntax, i, "against;over;about"))
    return tuple(a for a in charged if a.country is not None)


def _without_doers(doc: Doc, i: int, found: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """ "Riga *and Oslo* hailed the accord": the second of two doers is no recipient."""
    doer = doer_token(doc._.syntax, i)
    joined = doc._.syntax.conjuncts(doer) if doer is not None else []
    doers = {(a.start, a.end) for a in actors_in(doc._.actors, joined)} if len(joined) > 1 else set()
    return tuple(a for a in found if (a.start, a.end) not in doers)


def _alone(actor: Actor, found: tuple[Actor, ...]) -> bool:
    return sum((a.start, a.end) == (actor.start, actor.end) for a in found) == 1


def states_at(doc: Doc, tokens: list[int]) -> tuple[Actor, ...]:
    """ "lashed out at *Riga*": a state, though its name stands like that of a place."""
    return tuple(a for a in (state_at(doc, k) for k in tokens) if a is not None)


def _is_party(actor: Actor) -> bool:
    return official(actor) or actor.country is not None


def mutual(syntax: Syntax, i: int, row: Row) -> bool:
    """Whether several doers do it to one another: "accused each other", a row whose slot says so."""
    thing = thing_token(syntax, i)
    others = (k for k in syntax.subtree(i) if k > i and syntax.lower[k] == "other" and syntax.lower[k - 1] == "each")
    each = any(
        syntax.pos[i] == "NOUN" or _deed_over(syntax, k) == i for k in others
    )  # not "hailed the plan to visit *each other*"
    return "sides" in row["recipient"].split(";") or each or (thing is not None and syntax.lower[thing] == "other")


def _deed_over(syntax: Syntax, k: int) -> int | None:
    """The nearest verb over a word."""
    return next((a for a in syntax.ancestors(k) if syntax.pos[a] == "VERB"), None)
