"""Attribution without a verb of saying: "according to", silence, hearsay."""

from __future__ import annotations

from pourparler.reading.attribution.cues import relay
from pourparler.reading.attribution.drafts import SILENT, Draft, trimmed
from pourparler.reading.attribution.quoting import stretch_over_quotes
from pourparler.reading.quotes import Quote
from pourparler.reading.syntax import Syntax
from pourparler.records import Stance


def from_according(syntax: Syntax, quotes: list[Quote], i: int) -> Draft | None:
    """ "according to X": X says the clause it hangs on."""
    source = syntax.head[i] if syntax.dep[i] == "case" else next(iter(syntax.obliques(i, "to")), None)
    if source is None or i + 1 >= syntax.size or syntax.lower[i + 1] != "to":
        return None
    top = next(
        (k for k in syntax.ancestors(source) if syntax.pos[k] in ("VERB", "AUX") or syntax.children(k, "cop", "nsubj")),
        None,
    )
    top = top if top is not None else syntax.head[source]
    if top == source:
        return None
    tokens = syntax.subtree(top, [source if syntax.dep[i] == "case" else i])
    near = [t for t in tokens if (t < i) == (top < i)]
    draft = Draft(
        "cue:according to",
        (i, i + 1),
        source,
        Stance.ASSERTS,
        [_clause_of(syntax, near or tokens, i)],
        example="Two boats collided, according to the harbour master.",
        hangs_on=top,
    )
    relay(syntax, top, draft)
    stretch_over_quotes(syntax, quotes, draft, None)
    return draft


def relay_reports(syntax: Syntax, drafts: list[Draft]) -> list[Draft]:
    """ "The ministry denied it, according to Interfax": the agency relays the ministry and claims nothing."""
    kept = []
    for draft in drafts:
        top = draft.hangs_on
        spoken = [d for d in drafts if top is not None and d.hangs_on is None and d.cue[0] in syntax.conjuncts(top)]
        spoken = spoken or [d for d in drafts if _tail_of(syntax, draft, d)]
        for other in spoken:
            if draft.source is not None:
                other.via.insert(0, draft.source)
        if not spoken:
            kept.append(draft)
    return kept


def _tail_of(syntax: Syntax, draft: Draft, other: Draft) -> bool:
    """Whether ", according to X" closes the content of another statement; if so, it is cut off there."""
    if draft.hangs_on is None or other is draft or other.hangs_on is not None or not other.content:
        return False
    at = syntax.start[draft.cue[0]]
    a, b = other.content[-1]
    if not a < at < b or syntax.word[draft.cue[0] - 1] != "," or draft.cue[0] < other.cue[0]:
        return False
    other.content[-1] = (a, len(syntax.text[:at].rstrip(", ")))
    return True


def _clause_of(syntax: Syntax, tokens: list[int], cue: int) -> tuple[int, int]:
    """The run of tokens nearest the cue, in characters."""
    first, last = tokens[0], tokens[-1]
    if first < cue < last:
        last = cue - 1
    while first < last and syntax.lower[first] in ("that", "but", "and") and syntax.dep[first] in ("mark", "cc"):
        first += 1
    return trimmed(syntax, first, last)


def from_silence(syntax: Syntax, i: int) -> Draft | None:
    """ "declined to comment", "has not commented", "did not rule out a call"."""
    verb, negated = i, syntax.negation(i) is not None
    source = syntax.subject(i)
    if source is None:
        return None
    if syntax.lemma[i] == "rule":
        out = any(syntax.lower[k] == "out" for k in syntax.kids[i])
        thing = syntax.patient(i) or syntax.child(i, "xcomp", "ccomp")
        if not (negated and out) or thing is None:
            return None
        return Draft(
            "silence:rule out",
            (i, i),
            source,
            Stance.DOES_NOT_RULE_OUT,
            [trimmed(syntax, *syntax.edges(thing))],
            example="The envoy did not rule out a call.",
        )
    if syntax.lemma[i] == "comment":
        if not negated:
            return None
        return Draft(
            "silence:comment",
            (i, i),
            source,
            Stance.DECLINES_TO_COMMENT,
            _matter(syntax, i),
            example="The palace has not commented on the report.",
        )
    word = syntax.child(i, "xcomp")
    if negated or word is None or syntax.lemma[word] not in SILENT:
        return None
    stance = Stance.DOES_NOT_CONFIRM if syntax.lemma[word] == "confirm" else Stance.DECLINES_TO_COMMENT
    return Draft(
        f"silence:{syntax.lemma[verb]}",
        (verb, word),
        source,
        stance,
        _matter(syntax, word),
        example="The palace declined to comment on the report.",
    )


def _matter(syntax: Syntax, verb: int) -> list[tuple[int, int]]:
    """What is not commented on, where the words say."""
    named = syntax.child(verb, "ccomp", "obj", "xcomp")
    if named is None:
        named = next(iter(syntax.obliques(verb, "on", "about", "to")), None)
    return [] if named is None else [trimmed(syntax, *syntax.edges(named))]


def from_hearsay(syntax: Syntax, i: int) -> Draft | None:
    """ "reportedly": a claim whose source the outlet keeps to itself."""
    top = syntax.head[i]
    if top == i or syntax.pos[top] not in ("VERB", "AUX", "ADJ", "NOUN"):
        return None
    first, last = syntax.edges(top)
    return Draft(
        "cue:reportedly",
        (i, i),
        None,
        Stance.ASSERTS,
        [trimmed(syntax, first, last)],
        confidence=0.7,
        example="The envoys reportedly met twice.",
    )
