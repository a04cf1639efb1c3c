"""How words without a name stand for contacts told before: "the talks", "another meeting", "four rounds of talks"."""

from __future__ import annotations

from pourparler.reading.contacts.drafts import Draft
from pourparler.reading.contacts.words import ASSENTS, DAYS, DEFINITE, NEUTRAL, PARTIES, REACHING, SPANS
from pourparler.reading.syntax import Syntax

_REALMS = frozenset({"country", "nation", "state", "region", "province", "side", "neighbour", "neighbor", "government"})
_MORE = frozenset({"another", "next", "new", "further", "second", "third", "fourth", "fifth", "future", "more"})


def bare_plural(syntax: Syntax, draft: Draft) -> bool:
    """ "Talks due next week have been postponed", "a meeting planned for May": of which everybody has heard."""
    core = draft.core
    own = [k for k in syntax.kids[core] if not (syntax.dep[k] == "compound" and syntax.lower[k] in NEUTRAL)]
    bare = not any(syntax.dep[k] in ("det", "amod", "nummod", "nmod:poss", "compound") for k in own)
    if not draft.steps or (syntax.relation[core] != "nsubj" and not counted(syntax, core)):
        return False
    if bare and counted(syntax, core):
        return True
    arranged = syntax.child(core, "acl") is not None and any(syntax.lower[k] == "a" for k in syntax.kids[core])
    return arranged or (syntax.tag[core] == "NNS" and bare)


def another(syntax: Syntax, draft: Draft) -> bool:
    """ "Another meeting is planned": of the same states, not always of the same people."""
    return any(syntax.lower[c] in _MORE for k in (draft.core, *draft.links) for c in syntax.kids[k])


def counted(syntax: Syntax, core: int) -> bool:
    """ "Four rounds of talks", of a series that was told of before."""
    rounds = syntax.head[core]
    measured = syntax.relation[core] == "nmod" and syntax.preposition(core) == "of" and syntax.lemma[rounds] in SPANS
    return measured and syntax.child(rounds, "nummod") is not None and syntax.relation[rounds] == "nsubj"


def of_both(syntax: Syntax, noun: int) -> bool:
    """ "The governors and *the police chiefs of the two regions*": people of both the sides told of before."""
    first, last = syntax.edges(noun)
    owners = (
        k for k in range(first, last + 1) if syntax.lemma[k] in _REALMS and syntax.preposition(k) in ("of", "from")
    )
    return any({"two", "both"} & {syntax.lower[c] for c in syntax.kids[k]} for k in owners)


def both_sides(syntax: Syntax, noun: int) -> bool:
    """ "*The two countries* agreed in talks", "both armies": each side told of before."""
    two = any(syntax.lower[k] in ("two", "both") for k in syntax.kids[noun])
    return two and syntax.tag[noun] == "NNS" and syntax.lemma[noun] in PARTIES


def assent(syntax: Syntax, verb: int) -> int | None:
    """The noun of "An *agreement* was reached", by those told of before if by nobody else."""
    noun = syntax.patient(verb) if syntax.lemma[verb] in REACHING and syntax.passive(verb) else None
    if noun is None or syntax.lemma[noun] not in ASSENTS or syntax.negation(noun) is not None:
        return None
    return None if syntax.obliques(verb, "within", "inside") else noun


def of_them(syntax: Syntax, draft: Draft) -> bool:
    """ "were freed after talks *between officials*", "*agreement was reached* to meet": of those told of before."""
    among = syntax.obliques(draft.core, "between")
    several = bool(among) and syntax.tag[among[0]] == "NNS" and syntax.lemma[among[0]] in PARTIES
    both = several and any(of_both(syntax, k) for k in (among[0], draft.core))
    between = several and len(among) == 1 and (both or unowned(syntax, among[0]))
    return between or assent(syntax, draft.top) is not None


def unowned(syntax: Syntax, noun: int) -> bool:
    """ "the ministers", of no other side than those told of."""
    return not syntax.named_modifiers(noun) and syntax.child(noun, "nmod", "nmod:poss", "acl:relcl", "conj") is None


def is_definite(syntax: Syntax, core: int) -> bool:
    kids = syntax.kids[core]
    owner = syntax.possessor(core)
    dated = owner is not None and syntax.lower[owner] in DAYS
    return syntax.pos[core] == "NOUN" and (dated or any(syntax.lower[k] in DEFINITE for k in kids))
