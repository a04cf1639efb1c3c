"""Which date phrase dates which deed: the grammar finds the phrases, the parse says what they hang on."""

from __future__ import annotations

from bisect import bisect_left

from spacy.tokens import Doc

from pourparler.reading.annotations import note
from pourparler.reading.dating import DatePhrase, find_resolved, find_schedules
from pourparler.reading.factuality import factuality
from pourparler.reading.syntax import Syntax
from pourparler.records import Date, Factuality, How, Precision

_AHEAD = frozenset({Factuality.PLANNED, Factuality.REQUESTED, Factuality.CONDITIONAL, Factuality.POSSIBLE})
_SAYING = frozenset(
    {"say", "announce", "report", "state", "declare", "confirm", "deny", "warn", "claim", "add", "tell"}
)
_FUTURE_WORDS = frozenset({"due", "scheduled", "set", "slated", "expected", "planned", "upcoming"})


class Dates:
    """The date phrases of a Doc by the token they hang on."""

    def __init__(self, syntax: Syntax, published: Date | None) -> None:
        self._syntax, self._published = syntax, published
        self._schedules = [(s.start, s.end) for s in find_schedules(syntax.text)]
        self._by_governor: dict[int, list[Date]] = {}
        self.all = find_resolved(syntax.text, published, self._looks_ahead)
        for told in self.all:
            self._by_governor.setdefault(self._governor(told.start or 0, told.end or 0), []).append(told)

    def of(self, i: int, syntax: Syntax, *others: int) -> Date | None:
        """The date told of the deed ``i``, else of one of ``others`` (its noun, its light verb), else None."""
        for k in (i, *others):
            if self._by_governor.get(k):
                return self._by_governor[k][0]
        if self._syntax.dep[i] == "acl:relcl" and self._by_governor.get(self._syntax.head[i]):
            return self._by_governor[self._syntax.head[i]][0]  # "an incident on Friday in which they fired"
        return self._before_when(i)

    def _before_when(self, i: int) -> Date | None:
        """ "since last August, when she visited": the date that a *when* clause hangs on."""
        when = next((k for k in self._syntax.kids[i] if self._syntax.lower[k] == "when"), None)
        if when is None:
            return None
        at = self._syntax.start[when]
        return next((d for d in self.all if d.end is not None and 0 < at - d.end <= 3), None)

    def habitual(self, i: int) -> bool:
        """Whether a schedule ("twice a day") stands in the deed's own clause."""
        first, last = self._syntax.edges(i)
        a, b = self._syntax.chars(first, last)
        return any(
            a <= s and e <= b and self._verb_above(self._governor(s, e)) in (i, self._verb_above(i))
            for s, e in self._schedules
        )

    def undated(self, factual: bool) -> Date | None:
        """What bounds a deed that no words date: told as done, it was done by the day of publication."""
        if not factual or self._published is None or self._published.latest is None:
            return None
        return Date(
            text=None,
            start=None,
            end=None,
            earliest=None,
            latest=self._published.latest[:10],
            precision=Precision.BEFORE,
            how=How.PUBLICATION,
        )

    def _tokens(self, start: int, end: int) -> range:
        first = bisect_left(self._syntax.end, start + 1)
        return range(first, max(first + 1, bisect_left(self._syntax.start, end)))

    def _governor(self, start: int, end: int) -> int:
        """The token outside the phrase that it hangs on."""
        inside = self._tokens(start, end)
        if inside.start >= self._syntax.size:
            return -1
        before = inside.start - 1
        if before >= 0 and self._syntax.pos[before] == "VERB" and self._syntax.lemma[before] in _SAYING:
            return before  # "said on Sunday that ...": parsers like to hang the day on what is said
        i = inside.start
        for _ in range(12):
            head = self._syntax.head[i]
            if head == i or head not in inside:
                break
            i = head
        head = self._syntax.head[i]
        return head if head not in inside else -1

    def _verb_above(self, i: int) -> int:
        while i >= 0 and self._syntax.pos[i] not in ("VERB", "AUX") and self._syntax.head[i] != i:
            i = self._syntax.head[i]
        return i

    def _looks_ahead(self, phrase: DatePhrase) -> bool:
        governor = self._governor(phrase.start, phrase.end)
        if governor < 0:
            return False
        if self._syntax.lower[governor] in _FUTURE_WORDS:
            return True
        return factuality(self._syntax, self._verb_above(governor)) in _AHEAD


class DateAnnotator:
    """Doc -> ``doc._.dates``.

    Published 2024-03-04, "nobody picked up on Sunday" -> 2024-03-03.
    """

    requires = ("article", "syntax")
    assigns = ("dates",)

    def __call__(self, doc: Doc) -> Doc:
        return note(doc, dates=Dates(doc._.syntax, doc._.article.published))
