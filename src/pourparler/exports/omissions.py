"""What a format has no place for: counted by reason, and told when all is written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from pourparler.records import Entry, Event, Factuality

#: What POLECAT and ICEWS rows tell: deeds done. They have no column to tell anything else by.
_DONE = frozenset({Factuality.ACTUAL, Factuality.ONGOING})


class Omissions:
    """Counts what is left out, each with its reason in a word or two."""

    def __init__(self) -> None:
        self._reasons: Counter[str] = Counter()

    def note(self, reason: str) -> None:
        """One more was left out, for this reason."""
        self._reasons[reason] += 1

    def __str__(self) -> str:
        """``3 left out: 2 planned, 1 negated``; empty where nothing was."""
        if not self._reasons:
            return ""
        reasons = ", ".join(f"{count} {reason}" for reason, count in self._reasons.most_common())
        return f"{self._reasons.total()} left out: {reasons}"


def done_events(entries: Iterable[Entry], omitted: Omissions) -> Iterator[tuple[Entry, Event]]:
    """The events among the entries that are told as done or going on.

    In a data set without a column for it, a planned, possible or denied deed would count as one that happened.
    """
    for entry in entries:
        if not isinstance(entry.record, Event):
            omitted.note("no PLOVER events")
        elif entry.record.factuality not in _DONE:
            omitted.note(entry.record.factuality)
        else:
            yield entry, entry.record
