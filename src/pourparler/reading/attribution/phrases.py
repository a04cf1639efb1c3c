"""Attribution by a phrase that frames a clause: "in the words of the minister", "in Lima's view"."""

from __future__ import annotations

from pourparler.reading.actors import Actors
from pourparler.reading.attribution.drafts import Draft, is_speech, trimmed, words_of
from pourparler.reading.attribution.inserted import segment
from pourparler.reading.attribution.quoting import stretch_over_quotes
from pourparler.reading.attribution.sources import speaks
from pourparler.reading.quotes import Quote
from pourparler.reading.syntax import Syntax
from pourparler.records import Stance

_VERSIONS, _VIEWS, _ANSWERS = words_of("version"), words_of("view"), words_of("answer")
#: Nouns whose phrase may frame what somebody says, in the singular and as written ("words").
FRAMING = _VERSIONS | _VIEWS | _ANSWERS
_LEADING = frozenset({"in", "by", "on", "from"})
_EDGES = frozenset({",", "—", "–", "-"})
_ENDS = frozenset({".", ";", "!", "?"})


def from_phrase(syntax: Syntax, quotes: list[Quote], actors: Actors, i: int) -> Draft | None:
    """The statement that a framing noun makes of the clause beside its phrase, or of what its colon opens."""
    source = _owner(syntax, actors, i)
    if source is None or not speaks(syntax, actors, source):
        return None
    word = syntax.lower[i] if syntax.lower[i] in FRAMING else syntax.lemma[i]
    content = _after_colon(syntax, i)
    if not content and word not in _ANSWERS and syntax.preposition(i) in _LEADING:
        content = _beside(syntax, i)
    if not content:
        return None
    stance = Stance.CONSIDERS if word in _VIEWS else Stance.ASSERTS
    draft = Draft(f"phrase:{word}", (i, i), source, stance, content, confidence=0.8)
    draft.example = "In the words of the minister, the boat had strayed."
    stretch_over_quotes(syntax, quotes, draft, None)
    return draft


def _owner(syntax: Syntax, actors: Actors, i: int) -> int | None:
    """Whose words: "*Lima*'s view", "the words of *the minister*", "the army version", "its reply"."""
    owner = syntax.possessor(i)
    if owner is None:
        owner = next(iter(syntax.obliques(i, "of", "from")), None)
    if owner is None:
        owner = next((k for k in syntax.named_modifiers(i) if actors.one(k) is not None), None)
    return owner if owner is None or syntax.lower[owner] not in ("our", "my", "your") else None


def _after_colon(syntax: Syntax, i: int) -> list[tuple[int, int]]:
    """ "Baku's version: *saboteurs mined the road*", "Its reply was short: *no*"; the rest of the sentence."""
    begin, end = segment(syntax, i)
    colon = next((k for k in range(i + 1, min(syntax.edges(i)[1] + 6, end)) if syntax.word[k] == ":"), None)
    opens = syntax.phrase(i)[0] - begin <= 1 or syntax.word[syntax.phrase(i)[0] - 1] == ","
    if colon is None or not opens or colon + 2 >= end:
        return []
    between = [k for k in range(syntax.phrase(i)[1] + 1, colon) if syntax.pos[k] != "PUNCT"]
    if between and syntax.lemma[between[0]] != "be":
        return []
    return [trimmed(syntax, colon + 1, end - 1)]


def _beside(syntax: Syntax, i: int) -> list[tuple[int, int]]:
    """The clause that the phrase opens, closes or interrupts between commas."""
    begin, end = segment(syntax, i)
    first, last = syntax.edges(i)
    first = max((k for k in range(first, i) if syntax.word[k] in _EDGES), default=first)
    last = next((k for k in range(i, last) if syntax.word[k] in _EDGES), last)  # apposition or clause, no part of it
    while last > i and syntax.pos[last] == "PUNCT":
        last -= 1
    while first < i and syntax.pos[first] == "PUNCT":
        first += 1
    after = syntax.word[last + 1] if last + 1 < end else "."
    if first - begin <= 1:
        told_apart = any(is_speech(syntax, k) and syntax.dep[k] == "ROOT" for k in range(last + 1, end))
        return [trimmed(syntax, last + 2, end - 1)] if after in _EDGES and last + 3 < end and not told_apart else []
    if syntax.word[first - 1] not in _EDGES:
        return []
    spans = [trimmed(syntax, begin, first - 2)] if first - 2 > begin else []
    if spans and after in _EDGES and last + 3 < end:
        return [*spans, trimmed(syntax, last + 2, end - 1)]
    return spans if after in _ENDS else []
