"""The date of each deed of a text."""

from __future__ import annotations

from dataclasses import replace

from pourparler.reading.dating import DatePhrase, find_resolved, find_schedules, range_of
from pourparler.reading.syntax import Syntax
from pourparler.reading.timing.after import day_of_telling, find_pairs
from pourparler.reading.timing.hanging import deed_of, governor, is_first_since, noun_beside
from pourparler.reading.timing.outlook import (
    is_bygone,
    is_done,
    is_perfect,
    is_put_off,
    lasts_since,
    looks_ahead,
    verb_above,
    was_planned,
)
from pourparler.reading.timing.planning import plan_words
from pourparler.reading.timing.sharing import shares
from pourparler.records import Date, How, Precision

#: How many deeds a date may pass through: "tried on Monday to reach Oslo and, failing, wrote".
_STEPS = 3


def later_of(one: Date | None, other: Date | None) -> Date | None:
    """The date that ends later: of "postponed this month, will take place next week" the day to come."""
    if one is None or other is None:
        return one or other
    return max((one, other), key=lambda told: told.latest or "9999")


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
            if is_first_since(syntax, start, end):
                continue  # "their first talks since 2019"
            hung = dict.fromkeys((governor(syntax, start, end), deed_of(syntax, start, end)))
            beside = noun_beside(syntax, start, end)
            if beside is not None and any(k in self._by_governor for k in hung):
                hung[beside] = None  # "on Friday released film of a clash *last week*"
            for k in hung:
                self._by_governor.setdefault(k, []).append(self._begun(told, k))
        self._count_from_each_other()

    def of(self, i: int, syntax: Syntax, *others: int) -> Date | None:
        """The date told of the deed ``i``, else of one of ``others`` (its noun, its light verb), else None."""
        for k in (i, *others):
            if (own := self._own(k)) is not None:
                return own
        return self._shared(i, _STEPS) or self._before_when(i)

    def planned(self, *deeds: int) -> Date | None:
        """The date for which one of the deeds was planned: "the talks scheduled for Monday", "put off until June"."""
        for deed in deeds:
            for k in plan_words(self._syntax, deed):
                if told := self._by_governor.get(k):
                    return told[0]
        told = [d for deed in deeds for d in self._by_governor.get(deed, ()) if self.is_to_come(d)]
        return next(iter(told), None)

    def _begun(self, told: Date, i: int) -> Date:
        """ "Has banned fruit *since Monday*": what lasts was done on the first of its days."""
        if told.text is None or told.text[:6].lower() != "since " or not lasts_since(self._syntax, i):
            return told
        first = find_resolved(told.text[6:], self._published)
        return replace(first[0], text=told.text, start=told.start, end=told.end) if first else told

    def _count_from_each_other(self) -> None:
        """Dates deeds by their distance from another whose day is known, else from publication."""
        for distance, main, other in find_pairs(self._syntax):
            at_main, at_other = range_of(self.of(main, self._syntax)), range_of(self._own(other))
            told, deed = None, other
            if at_other is None:
                known = at_main or day_of_telling(self._syntax, main, distance, range_of(self._published))
                told = distance.other(known) if known is not None else None
            elif at_main is None:
                told, deed = distance.main(at_other), main
            if told is not None:
                self._by_governor.setdefault(deed, []).append(told)

    def _own(self, i: int, before: int | None = None) -> Date | None:
        """The date that hangs on the token itself: a day or stretch rather than an open bound."""
        told = [d for d in self._by_governor.get(i, ()) if before is None or (d.end or 0) <= before]
        told = [d for d in told if not (is_done(self._syntax, i) and self.is_to_come(d))]
        closed = [d for d in told if d.earliest and d.latest]
        return next(iter(closed or told), None)

    def is_to_come(self, told: Date) -> bool:
        """Whether the date lies after publication: "promised the report *by Tuesday*" is no day of promising."""
        known = self._published.latest if self._published else None
        first = told.earliest or told.latest
        return known is not None and first is not None and first[:10] > known[:10]

    def reaches_ahead(self, told: Date) -> bool:
        """Whether the date begins with the day of publication, or after it, and ends later: "in the coming weeks"."""
        known = self._published.latest if self._published else None
        if known is None or told.latest is None or told.earliest is None:
            return known is not None and self.is_to_come(told)
        return told.earliest[:10] >= known[:10] and told.latest[:10] > known[:10]

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
        if looks_ahead(self._syntax, i):
            return not (phrase.is_just_over() or (was_planned(self._syntax, i) and phrase.is_nearer_behind()))
        if is_put_off(self._syntax, i):
            return not phrase.is_nearer_behind()
        return None if is_perfect(self._syntax, i) or is_bygone(self._syntax, i) else False
