"""Who travels and whom a journey is to: the traveller acts for one side, the place or its owner is the other."""

from __future__ import annotations

from dataclasses import replace

from pourparler.knowledge import Category, Entry
from pourparler.reading.actors import Actors, official
from pourparler.reading.levels import level_of
from pourparler.reading.syntax import Syntax
from pourparler.reading.tables import rows
from pourparler.records import Actor, Level, side_of

TRAVELLERS = frozenset(row["lemma"] for row in rows("visits") if row["kind"] == "traveller")
_PLACES = ("LOC", "FAC")
#: Cities that most who travel there visit for a body that sits in them, not for the state they lie in.
_SEATS = frozenset(row["city"] for row in rows("seats"))
#: Talks that a third party holds for others: "travelled to Finland for EU-mediated talks".
_BROKERED = frozenset({"mediate", "broker", "facilitate", "sponsor", "moderate", "back", "convene"})
_FLEETS = frozenset({"fleet", "squadron", "convoy", "group", "detachment"})
_NAVAL = frozenset({"navy", "naval", "warship", "ship", "destroyer", "frigate"})
_PAST = frozenset({"former", "ex", "retired", "late", "ousted", "exiled"})
_MEETING = frozenset({"meet", "see", "hold", "confer", "negotiate", "talk", "speak", "consult"})
#: Those who live where they are posted, and come back.
_RESIDENT = frozenset({Level.AMBASSADOR})


def traveller(syntax: Syntax, actors: Actors, i: int | None) -> tuple[Actor, ...]:
    """The officials that ``i`` names, each by name, by office or by a noun of the class; () for all others.

    Soldiers, goods, private persons and whole states do not pay visits.
    """
    if i is None or any(syntax.lower[k] in _PAST for k in syntax.kids[i]):
        return ()
    found = tuple(a for a in actors.all(i) if official(a))
    return tuple(a for a in found if a.person or a.office or _of_class(syntax, i))


def _of_class(syntax: Syntax, i: int) -> bool:
    return any(syntax.lemma[k] in TRAVELLERS for k in syntax.conjuncts(i))


def resident(actor: Actor) -> bool:
    return level_of(actor) in _RESIDENT


def warship(syntax: Syntax, actors: Actors, i: int | None) -> tuple[int, Actor] | None:
    """The ship of a navy or coast guard that ``i`` names, and the token with its flag: "the frigate USS Nitze"."""
    if i is None:
        return None
    for k in (i, *syntax.children(i, "appos")):
        actor = actors.one(k)
        if actor is not None and official(actor) and actor.country and not actor.person and _ship(syntax, actors, k):
            return k, actor
    return None


def _ship(syntax: Syntax, actors: Actors, k: int) -> bool:
    entity = actors.entity_at.get(k)
    before = [syntax.lemma[c] for c in syntax.children(k, "compound")]
    heads = (actors.known.head(phrase) for phrase in (" ".join([*before[-1:], syntax.lemma[k]]), syntax.lemma[k]))
    platform = any(head is not None and head.kind == "platform" for head in heads)
    platform = platform or (syntax.lemma[k] in _FLEETS and bool(_NAVAL & set(before)))
    return platform or (entity is not None and entity.label_ == "VESSEL")


def host(syntax: Syntax, actors: Actors, place: int) -> Actor | None:
    """The state of a named place: "Kharkiv" -> Ukraine, quoted as the place; None where the tables know no such place.

    A body or person that ``place`` names ("NATO", "Chile's president") is itself the host.
    """
    if syntax.lemma[place] == "capital":
        return _of_capital(syntax, actors, place)
    entity = actors.entity_at.get(place)
    if syntax.lower[place] == "here" and actors.here is not None:
        return _state(actors, actors.here, syntax.word[place], syntax.start[place])
    if entity is None or entity.label_ not in _PLACES:
        actor = actors.one(place)
        return actor if official(actor) else None
    text = entity.text.removesuffix("'s").removesuffix("’s")
    if text in _SEATS:
        return None
    city = actors.known.city(text)
    country = actors.known.country_of(text) or (city.country if city is not None else None)
    return _state(actors, country, text, entity.start_char) if country else None


def _state(actors: Actors, country: str, text: str, start: int) -> Actor | None:
    """The state of a place, quoted as the place."""
    state = actors.known.state(country)
    if state is None:
        return None
    return Actor(
        text=text,
        start=start,
        end=start + len(text),
        name=state.name,
        country=country,
        sectors=("GOV",),
        code=actors.known.code(country, None, ("GOV",)),
        resolved_by="gazetteer",
    )


def _of_capital(syntax: Syntax, actors: Actors, place: int) -> Actor | None:
    """The state of "the Danish capital"."""
    owner = next(iter(syntax.named_modifiers(place)), syntax.possessor(place))
    state, phrase = actors.one(owner), actors.one(place)
    if state is None or phrase is None or not official(state) or not state.country:
        return None
    return replace(state, text=phrase.text, start=phrase.start, end=phrase.end)


def gathering(syntax: Syntax, actors: Actors, i: int) -> tuple[bool, Actor | None]:
    """Whether one comes for a meeting of many, and the body that meets: "in Brussels for a NATO summit" -> NATO."""
    for k in syntax.obliques(i, "for", "to"):
        if any(syntax.lemma[c].split("-")[-1] in _BROKERED for c in syntax.children(k, "amod", "acl")):
            return True, None
        for c in (k, *syntax.children(k, "compound", "amod", "nmod")):
            if any("IGO" in entry.sectors for entry in actors.entries(c, Category.ORGANISATION)):
                return True, actors.one(c)
            if forums := actors.entries(c, Category.FORUM):
                return True, _body_of(actors, forums[0], actors.one(c))
    return False, None


def _body_of(actors: Actors, forum: Entry, quoted: Actor | None) -> Actor | None:
    """The intergovernmental body that the name of its meeting begins with."""
    for found in actors.known.find(forum.name.split()[0]):
        for entry in found.entries:
            if quoted is not None and entry.category is Category.ORGANISATION and "IGO" in entry.sectors:
                body, code = entry.organisation or entry.name, actors.known.code(None, entry.name, entry.sectors)
                return replace(quoted, name=entry.name, organisation=body, sectors=entry.sectors, code=code)
    return None


def third_party(syntax: Syntax, actors: Actors, i: int, sides: frozenset[str | None]) -> bool:
    """Whether one comes to deal with somebody of another side than ``sides``: "flew to Geneva to meet the Syrians"."""
    tokens = [w for k in syntax.obliques(i, "for") for w in syntax.obliques(k, "with", "between")]
    for k in syntax.children(i, "advcl", "xcomp"):
        if syntax.lemma[k] in _MEETING:
            thing = syntax.patient(k)
            tokens += [*syntax.obliques(k, "with"), *([thing] if thing is not None else [])]
            tokens += syntax.obliques(thing, "with") if thing is not None else []
    return any(side_of(a) not in sides for t in tokens for a in actors.all(t) if official(a))
