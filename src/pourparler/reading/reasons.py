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
_HINDERING = frozenset({"prevent", "block", "hamper", "derail", "delay"})
_RESPONSES = frozenset({"response", "protest", "retaliation", "reaction", "reply", "answer"})
_GRIEVANCES = frozenset({"over", "after", "following", "regarding", "concerning"})
#: What "over" and "after" may also go with: the channel, another contact, a stretch of time.
_NO_GRIEVANCE = frozenset(
    {
        "hotline",
        "line",
        "phone",
        "telephone",
        "channel",
        "video",
        "link",
        "radio",
        "call",
        "talk",
        "talks",
        "meeting",
        "conversation",
        "negotiation",
        "discussion",
        "consultation",
        "day",
        "week",
        "weekend",
        "month",
        "year",
        "hour",
        "minute",
        "midnight",
        "noon",
    }
)
_PROTESTING = frozenset({"protest", "condemn", "denounce", "decry", "complain", "object", "explain"})
_PROTESTS = frozenset({"protest", "complaint", "objection", "condemnation"})
_LODGING = frozenset({"lodge", "file", "deliver", "register", "convey", "make", "express", "voice", "submit"})
_MATTER = ("about", "over", "against", "at", "of", "to", "regarding", "concerning")
_UNLESS = frozenset({"unless", "until", "if", "once"})


def kind_of(words: str) -> ReasonKind:
    """The kind of reason that the words tell; the first kind of the table that fits."""
    return next((kind for kind, pattern in _KINDS if pattern.search(words)), ReasonKind.OTHER)


def reasons_of(doc: Doc, tokens: list[int], *, broken: bool = False) -> tuple[Reason, ...]:
    """Reasons told at any of the tokens of a contact: "because of", "prevented by", "citing".

    Of a step that is ``broken`` (a summons, a cancellation) what it is "over", "after" or "to protest" is one too.
    """
    syntax: Syntax = doc._.syntax
    dates = [(d.start, d.end) for d in doc._.dates.all if d.start is not None and d.end is not None]
    found: dict[tuple[int, int], Reason] = {}
    for i in dict.fromkeys(tokens):
        for k in syntax.kids[i]:
            span = _reason_span(syntax, i, k) or (_grievance_span(syntax, k) if broken and k > i else None)
            if span is None or any(a < span[1] and span[0] < b and b - a >= span[1] - span[0] - 4 for a, b in dates):
                continue
            start, end = span
            words = syntax.text[start:end]
            found[span] = Reason(kind=kind_of(words), by=_voice(doc, i, k), text=words, start=start, end=end)
    return tuple(found[s] for s in sorted(found))


def _reason_span(syntax: Syntax, i: int, k: int) -> tuple[int, int] | None:
    relation = syntax.relation[k]
    if relation in ("obl", "nmod") and k > i:
        hindered = syntax.lemma[i] in _HINDERING and syntax.dep[k] == "obl:agent"
        if syntax.preposition(k) in _CAUSES or hindered:
            return syntax.chars(*syntax.quote_free(*_without_case(syntax, k)))
        return _response_span(syntax, k)
    if relation != "advcl":
        return None
    if syntax.lower[k] == "citing":
        named = syntax.child(k, "obj")
        if named is None or names_a_source(syntax, named):
            return None
        return syntax.chars(*syntax.quote_free(*syntax.edges(named)))
    return _clause_span(syntax, k, "because")


def _response_span(syntax: Syntax, k: int) -> tuple[int, int] | None:
    """ "in response to the raid", "in protest at the ruling", where the parse keeps the words apart."""
    if syntax.preposition(k) != "in" or syntax.lemma[k] not in _RESPONSES:
        return None
    own = syntax.obliques(k, "to", "at", "over", "against", "for", "of")
    beside = [c for c in syntax.obliques(syntax.head[k], "to", "at", "over", "against") if c > k]
    matter = next(iter((*own, *beside)), None)
    return None if matter is None else syntax.chars(*syntax.quote_free(*_without_case(syntax, matter)))


def _clause_span(syntax: Syntax, k: int, conjunction: str) -> tuple[int, int] | None:
    """The clause that "because" or "after" opens, without that word."""
    mark = next((c for c in syntax.kids[k] if syntax.dep[c] == "mark" and syntax.lower[c] == conjunction), None)
    first, last = syntax.edges(k)
    opens = mark is not None and mark == first and last > first
    return syntax.chars(*syntax.quote_free(first + 1, last)) if opens else None


def _grievance_span(syntax: Syntax, k: int) -> tuple[int, int] | None:
    """What a broken step is about: "over the breach", "after jets crossed the border", "to protest the ruling"."""
    relation = syntax.relation[k]
    if relation in ("obl", "nmod") and syntax.preposition(k) in _GRIEVANCES and syntax.lemma[k] not in _NO_GRIEVANCE:
        return syntax.chars(*syntax.quote_free(*_without_case(syntax, k)))
    if relation not in ("advcl", "xcomp"):
        return None
    if any(syntax.dep[c] == "mark" and syntax.lower[c] == "to" for c in syntax.kids[k]):
        matter = _protested(syntax, k)
        return None if matter is None else syntax.chars(*syntax.quote_free(*_without_case(syntax, matter)))
    return _clause_span(syntax, k, "after") if syntax.pos[k] in ("VERB", "AUX") else None


def _protested(syntax: Syntax, k: int) -> int | None:
    """What a protest is of: "to protest the ruling", "to complain about it", "to lodge a protest over it"."""
    thing = syntax.child(k, "obj")
    if syntax.lemma[k] in _PROTESTING and thing is not None:
        return thing
    lodged = thing is not None and syntax.lemma[thing] in _PROTESTS and syntax.lemma[k] in _LODGING
    if not lodged and syntax.lemma[k] not in _PROTESTING:
        return None
    carriers = (k, thing) if lodged and thing is not None else (k,)
    return next((m for c in carriers for m in syntax.obliques(c, *_MATTER)), None)


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
                if syntax.lower[first - 2 : first] == ["as", "long"]:
                    first -= 2
                start, end = syntax.chars(*syntax.quote_free(first, last))
                out.append(Condition(by=by, text=syntax.text[start:end], start=start, end=end))
    return tuple(out)
