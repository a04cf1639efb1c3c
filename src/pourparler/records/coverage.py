"""What a store holds of two sides up to a day, in so far as the line between them is judged by it.

A `Telling` is a record in a few plain fields: a busy pair has thousands of them, too many to load whole. `Coverage` is
of one day, a `Chronicle` of many.
"""

from __future__ import annotations

from dataclasses import dataclass

from pourparler.records.judgements import Judgement

#: Days before the day asked for in which a step still tells how a line stands.
RECENT = 180
#: Days that are looked back unless more is asked for.
LOOK_BACK = 730


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """Who is credited with a telling; ``side`` is None where it is not known."""

    side: str | None
    anonymous: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """A reason or a condition in the words of its article; ``side`` None: the outlet's. A condition has no kind."""

    kind: str | None = None
    side: str | None
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """What one article tells of one step, incident or measure between two sides.

    ``type`` is a contact's status, an incident's action, a measure's type; ``mode`` a measure's status. Days are ISO,
    None where that end is open: of the deed, and of the day for which a contact is due. ``by`` and ``initiator`` are
    sides. ``voices`` are loaded of contacts that were held and of demands; none: the outlet's own word. ``disputed``:
    the article tells of somebody who denies it.
    """

    id: str
    kind: str
    type: str
    mode: str | None = None
    factuality: str = "actual"
    level: str = "unspecified"
    channel: str = "unspecified"
    forum: str | None = None
    earliest: str | None = None
    latest: str | None = None
    due_earliest: str | None = None
    due_latest: str | None = None
    article: str
    family: str
    published: str | None
    deed: str
    thread: str
    by: str | None = None
    initiator: str | None = None
    mediators: tuple[str, ...] = ()
    voices: tuple[Voice, ...] = ()
    reasons: tuple[Ground, ...] = ()
    conditions: tuple[Ground, ...] = ()
    disputed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadMonth:
    """How many articles published in a month, as 2024-03, and how many families of them, tell anything of a pair."""

    month: str
    articles: int
    origins: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """What was published up to ``on`` about two sides, in the order of the alphabet.

    ``tellings`` are all of the days from ``since`` on, and from before them the newest of each level and channel that a
    state may still hang on. ``cut``: there is more in the two years before than can be looked through at once.
    ``links`` are the standing judgements about the tellings, ``months`` those in which articles told of the pair, as
    far back as `RECENT` at least, and ``undated`` is how many records no day is known of.
    """

    low: str
    high: str
    on: str
    since: str
    cut: bool = False
    tellings: tuple[Telling, ...]
    links: tuple[Judgement, ...] = ()
    months: tuple[ReadMonth, ...] = ()
    undated: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """A telling, and the days on which it is looked at: from ``since`` on, until the day before ``until``, if any.

    Before it was published it is not known; and of what is older than the chronicle, a newer telling of the same place
    takes its part.
    """

    telling: Telling
    since: str
    until: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadDay:
    """How many families of articles told anything of a pair on a day, for the first time in its month."""

    day: str
    origins: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Chronicle:
    """What was known of the contacts of two sides on each day from ``first`` to ``last``.

    On each of these days it is what `Coverage` has of that day, looking back to ``start``, of contacts alone, without
    voices and conditions. ``cut``: ``first`` is later than was asked for, because there is more than can be looked
    through at once. ``read`` goes back to the month in which the recent days of the first one begin.
    """

    low: str
    high: str
    start: str
    first: str
    last: str
    cut: bool = False
    heard: tuple[Heard, ...]
    links: tuple[Judgement, ...] = ()
    read: tuple[ReadDay, ...] = ()

    def known(self, day: str) -> tuple[Telling, ...]:
        """What was known on a day."""
        return tuple(one.telling for one in self.heard if one.since <= day and (one.until is None or day < one.until))
