"""Idioms: contacts that no single core word tells, such as "could not reach", "lodged a protest with", "in touch"."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from pourparler.reading.actors import Actors, official
from pourparler.reading.contacts.ceremonies import attending_ceremony
from pourparler.reading.contacts.dining import asked_to_dine, dining
from pourparler.reading.contacts.drafts import CORE_LEMMAS, CORES, Draft
from pourparler.reading.contacts.entry import refusing_entry
from pourparler.reading.contacts.lines import (
    at_table,
    connecting,
    ended,
    going_live,
    halting,
    on_the_phone,
    resting,
    running,
    silence,
    touching,
)
from pourparler.reading.contacts.messages import (
    BODIES,
    arriving,
    carrying,
    hailing,
    informing,
    protesting,
    refusing,
    replying,
    without_reply,
)
from pourparler.reading.contacts.offices import ferrying, gathering_two, mediation, offered_service, placing
from pourparler.reading.contacts.phrases import IDIOMS, LEMMAS, POS, Idiom, particles, two_sides
from pourparler.reading.contacts.silences import answering, hearing, lifting, reaching, ringing_out, unheard
from pourparler.reading.contacts.standing import (
    calling_back,
    failing_line,
    having_line,
    keeping_open,
    lacking_line,
    leaving_line,
    on_track,
    trying_line,
    undated,
    withdrawing,
)
from pourparler.reading.contacts.urging import urging
from pourparler.reading.contacts.voicing import voicing
from pourparler.reading.descriptions import POSTED
from pourparler.reading.factuality import factuality
from pourparler.reading.levels import level_of
from pourparler.reading.mending import MEANS
from pourparler.reading.syntax import Syntax
from pourparler.records import Actor, Channel, Factuality, Level, Status, side_of

_ENVOYS = frozenset(
    {"ambassador", "envoy", "charge", "chargé", "attache", "attaché", "diplomat", "consul", "commissioner"}
)


def find_idioms(syntax: Syntax, actors: Actors) -> Iterator[Draft]:
    """Drafts of the idioms; each is told whole, so nothing else need be read from the same core.

    "Nobody answered when Oslo phoned Moscow." -> unanswered, by Russia, initiator Norway.
    """
    for i in syntax.body:
        if syntax.lemma[i] not in LEMMAS:
            continue
        for idiom in IDIOMS.get((syntax.joined_lemma(i), POS.get(syntax.pos[i], "")), ()):
            draft = _READERS[idiom.kind](syntax, actors, i, idiom)
            if draft is not None:
                yield draft
                break


def _snubbing(syntax: Syntax, actors: Actors, i: int, idiom: Idiom) -> Draft | None:
    """ "snubbed the envoy": whoever is snubbed wanted to deal with the other; what is snubbed other words tell."""
    thing = syntax.patient(i)
    found = two_sides(syntax, actors, syntax.subject(i), thing)
    if found is None or thing is None or syntax.lemma[thing] in CORE_LEMMAS:
        return None
    return Draft(i, idiom.channel, False, steps=[(i, idiom.status)], initiator=found[1])


def _rung(syntax: Syntax, actors: Actors, i: int, idiom: Idiom) -> Draft | None:
    """ "Reached by telephone by his counterpart, the general promised": who stands behind the second *by* rang."""
    wired = [k for k in syntax.children(i, "obl", "obl:agent") if syntax.lemma[k] in MEANS]
    caller = next((k for k in syntax.obliques(i, "by") if k not in wired), None)
    called = syntax.patient(i)
    if called is None and syntax.dep[i] in ("advcl", "acl"):
        called = syntax.subject(syntax.head[i]) if syntax.dep[i] == "advcl" else syntax.head[i]
    if called is None and caller is not None:  # parsed as in apposition to the caller
        called = syntax.child(caller, "appos")
    if not wired or syntax.tag[i] != "VBN" or two_sides(syntax, actors, caller, called) is None:
        return None
    facing = actors.one(called)
    return Draft(i, idiom.channel, False, steps=[(i, idiom.status)], doer=caller, facing=facing, made=True)


def _hanging(syntax: Syntax, actors: Actors, i: int, idiom: Idiom) -> Draft | None:
    """ "hung up on the envoy": whoever puts the receiver down has none of it."""
    other = next(iter(syntax.obliques(i, "on")), None)
    if other is None:  # "hung up after his Omani counterpart demanded that"
        clauses = (k for k in syntax.children(i, "advcl") if syntax.finite(k))
        other = next((k for c in clauses if (k := syntax.subject(c)) is not None), None)
    if other is None or not idiom.words & particles(syntax, i):
        return None
    found = two_sides(syntax, actors, syntax.subject(i), other)
    return Draft(i, idiom.channel, False, steps=[(i, idiom.status)], facing=found[1]) if found is not None else None


def _carpeting(syntax: Syntax, actors: Actors, i: int, idiom: Idiom) -> Draft | None:
    """ "hauled in the ambassador", "was hauled into the ministry"."""
    thing = syntax.patient(i)
    where = syntax.obliques(i, "in", "into", "before")
    if thing is None:  # "called in the envoy", parsed as "in the envoy"
        thing = next((k for k in where if _envoy(syntax, actors, k)), None)
    parts = particles(syntax, i) | ({syntax.preposition(thing)} if thing is not None else set())
    held = bool(where) or bool(parts & idiom.words)
    if thing is None or not _envoy(syntax, actors, thing) or (idiom.words and not held):
        return None
    summoner = syntax.subject(i)
    if summoner is None:
        summoner = next((k for k in where if k != thing), None)
    if two_sides(syntax, actors, summoner, thing) is None:
        return None
    draft = Draft(i, idiom.channel, False, doer=summoner, facing=actors.one(thing))
    if factuality(syntax, i) is Factuality.PLANNED:
        draft.steps.append((i, Status.SCHEDULED))
    return draft


def _envoy(syntax: Syntax, actors: Actors, i: int) -> bool:
    actor = actors.one(i)
    if actor is None or not official(actor):
        return False
    office = (actor.office or "").lower()
    return level_of(actor) is Level.AMBASSADOR or any(w in office for w in _ENVOYS) or syntax.lemma[i] in _ENVOYS


def _coming(syntax: Syntax, actors: Actors, i: int, idiom: Idiom) -> Draft | None:
    """ "came in for a meeting": whoever comes in meets those who tell of it, or those told of before."""
    near = [k for c in (i, *syntax.children(i, "advmod", "compound:prt")) for k in syntax.obliques(c, *idiom.words)]
    core = next((k for k in near if CORES.get((syntax.lemma[k], "noun"), {}).get("channel") in _TALKS), None)
    inside = particles(syntax, i) & {"in", "by", "over", "down", "round"}
    if core is None or not inside or factuality(syntax, i) is not Factuality.ACTUAL or syntax.passive(i):
        return None
    return Draft(core, Channel(CORES[syntax.lemma[core], "noun"]["channel"]), False, steps=[(i, idiom.status)])


def _paying(syntax: Syntax, actors: Actors, i: int, idiom: Idiom) -> Draft | None:
    """ "called on the president": a courtesy paid to a person; "called on him to resign" asks."""
    called = [c for k in syntax.obliques(i, *idiom.words) for c in syntax.conjuncts(k)]
    loose: tuple[str, ...] = ("conj",) if called else ()  # "called on the mayor and *on the commander*"
    loose = ("xcomp", "obj") if idiom.words & particles(syntax, i) else loose
    called += [k for k in syntax.children(i, *loose) if syntax.pos[k] in ("NOUN", "PROPN")]
    subject = syntax.subject(i)
    other = next((k for k in called if two_sides(syntax, actors, subject, k) is not None), None)
    to_do = [k for k in syntax.children(i, "advcl") if k > i and syntax.tag[k] == "VB"]
    asks = syntax.child(i, "xcomp", "ccomp") is not None or to_do or syntax.obliques(i, "for")
    one = actors.one(other)
    if (
        asks
        or one is None
        or not (one.person or one.office or syntax.lemma[other or i] in _DIGNITARIES)
        or other is None
    ):
        return None
    return Draft(i, idiom.channel, False, steps=[(i, idiom.status)], facing=one)


def _telling(syntax: Syntax, actors: Actors, i: int, idiom: Idiom) -> Draft | None:
    """ "told his Russian counterpart that": they dealt with each other, by what means other words may tell.

    Whom one informs or notifies may be a state or any body of one; what is told a state may be told the world.
    """
    near = [*syntax.children(i, "iobj", "obj"), *syntax.obliques(i, *idiom.words)]
    thing = syntax.patient(i)
    near += [thing] if thing is not None and syntax.passive(i) else []
    if thing is not None and syntax.lemma[i] in _EXPLAINING:  # "explained the shooting to the guards"
        near += syntax.obliques(thing, *idiom.words)
    anybody = syntax.lemma[i] in _INFORMING
    other = next((k for k in near if anybody or _hearing(syntax, i, k)), None)
    fact = factuality(syntax, i)
    if other is None or fact not in (Factuality.ACTUAL, Factuality.PLANNED):
        return None
    facing = _told(syntax, actors, i, other)
    if facing is None:
        return None
    if fact is Factuality.PLANNED:
        return Draft(i, idiom.channel, False, steps=[(i, Status.SCHEDULED)], facing=facing, echo=True)
    cores = [k for k in syntax.children(i, "obl", "obj") if syntax.lemma[k] in CORE_LEMMAS]
    if not cores:
        doer = _teller(syntax, actors, i)
        return Draft(i, idiom.channel, False, steps=[(i, idiom.status)], doer=doer, facing=facing, echo=True)
    core = cores[0]  # "told his counterpart *in a call*"; what is told in a meeting with others was not told in theirs
    if syntax.preposition(core) not in _WITHIN or syntax.obliques(core, "with", "between", "to", "from"):
        return None
    channel = Channel(CORES[syntax.lemma[core], "noun"]["channel"])
    return Draft(core, channel, False, steps=[(i, idiom.status)], doer=syntax.subject(i), facing=facing)


def _teller(syntax: Syntax, actors: Actors, i: int) -> int | None:
    """Who tells; "*NATO's* air command" is a body of the alliance."""
    subject = syntax.subject(i)
    owner = syntax.possessor(subject) if subject is not None and not official(actors.one(subject)) else None
    return owner if official(actors.one(owner)) else subject


def _told(syntax: Syntax, actors: Actors, i: int, other: int) -> Actor | None:
    """Who is told, if of another side; what is explained to "the Finnish operations centre" is explained to Finland."""
    teller, told = actors.one(_teller(syntax, actors, i)), actors.one(other)
    if told is not None and told.country and not told.sectors and not told.person and _hearing(syntax, i, other):
        told = replace(told, sectors=("GOV",), code=actors.known.code(told.country, None, ("GOV",)))
        return told if teller is not None and official(teller) and side_of(teller) != told.country else None
    found = two_sides(syntax, actors, syntax.subject(i), other)
    return found[1] if found is not None else None


def _hearing(syntax: Syntax, i: int, k: int) -> bool:
    """Who is spoken to in person; what is explained to a body of another state is not told the world."""
    return syntax.lemma[k] in _HEARING or (syntax.lemma[i] in _EXPLAINING and syntax.lemma[k].lower() in _OFFICES)


def _exchanging(syntax: Syntax, actors: Actors, i: int, idiom: Idiom) -> Draft | None:
    """ "exchanged views", "exchanged views with the minister"."""
    thing = syntax.patient(i)
    if thing is None or syntax.lemma[thing] not in idiom.words:
        return None
    other = next(iter(syntax.obliques(i, "with") or syntax.obliques(thing, "with")), None)
    subject = syntax.subject(i)
    mutual = other is None and len({side_of(a) for a in actors.all(subject) if official(a)}) == 2
    if not mutual and two_sides(syntax, actors, subject, other) is None:
        return None
    return Draft(i, idiom.channel, False, steps=[(i, idiom.status)], facing=actors.one(other))


def _receiving(syntax: Syntax, actors: Actors, i: int, idiom: Idiom) -> Draft | None:
    """ "received a call from the minister": the caller took the step; a call *for* something is none."""
    thing = syntax.patient(i)
    if thing is None or syntax.lemma[thing] not in idiom.words or syntax.obliques(thing, "for"):
        return None
    near = (thing, *syntax.obliques(thing, "of"), i)  # "a note of protest from the ministry"
    caller = next((k for c in near for k in syntax.obliques(c, "from")), None)
    facing = actors.one(syntax.subject(i))
    stateless = facing is not None and bool(facing.person and facing.office) and facing.country is None
    if caller is None or not (stateless or two_sides(syntax, actors, caller, syntax.subject(i))):
        return None
    facing = None if stateless else facing
    return Draft(thing, idiom.channel, False, steps=[(i, idiom.status)], doer=caller, facing=facing)


#: Those who are spoken to in person, and verbs of telling that are deeds between states whoever hears it.
_HEARING = POSTED | {"counterpart", "side", "colleague"}
_INFORMING = frozenset({"inform", "notify", "brief"})
_EXPLAINING = frozenset({"explain"})
_OFFICES = (
    BODIES
    | frozenset(
        {
            "embassy",
            "consulate",
            "mission",
            "centre",
            "center",
            "command",
            "headquarters",
            "staff",
            "secretariat",
            "agency",
        }
    )
    | frozenset({"administration", "directorate", "navy", "army", "force", "guard", "police", "side", "delegation"})
)
#: Prepositions of what something is told in.
_WITHIN = ("in", "during", "over", "by", "at")


_TALKS = frozenset({"meeting", "talks"})
_DIGNITARIES = frozenset({"leader", "official", "commander", "dignitary", "officer", "leadership"})
_Reader = Callable[[Syntax, Actors, int, Idiom], Draft | None]
_READERS: dict[str, _Reader] = {
    "carrying": carrying,
    "arriving": arriving,
    "protesting": protesting,
    "informing": informing,
    "hailing": hailing,
    "snubbing": _snubbing,
    "hanging": _hanging,
    "rung": _rung,
    "carpeting": _carpeting,
    "reaching": reaching,
    "having line": having_line,
    "hearing": hearing,
    "answering": answering,
    "lifting": lifting,
    "silence": silence,
    "failing": failing_line,
    "running": running,
    "halting": halting,
    "going live": going_live,
    "resting": resting,
    "table": at_table,
    "ended": ended,
    "touching": touching,
    "on the phone": on_the_phone,
    "connecting": connecting,
    "meeting": _coming,
    "paying": _paying,
    "telling": _telling,
    "voicing": voicing,
    "exchanging": _exchanging,
    "receiving": _receiving,
    "refusing": refusing,
    "refusing entry": refusing_entry,
    "keeping": keeping_open,
    "leaving": leaving_line,
    "trying": trying_line,
    "on track": on_track,
    "undated": undated,
    "withdrawing": withdrawing,
    "calling back": calling_back,
    "unreplied": without_reply,
    "mediating": mediation,
    "serving": offered_service,
    "ferrying": ferrying,
    "gathering": gathering_two,
    "placing": placing,
    "dining": dining,
    "ceremony": attending_ceremony,
    "asked to dine": asked_to_dine,
    "replying": replying,
    "lacking": lacking_line,
    "urging": urging,
    "ringing out": ringing_out,
    "ringing unheard": unheard,
}
