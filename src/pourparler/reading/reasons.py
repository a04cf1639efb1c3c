"""Why a step was taken, and what a side asks for before contact."""

from __future__ import annotations

import re

from spacy.tokens import Doc

from pourparler.reading.attribution import names_a_source
from pourparler.reading.syntax import Syntax
from pourparler.reading.tables import rows
from pourparler.records import Actor, Condition, Reason, ReasonKind

_CAUSES = frozenset(
    {
        "because of",
        "due to",
        "over",
        "owing to",
        "on account of",
        "in protest at",
        "in protest of",
        "in protest over",
        "in protest against",
        "in response to",
        "in retaliation for",
        "citing",
        "thanks to",
        "as a result of",
    }
)
_KINDS = tuple(
    (
        ReasonKind(row["kind"]),
        re.compile(rf"\b(?:{'|'.join(map(re.escape, row['words'].split(';')))})\b", re.IGNORECASE),
    )
    for row in rows("reasons")
)
_UNLESS = frozenset({"unless", "until", "if", "once"})


def kind_of(words: str) -> ReasonKind:
    """The kind of reason that the words tell; the first kind of the table that fits."""
    return next((kind for kind, pattern in _KINDS if pattern.search(words)), ReasonKind.OTHER)


def reasons_of(doc: Doc, tokens: list[int]) -> tuple[Reason, ...]:
    """Reasons told at any of the tokens of a contact: "because of", "over", "prevented by", "citing"."""
    syntax: Syntax = doc._.syntax
    found: dict[tuple[int, int], Reason] = {}
    for i in dict.fromkeys(tokens):
        for k in syntax.kids[i]:
            span = _reason_span(syntax, i, k)
            if span is None:
                continue
            start, end = span
            words = syntax.text[start:end]
            found[span] = Reason(kind=kind_of(words), by=_voice(doc, i, k), text=words, start=start, end=end)
    return tuple(found[s] for s in sorted(found))


def _reason_span(syntax: Syntax, i: int, k: int) -> tuple[int, int] | None:
    relation = syntax.relation[k]
    if relation in ("obl", "nmod") and k > i:
        marked = syntax.preposition(k)
        hindered = syntax.lemma[i] in ("prevent", "block", "hamper", "derail", "delay") and syntax.dep[k] == "obl:agent"
        if (marked in _CAUSES and not _not_a_cause(syntax, i, k, marked)) or hindered:
            return syntax.chars(*syntax.quote_free(*_without_case(syntax, k)))
    if relation == "advcl" and syntax.lower[k] == "citing":
        named = syntax.child(k, "obj")
        return (
            None
            if named is None or names_a_source(syntax, named)
            else syntax.chars(*syntax.quote_free(*syntax.edges(named)))
        )
    if (
        relation == "advcl"
        and any(syntax.lower[c] in ("because", "since", "as") and syntax.dep[c] == "mark" for c in syntax.kids[k])
        and any(syntax.lower[c] == "because" for c in syntax.kids[k])
    ):
        first, last = syntax.edges(k)
        return syntax.chars(*syntax.quote_free(first + 1, last)) if last > first else None
    return None


def _not_a_cause(syntax: Syntax, i: int, k: int, marked: str) -> bool:
    """ "talks over the border" are about it; "called off over the border clash" is because of it."""
    return (
        marked == "over"
        and syntax.pos[i] == "NOUN"
        and syntax.lemma[i] in ("talk", "talks", "negotiation", "dispute", "discussion")
    )


def _without_case(syntax: Syntax, k: int) -> tuple[int, int]:
    marks = {c for c in syntax.kids[k] if syntax.dep[c] == "case"}
    tokens = list(syntax.subtree(k, marks))
    return tokens[0], tokens[-1]


def _voice(doc: Doc, i: int, k: int) -> Actor | None:
    """Who gives the reason: the subject of "citing"; otherwise the outlet (None), until a statement covers it."""
    syntax: Syntax = doc._.syntax
    return doc._.actors.one(syntax.subject(i)) if syntax.lower[k] == "citing" else None


def conditions_of(doc: Doc, tokens: list[int], by: Actor | None) -> tuple[Condition, ...]:
    """What must be met before contact: "unless", "until", "as long as", "on condition that"."""
    syntax: Syntax = doc._.syntax
    out = []
    for i in dict.fromkeys(tokens):
        held = [k for k in syntax.kids[i] if syntax.dep[k] == "advcl"]
        held += [c for k in syntax.kids[i] if syntax.lower[k] == "long" for c in syntax.children(k, "advcl")]
        for k in held:
            if k < i:
                continue
            marks = [c for c in syntax.kids[k] if syntax.dep[c] in ("mark", "case", "advmod")]
            words = {syntax.lower[c] for c in marks} | {syntax.lower[f] for c in marks for f in syntax.kids[c]}
            if (
                words & _UNLESS
                or syntax.lower[syntax.head[k]] == "long"
                or {"long", "as"} <= words
                or {"condition"} & words
            ):
                first, last = syntax.edges(k)
                start, end = syntax.chars(*syntax.quote_free(first, last))
                out.append(Condition(by=by, text=syntax.text[start:end], start=start, end=end))
    return tuple(out)
