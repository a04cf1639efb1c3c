"""What became of a contact: its status and how it is presented."""

from __future__ import annotations

from pourparler.reading.contacts.alone import told_alone
from pourparler.reading.contacts.drafts import LINE_STATUS, WANTING, Draft
from pourparler.reading.contacts.passing import existence, set_in_passing
from pourparler.reading.contacts.prospects import chance_of, ruled_out
from pourparler.reading.contacts.purposes import (
    arranging,
    decided_against,
    for_more,
    mere_purpose,
    not_going,
    of_other_talks,
    warned_of,
)
from pourparler.reading.contacts.replies import OPEN_ENDS, REPLIES, going_on, reply_of, spoken, state_of_line
from pourparler.reading.contacts.willing import (
    DECIDING,
    SETTLING,
    WILL,
    no_longer,
    not_daring,
    not_wanting,
    unwilling,
    welcomed,
    wished,
)
from pourparler.reading.contacts.words import AIMS, DAYS, MONTHS, PASSING_ON, PONDERING, TOPIC_VERBS
from pourparler.reading.factuality import factuality, scheduling
from pourparler.reading.syntax import Syntax
from pourparler.records import Channel, Factuality, Status

#: Core nouns that are the line itself; what is had of them is a line that is open.
_WIRES = frozenset({"channel", "line", "communication"})
#: "is underway", "is in progress".
_GOING_ON = frozenset({"underway", "ongoing"})
_IN_COURSE = frozenset({("under", "way"), ("in", "progress"), ("in", "session")})
_TO_BE_HELD = frozenset(
    {"take", "hold", "begin", "start", "continue", "resume", "last", "run", "happen", "open", "go", "occur", "follow"}
) | {"conclude", "end", "come", "proceed", "convene", "kick", "meet", "attend", "arrive"}
_ENDINGS = frozenset({Status.POSTPONED, Status.CANCELLED, Status.SUSPENDED})
_AMOUNTING = frozenset({"amount", "mean", "constitute", "signal", "imply", "represent", "entail", "equal"})
_SPANS = frozenset({"week", "month", "year", "spring", "summer", "autumn", "winter", "weekend", "tomorrow"})
_HOPING = frozenset({"expect", "hope", "intend", "mean", "suppose"})
#: What somebody sees in a deed: "the importance of *talking*", "the need for *meeting*".
_WEIGHTS = frozenset({"importance", "significance", "necessity", "need", "value", "urgency", "benefit", "desirability"})


def status_of(syntax: Syntax, draft: Draft) -> tuple[Status, Factuality] | None:
    """The outermost step and how it is presented; None where no step was told."""
    if draft.told is not None:
        return draft.told
    told = _told(syntax, draft)
    over = passed_on_by(syntax, draft.top)
    undecided = any(_wondered(syntax, k) for k in syntax.children(draft.top, "xcomp", "ccomp"))
    if told is None or undecided or _wondered(syntax, draft.top) or (over is not None and _wondered(syntax, over)):
        return None
    if _weighed(syntax, draft.top) or _amounts_to_none(syntax, draft.top):
        return None
    if (called := _called_on(syntax, draft.top)) is not None:
        draft.doer = called
        return Status.HELD if told[0] is Status.SCHEDULED else told[0], Factuality.REQUESTED
    return _planned(syntax, draft, *told)


def _wondered(syntax: Syntax, i: int) -> bool:
    """ "had no word on whether Oslo would visit Riga", "had talks planned": a question tells of no contact."""
    above = syntax.head[syntax.head[i]] if syntax.dep[i] == "acl" else i
    return any(syntax.lower[k] == "whether" and syntax.dep[k] == "mark" for c in (i, above) for k in syntax.kids[c])


def _called_on(syntax: Syntax, i: int) -> int | None:
    """ "Helsinki *called on* Oslo and Riga to resume talks": who is to do it, where a third asks for it."""
    over = syntax.head[i]
    if syntax.dep[i] != "advcl" or syntax.tag[i] != "VB" or syntax.lemma[over] not in ("call", "appeal"):
        return None
    return next((k for k in syntax.obliques(over, "on", "upon", "to") if k < i), None)


def _weighed(syntax: Syntax, i: int) -> bool:
    """ "stressed the importance of *keeping* the line open": what matters to somebody is not told as done."""
    noun = syntax.head[i]
    marks = {syntax.lower[k] for k in syntax.kids[i] if syntax.dep[k] == "mark"}
    return syntax.tag[i] == "VBG" and syntax.lemma[noun] in _WEIGHTS and bool(marks & {"of", "for", "in"})


def _planned(syntax: Syntax, draft: Draft, status: Status, fact: Factuality) -> tuple[Status, Factuality]:
    """ "were due to meet", "will hold talks": a schedule, whether or not it was kept."""
    if status is Status.HELD and fact is Factuality.NEGATED and no_longer(syntax, draft.top):
        return Status.CANCELLED, Factuality.ACTUAL
    if status is Status.HELD and fact is Factuality.ACTUAL and _ended_before_it_began(syntax, draft.top):
        return Status.CANCELLED, Factuality.ACTUAL
    if fact is Factuality.NEGATED and status in (Status.HELD, Status.RESUMED) and _not_until(syntax, draft.top):
        return Status.POSTPONED, Factuality.ACTUAL
    if status is Status.HELD and fact in OPEN_ENDS and _preferred(syntax, draft.top):
        return Status.SOUGHT, Factuality.ACTUAL
    if status is not Status.HELD or fact not in (Factuality.PLANNED, Factuality.NEGATED):
        return status, fact
    subject = syntax.grammatical_subject(draft.top)
    if subject is not None and syntax.lemma[subject] in AIMS:
        return status, fact
    due = scheduling(syntax, draft.top) is Factuality.PLANNED
    return (Status.SCHEDULED, fact) if due or fact is Factuality.PLANNED else (status, fact)


def _ended_before_it_began(syntax: Syntax, i: int) -> bool:
    """ "The summit *collapsed before it began*"."""
    clauses = (k for k in syntax.children(i, "advcl") if syntax.lemma[k] in ("begin", "start", "open", "commence"))
    early = any(syntax.lower[c] == "before" for k in clauses for c in syntax.kids[k])
    return early and syntax.lemma[i] in ("collapse", "end", "fail", "founder", "fall")


def _amounts_to_none(syntax: Syntax, i: int) -> bool:
    """ "The call *did not amount to* a resumption of contacts": what it is not was not done."""
    over = syntax.head[i]
    return syntax.pos[i] == "NOUN" and syntax.lemma[over] in _AMOUNTING and syntax.negation(over) is not None


def _not_until(syntax: Syntax, i: int) -> bool:
    """ "*Will not* resume *until May*", "before September 1": put off to a day."""
    late = {syntax.lower[c] for k in syntax.obliques(i, "until", "till", "before") for c in (k, *syntax.kids[k])}
    return "will" in syntax.auxiliaries(i) and not late.isdisjoint(MONTHS | DAYS | _SPANS)


def _preferred(syntax: Syntax, i: int) -> bool:
    """ "*Would rather* hold talks first": what its doer wants."""
    return any(syntax.lower[k] in ("rather", "sooner") for k in syntax.children(i, "advmod"))


def _told(syntax: Syntax, draft: Draft) -> tuple[Status, Factuality] | None:
    ground = ruled_out(syntax, draft)
    if ground is not None and syntax.lemma[ground] == "plan":
        return Status.SCHEDULED, Factuality.NEGATED
    if ground is not None:
        replying = bool(draft.steps) and syntax.lemma[draft.steps[-1][0]] in REPLIES
        return Status.UNANSWERED if replying else Status.DECLINED, Factuality.ACTUAL
    if not draft.steps and (chance := chance_of(syntax, draft)) is not None:
        draft.links.append(syntax.head[chance])
        return Status.HELD, Factuality.POSSIBLE
    return _of_step(syntax, draft) if draft.steps else _of_core(syntax, draft)


def _of_core(syntax: Syntax, draft: Draft) -> tuple[Status, Factuality] | None:
    """A contact with no step above it: held where a verb or the sentence tells it."""
    core = draft.core
    if (there := existence(syntax, draft)) is not None:
        return Status.HELD, there
    if draft.channel is Channel.SUMMONS and syntax.pos[core] == "NOUN":
        return (Status.HELD, Factuality.ACTUAL) if syntax.obliques(core, "of") else None
    if for_more(syntax, draft):
        return None
    if syntax.pos[core] == "VERB":
        if (plan := _plan_over(syntax, core)) is not None:
            negated = plan is Factuality.NEGATED
            draft.doer = next(iter(syntax.obliques(syntax.head[core], "for")), draft.doer)
            return Status.SCHEDULED, Factuality.NEGATED if negated else Factuality.PLANNED
        if decided_against(syntax, core):
            draft.doer = syntax.subject(syntax.head[core])
            return Status.DECLINED, Factuality.ACTUAL
        if (refused := not_going(syntax, core)) is not None:
            draft.doer = syntax.subject(syntax.head[core])
            return refused
        unsure = mere_purpose(syntax, core) or of_other_talks(syntax, core) or warned_of(syntax, core)
        return None if unsure else _of_verb(syntax, draft)
    if (welcoming := welcomed(syntax, core)) is not None:
        draft.doer = welcoming
        return Status.SOUGHT, Factuality.ACTUAL
    if under_way(syntax, core):
        fact = factuality(syntax, core)
        over = "had" in syntax.auxiliaries(core) or any(syntax.lower[k] == "had" for k in syntax.kids[core])
        return Status.HELD, Factuality.ONGOING if fact is Factuality.ACTUAL and not over else fact
    told = set_in_passing(syntax, draft)
    return told if told is not None else told_alone(syntax, draft)


def _of_verb(syntax: Syntax, draft: Draft) -> tuple[Status, Factuality]:
    """ "met" is held; "reached out to Oslo" seeks the contact; "will not negotiate" refuses it."""
    core = draft.core
    fact = factuality(syntax, core)
    if syntax.lemma[core] == "reach" and any(syntax.lower[k] == "out" for k in syntax.kids[core]):
        return Status.SOUGHT, fact
    if (wish := wished(syntax, core)) is not None:
        return wish, Factuality.ACTUAL
    if fact is Factuality.NEGATED and (unwilling(syntax, core) or not_daring(syntax, core)):
        if draft.doer is None and syntax.subject(core) is None and syntax.dep[core] == "ccomp":
            draft.doer = syntax.subject(syntax.head[core])  # "Riga says will not talk to Oslo"
        return Status.DECLINED, Factuality.ACTUAL
    return Status.HELD, fact


def _spoken_of(syntax: Syntax, top: int) -> bool:
    """ "met to discuss the resumption of the dialogue": what was talked about, and has not come to be."""
    over = syntax.head[top]
    offered = syntax.lemma[top] in ("offer", "invitation", "request", "proposal") and syntax.lemma[over] in PONDERING
    about = syntax.pos[top] == "NOUN" and syntax.relation[top] == "obj" and syntax.lemma[over] in TOPIC_VERBS
    return about and not offered


def _hoped_of(syntax: Syntax, draft: Draft) -> bool:
    """ "The talks are expected to ease tension": what they are to bring, not when they are to be."""
    top, core = draft.top, draft.core
    aim = syntax.child(top, "xcomp") if syntax.lemma[top] in _HOPING else None
    own = aim in (core, *draft.links, *(k for k, _ in draft.steps))
    return aim is not None and not own and syntax.pos[aim] == "VERB" and syntax.lemma[aim] not in _TO_BE_HELD


def _plan_over(syntax: Syntax, i: int) -> Factuality | None:
    """How the noun of "has plans to meet", "denied that there were plans for them to speak" stands in its clause."""
    plan = syntax.head[i]
    if syntax.dep[i] != "acl" or syntax.tag[i] != "VB" or syntax.lemma[plan] not in ("plan", "arrangement"):
        return None
    over = syntax.head[plan]
    if syntax.negation(plan) is not None:
        return Factuality.NEGATED
    told = syntax.lemma[over] in ("be", "have", "make", "announce", "confirm") and syntax.relation[plan] in (
        "obj",
        "nsubj",
    )
    return factuality(syntax, over) if told else None


def under_way(syntax: Syntax, core: int) -> bool:
    """ "are in talks", "the talks are under way": the contact is the predicate, or its subject."""
    if syntax.child(core, "cop") is not None and syntax.preposition(core) in ("in", "at"):
        return True
    over = syntax.head[core]
    if syntax.dep[core] != "nsubj":
        return False
    return syntax.lower[over] in _GOING_ON or (syntax.preposition(over), syntax.lower[over]) in _IN_COURSE


def _of_step(syntax: Syntax, draft: Draft) -> tuple[Status, Factuality] | None:
    """What the outermost step word says, with its factuality."""
    top, told = draft.steps[-1]
    if for_more(syntax, draft) or _spoken_of(syntax, top) or _hoped_of(syntax, draft):
        return None
    if _neither_nor(syntax, top) or _no_time_for(syntax, top) or _regarding(syntax, *draft.steps[-1]):
        return None
    if _settled_against(syntax, draft):
        return Status.DECLINED, Factuality.ACTUAL
    if (ended := _ended_by(draft)) is not None:
        return _of_ending(syntax, draft, *ended)
    fact = factuality(syntax, top)
    match told:
        case "prevented":
            return Status.HELD, Factuality.NEGATED if fact is Factuality.ACTUAL else fact
        case "untold":
            return None
        case "continued" if draft.channel is Channel.MESSAGE:
            return None  # "the letter continues": its words
        case "continued":
            return going_on(syntax, top, fact)
    status = Status(told)
    if status is Status.ACCEPTED and fact is Factuality.NEGATED and syntax.lemma[top] not in REPLIES:
        return Status.DECLINED, Factuality.ACTUAL  # "chose not to accept it"
    if status is Status.ACCEPTED and fact is Factuality.REQUESTED:
        draft.doer = syntax.subject(syntax.head[top])  # "urged Oslo to answer its calls" asks for the contact
        return Status.REQUESTED, Factuality.ACTUAL
    if status is Status.ACCEPTED and syntax.lemma[top] in REPLIES:
        reply = reply_of(syntax, top, fact)
        return (Status.HELD, fact) if reply == (Status.ACCEPTED, fact) and spoken(draft) else reply
    if status in (Status.ESTABLISHED, Status.OPEN) and not draft.line:
        return None
    if draft.line and (status is Status.OPEN or (status is Status.HELD and syntax.lemma[draft.core] in _WIRES)):
        state = state_of_line(syntax, top, fact)
        if state is not Status.OPEN:
            return (state, fact) if state is not None else None
        status = state
    if (
        syntax.lemma[top] == "use"
        and status is Status.OPEN
        and (fact is Factuality.NEGATED or syntax.tag[top] == "VBD")
    ):
        return Status.HELD, fact  # "has not been used today", "used the line in May": a contact by it
    if status in WANTING and fact is Factuality.NEGATED and not_wanting(syntax, top):
        return Status.DECLINED, Factuality.ACTUAL
    if status in WANTING:
        none = syntax.negation(draft.core) is not None and syntax.head[draft.core] == top  # "asked for no meeting"
        return status, Factuality.NEGATED if none else _of_wanting(syntax, top, fact)
    if status is Status.HELD and (wish := wished(syntax, top)) is not None:
        return wish, Factuality.ACTUAL
    if status is Status.SCHEDULED and arranging(syntax, top):
        return Status.SOUGHT, Factuality.ACTUAL
    if status is Status.HELD and fact is Factuality.NEGATED and unwilling(syntax, top):
        return Status.DECLINED, Factuality.ACTUAL
    if status in _ENDINGS and _forced(syntax, draft):
        return status, Factuality.ACTUAL
    if status is Status.HELD and syntax.negation(draft.core) is not None:  # "would enter into no talks"
        return status, Factuality.NEGATED
    if status is Status.HELD and fact is Factuality.ACTUAL and {"being", "are"} <= set(syntax.auxiliaries(top)):
        fact = Factuality.ONGOING  # "talks are being held"
    if status is Status.RESUMED and not draft.line and fact in OPEN_ENDS:
        status = Status.HELD  # "talks could resume", "will return to talks": of a line alone it is no meeting
        draft.steps[-1] = (top, Status.SCHEDULED if fact is Factuality.PLANNED else Status.HELD)
    scheduled = any(s is Status.SCHEDULED for _, s in draft.steps)
    if status is Status.SCHEDULED or (status is Status.HELD and scheduled):
        return Status.SCHEDULED, Factuality.NEGATED if fact is Factuality.NEGATED else Factuality.PLANNED
    return status, fact


#: What one has, or it is, to do something, which tells neither that it is done nor that it will be.
_OCCASIONS = frozenset(
    {"time", "moment", "way", "opportunity", "need", "right", "place", "ability", "power", "capacity", "authority"}
) | frozenset({"mandate", "condition", "responsibility", "duty", "reason"})
#: What leads to a matter that is talked or thought about: "views *on* the resumption of the talks".
_REGARDING = frozenset({"on", "about", "regarding", "concerning", "over", "towards", "toward"})


def _no_time_for(syntax: Syntax, top: int) -> bool:
    """ "Said it was not *the time to resume* the talks": an infinitive that a noun of occasion explains."""
    return syntax.dep[top] == "acl" and syntax.tag[top] == "VB" and syntax.lemma[syntax.head[top]] in _OCCASIONS


def _regarding(syntax: Syntax, top: int, told: Status | str) -> bool:
    """ "Differed *on the resumption* of the talks": what is talked about has not come about by that."""
    noun = syntax.pos[top] == "NOUN" and syntax.relation[top] in ("nmod", "obl")
    return noun and told is Status.RESUMED and syntax.preposition(top) in _REGARDING


def _neither_nor(syntax: Syntax, top: int) -> bool:
    """ "*Neither* accepted *nor* rejected the offer": no answer, and no silence either."""
    first = syntax.head[top] if syntax.dep[top] == "conj" else top
    words = {syntax.lower[k] for c in syntax.conjuncts(first) for k in syntax.kids[c]}
    return {"neither", "nor"} <= words and syntax.pos[top] == "VERB"


def _forced(syntax: Syntax, draft: Draft) -> bool:
    """ "We must put off the visit", "the king must postpone his trip": who speaks of his own does it thereby."""
    subject = syntax.grammatical_subject(draft.top)
    if subject is None or "must" not in syntax.auxiliaries(draft.top) or syntax.negation(draft.top) is not None:
        return False
    own = {syntax.lower[k] for k in syntax.children(draft.core, "nmod:poss")}
    return syntax.lower[subject] in ("i", "we") or bool(own & {"his", "her", "its", "their"})


def _settled_against(syntax: Syntax, draft: Draft) -> bool:
    """ "decided not to go to the summit": the contact is refused, though the verb itself is affirmed."""
    top = draft.top
    below = next((k for k in syntax.children(top, "xcomp") if syntax.under(draft.core, k) or k == draft.core), None)
    if below is None or syntax.lemma[top] not in SETTLING or syntax.negation(below) is None:
        return False
    ended = any(status in _ENDINGS for k, status in draft.steps if k != top)  # "decided not to call off"
    return not ended and factuality(syntax, top) is Factuality.ACTUAL


def _ended_by(draft: Draft) -> tuple[int, Status] | None:
    """The step of "asked to postpone the visit", "refused to call off the talks": what is asked for is the end."""
    over = draft.steps[-1][1]
    if over not in WANTING | {Status.ACCEPTED, Status.DECLINED, Status.SCHEDULED}:
        return None
    planned = over is Status.SCHEDULED or (over is Status.ACCEPTED and draft.line)
    ends = _ENDINGS | LINE_STATUS if planned else _ENDINGS
    return next(((k, s) for k, s in draft.steps[:-1] if isinstance(s, Status) and s in ends), None)


def _of_ending(syntax: Syntax, draft: Draft, ending: int, status: Status) -> tuple[Status, Factuality]:
    """ "agreed to defer the visit" puts it off; asked for, refused or planned, the end is no more than that."""
    top, over = draft.steps[-1]
    fact = factuality(syntax, top)
    if over is Status.ACCEPTED and status is Status.OPEN and draft.channel is Channel.TALKS:
        return over, fact  # "agreed to maintain a regular dialogue"
    if over is Status.ACCEPTED and status in LINE_STATUS - _ENDINGS and fact is Factuality.ACTUAL:
        return status, Factuality.PLANNED  # "agreed to open a hotline"
    if over is Status.SCHEDULED and fact is Factuality.ONGOING:
        return status, Factuality.PLANNED  # "are planning to resume the talks"
    if over is Status.ACCEPTED or fact is not Factuality.ACTUAL:
        return status, fact
    if over is Status.DECLINED:
        return status, Factuality.NEGATED
    if over is Status.SCHEDULED and status in _ENDINGS and syntax.lemma[top] in DECIDING:
        return status, fact  # "decided to postpone the talks" puts them off
    return status, Factuality.REQUESTED if over in WANTING else Factuality.PLANNED


def _of_wanting(syntax: Syntax, top: int, fact: Factuality) -> Factuality:
    """A request is done when it is made; whether it was made, the verb that passes it on may tell."""
    ahead = fact is Factuality.PLANNED and bool(WILL & set(syntax.auxiliaries(top)))  # "will ask for talks"
    would = fact is Factuality.CONDITIONAL and syntax.lemma[syntax.head[top]] == "like"  # "would like to propose talks"
    if fact is Factuality.POSSIBLE and syntax.pos[top] == "NOUN" and syntax.lemma[syntax.head[top]] in PONDERING:
        return Factuality.ACTUAL  # "is weighing an offer of talks"
    duty = {"should", "must"} & {*syntax.auxiliaries(top), *syntax.auxiliaries(syntax.head[top])}
    if fact is Factuality.REQUESTED and duty:
        return fact  # "should continue inviting him"
    if would or (fact in (Factuality.REQUESTED, Factuality.PLANNED) and not ahead):
        fact = Factuality.ACTUAL
    over = passed_on_by(syntax, top) if fact is Factuality.ACTUAL else None
    return factuality(syntax, over) if over is not None else fact


def passed_on_by(syntax: Syntax, noun: int) -> int | None:
    """The verb of "had not received a request", "will send an invitation"."""
    verb = syntax.head[noun]
    passed = syntax.relation[noun] in ("obj", "nsubj") and syntax.patient(verb) == noun
    return verb if syntax.pos[noun] == "NOUN" and passed and syntax.lemma[verb] in PASSING_ON else None
