"""Quoted speakers: whom "we", "our" and "I" in a quotation stand for; nobody where no cue stands beside it."""

from __future__ import annotations

from collections.abc import Callable

from pourparler.reading.quotes import Quote
from pourparler.reading.syntax import Syntax
from pourparler.reading.tables import rows
from pourparler.records import Actor

_SPEECH = frozenset(row["lemma"] for row in rows("cues"))
#: How far from its quotation a cue is looked for, in tokens.
_REACH = 16


class QuotedSpeakers:
    """Looks from a word in a quotation for the cue beside it. ``resolve`` answers for the cue's subject."""

    def __init__(self, syntax: Syntax, quotes: list[Quote], resolve: Callable[[int], Actor | None]) -> None:
        self._syntax, self._quotes, self._resolve = syntax, quotes, resolve

    def quote_at(self, i: int) -> Quote | None:
        """The quotation that a token stands in."""
        at = self._syntax.start[i]
        return next((q for q in self._quotes if q.start <= at < q.end), None)

    def of(self, i: int) -> Actor | None:
        """ "we", "our", "I" in a quotation: who is quoted there; None where no cue stands beside it."""
        quote = self.quote_at(i)
        while quote is not None:
            subject = self._cue_subject(i, quote)
            if subject is not None:
                return self._resolve(subject)
            at = self._quotes.index(quote)
            quote = self._quotes[at - 1] if quote.continues and at else None
        return None

    def _cue_subject(self, i: int, quote: Quote) -> int | None:
        """Who says it: the subject of the verb of saying that the quotation hangs on or stands beside."""
        syntax = self._syntax
        above = [k for k in syntax.ancestors(i) if not quote.start <= syntax.start[k] < quote.end]
        after = syntax.at(quote.outer_end)
        before = syntax.at(quote.outer_start)
        beside = [*range(after, self._reach(after, 1)), *range(before - 1, self._reach(before, -1), -1)]
        for verb in (*above, *beside):
            if syntax.lemma[verb] in _SPEECH and syntax.pos[verb] == "VERB" and self.quote_at(verb) is None:
                subject = syntax.grammatical_subject(verb)
                if subject is not None and self.quote_at(subject) is None:
                    return syntax.antecedent(subject)
        return None

    def _reach(self, start: int, step: int) -> int:
        """The end of the walk from ``start``: the paragraph's or sentence's edge, or the next quotation."""
        k = start if step > 0 else start - 1
        for _ in range(_REACH):
            out = not 0 <= k < self._syntax.size or "\n" in self._syntax.word[k] or self.quote_at(k) is not None
            if out or (step < 0 and self._syntax.word[k] == "."):
                break
            k += step
        return k


#: What puts a clause of saying beside another deed: "..., as he said".
_SETTING = frozenset({"when", "where", "after", "before", "as", "while", "although", "though"})


def told_by(syntax: Syntax, i: int) -> range:
    """The words before a cue of which the pronoun ``i`` is the speaker; nobody told of in them is he.

    "Oslo will deal with its *counterpart* through the embassy, he said."
    """
    verb = syntax.head[i]
    if syntax.dep[i] != "nsubj" or syntax.lemma[verb] not in _SPEECH or syntax.lower[i - 1] in _SETTING:
        return range(0)
    before = [k for k in syntax.children(verb, "ccomp", "parataxis") if k < i]
    host = syntax.head[verb] if syntax.relation[verb] == "parataxis" and syntax.head[verb] < i else None
    told = before[0] if before else host
    return range(0) if told is None or syntax.word[i - 1] != "," else range(syntax.edges(told)[0], i)


def beside_several(syntax: Syntax, i: int) -> bool:
    """ "Oslo and Riga were talking, though *it* said nothing was settled": who tells of them, and none of them."""
    verb = syntax.head[i]
    above = syntax.grammatical_subject(syntax.head[verb]) if syntax.dep[verb] == "advcl" else None
    if above is None or syntax.lemma[verb] not in _SPEECH:
        return False
    return len(syntax.conjuncts(above)) > 1 or syntax.tag[above] == "NNS"
