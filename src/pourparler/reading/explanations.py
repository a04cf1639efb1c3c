"""Explanations: the sentence after a step, or the rest of its own, that says why it was taken."""

from __future__ import annotations

from collections.abc import Iterator

from pourparler.reading.actors import Actors, official
from pourparler.reading.grounds import stated
from pourparler.reading.motives import cause_at, find_causes
from pourparler.reading.reason_kinds import kind_of
from pourparler.reading.stretches import Cause, run_of, whole
from pourparler.reading.syntax import SUBJECTS, Syntax
from pourparler.records import ReasonKind

_REASONS = frozenset({"reason", "explanation", "justification"})
_GIVING = frozenset({"give", "provide", "offer", "state", "specify", "cite", "disclose", "reveal", "announce"})
_SAYING = frozenset({"say", "explain", "specify", "disclose", "elaborate", "reveal", "comment"})
#: How the next sentence takes a step up: "The move came after ...".
_TAKEN_UP = frozenset(
    {
        "move",
        "decision",
        "step",
        "cancellation",
        "postponement",
        "refusal",
        "rejection",
        "suspension",
        "delay",
        "summons",
    }
)
#: Kinds of excuse that a plain "said" may give; anything else it says may be about other things.
_EXCUSES = frozenset({ReasonKind.SCHEDULING, ReasonKind.HEALTH, ReasonKind.TECHNICAL})
_STEPS = frozenset({"cancel", "postpone", "suspend", "call", "summon", "refuse", "reject", "decline", "invite", "put"})
_FAILING = frozenset({"delay", "failure", "breakdown", "collapse", "impasse", "deadlock", "absence", "silence"})


def find_explanations(syntax: Syntax, actors: Actors, tokens: list[int]) -> Iterator[Cause]:
    """The reasons that the rest of a broken step's sentence and the sentence after it give, in order."""
    last = max(tokens)
    for i in tokens:  # "gave fog as the reason for postponing the talks"
        over = syntax.head[i]
        named = _named(syntax, over, syntax.edges(i)[0]) if syntax.lemma[over] in _REASONS else None
        if named is not None:
            yield named
    here = syntax.sentence_of[last]
    yield from _in(syntax, actors, last + 1, syntax.sentences[here][1], after=False)
    if here + 1 < len(syntax.sentences):
        start, end = syntax.sentences[here + 1]
        yield from _in(syntax, actors, start, end, after=True)


def _in(syntax: Syntax, actors: Actors, start: int, end: int, *, after: bool) -> Iterator[Cause]:
    for k in range(start, end):
        lemma = syntax.lemma[k]
        if lemma in _REASONS:
            cause = _untold(syntax, k) or _named(syntax, k, end)
            if cause is not None:
                yield cause
        elif lemma == "why":
            yield from _not_why(syntax, k)
        elif lemma == "attribute" and syntax.finite(k):
            yield from _attributed(syntax, k)
        elif lemma == "blame" and syntax.finite(k):
            yield from _blamed(syntax, actors, k, end)
        elif lemma in ("explain", "cite", "say", "tell") and syntax.finite(k):
            yield from _said(syntax, k, after)
        elif after and syntax.dep[k] in SUBJECTS and (lemma in _TAKEN_UP or syntax.lower[k] in ("it", "this")):
            yield from _taken_up(syntax, k)


def _negated(syntax: Syntax, k: int) -> bool:
    return syntax.negation(k) is not None or (syntax.lemma[syntax.head[k]] == "decline" and syntax.dep[k] == "xcomp")


def _untold(syntax: Syntax, k: int) -> Cause | None:
    """ "gave no reason", "did not give a reason", "no reason was given", "the reason was not clear"."""
    verb = syntax.head[k]
    none = syntax.negation(k) is not None
    given = syntax.lemma[verb] in _GIVING and (none or _negated(syntax, verb))
    unclear = syntax.dep[k] in SUBJECTS and syntax.lemma[verb] in ("clear", "know") and _negated(syntax, verb)
    if not given and not unclear and not (syntax.dep[k] in SUBJECTS and syntax.lemma[verb] == "unclear"):
        return None
    first = min(k, verb, *(c for c in (*syntax.kids[k], *syntax.kids[verb]) if _close(syntax, c)))
    return Cause(first, max(k, verb), kind=ReasonKind.NOT_GIVEN)


def _close(syntax: Syntax, c: int) -> bool:
    return syntax.dep[c] in ("det", "advmod", "amod") or syntax.relation[c] == "aux"


def _not_why(syntax: Syntax, k: int) -> Iterator[Cause]:
    """ "did not say why", "declined to say why"."""
    verb = next((j for j in syntax.ancestors(k) if syntax.lemma[j] in _SAYING), None)
    if verb is not None and verb < k and _negated(syntax, verb):
        helpers = syntax.children(verb, "aux", "advmod")
        first = min(c for c in (verb, *helpers)) if syntax.negation(verb) is not None else syntax.head[verb]
        if first < k:
            yield Cause(first, k, kind=ReasonKind.NOT_GIVEN)


def _named(syntax: Syntax, k: int, end: int) -> Cause | None:
    """ "the reason was a cable fault", "The reason: a cable fault", "gave the weather as the reason"."""
    predicate = syntax.head[k]
    definite = any(syntax.lower[c] in ("the", "his", "her", "its", "their") for c in syntax.kids[k])
    if syntax.dep[k] in SUBJECTS and definite and syntax.child(predicate, "cop") is not None:
        tokens = [j for j in syntax.subtree(predicate) if j > syntax.child(predicate, "cop") and j < end]  # type: ignore[operator]
        first, last = syntax.quote_free(tokens[0], tokens[-1])
        return Cause(*syntax.quote_free(first + (syntax.lower[first] == "that"), last))
    if definite and k + 2 < end and syntax.word[k + 1] == ":":
        return Cause(*syntax.quote_free(k + 2, end - 1))
    thing = syntax.child(predicate, "obj")
    if syntax.preposition(k) == "as" and syntax.lemma[predicate] in ("give", "cite", "name") and thing is not None:
        return Cause(*syntax.quote_free(*run_of(syntax, thing)), voice=syntax.subject(predicate))
    return None


def _blamed(syntax: Syntax, actors: Actors, verb: int, end: int) -> Iterator[Cause]:
    """ "Athens blamed the weather; Ankara, the map": a reason by each."""
    thing = syntax.child(verb, "obj")
    told = next(iter(syntax.obliques(verb, "for")), None)
    if thing is None or official(actors.one(thing)) or (told is not None and syntax.lemma[told] not in _FAILING):
        return
    on = next(iter(syntax.obliques(verb, "on")), None)
    first, last = syntax.phrase(thing if on is None else on)
    yield Cause(*syntax.quote_free(first, last), voice=syntax.subject(verb))
    for k in range(last + 1, end - 2):
        if syntax.word[k] == ";" and syntax.word[k + 2] == "," and official(actors.one(k + 1)):
            yield Cause(*syntax.quote_free(k + 3, end - 1), voice=k + 1)


def _attributed(syntax: Syntax, verb: int) -> Iterator[Cause]:
    """ "attributed the delay to a dispute", "the delay was attributed by some sources to a dispute"."""
    thing = syntax.patient(verb)
    cause = next(iter(syntax.obliques(verb, "to")), None)
    if thing is not None and cause is not None and syntax.lemma[thing] in _TAKEN_UP | _FAILING:
        yield whole(syntax, cause)._replace(voice=syntax.subject(verb))


def _taken_up(syntax: Syntax, k: int) -> Iterator[Cause]:
    """ "The move came after the raid", "the delay was due to scheduling issues"; "it" only of what *came*."""
    verb = syntax.head[k]
    named = syntax.lemma[k] in _TAKEN_UP
    if syntax.lemma[verb] == "come" and syntax.obliques(verb, "amid"):
        return  # what goes on at the time is no reason
    if syntax.lemma[verb] == "come":
        yield from find_causes(syntax, [verb], broken=True)
    elif named and syntax.child(verb, "cop") is not None:
        cause = cause_at(syntax, verb)
        yield from find_causes(syntax, [verb], broken=False) if cause is None else [cause]


def _said(syntax: Syntax, verb: int, after: bool) -> Iterator[Cause]:
    """ "explained that he had been on a plane", "said the minister was ill"."""
    if syntax.lemma[verb] in ("explain", "cite"):
        cause = stated(syntax, verb, broken=True)
        if cause is not None:
            yield cause
        return
    told = syntax.child(verb, "ccomp")
    subject = syntax.grammatical_subject(told) if told is not None else None
    if not after or told is None or told < verb or (subject is not None and syntax.lemma[subject] in _REASONS):
        return
    if syntax.lemma[told] in _STEPS:
        return  # another step, with a reason of its own
    others = [c for c in syntax.children(told, "conj") if syntax.grammatical_subject(c) is not None]
    first, last = syntax.quote_free(*run_of(syntax, told, *others))
    if kind_of(syntax, first, last) in _EXCUSES and not any(syntax.tag[c] == "MD" for c in syntax.kids[told]):
        yield Cause(first + (syntax.lower[first] == "that"), last, voice=syntax.subject(verb))
