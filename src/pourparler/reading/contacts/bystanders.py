"""Whom the sentence of a contact names aside: the one other side, or who judges it, or who is travelled on to."""

from __future__ import annotations

from collections.abc import Iterator

from pourparler.reading.actors import Actors, official
from pourparler.reading.contacts.drafts import Draft
from pourparler.reading.contacts.words import JUDGING, MEDIATING, TOPIC_VERBS
from pourparler.reading.syntax import Syntax
from pourparler.reading.tables import rows
from pourparler.records import Actor, side_of

_JOURNEYS = frozenset(row["lemma"] for row in rows("visits") if row["pos"] == "verb")
_ONWARD = frozenset({"to", "for", "into", "from"})
_ARGUMENTS = frozenset({"nsubj", "obj", "iobj", "obl", "nmod:poss", "conj"})


def beside(syntax: Syntax, actors: Actors, draft: Draft, here: set[str | None], *, later: bool = False) -> list[Actor]:
    """The one other side that the sentence names, where the contact's own words name no stranger.

    ``later``: also one who is to come, and will be the other side of what is told after it.
    """
    if _by_themselves(syntax, draft):
        return []
    others: dict[str | None, Actor] = {}
    for actor in _named(syntax, actors, draft, later=later):
        if side_of(actor) not in here:
            others.setdefault(side_of(actor), actor)
    return list(others.values()) if len(others) == 1 else []


def _by_themselves(syntax: Syntax, draft: Draft) -> bool:
    """ "Leaders of the union *will meet* before the deadline set for Riga": several who meet, and nobody they meet."""
    core = draft.core
    alone = syntax.pos[core] == "VERB" and syntax.lemma[core] in _GATHERING and not syntax.obliques(core, "with")
    doer = syntax.subject(core) if alone and syntax.patient(core) is None else None
    return doer is not None and syntax.tag[doer] in ("NNS", "NNPS")


_GATHERING = frozenset({"meet", "gather", "convene", "confer"})


def _named(syntax: Syntax, actors: Actors, draft: Draft, *, later: bool) -> Iterator[Actor]:
    """Official actors of the sentence, places where something happens aside."""
    first, end = syntax.sentences[syntax.sentence_of[draft.core]]
    for k in range(first, end):
        if syntax.dep[k] == "conj" and syntax.relation[syntax.head[k]] not in _ARGUMENTS:
            continue
        if syntax.relation[k] not in _ARGUMENTS and syntax.dep[k] not in _ARGUMENTS:
            continue
        if syntax.relation[k] == "obj" and syntax.lemma[syntax.head[k]] in TOPIC_VERBS:
            continue
        if syntax.preposition(k) in ("in", "at", "near", "off", "over", "on") or syntax.pos[k] not in ("NOUN", "PROPN"):
            continue
        if syntax.lemma[syntax.head[k]] in ("border", "frontier"):
            continue  # "held a drill near the border with Riga"
        if any(a.sectors[:1] == ("JRN",) for a in actors.all(syntax.head[k])):
            continue  # "Riga's radio said"
        if _judging(syntax, draft.core, syntax.head[k]) or _brokering(syntax, k):
            continue
        if (k > draft.core and _onward(syntax, k)) or _cited(syntax, k) or (not later and _later(syntax, k)):
            continue
        yield from (a for a in actors.all(k) if official(a))


def _judging(syntax: Syntax, core: int, verb: int) -> bool:
    """ "The visit to Riga, which Oslo *condemned*": who judges a contact need be no side of it."""
    clause = syntax.dep[verb] == "acl:relcl" and syntax.under(syntax.head[verb], core)
    apart = syntax.dep[verb] == "conj" and not syntax.under(core, verb)  # "... and Oslo welcomed it"
    return syntax.lemma[verb] in JUDGING and (clause or apart or syntax.under(core, verb))


def _brokering(syntax: Syntax, k: int) -> bool:
    """ "A deal *mediated by Oslo* during four days of talks": who brokers is none of those who talk."""
    first = k
    while syntax.dep[first] == "conj" and syntax.head[first] != first:
        first = syntax.head[first]
    verb = syntax.head[first]
    return syntax.lemma[verb] in MEDIATING and syntax.preposition(first) == "by"


def _cited(syntax: Syntax, k: int) -> bool:
    """ "refused calls, according to *a Swedish cable*": who tells of it takes no part."""
    return any(syntax.lower[c] == "according" for up in (k, *syntax.ancestors(k)) for c in syntax.kids[up] if c < k)


def _later(syntax: Syntax, k: int) -> bool:
    """ "was consulting with Oslo *before the delegation of Riga arrives*": who is not there yet."""
    verb = next((up for up in syntax.ancestors(k) if syntax.pos[up] == "VERB"), None)
    marks = syntax.kids[verb] if verb is not None and syntax.dep[verb] == "advcl" else ()
    return any(syntax.lower[c] in ("before", "until") and c < k for c in marks)


def _onward(syntax: Syntax, k: int) -> bool:
    """ "before travelling on *to Riga*"."""
    verb = syntax.head[k]
    gone = syntax.lemma[verb] in _JOURNEYS and syntax.patient(verb) is None
    return gone and syntax.preposition(k) in _ONWARD


def others_own(syntax: Syntax, actors: Actors, k: int) -> bool:
    """ "A growing number of leaders announced that *they* will not attend": of themselves, and not of those before."""
    over = syntax.head[syntax.head[k]]
    teller = syntax.grammatical_subject(over) if syntax.dep[syntax.head[k]] == "ccomp" else None
    several = teller is not None and syntax.pos[teller] == "NOUN" and syntax.lower[k] == "they"
    return several and teller is not None and not any(official(a) and a.country for a in actors.all(teller))
