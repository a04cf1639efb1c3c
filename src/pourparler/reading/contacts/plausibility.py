"""Whether a word of many senses is a contact, and through what channel."""

from __future__ import annotations

from pourparler.reading.contacts.drafts import CORE_LEMMAS, CORES
from pourparler.reading.contacts.hosts import TRAVELLERS
from pourparler.reading.contacts.steps import is_step
from pourparler.reading.contacts.words import (
    CALL_KINDS,
    CALLING,
    FIGHTING,
    FORCES,
    GAMES,
    HOMEWARD,
    JOINING,
    LIGHT,
    LINE_KINDS,
    MEDIATING,
    MET_THINGS,
    RANKING,
    REACHABLE,
    SPANS,
)
from pourparler.reading.descriptions import POSTED
from pourparler.reading.mending import MEANS
from pourparler.reading.syntax import Syntax
from pourparler.records import Channel

#: Where the other side sits.
FACING = ("opposite", "across", "alongside", "facing")
#: Who does what is done alone, where nobody else is named.
_ALONE = frozenset({"i", "he", "she", "it"})
_WIRED = frozenset({"video", "telephone", "phone", "virtual"})
_NEW = frozenset({"new", "next", "another", "further", "final", "previous", "fresh", "additional"})
_OF_WIRES = _WIRED | {"communication", "communications", "telecommunication", "radio", "liaison", "hotline"}
#: What one state gets from another.
_GRANTED = frozenset({"release", "passage", "return", "handover", "extradition", "repatriation", "transit"})
#: Nouns that tell of a contact only with whom it was.
_TABLES = frozenset({"encounter", "trilateral", "audience", "dinner", "lunch", "breakfast"})
#: What kind of word governs an infinitive: "requests to talk", "refused to talk".
_STRETCHES = frozenset(
    {"time", "minute", "hour", "day", "week", "month", "year", "while", "long", "afternoon", "morning"}
)
_KIND = {"acl": "noun", "xcomp": "verb"}


def plausible(syntax: Syntax, i: int, row: dict[str, str]) -> bool:
    """Whether a word of many senses is the contact: "a call with", not "calls for restraint"."""
    return (
        _plausible_noun(syntax, i, row["lemma"]) if row["pos"] == "noun" else _plausible_verb(syntax, i, row["lemma"])
    )


def _plausible_noun(syntax: Syntax, i: int, lemma: str) -> bool:
    kids = {syntax.lower[k] for k in syntax.kids[i]}
    if lemma == "call":
        if kids & CALL_KINDS or syntax.obliques(i, "with", "between", "from"):
            return True
        if any(syntax.pos[k] == "PROPN" for k in syntax.obliques(i, "to")):  # "calls to Oslo", not "calls to action"
            return True
        if syntax.obliques(i, "by") and syntax.obliques(i, "to"):  # "calls by the minister to her counterpart"
            return True
        if any(syntax.lemma[k] in CALLING and syntax.patient(k) == i for k in syntax.children(i, "acl:relcl")):
            return True  # "the call they had"
        if syntax.dep[i] == "nsubj" and syntax.obliques(syntax.head[i], "with", "between") and _ranking(syntax, i):
            return True
        if any(syntax.lemma[k] in ("make", "place") and syntax.obliques(k, "to") for k in syntax.children(i, "acl")):
            return True  # "a call made by Lund to Berg"
        demand = bool(syntax.obliques(i, "for", "on")) or syntax.child(i, "acl") is not None
        above = syntax.head[i]
        if not demand and syntax.possessor(i) is not None and syntax.obliques(i, "to"):  # "its calls to the ministry"
            return True
        if "the" in kids and syntax.preposition(i) == "for" and is_step(syntax.lemma[above], "verb"):
            return not demand  # "asked for the call", told of before
        return not demand and syntax.lemma[above] in CALLING
    if lemma == "conference":  # "a press conference"
        return bool(kids & _WIRED)
    if lemma == "consultation" and _called_home(syntax, i):
        return False
    if lemma in ("line", "channel"):
        of = syntax.obliques(i, "of", "for")
        bare = syntax.lower[i] == "lines" and not any(syntax.dep[k] in ("compound", "amod") for k in syntax.kids[i])
        if bare and syntax.obliques(i, "between"):
            return True  # "the lines between Oslo and Riga": a front is one line
        if syntax.lower[i] == "lines" and syntax.possessor(i) is not None and not syntax.obliques(i, "with", "to"):
            return "hot" in kids or bool(of)  # "its telephone lines": on which anybody may call
        return bool(kids & LINE_KINDS) or any(syntax.lemma[k] in ("communication", "contact", "dialogue") for k in of)
    if lemma in ("link", "connection"):  # "military links" are relations
        return bool(kids & _OF_WIRES)
    if lemma in _TABLES:  # "a dinner with the envoys", and not one with the crew of a ship
        met = syntax.obliques(i, "with", "between", "for")
        return bool(met) and not any(syntax.lemma[k] in FIGHTING | FORCES for k in met)
    if lemma == "arrival":  # of those who speak for a state: "the arrival of the delegation in Riga"
        return any(syntax.lemma[k] in TRAVELLERS for k in syntax.obliques(i, "of")) and is_step(
            syntax.lemma[syntax.head[i]], "verb"
        )
    if lemma == "round":  # of talks, where nothing says of what: "held a fifth round", "a round between them"
        counted = bool(kids & (RANKING | _NEW)) and syntax.relation[i] in ("obj", "nsubj")
        bare = not syntax.obliques(i, "of", "in") and not any(syntax.dep[k] == "compound" for k in syntax.kids[i])
        over = syntax.lemma[syntax.head[i]]
        told = over in LIGHT | JOINING | MEDIATING or is_step(over, "verb")
        return bare and told and (counted or bool(syntax.obliques(i, "between", "with")))
    if lemma == "patrol":
        shared = bool(kids & {"joint", "coordinated", "combined"})
        return shared or bool(syntax.obliques(i, "with") or syntax.obliques(_drilling(syntax, i), "with"))
    if lemma in ("exchange", "exercise", "drill"):
        shared = any(syntax.obliques(k, "between") for k in syntax.children(i, "appos"))  # "the first between them"
        shared = shared or bool(kids & {"joint", "military", "bilateral", "diplomatic", "naval", *_WIRED})
        held = _drilling(syntax, i)
        # "the navies of Oslo and Riga held drills"; what they exchange may be prisoners
        several = lemma != "exchange" and held != i and _several(syntax, held)
        return (
            shared
            or several
            or bool(syntax.obliques(i, "with", "between") or syntax.obliques(held, "with", "alongside"))
        )
    # "lines of communication": the line is the core
    return not (lemma == "communication" and syntax.dep[i] == "nmod")


def _drilling(syntax: Syntax, i: int) -> int:
    """The verb of those who hold it: "carried out *a day of* drills", "took part in an exercise"; else the noun."""
    if syntax.dep[i] == "appos":  # "took part in Cold Sea, *an annual exercise*"
        i = syntax.head[i]
    above = syntax.head[i]
    if syntax.relation[i] == "nmod" and syntax.preposition(i) == "of" and syntax.lemma[above] in SPANS:
        i, above = above, syntax.head[above]
    inside = syntax.relation[i] == "obl" and syntax.preposition(i) == "in" and syntax.lemma[above] in JOINING
    doing = syntax.dep[i] == "obj" and (syntax.lemma[above] in LIGHT or is_step(syntax.lemma[above], "verb"))
    return above if inside or doing else i


def _in_company(syntax: Syntax, i: int) -> bool:
    """ "Two Polish jets flew together with Czech ones", "sailed alongside a Greek frigate", "in formation with"."""
    together = bool({syntax.lower[k] for k in syntax.kids[i]} & {"together", "jointly"})
    together = together or any(syntax.lemma[k] in ("formation", "company", "convoy") for k in syntax.obliques(i, "in"))
    subject = syntax.subject(i)
    forces = subject is not None and (syntax.lemma[subject] in FORCES or syntax.pos[subject] == "PROPN")
    beside = bool(syntax.obliques(i, "alongside")) or (together and bool(syntax.obliques(i, "with")))
    return forces and syntax.child(i, "obj") is None and (beside or (together and _several(syntax, i)))


def _released(syntax: Syntax, i: int) -> bool:
    """ "was negotiating *safe passage* for the family": what only the other of two states can grant."""
    thing = syntax.child(i, "obj")
    return thing is not None and syntax.lemma[thing] in _GRANTED and syntax.tag[i] in ("VBG", "VBD")


def _over_with(syntax: Syntax, i: int) -> bool:
    """ "is negotiating a deal *with Oslo*", which the parse hangs on the deal."""
    thing = syntax.child(i, "obj")
    return thing is not None and bool(syntax.obliques(thing, "with"))


def _ranking(syntax: Syntax, i: int) -> bool:
    """ "The call was the first between Oslo and Riga"."""
    place = syntax.head[i]
    return syntax.lower[place] in RANKING and syntax.child(place, "cop") is not None


def _called_home(syntax: Syntax, i: int) -> bool:
    """ "left for consultations", "summoned its envoy for consultations": how a recall is put."""
    own = syntax.preposition(i) == "for" and not syntax.obliques(i, "with", "between")
    return own and syntax.lemma[syntax.head[i]] in HOMEWARD


def _as_of_now(syntax: Syntax, i: int) -> bool:
    """ "As I speak, nothing has come": a way to say now, and not with whom."""
    subject = syntax.grammatical_subject(i)
    here = subject is not None and syntax.lower[subject] in ("i", "we")
    marked = any(syntax.lower[k] == "as" and syntax.dep[k] in ("mark", "advmod") for k in syntax.kids[i])
    return here and marked and not any(k < i + 4 for k in syntax.obliques(i, "to", "with"))


def _plausible_verb(syntax: Syntax, i: int, lemma: str) -> bool:
    if lemma in ("receive", "welcome"):  # who stands at the gangway may be the guest's own envoy
        places = (k for k in syntax.subtree(i) if syntax.lemma[k] in ("airport", "airbase"))
        if any(syntax.preposition(k) == "at" for k in places):
            return False
    if lemma == "host" and syntax.dep[i] == "acl" and (syntax.lemma[syntax.head[i]], "noun") in CORES:
        return False  # "a dinner hosted by Lund": the dinner is the core
    if lemma == "revisit":  # "revisited the treaty"
        thing = syntax.patient(i)
        return thing is not None and syntax.pos[thing] == "PROPN"
    if lemma in ("receive", "host", "welcome"):  # "received no request", "hosted talks": the object is the core
        thing = syntax.patient(i)
        return thing is None or not ((syntax.lemma[thing], "noun") in CORES or is_step(syntax.lemma[thing], "noun"))
    if lemma in ("summon", "call") and _of_ones_own(syntax, i):
        return False
    if lemma == "reach":
        return any(syntax.lower[k] == "out" for k in syntax.kids[i]) or _reached(syntax, i)
    if lemma == "contact":  # "the embassy has been contacted": by whom is not told
        return syntax.patient(i) is not None and (not syntax.passive(i) or syntax.agent(i) is not None)
    if lemma in ("speak", "talk"):
        kept = syntax.head[i] != i and syntax.lemma[syntax.head[i]] == "keep"
        asked = syntax.dep[i] in ("acl", "xcomp") and is_step(syntax.lemma[syntax.head[i]], _KIND[syntax.dep[i]])
        if _as_of_now(syntax, i):
            return False
        return kept or asked or bool(syntax.obliques(i, "to", "with")) or _mutual(syntax, i)
    if lemma == "call" and summoning(syntax, i):
        return True
    if lemma in ("call", "ring", "dial"):  # "called him a liar", "called for talks", "called off"
        thing = syntax.patient(i)
        also = [k for k in syntax.children(i, "xcomp", "ccomp", "compound:prt") if k != thing]
        also = [k for k in also if syntax.lower[k] != "up"]  # "called up his counterpart"
        return thing is not None and thing != syntax.head[i] and not also and not _named_so(syntax, i)
    if lemma == "see":
        thing = syntax.child(i, "obj")
        return thing is not None and syntax.lemma[thing] in POSTED | {"counterpart", "colleague"}
    if lemma == "sit":
        down = any(syntax.lower[k] == "down" for k in syntax.kids[i]) and syntax.tag[i] in ("VBD", "VBN")
        return bool(syntax.obliques(i, *FACING, "with")) or (
            down and _several(syntax, i) and not syntax.obliques(i, "for")
        )
    if lemma == "negotiate" and _released(syntax, i):
        return True
    if lemma in ("negotiate", "discuss") and _over_with(syntax, i):
        return True
    if lemma in ("discuss", "negotiate", "convene"):
        return bool(syntax.obliques(i, "with")) or (_several(syntax, i) and not _within(syntax, i))
    if lemma == "engage":  # "engaged in talks with Oslo": the talks are the core; "engaged with troops": in battle
        fought = any(syntax.lemma[k] in FIGHTING for k in syntax.obliques(i, "with"))
        told = fought or any(
            syntax.lemma[k] in CORE_LEMMAS for k in (*syntax.children(i, "obj"), *syntax.children(i, "obl"))
        )
        return bool(syntax.obliques(i, "with")) and syntax.patient(i) is None and not told
    if lemma in ("gather", "exercise") and syntax.patient(i) is None:
        return bool(syntax.obliques(i, "with", "alongside")) or (_several(syntax, i) and not _within(syntax, i))
    if lemma in ("gather", "exercise"):  # "gathered evidence", "exercised restraint"
        return False
    if lemma in ("fly", "sail"):  # as forces do "together with", and travellers with their teams
        return _in_company(syntax, i)
    if lemma in ("train", "drill"):
        beside = {syntax.lower[k] for k in syntax.kids[i]} & {"together", "jointly", "side"}  # "trained side by side"
        alone = syntax.patient(i) is None or "side" in beside
        return alone and (bool(syntax.obliques(i, "with", "alongside")) or (bool(beside) and _several(syntax, i)))
    if lemma == "meet":
        thing = syntax.patient(i)
        matched = any(syntax.lemma[k] in GAMES for k in syntax.obliques(i, "in", "for", "at"))
        matched = matched or any(syntax.lower[k] == "halfway" for k in syntax.subtree(i))  # gives way
        if matched or (thing is not None and syntax.lemma[thing] in MET_THINGS):
            return False
        met = syntax.patient(i) is not None or syntax.child(i, "obl") is not None
        wanted = syntax.dep[i] == "acl" and is_step(syntax.lemma[syntax.head[i]], "noun")  # "Oslo's offer to meet"
        return met or wanted or _several(syntax, i)
    return True


def _of_ones_own(syntax: Syntax, i: int) -> bool:
    """ "summoned home", "called its envoy back": a recall."""
    thing = syntax.patient(i)
    owner = syntax.possessor(thing) if thing is not None else None
    peer = thing is not None and syntax.lemma[thing] in ("counterpart", "number", "colleague")
    own = owner is not None and syntax.lower[owner] in ("its", "their") and not syntax.passive(i) and not peer
    return own or any(syntax.lower[k] in ("home", "back") for k in syntax.kids[i])


def summoning(syntax: Syntax, i: int) -> bool:
    """ "called in the envoy", "was called to the ministry": a summons."""
    particles = {syntax.lower[k] for k in syntax.kids[i] if syntax.dep[k] in ("compound:prt", "advmod")}
    to_ministry = any(syntax.lemma[k] in ("ministry", "office", "department") for k in syntax.obliques(i, "to", "into"))
    called = syntax.patient(i) is not None and ("in" in particles or to_ministry)
    return called or bool(envoys_called_in(syntax, i))


def _was_called(syntax: Syntax, i: int) -> bool:
    """ "The Latvian envoy was called a short while ago": envoys are called in, and not rung up."""
    thing = syntax.patient(i)
    return thing is not None and syntax.passive(i) and syntax.lemma[thing] in POSTED


def envoys_called_in(syntax: Syntax, i: int) -> list[int]:
    """The envoy of "called in the Russian chargé": the parse may take *in* for a preposition."""
    called = [k for k in syntax.children(i, "xcomp", "obj") if syntax.preposition(k) == "in"]
    return [k for k in (*syntax.obliques(i, "in"), *called) if syntax.lemma[k] in POSTED]


def _mutual(syntax: Syntax, i: int) -> bool:
    """ "The two ministers speak every week": several who do it, and nobody it is done to."""
    if syntax.child(i, "ccomp", "obj") is not None:
        return False
    lasting = {k for k in syntax.obliques(i, "for") if syntax.lemma[k] in _STRETCHES}  # "spoke for the first time"
    if any(syntax.lemma[k] in MEANS for k in syntax.obliques(i, "by", "on", "over", "via")):
        return _several(syntax, i)  # "spoke by phone about the raid"
    return _several(syntax, i) and not {*syntax.obliques(i, "about", "of", "for", "against")} - lasting


def _several(syntax: Syntax, i: int) -> bool:
    """Whether those who do it are more than one."""
    subject = syntax.subject(i)
    if subject is None and syntax.dep[i] == "acl":  # "plans for them to speak"
        subject = next(iter(syntax.obliques(syntax.head[i], "for")), None)
    if subject is None:
        return False
    if syntax.lower[subject] in _ALONE:  # "she, speaking at a gathering"
        return False
    two = any(syntax.lower[k] in ("two", "both") for k in syntax.kids[subject])
    two = two or (syntax.lemma[i] == "speak" and syntax.lower[subject] in ("two", "both", "pair", "duo"))
    return two or syntax.tag[subject] in ("NNS", "NNPS", "PRP") or len(syntax.conjuncts(subject)) > 1


def _within(syntax: Syntax, i: int) -> bool:
    """ "met and discussed fishing", "talks at which they discussed fishing": told by the other word already."""
    above = syntax.head[i]
    doer = syntax.child(i, "nsubj")
    if doer is not None and len(syntax.conjuncts(doer)) > 1:  # "in a call, Lund and Berg discussed fishing"
        within = syntax.obliques(i, "in", "during", "over", "at")
        if any(syntax.lemma[k] in CORE_LEMMAS and "a" in {syntax.lower[c] for c in syntax.kids[k]} for k in within):
            return True
    if syntax.dep[i] not in ("conj", "acl:relcl", "acl", "advcl") or above == i:
        return False
    held = syntax.child(above, "obj") if syntax.lemma[above] in LIGHT else None
    return any(k is not None and syntax.lemma[k] in CORE_LEMMAS for k in (above, held))


def _named_so(syntax: Syntax, i: int) -> bool:
    """ "called the flight a provocation": two objects, which the parse may join."""
    thing = syntax.child(i, "obj")
    after = [k for k in syntax.kids[i] if thing is not None and k > thing and syntax.pos[k] in ("NOUN", "ADJ", "PROPN")]
    bare = [k for k in after if syntax.relation[k] in ("obj", "iobj", "xcomp", "obl") and not syntax.preposition(k)]
    return any(syntax.dep[k] != "obl:unmarked" and syntax.lemma[k] != "time" for k in bare)


def _reached(syntax: Syntax, i: int) -> bool:
    """ "tried to reach Oslo", "could not reach him"; troops that reached a country contacted nobody."""
    thing = syntax.patient(i)
    hoped = syntax.tag[i] == "VB" and syntax.dep[i] in ("xcomp", "advcl", "acl", "root", "ROOT", "ccomp", "conj")
    return (
        thing is not None
        and hoped
        and (syntax.pos[thing] in ("PROPN", "PRON") or syntax.lemma[thing] in REACHABLE)
        and syntax.child(i, "compound:prt") is None
    )


def channel_of(syntax: Syntax, i: int, row: dict[str, str]) -> Channel:
    """The table's channel, made exact by a word beside the core ("telephone discussions", "video call")."""
    if row["lemma"] == "call" and row["pos"] == "verb" and (summoning(syntax, i) or _was_called(syntax, i)):
        return Channel.SUMMONS
    beside = {syntax.lower[k] for k in syntax.kids[i]} | {
        syntax.lower[k] for k in syntax.obliques(i, "by", "via", "over", "through")
    }
    for words, channel in (
        ({"phone", "telephone", "telephonic"}, Channel.PHONE),
        ({"video", "virtual", "online", "videoconference", "video-link"}, Channel.VIDEO),
        ({"hotline", "hotlines"}, Channel.HOTLINE),
        ({"port"}, Channel.PORT_CALL),
        ({"courtesy", "farewell", "introductory", "maiden"}, Channel.MEETING),
    ):
        if beside & words and (row["lemma"] == "call" or channel not in (Channel.PORT_CALL, Channel.MEETING)):
            return channel
    return Channel(row["channel"])
