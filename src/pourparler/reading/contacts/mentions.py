"""Later mentions: "the meeting" is between those of whom it was told before."""

from __future__ import annotations

from dataclasses import dataclass, field

from pourparler.reading.actors import Actors, official, side
from pourparler.reading.contacts.drafts import Draft
from pourparler.reading.contacts.sides import Sides, acting_token, counterparts
from pourparler.reading.syntax import Syntax
from pourparler.records import Actor, Channel

_REACH = 8  # sentences
_DEFINITE = frozenset({"the", "this", "that", "these", "those", "such", "their"})
_DAYS = frozenset(
    {
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "today",
        "tomorrow",
        "yesterday",
        "week",
        "month",
        "year",
    }
)
#: What stands before a contact noun and does not say whose it is: other compounds ("cabinet meeting") do.
_NEUTRAL = frozenset(
    {"phone", "telephone", "video", "summit", "peace", "border", "trade", "security", "defence", "defense", "follow"}
)
#: Channels by which one contact may be called in turn.
_ALIKE = (
    frozenset({Channel.MEETING, Channel.TALKS}),
    frozenset({Channel.TALKS, Channel.PHONE, Channel.VIDEO, Channel.UNSPECIFIED}),
)


@dataclass(frozen=True, slots=True)
class Mention:
    core: int
    channel: Channel
    participants: tuple[Actor, ...]


@dataclass(slots=True)
class Mentions:
    """The contacts of a text so far whose sides were told, whether or not they became records."""

    told: list[Mention] = field(default_factory=list)

    def add(self, draft: Draft, participants: tuple[Actor, ...]) -> None:
        if len({side(a) for a in participants}) >= 2:
            self.told.append(Mention(draft.core, draft.channel, participants))

    def complete(self, syntax: Syntax, actors: Actors, draft: Draft, sides: Sides) -> None:
        """Gives a definite contact noun without two sides of its own those of the nearest earlier mention.

        "Talks between Oslo and Riga were due Monday. The meeting has been postponed." -> Norway and Latvia
        """
        if len({side(a) for a in sides.participants}) >= 2 or not _definite(syntax, draft.core):
            return
        here = syntax.sentence_of[draft.core]
        for mention in reversed(self.told):
            if here - syntax.sentence_of[mention.core] > _REACH:
                return
            if mention.core != draft.core and _alike(mention.channel, draft.channel):
                if not _strangers(syntax, actors, draft, mention):
                    sides.others += mention.participants
                    if mention.channel in (Channel.PHONE, Channel.VIDEO) and draft.channel is Channel.TALKS:
                        draft.channel = mention.channel
                return


def _alike(one: Channel, other: Channel) -> bool:
    return one is other or any({one, other} <= group for group in _ALIKE)


def _definite(syntax: Syntax, core: int) -> bool:
    kids = syntax.kids[core]
    own = [k for k in kids if syntax.dep[k] == "compound" and syntax.lower[k] not in _NEUTRAL | _DAYS]
    owner = syntax.possessor(core)
    dated = owner is not None and syntax.lower[owner] in _DAYS
    return syntax.pos[core] == "NOUN" and not own and (dated or any(syntax.lower[k] in _DEFINITE for k in kids))


def _strangers(syntax: Syntax, actors: Actors, draft: Draft, mention: Mention) -> bool:
    """Whether the words name somebody who is no side of the earlier contact."""
    known = {side(a) for a in mention.participants}
    acting = acting_token(syntax, draft)
    for k in (*counterparts(syntax, draft), *([acting] if acting is not None else [])):
        if syntax.lower[k] in _DAYS or syntax.lower[k] in ("they", "their", "them", "who", "which"):
            continue
        found = [a for a in actors.all(k) if official(a)]
        if not found or any(side(a) not in known for a in found):
            return True
    return False
