"""Where a clause that tells what is said begins and ends."""

from __future__ import annotations

from collections.abc import Iterator

from pourparler.reading.attribution.drafts import (
    CLAIMS,
    CUES,
    DEED_ENDINGS,
    DEEDS,
    SPEAKERS,
    is_speech,
    trimmed,
)
from pourparler.reading.syntax import Syntax

#: What another side does with a claim in a relative clause of its own.
_ANSWERING = frozenset({"deny", "dispute", "reject", "refute", "confirm", "dismiss", "contest"})
_PRESENT, _PAST = frozenset({"VBZ", "VBP"}), frozenset({"VBD"})


def clause_span(syntax: Syntax, clause: int, cue: int, drop: tuple[str, ...] = ("that",)) -> tuple[int, int]:
    """The characters of a clause that is said, without what others do with it and without its own *that*."""
    tokens = syntax.subtree(clause, list(_not_said(syntax, clause, cue)))
    tokens = [t for t in tokens if (t < cue) == (clause < cue)] or tokens
    first, last = tokens[0], tokens[-1]
    if syntax.lower[first] in ("that", "which") and first + 1 < last and is_speech(syntax, first + 1):
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


def _not_said(syntax: Syntax, clause: int, cue: int) -> Iterator[int]:
    """Branches of a clause that belong to whoever reports it, or to another side."""
    if syntax.under(cue, clause):
        yield cue
    for k in syntax.subtree(clause):
        said_of_it = syntax.dep[k] in ("appos", "parataxis") and syntax.lemma[k] in CLAIMS
        if said_of_it or (syntax.dep[k] == "parataxis" and syntax.head[k] == clause and syntax.lemma[k] in CUES):
            yield k
        elif syntax.dep[k] in ("acl:relcl", "advcl:relcl") and syntax.lemma[k] in _ANSWERING:
            pronoun = syntax.lower[syntax.head[k]] in ("something", "which")
            yield syntax.head[k] if pronoun else k
        elif syntax.dep[k] in ("advcl", "acl") and is_saying(syntax, k):
            yield k
        elif syntax.dep[k] == "conj" and (told_beside(syntax, k) == cue or _told_against(syntax, k)):
            yield from (k, *(c for c in syntax.kids[k] if syntax.dep[c] in ("cc", "punct")))


def _told_against(syntax: Syntax, k: int) -> bool:
    """ "would not say if it had been used, *but an official confirmed it*": a report of its own."""
    subject = syntax.grammatical_subject(k)
    if subject is None or subject > k or not is_speech(syntax, k) or not syntax.finite(k):
        return False
    return syntax.pos[subject] != "PRON" and any(syntax.lower[c] == "but" for c in syntax.kids[k])


def is_saying(syntax: Syntax, k: int) -> bool:
    """ "..., saying ...": a gerund of speech after a comma, which goes on with the saying above it."""
    return syntax.tag[k] == "VBG" and syntax.lemma[k] in CUES and k > 0 and syntax.word[k - 1] == ","


def told_beside(syntax: Syntax, i: int) -> int | None:
    """ "*maintains* the balloon had strayed and *says* ...": the cue above, where the parse coordinates too low.

    A verb of saying without a subject goes with a cue above it in whose tense it stands, if the clause between them
    stands in another.
    """
    if syntax.dep[i] != "conj" or syntax.lemma[i] not in CUES or syntax.grammatical_subject(i) is not None:
        return None
    between = syntax.head[i]
    above = syntax.head[between]
    if syntax.dep[between] not in ("ccomp", "xcomp", "advcl", "acl") or syntax.lemma[above] not in CUES:
        return None
    if not syntax.children(i, "ccomp", "xcomp", "obj"):
        return None
    own, outer, inner = (_tense(syntax, k) for k in (i, above, between))
    if not own and syntax.tag[i] == "VBG" == syntax.tag[above] and inner:
        return above  # "saying it was shut and demanding ..."
    if not own and syntax.tag[i] == "VBN" == syntax.tag[above]:
        own = outer  # "has said it was a balloon and accused ...": one auxiliary for both
    if own == outer and own == inner:  # "said the incident took place at dawn and demanded ..."
        return above if _mute(syntax, between) else None
    if own == "past" and outer == "perfect" and _mute(syntax, between):
        return above  # the participle of "has said ... and accused", which looks like a past
    return above if own and own == outer and own != inner else None


def _mute(syntax: Syntax, clause: int) -> bool:
    """Whether the subject of a clause is a thing, which the next verb of saying cannot have."""
    subject = syntax.grammatical_subject(clause)
    if subject is None:
        return False
    if syntax.lower[subject] == "it":
        return bool(syntax.children(clause, "cop")) or syntax.passive(
            clause
        )  # "has said it was a balloon and accused ..."
    lemma = syntax.lemma[subject]
    return lemma in DEEDS or (lemma.endswith(DEED_ENDINGS) and lemma not in SPEAKERS)


def _tense(syntax: Syntax, i: int) -> str:
    """Present, past, or neither (a gerund, an infinitive); auxiliaries count before the verb."""
    for k in (*(c for c in syntax.kids[i] if syntax.dep[c].startswith(("aux", "cop"))), i):
        if syntax.tag[k] in _PRESENT:
            return "perfect" if syntax.lemma[k] == "have" and k != i else "present"
        if syntax.tag[k] in _PAST:
            return "pluperfect" if syntax.lemma[k] == "have" and k != i else "past"
        if syntax.tag[k] == "MD":
            return "modal"
    return ""


def host_span(syntax: Syntax, i: int) -> Iterator[tuple[int, int]]:
    """The clause that "..., she said" interrupts or closes: what stands before it, and what goes on after it."""
    host = syntax.head[i]
    own_first, own_last = syntax.edges(i)
    first, last = syntax.edges(host)
    if first < own_first:
        yield trimmed(syntax, first, own_first - 1)
    if last > own_last + 3 and host > i:
        yield trimmed(syntax, own_last + 1, last)
