"""Stretches: the words of a reason or topic, cut from the parse."""

from __future__ import annotations

from typing import NamedTuple

from pourparler.reading.syntax import QUOTE_MARKS, Syntax
from pourparler.records import ReasonKind

_CALLING = frozenset({"call", "describe", "term", "label", "consider", "regard", "deem"})
_SPEAKING = frozenset({"say", "report", "add", "announce", "confirm", "write"})
_ASIDES = frozenset({"acl:relcl", "appos", "advcl:relcl"})


class Cause(NamedTuple):
    """The tokens of a reason, the token of whoever gives it, and its kind where the construction tells it."""

    first: int
    last: int
    voice: int | None = None
    kind: ReasonKind | None = None


def whole(syntax: Syntax, k: int) -> Cause:
    """A noun with all that belongs to it, without its preposition; "what it called a raid" comes to "a raid"."""
    verb = syntax.child(k, "acl:relcl") if syntax.lower[k] == "what" else None
    if verb is not None and syntax.lemma[verb] in _CALLING and syntax.edges(k)[1] > verb:
        first = next(j for j in range(verb + 1, syntax.size) if syntax.lower[j] not in ("as", "to", "be"))
        return Cause(*syntax.quote_free(first, max(first, run_of(syntax, k)[1])))
    first, last = run_of(syntax, k)
    case = [j for c in syntax.kids[k] if syntax.dep[c] == "case" and c < k for j in (c, *syntax.kids[c])]
    # The phrase begins behind its preposition, whatever the parse makes of the first word ("of scheduling issues").
    return Cause(*syntax.quote_free(max(case) + 1 if case else first, last))


def run_of(syntax: Syntax, k: int, *without: int) -> tuple[int, int]:
    """The words under ``k`` in one stretch, up to what is told beside them: "..., officials said"."""
    loose = [*without]
    loose += [
        c for c in syntax.kids[k] if syntax.dep[c] == "parataxis" or syntax.preposition(c).startswith("according")
    ]
    tokens = syntax.subtree(k, loose) if loose else syntax.subtree(k)
    at = tokens.index(k)
    first, last = at, at
    while first > 0 and tokens[first - 1] == tokens[first] - 1:
        first -= 1
    while last + 1 < len(tokens) and tokens[last + 1] == tokens[last] + 1:
        last += 1
    last -= syntax.dep[tokens[last]] == "cc"
    start, end = tokens[first], _before_speech(syntax, tokens[first], tokens[last])
    while end > start and (syntax.pos[end] == "SPACE" or syntax.word[end] in {*QUOTE_MARKS, ",", ".", ";"}):
        end -= 1
    return start, _before_asides(syntax, start, end)


def _before_asides(syntax: Syntax, first: int, last: int) -> int:
    """Leaves out what is added behind a comma: "the incident, which occurred near an island"."""
    for k in range(first, last + 1):
        start, end = syntax.edges(k)
        if syntax.dep[k] in _ASIDES and end >= last and first < start - 1 and "," in syntax.word[start - 1 : start + 1]:
            return start - 1 - (syntax.word[start - 1] == ",")
    return last


def _before_speech(syntax: Syntax, first: int, last: int) -> int:
    """Leaves out who says so where the parse took it in: "the drills, Yonhap | reported"."""
    named = next((j for j in range(last, first, -1) if syntax.lower[j] == "according"), None)
    if named is not None and syntax.word[named - 1] == ",":
        return max(first, named - 2)
    speech = last + 1 < syntax.size and syntax.lemma[last + 1] in _SPEAKING
    comma = next((j for j in range(last, first, -1) if syntax.word[j] == ","), None)
    return comma - 1 if speech and comma is not None else last


def opened(syntax: Syntax, k: int, word: str) -> Cause | None:
    """The clause that ``word`` opens, without that word; None where it does not stand at its head."""
    mark = next((c for c in syntax.kids[k] if syntax.dep[c] == "mark" and syntax.lower[c] == word), None)
    first, last = run_of(syntax, k)
    if mark is None or mark >= last or mark > first + 2:
        return None
    return Cause(*syntax.quote_free(mark + 1, last))


def matter_of(syntax: Syntax, k: int, *prepositions: str) -> Cause | None:
    """The noun or gerund that hangs on ``k`` by one of the prepositions: "about the raid", "about jamming signals"."""
    noun = next(iter(syntax.obliques(k, *prepositions)), None)
    if noun is not None:
        return whole(syntax, noun)
    clauses = ((c, word) for c in syntax.children(k, "advcl", "xcomp", "acl") for word in prepositions)
    return next((opened(syntax, c, word) for c, word in clauses if marked(syntax, c, word)), None)


def marked(syntax: Syntax, k: int, word: str) -> bool:
    """Whether a clause is opened by ``word``."""
    return any(syntax.dep[c] == "mark" and syntax.lower[c] == word for c in syntax.kids[k])


def opening_of(syntax: Syntax, k: int) -> int:
    """The preposition or conjunction that opens a phrase or clause; ``k`` itself where there is none."""
    return min((c for c in syntax.kids[k] if syntax.dep[c] in ("case", "mark")), default=k)
