"""What became of a contact: its status and how it is presented."""

from __future__ import annotations

from pourparler.reading.contacts.cores import GROUNDS, LINE_STATUS, WANTING, Draft
from pourparler.reading.factuality import factuality
from pourparler.reading.syntax import Syntax
from pourparler.records import Factuality, Status


def status_of(syntax: Syntax, draft: Draft) -> tuple[Status, Factuality] | None:
    """The outermost step and how it is presented; None where no step was told."""
    if ruled_out(syntax, draft) is not None:
        return Status.DECLINED, Factuality.ACTUAL
    if not draft.steps and (chance := chance_of(syntax, draft)) is not None:
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
        return (
            (Status.UNANSWERED, Factuality.ACTUAL)
            if fact is Factuality.NEGATED or syntax.negation(top) is not None
            else None
        )
    if status in LINE_STATUS and not draft.line and status is not Status.SUSPENDED and status is not Status.RESUMED:
        return None
    if status in WANTING and fact in (Factuality.REQUESTED, Factuality.PLANNED):
        fact = Factuality.ACTUAL
    if status is Status.SCHEDULED and fact is Factuality.PLANNED:
        fact = Factuality.ACTUAL
    if status is Status.HELD and any(s is Status.SCHEDULED for _, s in draft.steps):
        status, fact = Status.SCHEDULED, Factuality.ACTUAL
    return status, fact


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
