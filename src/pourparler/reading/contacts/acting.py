"""Who took a step, and who wanted what it is about: the tokens that the words name."""

from __future__ import annotations

from pourparler.reading.contacts.drafts import ANSWERS, RUNG, WANTING, Draft
from pourparler.reading.contacts.words import PASSING_ON, RECEIVING
from pourparler.reading.syntax import Syntax
from pourparler.records import Status

#: What a meeting may be *of* without being a side of it, and what tells that such a body is of both sides.
FORMATS = frozenset({"committee", "commission", "council", "group", "panel", "mechanism", "format", "body", "board"})
_SHARED = frozenset(
    {"joint", "mixed", "bilateral", "binational", "trilateral", "intergovernmental", "general", "border"}
)


def acting_token(syntax: Syntax, draft: Draft) -> int | None:
    """Who took the top step: its subject or owner, unless that is a word of the contact itself."""
    top = draft.top
    acting = draft.doer
    if acting is None:
        verbal = syntax.pos[top] in ("VERB", "AUX", "ADJ") or syntax.child(top, "cop") is not None
        acting = syntax.subject(top) if verbal else _owner(syntax, top)
        if acting is None and verbal and draft.steps and syntax.passive(top) and _to_do_it(syntax, draft):
            acting = syntax.patient(top)
        if acting is not None and syntax.lemma[acting] == "door":  # "its *door* is open to talks"
            acting = syntax.possessor(acting)
        if syntax.dep[top] == "acl" and syntax.lemma[syntax.head[top]] == "success":
            acting = None  # "wished them *success in holding* talks"
    own = acting == draft.core or acting in draft.links or any(acting == s for s, _ in draft.steps)
    return None if own or (acting is not None and shared_body(syntax, acting)) else acting


def _to_do_it(syntax: Syntax, draft: Draft) -> bool:
    """ "Oslo and Riga are expected *to hold* talks": they are to do it, and not to have it done to them."""
    foreseen = draft.steps[-1][1] is Status.SCHEDULED  # and not asked for
    return foreseen and any(syntax.head[k] == draft.top and syntax.dep[k] == "xcomp" for k, _ in draft.steps[:-1])


def _owner(syntax: Syntax, noun: int) -> int | None:
    """Whose request or rejection it is: possessor, "by X", or a state adjective before it."""
    owner = syntax.possessor(noun)
    if owner is None:
        near = (noun, *syntax.obliques(noun, "of"))  # "the summoning of the envoy by Riga"
        owner = next((k for c in near for k in syntax.obliques(c, "by", "from")), None)
    if owner is None:  # "the request, made by Oslo through its embassy, for a meeting"
        making = (k for k in syntax.children(noun, "acl") if syntax.lemma[k] in PASSING_ON - RECEIVING)
        owner = next((agent for k in making if (agent := syntax.agent(k)) is not None), None)
    if owner is None and (taker := taking_verb(syntax, noun)) is not None:
        carriers = (taker, *syntax.children(noun, "nmod"))
        owner = next((k for c in carriers for k in syntax.obliques(c, "from")), None)
    if owner is None:
        owner = next((k for k in syntax.named_modifiers(noun) if syntax.pos[k] in ("PROPN", "ADJ")), None)
    if owner is None and syntax.dep[noun] == "obj" and syntax.lemma[syntax.head[noun]] in PASSING_ON - RECEIVING:
        owner = syntax.subject(syntax.head[noun])  # "renewed the invitation"
    return owner


def taking_verb(syntax: Syntax, noun: int) -> int | None:
    """ "received a request from Oslo": the parse may hang the sender on the verb."""
    head = syntax.head[noun]
    return head if syntax.dep[noun] == "obj" and syntax.lemma[head] in RECEIVING else None


def initiating_token(syntax: Syntax, draft: Draft) -> int | None:
    """Who wanted it: the subject or owner of the innermost word of wanting, else the owner of the core."""
    for k, status in draft.steps:
        if status in WANTING:
            if syntax.pos[k] == "NOUN":
                owner = _owner(syntax, k)
                owner = owner if owner is not None else next(iter(syntax.obliques(draft.core, "from")), None)
                return owner if owner is not None else _verb_subject_over(syntax, k, draft)
            subject = syntax.subject(k)
            if subject is not None:
                return subject
    if draft.steps and draft.steps[-1][1] in ANSWERS and syntax.pos[draft.core] == "NOUN":
        sender = next(iter(syntax.obliques(draft.core, "from")), None)
        if sender is None and draft.channel in RUNG:  # "Oslo's calls to Riga", "letters by the minister"
            sender = next(iter(syntax.obliques(draft.core, "by")), syntax.possessor(draft.core))
        return sender
    return None


def _verb_subject_over(syntax: Syntax, noun: int, draft: Draft) -> int | None:
    """ "sent a request": the sender, where the verb over the noun is no step of its own."""
    head = syntax.head[noun]
    if taking_verb(syntax, noun) is not None:
        return None
    if syntax.dep[noun] in ("obj", "obl") and syntax.pos[head] == "VERB" and not any(head == k for k, _ in draft.steps):
        return syntax.subject(head)
    return None


def shared_body(syntax: Syntax, noun: int) -> bool:
    """ "the joint border committee": a body of both sides; "the council" of one state may act."""
    words = {syntax.lower[k] for k in syntax.kids[noun]}
    return syntax.lemma[noun] in FORMATS and bool(words & _SHARED)
