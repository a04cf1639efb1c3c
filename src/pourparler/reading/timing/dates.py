"""The date of each deed of a text."""

from __future__ import annotations

from pourparler.reading.dating import DatePhrase, find_resolved, find_schedules
from pourparler.reading.syntax import Syntax
from pourparler.reading.timing.hanging import deed_of, governor
from pourparler.reading.timing.outlook import is_done, is_perfect, looks_ahead, verb_above
from pourparler.reading.timing.sharing import shares
from pourparler.records import Date, How, Precision

#: How many deeds a date may pass through: "tried on Monday to reach Oslo and, failing, wrote".
_STEPS = 3


class Dates:
    """The date phrases of a Doc by the token they hang on."""

    def __init__(self, syntax: Syntax, published: Date | None) -> None:
        self._syntax, self._published = syntax, published
        self._schedules = [(s.start, s.end) for s in find_schedules(syntax.text)]
        self._by_governor: dict[int, list[Date]] = {}
        self.all = find_resolved(syntax.text, published, self._looks_ahead)
        kept = {verb_above(syntax, governor(syntax, s, e)) for s, e in self._schedules}
        for told in self.all:
            start, end = told.start or 0, told.end or 0
            if told.precision is Precision.MINUTE and verb_above(syntax, governor(syntax, start, end)) in kept:
                continue  # "at 9 a.m. every day"
            for k in dict.fromkeys((governor(syntax, start, end), deed_of(syntax, start, end))):
                self._by_governor.setdefault(k, []).append(told)

    def of(self, i: int, syntax: Syntax, *others: int) -> Date | None:
        """The date told of the deed ``i``, else of one of ``others`` (its noun, its light verb), else None."""
        for k in (i, *others):
            if (own := self._own(k)) is not None:
                return own
        return self._shared(i, _STEPS) or self._before_when(i)

    def _own(self, i: int, before: int | None = None) -> Date | None:
        """The date that hangs on the token itself: a day or stretch rather than an open bound."""
        told = [d for d in self._by_governor.get(i, ()) if before is None or (d.end or 0) <= before]
        told = [d for d in told if not (is_done(self._syntax, i) and self._is_to_come(d))]
        closed = [d for d in told if d.earliest and d.latest]
        return next(iter(closed or told), None)

    def _is_to_come(self, told: Date) -> bool:
        """Whether the date lies after publication: "promised the report *by Tuesday*" is no day of promising."""
        known = self._published.latest if self._published else None
        first = told.earliest or told.latest
        return known is not None and first is not None and first[:10] > known[:10]

    def _shared(self, i: int, steps: int) -> Date | None:
        """The date of a deed that ``i`` shares its time with."""
        for share in shares(self._syntax, i) if steps else ():
            told = self._own(share.token, share.before) or self._shared(share.token, steps - 1)
            if told is not None and (share.before is None or (told.end or 0) <= share.before):
                return told
        return None

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
        verb = verb_above(self._syntax, i)
        return any(
            a <= s and e <= b and verb_above(self._syntax, governor(self._syntax, s, e)) in (i, verb)
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

    def _looks_ahead(self, phrase: DatePhrase) -> bool | None:
        """Whether the phrase's clause looks ahead; None where it surely looks back."""
        i = governor(self._syntax, phrase.start, phrase.end)
        return looks_ahead(self._syntax, i) or (None if is_perfect(self._syntax, i) else False)
