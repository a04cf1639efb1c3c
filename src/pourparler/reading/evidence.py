"""The words a record rests on, cut from the text."""

from __future__ import annotations

from pourparler.reading.syntax import Syntax
from pourparler.records import Span


def span(syntax: Syntax, start: int, end: int) -> Span:
    """A Span of the text by character offsets."""
    return Span(start=start, end=end, text=syntax.text[start:end])


def word_span(syntax: Syntax, i: int) -> Span:
    """A trigger with the particle that follows it ("called off")."""
    particle = next((k for k in syntax.kids[i] if syntax.dep[k] == "compound:prt" and k == i + 1), i)
    return span(syntax, *syntax.chars(i, particle))


def clause_span(syntax: Syntax, i: int) -> Span:
    """The clause that a trigger stands in, without quotation marks at its ends."""
    top = i
    while syntax.pos[top] not in ("VERB", "AUX") and syntax.head[top] != top:
        top = syntax.head[top]
    return span(syntax, *syntax.chars(*syntax.quote_free(*syntax.edges(top))))


def sentence_text(syntax: Syntax, i: int) -> str:
    """The sentence of a token, as its id hashes it."""
    first, end = syntax.sentences[syntax.sentence_of[i]]
    return syntax.text[syntax.start[first] : syntax.end[end - 1]].strip()
