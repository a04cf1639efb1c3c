"""What is said: the words of a cue's content, before quotation marks correct them."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from pourparler.reading.attribution import frames
from pourparler.reading.attribution.clauses import clause_span, host_span
from pourparler.reading.attribution.drafts import ADDRESSED, DAYS, OCCASIONS, Draft, Row, marked, trimmed
from pourparler.reading.attribution.inserted import spans_around, tag_of
from pourparler.reading.syntax import QUOTE_MARKS, Syntax

#: Frames whose cue may stand in the middle or at the end of what is said: "The line, he said, was open."
_INSERTABLE = frozenset({"clause", "both", "quote", "passive"})
#: Occasions on which two speak with each other.
_CALLS = frozenset({"call", "conversation", "meeting", "talk", "visit"})
#: How many words make a quotation of which nothing outside it is quoted.
_QUOTED_AT_LENGTH = 5
_Spans = Iterator[tuple[int, int]]


def content_of(syntax: Syntax, i: int, row: Row, source: int | None, before: list[Draft]) -> _Spans:
    """Character spans of what is said, before quotation marks correct them."""
    demanded = row["stance"] == "demands"
    for start, end in _content(syntax, i, row, source, before):
        yield _without_setting(syntax, i, *_within_quotation(syntax, i, start, end), demanded=demanded)


def _within_quotation(syntax: Syntax, i: int, start: int, end: int) -> tuple[int, int]:
    """ "told reporters Oslo has voiced "deep regret for the incident" *after a meeting with her*": the outlet's."""
    first, last = syntax.at(start), syntax.at(end - 1)
    marks = [k for k in range(first, last) if syntax.word[k] in QUOTE_MARKS]
    if first < i or len(marks) != 2 or marks[1] - marks[0] < _QUOTED_AT_LENGTH or marks[1] + 2 > last:
        return start, end
    opening = syntax.lower[marks[1] + 1]
    near = range(marks[1] + 2, min(marks[1] + 9, last + 1))
    noun = next((k for k in near if syntax.lemma[k] in OCCASIONS | _CALLS and syntax.pos[k] == "NOUN"), None)
    placed = opening in ("after", "during", "following") and noun is not None
    if not placed or noun is None or syntax.preposition(noun) != opening:
        return start, end
    return start, syntax.end[marks[1] - 1]


def _without_setting(syntax: Syntax, i: int, start: int, end: int, *, demanded: bool) -> tuple[int, int]:
    """ "urged the two to talk*, in a call with the envoy*": on what occasion it was said closes a demand."""
    last = syntax.at(end - 1)
    if syntax.at(start) < i or not demanded or not (commas := [k for k in range(i + 2, last) if syntax.word[k] == ","]):
        return start, end
    comma = commas[-1]
    noun = next((k for k in range(comma + 2, last + 1) if syntax.lemma[k] in OCCASIONS | _CALLS), None)
    placed = syntax.lower[comma + 1] in ("in", "during", "at") and noun is not None and noun <= comma + 5
    if not placed or noun is None or syntax.preposition(noun) != syntax.lower[comma + 1]:
        return start, end
    finite = any(syntax.finite(k) for k in range(comma + 1, last + 1) if syntax.pos[k] in ("VERB", "AUX"))
    return (start, end) if finite else (start, syntax.end[comma - 1])


def _content(syntax: Syntax, i: int, row: Row, source: int | None, before: list[Draft]) -> _Spans:
    frame = row["frame"]
    if frame in _INSERTABLE or frame == "document":
        around = spans_around(syntax, i, source)
        if around:
            yield from around
            return
    if frame == "claim":
        yield from frames.claimed(syntax, i, before)
    elif frame in _FRAMES:
        yield from _FRAMES[frame](syntax, i)
    elif frame not in ("quote", "ground"):
        yield from _said(syntax, i, frame, before)


def _said(syntax: Syntax, i: int, frame: str, before: list[Draft]) -> _Spans:
    """A clause of its own, the clause it interrupts, or (where the frame allows) an infinitive or an object."""
    clauses = [c for c in said_clauses(syntax, i, frame) if c > i or not _quote_closed(syntax, c, i)]
    after = [c for c in clauses if c > i]
    clauses = after if after and tag_of(syntax, i, None) is None else clauses
    if clauses:
        spans = [clause_span(syntax, c, i) for c in clauses if (c > i) == (clauses[0] > i)]
        spans += [*_who_is_to(syntax, i, clauses[0]), *_subject_astray(syntax, i, clauses[0])]
        yield min(a for a, _ in spans), max(b for _, b in spans)
    elif frame in ("clause", "both") and (split := _split_clause(syntax, i)) is not None:
        yield split
    elif syntax.dep[i].startswith("parataxis") and frame in _INSERTABLE and not _place_only(syntax, syntax.head[i]):
        yield from host_span(syntax, i)
    elif frame in ("both", "object"):
        yield from frames.thing_said(syntax, i, before)
    elif frame == "clause":
        yield from _quoted_object(syntax, i)


def _place_only(syntax: Syntax, host: int) -> bool:
    """ "OSLO, Norway, July 29 — Riga warned both sides": a dateline is nothing said."""
    return syntax.word[host].isupper() and syntax.pos[host] == "PROPN" and not syntax.children(host, "cop", "nsubj")


def _who_is_to(syntax: Syntax, i: int, clause: int) -> _Spans:
    """ "demands *the sides* to stop", "highlighted *the summit* to be held": of whom the infinitive tells."""
    thing = syntax.child(i, "obj", "iobj")
    infinitive = syntax.relation[clause] == "xcomp" and marked(syntax, clause, "to")
    if infinitive and thing is not None and i < thing < clause and syntax.lemma[i] not in ADDRESSED | {"promise"}:
        yield trimmed(syntax, *syntax.edges(thing))


def _quoted_object(syntax: Syntax, i: int) -> _Spans:
    """ "noted his "critical contribution" to the accord": the whole object, where quotation marks stand inside it."""
    thing = syntax.child(i, "obj")
    if thing is None or thing < i or syntax.pos[thing] != "NOUN":
        return
    first, last = syntax.edges(thing)
    marks = [k for k in range(first, last + 1) if syntax.word[k] in QUOTE_MARKS]
    if len(marks) == 2 and first < marks[0] < thing:
        yield frames.with_adverbials(syntax, i, thing)


def said_clauses(syntax: Syntax, i: int, frame: str) -> list[int]:
    """The clauses that tell what is said; of a frame that asks for it, only those with "that"."""
    clauses = syntax.children(i, "ccomp")
    if not clauses:  # "said in a joint statement that ...": the clause may hang on the statement
        documents = [k for k in syntax.children(i, "obl") if syntax.lemma[k] in OCCASIONS]
        clauses = [c for k in documents for c in syntax.children(k, "acl") if marked(syntax, c, "that")][:1]
    if not clauses:  # "told the daily that ...", "an announcement, made in May, that ...": or on whoever is told
        clauses = [k for k in _beneath(syntax, i) if marked(syntax, k, "that")][:1]
    if not clauses and (frame == "both" or syntax.lemma[i] == "claim"):  # "claims to have sunk the boat"
        clauses = syntax.children(i, "xcomp")[:1]
    if not clauses and frame in ("clause", "both"):
        clauses = _that_clause_near(syntax, i)
    if frame == "that":
        return [c for c in clauses if marked(syntax, c, "that")]
    return clauses


def _split_clause(syntax: Syntax, i: int) -> tuple[int, int] | None:
    """ "claims the river forms the border": a clause without *that*, parsed as an object and a clause beside it."""
    thing = syntax.child(i, "obj")
    verb = next((k for k in syntax.children(i, "advcl") if thing is not None and k > thing > i), None)
    if thing is None or verb is None or not syntax.finite(verb) or syntax.children(verb, "mark", "nsubj"):
        return None
    return trimmed(syntax, syntax.edges(thing)[0], syntax.edges(i)[1])


def _subject_astray(syntax: Syntax, i: int, clause: int) -> _Spans:
    """ "said *a report on the ship* is false": the subject of what is said, which the parse gave to the cue."""
    if syntax.children(clause, "nsubj", "nsubj:pass", "csubj", "expl") or not syntax.finite(clause):
        return
    first = min(syntax.subtree(clause))
    first -= syntax.word[first] in QUOTE_MARKS and syntax.lower[first - 1] != "that"
    for k in syntax.children(i, "nsubj", "obj"):
        a, b = syntax.edges(k)
        told = syntax.lemma[i] in ADDRESSED and syntax.child(i, "iobj") is None  # "told *the crew* to go"
        if i < a and b + 1 >= first and k < clause and not told:
            yield trimmed(syntax, a, b)


def _that_clause_near(syntax: Syntax, i: int) -> list[int]:
    """The next clause that *that* opens, wherever the parse hung it: "announced on Jan. 15 that it would ..."."""
    _, end = syntax.sentences[syntax.sentence_of[i]]
    for k in range(i + 1, min(i + 12, end)):
        if syntax.lower[k] == "that" and syntax.dep[k] == "mark" and syntax.head[k] > k:
            return [syntax.head[k]]
        if syntax.pos[k] == "VERB" or syntax.lower[k] in ("whether", "if"):
            return []
    return []


def _quote_closed(syntax: Syntax, clause: int, cue: int) -> bool:
    """Whether a quoted sentence ends between a clause and the cue after it: "'Expel them.' The premier said no"."""
    between = range(clause + 1, cue)
    return any(syntax.word[k] in QUOTE_MARKS and syntax.word[k - 1] == "." for k in between)


def _beneath(syntax: Syntax, i: int) -> Iterator[int]:
    """Clauses that the parse hung on a verb's object or as a clause beside it."""
    for k in syntax.kids[i]:
        if k > i and syntax.dep[k] in ("advcl", "acl"):
            yield k
        elif k > i and (syntax.dep[k] in ("obj", "iobj") or syntax.preposition(k) in ("to", "from")):
            yield from (c for c in syntax.kids[k] if syntax.dep[c] in ("acl", "ccomp"))


def _passive(syntax: Syntax, i: int) -> _Spans:
    """ "was quoted as saying that ..." """
    clause = syntax.child(i, "xcomp", "advcl", "ccomp")
    if clause is None:
        clause = _as_saying(syntax, i)
    if clause is not None and syntax.lemma[clause] in ("say", "tell", "warn", "state", "write"):
        clause = syntax.child(clause, "ccomp", "obj", "xcomp")
    if clause is not None and clause > i:
        yield clause_span(syntax, clause, i)


def _as_saying(syntax: Syntax, i: int) -> int | None:
    """ "cited an aide in the president's office *as saying* ...", wherever the parse hung it."""
    end = min(i + 18, syntax.sentences[syntax.sentence_of[i]][1])
    return next((k for k in range(i + 2, end) if syntax.lower[k] == "saying" and syntax.lower[k - 1] == "as"), None)


def _demanded(syntax: Syntax, i: int) -> _Spans:
    """ "urged Pyongyang to answer", "urged that they answer", "urged restraint"."""
    that = syntax.child(i, "ccomp")
    if that is not None and syntax.lemma[i] != "ask":
        yield clause_span(syntax, that, i)
        return
    addressed = syntax.child(i, "obj", "iobj")
    task = frames.infinitive(syntax, i, addressed)
    if task is not None and addressed is not None and i < addressed < task:
        between = range(syntax.edges(addressed)[1] + 1, syntax.edges(task)[0])
        if any(syntax.lower[k] in DAYS for k in between):  # "warned both sides *on Friday* to stop"
            yield trimmed(syntax, *syntax.edges(addressed))
            yield trimmed(syntax, *syntax.edges(task))
            return
        yield trimmed(syntax, syntax.edges(addressed)[0], max(syntax.edges(addressed)[1], syntax.edges(task)[1]))
    elif task is None and addressed is not None and addressed > i and syntax.lemma[i] == "urge":
        yield trimmed(syntax, *syntax.edges(addressed))


_FRAMES: dict[str, Callable[[Syntax, int], _Spans]] = {
    "passive": _passive,
    "infinitive": _demanded,
    "ask": _demanded,
    "as": frames.named_as,
    "for": frames.blamed_for,
    "accuse": frames.accused_of,
    "call": frames.called_for,
    "appeal": frames.called_for,
    "name": frames.named,
    "object-clause": frames.object_clause,
    "noun": frames.noun_clause,
    "plan": frames.planned,
    "predicate": frames.predicate,
    "known": frames.let_known,
    "on": frames.insisted_on,
    "document": frames.document,
}
