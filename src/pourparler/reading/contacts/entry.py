"""Entry refused: "denied the delegation entry", "was barred from entering": a visit that the host declines."""

from __future__ import annotations

from pourparler.reading.actors import Actors, official
from pourparler.reading.contacts.drafts import Draft
from pourparler.reading.contacts.hosts import TRAVELLERS
from pourparler.reading.contacts.phrases import Idiom
from pourparler.reading.descriptions import POSTED
from pourparler.reading.factuality import factuality
from pourparler.reading.syntax import Syntax
from pourparler.records import Factuality, side_of

_ENTERING = frozenset({"enter", "visit", "land", "travel", "come", "fly"})


def refusing_entry(syntax: Syntax, actors: Actors, i: int, idiom: Idiom) -> Draft | None:
    """ "Riga denied the Norwegian delegation *entry*", "barred its envoy *from entering*": by whom, and to whom."""
    if factuality(syntax, i) is not Factuality.ACTUAL:
        return None
    thing = next((k for k in syntax.children(i, "obj", "xcomp") if syntax.lemma[k] in idiom.words), None)
    enters = any(syntax.lemma[k] in _ENTERING for k in syntax.children(i, "advcl", "xcomp", "ccomp"))
    if thing is None and not (enters and not idiom.words):
        return None
    near = [syntax.patient(i), *syntax.children(i, "iobj", "obj")]
    near += syntax.obliques(thing, "to", "for") if thing is not None else []
    guests = [k for k in near if k is not None and k != thing and _may_come(syntax, actors, k)]
    host = syntax.agent(i) if syntax.passive(i) else syntax.subject(i)
    refusing = actors.one(host)
    guest = actors.one(guests[0]) if guests else None
    if not official(refusing) or guest is None or refusing is None or side_of(guest) == side_of(refusing):
        return None
    draft = Draft(i, idiom.channel, False, steps=[(i, idiom.status)], doer=host, facing=guest, initiator=guest)
    draft.told = idiom.status, Factuality.ACTUAL
    return draft


def _may_come(syntax: Syntax, actors: Actors, k: int) -> bool:
    """Somebody who travels for a state: a delegation, an envoy, a minister; not "30 officials", who are on a list."""
    one = actors.one(k)
    if syntax.children(k, "nummod"):
        return False
    sent = syntax.lemma[k] in TRAVELLERS | POSTED or (one is not None and bool(one.office))
    return sent and official(one)
