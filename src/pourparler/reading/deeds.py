"""Deeds that are tried, aimed at or to be kept from happening: how much of them the text tells as done."""

from __future__ import annotations

from pourparler.reading.factuality import factuality
from pourparler.reading.syntax import Syntax
from pourparler.reading.triggers import aimed_at
from pourparler.records import Factuality

_TRYING = frozenset({"try", "attempt", "seek", "endeavour", "endeavor", "strive", "struggle"})
_IN_VAIN = frozenset({"unsuccessfully", "vainly"})
#: Verbs whose purpose is done along with them: "used lasers *to blind* the crew".
_BY_MEANS = frozenset({"use", "employ"})
_AGAIN = frozenset({"repeatedly", "regularly", "routinely", "constantly", "frequently", "often", "continually"})
#: What is kept from happening has not happened, whatever the article before it: "to prevent *clashes*".
_PREVENTING = frozenset({"prevent", "avoid", "avert", "forestall", "preclude", "deter"})
#: What is answered, ended or judged has happened: "to avenge *attacks*", "to end *fighting*".
_OF_HAPPENED = frozenset(
    {"avenge", "answer", "condemn", "protest", "denounce", "criticise", "criticize", "discuss", "investigate", "probe"}
) | frozenset(
    {"end", "stop", "halt", "repel", "mark", "commemorate", "justify", "explain", "survive", "escape", "flee", "cease"}
)
_GETTING = frozenset(
    {"buy", "purchase", "acquire", "procure", "build", "develop", "design", "need", "lack", "want", "fund", "equip"}
)
_DEFINITE = frozenset({"the", "this", "that", "these", "those"})


def told_as(syntax: Syntax, i: int) -> Factuality:
    """Factuality of a deed of an event or incident; unlike a contact, an attempted one is no request.

    >>> # "a jet attempted to intercept": intercept -> possible; "is trying to kill": kill -> ongoing
    """
    told = factuality(syntax, i)
    if told is Factuality.REQUESTED and (above := _attempt(syntax, i)) is not None:
        return _of_attempt(syntax, above)
    if told is Factuality.PLANNED and (above := _means(syntax, i)) is not None:
        return factuality(syntax, above)
    return told


def _attempt(syntax: Syntax, i: int) -> int | None:
    """The verb or noun of trying that an infinitive stands under: "tried to ram or *sink*"."""
    i = _first(syntax, i)
    above = syntax.head[i]
    return above if syntax.dep[i] in ("xcomp", "acl") and syntax.lemma[above] in _TRYING else None


def _of_attempt(syntax: Syntax, above: int) -> Factuality:
    """What came of an attempt is open, unless the text says that it failed or still goes on."""
    if any(syntax.lower[k] in _IN_VAIN for k in syntax.kids[above]):
        return Factuality.NEGATED
    if syntax.pos[above] == "VERB" and syntax.tag[above] == "VBG" and syntax.auxiliaries(above):
        return Factuality.ONGOING
    own = factuality(syntax, above)
    return Factuality.POSSIBLE if own in (Factuality.ACTUAL, Factuality.HABITUAL) else own


def _means(syntax: Syntax, i: int) -> int | None:
    """The verb whose purpose is done with it: "*used* a laser to blind", "repeatedly *sent* boats to harass"."""
    if syntax.dep[i] not in ("advcl", "acl", "xcomp") or syntax.tag[i] != "VB":
        return None
    above = syntax.head[i] if syntax.pos[syntax.head[i]] == "VERB" else syntax.head[syntax.head[i]]
    again = any(syntax.lower[k] in _AGAIN for k in syntax.kids[above])
    return above if again or syntax.lemma[above] in _BY_MEANS else None


def only_aimed_at(syntax: Syntax, i: int) -> bool:
    """Whether a deed is only what others are to bring about or prevent, or what a thing is got for.

    "A way to improve *cooperation*", "radars bought to *track* ships".

    A definite deed is there already ("to halt the offensive"), unless it is to be prevented.
    """
    if syntax.pos[i] == "VERB":
        return _of_equipment(syntax, i)
    first = _first(syntax, i)
    if syntax.pos[i] != "NOUN" or syntax.relation[first] != "obj":
        return False
    above = syntax.head[first]
    if syntax.lemma[above] in _OF_HAPPENED or not (_infinitive_aim(syntax, above) or _gerund_aim(syntax, above)):
        return False
    return syntax.lemma[above] in _PREVENTING or not _definite(syntax, i)


def _of_equipment(syntax: Syntax, i: int) -> bool:
    """ "Bought drones *to monitor* the ships": what a thing is got for is not told as done or planned by its buyer."""
    above = syntax.head[i]
    if syntax.tag[i] != "VB" or syntax.dep[i] not in ("advcl", "acl"):
        return False
    verb = above if syntax.pos[above] == "VERB" else syntax.head[above]
    return syntax.lemma[verb] in _GETTING


def _first(syntax: Syntax, i: int) -> int:
    """The first of joined words."""
    while syntax.dep[i] == "conj" and syntax.head[i] != i:
        i = syntax.head[i]
    return i


def _infinitive_aim(syntax: Syntax, verb: int) -> bool:
    return syntax.pos[verb] == "VERB" and aimed_at(syntax, verb)


def _gerund_aim(syntax: Syntax, verb: int) -> bool:
    """ "Aimed *at preventing* clashes", "a mechanism *for avoiding* them"."""
    marks = {syntax.lower[k] for k in syntax.kids[verb] if k < verb and syntax.dep[k] in ("mark", "case")}
    return syntax.tag[verb] == "VBG" and not marks.isdisjoint({"at", "for", "toward", "towards"})


def _definite(syntax: Syntax, i: int) -> bool:
    """ "The offensive", "its raids": the reader is taken to know of it."""
    if syntax.possessor(i) is not None:
        return True
    return any(syntax.lower[k] in _DEFINITE for k in syntax.children(i, "det"))
