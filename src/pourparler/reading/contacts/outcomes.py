"""What became of a contact: its status and how it is presented."""

from __future__ import annotations

from pourparler.reading.contacts.drafts import GROUNDS, LINE_STATUS, PASSING_ON, WANTING, Draft
from pourparler.reading.contacts.passing import existence, set_in_passing
from pourparler.reading.factuality import factuality, scheduling
from pourparler.reading.syntax import Syntax
from pourparler.records import Factuality, Status

#: Subjects that an infinitive spells out: "the aim was to hold talks".
_AIMS = frozenset({"aim", "goal", "purpose", "task", "job", "idea", "hope", "priority", "intention", "way", "plan"})


def status_of(syntax: Syntax, draft: Draft) -> tuple[Status, Factuality] | None:
    """The outermost step and how it is presented; None where no step was told."""
    told = _told(syntax, draft)
    return None if told is None else _planned(syntax, draft, *told)


def _planned(syntax: Syntax, draft: Draft, status: Status, fact: Factuality) -> tuple[Status, Factuality]:
    """ "were due to meet", "was to hold talks": a schedule, whether or not it was kept."""
    subject = syntax.grammatical_subject(draft.top)
    aim = subject is not None and syntax.lemma[subject] in _AIMS
    if status is not Status.HELD or aim or scheduling(syntax, draft.top) is not Factuality.PLANNED:
        return status, fact
    if fact is Factuality.PLANNED:
        return Status.SCHEDULED, Factuality.ACTUAL
    return (Status.SCHEDULED, fact) if fact is Factuality.NEGATED else (status, fact)


def _told(syntax: Syntax, draft: Draft) -> tuple[Status, Factuality] | None:
    ground = ruled_out(syntax, draft)
    if ground is not None and syntax.lemma[ground] == "plan":
        return Status.SCHEDULED, Factuality.NEGATED
    if ground is not None:
        return Status.DECLINED, Factuality.ACTUAL
    if not draft.steps and (chance := chance_of(syntax, draft)) is not None:
        draft.links.append(syntax.head[chance])
        return Status.HELD, Factuality.POSSIBLE
    if not draft.steps:
        if (there := existence(syntax, draft)) is not None:
            return Status.HELD, there
        if syntax.pos[draft.core] != "VERB":
            return (Status.HELD, Factuality.ACTUAL) if set_in_passing(syntax, draft) else None
        return Status.HELD, factuality(syntax, draft.core)
    top, told = draft.steps[-1]
    fact = factuality(syntax, top)
    if told == "prevented":
        return Status.HELD, Factuality.NEGATED if fact is Factuality.ACTUAL else fact
    if told == "continued":
        return None
    status = Status(told)
    if status is Status.ACCEPTED and syntax.lemma[top] in ("answer", "respond", "reply"):
        return (
            (Status.UNANSWERED, Factuality.ACTUAL)
            if fact is Factuality.NEGATED or syntax.negation(top) is not None
            else None
        )
    if status in LINE_STATUS and not draft.line and status is not Status.SUSPENDED and status is not Status.RESUMED:
        return None
    if status in WANTING and fact in (Factuality.REQUESTED, Factuality.PLANNED):
        fact = Factuality.ACTUAL
    if status in WANTING and fact is Factuality.ACTUAL and (over := passed_on_by(syntax, top)) is not None:
        fact = factuality(syntax, over)
    if status is Status.SCHEDULED and fact is Factuality.PLANNED:
        fact = Factuality.ACTUAL
    if status is Status.HELD and any(s is Status.SCHEDULED for _, s in draft.steps):
        status, fact = Status.SCHEDULED, Factuality.ACTUAL
    return status, fact


def passed_on_by(syntax: Syntax, noun: int) -> int | None:
    """The verb of "had not received a request", "will send an invitation"."""
    verb = syntax.head[noun]
    passed = syntax.relation[noun] in ("obj", "nsubj") and syntax.patient(verb) == noun
    return verb if syntax.pos[noun] == "NOUN" and passed and syntax.lemma[verb] in PASSING_ON else None


def ruled_out(syntax: Syntax, draft: Draft) -> int | None:
    """The noun of "sees no reason to keep talking", "has no intention of meeting": a refusal."""
    return next(
        (
            k
            for k in draft.links
            if syntax.lemma[k] in GROUNDS
            and any(syntax.lower[c] == "no" and syntax.dep[c] == "det" for c in syntax.kids[k])
        ),
        None,
    )


def chance_of(syntax: Syntax, draft: Draft) -> int | None:
    """The noun of "little chance of the two meeting"; the parse attaches what follows it in many ways."""
    first = syntax.sentences[syntax.sentence_of[draft.core]][0]
    for k in range(draft.core - 1, max(first, draft.core - 14) - 1, -1):
        if syntax.pos[k] in ("VERB", "AUX"):
            return None
        if syntax.lemma[k] in ("chance", "prospect", "likelihood", "possibility"):
            following = [w for w in syntax.lower[k + 1 : k + 3] if w.isalpha()]
            return k if following[:1] in (["of"], ["for"]) else None
    return None
