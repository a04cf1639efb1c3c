"""Calls on the other side to come to talks: "urged Riga to resume talks", "asked our brothers to come back"."""

from __future__ import annotations

from pourparler.reading.actors import Actors, official
from pourparler.reading.contacts.drafts import CORES, Draft
from pourparler.reading.contacts.phrases import Idiom, joined_modifiers
from pourparler.reading.contacts.plausibility import channel_of, plausible
from pourparler.reading.contacts.words import JOINING, LIGHT
from pourparler.reading.factuality import factuality
from pourparler.reading.syntax import Syntax
from pourparler.records import Actor, Channel, Factuality, side_of

#: What those asked are to do with the talks, beside what joins them or is had of them.
_COMING = frozenset({"resume", "return", "restart", "come", "sit", "reopen", "attend", "open", "engage", "rejoin"})
_TABLES = frozenset({"negotiating", "negotiation", "negotiations", "bargaining"})
_NOT_HAD = frozenset({"message", "summons", "exercise"})
_KIN = frozenset({"brother", "friend", "neighbour", "neighbor", "partner", "colleague", "brethren"})
_MADE = frozenset({Factuality.ACTUAL, Factuality.PLANNED, Factuality.NEGATED, Factuality.HABITUAL})


def urging(syntax: Syntax, actors: Actors, i: int, idiom: Idiom) -> Draft | None:
    """ "called on Riga to sit down for talks": who calls on the other wants them; no third party's urging."""
    asked = _asked(syntax, i, idiom)
    clause = _clause(syntax, i, asked) if asked is not None else None
    if asked is None or clause is None:
        return None
    asker = syntax.subject(i)
    facing = _called_on(syntax, actors, asked)
    asking = [a for a in actors.all(asker) if official(a)]
    core = _core(syntax, clause)
    if facing is None or core is None or not asking or side_of(asking[0]) == side_of(facing):
        return None
    fact = factuality(syntax, i)
    if fact not in _MADE or _third(syntax, actors, (core, clause), asking[0], asked):
        return None
    channel = Channel.TALKS if syntax.lemma[core] == "table" else _channel(syntax, core)
    draft = Draft(core, channel, False, steps=[(i, idiom.status)], doer=asker, facing=facing)
    draft.links = [clause] if clause != core else []
    draft.told = idiom.status, fact
    return draft


def _called_on(syntax: Syntax, actors: Actors, asked: int) -> Actor | None:
    """Who is called on; "our *Latvian* brothers" are Latvia."""
    named = [asked, *(joined_modifiers(syntax, asked) if syntax.lemma[asked] in _KIN else [])]
    return next((a for k in named for a in actors.all(k) if official(a)), None)


def _asked(syntax: Syntax, i: int, idiom: Idiom) -> int | None:
    """Who is called on; "requested *that Riga return*" names them in the clause."""
    near = [*syntax.children(i, "iobj", "obj"), *syntax.obliques(i, *idiom.words)]
    that = syntax.child(i, "ccomp")
    if not near and that is not None and syntax.tag[that] in ("VB", "VBP"):
        return syntax.child(that, "nsubj")
    return near[0] if near else None


def _clause(syntax: Syntax, i: int, asked: int) -> int | None:
    clauses = [k for c in (i, asked) for k in syntax.children(c, "xcomp", "advcl", "acl", "ccomp")]
    own = [c for k in clauses if k > asked or syntax.head[asked] == k for c in syntax.conjuncts(k)]
    own = [k for k in own if syntax.tag[k] in ("VB", "VBP") and syntax.negation(k) is None]
    return next((k for k in own if _core(syntax, k) is not None), None)


def _core(syntax: Syntax, clause: int) -> int | None:
    """The talks that those asked are to come to: *talks* of "resume talks", *meet* of "meet us"."""
    near = [*syntax.children(clause, "obj"), *syntax.obliques(clause, "to", "for", "at", "in", "into", "with")]
    for k in near:
        row = CORES.get((syntax.lemma[k], "noun"))
        words = {syntax.lower[c] for c in syntax.children(k, "compound", "amod")}
        plain = {syntax.lower[c] for c in syntax.kids[k]} <= {"to", "the"} and syntax.lemma[clause] in (
            "return",
            "come",
        )
        table = syntax.lemma[k] == "table" and (bool(words & _TABLES) or plain)
        had = row is not None and row["kind"] in ("contact", "line") and row["channel"] not in _NOT_HAD
        does = syntax.lemma[clause] in _COMING | JOINING | LIGHT
        if does and (table or (had and row is not None and plausible(syntax, k, row))):
            return k
    row = CORES.get((syntax.lemma[clause], "verb"))
    dealing = row is not None and row["channel"] in ("talks", "meeting") and syntax.lemma[clause] in _DEALING
    return clause if dealing else None


_DEALING = frozenset({"meet", "negotiate", "talk"})


def _channel(syntax: Syntax, core: int) -> Channel:
    row = CORES[syntax.lemma[core], "noun" if syntax.pos[core] == "NOUN" else "verb"]
    return channel_of(syntax, core, row)


def _third(syntax: Syntax, actors: Actors, words: tuple[int, ...], asker: Actor, asked: int) -> bool:
    """ "urged Riga to hold talks *with Oslo*", "urged Riga and Oslo to meet": who urges it is no side of it."""
    partners = [k for w in words for k in syntax.obliques(w, "with", "between", "to", "on")]
    partners += [k for w in words if syntax.lemma[w] == "meet" for k in syntax.children(w, "obj")]
    named = [a for k in partners for a in actors.all(k) if official(a)]
    if any(side_of(a) != side_of(asker) for a in named):
        return True
    return len({side_of(a) for a in actors.all(asked) if official(a)}) > 1
