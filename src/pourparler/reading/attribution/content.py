"""What is said: the words of a cue's content, before quotation marks correct them."""

from __future__ import annotations

from collections.abc import Iterator

from pourparler.reading.attribution.drafts import CLAIMS, CUES, OCCASIONS, Draft, is_speech, marked, trimmed
from pourparler.reading.quotes import Quote
from pourparler.reading.syntax import Syntax

#: What another side does with a claim in a relative clause of its own.
_ANSWERING = frozenset({"deny", "dispute", "reject", "refute", "confirm"})


def content_of(
    syntax: Syntax, quotes: list[Quote], i: int, frame: str, before: list[Draft]
) -> Iterator[tuple[int, int]]:
    """Character spans of what is said, before quotation marks correct them."""
    if frame == "passive":
        clause = syntax.child(i, "xcomp", "advcl", "ccomp")
        if clause is not None and syntax.lemma[clause] == "say":
            clause = syntax.child(clause, "ccomp", "obj", "xcomp")
        if clause is not None and clause > i:
            yield clause_span(syntax, clause, i)
        return
    if frame == "as":
        yield from _named_as(syntax, i)
        return
    if frame == "accuse":
        for k in syntax.kids[i]:
            if syntax.dep[k] in ("advcl", "obl", "xcomp", "ccomp") and k > i and marked(syntax, k, "of"):
                yield clause_span(syntax, k, i, drop=("of",))
        return
    if frame == "call":
        yield from _called(syntax, i)
        return
    if frame == "object-clause":
        thing, rest = syntax.child(i, "obj"), syntax.child(i, "xcomp")
        if thing is not None and rest is not None:
            a, b = (
                min(syntax.edges(thing)[0], syntax.edges(rest)[0]),
                max(syntax.edges(thing)[1], syntax.edges(rest)[1]),
            )
            yield trimmed(syntax, a, b)
            return
    clause = syntax.child(i, "ccomp")
    if clause is None:  # "said in a joint statement that ...": the clause may hang on the statement
        documents = [k for k in syntax.children(i, "obl") if syntax.lemma[k] in OCCASIONS]
        clause = next((c for k in documents for c in syntax.children(k, "acl") if marked(syntax, c, "that")), None)
    if clause is None and frame in ("infinitive", "both", "claim"):
        clause = syntax.child(i, "xcomp")
    if clause is not None and frame != "claim":
        addressed = syntax.child(i, "obj", "iobj")
        if frame == "infinitive" and addressed is None and syntax.dep[clause] == "xcomp":
            return  # "asked to speak": a request for contact, not a demand
        if frame == "infinitive" and addressed is not None and i < addressed < clause:
            yield trimmed(syntax, syntax.edges(addressed)[0], syntax.edges(clause)[1])
            return
        spans = [clause_span(syntax, c, i) for c in syntax.children(i, "ccomp") or [clause] if (c > i) == (clause > i)]
        yield min(a for a, _ in spans), max(b for _, b in spans)
        return
    if syntax.dep[i].startswith("parataxis"):
        yield from _host_span(syntax, i)
        return
    if frame in ("both", "object", "claim"):
        yield from _object_span(syntax, i, frame, before)


def clause_span(syntax: Syntax, clause: int, cue: int, drop: tuple[str, ...] = ("that",)) -> tuple[int, int]:
    skip = [cue] if syntax.under(cue, clause) else []
    skip += [k for k in syntax.kids[clause] if syntax.dep[k] == "parataxis" and syntax.lemma[k] in CUES]
    skip += [
        k
        for k in syntax.subtree(clause)
        if (syntax.dep[k] in ("appos", "parataxis") and syntax.lemma[k] in CLAIMS)
        or (syntax.dep[k] == "acl:relcl" and syntax.lemma[k] in _ANSWERING)
    ]
    skip += [
        k
        for k in syntax.subtree(clause)
        if syntax.tag[k] == "VBG"
        and syntax.lemma[k] in CUES
        and syntax.dep[k] in ("advcl", "acl")
        and syntax.word[k - 1] == ","
    ]
    tokens = syntax.subtree(clause, skip)
    tokens = [t for t in tokens if (t < cue) == (clause < cue)] or tokens
    first, last = tokens[0], tokens[-1]
    if syntax.tag[first] == "WDT" and first + 1 < last and is_speech(syntax, first + 1):
        first += 2  # "reports that said ...": what the reports said
    opening = next(
        (k for k in syntax.kids[clause] if syntax.dep[k] == "mark" and syntax.lower[k] == "that" and k - first < 6),
        None,
    )
    if opening is not None and opening < clause:
        first = opening  # "said on Tuesday that ...": what stands before belongs to the saying
    while first < last and (syntax.lower[first] in drop and syntax.dep[first] in ("mark", "case", "fixed")):
        first += 1
    return trimmed(syntax, first, last)


def _host_span(syntax: Syntax, i: int) -> Iterator[tuple[int, int]]:
    """The clause that "..., she said" interrupts or closes: what stands before it, and what goes on after it."""
    host = syntax.head[i]
    own_first, own_last = syntax.edges(i)
    first, last = syntax.edges(host)
    if first < own_first:
        yield trimmed(syntax, first, own_first - 1)
    if last > own_last + 3 and host > i:
        yield trimmed(syntax, own_last + 1, last)


def _object_span(syntax: Syntax, i: int, frame: str, before: list[Draft]) -> Iterator[tuple[int, int]]:
    thing = syntax.patient(i)
    if thing is None:
        return
    whole = syntax.child(i, "obj")  # "..., which Moscow denied": the claim before, not its last noun
    if syntax.lemma[thing] in CLAIMS or (whole is not None and syntax.lower[whole] == "which"):
        own = syntax.child(thing, "acl", "ccomp")
        if own is not None and syntax.dep[own] != "acl:relcl" and syntax.lower[thing] not in ("it", "this", "that"):
            yield clause_span(syntax, own, i)
            return
        claim = _claim_before(syntax, i, before)
        if claim is not None:
            yield from claim.content
        elif syntax.pos[thing] == "NOUN":
            yield trimmed(syntax, *syntax.phrase(thing))
    elif frame != "claim" and syntax.pos[thing] != "PRON" and thing > i:
        yield trimmed(syntax, *syntax.edges(thing))


def _claim_before(syntax: Syntax, i: int, before: list[Draft]) -> Draft | None:
    """The statement that "the claim" or "it" stands for: the nearest of another source, an accusation before others."""
    denier = syntax.subject(i)
    own = syntax.lower[denier] if denier is not None else ""
    near = [
        d
        for d in before
        if d.content and d.cue[0] < i and syntax.sentence_of[i] - syntax.sentence_of[d.cue[0]] <= 1
        if d.source is None or syntax.lower[d.source] != own
    ]
    accusing = [d for d in near if d.rule.removeprefix("cue:") in ("accuse", "allege", "claim", "blame")]
    return next(reversed(accusing or near), None)


def _named_as(syntax: Syntax, i: int) -> Iterator[tuple[int, int]]:
    for k in syntax.kids[i]:
        if k > i and marked(syntax, k, "as") and syntax.relation[k] in ("obl", "advcl", "xcomp"):
            thing = syntax.child(i, "obj")
            first = syntax.edges(thing)[0] if thing is not None and thing > i else syntax.edges(k)[0]
            while syntax.lower[first] == "as":
                first += 1
            yield trimmed(syntax, first, syntax.edges(k)[1])
            return


def _called(syntax: Syntax, i: int) -> Iterator[tuple[int, int]]:
    """ "called on X to do Y", "called for Y", "called it a provocation"."""
    thing, named = syntax.child(i, "obj"), syntax.child(i, "xcomp", "ccomp")
    if named is not None and (thing is not None or syntax.obliques(i, "on", "upon")):
        first = syntax.edges(named)[0]
        yield trimmed(syntax, first, syntax.edges(named)[1])
        return
    for k in syntax.obliques(i, "for"):
        yield trimmed(syntax, *syntax.phrase(k))
        return
