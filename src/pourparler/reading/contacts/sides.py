"""Who is on each side of a contact: who took the step, who wanted it, of whom, and who else takes part."""

from __future__ import annotations

from dataclasses import dataclass, field

from pourparler.reading.actors import OFFICIAL, Actors, official
from pourparler.reading.contacts.acting import FORMATS, acting_token, initiating_token, shared_body, taking_verb
from pourparler.reading.contacts.drafts import ANSWERS, WANTING, Draft
from pourparler.reading.contacts.phrases import addressed, attending, between_two, joined_modifiers
from pourparler.reading.contacts.plausibility import FACING, envoys_called_in
from pourparler.reading.contacts.principals import dealing
from pourparler.reading.contacts.wishes import asked_by
from pourparler.reading.contacts.words import ARMED, FORCES, PONDERING, SITTINGS, TELLING, TOPIC_VERBS
from pourparler.reading.syntax import Syntax
from pourparler.records import Actor, Channel, Status, side_of

#: What opens a clause whose first words are its subject.
_OPENERS = frozenset({"after", "before", "when", "while", "since", "as", "that", "because", "once", "until"})
_HOSTING = frozenset({"host", "receive", "welcome"})
_MEETING = frozenset({"meet", "confer"})
#: Owners that stand for the doer, where the doer is known: "thanked Lund for *his* talks with Oslo".
_OWN = frozenset({"his", "her"})
_MADE = frozenset({"make", "pay", "place"})
_LINKING = frozenset({"link", "connect", "join", "involve"})


@dataclass(slots=True)
class Sides:
    """The roles of a contact; ``joint``: both sides took the step together, so that ``by`` is nobody.

    ``described``: sides of which no state is told, where the words tell all the same that there are two.
    """

    by: Actor | None = None
    initiator: Actor | None = None
    target: Actor | None = None
    others: list[Actor] = field(default_factory=list)
    mediators: tuple[Actor, ...] = ()
    joint: bool = False
    described: tuple[Actor, ...] = ()

    @property
    def participants(self) -> tuple[Actor, ...]:
        """All sides, each once; a person stands for the state it acts for."""
        out: dict[str | None, Actor] = {}
        states: set[str | None] = set()
        between = {side_of(m) for m in self.mediators}
        for actor in (self.initiator, self.target, self.by, *self.others):
            if actor is None or not official(actor) or actor.sectors[:1] == ("JRN",):  # a broadcaster takes no part
                continue
            own = side_of(actor)
            key = actor.person or own
            if own in out and actor.office and not out[own].office and actor.person is None and own not in between:
                out[own] = actor  # "Oslo", then "the Norwegian minister"
            if own in between or key in out or (actor.person is None and own in states):
                continue
            if actor.person is not None:
                out.pop(own, None)
            out[key] = actor
            states.add(own)
        return (*out.values(), *self.described)


def sides_of(syntax: Syntax, actors: Actors, draft: Draft, status: Status) -> Sides:
    sides = Sides()
    wanted = initiating_token(syntax, draft)
    asking = asked_by(syntax, actors, draft)
    sides.initiator = draft.initiator or asking or actors.one(wanted)
    acting = acting_token(syntax, draft)
    if acting is not None:
        doers = (*_cut_off(syntax, actors, acting), *dealing(syntax, actors, acting))
        doers += tuple(a for k in _second_subjects(syntax, acting) for a in actors.all(k) if official(a))
        sides.joint = len({side_of(a) for a in doers}) > 1
        sides.by = actors.one(acting) if len(doers) > 1 and not sides.joint else next(iter(doers[:1]), None)
        sides.by = None if sides.joint else sides.by
        sides.others += [a for a in doers if a is not sides.by]
    if syntax.pos[draft.core] == "VERB" and draft.steps:
        doer = syntax.subject(draft.core)
        if doer is not None and doer != acting:
            sides.others += actors.all(doer)
    for k in counterparts(syntax, draft):
        found = dealing(syntax, actors, k)
        sides.others += found
        if sides.target is None and found and official(found[0]):
            wanting = side_of(sides.initiator) if sides.initiator else None
            sides.target = next((a for a in found if official(a) and side_of(a) != wanting), None)
    if _met_each_other(syntax, draft):
        sides.by, sides.joint, sides.others = None, True, [*([sides.by] if sides.by is not None else []), *sides.others]
    _leave_out_arrangers(syntax, actors, draft, sides)
    told = {side_of(a) for a in (sides.by, *sides.others) if a is not None}
    if asking is not None and len(told) == 1 and side_of(asking) not in told:
        sides.others.append(asking)  # "at Oslo's request the meeting with Riga was put off"
        sides.by = sides.by or (asking if status not in (Status.HELD, Status.SCHEDULED) else None)
    if asking is not None and sides.initiator is asking and len(told) > 1 and side_of(asking) not in told:
        sides.initiator = None  # "met at Finland's invitation"
    _face(sides, draft)
    _settle(sides, draft, status)
    return sides


def _met_each_other(syntax: Syntax, draft: Draft) -> bool:
    """ "The envoy Ann Lie and the minister Edgars Ozols met": of two who meet nobody else neither does it alone."""
    core = draft.core
    alone = syntax.pos[core] == "VERB" and syntax.lemma[core] in _MEETING and not syntax.passive(core)
    return alone and draft.facing is None and draft.top == core and not counterparts(syntax, draft)


def _cut_off(syntax: Syntax, actors: Actors, acting: int) -> tuple[Actor, ...]:
    """ "A day after Ann Lie | and Edgars Ozols held talks": whom the parse hung elsewhere, though *and* joins both."""
    first, verb = syntax.edges(acting)[0], syntax.head[acting]
    first += syntax.lower[first] == "and"
    start, _ = syntax.sentences[syntax.sentence_of[acting]]
    if first - 2 < start or syntax.lower[first - 1] != "and" or syntax.dep[verb] == "conj":
        return ()
    other = first - 2
    while syntax.head[other] == other - 1 or (syntax.dep[other] == "flat" and syntax.head[other] < other):
        other = syntax.head[other]
    opens = syntax.edges(other)[0]
    behind = opens - 1 >= start and syntax.lower[opens - 1] in _OPENERS
    return tuple(a for a in actors.all(other) if a.person) if behind else ()


def _second_subjects(syntax: Syntax, acting: int) -> list[int]:
    """ "The director (DGMO) | General Ola Berg and his counterpart agreed": a subject that the parse took for two."""
    verb = syntax.head[acting]
    return [k for k in syntax.kids[verb] if acting < k < verb and syntax.dep[k] == syntax.dep[acting] == "nsubj"]


def _leave_out_arrangers(syntax: Syntax, actors: Actors, draft: Draft, sides: Sides) -> None:
    """ "The ministers agreed on a summit between King Harald and President Rinkevics": the ministers do not meet."""
    nouns = [k for k in (draft.core, *draft.links) if syntax.pos[k] == "NOUN"]
    met = [a for k in nouns for c in syntax.obliques(k, "between", "among") for a in actors.all(c) if a.person]
    if draft.steps and len({side_of(a) for a in met}) > 1:
        sides.others = [a for a in sides.others if a in met or side_of(a) not in {side_of(m) for m in met}]


def _face(sides: Sides, draft: Draft) -> None:
    """Adds the host of a visit or the guest of an invitation, whom the words name by a place or not at all."""
    if draft.facing is None:
        return
    sides.others.append(draft.facing)
    own = {side_of(a) for a in (sides.by, sides.initiator) if a is not None}
    if sides.target is None or side_of(sides.target) in own:
        sides.target = draft.facing


def _settle(sides: Sides, draft: Draft, status: Status) -> None:
    """Who wanted it, and of whom, as the step implies; only states and their bodies play these parts."""
    if status in WANTING:
        sides.initiator = sides.by or sides.initiator
    if sides.target is not None and sides.initiator is None and not any(s in WANTING for _, s in draft.steps):
        sides.target = None if status not in (Status.HELD, Status.SCHEDULED) else sides.target
    if (
        sides.initiator is not None
        and sides.target is None
        and sides.by is not None
        and side_of(sides.by) != side_of(sides.initiator)
    ):
        sides.target = sides.by
    if _one_way(draft) and sides.initiator is None and status is Status.HELD:
        sides.initiator = sides.by
        if sides.target is not None and sides.by is not None and side_of(sides.target) == side_of(sides.by):
            sides.target = None
    own = sides.by and sides.initiator and side_of(sides.by) == side_of(sides.initiator)
    if status in ANSWERS and own and draft.initiator is None:
        sides.initiator = None  # "declined its request": never the refuser's own
    if status is Status.UNANSWERED and own and draft.initiator is not None:
        silent = [a for a in sides.participants if side_of(a) != side_of(draft.initiator)]
        sides.by = silent[0] if len(silent) == 1 else None  # "could not reach the general": never who rang
    for name in ("by", "initiator", "target"):
        actor = getattr(sides, name)
        if actor is not None and not official(actor):
            setattr(sides, name, None)


_SPEAKING = frozenset({"my", "our", "i", "we"})


def of_strangers(syntax: Syntax, actors: Actors, draft: Draft, sides: Sides) -> bool:
    """Whether somebody who acts for no state took the step: "an exchange that the two schools have arranged"."""
    acting = acting_token(syntax, draft)
    if (
        acting is not None and sides.by is None and syntax.lower[acting] in _SPEAKING
    ):  # "my talks with Oslo", by we know not whom
        return not any(official(a) for a in actors.all(acting))
    if acting is None or syntax.pos[acting] != "NOUN":
        return False
    if draft.channel is Channel.EXERCISE and syntax.lemma[acting] in FORCES:
        return False  # whose they are, their ships tell
    return not any(official(a) or OFFICIAL & set(a.sectors) for a in actors.all(acting))


def one_sided(syntax: Syntax, actors: Actors, draft: Draft, sides: Sides) -> bool:
    """Whether the words name only those it was done to: "He phoned Oslo and Riga" is no call between these two."""
    core = draft.core
    if _of_one_phrase(syntax, actors, draft, sides):
        return True
    if syntax.pos[core] != "VERB" or syntax.patient(core) is None or syntax.passive(core) or draft.about_earlier:
        return False
    if sides.joint or hosts_two(syntax, actors, core):
        return False
    done_to = {side_of(a) for a in sides.participants}
    doer = syntax.subject(core)
    return (
        doer is not None
        and doer == acting_token(syntax, draft)
        and (sides.by is None or not done_to - {side_of(sides.by)})
    )


def hosts_two(syntax: Syntax, actors: Actors, verb: int) -> bool:
    """ "will host the leaders of Oslo and Riga" is between the guests; "hosted both his counterparts" is not."""
    guests = syntax.patient(verb) if syntax.lemma[verb] in _HOSTING else None
    if guests is None or syntax.possessor(guests) is not None:
        return False
    return len({side_of(a) for a in actors.all(guests) if official(a)}) > 1


def settle_target(sides: Sides, status: Status | None, *, wished: bool) -> None:
    """Of two sides, the one that did not want the contact was wanted; without an initiator nobody was."""
    if sides.initiator is None and status in ANSWERS - {Status.ACCEPTED} and not wished:
        sides.target = None
        return
    if sides.initiator is None and status in ANSWERS - {Status.ACCEPTED} and sides.by is not None:
        asking = [a for a in sides.participants if side_of(a) != side_of(sides.by)]
        sides.initiator, sides.target = (asking[0], sides.by) if len(asking) == 1 else (None, sides.target)
    if sides.initiator is not None and sides.target is not None and side_of(sides.initiator) == side_of(sides.target):
        sides.target = None
    if sides.initiator is None:
        asked = [a for a in sides.participants if sides.target is not None and a.start == sides.target.start]
        several = len({side_of(a) for a in sides.participants}) > 1
        unknown = status in WANTING and sides.by is None and (len(asked) > 1 or several)  # "to arrange a call between"
        sides.target = None if unknown or status in (Status.HELD, Status.SCHEDULED) else sides.target
        return
    others = [a for a in sides.participants if side_of(a) != side_of(sides.initiator)]
    if status in WANTING and len({side_of(a) for a in others}) > 1:
        sides.target = None  # "aims to meet Oslo and Riga": none of them alone
    if sides.target is None and len(others) == 1 and status in WANTING | ANSWERS:
        sides.target = others[0]


def settle_pronoun(syntax: Syntax, draft: Draft, sides: Sides, status: Status | None) -> None:
    """ "He renewed the invitation to the Latvian side": of two sides, the one that is not asked, whoever *he* is."""
    acting = acting_token(syntax, draft)
    if status not in WANTING or sides.by is not None or sides.target is None or acting is None:
        return
    others = [a for a in sides.participants if side_of(a) != side_of(sides.target)]
    if syntax.lower[acting] in ("he", "she", "it", "they") and len(others) == 1:
        sides.by = sides.initiator = others[0]


def _one_way(draft: Draft) -> bool:
    return draft.channel is Channel.SUMMONS or draft.made


def _of_one_phrase(syntax: Syntax, actors: Actors, draft: Draft, sides: Sides) -> bool:
    """ "took calls from Oslo and Riga": these two stand together against somebody who is not told."""
    acting = acting_token(syntax, draft)
    if acting is None or sides.by is not None or sides.joint:
        return False
    chain = (draft.core, *draft.links)
    together = [k for c in chain for k in syntax.obliques(c, "from", "to", "with")]
    named = {side_of(a) for k in together for a in actors.all(k) if official(a)}
    return len(named) > 1 and {side_of(a) for a in sides.participants} <= named


def counterparts(syntax: Syntax, draft: Draft) -> list[int]:
    """Tokens of the other side: "with X", "to X", "between X and Y", the object of *meet*, possessors, adjectives."""
    core = draft.core
    out = _on_chain(syntax, draft)
    if not any(syntax.obliques(k, "between") for k in (core, *draft.links)):
        out += between_two(syntax, core)
    for k in syntax.children(core, "acl"):  # "the line linking Oslo and Riga"
        if syntax.lemma[k] in _LINKING and (thing := syntax.child(k, "obj")) is not None:
            out.append(thing)
        elif syntax.lemma[k] in _MADE and syntax.tag[k] == "VBN" and syntax.pos[core] == "NOUN":
            out += syntax.obliques(k, "to", "by", "with")  # "a call made by Lund to Berg"
    if draft.beside is not None and syntax.lemma[draft.beside] in TELLING:  # "warned him in a call"
        out += syntax.children(draft.beside, "obj", "iobj")
    out += addressed(syntax, draft.beside) if draft.beside is not None else []
    if syntax.pos[core] == "VERB":
        out += _of_verb(syntax, draft)
    elif syntax.lower[core] == "meeting":
        out += _of_gerund(syntax, core)
    elif draft.channel is Channel.VISIT:
        out += syntax.obliques(core, "to", "by", "of", "from")
    elif draft.channel is Channel.MEETING and syntax.lemma[core] == "call":  # "paid a courtesy call on the king"
        out += [k for c in (core, *draft.links) for k in syntax.obliques(c, "on", "upon")]
    else:
        out += syntax.obliques(core, "to", "from", "of", "by")
        out += [c for k in syntax.obliques(core, "by") for c in syntax.obliques(k, "to")]  # "by Lund | to Berg"
    out += attending(syntax, core)
    acting = acting_token(syntax, draft) if syntax.tag[core] != "NN" else None
    out += attending(syntax, acting) if acting is not None and syntax.tag[acting] == "NNS" else []
    if draft.channel is Channel.VISIT and draft.place is not None:  # "sent a mission with envoys of the union to Riga"
        out = [k for k in out if syntax.preposition(k) not in ("with", "alongside")]
    found = dict.fromkeys((*_of_wanting(syntax, draft), *out))
    return [k for k in found if syntax.lemma[k] not in FORMATS | SITTINGS or _of_people(syntax, k)]


def _of_people(syntax: Syntax, k: int) -> bool:
    """ "a group of Czech lawmakers", "the rebel group ELN"."""
    armed = any(syntax.lower[c] in ARMED for c in syntax.children(k, "compound", "amod"))
    if syntax.lemma[k] == "group" and (armed or syntax.child(k, "appos") is not None):
        return True
    return syntax.lemma[k] == "group" and any(syntax.tag[c] == "NNS" for c in syntax.obliques(k, "of"))


def _on_chain(syntax: Syntax, draft: Draft) -> list[int]:
    """What hangs on any word of the contact by "with" and the like, and what stands before its nouns."""
    out: list[int] = []
    for k in dict.fromkeys((draft.core, *draft.links, *(k for k, _ in draft.steps))):
        out += syntax.obliques(k, "with", "between", "among", "alongside")
        if k != draft.core and syntax.pos[draft.core] == "NOUN":
            out += syntax.obliques(k, "from")  # "did not answer a call from Riga": the parse may hang it on the verb
        if syntax.pos[k] == "NOUN":
            owner = syntax.possessor(k)
            known = draft.doer is not None and owner is not None and syntax.lower[owner] in _OWN
            out += [owner] if owner is not None and not known else []
            out += [c for c in joined_modifiers(syntax, k) if syntax.pos[c] in ("ADJ", "PROPN")]
    body = syntax.grammatical_subject(draft.top) if syntax.pos[draft.top] == "VERB" else None
    if body is not None and shared_body(syntax, body):  # "The joint border commission of Oslo and Riga met"
        out += [*joined_modifiers(syntax, body), *syntax.obliques(body, "of", "between")]
    return out


def _of_verb(syntax: Syntax, draft: Draft) -> list[int]:
    core = draft.core
    out = syntax.children(core, "iobj") if syntax.lemma[core] in TELLING else []
    out += syntax.obliques(core, "to") if syntax.lemma[core] in ("speak", "talk", "reach") else []
    thing = syntax.patient(core) if syntax.lemma[core] not in TOPIC_VERBS else None
    if syntax.lemma[core] == "leave" and draft.channel is Channel.VISIT:  # "left Oslo for Riga"
        thing = None
    out += [thing] if thing is not None else []
    out += syntax.obliques(core, *FACING) if syntax.lemma[core] == "sit" else []
    over = syntax.child(core, "obj") if syntax.lemma[core] in ("negotiate", "discuss") else None
    out += syntax.obliques(over, "with") if over is not None else []
    out += envoys_called_in(syntax, core) if draft.channel is Channel.SUMMONS else []
    if syntax.passive(core) and (agent := syntax.agent(core)) is not None:
        out.append(agent)
    return out


def _of_gerund(syntax: Syntax, core: int) -> list[int]:
    """ "the chance of the minister meeting his counterpart": a gerund that taggers take for the noun."""
    named = [k for k in syntax.children(core, "compound") if syntax.pos[k] == "PROPN"]
    out = [*syntax.obliques(core, "to", "from", "of", "by"), *syntax.children(core, "obj", "nsubj"), *named]
    return out + [k for k in syntax.subtree(core) if k > core and syntax.preposition(k) == "with"]


def _of_wanting(syntax: Syntax, draft: Draft) -> list[int]:
    """ "offered talks to Moscow", "invited the general", "received a request"."""
    out: list[int] = []
    for k, status in draft.steps:
        if status in WANTING and syntax.pos[k] == "VERB":
            thing = syntax.patient(k)
            if thing is not None and thing != draft.core and thing not in draft.links:
                out.append(thing)
            out += syntax.obliques(k, "to", "from")
            if thing in draft.links and draft.channel is Channel.VISIT:  # "extended invitations to Oslo and Riga"
                out += syntax.obliques(thing, "to")
        if status in WANTING and syntax.pos[k] == "NOUN":  # "the invitation to the minister to begin talks"
            out += [c for c in syntax.obliques(k, "to") if c != draft.core and c not in draft.links]
        if status in WANTING and (taker := taking_verb(syntax, k)) is not None:
            receiver = syntax.subject(taker)
            out += [receiver] if receiver is not None else []
        if status in WANTING and syntax.pos[k] == "NOUN" and syntax.dep[k] == "obj":  # "welcomed an offer of talks"
            over = syntax.head[k]
            hearer = syntax.subject(over) if syntax.lemma[over] in PONDERING else None
            out += [hearer] if hearer is not None else []
        if syntax.lemma[k] == "snub" and (thing := syntax.patient(k)) is not None:
            out.append(thing)
    return out
