"""What is remembered of a feed, and when it may be asked again.

One that fails is left alone twice as long each time, up to a day, and at least as long as it asks for (Retry-After).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from random import uniform

from pourparler.errors import NotFetched, PourparlerError

#: What stands for the number of tries of an entry that is dealt with.
SETTLED = -1
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedState:
    """What is remembered of a feed. ``entries`` are those of its last answer by mark: `SETTLED`, or how often tried."""

    url: str
    etag: str | None = None
    modified: str | None = None
    asked: datetime | None = None
    not_before: datetime | None = None
    failures: int = 0
    entries: Mapping[str, int] = field(default_factory=dict)

    def due(self, every: timedelta, now: datetime) -> datetime:
        """When it is to be asked next if it is asked so often; one last asked in times to come had a wrong clock."""
        if self.asked is None or self.asked > now:
            return now
        return max(self.asked + every, self.not_before or self.asked)

    def failed(self, error: PourparlerError, now: datetime, every: timedelta) -> FeedState:
        """After an answer that was none: to be left alone, longer each time."""
        wait = min(every * 2 ** min(self.failures, 20), max(_DAY, every))
        if isinstance(error, NotFetched) and error.wait is not None:
            wait = max(wait, timedelta(seconds=error.wait))
        return replace(self, asked=now, not_before=now + wait, failures=self.failures + 1)


def jittered(every: timedelta) -> timedelta:
    """The time between two polls, a tenth more or less: not everybody is to ask at the full hour."""
    return every * uniform(0.9, 1.1)


def utc_now() -> datetime:
    """The time to the second, in UTC."""
    return datetime.now(UTC).replace(microsecond=0)
