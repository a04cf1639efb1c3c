"""Visits: officials, delegations and ships that go to another side, and the invitations to do so."""

from __future__ import annotations

from collections.abc import Iterator

from pourparler.reading.actors import Actors, official
from pourparler.reading.contacts.climbing import climb
from pourparler.reading.contacts.destinations import placelike, settled, visited
from pourparler.reading.contacts.drafts import CORES, Draft
from pourparler.reading.contacts.hosts import gathering, host, resident, third_party, traveller, warship
from pourparler.reading.contacts.invitations import at_invitation, invited
from pourparler.reading.contacts.pairs import main_pair
from pourparler.reading.contacts.phrases import particles
from pourparler.reading.contacts.visits_told import PARTS, told_of_noun
from pourparler.reading.contacts.words import PEACE
from pourparler.reading.factuality import factuality
from pourparler.reading.syntax import Syntax
from pourparler.reading.tables import rows
from pourparler.records import Actor, Channel, Factuality, Status, side_of

_KINDS: dict[tuple[str, str], dict[str, tuple[str, ...]]] = {}
for _row in rows("visits"):
    _kinds = _KINDS.setdefault((_row["lemma"], _row["pos"]), {})
    _kinds[_row["kind"]] = tuple(filter(None, _row["prepositions"].split(";")))
_LEMMAS = frozenset(lemma for lemma, pos in _KINDS if pos != "noun")
_POS = {"VERB": "verb", "ADJ": "adj"}
#: Nouns of visiting, whose owner goes and whose "to" tells where.
_VISITS = frozenset({"visit", "trip", "tour", "stopover"})
_CURRENT = frozenset({"current", "present", "ongoing"})
_SINGLING = frozenset({"first", "last", "only", "second", "third", "latest"})
#: Verbs of arriving only with their particle: "turned up in Riga".
_WITH_UP = frozenset({"turn", "show"})
_TOLD = frozenset({Factuality.ACTUAL, Factuality.ONGOING, Factuality.PLANNED})
_PLANS, _OPEN = (Factuality.PLANNED, Factuality.ONGOING), (Factuality.POSSIBLE, Factuality.NEGATED)


def find_visits(syntax: Syntax, actors: Actors) -> Iterator[Draft]:
    """Visits that no step word tells: journeys, senders, ships in port, awaited guests, and invitations.

    "Hun Sen flew to Vientiane" -> a visit held, by Hun Sen, facing Laos.
    """
    for i in syntax.body:
        lemma = syntax.lemma[i]
        if lemma in _LEMMAS and (kinds := _KINDS.get((lemma, _POS.get(syntax.pos[i], "")))):
            yield from _of_word(syntax, actors, i, kinds)
        elif lemma in _VISITS and syntax.pos[i] == "NOUN":
            yield from _of_noun(syntax, actors, i)
        elif lemma in ("invite", "invitation"):
            yield from (invited if lemma == "invite" else at_invitation)(syntax, actors, i)
        elif i in actors.entity_at and syntax.child(i, "cop") is not None:
            yield from _being_there(syntax, actors, i)


def _of_word(syntax: Syntax, actors: Actors, i: int, kinds: dict[str, tuple[str, ...]]) -> Iterator[Draft]:
    for kind, prepositions in kinds.items():
        place = _place(syntax, i, prepositions)
        if place is None:
            continue
        make = {"sending": _sent, "docking": _docked, "awaiting": _awaited}.get(kind)
        draft = make(syntax, actors, i, place) if make else _journey(syntax, actors, i, place, kind)
        if draft is not None:
            yield draft
            return


def _place(syntax: Syntax, i: int, prepositions: tuple[str, ...]) -> int | None:
    """Where to; a verb without prepositions ("toured Chile") takes it as its object."""
    if not prepositions:
        here = (k for k in syntax.children(i, "advmod") if syntax.lower[k] == "here")
        thing = next(here, syntax.patient(i))
        return None if thing is not None and syntax.lemma[thing] == "counterpart" else thing  # "tried to reach his"
    if syntax.dep[i] == "case":  # "is due in Oslo", parsed as one preposition
        return syntax.head[i]
    thing = syntax.patient(i)
    beside = [*syntax.children(i, "advmod"), *([thing] if thing is not None else [])]  # "back in", "an envoy to"
    near = [k for c in (i, *beside) for k in syntax.obliques(c, *prepositions)]
    if prepositions == ("from",):  # "returned from talks in Oslo"
        near += [k for noun in near for k in syntax.obliques(noun, "in", "to", "at")]
    if {"in", "at", "to"} & set(prepositions):  # "arrived here on Monday"
        near += [k for k in syntax.children(i, "advmod") if syntax.lower[k] == "here"]
    if syntax.lemma[i] == "arrive":  # "arrived Yaounde this afternoon"
        near += [k for k in syntax.children(i, "obj", "obl:unmarked") if k in syntax.body and k > i]
    return next((k for k in (settled(syntax, n) for n in near) if placelike(syntax, k)), None)


def _journey(syntax: Syntax, actors: Actors, i: int, place: int, kind: str) -> Draft | None:
    if kind == "attending" or syntax.passive(i) or (syntax.lemma[i] in _WITH_UP and "up" not in particles(syntax, i)):
        return None
    draft = Draft(i, Channel.VISIT, False, place=place)
    if syntax.tag[i] in ("VB", "VBG"):  # a finite verb tells itself how far it got
        climb(syntax, draft)
    goer, travelling = _goers(syntax, actors, i)
    if syntax.lemma[i] == "return" and any(resident(a) for a in travelling):
        return None
    if (gathered := _for_talks(syntax, actors, i, travelling, place)) is not None:
        gathered.steps, gathered.doer = [(i, Status.SCHEDULED)], goer
        return gathered if factuality(syntax, i) in _TOLD else None
    if not travelling or not _face(syntax, actors, draft, travelling, place) or _other_way(syntax, i):
        return None
    if not draft.steps and not _timed(syntax, draft, kind):
        return None
    if all(status in (Status.SCHEDULED, Status.HELD) for _, status in draft.steps):
        draft.doer = goer
    return draft


def _for_talks(syntax: Syntax, actors: Actors, i: int, travelling: tuple[Actor, ...], place: int) -> Draft | None:
    """ "Negotiators of Oslo and Moscow flew to Cairo for talks": with each other, and the hosts are no side."""
    core = next((k for k in syntax.obliques(i, "for") if _talks(syntax, k)), None)
    facing = host(syntax, actors, place) if core is not None and travelling else None
    if core is None or facing is None:
        return None
    sides = {side_of(a) for a in travelling}
    alone = bool({syntax.lower[k] for k in syntax.subtree(core) if k < core} & PEACE) and _of_main_pair(actors, sides)
    if side_of(facing) in sides or not (len(sides) > 1 or (alone and side_of(facing) not in main_pair(actors))):
        return None
    return Draft(core, Channel(CORES[syntax.lemma[core], "noun"]["channel"]), False, links=[i])


def _talks(syntax: Syntax, k: int) -> bool:
    row = CORES.get((syntax.lemma[k], "noun"))
    return row is not None and row["channel"] in ("talks", "meeting") and not syntax.obliques(k, "with", "between")


def _of_main_pair(actors: Actors, sides: set[str | None]) -> bool:
    return sides <= set(main_pair(actors))


def _goers(syntax: Syntax, actors: Actors, i: int) -> tuple[int | None, tuple[Actor, ...]]:
    """Who goes; in "Lund was the last minister to travel to Oslo" they stand above the verb."""
    tokens = [syntax.subject(i)]
    if syntax.dep[i] == "acl" and syntax.tag[i] == "VB" and _singled_out(syntax, i):
        above = syntax.head[i]
        tokens = [syntax.grammatical_subject(above), above]
    return next(((k, found) for k in tokens if (found := traveller(syntax, actors, k))), (None, ()))


def _other_way(syntax: Syntax, i: int) -> bool:
    """ "did not arrive in Oslo from Riga": what is denied is the way, not the visit."""
    return bool(syntax.obliques(i, "from", "by", "via")) and factuality(syntax, i) is Factuality.NEGATED


def _singled_out(syntax: Syntax, i: int) -> bool:
    return any(syntax.lower[k] in _SINGLING for k in syntax.kids[syntax.head[i]])


def _timed(syntax: Syntax, draft: Draft, kind: str) -> bool:
    """Adds what tense makes of a journey: "flies", "is flying" and "will fly" are plans, "arrives" is news."""
    i, fact = draft.core, factuality(syntax, draft.core)
    simple = syntax.tag[i] in ("VBZ", "VBP") and fact is Factuality.ACTUAL
    if syntax.tag[i] == "VB" and syntax.dep[i] in ("acl", "xcomp", "advcl"):
        if syntax.dep[i] == "acl" and _singled_out(syntax, i):
            draft.steps.append((syntax.head[i], Status.HELD))  # the noun tells whether it was done
        if not draft.steps and syntax.dep[i] == "xcomp" and fact is Factuality.PLANNED:
            draft.steps.append((i, Status.SCHEDULED))  # "is going to travel to Riga"
        return bool(draft.steps) or (syntax.dep[i] == "xcomp" and fact in _OPEN)
    if syntax.tag[i] == "VBG" and syntax.dep[i] in ("advcl", "acl"):
        marks = {syntax.lower[k] for k in syntax.kids[i] if syntax.dep[k] in ("mark", "case")}
        if marks & {"before"}:
            fact = Factuality.PLANNED
        elif not marks and kind == "going":
            return False
    if simple and any(syntax.lower[k] == "before" and syntax.dep[k] == "mark" for k in syntax.kids[i]):
        fact = Factuality.PLANNED  # "before the delegation arrives in Oslo"
    going = kind == "going" and (simple or fact is Factuality.ONGOING)
    if going or fact is Factuality.PLANNED:
        draft.steps.append((i, Status.SCHEDULED))
    return True


def _face(syntax: Syntax, actors: Actors, draft: Draft, travelling: tuple[Actor, ...], place: int) -> bool:
    """Notes the other side; False where the journey is one at home, or to a third side at that place."""
    own = frozenset(side_of(a) for a in travelling)
    among_many, facing = gathering(syntax, actors, draft.core)
    if not among_many:
        facing = host(syntax, actors, place)
    if facing is None or side_of(facing) in own or third_party(syntax, actors, draft.core, own | {side_of(facing)}):
        return False
    draft.facing = facing
    return True


# --- those sent, awaited, docked, already there -----------------------------------------------------


def _sent(syntax: Syntax, actors: Actors, i: int, place: int) -> Draft | None:
    """ "sent a delegation to": the sender is one side, or where it is not told, those who are sent."""
    sent = syntax.patient(i)
    if sent is None or not _sendable(syntax, actors, sent):
        return None
    sender = syntax.subject(i)
    acting = sender if official(actors.one(sender)) else sent
    found = tuple(a for a in actors.all(acting) if official(a))
    others = {side_of(a) for a in actors.all(sent) if official(a)} - {side_of(a) for a in found}
    if others or any(syntax.lower[k] in ("home", "back") for k in syntax.kids[i]):  # an expulsion
        return None
    draft = Draft(i, Channel.VISIT, False, doer=acting, place=place)
    climb(syntax, draft)
    if not found or not _face(syntax, actors, draft, found, place):
        return None
    if draft.steps:
        draft.doer = None
    elif factuality(syntax, i) in _PLANS:
        draft.steps.append((i, Status.SCHEDULED))
    return draft


def _sendable(syntax: Syntax, actors: Actors, sent: int) -> bool:
    """Those who speak for a state; the noun alone may tell ("sent negotiators")."""
    from_table = any(
        "traveller" in _KINDS.get((syntax.lemma[k], "noun"), {}) for k in (sent, *syntax.obliques(sent, "of"))
    )
    person = any(a.person and a.office for a in actors.all(sent))
    return from_table or person


def _docked(syntax: Syntax, actors: Actors, i: int, place: int) -> Draft | None:
    goer = syntax.patient(i) if syntax.passive(i) else syntax.subject(i)
    if syntax.dep[i] == "acl" and syntax.tag[i] == "VBD":  # a past tense describes no noun
        goer = syntax.head[i]
    ship = warship(syntax, actors, goer)
    if ship is None:
        return None
    draft = Draft(i, Channel.PORT_CALL, False, doer=ship[0], place=place)
    climb(syntax, draft)
    if not _face(syntax, actors, draft, (ship[1],), place):
        return None
    if not draft.steps and factuality(syntax, i) in _PLANS:
        draft.steps.append((i, Status.SCHEDULED))
    return draft


def _awaited(syntax: Syntax, actors: Actors, i: int, place: int) -> Draft | None:
    """ "is due in Oslo", "is expected in Oslo on Monday"."""
    if syntax.child(i, "xcomp", "ccomp") is not None or (syntax.pos[i] == "VERB" and not syntax.passive(i)):
        return None
    goer = syntax.patient(i) if syntax.passive(i) else syntax.subject(i)
    goer = goer if goer is not None else syntax.grammatical_subject(place)
    travelling = traveller(syntax, actors, goer)
    draft = Draft(i, Channel.VISIT, False, steps=[(i, Status.SCHEDULED)], doer=goer, place=place)
    return draft if travelling and _face(syntax, actors, draft, travelling, place) else None


def _being_there(syntax: Syntax, actors: Actors, place: int) -> Iterator[Draft]:
    """ "is in Oslo for talks": a place as predicate, with what one is there for."""
    purpose = bool(syntax.obliques(place, "for", "on", "since")) or syntax.child(place, "advcl", "xcomp") is not None
    goer = syntax.grammatical_subject(place)
    travelling = traveller(syntax, actors, goer) if purpose and syntax.preposition(place) in ("in", "at") else ()
    if not travelling or any(resident(a) for a in travelling):
        return
    now = any(syntax.tag[k] in ("VBZ", "VBP") for k in syntax.children(place, "cop"))
    told: Status | str = "continued" if now else Status.HELD
    fact = factuality(syntax, place)
    if fact is Factuality.PLANNED or "will" in syntax.auxiliaries(place):
        told = Status.SCHEDULED
    draft = Draft(place, Channel.VISIT, False, steps=[(place, told)], doer=goer, place=place)
    if (gathered := _for_talks(syntax, actors, place, travelling, place)) is not None:
        gathered.steps, gathered.doer = draft.steps, goer
        yield gathered
        return
    draft.links += [k for k in syntax.obliques(place, "for") if _talks(syntax, k)]  # "was there for talks on Monday"
    if _face(syntax, actors, draft, travelling, place):
        yield draft


# --- the noun ---------------------------------------------------------------------------------------


def _of_noun(syntax: Syntax, actors: Actors, i: int) -> Iterator[Draft]:
    """ "during Xi's visit to Moscow" was held, "ahead of Xi's visit to Moscow" is due; "is on a visit to" goes on."""
    place = next((settled(syntax, k) for k in visited(syntax, i, "to", "in")), None)
    if place is None and syntax.lemma[i] == "tour":
        place = next((k for k in syntax.obliques(i, "of") if placelike(syntax, k)), None)
    current = _current(syntax, actors, i, place) if place is not None else _where_said(syntax, actors, i)
    if current is not None:
        yield current
        return
    goer, told = told_of_noun(syntax, i)
    place = _where(syntax, i) if place is None and told == "continued" else place
    if place is None or told is None or goer is None:
        return
    goer = syntax.antecedent(goer)
    travelling = traveller(syntax, actors, goer)
    draft = Draft(i, Channel.VISIT, False, steps=[(i, told)], doer=goer, place=place)
    if travelling and _face(syntax, actors, draft, travelling, place):
        yield draft


def _current(syntax: Syntax, actors: Actors, i: int, place: int) -> Draft | None:
    """ "the *current* visit to Oslo": whose it is, was told before."""
    now = any(syntax.lower[k] in _CURRENT for k in syntax.kids[i])
    owned = syntax.possessor(i) is not None or syntax.obliques(i, "by", "of")
    facing = host(syntax, actors, place) if now and not owned else None
    if facing is None:
        return None
    return Draft(i, Channel.VISIT, False, steps=[(i, "continued")], place=place, facing=facing)


def _where_said(syntax: Syntax, actors: Actors, i: int) -> Draft | None:
    """ "told reporters in Oslo during a visit", "left Oslo at the end of a visit": the verb tells where."""
    verb, preposition = syntax.head[i], syntax.preposition(i)
    if preposition == "of" and syntax.lemma[verb] in PARTS and syntax.relation[verb] == "obl":
        verb, preposition = syntax.head[verb], "during"  # "at the end of"
    over = syntax.head[verb]
    if syntax.dep[verb] == "ccomp" and verb < over < i:  # hung on what is said: "... were fired," he said during
        verb = over
    new = any(syntax.lower[k] in ("a", "an") for k in syntax.kids[i]) and syntax.possessor(i) is None
    if not new or preposition != "during" or syntax.pos[verb] != "VERB" or syntax.tag[verb] not in ("VBD", "VBG"):
        return None
    told = [k for k in syntax.children(verb, "obj", "iobj") if syntax.pos[k] == "NOUN"]
    left = syntax.child(verb, "obj") if syntax.lemma[verb] in ("leave", "depart") else None
    near = [left] if left is not None else [k for c in (verb, *told) for k in syntax.obliques(c, "in")]
    place = next((k for k in near if placelike(syntax, k)), None)
    goer = syntax.subject(verb)
    found = traveller(syntax, actors, goer)
    ship = warship(syntax, actors, goer) if not found else None
    if place is None or not (found or ship) or factuality(syntax, verb) is not Factuality.ACTUAL:
        return None
    channel = Channel.PORT_CALL if ship else Channel.VISIT
    draft = Draft(i, channel, False, steps=[(i, Status.HELD)], doer=goer, place=place)
    return draft if _face(syntax, actors, draft, found or ((ship[1],) if ship else ()), place) else None


def _where(syntax: Syntax, i: int) -> int | None:
    """The place of "in Oslo, where he is on a visit"."""
    there = any(syntax.lower[k] == "where" for k in syntax.kids[i])
    return syntax.head[i] if there and syntax.dep[i].endswith("relcl") else None
