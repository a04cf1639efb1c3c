"""One contact told before, and whether later words can be about it."""

from __future__ import annotations

from dataclasses import dataclass

from pourparler.reading.contacts.drafts import RUNG, TRYING, Draft
from pourparler.reading.syntax import Syntax
from pourparler.records import Actor, Channel, Factuality, Status, side_of

#: How many sentences back "the talks" are still those that were called so.
_SHORTLY = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    core: int
    channel: Channel
    status: Status | None
    initiator: Actor | None
    participants: tuple[Actor, ...]
    mediators: tuple[Actor, ...] = ()
    before: bool = False

    @property
    def named(self) -> bool:
        """Whether it tells people."""
        return any(a.person for a in self.participants)

    @property
    def sides(self) -> set[str | None]:
        return {side_of(a) for a in self.participants}


def past_ending(draft: Draft, mention: Mention) -> bool:
    """ "The cancellation", after a summons: of what was planned, not of what was done."""
    ended = any(status in (Status.CANCELLED, Status.POSTPONED) for _, status in draft.steps)
    return ended and mention.status is Status.HELD and mention.channel in RUNG | {Channel.SUMMONS}


def no_sitting(draft: Draft, mention: Mention) -> bool:
    """ "A third session is planned": of talks, not of visits."""
    planned = any(status is Status.SCHEDULED for _, status in draft.steps)
    return planned and mention.channel not in (Channel.TALKS, Channel.MEETING)


def not_rung(draft: Draft, mention: Mention) -> bool:
    """ "He called back": whoever had rung him, and no other contact."""
    back = draft.channel is Channel.PHONE and draft.told == (Status.HELD, Factuality.ACTUAL)
    return back and mention.channel is not Channel.PHONE


def rung_up(syntax: Syntax, draft: Draft, mention: Mention, acting: Actor | None, *, beside: bool) -> bool:
    """Whether one was called, or agreed, and may have fallen silent: "contacted Riga, but it did not reply".

    "Agreed to the visit but later stopped responding": the silence of the one who had agreed.
    """
    if beside and mention.status is Status.HELD:
        return mention.channel in RUNG or syntax.lemma[mention.core] in TRYING
    stopped = draft.told is None and syntax.lemma[syntax.head[draft.top]] in _STOPPING
    here = syntax.sentence_of[mention.core] == syntax.sentence_of[draft.top]
    agreed = stopped and here and mention.status is Status.ACCEPTED
    return agreed and acting is not None and side_of(acting) in {side_of(a) for a in mention.participants}


_STOPPING = frozenset({"stop", "cease", "quit"})


def same_noun_first(syntax: Syntax, draft: Draft, told: list[Mention], *, definite: bool) -> list[Mention]:
    """The mentions from the last back; "*the talks*" are those that were called talks shortly before."""
    back, here = told[::-1], syntax.sentence_of[draft.core]
    noun = definite and syntax.pos[draft.core] == "NOUN"
    same = [m for m in back if noun and m.core != draft.core and syntax.lemma[m.core] == syntax.lemma[draft.core]]
    near = [m for m in same if here - syntax.sentence_of[m.core] <= _SHORTLY][:1]
    return near + [m for m in back if m not in near]
