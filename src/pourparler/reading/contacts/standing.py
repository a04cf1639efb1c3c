"""What keeps, or does not: a line kept open or let lie, a plan that stands, a date not set, a team withdrawn."""

from __future__ import annotations

from pourparler.reading.actors import Actors, official
from pourparler.reading.contacts.drafts import CORES, Draft
from pourparler.reading.contacts.phrases import Idiom, particles
from pourparler.reading.contacts.plausibility import channel_of
from pourparler.reading.contacts.words import LINE_KINDS
from pourparler.reading.factuality import factuality
from pourparler.reading.syntax import Syntax
from pourparler.records import Channel, Factuality, Status

_LINES = frozenset({"line", "hotline", "channel"})
_WIRED = frozenset({"video", "phone", "telephone", "radio", "voice"})
_OPEN = frozenset({"open", "alive", "active", "working", "operational", "running"})
#: What is done with a date: "no new date has been *set*".
_SET = frozenset({"set", "fix", "agree", "announce", "schedule", "find", "name", "give", "propose"})
_STILL = frozenset({"still", "nonetheless", "nevertheless"})
_KEEPING = frozenset({"remain", "be", "stay", "keep"})
_TEAMS = frozenset({"delegation", "team", "negotiator", "representative", "delegate", "mission", "envoy"})
_TABLES = frozenset({"talk", "talks", "negotiation", "meeting", "dialogue", "summit", "conference"})


def is_line(syntax: Syntax, thing: int | None) -> bool:
    """A line between two: "the hotline", "the line to the fleet", "the military line", not "its supply line"."""
    if thing is None or syntax.lemma[thing] not in _LINES:
        return False
    far = [k for c in (thing, syntax.head[thing]) for k in syntax.obliques(c, "to", "with", "between") if k > thing]
    of_a_kind = [
        k for k in syntax.children(thing, "compound", "amod") if syntax.pos[k] != "PROPN" and syntax.lower[k] != "more"
    ]
    if syntax.lemma[thing] != "hotline" and any(syntax.lower[k] not in LINE_KINDS | _WIRED for k in of_a_kind):
        return False
    if syntax.lemma[thing] == "hotline" or far:
        return True
    kids = {syntax.lower[k] for k in syntax.kids[thing]}
    return bool(kids & LINE_KINDS) or (kids <= {"the"} and not syntax.obliques(thing, "of"))


def keeping_open(syntax: Syntax, actors: Actors, i: int, idiom: Idiom) -> Draft | None:
    """ "kept the line to the fleet open", "agreed to keep the hotline alive"."""
    thing = syntax.patient(i)
    if thing is None or not is_line(syntax, thing):
        return None
    told = any(syntax.lower[k] in _OPEN and k > max(i, thing) for k in syntax.kids[i])
    if not told and not _open_after(syntax, i if syntax.passive(i) else syntax.edges(thing)[1]):
        return None
    fact = factuality(syntax, i)
    draft = Draft(thing, _by(syntax, thing), True, steps=[(i, idiom.status)])
    draft.told = (Status.SUSPENDED, Factuality.ACTUAL) if fact is Factuality.NEGATED else None
    return draft


def _open_after(syntax: Syntax, last: int) -> bool:
    """Whether the next word is *open* or the like; the parse may hang it anywhere."""
    return last + 1 < syntax.size and {syntax.lower[last], syntax.lower[last + 1]} & _OPEN != set()


def leaving_line(syntax: Syntax, actors: Actors, i: int, idiom: Idiom) -> Draft | None:
    """ "would stay off the line until the crew is freed": whoever does lets it lie."""
    thing = next((k for k in syntax.obliques(i, *idiom.words) if syntax.lemma[k] in _LINES), None)
    if thing is None or not official(actors.one(syntax.subject(i))):
        return None
    fact = factuality(syntax, i)
    told = idiom.status, fact if fact is not Factuality.CONDITIONAL else Factuality.PLANNED
    return Draft(thing, _by(syntax, thing), True, steps=[(i, idiom.status)], doer=syntax.subject(i), told=told)


def failing_line(syntax: Syntax, actors: Actors, i: int, idiom: Idiom) -> Draft | None:
    """ "the hotline no longer works", "has not been used since May": a state; "did not use it" is a deed."""
    used = syntax.lemma[i] == "use"
    thing = syntax.patient(i) if used or syntax.passive(i) else syntax.grammatical_subject(i)
    if thing is None or not is_line(syntax, thing):
        return None
    longer = any(syntax.lower[k] == "longer" for k in syntax.kids[i])
    lasting = longer or not used or bool(syntax.obliques(i, "since", "for"))
    if not lasting or (factuality(syntax, i) is not Factuality.NEGATED and not longer):
        return None
    doer = syntax.subject(i) if used else None
    told = idiom.status, Factuality.ACTUAL
    return Draft(thing, idiom.channel, True, steps=[(i, idiom.status)], doer=doer, told=told)


def having_line(syntax: Syntax, actors: Actors, i: int, idiom: Idiom) -> Draft | None:
    """ "Oslo has a hotline with Riga", "has none"; "a military line between them exists"."""
    thing = syntax.child(i, "obj") if syntax.lemma[i] != "exist" else syntax.grammatical_subject(i)
    if thing is None or not is_line(syntax, thing) or (syntax.lemma[thing], "noun") not in CORES:
        return None
    fact = Factuality.NEGATED if any(syntax.lower[k] == "no" for k in syntax.kids[thing]) else factuality(syntax, i)
    if fact not in (Factuality.ACTUAL, Factuality.NEGATED):
        return None
    doer = syntax.subject(i) if syntax.lemma[i] != "exist" else None
    return Draft(thing, idiom.channel, True, steps=[(i, idiom.status)], doer=doer, told=(idiom.status, fact))


def lacking_line(syntax: Syntax, actors: Actors, i: int, idiom: Idiom) -> Draft | None:
    """ "No more hotline between Oslo and Riga", "there is no longer a line to Riga": there was one."""
    verb = syntax.head[i]
    words = {syntax.lower[k] for k in (*syntax.kids[i], *(c for m in syntax.kids[i] for c in syntax.kids[m]))}
    gone = "no" in words and "more" in words
    if syntax.lemma[verb] == "be" and any(syntax.dep[k] == "expl" for k in syntax.kids[verb]):
        gone = gone or any(syntax.lower[k] == "longer" for k in syntax.kids[verb])
    elif verb != i and syntax.dep[i] not in ("ccomp", "parataxis"):
        return None
    if not gone or not is_line(syntax, i):
        return None
    return Draft(i, idiom.channel, True, steps=[(i, idiom.status)], told=(idiom.status, Factuality.ACTUAL))


def trying_line(syntax: Syntax, actors: Actors, i: int, idiom: Idiom) -> Draft | None:
    """ "tests the line to the fleet every Monday", "activated the hotline twice": somebody rang."""
    thing = syntax.patient(i)
    if thing is None or not is_line(syntax, thing) or syntax.lemma[thing] == "channel":
        return None
    if idiom.words and not _counted(syntax, i):
        return None  # "activated the hotline" may put it into service
    fact = factuality(syntax, i)
    if fact not in (Factuality.ACTUAL, Factuality.HABITUAL, Factuality.NEGATED):
        return None
    every = any(syntax.lower[k] in ("every", "each") for c in syntax.kids[i] for k in syntax.kids[c])
    fact = Factuality.HABITUAL if every and fact is Factuality.ACTUAL else fact
    status = idiom.status
    if idiom.words and syntax.subject(i) is None:
        status = Status.HELD  # "the hotline was activated twice"
    return Draft(thing, _by(syntax, thing), True, steps=[(i, status)], told=(status, fact), made=True)


def _by(syntax: Syntax, thing: int) -> Channel:
    """ "tests the *video* line"; of "the line" the first of that noun tells what it is."""
    bare = {syntax.lower[k] for k in syntax.kids[thing]} == {"the"}
    same = (k for k in syntax.body if syntax.lemma[k] == syntax.lemma[thing] and syntax.pos[k] == "NOUN")
    first = next(same, thing) if bare else thing
    return channel_of(syntax, first, CORES[syntax.lemma[first], "noun"])


def _counted(syntax: Syntax, i: int) -> bool:
    """ "twice", "three times", "again"."""
    words = {syntax.lower[k] for k in syntax.kids[i]}
    return bool(words & {"twice", "once", "thrice", "again", "repeatedly"}) or any(
        syntax.lemma[k] in ("time", "occasion") for k in syntax.children(i, "obl", "obj", "nmod")
    )


def on_track(syntax: Syntax, actors: Actors, i: int, idiom: Idiom) -> Draft | None:
    """ "The talks set for May remain on track", "the meeting still stands": what was planned is so still."""
    if syntax.pos[i] == "NOUN":
        verb = i if syntax.child(i, "cop") is not None else syntax.head[i]
        if syntax.preposition(i) not in idiom.words or (verb != i and syntax.lemma[verb] not in _KEEPING):
            return None
    else:
        verb = i
        if not _STILL & {syntax.lower[k] for k in syntax.kids[i]} or syntax.children(i, "obj", "obl", "xcomp"):
            return None
    thing = syntax.grammatical_subject(verb)
    if thing is None or factuality(syntax, verb) not in (Factuality.ACTUAL, Factuality.ONGOING):
        return None
    core = _core_of(syntax, thing)
    if core is None:
        return None
    draft = Draft(core, Channel(CORES[syntax.lemma[core], "noun"]["channel"]), False, steps=[(verb, idiom.status)])
    draft.links = [thing] if thing != core else []
    draft.told = idiom.status, Factuality.PLANNED
    return draft


def _core_of(syntax: Syntax, thing: int) -> int | None:
    """The contact itself of "the next round of the talks"; None for what is none, or is a line."""
    for k in (thing, *syntax.obliques(thing, "of")):
        row = CORES.get((syntax.lemma[k], "noun"))
        if row is not None and row["kind"] == "contact" and row["channel"] not in ("message", "phone"):
            return k
    return None


def undated(syntax: Syntax, actors: Actors, i: int, idiom: Idiom) -> Draft | None:
    """ "No new date has been set": for the contact told before; "no date for talks" other words tell."""
    over = syntax.head[i]
    bare = syntax.child(i, "nmod", "acl", "acl:relcl", "compound") is None and not syntax.obliques(over, "for")
    if not any(syntax.lower[k] == "no" for k in syntax.children(i, "det")) or not bare:
        return None
    if syntax.patient(over) != i or syntax.lemma[over] not in _SET:
        return None
    if syntax.dep[over] == "conj" and _is_contact(syntax, syntax.patient(syntax.head[over])):
        return None  # "the visit has been cancelled, and no new date was set" is one row
    told = Status.SCHEDULED, Factuality.NEGATED
    return Draft(i, idiom.channel, False, steps=[(over, idiom.status)], about_earlier=True, told=told)


def withdrawing(syntax: Syntax, actors: Actors, i: int, idiom: Idiom) -> Draft | None:
    """ "withdrew its delegation from the talks", "recalled its negotiators": the talks are at an end for it."""
    thing = syntax.patient(i)
    if thing is None or not any(syntax.lemma[k] in _TEAMS for k in (thing, *syntax.obliques(thing, "of"))):
        return None
    if syntax.possessor(thing) is None or not official(actors.one(syntax.subject(i))):
        return None
    near = [k for c in (i, thing) for k in syntax.obliques(c, "from")]
    core = next((k for k in near if (syntax.lemma[k], "noun") in CORES), None)
    if core is None and near:
        return None  # from where they were posted
    if core is None:
        above = [k for k in syntax.ancestors(i) if syntax.lemma[k] in _TABLES]
        clause = syntax.grammatical_subject(syntax.head[i]) if syntax.dep[i] == "advcl" else None
        told = factuality(syntax, i) is Factuality.ACTUAL and (bool(above) or _is_contact(syntax, clause))
        doer = syntax.subject(i)
        draft = Draft(i, idiom.channel, False, steps=[(i, idiom.status)], about_earlier=True, doer=doer)
        return draft if told else None
    draft = Draft(core, Channel(CORES[syntax.lemma[core], "noun"]["channel"]), False, links=[thing])
    draft.steps, draft.doer = [(i, idiom.status)], syntax.subject(i)
    return draft


def _is_contact(syntax: Syntax, k: int | None) -> bool:
    return k is not None and (syntax.lemma[k], "noun") in CORES


def calling_back(syntax: Syntax, actors: Actors, i: int, idiom: Idiom) -> Draft | None:
    """ "On Monday he called back": the call told before, taken up by the one who was called."""
    if syntax.child(i, "obj", "ccomp", "xcomp") is not None or not idiom.words & particles(syntax, i):
        return None
    if factuality(syntax, i) is not Factuality.ACTUAL or syntax.passive(i):
        return None
    told = idiom.status, Factuality.ACTUAL
    doer = syntax.subject(i)
    return Draft(
        i, idiom.channel, False, steps=[(i, idiom.status)], about_earlier=True, vague=True, doer=doer, told=told
    )
