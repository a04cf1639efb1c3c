"""Trigger rows matched against the parse: particle, object, and the slots where the other party stands."""

from __future__ import annotations

from collections.abc import Iterator

from pourparler.reading.actors import Actors
from pourparler.reading.syntax import Syntax
from pourparler.reading.tables import rows
from pourparler.records import Actor

Row = dict[str, str]


def indexed(name: str) -> dict[tuple[str, str], list[Row]]:
    """A table's rows by lemma and part of speech, the more demanding ones first."""
    index: dict[tuple[str, str], list[Row]] = {}
    for row in rows(name):
        index.setdefault((row["lemma"], row["pos"]), []).append(row)
    for found in index.values():
        found.sort(key=lambda r: (not r["object"], not r["particle"]))
    return index


def matches(syntax: Syntax, index: dict[tuple[str, str], list[Row]]) -> Iterator[tuple[int, list[Row]]]:
    """Every token with the rows of its lemma that fit it; the caller takes the first whose parties it accepts."""
    lemmas = {lemma for lemma, _ in index}
    for i in syntax.body:
        if syntax.lemma[i] not in lemmas or syntax.pos[i] not in ("VERB", "NOUN"):
            continue
        rows_here = index.get((syntax.lemma[i], syntax.pos[i].lower()), ())
        found = [row for row in rows_here if fits(syntax, i, row)]
        if found:
            yield i, found


def fits(syntax: Syntax, i: int, row: Row) -> bool:
    """Whether particle and object that a row asks for are there."""
    if row["particle"]:
        wanted = set(row["particle"].split(";"))
        attached = {syntax.lower[k] for k in syntax.kids[i] if syntax.dep[k] in ("compound:prt", "advmod")}
        if not wanted & attached and not syntax.obliques(i, *wanted):
            return False
    if row["object"]:
        wanted = set(row["object"].split(";"))
        things = _objects(syntax, i, row["pos"])
        return any(syntax.lemma[k] in wanted for t in things for k in syntax.conjuncts(t))
    return True


def _objects(syntax: Syntax, i: int, pos: str) -> list[int]:
    if pos == "noun":
        return [*syntax.obliques(i, "of"), *syntax.children(i, "compound")]
    own = syntax.patient(i)
    to_do = syntax.child(i, "xcomp")
    return [k for k in (own, to_do) if k is not None] + syntax.obliques(i, "through", "into", "in", "to", "at")


def doer_token(syntax: Syntax, i: int) -> int | None:
    """Who does it: a verb's subject; a noun's possessor, "by X", or a state adjective before it."""
    if syntax.pos[i] == "VERB":
        return syntax.subject(i)
    owner = syntax.possessor(i)
    if owner is None:
        owner = next(iter(syntax.obliques(i, "by")), None)
    if owner is None:
        owner = next(iter(syntax.named_modifiers(i)), None)
    return owner


def slot_tokens(syntax: Syntax, i: int, slots: str) -> list[int]:
    """Tokens that stand in the row's slots, the preferred slot first."""
    out: list[int] = []
    for slot in slots.split(";"):
        if slot == "obj":
            thing = syntax.patient(i)
            out += syntax.conjuncts(thing) if thing is not None else []
        elif slot == "iobj":
            out += syntax.children(i, "iobj")
        elif slot and slot != "sides":
            out += syntax.obliques(i, slot)
            thing = syntax.child(i, "obj")
            out += syntax.obliques(thing, slot) if thing is not None else []
    return list(dict.fromkeys(out))


def actors_in(actors: Actors, tokens: list[int]) -> tuple[Actor, ...]:
    """The actors of the tokens, each once."""
    found: dict[tuple[int, int, str | None], Actor] = {}
    for k in tokens:
        for actor in actors.all(k):
            found.setdefault((actor.start, actor.end, actor.country), actor)
    return tuple(found.values())
