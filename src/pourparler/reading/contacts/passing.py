"""Contacts told in passing: under a deed ("discussed fishing in a call with"), or by "there was"."""

from __future__ import annotations

from pourparler.reading.contacts.definite import both_sides
from pourparler.reading.contacts.drafts import CORE_LEMMAS, Draft
from pourparler.reading.contacts.nominals import told_by_noun
from pourparler.reading.contacts.phrases import addressed, between_two
from pourparler.reading.contacts.presupposed import pact_with, presupposed, qualified
from pourparler.reading.contacts.steps import step_of, words_of
from pourparler.reading.contacts.within import flag_meeting, handing_over
from pourparler.reading.contacts.words import (
    CREDITING,
    DAYS,
    GOING,
    GONE_BY,
    MEDIATING,
    SPANS,
    TELLING,
    TOPIC_VERBS,
    UNDECIDED,
)
from pourparler.reading.factuality import factuality
from pourparler.reading.syntax import Syntax
from pourparler.records import Channel, Factuality, Status

_DURING = frozenset({"in", "during", "at", "on", "over"})
_TOGETHER = frozenset({"in", "during", "over", "at"})
_AFTER = frozenset({"after", "following"})
_BEFORE = frozenset({"before", "ahead of", "prior to"})
_PLURAL = frozenset({"their", "our"})
_UNDER_WAY = frozenset({Factuality.ACTUAL, Factuality.ONGOING})
_HIS = frozenset({"his", "her", "its", "their"})


def set_in_passing(syntax: Syntax, draft: Draft) -> tuple[Status, Factuality] | None:
    """What a deed that was done presupposes of the contact; its doer takes part, beside those named.

    "Speaking after talks with Oslo, the Swedish minister said" -> held, the minister and Oslo;
    "ahead of her talks with Oslo" -> scheduled.
    """
    core = draft.core
    if (held := told_by_noun(syntax, draft)) is not None:
        return held
    if draft.line or syntax.pos[core] != "NOUN" or draft.channel is Channel.EXERCISE:
        return None
    if (qualifying := presupposed(syntax, draft)) is not None:
        return qualifying
    noun = _spanned(syntax, core)
    verb, preposition = _setting(syntax, noun)
    if verb is not None and syntax.lemma[verb] in MEDIATING and syntax.agent(verb) is not None:
        return None  # "a deal mediated by Oslo during talks": who brokered it is none of those who talked
    if (doers := _opening(syntax, core)) is not None:
        draft.doer = doers
        return Status.HELD, Factuality.ACTUAL
    owner = _praised(syntax, core) or _owner(syntax, core)
    with_one = _other_side(syntax, draft, verb)
    between = syntax.obliques(core, "between") or between_two(syntax, core)
    own_plural = owner is not None and syntax.lower[owner] in _PLURAL
    if _past(syntax, core) and (with_one or between or own_plural):
        draft.doer = owner
        return (Status.HELD, Factuality.ACTUAL) if owner is not None or between else None
    if owner is not None and with_one and (verb is None or not preposition) and _presupposed(syntax, core):
        draft.doer = owner
        return Status.HELD, Factuality.ACTUAL
    if between and _told_as_subject(syntax, core):
        return Status.HELD, Factuality.NEGATED if _never_began(syntax, core) else Factuality.ACTUAL
    told_of = with_one or between or own_plural or (verb is not None and _of_doers(syntax, core, noun, verb))
    if verb is not None and not told_of and (flag_meeting(syntax, core) or handing_over(syntax, verb) is not None):
        return _as_setting(syntax, draft, preposition, verb)
    if verb is None or not (told_of or _the_negotiations(syntax, core)):
        return None
    draft.echo = draft.echo or not told_of
    if preposition == "on" and draft.channel is not Channel.VISIT and not _on_the_phone(syntax, draft, verb):
        return None
    told = _by_preposition(syntax, preposition, verb)
    if told is not None and not between:
        draft.doer = _doer(syntax, owner, verb)
        draft.beside = verb if preposition in _DURING else None
        if noun != core:
            draft.links.append(noun)
    return told


def teller_of(syntax: Syntax, draft: Draft) -> int | None:
    """ "*Lund* told reporters that Riga had agreed *after talks with* its envoy": who may have been the other side."""
    verb, preposition = _setting(syntax, _spanned(syntax, draft.core))
    if draft.steps or verb is None or preposition not in _AFTER or syntax.dep[verb] != "ccomp":
        return None
    return syntax.grammatical_subject(syntax.head[verb])


def _as_setting(syntax: Syntax, draft: Draft, preposition: str, verb: int) -> tuple[Status, Factuality] | None:
    """ "opened fire *after a flag meeting*", "handed him over *at a meeting*": told unless it was told before."""
    draft.echo = True
    if preposition == "from" and syntax.lemma[verb] in ("return", "come", "go"):
        return Status.HELD, Factuality.ACTUAL
    return _by_preposition(syntax, preposition, verb)


def _opening(syntax: Syntax, core: int) -> int | None:
    """ "*Meeting* in Oslo on Tuesday, the ministers signed it": who meet; the parse takes the gerund for a subject."""
    verb = syntax.head[core]
    bare = syntax.dep[core] in ("nsubj", "obl") and not syntax.preposition(core)
    if syntax.word[core] != "Meeting" or not bare or not told_as_done(syntax, verb):
        return None
    if syntax.children(core, "det", "amod", "compound", "nmod:poss"):
        return None
    return next((k for k in syntax.children(verb, "nsubj") if k > core), None)


def _on_the_phone(syntax: Syntax, draft: Draft, verb: int) -> bool:
    """ "*On a call with* Lund, Berg raised it", but not "commented on the call"."""
    return draft.channel in (Channel.PHONE, Channel.VIDEO) and draft.core < verb


def _the_negotiations(syntax: Syntax, core: int) -> bool:
    """ "agreed on it during the negotiations": those of the two sides an article is about, if it tells of no others."""
    two_sided = syntax.lemma[core] in ("negotiation", "talk", "talks") and syntax.tag[core] == "NNS"
    return two_sided and {syntax.lower[k] for k in syntax.kids[core] if syntax.dep[k] != "case"} == {"the"}


def _presupposed(syntax: Syntax, core: int) -> bool:
    """ "her meeting with Lund lasted an hour", "was a topic in her meeting with Lund": it must have taken place."""
    over = next(
        (k for k in syntax.ancestors(core) if syntax.pos[k] == "VERB" or syntax.child(k, "cop") is not None), None
    )
    if over is None or syntax.under(over, core) or factuality(syntax, over) is not Factuality.ACTUAL:
        return False
    past = told_as_done(syntax, over) or any(syntax.tag[k] == "VBD" for k in syntax.children(over, "cop"))
    subject = syntax.dep[core] == "nsubj" and not words_of(syntax, over)
    return past and (
        subject or (syntax.relation[core] == "nmod" and syntax.preposition(core) in ("in", "at", "during"))
    )


def _told_as_subject(syntax: Syntax, core: int) -> bool:
    """ "The talks between them lasted an hour", "have failed to end the war": what is said of them, they did."""
    over = syntax.head[core]
    if syntax.relation[core] != "nsubj" or syntax.pos[over] not in ("VERB", "AUX"):
        return False
    if step_of(syntax, over, core) is not None:  # "marked the first contact" says what the call was
        return False
    if syntax.lemma[over] in UNDECIDED or any(syntax.lemma[k] in UNDECIDED for k in syntax.children(over, "xcomp")):
        return False
    return in_the_past(syntax, over)


def _never_began(syntax: Syntax, core: int) -> bool:
    """ "The talks between them *never got under way*"."""
    over = syntax.head[core]
    off = [k for k in syntax.obliques(over, "under", "off") if syntax.lemma[k] in ("way", "ground")]
    return syntax.negation(over) is not None and (bool(off) or syntax.lemma[over] in ("materialise", "materialize"))


def in_the_past(syntax: Syntax, verb: int) -> bool:
    """Tense alone: talks that "produced no accord" or "did not end the war" were held."""
    before = set(syntax.auxiliaries(verb))
    if syntax.tag[verb] == "VBN":
        return bool(before & {"has", "have", "had", "was", "were"}) and not before & {"will", "would", "may", "could"}
    return syntax.tag[verb] == "VBD" or (syntax.tag[verb] == "VB" and "did" in before)


def _doer(syntax: Syntax, owner: int | None, verb: int) -> int | None:
    """Whose contact it is; "*his* talks with" are mostly those of the one who does what the sentence tells."""
    subject = syntax.subject(verb)
    own = owner is not None and (subject is None or syntax.lower[owner] not in ("his", "her", "its"))
    return owner if own else subject


def made_whose(syntax: Syntax, draft: Draft, verb: int | None) -> int | None:
    """Whose contact it is: its owner, or who does what it is the setting of."""
    owner = _owner(syntax, draft.core)
    return owner if verb is None else _doer(syntax, owner, verb)


def _by_preposition(syntax: Syntax, preposition: str, verb: int) -> tuple[Status, Factuality] | None:
    if preposition in _BEFORE:
        return Status.SCHEDULED, Factuality.PLANNED
    undone = preposition == "during" and in_the_past(syntax, verb)  # "did not agree during the call"
    if preposition in _DURING | _AFTER and (undone or told_as_done(syntax, verb) or _told_now(syntax, verb)):
        return Status.HELD, Factuality.ACTUAL
    going = syntax.lemma[verb] in GOING - {"leave", "depart"} and factuality(syntax, verb) in _UNDER_WAY
    if preposition == "for" and going:
        return Status.SCHEDULED, Factuality.PLANNED  # "flew to Riga for talks with Berg"
    if preposition in _DURING and factuality(syntax, verb) is Factuality.PLANNED:
        return Status.SCHEDULED, Factuality.PLANNED  # "will raise it at a meeting with Berg"
    thing = syntax.patient(verb)
    if (
        preposition == "with"
        and thing is not None
        and syntax.lemma[thing] in CORE_LEMMAS
        and told_as_done(syntax, verb)
    ):
        return Status.HELD, Factuality.ACTUAL  # "ended his visit with a meeting with Berg"
    return None


def _told_now(syntax: Syntax, verb: int) -> bool:
    """ "Lund and Berg *agree* in a call": what live reports tell in the present tense was done."""
    saying = syntax.lemma[verb] in TOPIC_VERBS | TELLING | {"agree", "say"}
    return saying and syntax.tag[verb] in ("VBZ", "VBP") and factuality(syntax, verb) is Factuality.ACTUAL


def _spanned(syntax: Syntax, core: int) -> int:
    """The noun that stands for the contact: *days* of "four days of talks"."""
    above = syntax.head[core]
    measured = syntax.relation[core] == "nmod" and syntax.preposition(core) == "of"
    return above if measured and syntax.lemma[above] in SPANS else core


def _setting(syntax: Syntax, noun: int) -> tuple[int | None, str]:
    """The verb whose time or place the contact is, and by which preposition."""
    above, preposition = syntax.head[noun], syntax.preposition(noun)
    if syntax.dep[noun] == "obj" and syntax.lower[above] == "following":  # parsed as a participle
        return syntax.head[above], "following"
    if preposition == "of" and syntax.lower[above] == "ahead":  # "ahead of" parsed as two
        return syntax.head[above], "ahead of"
    if syntax.relation[noun] == "obl":
        return above, preposition
    # "discussed fishing in a call": hung on the object
    object_of = syntax.relation[noun] == "nmod" and syntax.relation[above] in ("obj", "obl")
    verb = syntax.head[above]
    if object_of and syntax.pos[verb] == "VERB" and preposition in _DURING | _AFTER | _BEFORE:
        return verb, preposition
    return None, preposition


def _owner(syntax: Syntax, core: int) -> int | None:
    owner = syntax.possessor(core)
    return None if owner is not None and syntax.lower[owner] in DAYS else owner


def _praised(syntax: Syntax, core: int) -> int | None:
    """ "thanked Lund for *his* talks with Oslo": what one is thanked or blamed for is one's own doing."""
    owner, over = _owner(syntax, core), syntax.head[core]
    if owner is None or syntax.lower[owner] not in _HIS or syntax.preposition(core) not in ("for", "over"):
        return None
    if syntax.relation[core] == "nmod":  # hung on the one thanked
        over = syntax.head[over]
    return syntax.patient(over) if syntax.lemma[over] in CREDITING else None


def _other_side(syntax: Syntax, draft: Draft, verb: int | None) -> list[int]:
    """With whom: on the contact, or on the verb that has it as its setting, if that is no contact itself."""
    core = draft.core
    found = syntax.obliques(core, "to" if draft.channel is Channel.VISIT else "with")
    if draft.channel in (Channel.PHONE, Channel.MESSAGE):
        found += syntax.obliques(core, "to")
    if found or verb is None:
        return found
    pact = pact_with(syntax, core, verb) if syntax.preposition(_spanned(syntax, core)) in _DURING | _AFTER else None
    if pact is not None and draft.channel is not Channel.VISIT:
        draft.links.append(pact)
        return syntax.obliques(pact, "with")
    told = syntax.children(verb, "obj", "iobj") if syntax.lemma[verb] in TELLING else []
    if not told:  # "Congratulating Lund, Berg said in a call that"
        beside = (k for k in syntax.children(verb, "advcl") if syntax.tag[k] == "VBG" and syntax.lemma[k] in TELLING)
        told = [thing for k in beside for thing in syntax.children(k, "obj", "iobj")]
    if told and syntax.preposition(core) in _DURING and any(syntax.pos[k] in ("NOUN", "PROPN") for k in told):
        return told
    alone = syntax.child(core, "compound") is None and not syntax.obliques(core, "of")
    heard = addressed(syntax, verb) if alone and syntax.preposition(core) in _DURING else []
    if heard:
        return heard
    if syntax.lemma[verb] not in TOPIC_VERBS:
        return found
    found = [k for k in syntax.obliques(verb, "with") if k > core]
    draft.links += [verb] if found else []
    return found


def _of_doers(syntax: Syntax, core: int, noun: int, verb: int) -> bool:
    """ "The ministers signed it after two days of talks", "Lund and Berg agreed in a call": those who act together."""
    subject = syntax.subject(verb)
    both = subject is not None and both_sides(syntax, subject) and syntax.finite(verb)
    if subject is None or not (both or len(syntax.conjuncts(subject)) > 1 or _of_two_states(syntax, subject)):
        return False
    if noun == core:
        plural = syntax.tag[core] == "NNS" and not syntax.children(core, "det", "nmod:poss", "compound")
        new = plural or any(syntax.lower[k] == "a" for k in syntax.kids[core])
        return syntax.preposition(core) in _TOGETHER | {"for"} and new
    bare = not any(syntax.dep[k] in ("det", "nmod:poss") for k in syntax.kids[core])
    return bare and not any(syntax.relation[k] == "nmod" and syntax.preposition(k) == "of" for k in syntax.kids[core])


def _of_two_states(syntax: Syntax, noun: int) -> bool:
    """ "*Norwegian and Latvian* officials"."""
    owners = [c for k in syntax.named_modifiers(noun) for c in syntax.conjuncts(k)]
    return syntax.tag[noun] == "NNS" and len(owners) > 1


def _past(syntax: Syntax, core: int) -> bool:
    """ "his recent meetings with", "since her visit to", "the two conversations between": told of as having been."""
    words = {syntax.lower[k] for k in syntax.kids[core]}
    counted = "the" in words and any(syntax.dep[k] == "nummod" for k in syntax.kids[core])
    return counted or bool(words & GONE_BY) or syntax.preposition(core) == "since"


def told_as_done(syntax: Syntax, verb: int) -> bool:
    """Whether a deed is told as done: "freed", "has freed", "was freeing"; "comes after talks" is."""
    while syntax.tag[verb] == "VBG" and syntax.dep[verb] in ("advcl", "conj") and not syntax.auxiliaries(verb):
        verb = syntax.head[verb]
    if syntax.lemma[verb] in ("come", "follow") and syntax.tag[verb] == "VBZ":
        return True  # "The meeting comes after talks between": told of what was
    perfect = syntax.tag[verb] == "VBN" and bool({"has", "have", "had"} & set(syntax.auxiliaries(verb)))
    passive = syntax.tag[verb] == "VBN" and syntax.passive(verb)
    going_on = syntax.tag[verb] == "VBG" and bool({"was", "were"} & set(syntax.auxiliaries(verb)))
    told = syntax.tag[verb] == "VBD" or perfect or passive or going_on or qualified(syntax, verb)
    return told and factuality(syntax, verb) is Factuality.ACTUAL


def existence(syntax: Syntax, draft: Draft) -> Factuality | None:
    """How "there was no contact between" presents it; None where the sentence is no such thing."""
    core = draft.core
    be = syntax.head[core]
    if (
        syntax.dep[core] != "nsubj"
        or syntax.lemma[be] != "be"
        or not any(syntax.dep[k] == "expl" for k in syntax.kids[be])
    ):
        return None
    if draft.channel is Channel.HOTLINE or any(syntax.lower[k] in ("little", "few") for k in syntax.kids[core]):
        return None
    over = syntax.head[be]
    if syntax.dep[be] == "ccomp" and syntax.lemma[over] == "agree":
        draft.doer = syntax.subject(over)  # "agreed that there will be two meetings a month"
    if syntax.negation(core) is not None or syntax.negation(be) is not None:
        return Factuality.NEGATED
    present = syntax.tag[be] in ("VBZ", "VBP")
    return None if present else factuality(syntax, be)
