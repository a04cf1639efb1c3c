"""A contact in the making, and the classes of step words."""

from __future__ import annotations

from dataclasses import dataclass, field

from pourparler.reading.tables import rows
from pourparler.records import Actor, Channel, Factuality, Status

CORES = {(row["lemma"], row["pos"]): row for row in rows("contacts")}
CORE_LEMMAS = frozenset(lemma for lemma, _ in CORES)

WANTING = frozenset({Status.SOUGHT, Status.REQUESTED, Status.OFFERED})
#: Channels by which a contact that was made may still not be taken: "called him, only to be refused".
RUNG = frozenset({Channel.PHONE, Channel.HOTLINE, Channel.VIDEO, Channel.MESSAGE})
#: Verbs that leave open by what means one is called, and so whether it is taken: "contacted Riga, which did not reply".
TRYING = frozenset({"contact"})
ANSWERS = frozenset({Status.DECLINED, Status.UNANSWERED, Status.ACCEPTED})
LINE_STATUS = frozenset({Status.ESTABLISHED, Status.OPEN, Status.SUSPENDED, Status.RESUMED})


@dataclass(slots=True)
class Draft:
    """A contact in the making. Tokens are indices; ``steps`` run from the core outwards.

    ``doer`` is who took the top step where the parse above it does not show it; ``beside`` a verb whose date it shares.
    ``about_earlier``: the words name no contact but answer one told before, ``vague`` by a pronoun or nothing at all.
    ``made``: one side makes it and the other receives it, as a call. ``facing``: the other side, where the words name a
    place or a guest in its stead; ``initiator``: who wanted it, likewise; ``place``: where a visit goes; ``told``: what
    became of it, where an idiom tells all; ``echo``: words that tell of a contact only if nothing else does;
    ``ahead``: what they answer is told after them; ``third``: who does it, ``broker``, is no side;
    ``between``: the sides of that.
    """

    core: int
    channel: Channel
    line: bool
    steps: list[tuple[int, Status | str]] = field(default_factory=list)
    links: list[int] = field(default_factory=list)
    doer: int | None = None
    beside: int | None = None
    about_earlier: bool = False
    vague: bool = False
    made: bool = False
    facing: Actor | None = None
    initiator: Actor | None = None
    told: tuple[Status, Factuality] | None = None
    place: int | None = None
    echo: bool = False
    ahead: bool = False
    third: bool = False
    broker: Actor | None = None
    between: tuple[Actor, ...] = ()

    @property
    def top(self) -> int:
        return self.steps[-1][0] if self.steps else self.core
