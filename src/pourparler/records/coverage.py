"""What a store holds of two sides up to a day, in so far as the line between them is judged by it.

A `Telling` is a record in a few plain fields: a busy pair has thousands of them, too many to load whole.
"""

from __future__ import annotations

from dataclasses import dataclass

from pourparler.records.judgements import Judgement

#: Days before the day asked for in which a step still tells how a line stands.
RECENT = 180


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

    ``tellings`` are all of the days from ``since`` on, and from before them the newest of each level, channel, status
    and factuality. ``cut``: there is more in the two years before than can be looked through at once. ``links`` are the
    standing judgements about the tellings, ``months`` those in which articles told of the pair, as far back as `RECENT`
    at least, and ``undated`` is how many records no day is known of.
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
