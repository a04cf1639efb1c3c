"""Lines and tables: "the hotline went dead", "is back in operation", "left the negotiating table", "in touch"."""

from __future__ import annotations

from pourparler.reading.actors import Actors, official
from pourparler.reading.contacts.climbing import climb
from pourparler.reading.contacts.drafts import CORE_LEMMAS, CORES, Draft
from pourparler.reading.contacts.hosts import host
from pourparler.reading.contacts.phrases import Idiom, particles, two_sides
from pourparler.reading.factuality import factuality
from pourparler.reading.mending import RINGING
from pourparler.reading.syntax import Syntax
from pourparler.records import Channel, Factuality, Status, side_of

_TABLES = frozenset({"negotiating", "negotiation", "bargaining", "conference", "negotiations"})
_BECOMING = frozenset({"come", "go", "fall", "stay", "remain", "be", "keep"})
_KEEPING = frozenset({"be", "remain", "stay", "keep"})
_RESTING = frozenset({"remain", "stay", "lie"})
_STARTING = frozenset({"go", "become", "come"})
_WILL = frozenset({"will", "wo", "would", "shall"})
_KINDS = ("contact", "line")
_BRINGING = frozenset({"put", "place", "bring"})
_LINES = frozenset({"line", "hotline", "channel", "phone", "communication", "connection", "link"})


def silence(syntax: Syntax, actors: Actors, i: int, idiom: Idiom) -> Draft | None:
    """ "the hotline went dead" suspends a line; "the phone in Oslo stays silent" leaves a call without answer."""
    verb = i if syntax.child(i, "cop") is not None else syntax.head[i]
    thing = syntax.grammatical_subject(verb)
    linked = verb == i or syntax.lemma[verb] in _BECOMING
    if thing is None or not linked or syntax.lemma[thing] not in idiom.words:
        return None
    if syntax.lemma[thing] == "line" and _of_a_call(syntax, verb):
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


def going_live(syntax: Syntax, actors: Actors, i: int, idiom: Idiom) -> Draft | None:
    """ "a hotline *went live*", "became operational"; one that *is* operational is open, and was set up before."""
    verb = syntax.head[i]
    thing = syntax.grammatical_subject(verb)
    if thing is None or syntax.lemma[verb] not in _STARTING or syntax.lemma[thing] not in idiom.words:
        return None
    told = factuality(syntax, verb)
    draft = Draft(thing, idiom.channel, True, steps=[(verb, idiom.status)])
    return draft if told in (Factuality.ACTUAL, Factuality.PLANNED) else None


def resting(syntax: Syntax, actors: Actors, i: int, idiom: Idiom) -> Draft | None:
    """ "military contacts *remain frozen*", "are suspended", in which nobody suspends them now."""
    verb = syntax.head[i]
    if syntax.pos[i] == "ADJ" and syntax.child(i, "cop") is not None:
        verb = i
    elif syntax.dep[i] != "xcomp" or syntax.lemma[verb] not in _RESTING:
        return None
    thing = syntax.grammatical_subject(verb)
    if thing is None or syntax.lemma[thing] not in idiom.words or factuality(syntax, verb) is not Factuality.ACTUAL:
        return None
    return Draft(thing, _CHANNELS.get(syntax.lemma[thing], idiom.channel), True, steps=[(verb, idiom.status)])


def _of_a_call(syntax: Syntax, verb: int) -> bool:
    """ "Rang him but the line went dead": the line of that one call."""
    first, _ = syntax.sentences[syntax.sentence_of[verb]]
    return any(syntax.pos[k] == "VERB" and syntax.lemma[k] in RINGING for k in range(first, verb))


def at_table(syntax: Syntax, actors: Actors, i: int, idiom: Idiom) -> Draft | None:
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


def ended(syntax: Syntax, actors: Actors, i: int, idiom: Idiom) -> Draft | None:
    """ "The talks are off"; "off for now" puts them off."""
    thing = syntax.grammatical_subject(i)
    if syntax.child(i, "cop") is None or thing is None or syntax.lemma[thing] not in CORE_LEMMAS:
        return None
    for_now = [k for k in syntax.children(i, "obl") if syntax.lower[k] in ("now", "moment", "present")]
    if syntax.child(i, "obl", "obj") not in (None, *for_now) or syntax.lemma[thing] in ("line", "phone", "hotline"):
        return None
    status = Status.POSTPONED if for_now and idiom.status is Status.CANCELLED else idiom.status
    return Draft(thing, _CHANNELS.get(syntax.lemma[thing], Channel.MEETING), False, steps=[(i, status)])


_CHANNELS = {lemma: Channel(row["channel"]) for (lemma, pos), row in CORES.items() if pos == "noun"}


def touching(syntax: Syntax, actors: Actors, i: int, idiom: Idiom) -> Draft | None:
    """ "is in touch with", "got in touch with"."""
    if syntax.preposition(i) not in ("in", "into"):
        return None
    cop = syntax.child(i, "cop")
    verb = i if cop is not None else syntax.head[i]
    other = next(iter(syntax.obliques(i, "with") or syntax.obliques(verb, "with")), None)
    subject = syntax.subject(verb) if verb != i else syntax.grammatical_subject(i)
    mutual = other is None and len({side_of(a) for a in actors.all(subject) if official(a)}) == 2
    if not mutual and two_sides(syntax, actors, subject, other) is None:
        return None
    fact = factuality(syntax, verb)
    lasting = cop is not None or syntax.lemma[verb] in _KEEPING
    draft = Draft(i, idiom.channel, False, doer=subject, facing=actors.one(other))
    draft.told = Status.HELD, Factuality.ONGOING if lasting and fact is Factuality.ACTUAL else fact
    if fact is Factuality.PLANNED:  # "agreed to stay in touch"
        draft.told = Status.SCHEDULED, fact
    return draft


def on_the_phone(syntax: Syntax, actors: Actors, i: int, idiom: Idiom) -> Draft | None:
    """ "was on the phone with Berg", "was on the phone to speak with him"."""
    if syntax.child(i, "cop") is None or syntax.preposition(i) != "on":
        return None
    speaking = [k for k in syntax.children(i, "advcl", "acl", "xcomp") if syntax.lemma[k] in ("speak", "talk")]
    near = [k for c in (i, *speaking) for k in syntax.obliques(c, "with", "to")]
    subject = syntax.grammatical_subject(i)
    other = next((k for k in near if two_sides(syntax, actors, subject, k) is not None), None)
    if other is None:
        return None
    draft = Draft(i, idiom.channel, False, doer=subject, facing=actors.one(other), made=True)
    draft.told = Status.HELD, factuality(syntax, i)
    return draft


def connecting(syntax: Syntax, actors: Actors, i: int, idiom: Idiom) -> Draft | None:
    """ "Calls went through"."""
    thing = syntax.grammatical_subject(i)
    if thing is None or syntax.lemma[thing] != "call" or not idiom.words & particles(syntax, i):
        return None
    return Draft(thing, idiom.channel, False, steps=[(i, idiom.status)])


def running(syntax: Syntax, actors: Actors, i: int, idiom: Idiom) -> Draft | None:
    """ "the line is in use" keeps it open; "is back in operation", "came back online" resumes it."""
    verb = i if syntax.child(i, "cop") is not None else syntax.head[i]
    linked = verb == i or syntax.lemma[verb] in _BECOMING
    thing = syntax.grammatical_subject(verb)
    if thing is None or not linked or syntax.lemma[thing] not in _LINES:
        return None
    if syntax.pos[i] == "NOUN" and syntax.preposition(i) not in ("in", "to", "into"):
        return None
    beside = [k for v in (i, verb) for k in syntax.children(v, "advmod", "compound:prt")]
    back = idiom.words & {syntax.lower[k] for k in (*beside, syntax.head[i])}
    draft = Draft(thing, idiom.channel, True, steps=[(i, idiom.status if back else Status.OPEN)])
    fact = factuality(syntax, verb)
    draft.told = (Status.SUSPENDED, Factuality.ACTUAL) if fact is Factuality.NEGATED else draft.told
    return draft


def halting(syntax: Syntax, actors: Actors, i: int, idiom: Idiom) -> Draft | None:
    """ "the talks have ground to a halt", "are at a standstill"; "Oslo put the talks on hold"."""
    if syntax.preposition(i) not in idiom.words:
        return None
    put = syntax.head[i]
    stopped = syntax.child(put, "obj") if syntax.lemma[put] in _BRINGING else None
    if stopped is not None and CORES.get((syntax.lemma[stopped], "noun"), {}).get("kind") in _KINDS:
        line = CORES[syntax.lemma[stopped], "noun"]["kind"] == "line"
        draft = Draft(stopped, _CHANNELS[syntax.lemma[stopped]], line, steps=[(i, idiom.status)])
        draft.doer, draft.told = syntax.subject(put), (idiom.status, factuality(syntax, put))
        return draft
    over = next((k for k in (i, *syntax.ancestors(i)) if syntax.grammatical_subject(k) is not None), None)
    thing = syntax.grammatical_subject(over) if over is not None else None
    if over is None or thing is None or CORES.get((syntax.lemma[thing], "noun"), {}).get("kind") not in _KINDS:
        return None
    if factuality(syntax, over) is not Factuality.ACTUAL or syntax.sentence_of[over] != syntax.sentence_of[i]:
        return None
    line = CORES[syntax.lemma[thing], "noun"]["kind"] == "line"
    return Draft(thing, _CHANNELS[syntax.lemma[thing]], line, steps=[(i, idiom.status)])
