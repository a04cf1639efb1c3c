"""Realms: what a state holds as its own at sea, in the air and on land, and whose it is."""

from __future__ import annotations

from spacy.tokens import Doc

from pourparler.knowledge import Category
from pourparler.reading.parties import actors_in
from pourparler.reading.syntax import Syntax
from pourparler.records import Actor

#: Nouns for what a state holds as its own, and for the lines between states.
REALMS = frozenset(
    {
        "airspace",
        "sky",
        "water",
        "waters",
        "territory",
        "border",
        "zone",
        "sea",
        "coast",
        "frontier",
        "adiz",
        "line",
        "boundary",
        "strait",
        "channel",
        "shoal",
        "reef",
        "island",
        "islet",
        "gulf",
        "canal",
        "fence",
        "soil",
        "side",
        "field",
    }
)


def realms_near(doc: Doc, i: int, others: list[int]) -> list[int]:
    """Nouns of the clause of ``i`` that are a sea, a strait, or a realm such as airspace or a border."""
    syntax: Syntax = doc._.syntax
    near = [*others, *syntax.children(i, "obl", "nmod", "obj", "nsubj:pass")]
    near += [c for k in near for c in syntax.children(k, "nmod")]
    return [k for k in dict.fromkeys(near) if is_realm(doc, k)]


def is_realm(doc: Doc, k: int) -> bool:
    """Whether a noun is a realm by its own lemma, or a named water."""
    syntax: Syntax = doc._.syntax
    return syntax.lemma[k] in REALMS or bool(doc._.actors.entries(k, Category.WATER)) or _named(doc, k)


def is_identification(doc: Doc, k: int) -> bool:
    """An air defence identification zone, which is neither a state's airspace nor its waters."""
    syntax: Syntax = doc._.syntax
    words = {syntax.lower[c] for c in range(*syntax.phrase(k))} | {syntax.lower[k]}
    return "adiz" in words or {"identification", "zone"} <= words


def _named(doc: Doc, k: int) -> bool:
    """ "Half Moon Shoal": the last word of a name the label calls a place."""
    entity = doc._.actors.entity_at.get(k)
    return entity is not None and entity.label_ == "LOC" and entity.text.split()[-1].lower() in REALMS


def _only_where(syntax: Syntax, k: int) -> bool:
    """ "Shot down a drone *on the Syrian border*": where it happened, and nothing of Syria's that was entered."""
    return syntax.lemma[k] in ("border", "frontier", "boundary") and syntax.preposition(k) in ("on", "at", "along")


def owners_of(doc: Doc, i: int, others: list[int]) -> tuple[Actor, ...]:
    """Whose airspace, waters or border it was: the state before or after the word."""
    syntax: Syntax = doc._.syntax
    found: list[int] = []
    for k in realms_near(doc, i, others):
        if syntax.lemma[k] in REALMS and not _only_where(syntax, k):
            owner = syntax.possessor(k)
            owners = [] if owner is None else [owner]
            owners += [*syntax.obliques(k, "of"), *syntax.named_modifiers(k)]
            found += owners
    return tuple(a for a in actors_in(doc._.actors, found) if a.country is not None)
