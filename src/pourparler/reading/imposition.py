"""Imposition: who imposes a measure, and on whom."""

from __future__ import annotations

from pourparler.reading.actors import Actors, official
from pourparler.reading.joint import each_side, makers_of
from pourparler.reading.parties import doer_token, parties_in, thing_token
from pourparler.reading.syntax import Syntax
from pourparler.records import Actor, MeasureStatus, MeasureType, side_of

#: Measures that two sides take together.
JOINT = frozenset({MeasureType.CEASEFIRE, MeasureType.AGREEMENT})
#: Measures on what goes on between states, of which "with", "from" and "in" tell the other state.
WIDE = frozenset({MeasureType.SUSPENSION, MeasureType.OTHER, MeasureType.BAN})
#: "Cut ties *in favour of China*": a noun of manner tells of nobody the measure is on.
_MANNERS = frozenset({"favor", "favour", "solidarity", "protest", "retaliation", "response", "support", "reaction"})
_ON = ("on", "against", "to", "upon")
_ON_STATES = (*_ON, "with", "for", "from", "of", "in")


def parties_of(
    syntax: Syntax, actors: Actors, core: int, step: int, kind: MeasureType, status: MeasureStatus
) -> tuple[tuple[Actor, ...], tuple[Actor, ...]]:
    """Who imposes it, and on whom. In a demand the subject of *lift* is the one asked to."""
    doer = doer_token(syntax, step)
    by = list(actors.all(doer))
    if core != step:
        owner = syntax.possessor(core)
        if owner is not None and syntax.pos[owner] == "PRON" and by:
            owner = None  # "urged Oslo to lift its sanctions": Oslo's
        owners = [owner, *syntax.named_modifiers(core)]
        own = [a for k in owners if k is not None for a in actors.all(k)]
        by = own or by if status in (MeasureStatus.LIFTED, MeasureStatus.DEMANDED_LIFTED) else by or own
    makers = _apart(tuple(a for a in by if official(a) and not _mixed(a))) or _implied(syntax, actors, core, kind)
    if status is MeasureStatus.VIOLATED and not makers and syntax.pos[step] == "NOUN":
        verb = syntax.head[step]  # "condemns violations by Riga": the parse may hang Riga on the verb
        late = [] if syntax.passive(verb) else syntax.obliques(verb, "by")
        makers = tuple(a for k in late for a in actors.all(k) if official(a))
    if kind in JOINT:
        return _joint(syntax, actors, core, step, status, makers), ()
    on = parties_in(syntax, actors, _targets(syntax, actors, core, step, kind), of=True)
    own_sides = {side_of(a) for a in makers}
    known = tuple(a for a in on if (a.country or a.person or a.organisation) and a not in makers and not _mixed(a))
    found = tuple(a for a in known if not any(_inside(a, b) for b in known))
    apart = tuple(a for a in found if side_of(a) not in own_sides)
    return makers, apart or (found if kind is not MeasureType.OTHER else ())


def _mixed(actor: Actor) -> bool:
    """ "Its NATO *allies*": members of an organisation are not those of one state."""
    return actor.sectors[:1] == ("IGO",) and actor.country is not None


def _apart(found: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """The actors, each once: two parts of one state's name are not two states."""
    return tuple(a for k, a in enumerate(found) if a.person or all(a.code != b.code for b in found[:k]))


def _inside(one: Actor, other: Actor) -> bool:
    """Whether one actor's words stand in those of another of its side: the *Russian* of "two Russian diplomats"."""
    smaller = other.start <= one.start and one.end <= other.end and (one.start, one.end) != (other.start, other.end)
    return smaller and side_of(one) == side_of(other)


def _implied(syntax: Syntax, actors: Actors, core: int, kind: MeasureType) -> tuple[Actor, ...]:
    """Who imposed it, told by another clause: "sanctions imposed *by Oslo* were lifted", "ordered to leave *Oslo*"."""
    told = [] if kind in JOINT else [syntax.agent(k) for k in syntax.children(core, "acl")]
    if kind is MeasureType.EXPULSION:
        told += syntax.obliques(core, "from") if syntax.passive(core) else []  # "two envoys were expelled *from Riga*"
        left = [syntax.child(k, "obj") for k in syntax.children(core, "xcomp")]
        told += [k for k in left if k is not None and syntax.pos[k] == "PROPN"]  # "leave the country": of nobody said
    return tuple(a for k in told for a in actors.all(k) if official(a))


def _joint(
    syntax: Syntax, actors: Actors, core: int, step: int, status: MeasureStatus, makers: tuple[Actor, ...]
) -> tuple[Actor, ...]:
    """The sides of a ceasefire or an agreement; of a broken one, who broke it."""
    if status is MeasureStatus.VIOLATED:
        return each_side(makers) or _named_sides(syntax, actors, core, step)
    return makers_of(syntax, actors, core, step, makers)


def _named_sides(syntax: Syntax, actors: Actors, core: int, step: int) -> tuple[Actor, ...]:
    """The sides of a broken truce; one alone is whoever says that it was broken: "Riga called it a breach"."""
    found = makers_of(syntax, actors, core, step, ())
    return found if len(found) > 1 else ()


def _targets(syntax: Syntax, actors: Actors, core: int, step: int, kind: MeasureType) -> list[int]:
    """Tokens of those a measure is on. A recalled envoy is its own state's: the measure is on the state of the post."""
    if kind is MeasureType.RECALL:
        envoy = syntax.patient(core)
        posts = syntax.obliques(envoy, "to", "in", "from") if envoy is not None else []
        return posts or syntax.obliques(core, "to", "in", "from")
    spots = list(dict.fromkeys((core, step)))
    if kind in WIDE and syntax.pos[core] == "VERB":
        thing = syntax.patient(core)
        spots += [thing] if thing is not None else []
    spots += syntax.children(core, "acl")
    spots += syntax.obliques(core, "of") if kind in WIDE and syntax.pos[core] == "NOUN" else []
    marks = _ON_STATES if kind in WIDE else _ON
    spots += [a for t in syntax.children(core, "acl") if (a := syntax.agent(t)) is not None]  # "set by Riga on Oslo"
    targets = [k for t in spots for k in syntax.obliques(t, *marks)]
    if syntax.pos[core] == "VERB":
        thing = thing_token(syntax, core)
        targets += [
            *syntax.children(core, "iobj"),
            *(syntax.conjuncts(thing) if thing is not None else []),
        ]
    if kind is MeasureType.EXPULSION and syntax.pos[core] == "VERB":
        targets += syntax.obliques(thing, "of") if thing is not None else []
    if kind is MeasureType.EXPULSION and syntax.pos[core] == "NOUN":
        declared = thing_token(syntax, step) if step != core else None
        targets += syntax.obliques(core, "of") + ([declared] if declared is not None and declared != core else [])
    return [k for k in dict.fromkeys(targets) if syntax.lemma[k] not in _MANNERS]
