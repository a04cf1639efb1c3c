"""What the place of a noun of contact in its sentence tells where no verb does: "despite talks between them"."""

from __future__ import annotations

from pourparler.reading.contacts.definite import is_definite
from pourparler.reading.contacts.drafts import CORE_LEMMAS, Draft
from pourparler.reading.contacts.passing import in_the_past, made_whose, told_as_done
from pourparler.reading.contacts.phrases import attending, between_two, joined_modifiers
from pourparler.reading.contacts.steps import step_of
from pourparler.reading.contacts.words import LASTING, PHASES, RANKING, SPANS, UNDECIDED
from pourparler.reading.factuality import factuality
from pourparler.reading.syntax import Syntax
from pourparler.records import Channel, Factuality, Status

_HELD = (Status.HELD, Factuality.ACTUAL)
_GOING_ON = (Status.HELD, Factuality.ONGOING)
_AHEAD = (Status.SCHEDULED, Factuality.PLANNED)
#: Prepositions that set a deed beside a contact that was: "freed them *thanks to* talks between".
_AROUND = frozenset(
    {"after", "following", "since", "despite", "in", "at", "during", "throughout", "because of", "due to", "owing to"}
) | {"thanks to", "through", "on", "as", "to", "by"}
_BARE = frozenset({"after", "following", "since", "despite", "during", "throughout", "because of", "due to"}) | {
    "owing to",
    "thanks to",
    "through",
    "in",
    "at",
}
_BEFORE = frozenset({"ahead of", "before", "prior to"})
#: "The remarks *follow* a visit", "the row *began with* talks between".
_FOLLOWING = frozenset({"follow", "cap", "crown", "precede"})
_OPENING = frozenset({"begin", "start", "open", "end", "close", "conclude", "culminate"})
#: Whom or what a predicate may be said of: "*It* was the third call between", "the second *one* was a meeting with".
_SAID_OF = frozenset({"it", "this", "that", "one", "step", "contact", "event", "move", "these", "those"})
#: What "the meeting" does only if there was one sitting of people.
_SITTING = frozenset(
    {"last", "focus", "cover", "address", "center", "centre", "touch", "produce", "yield", "end", "concern", "run"}
) | {"bring", "deal", "drag", "stretch", "fail", "conclude", "break", "lead", "result", "touch", "dwell"}
_OF_TWO = frozenset({Channel.MEETING, Channel.TALKS, Channel.PHONE, Channel.VIDEO})
_MADE = frozenset({"make", "pay", "place"})


def told_alone(syntax: Syntax, draft: Draft) -> tuple[Status, Factuality] | None:
    """What the clause around the noun presupposes of the contact, where the words tell its sides.

    "Despite talks between Oslo and Riga, shots fell" -> held; "Joint drills with Riga in June will cost" -> None.
    """
    core = draft.core
    own_line = draft.line and syntax.lemma[core] not in ("dialogue", "dialog")
    if draft.steps or own_line or syntax.pos[core] != "NOUN" or draft.channel is Channel.SUMMONS:
        return None
    if syntax.negation(core) is not None or factuality(syntax, core) not in (Factuality.ACTUAL, Factuality.ONGOING):
        return None
    noun = _whole(syntax, core)
    two, one = _two(syntax, core, noun), _one(syntax, draft, noun)
    if (clause := _as_convened(syntax, draft)) is not None:
        return clause
    if (ranked := _as_ranked(syntax, draft, noun, two)) is not None:
        return ranked
    if not two and not one:
        return _the_sitting(syntax, draft, noun)
    for place in (_as_setting, _as_subject, _as_object, _as_predicate, _as_apposition, _as_made, _as_being):
        told = place(syntax, draft, noun, two)
        if told is not None:
            draft.links += [noun] if noun not in (core, *draft.links) else []
            return told
    return None


def _whole(syntax: Syntax, core: int) -> int:
    """The noun that stands for the contact: *rounds* of "two rounds of talks"."""
    above = syntax.head[core]
    measured = syntax.relation[core] == "nmod" and syntax.preposition(core) == "of"
    return above if measured and syntax.lemma[above] in SPANS else core


def _two(syntax: Syntax, core: int, noun: int) -> bool:
    """Whether the words on it tell both sides: "between", "Norwegian-Latvian", "by the fleets of Oslo and Riga"."""
    if any(syntax.obliques(k, "between") for k in (core, noun)) or between_two(syntax, core):
        return True
    if len(joined_modifiers(syntax, core)) > 1 or attending(syntax, core):
        return True
    return any(
        len(syntax.conjuncts(k)) > 1 or len(joined_modifiers(syntax, k)) > 1 or _their_people(syntax, k)
        for k in syntax.obliques(core, "by", "of")
    )


def _their_people(syntax: Syntax, k: int) -> bool:
    """ "Oslo and Riga signed it after a meeting of *their ministers*"."""
    owner = syntax.possessor(k)
    return owner is not None and syntax.lower[owner] == "their" and syntax.tag[k] == "NNS"


def _one(syntax: Syntax, draft: Draft, noun: int) -> bool:
    """Whether they tell one: "with Riga"; of a visit both its guest and where it goes."""
    core = draft.core
    if draft.channel is Channel.VISIT:
        guests = [*syntax.obliques(core, "by", "of"), *([k] if (k := syntax.possessor(core)) is not None else [])]
        return bool(guests) and draft.facing is not None
    made = draft.channel in (Channel.PHONE, Channel.MESSAGE) and bool(
        syntax.obliques(core, "to", "by", "from")
        or [k for k in syntax.children(core, "acl") if syntax.lemma[k] in _MADE]
    )
    return made or bool(syntax.obliques(core, "with") or syntax.obliques(noun, "with"))


def _as_setting(syntax: Syntax, draft: Draft, noun: int, two: bool) -> tuple[Status, Factuality] | None:
    """ "despite talks between", "at the end of talks with": the time, place or cause of a deed that was done."""
    phase = noun
    while syntax.lemma[syntax.head[phase]] in PHASES and syntax.preposition(phase) in ("of", "to"):
        phase = syntax.head[phase]
    verb, preposition = syntax.head[phase], syntax.preposition(phase)
    if syntax.dep[phase] == "obj" and syntax.lower[verb] == "following":  # parsed as a participle
        verb, preposition = syntax.head[verb], "following"
    if phase != noun and syntax.lemma[phase] == "thanks":
        preposition = "thanks to"
    known = preposition in (_AROUND if phase != noun else _BARE) or preposition in _BEFORE | {"amid"}
    if not known or verb == phase or syntax.relation[phase] not in ("obl", "nmod", "obj"):
        return None
    if syntax.relation[phase] == "nmod" and syntax.pos[verb] == "NOUN":  # hung on the object, or on a noun told so
        verb = syntax.head[verb]
    if draft.channel is Channel.EXERCISE and not two and verb < noun:
        return None  # "entered the zone during a drill with the fleet": who enters need not take part
    owner = made_whose(syntax, draft, verb)
    if preposition in _BEFORE:
        if draft.channel is not Channel.EXERCISE and draft.channel is not Channel.VISIT:
            return None  # told elsewhere
        draft.doer = draft.doer if two or draft.channel is Channel.VISIT else owner
        return _AHEAD
    if not told_as_done(syntax, verb):
        return None
    draft.doer = draft.doer if two or draft.channel is Channel.VISIT else owner
    plural = syntax.tag[draft.core] == "NNS" and preposition == "amid"
    return _GOING_ON if plural else _HELD


def _as_subject(syntax: Syntax, draft: Draft, noun: int, two: bool) -> tuple[Status, Factuality] | None:
    """ "The talks with Riga lasted two hours", "Two rounds of talks between them have failed to"."""
    over = syntax.head[noun]
    if syntax.relation[noun] != "nsubj" or step_of(syntax, over, noun) is not None or not _was(syntax, over):
        return None
    if not two and draft.channel is not Channel.VISIT:
        draft.doer = made_whose(syntax, draft, None)
        if draft.doer is None:
            draft.doer = _teller(syntax, over)
    return _HELD


def _was(syntax: Syntax, over: int) -> bool:
    """Whether the predicate tells of what has been: "lasted", "have failed", "was short", "was the first"."""
    if factuality(syntax, over) not in (Factuality.ACTUAL, Factuality.NEGATED):
        return False
    cop = syntax.child(over, "cop")
    if cop is not None:
        ranked = any(syntax.lower[k] in RANKING for k in (over, *syntax.kids[over]))
        return syntax.tag[cop] == "VBD" and (ranked or syntax.lower[over] in LASTING)
    undecided = {syntax.lemma[k] for k in (over, *syntax.children(over, "xcomp"))} & UNDECIDED
    return syntax.pos[over] == "VERB" and not undecided and in_the_past(syntax, over)


def _teller(syntax: Syntax, verb: int) -> int | None:
    """ "The talks with Riga lasted two hours, *Oslo* said": who tells of talks with one other had them."""
    over = syntax.head[verb]
    if syntax.dep[verb] not in ("ccomp", "parataxis") or syntax.lemma[over] not in (
        "say",
        "announce",
        "report",
        "tell",
    ):
        return None
    return syntax.grammatical_subject(over)


def _as_object(syntax: Syntax, draft: Draft, noun: int, two: bool) -> tuple[Status, Factuality] | None:
    """ "The remarks follow a visit by", "the row began with talks between"."""
    over = syntax.head[noun]
    after = syntax.relation[noun] == "obj" and syntax.lemma[over] in _FOLLOWING
    after = after and syntax.tag[over] in ("VBZ", "VBP", "VBD") and factuality(syntax, over) is Factuality.ACTUAL
    opened = syntax.relation[noun] == "obl" and syntax.preposition(noun) == "with" and syntax.lemma[over] in _OPENING
    if not after and not (opened and told_as_done(syntax, over)):
        return None
    return _HELD if two or draft.channel is Channel.VISIT or syntax.possessor(draft.core) is not None else None


def _as_predicate(syntax: Syntax, draft: Draft, noun: int, two: bool) -> tuple[Status, Factuality] | None:
    """ "It was the second meeting between", "the next step was a call with", "this will be the third summit of"."""
    cop, subject = syntax.child(noun, "cop"), syntax.grammatical_subject(noun)
    if cop is None or subject is None or syntax.negation(noun) is not None or draft.channel is Channel.MESSAGE:
        return None
    ranked = any(syntax.lower[k] in RANKING for k in syntax.children(noun, "amod"))
    if not ranked and syntax.lemma[subject] not in _SAID_OF | CORE_LEMMAS:
        return None
    makers = syntax.obliques(draft.core, "by")
    draft.doer = makers[0] if makers and not two else draft.doer
    draft.links.append(subject)  # what is a meeting holds none
    if syntax.tag[cop] == "VBD" and factuality(syntax, noun) is Factuality.ACTUAL:
        return _HELD
    if "will" in syntax.auxiliaries(noun) and ranked:
        return _AHEAD
    return _HELD if ranked and syntax.tag[cop] == "VBZ" else None


def _as_apposition(syntax: Syntax, draft: Draft, noun: int, two: bool) -> tuple[Status, Factuality] | None:
    """ "The latest step, a meeting between Norwegian and Latvian officials, brought no result"."""
    named = syntax.head[noun]
    if syntax.dep[noun] != "appos" or syntax.relation[named] != "nsubj" or not two:
        return None
    over = syntax.head[named]
    return _HELD if in_the_past(syntax, over) and factuality(syntax, over) is not Factuality.CONDITIONAL else None


def _as_made(syntax: Syntax, draft: Draft, noun: int, two: bool) -> tuple[Status, Factuality] | None:
    """ "A phone call made by Lund to her Latvian counterpart eased fears"."""
    made = (k for k in syntax.children(draft.core, "acl") if syntax.lemma[k] in _MADE and syntax.tag[k] == "VBN")
    by = any(syntax.agent(k) is not None for k in made) or bool(syntax.obliques(draft.core, "by"))
    return _HELD if by and any(syntax.lemma[k] in _MADE for k in syntax.children(draft.core, "acl")) else None


def _as_being(syntax: Syntax, draft: Draft, noun: int, two: bool) -> tuple[Status, Factuality] | None:
    """ "There are talks between Oslo and Riga on a truce"."""
    be = syntax.head[noun]
    there = syntax.lemma[be] == "be" and any(syntax.dep[k] == "expl" for k in syntax.kids[be])
    plain = there and two and syntax.tag[be] in ("VBZ", "VBP") and factuality(syntax, be) is Factuality.ACTUAL
    return _GOING_ON if plain and draft.channel is Channel.TALKS and syntax.negation(be) is None else None


def _as_convened(syntax: Syntax, draft: Draft) -> tuple[Status, Factuality] | None:
    """ "the focus of a meeting *which will be convened* on Friday", "a call *that took place* on Monday"."""
    for k in syntax.children(draft.core, "acl:relcl"):
        subject = syntax.grammatical_subject(k)
        own = subject is not None and syntax.lower[subject] in ("which", "that")
        if not own or step_of(syntax, k, draft.core) is not Status.HELD:
            continue
        match factuality(syntax, k):
            case Factuality.ACTUAL:
                return _HELD
            case Factuality.PLANNED:
                return _AHEAD
    return None


def _as_ranked(syntax: Syntax, draft: Draft, noun: int, two: bool) -> tuple[Status, Factuality] | None:
    """ "The exercise, *the third between* Oslo and Riga, runs until Friday", "Monday's call, the first with Riga"."""
    place = syntax.child(noun, "appos")
    if place is None or syntax.lower[place] not in RANKING:
        return None
    if not syntax.obliques(place, "between", "with"):
        return None
    over = next((k for k in syntax.ancestors(noun) if syntax.finite(k)), None)
    if over is None or factuality(syntax, over) not in (Factuality.ACTUAL, Factuality.ONGOING, Factuality.PLANNED):
        return None
    draft.links.append(place)
    if {"will", "would"} & set(syntax.auxiliaries(over)):
        return _AHEAD
    running = draft.channel is Channel.EXERCISE and syntax.tag[over] in ("VBZ", "VBP")
    return _GOING_ON if running else _HELD


_BODIES = frozenset({"cabinet", "council", "parliament", "board", "union", "committee", "assembly", "senate", "court"})


def _of_a_body_before(syntax: Syntax, noun: int) -> bool:
    """ "The cabinet met on Monday. *The meeting* lasted two hours."."""
    here = syntax.sentence_of[noun]
    first = syntax.sentences[max(here - 2, 0)][0]
    return any(syntax.lemma[k] in _BODIES for k in range(first, noun))


def _the_sitting(syntax: Syntax, draft: Draft, noun: int) -> tuple[Status, Factuality] | None:
    """ "The talks on Monday lasted two hours": of the two sides told of before, unless they were told to have met."""
    over = syntax.head[noun]
    if noun != draft.core or not is_definite(syntax, noun) or draft.channel not in _OF_TWO:
        return None
    whose = syntax.children(noun, "nmod:poss", "compound", "acl:relcl") + syntax.obliques(noun, "of", "in", "by")
    if whose or syntax.dep[noun] != "nsubj" or not (syntax.lemma[over] in _SITTING or syntax.lower[over] in RANKING):
        return None
    if _of_a_body_before(syntax, noun):
        return None
    if step_of(syntax, over, noun) is not None or not _was(syntax, over):
        return None
    draft.echo = True
    return _HELD
