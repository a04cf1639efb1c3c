"""Incidents: encounters of forces, and one-sided moves such as a transit."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc

from pourparler.knowledge import Category
from pourparler.reading.annotations import Trace, note
from pourparler.reading.deeds import only_aimed_at, told_as
from pourparler.reading.evidence import clause_span, sentence_text, word_span
from pourparler.reading.forces import SHIPS, TARGETS, Forces, state_at
from pourparler.reading.parties import doer_token, killed_in, opposed, parties_in, slot_tokens
from pourparler.reading.places import object_place, place_of
from pourparler.reading.platforms import is_platform, platforms_of
from pourparler.reading.realms import is_identification, is_realm, owners_of, realms_near
from pourparler.reading.syntax import Syntax
from pourparler.reading.tellers import tellers_land, tellers_own
from pourparler.reading.triggers import Row, aimed_at, hypothetical, indexed, matches, unasserted
from pourparler.records import Actor, Channel, Factuality, Incident, Place, Status, side_of

TRIGGERS = indexed("incidents")
FORCES = frozenset({"MIL", "COP", "REB", "PRM", "UAF", "IMG"})
_PARTIES = FORCES | {"GOV", "CVL", "IGO", "SPY", "LAB"}
#: Moves that forces make of themselves, also when the passive hides who ordered them.
_SHOOTING = frozenset({"firearms", "heavy-weapons", "explosives", "aerial", "destroy"})
_SELF = frozenset({"scramble", "deploy", "sighted near"})
#: What is done to a ship or an aircraft.
_ON_THINGS = frozenset(
    {"shoot", "shoot down", "sink", "ram", "board", "seize", "intercept", "shadow", "escort", "capsize"}
)
_FRONTIERS = frozenset({"border", "frontier", "boundary", "fence", "line"})
_ARMED = frozenset({"border", "armed", "military", "naval", "aerial", "cross-border", "frontier"})
_WEAPONS = frozenset({"drone", "missile", "rocket", "shell", "projectile", "mortar", "balloon"})
_INTO = frozenset({"into", "inside", "in", "over"})
_ROUTE = ("of", "to", "on")
#: The action of rows that tell an intrusion; into what, the words around tell.
_INTRUDE = "violate airspace"
_INTRUDING = frozenset({_INTRUDE, "cross the border", "enter territory"})
#: What makes a boarding a visit.
_FRIENDLY = frozenset({"exercise", "drill", "guest", "courtesy", "training", "manoeuvre", "maneuver"})
_HOSTED = frozenset({"give", "show", "welcome", "greet", "receive", "host", "invite"})
_CALLING = frozenset({"call", "consider", "deem", "term", "label", "brand", "dub", "regard"})
_SKIES = frozenset({"airspace", "adiz", "sky"})
_WATERS = frozenset({"water", "waters", "sea", "shoal", "reef", "strait", "gulf"})


class IncidentAnnotator:
    """Doc -> ``doc._.incidents``.

    "A Chinese cutter had blocked the boat Santa Rosa" -> block, by China Coast Guard.
    """

    requires = ("article", "read_deeds", "syntax", "dates", "actors", "contacts", "ids", "traces")
    assigns = ("incidents",)

    def __call__(self, doc: Doc) -> Doc:
        return note(doc, incidents=list(_incidents(doc)) if doc._.read_deeds else [])


def _incidents(doc: Doc) -> Iterator[Incident]:
    forces = Forces(doc)
    for i, found in matches(doc._.syntax, TRIGGERS):
        if doc._.syntax.lemma[i] in ("board", "boarding") and (_drilling(doc) or _as_guests(doc._.syntax, i)):
            continue
        drafts = [draft for row in found if (draft := _draft(doc, forces, i, row)) is not None]
        if drafts:  # of rows that fit alike, the one that finds the other side
            yield _record(doc, forces, i, max(drafts, key=lambda d: len(d.parties) > len(d.by)))


def _drilling(doc: Doc) -> bool:
    """Whether forces board each other's ships in an exercise that the article tells as held."""
    return any(c.channel is Channel.EXERCISE and c.status is Status.HELD for c in doc._.contacts)


def _as_guests(syntax: Syntax, i: int) -> bool:
    """ "boarded the frigate *during the exercise*", "boarded *as guests*", "boarded and *were given a tour*"."""
    words = {syntax.lemma[k] for up in (i, syntax.head[i]) for k in syntax.subtree(up)}
    hosted = any(syntax.lemma[k] in _HOSTED and syntax.passive(k) for k in syntax.conjuncts(i))
    return hosted or not words.isdisjoint(_FRIENDLY)


@dataclass(frozen=True, slots=True)
class _Draft:
    row: Row
    by: tuple[Actor, ...]
    parties: tuple[Actor, ...]
    tokens: list[int]


def _draft(doc: Doc, forces: Forces, i: int, row: Row) -> _Draft | None:
    syntax: Syntax = doc._.syntax
    if unasserted(syntax, i) or hypothetical(syntax, i) or _described(syntax, i) or only_aimed_at(syntax, i):
        return None
    doers, others = _tokens(doc._.syntax, i, row)
    by, met = _sides(doc, forces, i, row, doers, others)
    by, met = forces.flown(i, doers, by, met)
    by = forces.armed(by, doers) if row["mode"] in _SHOOTING else by
    if not doers and not met and "anyone" in row["needs"] and doc._.syntax.dep[i] != "amod":
        met = _unnamed(doc, others)
    if not _of_forces(doc, row, i, doers, others, by, met):
        return None
    owners = () if met or (row["action"] == "deploy" and not others) else owners_of(doc, i, others)
    if any(not opposed(a, b) for a in by for b in owners) and all(a.resolved_by == "pronoun" for a in by):
        by = ()  # nobody violates their own airspace: "it" is somebody else
    own = {side_of(a) for a in by}
    owners = tuple(a for a in owners if side_of(a) not in own) or (_accusers(doc, i, by) if owners else ())
    parties = _once((*by, *met, *owners))
    if not by and aimed_at(doc._.syntax, i):
        return None
    if not parties or not _between_sides(row, by, met, {*doers, *others}):
        return None
    return _Draft(row, by, parties, list(dict.fromkeys((*doers, *others))))


# --- who ---------------------------------------------------------------------------------------------


def _tokens(syntax: Syntax, i: int, row: Row) -> tuple[list[int], list[int]]:
    """Who acts, and who stands in the row's slots. "Jets were scrambled": the jets, whoever sent them."""
    others = slot_tokens(syntax, i, row["against"]) or killed_in(syntax, i)
    if row["action"] == "deploy":  # "sent troops *to* the Latvian border": where, and not against whom
        others = [k for k in others if syntax.lemma[k] not in _FRONTIERS or syntax.preposition(k) != "to"]
    doer = doer_token(syntax, i) if row["by"].split(";")[0] in ("subject", "sides") else None
    if doer is None and row["by"] not in ("subject", "sides"):
        slots = row["by"].removeprefix("subject;")
        return slot_tokens(syntax, i, slots), others
    if (
        doer is None
        and row["by"] == "subject"
        and syntax.passive(i)
        and (row["action"] in _SELF or _past(syntax, i, row))
    ):
        doer = syntax.patient(i)
        others = [k for k in others if k != doer]
    if row["action"] in _SELF:  # "scrambled to identify two bombers"
        others += [k for c in syntax.children(i, "xcomp", "advcl") for k in syntax.children(c, "obj")]
    return ([] if doer is None else syntax.conjuncts(doer)), others


def _past(syntax: Syntax, i: int, row: Row) -> bool:
    """ "A police launch fired at": a past tense the tagger took for a participle, there being no auxiliary."""
    bare = syntax.tag[i] == "VBN" and not syntax.auxiliaries(i) and not syntax.dep[i].startswith(("acl", "amod"))
    return bare and syntax.agent(i) is None and "obj" not in row["against"].split(";")


def _sides(
    doc: Doc, forces: Forces, i: int, row: Row, doers: list[int], others: list[int]
) -> tuple[tuple[Actor, ...], tuple[Actor, ...]]:
    """The parties that act and those acted on; in a clash both act."""
    by, met = forces.of(doers, acting=True), forces.of(others)
    by = by or forces.again(doers, met)
    met = met or forces.again(others, by)
    if by and not met and row["type"] == "ASSAULT":
        hit = forces.of_city(i, others) or [a for k in others if (a := state_at(doc, k)) is not None]
        met = tuple(a for a in hit if all(opposed(a, b) for b in by))
    if by and not met and row["type"] == "MOBILIZE":
        met = tuple(a for a in _entered_states(doc, i, row) if all(opposed(a, b) for b in by))
    if by and not met and row["by"] != "sides":
        told = tellers_own if row["type"] == "ASSAULT" else tellers_land if row["action"] in _INTRUDING else None
        met = told(doc, i, by, others) if told is not None else met
    if row["action"] in _ON_THINGS:  # "it was shot down": a thing, and no air force or state
        met = tuple(a for a in met if a.resolved_by != "pronoun" or not (a.organisation or a.sectors[:1] == ("GOV",)))
    met = tuple(a for a in met if not any((a.start, a.end) == (b.start, b.end) and a.code == b.code for b in by))
    if row["by"] != "sides":
        its = any(_pronominal(doc._.syntax, k) for k in others)
        return by, tuple(a for a in met if not its or all(opposed(a, b) for b in by))
    both = _once((*by, *met))
    if len({side_of(a) for a in both}) < 2 and row["pos"] == "noun":
        met_ones = [k for k in others if k not in doers]
        both = _with_other(both, _two_named(doc, i)) if len(met_ones) < 2 else both
    return both, ()


def _entered_states(doc: Doc, i: int, row: Row) -> list[Actor]:
    """The state that a force goes into: "crossed *into South Sudan*"."""
    marks = [slot for slot in row["against"].split(";") if slot in _INTO]
    return [a for k in slot_tokens(doc._.syntax, i, ";".join(marks)) if (a := state_at(doc, k)) is not None]


def _pronominal(syntax: Syntax, k: int) -> bool:
    """ "it", "its post": whose it is may have been taken for the doer itself."""
    owner = syntax.possessor(k)
    return syntax.pos[k] == "PRON" or (owner is not None and syntax.pos[owner] in ("PRON", "DET"))


def _unnamed(doc: Doc, tokens: list[int]) -> tuple[Actor, ...]:
    """Parties whose state the text leaves open: "two shepherds were detained at the fence"."""
    found = [doc._.actors.one(k) for k in tokens if doc._.syntax.pos[k] == "NOUN"]
    return tuple(a for a in found if a is not None)


def _with_other(found: tuple[Actor, ...], named: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """The side found with the other one named: "Myanmar said a patrol led to a clash with Thai *troops*"."""
    if not named or not {side_of(a) for a in found} & {side_of(a) for a in named}:
        return named or found
    return (*(a for a in named if side_of(a) not in {side_of(b) for b in found}), *found)


def _two_named(doc: Doc, i: int) -> tuple[Actor, ...]:
    """The two states of the sentence: "Uganda and South Sudan gave conflicting accounts of a border clash"."""
    syntax: Syntax = doc._.syntax
    first, end = syntax.sentences[syntax.sentence_of[i]]
    states = (Category.STATE, Category.ADJECTIVE, Category.DEMONYM, Category.CAPITAL)
    named = [a for k in range(first, end) if doc._.actors.entries(k, *states) for a in doc._.actors.all(k)]
    found = {a.country: a for a in reversed(named) if a.country is not None}
    return tuple(found.values())[::-1] if len(found) == 2 else ()


def _between_sides(row: Row, by: tuple[Actor, ...], met: tuple[Actor, ...], tokens: set[int]) -> bool:
    """What a state does to its own people, and a clash with nobody, is no encounter."""
    if row["by"] == "sides":
        return _opposed(by) or (len(by) == 1 and len(tokens) > 1)
    return not by or not met or any(opposed(a, b) for a in by for b in met)


def _opposed(sides: tuple[Actor, ...]) -> bool:
    return any(opposed(a, b) for a in sides for b in sides)


def _of_forces(
    doc: Doc, row: Row, i: int, doers: list[int], others: list[int], by: tuple[Actor, ...], met: tuple[Actor, ...]
) -> bool:
    """Whether this is an encounter of forces at all: "sailed through the exams" and "a clash of cultures" are not."""
    needs = set(row["needs"].split(";")) - {""}
    known = any((a.country or a.code) and set(a.sectors[:1]) & _PARTIES for a in (*by, *met))
    if not known and (doers or "anyone" not in needs):
        return False
    ships, targets = any(is_platform(doc, k) for k in doers), any(is_platform(doc, k) for k in others)
    ships = ships or any(a.resolved_by == "pronoun" and set(a.sectors[:1]) & FORCES for a in by)
    force = ships or targets or any(set(a.sectors[:1]) & FORCES for a in (*by, *met)) or _at_border(doc, i, row)
    force = force or any(_nationals(doc, k) for k in doers)
    force = force or (row["type"] == "ASSAULT" and any(doc._.syntax.lemma[k] in TARGETS for k in others))
    if doers and not by and not force:
        return False  # "the airline opened fire on a Russian rival"
    if not (by and met) and not _opposed(by) and _police(doc._.syntax, (*doers, *others)):
        return False
    told = {
        "anyone": True,
        "force": force,
        "force-or-platform-object": force,
        "platform": ships,
        "platform-any": ships or targets,
        "platform-object": targets,
        "platforms": ships and targets,
        "frontier": _frontier(doc._.syntax, i),
        "weapon": any(doc._.syntax.lemma[k] in _WEAPONS for k in doers),
        "doer": bool(by),
        "met": any(a.code or a.country for a in met),
        "target": targets or bool(met) or any(is_realm(doc, k) or _is_place(doc, k) for k in others),
        "water": "water" in needs and bool(realms_near(doc, i, [*doers, *others])),
        "sea": "sea" in needs and _at_sea(doc, i),
    }
    return all(told[need] for need in needs)


def _described(syntax: Syntax, i: int) -> bool:
    """ "Condemned it as a *violation*", "considered a violation": what a deed is called is no second one."""
    if syntax.pos[i] != "NOUN":
        return False
    above = syntax.head[i]
    named = syntax.passive(above) or (syntax.dep[i] == "xcomp" and bool(syntax.children(above, "obj", "iobj")))
    called = syntax.lemma[above] in _CALLING and named
    return called or syntax.preposition(i) == "as" or any(syntax.dep[k] == "cop" for k in syntax.kids[i])


def _at_sea(doc: Doc, i: int) -> bool:
    """Whether a water stands beside the word: "fired *into the Sea of Japan*", and not into somebody's territory."""
    near = realms_near(doc, i, [])
    return any(doc._.actors.entries(k, Category.WATER) or doc._.syntax.lemma[k] in _WATERS for k in near)


def _frontier(syntax: Syntax, i: int) -> bool:
    """Whether a line between states is told of in the sentence: "shot dead near the border"."""
    return any(syntax.lemma[k] in _FRONTIERS for k in range(*syntax.sentences[syntax.sentence_of[i]]))


def _police(syntax: Syntax, tokens: tuple[int, ...]) -> bool:
    """ "Intercepted by a patrol of the harbour police": smugglers, most likely."""
    return any(syntax.lemma[c] == "police" for k in tokens for c in (k, *syntax.kids[k]))


def _nationals(doc: Doc, k: int) -> bool:
    """ "The Ugandans crossed into the valley": their forces did."""
    return bool(doc._.actors.entries(k, Category.DEMONYM))


def _is_place(doc: Doc, k: int) -> bool:
    entity = doc._.actors.entity_at.get(k)
    return entity is not None and entity.label_ == "LOC"


def _at_border(doc: Doc, i: int, row: Row) -> bool:
    """ "A border clash", "a clash that left two soldiers dead": nobody but forces clashes so."""
    syntax: Syntax = doc._.syntax
    if row["by"] != "sides" or row["pos"] != "noun":
        return False
    if any(syntax.lemma[k] in _ARMED for k in syntax.children(i, "compound", "amod")):
        return True
    heads = (doc._.actors.known.head(syntax.lemma[k]) for k in syntax.subtree(i) if syntax.pos[k] == "NOUN")
    return any(h is not None and set(h.sectors[:1]) & FORCES for h in heads)


def _once(found: tuple[Actor, ...]) -> tuple[Actor, ...]:
    out: list[Actor] = []
    for actor in found:
        if not any(a.start <= actor.start and actor.end <= a.end and side_of(a) == side_of(actor) for a in out):
            out.append(actor)
    return tuple(out)


def _accusers(doc: Doc, i: int, by: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """Whose "its airspace" is that the doer's cannot be: "*Athens* accused Ankara of violating its airspace"."""
    syntax: Syntax = doc._.syntax
    subject = syntax.grammatical_subject(syntax.head[i]) if syntax.dep[i] in ("advcl", "ccomp", "xcomp") else None
    found = parties_in(syntax, doc._.actors, [subject]) if subject is not None else ()
    return tuple(a for a in found if by and all(opposed(a, b) for b in by))


# --- the record --------------------------------------------------------------------------------------


def _record(doc: Doc, forces: Forces, i: int, draft: _Draft) -> Incident:
    syntax: Syntax = doc._.syntax
    row, tokens = draft.row, draft.tokens
    action = _action(doc, i, draft)
    record_id = doc._.ids.make("incident", syntax.word[i], sentence_text(syntax, i))
    rule = f"incident:{action}"
    doc._.traces[record_id] = Trace(rule, row["example"], tuple(sorted({i, *tokens})))
    fact = Factuality.HABITUAL if doc._.dates.habitual(i) else told_as(syntax, i)
    when = doc._.dates.of(i, syntax, *tokens[1:])
    return Incident(
        id=record_id,
        article=doc._.article.id,
        anchor=word_span(syntax, i),
        evidence=(clause_span(syntax, i),),
        confidence=0.75,
        reader=rule,
        by=draft.by,
        parties=draft.parties,
        platforms=tuple(p for k in tokens for p in platforms_of(doc, k, next(iter(forces.of([k])), None))),
        action=action,
        factuality=fact,
        when=when or doc._.dates.undated(fact is Factuality.ACTUAL),
        where=_where(doc, i, tokens),
    )


def _action(doc: Doc, i: int, draft: _Draft) -> str:
    """The row's action; of an intrusion, what was entered, and of a ship, which enters no land, its waters."""
    told = draft.row["action"]
    if told == "enter territory" and any(_afloat(doc, k) for k in draft.tokens[:1]):
        return "enter waters"
    if told in ("enter waters", _INTRUDE) and any(is_identification(doc, k) for k in realms_near(doc, i, draft.tokens)):
        return "fly near"
    if told == "enter waters":
        realms = {doc._.syntax.lemma[k] for k in realms_near(doc, i, draft.tokens)}
        return _INTRUDE if "airspace" in realms else _on_foot(doc, draft, realms)
    return _entered(doc, i, draft) if told == _INTRUDE else told


def _entered(doc: Doc, i: int, draft: _Draft) -> str:
    """What of another state was entered: its airspace, its waters, or, by those on foot, its territory."""
    syntax: Syntax = doc._.syntax
    realms = {syntax.lemma[k] for k in realms_near(doc, i, draft.tokens)}
    if realms & _SKIES:
        return "violate airspace"
    if realms & _WATERS:
        return "enter waters"
    return "violate airspace" if any(is_platform(doc, k) for k in draft.tokens) else "enter territory"


def _on_foot(doc: Doc, draft: _Draft, realms: set[str]) -> str:
    """ "Troops entered Lao *territory*": no waters, unless a ship or an aircraft did."""
    land = bool(realms & {"territory", "soil"}) and not realms & _WATERS
    by_platform = any(_afloat(doc, k) or is_platform(doc, k) for k in draft.tokens)
    return "enter territory" if land and not by_platform else "enter waters"


def _afloat(doc: Doc, k: int) -> bool:
    """Whether a token names a ship, which enters no land."""
    entity = doc._.actors.entity_at.get(k)
    return doc._.syntax.lemma[k] in SHIPS or (entity is not None and entity.label_ == "VESSEL")


def _where(doc: Doc, i: int, tokens: list[int]) -> Place | None:
    for k in tokens:
        if doc._.actors.entries(k, Category.WATER) and (place := object_place(doc, k)) is not None:
            return place
    found = place_of(doc, i, also=_ROUTE) or place_of(doc, *tokens)
    joined = doc._.syntax.dep[i] == "conj" and doc._.syntax.pos[doc._.syntax.head[i]] == "VERB"
    return found or (place_of(doc, doc._.syntax.head[i]) if joined else None)  # "dug in near Poti and fired"
