"""When a step was taken, and when the contact was or is to be."""

from __future__ import annotations

from dataclasses import dataclass, replace

from pourparler.reading.contacts.drafts import ANSWERS, LINE_STATUS, WANTING, Draft
from pourparler.reading.contacts.words import DAYS, MONTHS, RANKING
from pourparler.reading.syntax import Syntax
from pourparler.reading.timing import Dates
from pourparler.reading.timing.planning import plan_words
from pourparler.records import Date, Factuality, Status

_DONE = frozenset({Factuality.ACTUAL, Factuality.ONGOING, Factuality.HABITUAL})
_CALLED_OFF = frozenset({Status.POSTPONED, Status.CANCELLED})
#: What tells that a contact had its day when it was called off: "a planned visit on Sunday".
_ARRANGED = frozenset({"planned", "scheduled", "proposed", "upcoming", "forthcoming", "intended", "anticipated"})

_PRESENT = frozenset({"VBP", "VBZ"})

#: What puts a plan into the past: "was scheduled", "originally planned".
_LONG_AGO = frozenset({"was", "were", "been", "originally", "initially", "previously", "earlier", "first"})
#: What leads to the matter that a step is about, whose day may stand behind it.
_MATTERS = frozenset(
    {"over", "given", "about", "regarding", "concerning", "following", "after", "because of", "due to"}
)
#: What one deals "over" and what is no matter: "spoke over the phone on Sunday".
_MEANS = frozenset({"phone", "telephone", "line", "hotline", "radio", "video", "link", "lunch", "dinner", "weekend"})
_TELLING_WEEK = frozenset({"last", "next", "this", "coming", "past"})
_GATHERINGS = frozenset({"summit", "meeting", "conference", "forum", "talks", "ceremony", "session", "assembly"})


@dataclass(frozen=True, slots=True)
class Times:
    """The day of the step and the day of the contact, each None where the words tell none."""

    when: Date | None
    due: Date | None


def as_dated(dates: Dates, syntax: Syntax, draft: Draft, status: Status, fact: Factuality) -> tuple[Status, Factuality]:
    """What a schedule or a day to come makes of a contact told as held.

    "They meet twice a year" -> habitual; "they meet on Friday", said on a Monday -> scheduled, planned.
    """
    if (status, fact) == (Status.HELD, Factuality.ONGOING) and syntax.tag[draft.top] == "VBG":
        told = dates.of(draft.top, syntax)  # "is meeting him on Friday"
        ahead = told is not None and dates.is_to_come(told)
        return (Status.SCHEDULED, Factuality.PLANNED) if ahead else (status, fact)
    if (status, fact) != (Status.HELD, Factuality.ACTUAL):
        return status, fact
    if any(dates.habitual(k) for k in {draft.top, draft.core}):
        return status, Factuality.HABITUAL
    noun = (
        not draft.steps and syntax.dep[draft.core] == "nsubj" and syntax.pos[draft.core] == "NOUN"
    )  # "the visit to Riga on Friday has lost its sense"
    told = dates.of(draft.top, syntax) if noun or syntax.tag[draft.top] in _PRESENT else None
    ahead = told is not None and dates.is_to_come(told)
    return (Status.SCHEDULED, Factuality.PLANNED) if ahead else (status, fact)


def times_of(dates: Dates, syntax: Syntax, draft: Draft, status: Status, fact: Factuality) -> Times:
    """ "On Monday Oslo cancelled the talks due on Friday" -> Monday, Friday; a line has no day that it is due."""
    times = _times_of(dates, syntax, draft, status, fact)
    return replace(times, due=None) if status in LINE_STATUS and draft.line else times


def _times_of(dates: Dates, syntax: Syntax, draft: Draft, status: Status, fact: Factuality) -> Times:
    beside = [draft.beside] if draft.beside is not None else []
    inner = dates.of(draft.core, syntax, *draft.links, *beside)
    outer = dates.of(draft.top, syntax)
    inner, outer = (
        None if told is not None and (_of_the_matter(syntax, draft, told) or _one_of_more(syntax, told)) else told
        for told in (inner, outer)
    )
    if status is Status.HELD and not draft.steps[1:]:
        told = outer or inner
        past = fact is Factuality.NEGATED and told is not None and _since_another(syntax, draft, told)
        told = None if told is not None and (past or _since_the_last(syntax, told)) else told
        if fact is Factuality.ONGOING and told is not None and _of_another_clause(syntax, draft, told):
            told = None
        return Times(told or dates.undated(True), told) if fact in _DONE else Times(_unsaid(dates, fact), told)
    if status is Status.SCHEDULED:
        told = outer if _moved(syntax, draft, inner, outer) else inner or outer
        told = told or _of_the_infinitive(dates, syntax, draft.top)
        if told is not None and _for_which_week(dates, told):
            return Times(dates.undated(fact is not Factuality.NEGATED), None)
        announced = syntax.lemma[draft.top] == "announce" and told is not None and not dates.is_to_come(told)
        decided = told is not None and (announced or _of_the_decision(syntax, draft, told))
        return Times(told, None) if decided else Times(dates.undated(fact is not Factuality.NEGATED), told)
    if status is Status.POSTPONED and outer is not None and draft.steps and draft.steps[-1][1] is not status:
        return Times(dates.undated(True), outer)  # "will not resume until May"
    if status in _CALLED_OFF and outer is not None and _within_the_noun(syntax, draft, outer):
        return Times(dates.undated(fact is Factuality.ACTUAL), outer if dates.is_to_come(outer) else None)
    if status is Status.POSTPONED and outer is not None and _put_off_to(syntax, draft, outer):
        return Times(dates.undated(fact is Factuality.ACTUAL), outer)
    if status in _CALLED_OFF and outer is not None and _of_the_plan(syntax, draft, outer):
        return Times(dates.undated(fact is Factuality.ACTUAL), outer)
    if status in _CALLED_OFF and outer is None and _is_of_either(dates, syntax, draft, inner):
        return Times(dates.undated(fact is Factuality.ACTUAL), None)
    due = (inner if inner is not outer else None) or dates.planned(draft.core, *draft.links)
    vague = due is not None and outer is None and status in WANTING | ANSWERS and _of_which_year(dates, due)
    if due is not None and (vague or _of_a_gathering(syntax, draft, due) or _of_which_week(syntax, draft, status, due)):
        due = None
    if status is Status.UNANSWERED and draft.about_earlier and outer is None:
        return Times(None, due)  # "Nobody answered": a silence has no day of its own
    if (
        status in ANSWERS | WANTING
        and fact is Factuality.ACTUAL
        and outer is not None
        and (due is None or due.start == outer.start)
        and dates.reaches_ahead(outer)
    ):
        return Times(dates.undated(True), outer)  # "will not attend the talks on Friday": refused before
    return Times(outer or dates.undated(fact is Factuality.ACTUAL), due)


def _of_the_infinitive(dates: Dates, syntax: Syntax, top: int) -> Date | None:
    """ "Are scheduled to continue *on Thursday*"."""
    aim = syntax.child(top, "xcomp")
    told = dates.of(aim, syntax) if aim is not None and syntax.tag[aim] == "VB" else None
    bygone = any(syntax.lower[k] in _LONG_AGO for k in syntax.kids[top])  # "was to meet on Friday": of which week?
    return None if told is None or (bygone and set((told.text or "").lower().split()) & DAYS) else told


def _moved(syntax: Syntax, draft: Draft, inner: Date | None, outer: Date | None) -> bool:
    """ "The talks *due on Tuesday* will now begin on Friday": the day of the clause, not of the plan before it."""
    if inner is None or outer is None or inner.start is None or inner.start == outer.start:
        return False
    at = syntax.at(inner.start)
    planned = any(syntax.lower[k] in _ARRANGED | {"due", "set"} for k in range(draft.core, at))
    return planned and draft.core < at < draft.top and outer.start is not None and outer.start > inner.start


def _one_of_more(syntax: Syntax, told: Date) -> bool:
    """ "Exchanged visits *in May* and June": one of two times is not the time of both."""
    if told.start is None or told.text is None:
        return False
    first, last = syntax.at(told.start), syntax.at(told.start + len(told.text) - 1)
    times = MONTHS | DAYS
    more = last + 2 < len(syntax.word) and syntax.lower[last + 1] == "and" and syntax.lower[last + 2] in times
    return more or (first >= 2 and syntax.lower[first - 1] == "and" and syntax.lower[first - 2] in times)


def _of_another_clause(syntax: Syntax, draft: Draft, told: Date) -> bool:
    """ "They met on Monday in Riga, where they are taking part in talks": what goes on is not of that day."""
    first, last = syntax.chars(*syntax.edges(draft.top))
    return syntax.dep[draft.top] in ("acl:relcl", "advcl") and (told.start is None or not first <= told.start < last)


def _of_the_matter(syntax: Syntax, draft: Draft, told: Date) -> bool:
    """ "Summoned the envoy over his remarks *on Sunday*": the day of the remarks, or of the summons."""
    if told.start is None:
        return False
    at = syntax.at(told.start)
    put = (draft.top, *syntax.children(draft.top, "obj")) if draft.echo else (draft.top,)
    matters = [k for c in put for k in syntax.obliques(c, *_MATTERS) if draft.top < k < at and syntax.pos[k] == "NOUN"]
    if any(syntax.lemma[k] not in _MEANS and "," not in syntax.word[k:at] for k in matters):
        return True
    before = syntax.at(told.start) - 1
    before -= before >= 0 and syntax.pos[before] == "ADP"
    while before >= 0 and syntax.pos[before] == "NOUN":
        if syntax.preposition(before) in _MATTERS:
            return syntax.lemma[before] not in _MEANS
        if syntax.relation[before] != "nmod":
            return False
        before = syntax.head[before]
    return False


def _unsaid(dates: Dates, fact: Factuality) -> Date | None:
    return dates.undated(fact is Factuality.NEGATED)


def _of_the_decision(syntax: Syntax, draft: Draft, told: Date) -> bool:
    """ "The decision to hold talks was taken *last week*": the day of the decision, not of the talks."""
    if syntax.dep[draft.top] != "acl" or told.start is None:
        return False
    first, last = syntax.chars(*syntax.edges(draft.top))
    return not first <= told.start < last


def _of_a_gathering(syntax: Syntax, draft: Draft, told: Date) -> bool:
    """ "Agreed to resume talks at a summit *in May*": the day of the summit, where they agreed or will talk."""
    first = syntax.at(told.start) if told.start is not None else draft.top
    near = (first - 1, syntax.head[first], syntax.head[syntax.head[first]])
    others = (k for k in near if k != draft.core and k not in draft.links)
    return any(syntax.lemma[k] in _GATHERINGS and syntax.preposition(k) in ("at", "during") for k in others)


def _of_which_year(dates: Dates, told: Date) -> bool:
    """ "Declined to visit in *June*", told in March: what is asked for is to come, and this is read as gone by."""
    year = any(len(word) == 4 and word.isdigit() for word in (told.text or "").split())
    return not year and told.latest is not None and not dates.is_to_come(replace(told, earliest=None))


def _of_which_week(syntax: Syntax, draft: Draft, status: Status, told: Date) -> bool:
    """ "Was scheduled for *Friday* but was cancelled": a day that may have gone by or be to come."""
    words = set((told.text or "").lower().split())
    if status not in _CALLED_OFF or not words & DAYS or words & _TELLING_WEEK or any(w.isdigit() for w in words):
        return False
    plans = {k for deed in (draft.core, *draft.links) for k in plan_words(syntax, deed)}
    return any(syntax.lower[c] in _LONG_AGO for k in plans for c in syntax.kids[k] if c < k)


def _for_which_week(dates: Dates, told: Date) -> bool:
    """ "Had been arranged *for Thursday*", read as the one gone by: it may as well be the one to come."""
    words = (told.text or "").lower().split()
    return words[:1] == ["for"] and bool(set(words) & DAYS) and not dates.is_to_come(told)


def _since_the_last(syntax: Syntax, told: Date) -> bool:
    """ "The call was the first between them *since 2022*": when the one before it was."""
    if told.start is None or not (told.text or "").lower().startswith("since"):
        return False
    return any(syntax.lower[k] in RANKING for k in syntax.ancestors(syntax.at(told.start)))


def _since_another(syntax: Syntax, draft: Draft, told: Date) -> bool:
    """ "Has not spoken to him since the call *in January*": the day of the other call."""
    if told.start is None:
        return False
    between = syntax.lower[draft.top : syntax.at(told.start)]
    return "since" in between and "," not in between[between.index("since") :]


def _is_of_either(dates: Dates, syntax: Syntax, draft: Draft, told: Date | None) -> bool:
    """ "Called off the talks *on Tuesday*", told on Wednesday: the day of the talks or of calling them off."""
    if told is None or told.start is None or dates.is_to_come(told):
        return False
    bare = not any(syntax.lower[c] in _ARRANGED for c in syntax.children(draft.core, "amod"))
    return bare and (told.text or "").lower().startswith(("on ", "last ")) and told.start > syntax.end[draft.core]


def _within_the_noun(syntax: Syntax, draft: Draft, told: Date) -> bool:
    """ "The visit of Lund to Riga *on Tuesday* was cancelled": the day of the visit, and of whichever week."""
    start = told.start if told.start is not None else -1
    return (
        draft.core < draft.top
        and syntax.end[draft.core] <= start < syntax.start[draft.top]
        and syntax.passive(draft.top)
    )


def _put_off_to(syntax: Syntax, draft: Draft, told: Date) -> bool:
    """ "Was postponed *to Wednesday*", "until the end of May": the new day of the contact, not of the step."""
    start = told.start if told.start is not None else 0
    first = syntax.at(start)
    opening = {syntax.lower[first], syntax.lower[max(first - 1, 0)]}
    return start > syntax.start[draft.top] and not opening.isdisjoint({"to", "until", "till"})


def _of_the_plan(syntax: Syntax, draft: Draft, told: Date) -> bool:
    """ "Called off a planned visit to Riga *on Sunday*": the day of the visit."""
    nouns = [k for k in (draft.core, *draft.links) if syntax.pos[k] == "NOUN"]
    behind = told.start is not None and any(syntax.end[k] <= told.start for k in nouns)
    return behind and any(syntax.lower[c] in _ARRANGED for k in nouns for c in syntax.children(k, "amod"))
