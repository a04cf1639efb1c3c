"""Steps that go on or answer: what "continues", "answered", "did not respond", "keeps a channel" make of a contact."""

from __future__ import annotations

from pourparler.reading.contacts.drafts import Draft
from pourparler.reading.contacts.willing import WILL
from pourparler.reading.syntax import Syntax
from pourparler.records import Channel, Factuality, Status

#: Verbs of answering, which under "not" leave the other side without one, and those that take a call.
REPLIES = frozenset({"answer", "respond", "response", "reply", "return", "pick", "take"})
_TAKING = frozenset({"answer", "pick", "take"})
#: What the reply may be that is not given: "no positive response" is a reply, and a refusal.
_FAVOURABLE = frozenset({"positive", "favourable", "favorable", "affirmative", "encouraging"})
_WORKING = frozenset({"open", "active", "operational", "functional", "available", "alive", "intact", "live", "usable"})
_DEAD = frozenset(
    {"closed", "dead", "silent", "suspended", "severed", "cut", "frozen", "inactive", "down", "idle", "shut"}
)
OPEN_ENDS = frozenset({Factuality.PLANNED, Factuality.POSSIBLE, Factuality.CONDITIONAL})


def state_of_line(syntax: Syntax, top: int, fact: Factuality) -> Status | None:
    """ "remained ineffective" is no open line, "to have a channel" and "did not call, using the line" tell of none."""
    adjective = next((syntax.lower[k] for k in syntax.children(top, "xcomp", "advmod") if syntax.pos[k] == "ADJ"), None)
    if adjective is not None and adjective not in _WORKING:
        return Status.SUSPENDED if adjective in _DEAD else None
    if syntax.dep[top] == "advcl" and syntax.negation(syntax.head[top]) is not None:
        return None
    wished = syntax.tag[top] == "VB" and not syntax.auxiliaries(top) and syntax.lemma[top] != "use"
    return None if wished or (syntax.negation(top) is not None and syntax.lemma[top] != "use") else Status.OPEN


def going_on(syntax: Syntax, top: int, fact: Factuality) -> tuple[Status, Factuality] | None:
    """ "are proceeding" is held; "will not go ahead with" refuses, and may do so under a condition."""
    if fact is not Factuality.NEGATED:
        if fact in (Factuality.ACTUAL, Factuality.PLANNED) and _only_wanted(syntax, top):
            return None
        told = Status.SCHEDULED if fact is Factuality.PLANNED else Status.HELD
        return told, fact if fact in OPEN_ENDS | {Factuality.REQUESTED} else Factuality.ONGOING
    if not WILL & set(syntax.auxiliaries(top)) or syntax.subject(top) is None:
        return None
    conditional = any(
        syntax.lower[k] in ("if", "unless") for c in syntax.children(top, "advcl") for k in syntax.kids[c]
    )
    return Status.DECLINED, Factuality.CONDITIONAL if conditional else Factuality.ACTUAL


def spoken(draft: Draft) -> bool:
    """ "Riga answered Oslo's call on the third try": they spoke, and nothing was asked for but that."""
    wired = draft.channel in (Channel.PHONE, Channel.VIDEO, Channel.HOTLINE)
    return wired and not draft.about_earlier and len(draft.steps) == 1


def reply_of(syntax: Syntax, top: int, fact: Factuality) -> tuple[Status, Factuality] | None:
    """ "did not answer" is no answer; "took the call" accepts it, while "responded" may be a refusal."""
    if fact is Factuality.NEGATED or syntax.negation(top) is not None:
        if any(syntax.lower[k] in _FAVOURABLE for k in syntax.kids[top]):
            return Status.DECLINED, Factuality.ACTUAL
        return Status.UNANSWERED, Factuality.ACTUAL
    if syntax.lemma[top] == "return" and fact is Factuality.ACTUAL:  # called back
        return Status.HELD, fact
    return (Status.ACCEPTED, fact) if syntax.lemma[top] in _TAKING and fact is Factuality.ACTUAL else None


def _only_wanted(syntax: Syntax, top: int) -> bool:
    """ "His determination *for the talks to be continued*": what is wanted does not go on by that."""
    to = any(syntax.dep[k] == "mark" and syntax.lower[k] == "to" for k in syntax.kids[top])
    return to and syntax.dep[top] in ("acl", "advcl") and syntax.tag[top] in ("VB", "VBN")
