"""Who wished for a contact, where the words tell it beside the step or by the answer."""

from __future__ import annotations

from pourparler.reading.actors import Actors
from pourparler.reading.contacts.drafts import RUNG, WANTING, Draft
from pourparler.reading.contacts.words import ANSWERING
from pourparler.reading.syntax import Syntax
from pourparler.reading.tables import rows
from pourparler.records import Actor

_ASKING = frozenset(w for row in rows("not_places") if row["kind"] == "asking" for w in row["words"].split(";"))


def asked_by(syntax: Syntax, actors: Actors, draft: Draft) -> Actor | None:
    """ "The call took place at the request of Oslo", "at Oslo's initiative": who wanted it."""
    for k in (draft.core, *draft.links, *(i for i, _ in draft.steps)):
        for asking in syntax.obliques(k, "at", "on", "upon"):
            if syntax.lemma[asking] in _ASKING:
                return actors.one(_owner(syntax, asking))
    return None


def _owner(syntax: Syntax, asking: int) -> int | None:
    owner = syntax.possessor(asking)
    owner = owner if owner is not None else next(iter(syntax.obliques(asking, "of", "by", "from")), None)
    return owner if owner is not None else next(iter(syntax.named_modifiers(asking)), None)


def wisher(syntax: Syntax, draft: Draft) -> int | None:
    """Who is told to have wanted it, where the sentence tells nothing else of it.

    "The meeting has been initiated by *the Latvian side*", "The meeting comes on *a Latvian* request".
    """
    over = syntax.head[draft.core]
    if syntax.pos[draft.core] != "NOUN" or syntax.pos[over] != "VERB" or syntax.negation(over) is not None:
        return None
    if syntax.obliques(draft.core, "between", "with"):
        return None  # "The talks between them were initiated by Oslo": held
    if syntax.dep[draft.core] == "nsubj:pass" and syntax.lemma[over] == "initiate":
        return syntax.agent(over)
    if syntax.dep[draft.core] != "nsubj" or syntax.lemma[over] not in ("come", "follow"):
        return None
    asking = next((k for k in syntax.obliques(over, "at", "on", "upon") if syntax.lemma[k] in _ASKING), None)
    return _owner(syntax, asking) if asking is not None else None


def wished_for(syntax: Syntax, draft: Draft) -> bool:
    """Whether a refusal answers a wish: "rejected a meeting", "declined to meet"; "ruled out talks" may answer none."""
    if draft.channel in RUNG or any(status in WANTING for _, status in draft.steps) or draft.about_earlier:
        return True
    answer = draft.top
    beside = syntax.head[draft.core] == answer and syntax.relation[draft.core] == "obj"
    if syntax.lemma[answer] == "take" and syntax.pos[answer] == "VERB":
        return False  # "will not take part in the talks"
    return syntax.lemma[answer] in ANSWERING or (syntax.lemma[answer] == "refuse" and beside)
