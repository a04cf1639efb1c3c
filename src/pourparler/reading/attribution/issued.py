"""Quotations that open a text somebody issued: "The press office published a statement. 'No talks were held ...'"."""

from __future__ import annotations

from pourparler.reading.actors import Actors
from pourparler.reading.attribution.drafts import DOCUMENTS, OCCASIONS, Draft
from pourparler.reading.attribution.sources import speaks
from pourparler.reading.quotes import Quote
from pourparler.reading.syntax import Syntax
from pourparler.records import Stance

#: What one does with a statement of one's own.
_ISSUING = frozenset({"publish", "issue", "release", "post", "share", "circulate", "distribute", "make"})
#: How long a quotation must be to be a text, in characters.
_TEXT = 40


def from_issued(syntax: Syntax, actors: Actors, quote: Quote) -> Draft | None:
    """The statement that the sentence right before a quotation announces; None where that sentence issues nothing."""
    opens = syntax.at(quote.outer_start)
    if quote.size < _TEXT or opens == 0 or not _begins_a_sentence(syntax, quote):
        return None
    before = opens - 1
    while before > 0 and syntax.pos[before] in ("SPACE", "PUNCT"):
        before -= 1
    first, last = syntax.sentences[syntax.sentence_of[before]]
    for verb in range(first, min(last, opens)):
        if syntax.lemma[verb] in _ISSUING and (speaker := _issuer(syntax, actors, verb)) is not None:
            draft = Draft("quotation", (verb, verb), speaker, Stance.ASSERTS, [(quote.start, quote.end)])
            draft.quoted, draft.confidence = [quote], 0.7
            draft.example = 'The palace published a statement. "No talks were held with Riga last week."'
            return draft
    return None


def _issuer(syntax: Syntax, actors: Actors, verb: int) -> int | None:
    """Who issues a text with this verb, told as done."""
    if syntax.pos[verb] != "VERB" or not syntax.finite(verb) or syntax.negation(verb) is not None:
        return None
    thing, speaker = syntax.child(verb, "obj"), syntax.subject(verb)
    if thing is None or speaker is None or syntax.passive(verb) or not speaks(syntax, actors, speaker):
        return None
    return speaker if syntax.lemma[thing] in DOCUMENTS | OCCASIONS else None


def _begins_a_sentence(syntax: Syntax, quote: Quote) -> bool:
    """Whether what stands before the quotation is closed, and its first word is written as a sentence's."""
    before = syntax.text[: quote.outer_start].rstrip()
    return before[-1:] in {".", ":", "!"} and syntax.text[quote.start : quote.start + 1].isupper()
