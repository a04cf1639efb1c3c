"""Crowds: people who protest, riot or are hurt, of whom the text tells no more than that they are people."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Doc

from pourparler.knowledge import Category
from pourparler.reading.actors import OFFICIAL
from pourparler.reading.forces import Forces
from pourparler.reading.parties import AMOUNTS, marked, opposed, parties_in, slot_tokens
from pourparler.reading.places import place_of
from pourparler.reading.syntax import Syntax
from pourparler.reading.triggers import Row
from pourparler.records import Actor

#: Who takes to the streets, and is no organ of a state.
_SOCIETY = frozenset({"CVL", "OPP", "EDU", "LAB", "JRN", "NGO", "PTY", "REF", "REL", "MED", "BUS", "AGR", "SOC"})
_ARMED = frozenset({"MIL", "REB", "PRM", "UAF", "IMG", "GOV"})
_ORGANS = frozenset({"GOV", "MIL", "COP", "LEG", "JUD", "SPY"})
#: People who are where they live, if nothing says otherwise: "thousands of *residents* rallied in Tbilisi".
_LOCALS = frozenset(
    {
        "activist", "child", "civilian", "crowd", "demonstrator", "family", "farmer", "inhabitant", "local", "mother",
        "opposition", "people", "pensioner", "prisoner", "protester", "protestor", "pupil", "resident", "striker",
        "student", "supporter", "teacher", "trader", "villager", "worker", "youth",
    }
)  # fmt: skip
_DEFIANT = frozenset({"protester", "protestor", "demonstrator", "student", "crowd", "activist", "striker", "marcher"})
#: What a march or a rally is held for, if it is a protest: "marched *to demand* an inquiry".
_GRIEVANCE = frozenset(
    {"demand", "protest", "denounce", "condemn", "oppose", "call", "press", "urge", "reject", "chant"}
)
_AGAINST = ("against", "over", "outside")


def is_crowd(actor: Actor) -> bool:
    """Whether the actor is people rather than an organ of a state, a force or an organisation of states."""
    first = set(actor.sectors[:1])
    return bool(first & _SOCIETY) or (bool(first) and not first & OFFICIAL)


def crowd_of(doc: Doc, i: int, doer: int, mode: str) -> tuple[Actor, ...]:
    """The people behind the doer of a protest, of the state in which they are told to protest where no other is told.

    "Thousands of Serbs rallied" -> SRB CVL; "about 200 villagers marched in Jammu" -> IND CVL.
    """
    syntax: Syntax = doc._.syntax
    found: list[Actor] = []
    for k in syntax.conjuncts(doer):
        named = parties_in(syntax, doc._.actors, [k])
        found += [as_people(doc, a) for a in named] or people_at(doc, i, k)
    crowd = [a for a in found if is_crowd(a) and (a.country or a.organisation)]
    return tuple(_at_work(a) if mode == "strike" else _unorganised(a) for a in crowd)


def _at_work(actor: Actor) -> Actor:
    """Whoever strikes does so in their trade, and of no other trade as workers: "French *dockers*" -> FRA LAB."""
    if actor.organisation or actor.sectors[0] != "CVL":
        return actor
    return replace(actor, sectors=("LAB", *actor.sectors), code=f"{actor.country} LAB" if actor.country else actor.code)


def _unorganised(actor: Actor) -> Actor:
    """Students and traders in the street are civilians; a union of them is what it is."""
    if actor.organisation or actor.sectors[0] not in ("EDU", "BUS", "AGR", "REL", "MED"):
        return actor
    return replace(actor, sectors=("CVL", *actor.sectors), code=f"{actor.country} CVL" if actor.country else actor.code)


def people_at(doc: Doc, i: int, k: int) -> list[Actor]:
    """The people that a noun tells without a state, "23 people", with the state they live in: that of the place."""
    syntax: Syntax = doc._.syntax
    for c in (k, *(syntax.obliques(k, "of") if syntax.lemma[k] in AMOUNTS else ())):
        actor = doc._.actors.one(c)
        if actor is not None and actor.sectors and actor.code is None:
            return [_at_home(doc, actor, i, c)]
    return []


def _at_home(doc: Doc, actor: Actor, i: int, k: int) -> Actor:
    """The people of the place told, else of the state the report was filed from; not "Tibetan students"."""
    syntax: Syntax = doc._.syntax
    first = syntax.sentences[syntax.sentence_of[k]][0]
    named = any(syntax.word[c][:1].isupper() and c != first for c in syntax.children(k, "amod", "compound"))
    if syntax.lemma[k] not in _LOCALS or named or actor.country is not None:
        return actor
    place = place_of(doc, i)
    state = place.country if place is not None else None
    if state is None:
        return actor
    code = f"{state} {actor.sectors[0]}"
    return replace(actor, country=state, code=code, resolved_by="place")


def as_people(doc: Doc, actor: Actor) -> Actor:
    """A state by whose name its people are called: "thousands of *Serbs*"."""
    syntax: Syntax = doc._.syntax
    called = doc._.actors.entries(syntax.at(actor.end - 1), Category.DEMONYM)
    if actor.country is None or actor.office or actor.sectors[:1] != ("GOV",) or not called:
        return actor
    return replace(actor, name=None, organisation=None, sectors=("CVL",), code=f"{actor.country} CVL")


def told_as_protest(syntax: Syntax, i: int, row: Row) -> bool:
    """Whether the row's verb is a protest here: "demonstrated the device" is none, "held a rally" need not be one."""
    needs = row["needs"].split(";")
    if "bare" in needs and syntax.children(i, "obj", "ccomp", "xcomp"):
        return False
    return "cause" not in needs or _with_cause(syntax, i)


def _with_cause(syntax: Syntax, i: int) -> bool:
    things = [i, *syntax.children(i, "obj")]
    below = [c for k in things for c in syntax.children(k, "advcl", "acl", "xcomp")]
    return any(marked(syntax, k, *_AGAINST) for k in things) or any(syntax.lemma[c] in _GRIEVANCE for c in below)


def is_human(doc: Doc, k: int) -> bool:
    """Whether a noun names a person or people: "freed *the mayor* of Nablus"."""
    syntax: Syntax = doc._.syntax
    head = doc._.actors.known.head(syntax.lemma[k])
    office = doc._.actors.known.office(syntax.lemma[k]) is not None
    return k in doc._.actors.people.at or office or (head is not None and head.kind in ("person", "group"))


def victims(doc: Doc, i: int, row: Row, actors: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """Whom an armed force hurts where the text tells no state of theirs: "killed 20 *villagers*", "shelled *Goris*"."""
    if not actors or not all(set(a.sectors[:1]) & (_ARMED | {"COP"}) for a in actors):
        return ()
    armed = all(set(a.sectors[:1]) & _ARMED for a in actors)
    syntax: Syntax = doc._.syntax
    tokens = slot_tokens(syntax, i, ";".join({*row["recipient"].split(";")} & {"obj", "on", "at", "against"}))
    if not armed and not any(syntax.lemma[_counted(syntax, k)] in _DEFIANT for k in tokens):
        return ()  # whom the police shoot is most often nobody of politics
    people = [a for k in tokens if is_human(doc, _counted(syntax, k)) for a in people_at(doc, i, k)]
    if people:
        return tuple(people)
    held = [c for k in tokens for c in syntax.obliques(k, "for", "of")]  # "a camp *for Congolese refugees*"
    found = [*parties_in(syntax, doc._.actors, held), *Forces(doc).of_city(i, tokens)]
    return tuple(a for a in found if all(opposed(a, b) for b in actors))


def _counted(syntax: Syntax, k: int) -> int:
    parts = syntax.obliques(k, "of") if syntax.lemma[k] in AMOUNTS else []
    return parts[-1] if parts else k


def protested_against(doc: Doc, i: int) -> tuple[Actor, ...]:
    """Whose deed a protest is about: "marched *to protest Sweden's decision*", "to demand reforms *by the king*"."""
    syntax: Syntax = doc._.syntax
    verbs = [i] if syntax.lemma[i] == "protest" else []
    verbs += [c for k in (i, *syntax.children(i, "obj")) for c in syntax.children(k, "advcl", "acl", "xcomp")]
    verbs = [c for c in verbs if syntax.lemma[c] in _GRIEVANCE]
    things = [t for c in verbs for t in (syntax.patient(c), *syntax.obliques(c, "against", "at", "over", "on"))]
    found = [k for k in things if k is not None]
    found += [c for k in found for c in syntax.obliques(k, "by", "of", "from")]
    if syntax.pos[i] == "NOUN":  # "a protest by thousands of farmers *against Riga*"
        found += [c for k in syntax.obliques(i, "by") for c in syntax.obliques(k, "against")]
    return parties_in(syntax, doc._.actors, found)


def of_one_state(one: Actor, other: Actor) -> bool:
    """Whether two actors are a state's organ and its people: "Iraqi police" and "protesters in Basra"."""
    sectors = {*one.sectors[:1], *other.sectors[:1]}
    return one.country is not None and one.country == other.country and bool(sectors & _ORGANS and sectors & _SOCIETY)
