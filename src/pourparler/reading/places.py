"""Where: a named place that hangs on the deed by a preposition of place."""

from __future__ import annotations

from spacy.tokens import Doc

from pourparler.knowledge import Category
from pourparler.reading.syntax import Syntax
from pourparler.reading.tables import rows
from pourparler.records import Place

#: Prepositions that lead away from a place: "through the channel with Riga".
_APART = frozenset({"by", "with", "to", "from", "against", "for", "about", "between"})
#: Nouns that stand behind a preposition of place and are none: "at the request of Oslo".
_NOT_PLACES = frozenset(word for row in rows("not_places") for word in row["words"].split(";"))

_WHERE = frozenset(
    {
        "in",
        "at",
        "near",
        "off",
        "through",
        "into",
        "over",
        "across",
        "around",
        "within",
        "inside",
        "along",
        "on",
        "close to",
        "north of",
        "south of",
        "east of",
        "west of",
        "outside",
        "towards",
        "toward",
        "to",
        "from",
        "of",
    }
)


def place_of(doc: Doc, *tokens: int, also: tuple[str, ...] = ()) -> Place | None:
    """The place told of the first token that has one. ``also`` adds prepositions ("from") the deed allows."""
    syntax: Syntax = doc._.syntax
    allowed = (_WHERE - {"to", "from", "of", "on"}) | set(also)
    for i in tokens:
        for k in sorted(syntax.children(i, "obl", "nmod", "advcl"), key=lambda k: k < i):
            if syntax.preposition(k) in allowed and syntax.lemma[k] not in _NOT_PLACES:
                deeper = [c for c in syntax.children(k, "nmod", "appos") if syntax.preposition(c) not in _APART]
                for c in (k, *deeper):
                    found = _place(doc, c)
                    if found is not None:
                        return found
    for k in syntax.subtree(tokens[0])[:24] if tokens else ():
        if (
            tokens[0] < k <= tokens[0] + 14
            and syntax.preposition(k) in ("in", "at")
            and syntax.lemma[k] not in _NOT_PLACES
            and (found := _place(doc, k)) is not None
        ):
            return found
    return None


def said_at(doc: Doc, i: int) -> Place | None:
    """The place of words, where it is told before their verb: "condemned the raid *in Oslo*" was said anywhere."""
    place = place_of(doc, i)
    astray = place is not None and doc._.syntax.pos[i] == "VERB" and place.start > doc._.syntax.start[i]
    return None if astray else place


def object_place(doc: Doc, i: int | None) -> Place | None:
    """The place that a noun itself is: "transited the Taiwan Strait"."""
    return _place(doc, i) if i is not None else None


def _place(doc: Doc, k: int) -> Place | None:
    syntax, actors = doc._.syntax, doc._.actors
    if syntax.lower[k] in _NOT_PLACES:
        return None
    entity = actors.entity_at.get(k)
    water = actors.entries(k, Category.WATER)
    if water:
        (a, b), _ = actors.names[k]
        start, end = syntax.chars(a, b)
        w = water[0]
        return Place(
            text=syntax.text[start:end], start=start, end=end, name=w.name, country=w.country, lat=w.lat, lon=w.lon
        )
    if entity is None or entity.label_ not in ("LOC", "FAC"):
        metonym = actors.entries(k, Category.METONYM)
        if not metonym or syntax.preposition(k) not in ("in", "at", "near", "outside", "inside"):
            return None
        (a, b), _ = actors.names[k]
        start, end = syntax.chars(a, b)
        return Place(
            text=syntax.text[start:end], start=start, end=end, name=syntax.text[start:end], country=metonym[0].country
        )
    text = entity.text.removesuffix("'s").removesuffix("’s")
    start, end = entity.start_char, entity.start_char + len(text)
    country = actors.known.country_of(text)
    city = actors.known.city(text)
    if country is None and city is not None:
        country = city.country
    if city is not None and city.country == country and country is not None:
        return Place(text=text, start=start, end=end, name=text, country=country, geonames=city.geonames)
    return Place(text=text, start=start, end=end, name=text, country=country)
