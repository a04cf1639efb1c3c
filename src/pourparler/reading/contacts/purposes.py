"""What an infinitive or gerund under another verb is of a contact: a purpose, a plan, or what is not gone to."""

from __future__ import annotations

from pourparler.reading.contacts.drafts import CORES, Draft
from pourparler.reading.contacts.steps import step_of
from pourparler.reading.contacts.willing import DECIDING
from pourparler.reading.contacts.words import GOING
from pourparler.reading.factuality import factuality
from pourparler.reading.syntax import Syntax
from pourparler.records import Factuality, Status

GATHERING = frozenset({"meet", "gather", "convene", "speak", "talk"})


def for_more(syntax: Syntax, draft: Draft) -> bool:
    """ "met to continue talks", "are planning to meet to hold talks": the purpose of a contact is no other contact."""
    top = draft.top
    purpose = syntax.dep[top] in ("advcl", "xcomp") and syntax.tag[top] == "VB"
    return purpose and syntax.lemma[syntax.head[top]] in GATHERING


def warned_of(syntax: Syntax, i: int) -> bool:
    """ "warned against visiting Oslo": a visit that nobody is told to pay."""
    return syntax.tag[i] == "VBG" and any(syntax.lower[k] == "against" for k in syntax.kids[i])


def decided_against(syntax: Syntax, i: int) -> bool:
    """ "decided against meeting him": turned down."""
    over = syntax.head[i]
    return warned_of(syntax, i) and syntax.lemma[over] in DECIDING and factuality(syntax, over) is Factuality.ACTUAL


def not_going(syntax: Syntax, i: int) -> tuple[Status, Factuality] | None:
    """ "refused to travel to Geneva *to meet* him", "will not fly in to meet him": what for is refused with it."""
    going, over = syntax.head[i], syntax.head[syntax.head[i]]
    purpose = syntax.dep[i] in ("advcl", "xcomp") and syntax.tag[i] == "VB" and syntax.lemma[going] in GOING
    ahead = syntax.lower[going] == "going" and syntax.dep[i] == "xcomp"  # "is not going to talk"
    if (
        not purpose
        or ahead
        or of_other_talks(syntax, i)
        or syntax.passive(going)
        or factuality(syntax, going) is not Factuality.NEGATED
    ):
        return None
    refused = syntax.dep[going] == "xcomp" and step_of(syntax, over, going) is Status.DECLINED
    return (Status.DECLINED, Factuality.ACTUAL) if refused else (Status.HELD, Factuality.NEGATED)


def of_other_talks(syntax: Syntax, i: int) -> bool:
    """ "will send no envoy *to the talks to re-engage* with him", "was summoned to meet him": told by another word."""
    over = syntax.head[i]
    if syntax.dep[i] not in ("advcl", "xcomp", "acl") or syntax.tag[i] != "VB":
        return False
    if syntax.lemma[over] == "summon":
        return True
    going = next((k for k in (over, syntax.head[over]) if syntax.lemma[k] in GOING and syntax.pos[k] == "VERB"), None)
    to = syntax.obliques(going, "to", "for") if going is not None else []
    return any((syntax.lemma[k], "noun") in CORES for k in to if k < i)


def mere_purpose(syntax: Syntax, i: int) -> bool:
    """ "use the line to communicate": not told as planned or done; "flew in to meet" is a plan."""
    purpose = syntax.dep[i] in ("advcl", "acl") and syntax.tag[i] == "VB"
    return purpose and syntax.lemma[syntax.head[i]] not in GOING


def arranging(syntax: Syntax, i: int) -> bool:
    """ "phoned Riga *to arrange* a call between the ministers": sought, and not yet settled."""
    to = any(syntax.dep[k] == "mark" and syntax.lower[k] == "to" for k in syntax.kids[i])
    bare = to and syntax.tag[i] == "VB" and syntax.dep[i] in ("advcl", "xcomp", "acl")
    return bare and syntax.lemma[i] in _ARRANGING and factuality(syntax, syntax.head[i]) in _DONE


_ARRANGING = frozenset({"arrange", "organise", "organize", "schedule", "set", "fix", "convene"})
_DONE = frozenset({Factuality.ACTUAL, Factuality.ONGOING})
