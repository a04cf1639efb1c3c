"""PLOVER events: those that code a contact, incident or measure, and those told by verbs and nouns of their own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Doc

from pourparler.reading.actors import official
from pourparler.reading.annotations import Trace, note
from pourparler.reading.coding import aimed_at_others, code
from pourparler.reading.crowds import as_people, crowd_of, is_human, of_one_state, told_as_protest, victims
from pourparler.reading.deeds import only_aimed_at, told_as
from pourparler.reading.demands import demanded
from pourparler.reading.evidence import clause_span, sentence_text, word_span
from pourparler.reading.joined import with_recipients
from pourparler.reading.parties import (
    AMOUNTS,
    actors_in,
    doer_token,
    opposed,
    parties_in,
    sender_token,
    slot_tokens,
    thing_token,
)
from pourparler.reading.places import place_of, said_at
from pourparler.reading.platforms import is_platform
from pourparler.reading.plover import scale
from pourparler.reading.quantities import count_of
from pourparler.reading.recipients import WORDS, mutual, recipients_of, states_at
from pourparler.reading.retelling import told_once
from pourparler.reading.syntax import Syntax
from pourparler.reading.triggers import Row, aimed_at, hypothetical, indexed, matches, object_token, unasserted
from pourparler.records import Actor, Event, Factuality, side_of

TRIGGERS = indexed("events")
#: What is done to somebody even where the text does not tell who did it: "two peacekeepers were killed".
_SUFFERED = frozenset({"ASSAULT"})
#: What is nothing without somebody it is aimed at, unless the row says that anybody will do.
_AIMED = frozenset({"ACCUSE", "SUPPORT", "COOPERATE", "AID", "REJECT"})
#: Deeds of words, which whoever speaks may do after telling something else.
_COMPLEMENTED = frozenset({"REQUEST", "AGREE", "THREATEN"})
#: What is assured may be a state of things; of a deed to come it is a promise.
_AHEAD = frozenset({"will", "would", "shall", "'ll", "’ll", "wo"})
_SAID = frozenset({"ACCUSE", "REQUEST", "REJECT", "THREATEN"})
#: What a state does also where nobody it is aimed at is named: "Latvia raised its alert".
_OWN_DEEDS = frozenset({"MOBILIZE", "AGREE", "REQUEST", "CONCEDE", "RETREAT", "THREATEN", "SANCTION"})
_ARMED = frozenset({"MIL", "IGO", "COP"})
_FORCES = _ARMED | {"REB", "PRM", "UAF", "IMG"}
#: Nouns that as often name a topic as a deed.
_STANDING = frozenset(
    {
        "aid",
        "assistance",
        "backing",
        "concern",
        "cooperation",
        "criticism",
        "demand",
        "help",
        "protection",
        "solidarity",
    }
) | frozenset({"support", "supply", "threat", "trade", "training", "warning"})
_TALKING = frozenset(
    {"discuss", "review", "consider", "address", "raise", "mention", "debate", "explore", "study", "examine", "cover"}
) | frozenset(
    {"need", "require", "seek", "want", "hope", "await", "concern", "include", "involve", "remember", "deter"}
)
#: What is stopped or turned down is not given: "blocked the aid to".
_STOPPING = frozenset(
    {"block", "halt", "suspend", "freeze", "cut", "withhold", "delay", "oppose", "reject", "veto"}
) | (frozenset({"stop", "end", "pause"}))
_THANKING = frozenset({"thank", "praise", "commend", "criticise", "criticize", "condemn", "laud", "hail"})
#: What kills soldiers and is nobody's deed.
_MISHAPS = frozenset(
    {"accident", "crash", "earthquake", "avalanche", "flood", "storm", "landslide", "collision", "fire", "blizzard"}
)


class EventAnnotator:
    """Doc -> ``doc._.events``.

    "Armenia accused Azerbaijan of moving its border posts." -> ACCUSE allege, ARM GOV to AZE GOV.
    """

    requires = (
        "article",
        "read_deeds",
        "syntax",
        "dates",
        "actors",
        "statements",
        "contacts",
        "incidents",
        "measures",
        "ids",
        "traces",
    )
    assigns = ("events",)

    def __call__(self, doc: Doc) -> Doc:
        if not doc._.read_deeds:
            return note(doc, events=[])
        coded = [e for r in (*doc._.contacts, *doc._.incidents, *doc._.measures) if (e := code(doc, r)) is not None]
        taken = {k for r in (*doc._.contacts, *doc._.incidents, *doc._.measures) for k in doc._.traces[r.id].tokens}
        found = [*coded, *_from_triggers(doc, taken, coded)]
        syntax: Syntax = doc._.syntax
        words = dict(zip(syntax.start, zip(syntax.lemma, syntax.pos, strict=True), strict=True))
        return note(doc, events=told_once(with_recipients(doc, found), doc._.statements, words))


def _from_triggers(doc: Doc, taken: set[int], coded: list[Event]) -> Iterator[Event]:
    """Events of the table, save on words that a contact, incident, measure or event was already read from."""
    syntax: Syntax = doc._.syntax
    told = {_deed(e) for e in coded}
    used = set(taken)
    for i, modal, actors, recipients in demanded(doc):
        if i not in used:
            used.add(i)
            demand = _event(doc, i, TRIGGERS[modal, "aux"][0], actors, recipients)
            yield replace(demand, factuality=Factuality.ACTUAL)
    for i, found in matches(syntax, TRIGGERS):
        if i in used or unasserted(syntax, i) or aimed_at(syntax, i) or _part_of_summons(syntax, i):
            continue
        if _premodifier(syntax, i) or hypothetical(syntax, i) or only_aimed_at(syntax, i):
            continue
        if taken & {*syntax.children(i, "xcomp", "ccomp", "advcl")} and {r["type"] for r in found} <= _COMPLEMENTED:
            continue  # "called on Riga to answer its calls": the contact tells the request
        if (syntax.pos[i] == "NOUN" and _topic(syntax, i)) or _outcome(syntax, i, found, used):
            continue
        row, event = next(((r, e) for r in found if (e := _triggered(doc, syntax, i, r)) is not None), (None, None))
        if row is None or event is None or (row["pos"] == "noun" and _deed(event) in told):
            continue
        thing = object_token(syntax, i, row) if row["object"] else None
        if thing in taken and _deed(event) in told:
            continue  # "conducted a *test*": the incident tells it
        told.add(_deed(event))
        used |= {k for k in (i, thing, *syntax.children(i, "xcomp", "ccomp")) if k is not None}
        yield event


def _premodifier(syntax: Syntax, i: int) -> bool:
    """ "Its *targeting* radar": a word that says what a thing is for."""
    if syntax.tag[i] != "VBG" or i == 0 or i + 1 >= syntax.size:
        return False
    named = syntax.pos[i + 1] in ("NOUN", "PROPN") and syntax.tag[i - 1] in ("PRP$", "POS", "DT")
    return syntax.dep[i] in ("amod", "compound") or named


def _part_of_summons(syntax: Syntax, i: int) -> bool:
    """ "summoned the envoy to protest and demand": the summons is the protest."""
    if syntax.dep[i] == "conj" and syntax.tag[i] in ("VB", "VBP"):  # the parse may hang "demand" on "summoned"
        above = syntax.head[i]
        return _part_of_summons(syntax, above) or any(
            _part_of_summons(syntax, k) for k in syntax.children(above, "advcl")
        )
    return syntax.dep[i] in ("advcl", "xcomp", "acl") and syntax.lemma[syntax.head[i]] == "summon"


def _topic(syntax: Syntax, i: int) -> bool:
    """Whether a noun of standing relations only names what is talked of, needed or hoped for: "discussed *aid* to"."""
    if syntax.lemma[i] not in _STANDING:
        return False
    above = syntax.head[i]
    if syntax.relation[i] in ("obj", "nsubj", "xcomp"):
        return syntax.lemma[above] in _TALKING | _STOPPING
    thanks = syntax.preposition(i) == "for" and syntax.lemma[above] in _THANKING
    return syntax.relation[i] in ("obl", "nmod", "conj", "appos") and not thanks


def _outcome(syntax: Syntax, i: int, found: list[Row], used: set[int]) -> bool:
    """ "Shelled the town, *killing* six", "promised to continue its *aid*": no deed beside the one above."""
    above = syntax.head[i]
    if syntax.pos[i] == "NOUN":
        return syntax.relation[i] == "obj" and unasserted(syntax, above)
    cost = syntax.tag[i] == "VBG" and syntax.dep[i] == "advcl" and syntax.lemma[i] in ("kill", "wound", "injure")
    return cost and above in used and found[0]["type"] == "ASSAULT"


def _deed(event: Event) -> tuple[object, ...]:
    """What a noun that tells a deed again shares with the telling before."""
    return event.type, frozenset(side_of(a) for a in event.actors), frozenset(side_of(a) for a in event.recipients)


def _of_deed_ahead(syntax: Syntax, i: int) -> bool:
    """ "Assured Riga that the ships *would* leave": a promise; "that all is well": none."""
    below = syntax.children(i, "ccomp", "xcomp", "advcl", "parataxis")
    return any(_AHEAD & set(syntax.auxiliaries(k)) or syntax.tag[k] == "VB" for k in below)


# --- who and whom ------------------------------------------------------------------------------------


def _triggered(doc: Doc, syntax: Syntax, i: int, row: Row) -> Event | None:
    if row["type"] == "MOBILIZE" and _joint(syntax, i, row):
        return None
    if row["lemma"] in ("assure", "reassure") and not _of_deed_ahead(syntax, i):
        return None
    if row["type"] == "AID" and syntax.children(i, "xcomp") and syntax.patient(i) is None:
        return None  # "helped to free five Turks": nobody is told to be helped
    actors = _each_once(_actors(doc, i, row))
    recipients = recipients_of(doc, i, row, actors)
    if not actors and (syntax.pos[i] == "NOUN" or syntax.tag[i] == "VBG"):
        actors = _between(doc, i)
        recipients = ()
    if not recipients and row["type"] == "ASSAULT":
        recipients = victims(doc, i, row, actors)
    if not recipients and len(actors) > 1 and mutual(syntax, i, row) and not _with_others(syntax, i, row):
        others = tuple(a for a in actors[1:] if opposed(a, actors[0]))
        actors, recipients = (actors, actors) if others and row["type"] == "ASSAULT" else (actors[:1], others)
    at_home = tuple(a for a in recipients if actors and all(of_one_state(a, b) for b in actors))
    recipients = recipients if recipients is actors else aimed_at_others(actors, recipients) or at_home
    if not all(official(a) for a in (recipients if any(not _may_act(a, row) for a in actors) else ())):
        return None  # what people do to people is a matter of the courts
    if not _fits(doc, i, row, actors) or not _political(syntax, i, row, actors, recipients):
        return None
    return _event(doc, i, row, actors, recipients)


def _actors(doc: Doc, i: int, row: Row) -> tuple[Actor, ...]:
    """Who does it. A deed or weapon that does something does it for its owner: "Israeli strikes killed two"."""
    syntax: Syntax = doc._.syntax
    doer = doer_token(syntax, i)
    if row["type"] in _SAID:  # who speaks
        doer = sender_token(syntax, i) or _outer_subject(syntax, i, doer)
    if doer is None:
        return _by_deed(doc, i) or _moved(doc, i, row)
    if row["mode"] == "obstruct" and any(official(a) for a in actors_in(doc._.actors, [doer])):
        return ()
    if row["type"] == "PROTEST":  # whoever it is, down to "thousands of Serbs"
        found = () if "official" in row["needs"] else crowd_of(doc, i, doer, row["mode"])
        return found or tuple(a for a in parties_in(syntax, doc._.actors, [doer]) if "official" in row["needs"])
    if syntax.lower[doer] == "it" and _after_platform(doc, doer):
        return ()
    deed = (syntax.lemma[doer], "noun") in TRIGGERS or syntax.lemma[doer] in AMOUNTS
    found = parties_in(syntax, doc._.actors, [doer]) if deed else actors_in(doc._.actors, [doer])
    if syntax.preposition(doer) == "at":
        found += states_at(doc, [doer])
    if syntax.lemma[doer] in AMOUNTS:  # "hundreds of Iraqis"
        found = tuple(as_people(doc, a) for a in found)
    strong = row["type"] == "ASSAULT"  # "a Palestinian stabbed a soldier"
    return tuple(a for a in found if official(a) or (strong and a.country)) or _speaker(doc, i)


def _may_act(actor: Actor, row: Row) -> bool:
    return official(actor) or row["type"] == "PROTEST"


def _moved(doc: Doc, i: int, row: Row) -> tuple[Actor, ...]:
    """ "*Two brigades* were put on alert": forces move, whoever ordered them."""
    syntax: Syntax = doc._.syntax
    thing = thing_token(syntax, i)
    if row["type"] != "MOBILIZE" or thing is None or syntax.pos[i] != "VERB" or not syntax.passive(i):
        return ()
    return tuple(a for a in actors_in(doc._.actors, syntax.conjuncts(thing)) if set(a.sectors[:1]) & _ARMED)


def _fits(doc: Doc, i: int, row: Row, actors: tuple[Actor, ...]) -> bool:
    """Whether those are there whom a row asks for: people that are set free, forces that withdraw."""
    needs = row["needs"].split(";")
    if "human" in needs and not any(is_human(doc, k) for k in slot_tokens(doc._.syntax, i, "obj")):
        return False
    return "force" not in needs or any(set(a.sectors[:1]) & _FORCES for a in actors)


def _outer_subject(syntax: Syntax, i: int, doer: int | None) -> int | None:
    """ "Lund said his troops had fled *and accused* Oslo": the tense tells that Lund, not the troops, did."""
    inner = syntax.head[i]
    outer = syntax.head[inner]
    joined = syntax.dep[i] == "conj" and syntax.tag[i] == "VBD" and syntax.dep[inner] == "ccomp"
    owner = syntax.possessor(doer) if doer is not None else None
    his = owner is not None and syntax.tag[owner] == "PRP$"
    if not joined or not his or "had" not in syntax.auxiliaries(inner) or syntax.tag[outer] != "VBD":
        return doer
    return syntax.subject(outer) or doer


def _each_once(found: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """ "The US and *its allies*": whoever they are, they are not the US again."""
    codes = [a.code for a in found]
    return tuple(a for k, a in enumerate(found) if a.person or a.code not in codes[:k])


def _by_deed(doc: Doc, i: int) -> tuple[Actor, ...]:
    """ "Were killed in shelling *by Afghan forces*": whose deed they suffered from."""
    syntax: Syntax = doc._.syntax
    if syntax.pos[i] != "VERB" or not syntax.passive(i):
        return ()
    deeds = [k for k in syntax.obliques(i, "in", "during", "by") if (syntax.lemma[k], "noun") in TRIGGERS]
    deeds += [k for k in syntax.children(i, "advcl") if syntax.tag[k] == "VBG" and syntax.agent(k) is not None]
    doers = [d for d in (doer_token(syntax, k) for k in deeds) if d is not None]
    return tuple(a for a in actors_in(doc._.actors, doers) if official(a))


def _after_platform(doc: Doc, it: int) -> bool:
    """ "Fired on a warplane as *it* dropped bombs": the plane, it may be, and not the state that fired."""
    syntax: Syntax = doc._.syntax
    first = syntax.sentences[syntax.sentence_of[it]][0]
    nouns = [k for k in range(first, it) if syntax.pos[k] in ("NOUN", "PROPN") and syntax.relation[k] in ("obj", "obl")]
    return bool(nouns) and is_platform(doc, nouns[-1])


def _speaker(doc: Doc, i: int) -> tuple[Actor, ...]:
    """Whom the statement that the trigger is the cue of is credited to: "he accused Riga"."""
    start = doc._.syntax.start[i]
    said = (s.source for s in doc._.statements if s.cue is not None and s.cue.start == start)
    return tuple(a for a in said if a is not None and official(a))


def _between(doc: Doc, i: int) -> tuple[Actor, ...]:
    """ "The clash between India and China": both did it."""
    found = actors_in(doc._.actors, doc._.syntax.obliques(i, "between"))
    return tuple(a for a in found if official(a))


def _aimed(syntax: Syntax, i: int, row: Row) -> bool:
    """Whether somebody no table knows stands in a slot: "an offensive *against* the villages"."""
    return bool(
        slot_tokens(syntax, i, ";".join(s for s in row["recipient"].split(";") if s not in ("obj", "sides", "in")))
    )


def _joint(syntax: Syntax, i: int, row: Row) -> bool:
    """ "A joint drill" is held with somebody."""
    thing = object_token(syntax, i, row) if row["object"] else i
    return thing is not None and any(syntax.lower[k] in ("joint", "combined") for k in syntax.children(thing, "amod"))


def _with_others(syntax: Syntax, i: int, row: Row) -> bool:
    """ "Both did not agree *with the commission*": it is the other party, and not each to the other."""
    partners = slot_tokens(syntax, i, "with") if "with" in row["recipient"].split(";") else []
    return any(syntax.lower[k] not in ("each", "other", "another") for k in partners)


def _political(syntax: Syntax, i: int, row: Row, actors: tuple[Actor, ...], recipients: tuple[Actor, ...]) -> bool:
    """Two parties; one official body that acts; or a state in a deed whose object leaves no doubt ("Brazil attack")."""
    if row["type"] == "PROTEST" and not (actors and told_as_protest(syntax, i, row)):
        crowd = not actors and doer_token(syntax, i) is not None and "crowd" not in row["needs"]
        return bool(recipients) and row["mode"] != "obstruct" and crowd
    if not actors:
        agentless = syntax.pos[i] == "VERB" and syntax.passive(i) and syntax.agent(i) is None
        agentless = agentless and not _by_mishap(syntax, i)
        return agentless and row["type"] in _SUFFERED and any(set(a.sectors[:1]) & _ARMED for a in recipients)
    if recipients:
        return True
    if {"any", "force"} & {*row["needs"].split(";")}:
        return True
    if "crowd" in row["needs"]:  # "farmers blocked the road", of no state told, is nobody's affair here
        doer = doer_token(syntax, i)
        people = syntax.pos[i] == "VERB" or (doer is not None and syntax.pos[doer] != "ADJ")
        return people and any(a.country for a in actors)
    if "recipient" in row["needs"]:
        return False
    if row["object"] and _aimed(syntax, i, row):
        return True
    if row["type"] in _AIMED:
        return False
    bodies = any(a.office or a.organisation or a.person for a in actors)
    states = any(a.sectors[:1] in (("GOV",), ("IGO",)) for a in actors) and row["type"] in _OWN_DEEDS
    return bodies or (states and bool(row["object"]))


def _by_mishap(syntax: Syntax, i: int) -> bool:
    """ "Two soldiers were killed in a crash"."""
    return any(syntax.lemma[k] in _MISHAPS for k in syntax.obliques(i, "in", "by", "after", "when"))


# --- the record --------------------------------------------------------------------------------------


def _event(doc: Doc, i: int, row: Row, actors: tuple[Actor, ...], recipients: tuple[Actor, ...]) -> Event:
    syntax: Syntax = doc._.syntax
    fact = Factuality.HABITUAL if doc._.dates.habitual(i) else told_as(syntax, i)
    quad, intensity = scale(row["type"], row["mode"] or None)
    record_id = doc._.ids.make("event", syntax.word[i], sentence_text(syntax, i))
    rule = f"event:{row['lemma']}"
    doer = doer_token(syntax, i)
    doc._.traces[record_id] = Trace(rule, row["example"], tuple(sorted({i, *([doer] if doer is not None else [])})))
    told = doc._.dates.of(i, syntax, *[k for k in (syntax.patient(i),) if k is not None])
    return Event(
        id=record_id,
        article=doc._.article.id,
        anchor=word_span(syntax, i),
        evidence=(clause_span(syntax, i),),
        confidence=0.6,
        reader=rule,
        type=row["type"],
        mode=row["mode"] or None,
        actors=actors,
        recipients=recipients,
        factuality=fact,
        count=count_of(syntax, i),
        when=told or doc._.dates.undated(fact is Factuality.ACTUAL),
        where=said_at(doc, i) if row["type"] in WORDS else place_of(doc, i),
        quad=quad,
        intensity=intensity,
    )
