"""Contacts told in passing: under a deed ("discussed fishing in a call with"), or by "there was"."""

from __future__ import annotations

from pourparler.reading.contacts.drafts import Draft
from pourparler.reading.factuality import factuality
from pourparler.reading.syntax import Syntax
from pourparler.records import Channel, Factuality

_GONE_BY = frozenset({"recent", "previous", "earlier", "past", "latest", "repeated", "last"})
_DURING = frozenset({"in", "during", "at", "on"})
_AFTER = frozenset({"after", "following"})


def set_in_passing(syntax: Syntax, draft: Draft) -> bool:
    """Whether a deed that was done presupposes the contact; if so its doer takes part, beside those named.

    "Speaking after talks with Oslo, the Swedish minister said" -> held, the minister and Oslo.
    """
    core = draft.core
    visit = draft.channel is Channel.VISIT
    if draft.line or syntax.pos[core] != "NOUN" or draft.channel is Channel.EXERCISE:
        return False
    with_one = syntax.obliques(core, "to" if visit else "with")
    if not with_one and not syntax.obliques(core, "between"):
        return False
    if _past(syntax, core):
        draft.doer = syntax.possessor(core)
        return draft.doer is not None or bool(syntax.obliques(core, "between"))
    verb, preposition = syntax.head[core], syntax.preposition(core)
    if syntax.dep[core] == "obj" and syntax.lower[verb] == "following":  # parsed as a participle
        verb, preposition = syntax.head[verb], "following"
    elif syntax.relation[core] != "obl" or (preposition == "on" and not visit):
        return False
    if preposition not in _DURING | _AFTER or not _done(syntax, verb):
        return False
    draft.doer = syntax.subject(verb) if with_one else None
    draft.beside = verb if preposition in _DURING else None
    return True


def _past(syntax: Syntax, core: int) -> bool:
    """ "his recent meetings with", "since her visit to", "the two conversations between": told of as having been."""
    words = {syntax.lower[k] for k in syntax.kids[core]}
    counted = "the" in words and any(syntax.dep[k] == "nummod" for k in syntax.kids[core])
    return counted or bool(words & _GONE_BY) or syntax.preposition(core) == "since"


def _done(syntax: Syntax, verb: int) -> bool:
    if syntax.tag[verb] == "VBG" and syntax.dep[verb] == "advcl":
        verb = syntax.head[verb]
    if syntax.lemma[verb] in ("come", "follow") and syntax.tag[verb] == "VBZ":
        return True  # "The meeting comes after talks between": told of what was
    perfect = syntax.tag[verb] == "VBN" and bool({"has", "have", "had"} & set(syntax.auxiliaries(verb)))
    return (syntax.tag[verb] == "VBD" or perfect) and factuality(syntax, verb) is Factuality.ACTUAL


def existence(syntax: Syntax, draft: Draft) -> Factuality | None:
    """How "there was no contact between" presents it; None where the sentence is no such thing."""
    core = draft.core
    be = syntax.head[core]
    if syntax.lemma[be] != "be" or not any(syntax.dep[k] == "expl" for k in syntax.kids[be]):
        return None
    if draft.channel is Channel.HOTLINE or any(syntax.lower[k] in ("little", "few") for k in syntax.kids[core]):
        return None
    if syntax.negation(core) is not None or syntax.negation(be) is not None:
        return Factuality.NEGATED
    present = syntax.tag[be] in ("VBZ", "VBP")
    return None if present else factuality(syntax, be)
