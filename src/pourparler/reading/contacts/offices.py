"""Good offices: what somebody does or offers who is no side of it, and between whom, if other words tell it."""

from __future__ import annotations

from pourparler.reading.actors import Actors, official
from pourparler.reading.contacts.climbing import climb
from pourparler.reading.contacts.destinations import placelike
from pourparler.reading.contacts.drafts import CORE_LEMMAS, Draft
from pourparler.reading.contacts.mentions import Mentions
from pourparler.reading.contacts.pairs import main_pair, partner
from pourparler.reading.contacts.phrases import MISSIVES, Idiom
from pourparler.reading.contacts.sides import Sides
from pourparler.reading.contacts.words import MEDIATION
from pourparler.reading.factuality import factuality
from pourparler.reading.syntax import Syntax
from pourparler.records import Actor, Channel, Factuality, Status, side_of

_TOLD = frozenset({Factuality.ACTUAL, Factuality.ONGOING, Factuality.HABITUAL})
#: What those asked are to do about it together.
_COMING = frozenset({"send", "come", "attend", "return", "join", "participate", "take", "gather", "sit"})
#: Whom they are to send.
_SENT = frozenset(
    {"officer", "delegation", "envoy", "representative", "team", "negotiator", "official", "minister", "delegate"}
) | {"commander", "expert", "emissary"}
_TWO = frozenset({"two", "both"})
_PLACES = ("LOC", "FAC")
_REACH = 4  # sentences, for a contact that a third party would broker
_NEAR = 2  # sentences, for one that somebody would have elsewhere
_SERVICES = MEDIATION | {"office", "service"}


def mediation(syntax: Syntax, actors: Actors, i: int, idiom: Idiom) -> Draft | None:
    """ "offered to mediate between Oslo and Riga", "is mediating"; between whom, an earlier sentence may tell."""
    if syntax.passive(i) or syntax.patient(i) is not None:
        return None
    return _third(syntax, actors, i, _between(syntax, actors, i), idiom)


def offered_service(syntax: Syntax, actors: Actors, i: int, idiom: Idiom) -> Draft | None:
    """ "offered its mediation", "offered its good offices to the two sides"."""
    thing = syntax.patient(i)
    if thing is None or syntax.lemma[thing] not in _SERVICES or factuality(syntax, i) not in _TOLD:
        return None
    if syntax.lemma[thing] in ("office", "service") and not any(syntax.lower[k] == "good" for k in syntax.kids[thing]):
        return None
    between = _between(syntax, actors, i, "to") or _between(syntax, actors, thing, "between", "to")
    draft = _third(syntax, actors, thing, between, idiom, doer=syntax.subject(i))
    if draft is not None:
        draft.steps = [(i, idiom.status)]
    return draft


def ferrying(syntax: Syntax, actors: Actors, i: int, idiom: Idiom) -> Draft | None:
    """ "carried letters between Oslo and Riga", "offered to convey a message from Oslo to Riga"."""
    thing = syntax.patient(i)
    if thing is None or syntax.lemma[thing] not in MISSIVES or syntax.passive(i):
        return None
    between = _between(syntax, actors, i) or _between(syntax, actors, thing)
    if not between:
        near = (i, thing, *syntax.children(thing, "nmod"))
        ends = [k for way in ("from", "to") for k in [k for c in near for k in syntax.obliques(c, way)][:1]]
        between = _distinct([a for k in ends for a in actors.all(k)]) if len(ends) == 2 else ()
    own = {side_of(a) for a in actors.all(syntax.subject(i))}
    if len(between) < 2 or own & {side_of(a) for a in between}:
        return None  # "brought a letter from his king to the emir" is the sender's own message
    return _third(syntax, actors, i, between, idiom)


def gathering_two(syntax: Syntax, actors: Actors, i: int, idiom: Idiom) -> Draft | None:
    """ "asked both armies to send officers to its base", "invited the two ministers for Monday": to deal together."""
    guests = syntax.patient(i)
    guests = guests if guests is not None else syntax.child(i, "iobj")
    if guests is None or syntax.passive(i):
        return None
    pair = _distinct([a for a in actors.all(guests) if official(a)])
    near = (guests, *syntax.children(guests, "amod", "nmod"))
    together = any(syntax.lower[k] in _TWO for c in near for k in syntax.kids[c])
    doing = syntax.child(i, "xcomp", "advcl", "ccomp")
    if not together or (doing is not None and not _to_come(syntax, doing)):
        return None
    bound = [k for k in syntax.obliques(i, "to", "for", "on") if syntax.lemma[k] not in CORE_LEMMAS]
    if (doing is None and not bound) or (doing is None and syntax.lemma[i] != "invite"):
        return None
    return _third(syntax, actors, i, pair if len(pair) == 2 else (), idiom, status=idiom.status)


def _to_come(syntax: Syntax, verb: int) -> bool:
    """ "to send officers", "to come to Vienna"; "to return to the table" and "to take part in talks" others tell."""
    if syntax.lemma[verb] not in _COMING:
        return False
    thing = syntax.patient(verb)
    if syntax.lemma[verb] == "send":
        return thing is not None and syntax.lemma[thing] in _SENT
    near = [*syntax.children(verb, "obl"), *([thing] if thing is not None else [])]
    return bool(near) and not any(syntax.lemma[k] in CORE_LEMMAS | {"table"} for k in near)


def placing(syntax: Syntax, actors: Actors, i: int, idiom: Idiom) -> Draft | None:
    """ "proposed Vienna instead", "suggested Geneva as the venue": for the contact that was told before."""
    place = syntax.patient(i)
    if place is None or not placelike(syntax, place) or syntax.pos[place] != "PROPN":
        return None
    instead = any(syntax.lower[k] == "instead" for c in (i, place) for k in syntax.kids[c])
    venue = [k for c in (i, place) for k in syntax.obliques(c, "as") if syntax.lemma[k] in idiom.words]
    if not (instead or venue) or any(syntax.obliques(k, "for", "of") for k in venue):
        return None
    entity = actors.entity_at.get(place)
    known = actors.known.city(syntax.word[place]) is not None or (entity is not None and entity.label_ in _PLACES)
    if not known or factuality(syntax, i) not in _TOLD:
        return None
    draft = _third(syntax, actors, i, (), idiom, status=idiom.status)
    if draft is not None:
        draft.vague = True
    return draft


def _third(
    syntax: Syntax,
    actors: Actors,
    i: int,
    between: tuple[Actor, ...],
    idiom: Idiom,
    *,
    doer: int | None = None,
    status: Status | None = None,
) -> Draft | None:
    """The draft of what ``doer``, else the subject, does for the two; ``status`` where the word itself tells it."""
    acting = syntax.subject(i) if doer is None else doer
    broker = actors.one(acting)
    known = official(broker)
    if not known and (not between or broker is None or not broker.person):
        return None  # a general of we know not whom may ask two armies for talks
    draft = Draft(i, idiom.channel, False, third=True, broker=broker if known else None, between=between)
    if status is not None:
        draft.steps = [(i, status)]
    elif doer is None:
        climb(syntax, draft)
    if not draft.steps:
        draft.steps = [(i, Status.HELD)]
    return draft


def _between(syntax: Syntax, actors: Actors, i: int, *prepositions: str) -> tuple[Actor, ...]:
    """The two that hang on a word by "between", or by other prepositions."""
    found = (
        a for k in syntax.obliques(i, *(prepositions or ("between", "among"))) for a in actors.all(k) if official(a)
    )
    two = _distinct(list(found))
    return two if len(two) > 1 else ()


def _distinct(actors: list[Actor]) -> tuple[Actor, ...]:
    out: dict[str | None, Actor] = {}
    for actor in actors:
        if official(actor):
            out.setdefault(side_of(actor), actor)
    return tuple(out.values())


def of_others(syntax: Syntax, actors: Actors, draft: Draft, mentions: Mentions) -> Sides:
    """The sides of what a third party does: those named, else those of the contact or the dispute told before.

    "Norway and Latvia were to meet. Finland proposed Turku instead." -> by Finland, between Norway and Latvia
    """
    broker = draft.broker
    pair = draft.between or _dealing_before(syntax, actors, draft, mentions, side_of(broker) if broker else None)
    if len({side_of(a) for a in pair}) < 2:
        return Sides()
    if broker is None:
        return Sides(others=list(pair))
    if side_of(broker) not in {side_of(a) for a in pair}:
        return Sides(by=broker, others=list(pair), mediators=(broker,))
    other = next((a for a in pair if side_of(a) != side_of(broker)), None)
    wanting = broker if draft.channel is not Channel.MESSAGE else None
    return Sides(by=broker, initiator=wanting, target=other if wanting is not None else None, others=list(pair))


def _dealing_before(
    syntax: Syntax, actors: Actors, draft: Draft, mentions: Mentions, broker: str | None
) -> tuple[Actor, ...]:
    """Those told to deal with each other before, else the two at odds: of the article, or of the sentences before."""
    here = syntax.sentence_of[draft.core]
    for mention in reversed(mentions.told):
        if here - syntax.sentence_of[mention.core] > (_NEAR if draft.vague else _REACH):
            break
        told = len(mention.sides) == 2 and mention.core != draft.core and mention.status is not None
        if told and (draft.vague or broker not in mention.sides):
            draft.channel = mention.channel if draft.vague else draft.channel
            return mention.participants
    pair = [partner(syntax, actors, draft.core, name) for name in main_pair(actors) if name != broker]
    if len(pair) == 2 and None not in pair:
        return tuple(a for a in pair if a is not None)
    return () if draft.vague else _at_odds(syntax, actors, here, broker)


def _at_odds(syntax: Syntax, actors: Actors, here: int, broker: str | None) -> tuple[Actor, ...]:
    """The two that the sentences right before name, if they name no third: "Oslo and Riga are at odds"."""
    first, _ = syntax.sentences[max(here - 2, 0)]
    _, end = syntax.sentences[here]
    named = (
        k for k in range(first, end) if k in actors.names and k == actors.names[k][0][1] and k >= syntax.body.start
    )
    found = _distinct([a for k in named for a in (actors.one(k),) if a is not None and side_of(a) != broker])
    return found if len(found) == 2 else ()
