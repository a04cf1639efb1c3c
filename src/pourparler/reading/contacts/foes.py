"""With whom armed groups deal at home: "rebels refuse to negotiate until government attacks stop"."""

from __future__ import annotations

from dataclasses import replace

from pourparler.reading.actors import Actors
from pourparler.reading.contacts.drafts import Draft
from pourparler.reading.syntax import Syntax
from pourparler.records import Actor

_ARMED = frozenset({"REB", "PRM", "PRE"})
_NEGOTIATING = frozenset({"negotiate", "negotiation", "talk", "talks", "meet", "dialogue", "parley"})
_RULING = frozenset({"government", "junta", "army", "military", "regime", "authority"})


def fought(syntax: Syntax, actors: Actors, draft: Draft, group: Actor | None) -> list[Actor]:
    """The government that a sentence names beside an armed group of the same state that refuses to negotiate."""
    if group is None or group.country is None or not _ARMED & set(group.sectors[:1]):
        return []
    if syntax.lemma[draft.core] not in _NEGOTIATING or syntax.obliques(draft.core, "with", "between", "to"):
        return []
    first, end = syntax.sentences[syntax.sentence_of[draft.top]]
    for k in range(first, end):
        own = [a for n in syntax.named_modifiers(k) for a in actors.all(n)]
        if syntax.lemma[k] in _RULING and all(a.country == group.country for a in own):
            one = actors.one(k)
            if one is not None and one.country in (None, group.country):
                sectors = ("GOV",) if "GOV" in one.sectors or not one.sectors else one.sectors
                code = actors.known.code(group.country, None, sectors)
                return [replace(one, country=group.country, sectors=sectors, code=code)]
    return []
