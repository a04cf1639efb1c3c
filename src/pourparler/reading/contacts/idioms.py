"""Idioms: contacts that no single core word tells, such as "could not reach", "lodged a protest with", "in touch"."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from pourparler.reading.actors import Actors, official, side
from pourparler.reading.contacts.climbing import climb
from pourparler.reading.contacts.drafts import CORE_LEMMAS, Draft
from pourparler.reading.contacts.hosts import host, warship
from pourparler.reading.factuality import factuality
from pourparler.reading.levels import level_of
from pourparler.reading.syntax import Syntax
from pourparler.reading.tables import rows
from pourparler.records import Actor, Channel, Factuality, Level, Status


@dataclass(frozen=True, slots=True, kw_only=True)
class Idiom:
    """A row of tables/contact_idioms.csv; ``words`` are particles, prepositions or nouns, as ``kind`` has it."""

    kind: str
    words: frozenset[str]
    channel: Channel
    status: Status


_POS = {"VERB": "verb", "AUX": "verb", "ADJ": "adj", "ADV": "adv", "ADP": "adv", "NOUN": "noun"}
_IDIOMS: dict[tuple[str, str], list[Idiom]] = {}
_MISSIVES = set()
for _row in rows("contact_idioms"):
    if _row["kind"] == "missive":
        _MISSIVES.add(_row["lemma"])
        continue
    _idiom = Idiom(
        kind=_row["kind"],
        words=frozenset(filter(None, _row["words"].split(";"))),
        channel=Channel(_row["channel"] or "unspecified"),
        status=Status(_row["status"]),
    )
    for _pos in {_row["pos"], "adv"} if _row["pos"] == "adj" else {_row["pos"]}:  # "went dead" is tagged as either
        _IDIOMS.setdefault((_row["lemma"], _pos), []).append(_idiom)
_LEMMAS = frozenset(lemma.split("-")[-1] for lemma, _ in _IDIOMS)

_FORMAL = frozenset({"diplomatic", "formal", "official"})
_CALLING = frozenset({"phone", "telephone", "ring", "call", "dial", "try", "contact", "hail", "radio", "reach"})
_NOBODY = frozenset({"nobody", "none", "noone"})
_TABLES = frozenset({"negotiating", "negotiation", "bargaining", "conference", "negotiations"})
_BECOMING = frozenset({"go", "fall", "stay", "remain", "be", "keep"})
_ENVOYS = frozenset(
    {"ambassador", "envoy", "charge", "chargé", "attache", "attaché", "diplomat", "consul", "commissioner"}
)
_KEEPING = frozenset({"be", "remain", "stay", "keep"})
_WILL = frozenset({"will", "wo", "would", "shall"})


def find_idioms(syntax: Syntax, actors: Actors) -> Iterator[Draft]:
    """Drafts of the idioms; each is told whole, so nothing else need be read from the same core.

    "Nobody answered when Oslo phoned Moscow." -> unanswered, by Russia, initiator Norway.
    """
    for i in syntax.body:
        if syntax.lemma[i] not in _LEMMAS:
            continue
        for idiom in _IDIOMS.get((syntax.joined_lemma(i), _POS.get(syntax.pos[i], "")), ()):
            draft = _READERS[idiom.kind](syntax, actors, i, idiom)
            if draft is not None:
                yield draft
                break


def _sides(syntax: Syntax, actors: Actors, one: int | None, other: int | None) -> tuple[Actor, Actor] | None:
    """The officials of two states that the tokens name; None unless both are told."""
    first, second = actors.one(one), actors.one(other)
    if second is None and other is not None:
        second = host(syntax, actors, other)
    if first is None or second is None or not official(first) or not official(second) or side(first) == side(second):
        return None
    return first, second


def _particles(syntax: Syntax, i: int) -> set[str]:
    return {syntax.lower[k] for k in syntax.kids[i] if syntax.dep[k] in ("compound:prt", "advmod", "case")}


# --- messages ---------------------------------------------------------------------------------------


def _carrying(syntax: Syntax, actors: Actors, i: int, idiom: Idiom) -> Draft | None:
    """ "conveyed a protest to Oslo", "handed him a note": what is carried is a message between states."""
    thing = syntax.patient(i)
    if thing is None or syntax.lemma[thing] not in _MISSIVES:
        return None
    formal = any(syntax.lower[k] in _FORMAL for k in syntax.children(thing, "amod"))
    to = ("to", "with", "against") if formal else ("to", "with")
    near = [k for c in (i, thing, *syntax.children(thing, "nmod")) for k in syntax.obliques(c, *to)]
    receiver = next(iter([*syntax.children(i, "iobj"), *near]), None)
    draft = _one_way(syntax, actors, i, receiver, idiom)
    if draft is not None:
        draft.links.append(thing)
    return draft


def _informing(syntax: Syntax, actors: Actors, i: int, idiom: Idiom) -> Draft | None:
    """ "informed Oslo by diplomatic note"."""
    by = any(syntax.lemma[k] in _MISSIVES for k in syntax.obliques(i, "by", "in", "with", "through", "via"))
    return _one_way(syntax, actors, i, syntax.child(i, "obj", "iobj"), idiom) if by else None


def _hailing(syntax: Syntax, actors: Actors, i: int, idiom: Idiom) -> Draft | None:
    """ "radioed the Russian ship"; without a ship on either side "hailed" is praise."""
    called = syntax.child(i, "obj")
    ships = [warship(syntax, actors, k) for k in (syntax.subject(i), called)]
    return _one_way(syntax, actors, i, called, idiom) if any(ships) else None


def _protesting(syntax: Syntax, actors: Actors, i: int, idiom: Idiom) -> Draft | None:
    receiver = next(iter(syntax.obliques(i, *idiom.words)), None)
    return _one_way(syntax, actors, i, receiver, idiom) if syntax.child(i, "obj") is None else None


def _one_way(syntax: Syntax, actors: Actors, i: int, receiver: int | None, idiom: Idiom) -> Draft | None:
    sender = syntax.subject(i)
    found = _sides(syntax, actors, sender, receiver)
    if found is None:
        return None
    draft = Draft(i, idiom.channel, False, facing=found[1], made=True)
    climb(syntax, draft)
    if not draft.steps and factuality(syntax, i) is Factuality.PLANNED:
        draft.steps.append((i, Status.SCHEDULED))
    if not draft.steps:
        draft.steps.append((i, idiom.status))
    return draft


# --- refusals and summonses -------------------------------------------------------------------------


def _snubbing(syntax: Syntax, actors: Actors, i: int, idiom: Idiom) -> Draft | None:
    """ "snubbed the envoy": whoever is snubbed wanted to deal with the other; what is snubbed other words tell."""
    thing = syntax.patient(i)
    found = _sides(syntax, actors, syntax.subject(i), thing)
    if found is None or thing is None or syntax.lemma[thing] in CORE_LEMMAS:
        return None
    return Draft(i, idiom.channel, False, steps=[(i, idiom.status)], initiator=found[1])


def _carpeting(syntax: Syntax, actors: Actors, i: int, idiom: Idiom) -> Draft | None:
    """ "hauled in the ambassador", "was hauled into the ministry"."""
    thing = syntax.patient(i)
    where = syntax.obliques(i, "in", "into", "before")
    if thing is None:  # "called in the envoy", parsed as "in the envoy"
        thing = next((k for k in where if _envoy(syntax, actors, k)), None)
    parts = _particles(syntax, i) | ({syntax.preposition(thing)} if thing is not None else set())
    held = bool(where) or bool(parts & idiom.words)
    if thing is None or not _envoy(syntax, actors, thing) or (idiom.words and not held):
        return None
    summoner = syntax.subject(i)
    if summoner is None:
        summoner = next((k for k in where if k != thing), None)
    if _sides(syntax, actors, summoner, thing) is None:
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


# --- calls that fail --------------------------------------------------------------------------------


def _reaching(syntax: Syntax, actors: Actors, i: int, idiom: Idiom) -> Draft | None:
    """ "could not reach the general": an attempt that met silence."""
    if syntax.passive(i) or factuality(syntax, i) is not Factuality.NEGATED:
        return None
    auxiliaries = set(syntax.auxiliaries(i))
    tried = {"could", "can", "ca"} & auxiliaries or syntax.dep[i] == "xcomp"
    other = syntax.patient(i)
    if idiom.words:  # "get through to"
        near = [k for c in (i, *syntax.children(i, "advmod", "compound:prt")) for k in syntax.obliques(c, "to")]
        other = next(iter(near), None) if idiom.words & _particles(syntax, i) else None
    caller = syntax.subject(i)
    found = _sides(syntax, actors, caller, other) if tried else None
    if found is None:
        return None
    draft = Draft(i, idiom.channel, False, facing=found[1], initiator=found[0], doer=caller)
    draft.told = idiom.status, Factuality.ACTUAL
    return draft


def _answering(syntax: Syntax, actors: Actors, i: int, idiom: Idiom) -> Draft | None:
    """ "Nobody answered when Oslo phoned Moscow": the clause tells who called whom."""
    subject = syntax.grammatical_subject(i)
    if subject is None or not _nobody(syntax, subject) or idiom.words - _particles(syntax, i):
        return None
    for k in syntax.children(i, "advcl"):
        if syntax.lemma[k] not in _CALLING:
            continue
        called = syntax.child(k, "obj", "xcomp", "nsubj:pass")
        found = _sides(syntax, actors, syntax.subject(k), called)
        if found is not None:
            draft = Draft(i, _channel(syntax, k), False, doer=called, facing=found[1], initiator=found[0], beside=k)
            draft.told = idiom.status, Factuality.ACTUAL
            return draft
    return None


def _nobody(syntax: Syntax, i: int) -> bool:
    return syntax.lower[i] in _NOBODY or (
        syntax.lower[i] == "one" and any(syntax.lower[k] == "no" for k in syntax.kids[i])
    )


def _channel(syntax: Syntax, verb: int) -> Channel:
    by = {syntax.lemma[k] for k in syntax.obliques(verb, "by", "on", "over", "via", "through")}
    if "hotline" in by:
        return Channel.HOTLINE
    return (
        Channel.PHONE if syntax.lemma[verb] in ("phone", "telephone", "ring", "call", "dial") else Channel.UNSPECIFIED
    )


def _lifting(syntax: Syntax, actors: Actors, i: int, idiom: Idiom) -> Draft | None:
    """ "did not lift the receiver": no answer to a call told before."""
    thing = syntax.patient(i)
    fact = factuality(syntax, i)
    if thing is None or syntax.lemma[thing] not in idiom.words or fact is not Factuality.NEGATED:
        return None
    doer = syntax.grammatical_subject(i)
    draft = Draft(i, idiom.channel, False, about_earlier=True, doer=None if doer is None else doer)
    draft.told = idiom.status, Factuality.ACTUAL
    return draft


# --- lines and tables -------------------------------------------------------------------------------


def _silence(syntax: Syntax, actors: Actors, i: int, idiom: Idiom) -> Draft | None:
    """ "the hotline went dead" suspends a line; "the phone in Oslo stays silent" leaves a call without answer."""
    verb = i if syntax.child(i, "cop") is not None else syntax.head[i]
    thing = syntax.grammatical_subject(verb)
    linked = verb == i or syntax.lemma[verb] in _BECOMING
    if thing is None or not linked or syntax.lemma[thing] not in idiom.words:
        return None
    if idiom.status is Status.SUSPENDED:
        return Draft(thing, idiom.channel, True, steps=[(verb, idiom.status)])
    owner = syntax.possessor(thing)
    place = next(iter(syntax.obliques(thing, "in", "at")), owner)
    facing = host(syntax, actors, place) if place is not None else None
    if facing is None:
        return None
    now = syntax.tag[verb] in ("VBZ", "VBP") or any(syntax.tag[k] in ("VBZ", "VBP") for k in syntax.kids[verb])
    draft = Draft(i, idiom.channel, False, about_earlier=True, doer=place, facing=facing)
    draft.told = idiom.status, Factuality.ONGOING if now else Factuality.ACTUAL
    return draft


def _at_table(syntax: Syntax, actors: Actors, i: int, idiom: Idiom) -> Draft | None:
    """ "returned to the negotiating table"; "would not return to the table" is a refusal."""
    beside = syntax.children(i, "advmod", "compound:prt")
    near = [k for c in (i, *beside) for k in syntax.obliques(c, *idiom.words)] if idiom.words else []
    thing = syntax.patient(i) if not idiom.words else next((k for k in near if syntax.lemma[k] == "table"), None)
    if thing is None or syntax.lemma[thing] != "table":
        return None
    plain = not ({syntax.lower[k] for k in syntax.children(thing, "compound", "amod")} & _TABLES)
    if plain and (idiom.status is not Status.RESUMED or syntax.lemma[i] != "return"):
        return None
    if not official(actors.one(syntax.subject(i))):
        return None
    above = Draft(i, idiom.channel, False)
    climb(syntax, above)  # "refused to return to the table"
    draft = Draft(thing, idiom.channel, False, steps=[(i, idiom.status), *above.steps], links=[i])
    if not above.steps and factuality(syntax, i) is Factuality.NEGATED:
        refused = bool(_WILL & set(syntax.auxiliaries(i)))
        draft.told = (Status.DECLINED, Factuality.ACTUAL) if refused else (idiom.status, Factuality.NEGATED)
    return draft


def _ended(syntax: Syntax, actors: Actors, i: int, idiom: Idiom) -> Draft | None:
    """ "The talks are off"."""
    thing = syntax.grammatical_subject(i)
    if syntax.child(i, "cop") is None or thing is None or syntax.lemma[thing] not in CORE_LEMMAS:
        return None
    if syntax.child(i, "obl", "obj") is not None or syntax.lemma[thing] in ("line", "phone", "hotline"):
        return None
    return Draft(thing, _CHANNELS.get(syntax.lemma[thing], Channel.MEETING), False, steps=[(i, idiom.status)])


_CHANNELS = {row["lemma"]: Channel(row["channel"]) for row in rows("contacts") if row["pos"] == "noun"}


def _touching(syntax: Syntax, actors: Actors, i: int, idiom: Idiom) -> Draft | None:
    """ "is in touch with", "got in touch with"."""
    if syntax.preposition(i) not in ("in", "into"):
        return None
    cop = syntax.child(i, "cop")
    verb = i if cop is not None else syntax.head[i]
    other = next(iter(syntax.obliques(i, "with") or syntax.obliques(verb, "with")), None)
    subject = syntax.subject(verb) if verb != i else syntax.grammatical_subject(i)
    mutual = other is None and len({side(a) for a in actors.all(subject) if official(a)}) == 2
    if not mutual and _sides(syntax, actors, subject, other) is None:
        return None
    fact = factuality(syntax, verb)
    lasting = cop is not None or syntax.lemma[verb] in _KEEPING
    draft = Draft(i, idiom.channel, False, doer=subject, facing=actors.one(other))
    draft.told = Status.HELD, Factuality.ONGOING if lasting and fact is Factuality.ACTUAL else fact
    return draft


def _connecting(syntax: Syntax, actors: Actors, i: int, idiom: Idiom) -> Draft | None:
    """ "Calls went through"."""
    thing = syntax.grammatical_subject(i)
    if thing is None or syntax.lemma[thing] != "call" or not idiom.words & _particles(syntax, i):
        return None
    return Draft(thing, idiom.channel, False, steps=[(i, idiom.status)])


_Reader = Callable[[Syntax, Actors, int, Idiom], Draft | None]
_READERS: dict[str, _Reader] = {
    "carrying": _carrying,
    "protesting": _protesting,
    "informing": _informing,
    "hailing": _hailing,
    "snubbing": _snubbing,
    "carpeting": _carpeting,
    "reaching": _reaching,
    "answering": _answering,
    "lifting": _lifting,
    "silence": _silence,
    "table": _at_table,
    "ended": _ended,
    "touching": _touching,
    "connecting": _connecting,
}
