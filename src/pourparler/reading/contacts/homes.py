"""What stays at home: a minister who consults his own envoys, officials of one state who hold a meeting."""

from __future__ import annotations

from pourparler.reading.actors import Actors, official
from pourparler.reading.contacts.acting import acting_token
from pourparler.reading.contacts.drafts import ANSWERS, WANTING, Draft
from pourparler.reading.contacts.phrases import MISSIVES
from pourparler.reading.contacts.sides import counterparts, hosts_two
from pourparler.reading.contacts.words import DAYS, FORCES, PARTIES, TOPIC_VERBS
from pourparler.reading.syntax import Syntax
from pourparler.records import Actor, Channel, Status, side_of

#: Bodies of one state that meet by themselves.
_SITTING_BODIES = frozenset({"cabinet", "committee", "council", "parliament", "government", "assembly", "senate"})
_SITTING = frozenset({"meet", "convene", "sit", "gather"})
_MEETINGS = frozenset({"meeting", "discussion", "consultation"})


def at_home(syntax: Syntax, actors: Actors, draft: Draft) -> bool:
    """Whether the words tell only of one state's own people: "Lund consulted Norwegian envoys"."""
    acting = acting_token(syntax, draft)
    doers = {side_of(a) for a in actors.all(acting) if official(a)} if acting is not None else set()
    answered = any(status in WANTING | ANSWERS for _, status in draft.steps)
    if len(doers) != 1 or answered or draft.channel in (Channel.VISIT, Channel.PORT_CALL):
        return False
    others = [a for k in _others(syntax, draft) if k != acting for a in actors.all(k)]
    if others:
        return all(official(a) and side_of(a) in doers for a in others)
    return acting is not None and _own_meeting(syntax, draft, acting)


def _others(syntax: Syntax, draft: Draft) -> list[int]:
    """With whom the words say that it was, or whom it was done to."""
    core = draft.core
    verb = syntax.pos[core] == "VERB" and syntax.lemma[core] not in TOPIC_VERBS and not syntax.passive(core)
    thing = syntax.patient(core) if verb else None
    if thing is not None and (syntax.lower[thing] in DAYS or syntax.lemma[thing] in MISSIVES):
        thing = None  # "met Friday", "handed over a note"
    return [*syntax.obliques(core, "with"), *([thing] if thing is not None else [])]


def _own_meeting(syntax: Syntax, draft: Draft, acting: int) -> bool:
    """ "Norwegian officials were holding a meeting on the raid": *a* meeting of several, and with nobody."""
    core = draft.core
    if syntax.pos[core] == "VERB":  # "the cabinet, which met twice": one body, and nobody it met
        alone = syntax.tag[acting] in ("NN", "NNP") and len(syntax.conjuncts(acting)) == 1
        body = alone and syntax.lemma[acting] in _SITTING_BODIES and syntax.lemma[core] in _SITTING
        met = [k for k in counterparts(syntax, draft) if k != acting and syntax.lower[k] not in DAYS]
        return body and not syntax.passive(core) and not met
    new = any(syntax.lower[k] in ("a", "an") for k in syntax.kids[core])
    several = syntax.tag[acting] in ("NNS", "NNPS")
    return syntax.lemma[core] in _MEETINGS and new and several and not counterparts(syntax, draft)


def others_business(syntax: Syntax, actors: Actors, draft: Draft, by: Actor | None, status: Status) -> bool:
    """ "Finland called for talks between Norway and Russia": a wish of one who would be no side."""
    if status not in WANTING or by is None:
        return False
    between = {side_of(a) for k in syntax.obliques(draft.core, "between") for a in actors.all(k) if official(a)}
    return len(between) > 1 and side_of(by) not in between


def of_things(syntax: Syntax, actors: Actors, draft: Draft) -> bool:
    """ "The agreement was welcomed by Oslo and Riga": a thing is greeted, and nobody received."""
    core = draft.core
    if syntax.pos[core] != "VERB" or syntax.lemma[core] not in ("welcome", "receive", "host"):
        return False
    thing = syntax.patient(core)
    if thing is None or syntax.pos[thing] != "NOUN" or syntax.lemma[thing] in PARTIES | FORCES:
        return False
    return not any(official(a) or a.person or a.sectors for k in syntax.conjuncts(thing) for a in actors.all(k))


def lost_doer(syntax: Syntax, actors: Actors, draft: Draft) -> bool:
    """ "It was scheduled to meet Oslo's and Riga's ministers": two who are met do not meet each other."""
    core = draft.core
    if syntax.pos[core] != "VERB" or syntax.passive(core) or draft.facing is not None:
        return False
    if syntax.lemma[core] == "host" and hosts_two(syntax, actors, core):
        return False
    doer, others = syntax.subject(core), _others(syntax, draft)
    if doer is None or doer in others or not others:
        return False
    met = {side_of(a) for k in others for a in actors.all(k) if official(a)}
    return len(met) > 1 and not any(official(a) for a in actors.all(doer))
