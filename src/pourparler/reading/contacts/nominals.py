"""Contacts that a noun alone tells to have been: "the leak of a call between", "Monday's meeting between"."""

from __future__ import annotations

from pourparler.reading.contacts.drafts import Draft
from pourparler.reading.contacts.phrases import attending, between_two, joined_modifiers
from pourparler.reading.contacts.steps import words_of
from pourparler.reading.contacts.words import JUDGING, RANKING, RECORDS
from pourparler.reading.factuality import factuality
from pourparler.reading.syntax import Syntax
from pourparler.records import Factuality, Status

_BY_NOUN = frozenset({"of", "from"})
_UPCOMING = frozenset({"upcoming", "forthcoming", "coming"})
_MIDDLE = frozenset({"middle", "midst", "thick"})
#: What is said of one known meeting: "the importance of *the* meeting between them", not "of talks between them".
_WEIGHT = frozenset({"importance", "significance", "outcome", "result"})


def told_by_noun(syntax: Syntax, draft: Draft) -> tuple[Status, Factuality] | None:
    """What the words on and over a noun of contact presuppose, whatever else the sentence tells.

    "The leak of a call between Lund and Berg angered Riga" -> held, between Lund and Berg.
    """
    core = draft.core
    between = bool(syntax.obliques(core, "between") or between_two(syntax, core))
    between_any = between or len(joined_modifiers(syntax, core)) > 1
    if syntax.pos[core] == "NOUN" and not draft.steps and _upcoming(syntax, core, between=between_any):
        return Status.SCHEDULED, Factuality.PLANNED
    if syntax.pos[core] != "NOUN" or factuality(syntax, core) not in (Factuality.ACTUAL, Factuality.ONGOING):
        return None
    recorded = between and _recorded(syntax, core)
    place = syntax.head[core]
    apart = bool(syntax.obliques(place, "between")) and syntax.pos[place] == "ADJ"
    ranked = (between or apart) and _ranked(syntax, core)
    if ranked and apart:
        draft.links.append(place)  # "was the first *between them*"
    if amid := _amid(syntax, core):
        draft.doer = syntax.possessor(core)
    if amid or recorded or ranked or _was_held(syntax, core) or _was_attended(syntax, core):
        return Status.HELD, Factuality.ACTUAL
    return None


def _upcoming(syntax: Syntax, core: int, *, between: bool) -> bool:
    """ "ahead of the *upcoming* talks of the Oslo and Riga ministers": it is to be, whatever else is told."""
    told = {syntax.lower[k] for k in syntax.children(core, "amod")}
    if not told & (_UPCOMING | ({"planned", "scheduled"} if between else set())):
        return False
    over = syntax.head[core]
    doubted = over != core and factuality(syntax, over) in (Factuality.NEGATED, Factuality.CONDITIONAL)
    of = [k for k in syntax.obliques(core, "of") if len(syntax.conjuncts(k)) > 1 or syntax.tag[k] == "NNS"]
    of_two = between or bool(syntax.obliques(core, "with")) or bool(of) or len(joined_modifiers(syntax, core)) > 1
    return of_two and not doubted


def _recorded(syntax: Syntax, core: int) -> bool:
    """ "a recording of a call between them", "the contents of the talks between them"."""
    record = syntax.head[core]
    own = syntax.relation[core] == "nmod" and syntax.preposition(core) in _BY_NOUN
    if own and syntax.lemma[record] in _WEIGHT and any(syntax.lower[k] == "the" for k in syntax.kids[core]):
        return True
    return own and syntax.lemma[record] in RECORDS and factuality(syntax, record) is not Factuality.NEGATED


def _amid(syntax: Syntax, core: int) -> bool:
    """ "was in the middle of his meetings with Latvian officials"."""
    middle = syntax.head[core]
    own = syntax.relation[core] == "nmod" and syntax.preposition(core) == "of" and syntax.lemma[middle] in _MIDDLE
    return own and syntax.preposition(middle) == "in" and bool(syntax.obliques(core, "with"))


def _ranked(syntax: Syntax, core: int) -> bool:
    """ "Monday's call between them was their third": the place in a row that a contact has once it was held."""
    own = syntax.child(core, "cop") is not None  # "It was the third call between them"
    place = core if own else syntax.head[core]
    cop = syntax.child(place, "cop")
    told = (own or syntax.relation[core] == "nsubj") and syntax.negation(place) is None
    if not told or cop is None or syntax.tag[cop] != "VBD":
        return False
    return any(syntax.lower[k] in RANKING for k in (place, *syntax.kids[place]))


def _was_attended(syntax: Syntax, core: int) -> bool:
    """ "agreed in a meeting co-chaired by Lund and Berg", "The talks, led by Lund and Berg, come after a raid"."""
    if not attending(syntax, core):
        return False
    over = next((k for k in syntax.ancestors(core) if syntax.pos[k] == "VERB"), None)
    if over is None or words_of(syntax, over) or factuality(syntax, over) is not Factuality.ACTUAL:
        return False
    coming = syntax.lemma[over] in ("come", "follow") and syntax.tag[over] in ("VBZ", "VBP")
    return coming or syntax.tag[over] == "VBD" or bool({"has", "have", "had", "was"} & set(syntax.auxiliaries(over)))


def _was_held(syntax: Syntax, core: int) -> bool:
    """ "the dialogue held on Monday between Oslo and Riga", "the meeting held Wednesday with Latvian officials"."""
    for k in syntax.children(core, "acl"):
        whole = not any(syntax.dep[c].startswith(("aux", "mark")) for c in syntax.kids[k])
        if syntax.lemma[k] not in ("hold", "convene") or syntax.tag[k] != "VBN" or not whole:
            continue
        two = syntax.obliques(k, "between") or syntax.obliques(core, "between") or between_two(syntax, core)
        if two or len(joined_modifiers(syntax, core)) > 1:
            return True
        return bool(syntax.obliques(k, "with") or syntax.obliques(core, "with")) and not _judged(syntax, core)
    return False


def _judged(syntax: Syntax, core: int) -> bool:
    """ "condemned the meeting held with Latvian officials": who judges it need not have been there."""
    return any(syntax.lemma[k] in JUDGING for k in syntax.ancestors(core))
