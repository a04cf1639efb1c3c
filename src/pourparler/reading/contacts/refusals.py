"""Refusals told of the contact itself: "there would be no talks with Oslo", "a meeting is not possible, Riga said".

Whoever tells it of a contact with another turns it down.
"""

from __future__ import annotations

from collections.abc import Iterator

from pourparler.reading.actors import Actors, official
from pourparler.reading.contacts.drafts import CORES, Draft
from pourparler.reading.contacts.phrases import two_sides
from pourparler.reading.contacts.plausibility import channel_of
from pourparler.reading.contacts.willing import SAYING, TERMS, WILL, dated
from pourparler.reading.contacts.words import GROUNDS
from pourparler.reading.syntax import Syntax
from pourparler.records import Factuality, Status

_IMPOSSIBLE = frozenset({"impossible", "unthinkable", "unacceptable", "pointless", "unnecessary", "futile", "useless"})
_POSSIBLE = frozenset({"possible", "acceptable", "conceivable", "thinkable", "feasible"})
_POINTS = GROUNDS | {"sense", "room", "question", "benefit"}
_VAGUE = frozenset({"it", "this", "that"})
_SPOKEN_OF = frozenset({"ccomp", "parataxis", "obj"})


def find_refusals(syntax: Syntax, actors: Actors) -> Iterator[Draft]:
    """Drafts of contacts that who speaks of them will not have.

    "Talks with Oslo are out of the question, Riga said." -> declined, by Riga
    """
    for core in syntax.body:
        row = CORES.get((syntax.lemma[core], "noun")) if syntax.pos[core] == "NOUN" else None
        if row is None or row["kind"] == "part":
            continue
        others = syntax.obliques(core, "with")
        predicate = _ruled_out(syntax, core) if others else None
        if predicate is None or syntax.obliques(core, "between"):
            continue
        speaker = teller(syntax, predicate)
        if two_sides(syntax, actors, speaker, others[0]) is not None:
            draft = Draft(core, channel_of(syntax, core, row), False, steps=[(predicate, Status.DECLINED)])
            draft.doer, draft.told = speaker, (Status.DECLINED, Factuality.ACTUAL)
            yield draft


def find_dismissals(syntax: Syntax, actors: Actors) -> Iterator[Draft]:
    """ "Riga said *this was not possible*": of what another had asked for before."""
    for i in syntax.body:
        if not _out_of_reach(syntax, i) or syntax.children(i, "xcomp", "ccomp", "csubj", "advcl", "acl"):
            continue
        subject = syntax.grammatical_subject(i)
        speaker = teller(syntax, i)
        if subject is not None and syntax.lower[subject] in _VAGUE and official(actors.one(speaker)):
            told = Status.DECLINED, Factuality.ACTUAL
            channel = channel_of(syntax, i, {"lemma": "", "channel": "unspecified"})
            yield Draft(
                i, channel, False, steps=[(i, told[0])], about_earlier=True, vague=True, doer=speaker, told=told
            )


def teller(syntax: Syntax, predicate: int) -> int | None:
    """Who says what the clause tells: "A meeting is not possible, *Riga* said"."""
    over = syntax.head[predicate]
    if syntax.dep[predicate] in _SPOKEN_OF and over != predicate and syntax.lemma[over] in SAYING:
        return syntax.grammatical_subject(over)
    if syntax.dep[predicate] == "parataxis" and syntax.pos[predicate] == "NOUN" and syntax.pos[over] != "VERB":
        return over
    made = over if syntax.lemma[over] == "make" else syntax.head[over]
    clear = any(syntax.lemma[k] == "clear" for k in syntax.children(made, "xcomp", "obj"))
    if syntax.dep[predicate] == "ccomp" and syntax.lemma[made] == "make" and clear:
        return syntax.grammatical_subject(made)  # "made it clear that"
    if credited := syntax.obliques(predicate, "according to", "according"):
        return credited[0]
    said = (k for k in syntax.children(predicate, "parataxis") if syntax.lemma[k] in SAYING)
    return next((syntax.grammatical_subject(k) for k in said), None)


def _ruled_out(syntax: Syntax, core: int) -> int | None:
    """The predicate of "there would be no talks", "talks are impossible", "there is no point in talks"."""
    over = syntax.head[core]
    if syntax.dep[core] == "parataxis" and syntax.word[syntax.edges(core)[0] - 1] == ":":  # "Riga: No talks with Oslo"
        return core if syntax.negation(core) is not None and not dated(syntax, core) else None
    if syntax.dep[core] in ("ccomp", "obj") and syntax.lemma[over] in SAYING:  # "No talks with Oslo, says Riga"
        bare = syntax.child(core, "cop") is None and all(_as_long(syntax, k) for k in syntax.children(core, "acl"))
        return core if syntax.negation(core) is not None and bare and not dated(syntax, core) else None
    if syntax.dep[core] == "nsubj" and _there(syntax, over):
        will = bool(WILL & set(syntax.auxiliaries(over)))
        return over if will and _none(syntax, core, over) and not dated(syntax, over) else None
    if syntax.relation[core] in ("nmod", "obl") and syntax.preposition(core) in ("in", "for", "to"):
        point = over if syntax.pos[over] == "NOUN" else syntax.child(over, "nsubj")
        be = syntax.head[point] if point is not None else None
        ground = point is not None and syntax.lemma[point] in _POINTS
        if point is not None and be is not None and ground and _there(syntax, be) and _none(syntax, point, be):
            return be
    return over if syntax.dep[core] == "nsubj" and _out_of_reach(syntax, over) else None


def _as_long(syntax: Syntax, clause: int) -> bool:
    """ "no talks *until the crew is freed*", but not "no talks *planned*"."""
    return any(syntax.lower[k] in TERMS and syntax.dep[k] == "mark" for k in syntax.kids[clause])


def _there(syntax: Syntax, be: int) -> bool:
    return syntax.lemma[be] == "be" and any(syntax.dep[k] == "expl" for k in syntax.kids[be])


def _none(syntax: Syntax, noun: int, be: int) -> bool:
    return syntax.negation(noun) is not None or syntax.negation(be) is not None


def _out_of_reach(syntax: Syntax, i: int) -> bool:
    """ "is not possible", "is impossible", "is out of the question"."""
    if syntax.child(i, "cop") is None:
        return False
    if syntax.lower[i] in _POSSIBLE:
        return syntax.negation(i) is not None
    asked = syntax.lemma[i] == "question" and any(syntax.lower[k] == "out" for k in syntax.kids[i])
    return syntax.negation(i) is None and (syntax.lower[i] in _IMPOSSIBLE or asked)
