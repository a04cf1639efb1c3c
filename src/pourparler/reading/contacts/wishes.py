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
                owner = syntax.possessor(asking)
                owner = owner if owner is not None else next(iter(syntax.obliques(asking, "of", "by", "from")), None)
                named = owner if owner is not None else next(iter(syntax.named_modifiers(asking)), None)
                return actors.one(named)
    return None


def wished_for(syntax: Syntax, draft: Draft) -> bool:
    """Whether a refusal answers a wish: "rejected a meeting", "declined to meet"; "ruled out talks" may answer none."""
    if draft.channel in RUNG or any(status in WANTING for _, status in draft.steps) or draft.about_earlier:
        return True
    answer = draft.top
    beside = syntax.head[draft.core] == answer and syntax.relation[draft.core] == "obj"
    return syntax.lemma[answer] in ANSWERING or (syntax.lemma[answer] == "refuse" and beside)
