"""Contacts: the steps by which sides deal with each other.

A *core* (call, talks, meet, hotline) says what the contact is; the *step* words above it (rejected, requests,
postponed) say what became of it. "Beijing rejected Austin's requests to speak to Xu" is one record: the outermost step
gives its status, the inner ones tell who had wanted it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from spacy.tokens import Doc

from pourparler.knowledge import Category
from pourparler.reading.actors import Actors, official, side
from pourparler.reading.annotations import Trace, note
from pourparler.reading.factuality import factuality
from pourparler.reading.places import place_of
from pourparler.reading.quantities import count_of
from pourparler.reading.reasons import conditions_of, reasons_of
from pourparler.reading.syntax import Syntax
from pourparler.reading.tables import rows
from pourparler.records import Actor, Channel, Contact, Factuality, Level, Span, Status

CORES = {(row["lemma"], row["pos"]): row for row in rows("contacts")}
STEPS: dict[tuple[str, str], list[dict[str, str]]] = {}
for _row in rows("steps"):
    STEPS.setdefault((_row["lemma"], _row["pos"]), []).append(_row)

WANTING = frozenset({Status.SOUGHT, Status.REQUESTED, Status.OFFERED})
ANSWERS = frozenset({Status.DECLINED, Status.UNANSWERED, Status.ACCEPTED})
LINE_STATUS = frozenset({Status.ESTABLISHED, Status.OPEN, Status.SUSPENDED, Status.RESUMED})
#: Nouns that stand between a step and its core and change nothing: "a series of talks", "its offer to hold talks".
TRANSPARENT = frozenset(
    {"series", "round", "form", "possibility", "plan", "vow", "decision", "kind", "number", "prospect", "chance",
     "idea", "intention", "move", "reason", "need", "point", "resumption", "level", "possibility", "likelihood",
     "part", "set", "date", "threat", "pledge", "readiness", "willingness", "interest", "forum", "conference",
     "gathering", "session", "process", "mechanism"}
)
#: What a participle can say has become of a contact.
_FATES = frozenset({Status.CANCELLED, Status.POSTPONED, Status.SCHEDULED, Status.SUSPENDED})
#: "no reason to talk", "no plans to meet": with "no", a refusal.
_GROUNDS = frozenset({"reason", "need", "point", "intention", "plan", "interest", "purpose", "use"})
LIGHT = frozenset({"hold", "have", "make", "conduct", "pay", "take", "set", "keep", "continue", "begin", "start", "plan"})
CLIMBED = frozenset(
    {"obj", "nsubj:pass", "nsubj", "xcomp", "ccomp", "nmod", "obl", "acl", "compound", "advcl", "csubj", "iobj", "acl:relcl"}
)
_OWN_COUNTRY = ("embassy", "ambassador", "envoy", "consul", "attache", "attaché", "diplomat")
_LEVELS = list(Level)


@dataclass(slots=True)
class Draft:
    """A contact in the making. Tokens are indices; ``steps`` run from the core outwards."""

    core: int
    channel: Channel
    line: bool
    steps: list[tuple[int, Status | str]] = field(default_factory=list)
    links: list[int] = field(default_factory=list)

    @property
    def top(self) -> int:
        return self.steps[-1][0] if self.steps else self.core


class ContactAnnotator:
    """Doc -> ``doc._.contacts``.

    "Beijing rejected Austin's requests to speak to Xu" -> declined, by Beijing, initiator Austin, target Xu.
    """

    requires = ("article", "read_deeds", "syntax", "dates", "actors", "ids", "traces")
    assigns = ("contacts",)

    def __call__(self, doc: Doc) -> Doc:
        if not doc._.read_deeds:
            return note(doc, contacts=[])
        contacts: list[Contact] = []
        taken: set[tuple[int, Status]] = set()
        for draft in find_drafts(doc._.syntax, doc._.actors):
            contact = _contact(doc, draft)
            if contact is not None and (draft.top, contact.status) not in taken:
                taken.add((draft.top, contact.status))
                contacts.append(contact)
        return note(doc, contacts=contacts)


def find_drafts(syntax: Syntax, actors: Actors) -> Iterator[Draft]:
    """Every core with the steps above it; a step shared by conjoined verbs ("rejected or ignored") gives one each."""
    for i in syntax.body:
        draft = _core(syntax, actors, i)
        if draft is None:
            continue
        _climb(syntax, draft)
        yield draft
        if draft.steps:
            below, top = draft.steps[:-1], draft.top
            for k in syntax.kids[top]:
                row = _step(syntax, k, draft.core) if syntax.dep[k] == "conj" else None
                if row is not None and syntax.pos[k] == "VERB" and syntax.child(k, "obj", "nsubj:pass", "nsubj") is None:
                    yield replace(draft, steps=[*below, (k, row)])


def _core(syntax: Syntax, actors: Actors, i: int) -> Draft | None:
    pos = {"NOUN": "noun", "VERB": "verb", "PROPN": "noun"}.get(syntax.pos[i])
    row = CORES.get((syntax.lemma[i], pos or ""))
    forum = actors.entries(i, Category.FORUM)
    if forum and syntax.head[i] not in range(actors.names[i][0][0], actors.names[i][0][1] + 1):
        kind = forum[0].kind
        channel = {"exercise": Channel.EXERCISE, "line": Channel.HOTLINE}.get(kind or "", Channel.MEETING)
        return Draft(i, channel, kind == "line")
    if row is None or row["kind"] == "part" or (pos == "noun" and syntax.pos[i] == "PROPN" and syntax.tag[i] == "NNP"):
        return None
    if not _plausible(syntax, i, row):
        return None
    return Draft(i, _channel(syntax, i, row), row["kind"] == "line")


def _plausible(syntax: Syntax, i: int, row: dict[str, str]) -> bool:
    """Whether a word of many senses is the contact: "a call with", not "calls for restraint"; "a line of communication"."""
    lemma, pos = row["lemma"], row["pos"]
    kids = {syntax.lower[k] for k in syntax.kids[i]}
    if lemma == "call" and pos == "noun":
        return bool(kids & {"phone", "telephone", "video", "conference"}) or bool(syntax.obliques(i, "with", "between", "from")) or (
            not syntax.obliques(i, "for", "on") and syntax.child(i, "acl") is None and syntax.lemma[syntax.head[i]] in ("hold", "have", "make", "take", "answer", "return", "refuse", "ignore", "decline", "cancel", "request")
        )
    if lemma in ("line", "channel"):
        of = syntax.obliques(i, "of", "for")
        return bool(kids & {"hot", "military", "diplomatic", "communication", "communications", "direct", "emergency", "back", "secure"}) or any(
            syntax.lemma[k] in ("communication", "contact", "dialogue") for k in of
        )
    if lemma in ("exchange", "exercise", "drill"):
        return bool(syntax.obliques(i, "with", "between")) or bool(kids & {"joint", "military", "bilateral", "diplomatic", "naval"})
    if lemma == "communication" and syntax.dep[i] == "nmod":
        return False  # "lines of communication": the line is the core
    if lemma == "reach":
        return any(syntax.lower[k] == "out" for k in syntax.kids[i]) or _person_object(syntax, i)
    if lemma == "contact" and pos == "verb":
        return syntax.patient(i) is not None
    if lemma in ("speak", "talk") and pos == "verb":
        return bool(syntax.obliques(i, "to", "with")) or bool(syntax.head[i] != i and syntax.lemma[syntax.head[i]] == "keep")
    if lemma == "meet" and pos == "verb":
        return syntax.patient(i) is not None or bool(syntax.obliques(i, "with")) or syntax.child(i, "obl") is not None
    return True


def _person_object(syntax: Syntax, i: int) -> bool:
    thing = syntax.patient(i)
    return thing is not None and syntax.pos[thing] in ("PROPN", "PRON") and syntax.child(i, "compound:prt") is None


def _channel(syntax: Syntax, i: int, row: dict[str, str]) -> Channel:
    """The table's channel, made exact by a word beside the core ("telephone discussions", "video call")."""
    beside = {syntax.lower[k] for k in syntax.kids[i]} | {syntax.lower[k] for k in syntax.obliques(i, "by", "via", "over", "through")}
    for words, channel in (
        ({"phone", "telephone", "telephonic"}, Channel.PHONE), ({"video", "virtual", "videoconference", "video-link"}, Channel.VIDEO),
        ({"hotline", "hotlines"}, Channel.HOTLINE), ({"port"}, Channel.PORT_CALL),
    ):
        if beside & words and (channel is not Channel.PORT_CALL or row["lemma"] == "call"):
            return channel
    return Channel(row["channel"])


def _climb(syntax: Syntax, draft: Draft) -> None:
    """Follows the governors of the core as long as they are steps, light verbs or transparent nouns."""
    i = draft.core
    _told_of(syntax, draft, i)
    for _ in range(8):
        above = syntax.head[i]
        if above == i or (syntax.dep[i] not in CLIMBED and syntax.dep[i] != "conj"):
            return
        if syntax.dep[i] == "conj":
            if syntax.pos[above] == syntax.pos[i] and not _step(syntax, above, i) and syntax.lemma[above] not in LIGHT:
                i = above
                continue
            return
        status = _step(syntax, above, i)
        if syntax.dep[i] in ("acl", "advcl", "acl:relcl") and syntax.pos[above] in ("VERB", "AUX"):
            return
        if syntax.dep[i] == "acl:relcl":
            return
        if status is not None and not (syntax.dep[i] == "nsubj" and status in WANTING | {Status.HELD} and syntax.lemma[above] != "take"):
            draft.steps.append((above, status))
        elif syntax.lemma[above] not in TRANSPARENT and syntax.lemma[above] not in LIGHT:
            return
        draft.links.append(above)
        if syntax.pos[above] == "NOUN":
            _told_of(syntax, draft, above)
        i = above


def _told_of(syntax: Syntax, draft: Draft, noun: int) -> None:
    """What a participle says of the contact: "talks scheduled for May", "a forum due in May but called off"."""
    for k in syntax.kids[noun]:
        if syntax.dep[k] == "acl:relcl" and not syntax.passive(k):
            status = _step(syntax, k, noun) if syntax.patient(k) == noun else None
            if status in LINE_STATUS and draft.line and not draft.steps:
                draft.steps.append((k, status))
        elif syntax.dep[k] in ("acl", "acl:relcl") and syntax.tag[k] in ("VBN", "VBD", "JJ"):
            for c in syntax.conjuncts(k)[::-1]:
                status = _step(syntax, c, noun)
                if status is not None:
                    draft.links.append(c)
                    if status in _FATES and not draft.steps and factuality(syntax, c) is not Factuality.NEGATED:
                        draft.steps.append((c, status))


def _step(syntax: Syntax, k: int, below: int) -> Status | str | None:
    pos = {"NOUN": "noun", "VERB": "verb", "AUX": "verb", "ADJ": "adj"}.get(syntax.pos[k], "")
    for row in STEPS.get((syntax.lemma[k], pos), ()):
        particles = {syntax.lower[c] for c in syntax.kids[k] if syntax.dep[c] == "compound:prt"}
        if row["particle"] and row["particle"] not in particles:
            continue
        if row["lemma"] == "call" and pos == "verb" and not row["particle"]:
            continue
        if row["line"] and syntax.lemma[below] in ("talk", "talks", "meeting", "meet"):
            continue
        if row["lemma"] == "take" and syntax.child(k, "obj") is not None and syntax.lemma[syntax.child(k, "obj") or 0] != "place":
            continue
        try:
            return Status(row["status"])
        except ValueError:
            return row["status"]
    return None


# --- who ---------------------------------------------------------------------------------------------


@dataclass(slots=True)
class Sides:
    by: Actor | None = None
    initiator: Actor | None = None
    target: Actor | None = None
    others: list[Actor] = field(default_factory=list)

    @property
    def participants(self) -> tuple[Actor, ...]:
        """All sides, each once; a person stands for the state it acts for."""
        out: list[Actor] = []
        for actor in (self.initiator, self.target, self.by, *self.others):
            if actor is None or not official(actor):
                continue
            same = next((k for k, a in enumerate(out) if (a.person or side(a)) == (actor.person or side(actor))), None)
            covered = any(side(a) == side(actor) and (actor.person is None) for a in out)
            if same is None and not covered:
                out = [a for a in out if not (side(a) == side(actor) and a.person is None and actor.person is not None)]
                out.append(actor)
        return tuple(out)


def _sides(syntax: Syntax, actors: Actors, draft: Draft, status: Status) -> Sides:
    sides = Sides()
    wanted = _initiating_token(syntax, draft)
    sides.initiator = actors.one(wanted)
    acting = syntax.subject(draft.top) if syntax.pos[draft.top] in ("VERB", "AUX", "ADJ") else _owner(syntax, draft.top)
    if acting is not None and not _is_core_word(syntax, acting, draft):
        sides.by = actors.one(acting)
        sides.others += [a for a in actors.all(acting) if a is not sides.by]
    if syntax.pos[draft.core] == "VERB" and draft.steps:
        doer = syntax.subject(draft.core)
        if doer is not None and doer != acting:
            sides.others += actors.all(doer)
    for k in _counterparts(syntax, draft):
        found = actors.all(k)
        sides.others += found
        if sides.target is None and found and official(found[0]) and side(found[0]) != (side(sides.initiator) if sides.initiator else None):
            sides.target = found[0]
    if status in WANTING:
        sides.initiator = sides.by or sides.initiator
    if sides.target is not None and sides.initiator is None and not any(s in WANTING for _, s in draft.steps):
        sides.target = None if status not in (Status.HELD, Status.SCHEDULED) else sides.target
    if sides.initiator is not None and sides.target is None and sides.by is not None and side(sides.by) != side(sides.initiator):
        sides.target = sides.by
    if draft.channel in (Channel.VISIT, Channel.SUMMONS) and sides.initiator is None and status is Status.HELD:
        sides.initiator = sides.by
    for name in ("by", "initiator", "target"):
        actor = getattr(sides, name)
        if actor is not None and not official(actor):
            setattr(sides, name, None)
    return sides


def _is_core_word(syntax: Syntax, token: int, draft: Draft) -> bool:
    return token == draft.core or token in draft.links or any(token == s for s, _ in draft.steps)


def _owner(syntax: Syntax, noun: int) -> int | None:
    """Whose request or rejection it is: possessor, "by X", or a state adjective before it."""
    owner = syntax.possessor(noun)
    if owner is None:
        owner = next(iter(syntax.obliques(noun, "by", "from")), None)
    if owner is None:
        owner = next((k for k in syntax.kids[noun] if syntax.dep[k] in ("amod", "compound") and syntax.pos[k] in ("PROPN", "ADJ") and syntax.word[k][0].isupper()), None)
    return owner


def _initiating_token(syntax: Syntax, draft: Draft) -> int | None:
    """Who wanted it: the subject or owner of the innermost word of wanting, else the owner of the core."""
    for k, status in draft.steps:
        if status in WANTING:
            if syntax.pos[k] == "NOUN":
                owner = _owner(syntax, k)
                return owner if owner is not None else _verb_subject_over(syntax, k, draft)
            subject = syntax.subject(k)
            if subject is not None:
                return subject
    if draft.steps and draft.steps[-1][1] in ANSWERS and syntax.pos[draft.core] == "NOUN":
        return next(iter(syntax.obliques(draft.core, "from")), None)
    return None


def _verb_subject_over(syntax: Syntax, noun: int, draft: Draft) -> int | None:
    """ "sent a request": the sender, where the verb over the noun is no step of its own."""
    head = syntax.head[noun]
    if syntax.dep[noun] in ("obj", "obl") and syntax.pos[head] == "VERB" and not any(head == k for k, _ in draft.steps):
        return syntax.subject(head)
    return None


def _counterparts(syntax: Syntax, draft: Draft) -> list[int]:
    """Tokens of the other side: "with X", "to X", "between X and Y", the object of *meet*, possessors, adjectives."""
    out: list[int] = []
    chain = [draft.core, *draft.links, *(k for k, _ in draft.steps)]
    for k in dict.fromkeys(chain):
        out += syntax.obliques(k, "with", "between", "among")
        if syntax.pos[k] == "NOUN":
            out += [o for o in (syntax.possessor(k),) if o is not None]
            out += [
                c for c in syntax.kids[k] if syntax.dep[c] in ("amod", "compound") and syntax.word[c][:1].isupper()
                and syntax.pos[c] in ("ADJ", "PROPN") and c != k
            ]
    core = draft.core
    if syntax.pos[core] == "VERB":
        out += syntax.obliques(core, "to") if syntax.lemma[core] in ("speak", "talk", "reach") else []
        thing = syntax.patient(core)
        out += [thing] if thing is not None else []
        if syntax.passive(core) and (agent := syntax.agent(core)) is not None:
            out.append(agent)
    elif draft.channel in (Channel.VISIT,):
        out += syntax.obliques(core, "to", "by", "of", "from")
    else:
        out += [k for k in syntax.obliques(core, "to", "from", "of", "by")]
    for k, status in draft.steps:  # "offered talks to Moscow", "invited the general"
        if status in WANTING and syntax.pos[k] == "VERB":
            thing = syntax.patient(k)
            if thing is not None and thing != core and thing not in draft.links:
                out.append(thing)
            out += syntax.obliques(k, "to", "from")
        if syntax.lemma[k] == "snub" and (thing := syntax.patient(k)) is not None:
            out.append(thing)
    return list(dict.fromkeys(out))


# --- the record --------------------------------------------------------------------------------------


def _status(syntax: Syntax, draft: Draft) -> tuple[Status, Factuality] | None:
    """The outermost step and how it is presented; None where no step was told."""
    if _ruled_out(syntax, draft) is not None:
        return Status.DECLINED, Factuality.ACTUAL
    if not draft.steps and (chance := _chance(syntax, draft)) is not None:
        draft.links.append(syntax.head[chance])
        return Status.HELD, Factuality.POSSIBLE
    if not draft.steps:
        if syntax.pos[draft.core] != "VERB":
            return None
        return Status.HELD, factuality(syntax, draft.core)
    top, told = draft.steps[-1]
    fact = factuality(syntax, top)
    if told == "prevented":
        return Status.HELD, Factuality.NEGATED if fact is Factuality.ACTUAL else fact
    if told == "continued":
        return None
    status = Status(told)
    if status is Status.ACCEPTED and syntax.lemma[top] in ("answer", "respond", "reply"):
        return (Status.UNANSWERED, Factuality.ACTUAL) if fact is Factuality.NEGATED or syntax.negation(top) is not None else None
    if status in LINE_STATUS and not draft.line and status is not Status.SUSPENDED and status is not Status.RESUMED:
        return None
    if status in WANTING and fact in (Factuality.REQUESTED, Factuality.PLANNED):
        fact = Factuality.ACTUAL
    if status is Status.SCHEDULED and fact is Factuality.PLANNED:
        fact = Factuality.ACTUAL
    if status is Status.HELD and any(s is Status.SCHEDULED for _, s in draft.steps):
        status, fact = Status.SCHEDULED, Factuality.ACTUAL
    return status, fact


def _ruled_out(syntax: Syntax, draft: Draft) -> int | None:
    """The noun of "sees no reason to keep talking", "has no intention of meeting": a refusal."""
    return next(
        (k for k in draft.links if syntax.lemma[k] in _GROUNDS and any(syntax.lower[c] == "no" and syntax.dep[c] == "det" for c in syntax.kids[k])),
        None,
    )


def _contact(doc: Doc, draft: Draft) -> Contact | None:
    syntax: Syntax = doc._.syntax
    actors: Actors = doc._.actors
    told = _status(syntax, draft)
    if told is None:
        return None
    status, fact = told
    sides = _sides(syntax, actors, draft, status)
    ground = _ruled_out(syntax, draft)
    if ground is not None:
        refuser = actors.one(syntax.subject(syntax.head[ground]))
        sides.by = refuser if official(refuser) else sides.by
    participants = sides.participants
    forum = _forum(actors, draft)
    if not _between_states(participants, forum is not None and status is not Status.HELD):
        return None
    anchor_token = draft.top
    when, due = _times(doc, draft, status, fact)
    tokens = sorted({draft.core, *(k for k, _ in draft.steps)})
    record_id = doc._.ids.make("contact", syntax.word[anchor_token], _sentence(syntax, anchor_token))
    rule = f"contact:{status.value}"
    doc._.traces[record_id] = Trace(rule, _example(syntax, draft), tuple(tokens))
    return Contact(
        id=record_id, article=doc._.article.id, anchor=_anchor(syntax, anchor_token), evidence=(_evidence(syntax, draft),),
        confidence=0.8 if draft.steps else 0.7, reader=rule, by=sides.by, initiator=sides.initiator, target=sides.target,
        participants=participants, channel=draft.channel, forum=forum, level=_level(participants), status=status,
        factuality=fact, count=count_of(syntax, draft.top, *draft.links, draft.core), when=when, due=due,
        where=place_of(doc, draft.core, *draft.links, draft.top), reasons=reasons_of(doc, tokens + draft.links),
        conditions=conditions_of(doc, tokens + draft.links, sides.by),
    )


def _chance(syntax: Syntax, draft: Draft) -> int | None:
    """The noun of "little chance of the two meeting"; the parse attaches what follows it in many ways."""
    first = syntax.sentences[syntax.sentence_of[draft.core]][0]
    for k in range(draft.core - 1, max(first, draft.core - 14) - 1, -1):
        if syntax.pos[k] in ("VERB", "AUX"):
            return None
        if syntax.lemma[k] in ("chance", "prospect", "likelihood", "possibility"):
            following = [w for w in syntax.lower[k + 1 : k + 3] if w.isalpha()]
            return k if following[:1] in (["of"], ["for"]) else None
    return None


def _between_states(participants: tuple[Actor, ...], named_forum: bool) -> bool:
    """A contact has two sides; a named forum brings its own."""
    return len({side(a) for a in participants}) >= 2 or named_forum


def _forum(actors: Actors, draft: Draft) -> str | None:
    syntax_tokens = [draft.core, *draft.links]
    for k in syntax_tokens:
        for near in (k, *actors._syntax.kids[k]):
            entry = actors.entries(near, Category.FORUM)
            if entry:
                return entry[0].name
    return None


def _level(participants: tuple[Actor, ...]) -> Level:
    """The lower of the levels of the people on each side."""
    from pourparler.reading.levels import level_of

    told = [level for a in participants if (level := level_of(a)) is not Level.UNSPECIFIED]
    return max(told, key=_LEVELS.index) if told else Level.UNSPECIFIED


def _times(doc: Doc, draft: Draft, status: Status, fact: Factuality):  # type: ignore[no-untyped-def]
    dates, syntax = doc._.dates, doc._.syntax
    inner = dates.of(draft.core, syntax, *draft.links)
    outer = dates.of(draft.top, syntax)
    if status is Status.HELD and not draft.steps[1:]:
        told = outer or inner
        if fact in (Factuality.ACTUAL, Factuality.ONGOING, Factuality.HABITUAL):
            return told or dates.undated(True), told
        return dates.undated(fact is Factuality.NEGATED), told
    if status is Status.SCHEDULED:
        return dates.undated(True), inner or outer
    due = inner if inner is not outer else None
    return outer or dates.undated(fact is Factuality.ACTUAL), due


def _anchor(syntax: Syntax, i: int) -> Span:
    particle = next((k for k in syntax.kids[i] if syntax.dep[k] == "compound:prt" and k == i + 1), i)
    start, end = syntax.chars(i, particle)
    return Span(start=start, end=end, text=syntax.text[start:end])


def _sentence(syntax: Syntax, i: int) -> str:
    first, end = syntax.sentences[syntax.sentence_of[i]]
    return syntax.text[syntax.start[first] : syntax.end[end - 1]].strip()


def _evidence(syntax: Syntax, draft: Draft) -> Span:
    """The clause of the outermost step, or its sentence where the step is a noun."""
    top = draft.top
    while syntax.pos[top] not in ("VERB", "AUX") and syntax.head[top] != top:
        top = syntax.head[top]
    first, last = syntax.edges(top)
    start, end = syntax.chars(*syntax.quote_free(first, last))
    return Span(start=start, end=end, text=syntax.text[start:end])


def _example(syntax: Syntax, draft: Draft) -> str:
    pos = {"NOUN": "noun", "VERB": "verb", "ADJ": "adj"}
    if draft.steps:
        found = STEPS.get((syntax.lemma[draft.top], pos.get(syntax.pos[draft.top], "")))
        return found[0]["example"] if found else ""
    row = CORES.get((syntax.lemma[draft.core], pos.get(syntax.pos[draft.core], "")))
    return row["example"] if row else ""
