"""Cores and the steps above them: what contact is meant, and what became of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from pourparler.knowledge import Category
from pourparler.reading.actors import Actors
from pourparler.reading.factuality import factuality
from pourparler.reading.syntax import Syntax
from pourparler.reading.tables import rows
from pourparler.records import Channel, Factuality, Status

CORES = {(row["lemma"], row["pos"]): row for row in rows("contacts")}
CORE_LEMMAS = frozenset(lemma for lemma, _ in CORES)
STEPS: dict[tuple[str, str], list[dict[str, str]]] = {}
for _row in rows("steps"):
    STEPS.setdefault((_row["lemma"], _row["pos"]), []).append(_row)

WANTING = frozenset({Status.SOUGHT, Status.REQUESTED, Status.OFFERED})
ANSWERS = frozenset({Status.DECLINED, Status.UNANSWERED, Status.ACCEPTED})
LINE_STATUS = frozenset({Status.ESTABLISHED, Status.OPEN, Status.SUSPENDED, Status.RESUMED})
#: Nouns that stand between a step and its core and change nothing: "a series of talks", "its offer to hold talks".
TRANSPARENT = frozenset(
    {
        "series",
        "round",
        "form",
        "possibility",
        "plan",
        "vow",
        "decision",
        "kind",
        "number",
        "prospect",
        "chance",
        "idea",
        "intention",
        "move",
        "reason",
        "need",
        "point",
        "resumption",
        "level",
        "likelihood",
        "part",
        "set",
        "date",
        "threat",
        "pledge",
        "readiness",
        "willingness",
        "interest",
        "forum",
        "conference",
        "gathering",
        "session",
        "process",
        "mechanism",
    }
)
#: What a participle can say has become of a contact.
_FATES = frozenset({Status.CANCELLED, Status.POSTPONED, Status.SCHEDULED, Status.SUSPENDED})
#: "no reason to talk", "no plans to meet": with "no", a refusal.
GROUNDS = frozenset({"reason", "need", "point", "intention", "plan", "interest", "purpose", "use"})
LIGHT = frozenset(
    {"hold", "have", "make", "conduct", "pay", "take", "set", "keep", "continue", "begin", "start", "plan"}
)
CLIMBED = frozenset(
    {
        "obj",
        "nsubj:pass",
        "nsubj",
        "xcomp",
        "ccomp",
        "nmod",
        "obl",
        "acl",
        "compound",
        "advcl",
        "csubj",
        "iobj",
        "acl:relcl",
    }
)


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


def find_drafts(syntax: Syntax, actors: Actors) -> Iterator[Draft]:
    """Every core with the steps above it; a step shared by conjoined verbs ("rejected or ignored") gives one each."""
    for i in syntax.body:
        if syntax.lemma[i] not in CORE_LEMMAS and i not in actors.forums:
            continue
        draft = _core(syntax, actors, i)
        if draft is None:
            continue
        climb(syntax, draft)
        yield draft
        if draft.steps:
            below, top = draft.steps[:-1], draft.top
            for k in syntax.kids[top]:
                row = step_of(syntax, k, draft.core) if syntax.dep[k] == "conj" else None
                if (
                    row is not None
                    and syntax.pos[k] == "VERB"
                    and syntax.child(k, "obj", "nsubj:pass", "nsubj") is None
                ):
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
    """Whether a word of many senses is the contact: "a call with", not "calls for restraint"."""
    lemma, pos = row["lemma"], row["pos"]
    kids = {syntax.lower[k] for k in syntax.kids[i]}
    if lemma == "call" and pos == "noun":
        return (
            bool(kids & {"phone", "telephone", "video", "conference"})
            or bool(syntax.obliques(i, "with", "between", "from"))
            or (
                not syntax.obliques(i, "for", "on")
                and syntax.child(i, "acl") is None
                and syntax.lemma[syntax.head[i]]
                in (
                    "hold",
                    "have",
                    "make",
                    "take",
                    "answer",
                    "return",
                    "refuse",
                    "ignore",
                    "decline",
                    "cancel",
                    "request",
                )
            )
        )
    if lemma in ("line", "channel"):
        of = syntax.obliques(i, "of", "for")
        return bool(
            kids
            & {
                "hot",
                "military",
                "diplomatic",
                "communication",
                "communications",
                "direct",
                "emergency",
                "back",
                "secure",
            }
        ) or any(syntax.lemma[k] in ("communication", "contact", "dialogue") for k in of)
    if lemma in ("exchange", "exercise", "drill"):
        return bool(syntax.obliques(i, "with", "between")) or bool(
            kids & {"joint", "military", "bilateral", "diplomatic", "naval"}
        )
    if lemma == "communication" and syntax.dep[i] == "nmod":
        return False  # "lines of communication": the line is the core
    if lemma == "reach":
        return any(syntax.lower[k] == "out" for k in syntax.kids[i]) or _person_object(syntax, i)
    if lemma == "contact" and pos == "verb":
        return syntax.patient(i) is not None
    if lemma in ("speak", "talk") and pos == "verb":
        return bool(syntax.obliques(i, "to", "with")) or bool(
            syntax.head[i] != i and syntax.lemma[syntax.head[i]] == "keep"
        )
    if lemma == "meet" and pos == "verb":
        return syntax.patient(i) is not None or bool(syntax.obliques(i, "with")) or syntax.child(i, "obl") is not None
    return True


def _person_object(syntax: Syntax, i: int) -> bool:
    thing = syntax.patient(i)
    return thing is not None and syntax.pos[thing] in ("PROPN", "PRON") and syntax.child(i, "compound:prt") is None


def _channel(syntax: Syntax, i: int, row: dict[str, str]) -> Channel:
    """The table's channel, made exact by a word beside the core ("telephone discussions", "video call")."""
    beside = {syntax.lower[k] for k in syntax.kids[i]} | {
        syntax.lower[k] for k in syntax.obliques(i, "by", "via", "over", "through")
    }
    for words, channel in (
        ({"phone", "telephone", "telephonic"}, Channel.PHONE),
        ({"video", "virtual", "videoconference", "video-link"}, Channel.VIDEO),
        ({"hotline", "hotlines"}, Channel.HOTLINE),
        ({"port"}, Channel.PORT_CALL),
    ):
        if beside & words and (channel is not Channel.PORT_CALL or row["lemma"] == "call"):
            return channel
    return Channel(row["channel"])


def climb(syntax: Syntax, draft: Draft) -> None:
    """Follows the governors of the core as long as they are steps, light verbs or transparent nouns."""
    i = draft.core
    _told_of(syntax, draft, i)
    for _ in range(8):
        above = syntax.head[i]
        if above == i or (syntax.dep[i] not in CLIMBED and syntax.dep[i] != "conj"):
            return
        if syntax.dep[i] == "conj":
            if (
                syntax.pos[above] == syntax.pos[i]
                and not step_of(syntax, above, i)
                and syntax.lemma[above] not in LIGHT
            ):
                i = above
                continue
            return
        status = step_of(syntax, above, i)
        if syntax.dep[i] in ("acl", "advcl", "acl:relcl") and syntax.pos[above] in ("VERB", "AUX"):
            return
        if syntax.dep[i] == "acl:relcl":
            return
        if status is not None and not (
            syntax.dep[i] == "nsubj" and status in WANTING | {Status.HELD} and syntax.lemma[above] != "take"
        ):
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
            status = step_of(syntax, k, noun) if syntax.patient(k) == noun else None
            if status in LINE_STATUS and draft.line and not draft.steps:
                draft.steps.append((k, status))
        elif syntax.dep[k] in ("acl", "acl:relcl") and syntax.tag[k] in ("VBN", "VBD", "JJ"):
            for c in syntax.conjuncts(k)[::-1]:
                status = step_of(syntax, c, noun)
                if status is not None:
                    draft.links.append(c)
                    if status in _FATES and not draft.steps and factuality(syntax, c) is not Factuality.NEGATED:
                        draft.steps.append((c, status))


def step_of(syntax: Syntax, k: int, below: int) -> Status | str | None:
    pos = {"NOUN": "noun", "VERB": "verb", "AUX": "verb", "ADJ": "adj"}.get(syntax.pos[k], "")
    for row in STEPS.get((syntax.lemma[k], pos), ()):
        particles = {syntax.lower[c] for c in syntax.kids[k] if syntax.dep[c] == "compound:prt"}
        if row["particle"] and row["particle"] not in particles:
            continue
        if row["lemma"] == "call" and pos == "verb" and not row["particle"]:
            continue
        if row["line"] and syntax.lemma[below] in ("talk", "talks", "meeting", "meet"):
            continue
        if (
            row["lemma"] == "take"
            and syntax.child(k, "obj") is not None
            and syntax.lemma[syntax.child(k, "obj") or 0] != "place"
        ):
            continue
        try:
            return Status(row["status"])
        except ValueError:
            return row["status"]
    return None
