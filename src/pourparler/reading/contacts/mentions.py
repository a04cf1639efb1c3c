"""Earlier mentions: a contact told with one side, or none, is between those of whom it was told before."""

from __future__ import annotations

from dataclasses import dataclass, field

from pourparler.reading.actors import Actors, official
from pourparler.reading.contacts.acting import acting_token, shared_body
from pourparler.reading.contacts.bystanders import beside, others_own
from pourparler.reading.contacts.channels import may_be_by_wire, taken_up
from pourparler.reading.contacts.definite import another, bare_plural, is_definite, of_both, of_them, unowned
from pourparler.reading.contacts.drafts import ANSWERS, LINE_STATUS, RUNG, WANTING, Draft
from pourparler.reading.contacts.owned import of_the_teller, owned
from pourparler.reading.contacts.pairs import main_pair, partner
from pourparler.reading.contacts.sides import Sides, counterparts
from pourparler.reading.contacts.told import Mention, no_sitting, not_rung, past_ending, rung_up, same_noun_first
from pourparler.reading.contacts.within import flag_meeting, of_setting
from pourparler.reading.contacts.words import (
    DAYS,
    FORCES,
    LINE_KINDS,
    NEUTRAL,
    PARTIES,
    PRIVATE,
    TOPIC_VERBS,
)
from pourparler.reading.syntax import Syntax
from pourparler.records import Actor, Channel, Factuality, Status, side_of

_REACH = 8  # sentences, for "the meeting"
_NEAR = 3  # sentences, for a contact that names one of the sides
#: Channels by which one contact may be called in turn.
_ALIKE = (
    frozenset({Channel.MEETING, Channel.TALKS}),
    frozenset({Channel.MEETING, Channel.SUMMONS}),
    frozenset({Channel.TALKS, Channel.PHONE, Channel.VIDEO, Channel.HOTLINE, Channel.UNSPECIFIED}),
)
_ANYBODY = frozenset({"team", "leader", "party", "group", "partner", "representative"})
_PRONOUNS = frozenset({"they", "their", "them", "who", "which", "it", "its", "he", "she", "his", "her"})
#: What the ships and troops of a side do, though the words name only them.
_OF_FORCES = frozenset({Channel.EXERCISE, Channel.PORT_CALL})
_NOT_HELD = (Status.HELD, Factuality.NEGATED)
_PEERS = frozenset({"counterpart", "colleague"})
_BODIES = frozenset({"government", "cabinet", "parliament", "junta", "council", "leadership"})


@dataclass(slots=True)
class Mentions:
    """The contacts of a text so far whose sides were told, whether or not they became records."""

    told: list[Mention] = field(default_factory=list)
    _alone: list[tuple[Draft, Actor]] = field(default_factory=list)
    _silent: dict[int, int] = field(default_factory=dict)
    _pair: tuple[str, ...] | None = None

    def add(self, syntax: Syntax, draft: Draft, sides: Sides, status: Status | None) -> None:
        participants = sides.participants
        if len({side_of(a) for a in participants}) >= (1 if sides.mediators else 2):
            mention = Mention(
                core=draft.core,
                channel=draft.channel,
                status=status,
                initiator=sides.initiator,
                participants=participants,
                mediators=sides.mediators,
                before="had" in syntax.auxiliaries(draft.top),
            )
            self.told.append(mention)
        elif status in WANTING and sides.initiator is not None and not draft.about_earlier:
            self._alone.append((draft, sides.initiator))

    def asked_alone(self, syntax: Syntax, draft: Draft, acting: Actor | None) -> tuple[Actor, Channel] | None:
        """Who had asked, where only the answer tells of whom: "Oslo asked for a meeting. Riga has yet to answer."

        The request is read again, now that the other side is known.
        """
        here = syntax.sentence_of[draft.top]
        near = [(wish, who) for wish, who in self._alone if 0 <= here - syntax.sentence_of[wish.core] <= 1]
        meant = draft.vague or is_definite(syntax, draft.core)
        if acting is None or not near or not meant or not any(status in ANSWERS for _, status in draft.steps):
            return None
        wish, asker = near[-1]
        if wish.core == draft.core or side_of(asker) == side_of(acting):
            return None
        wish.facing, wish.ahead = acting, True
        return asker, wish.channel

    def over_a_line(self, syntax: Syntax, draft: Draft, sides: Sides, status: Status) -> bool:
        """Whether a call was made on the line of these two: "the phone between them went dead" is one.

        Two who keep a line, as told before, ring on it: "called twice and got no reply", "suspended the daily calls".
        """
        if status in LINE_STATUS and draft.line:
            return draft.channel is Channel.PHONE
        words = {syntax.lemma[k] for k in (draft.core, *draft.links, *(k for k, _ in draft.steps))}
        rung = draft.channel is Channel.PHONE and status in (Status.UNANSWERED, Status.SUSPENDED, Status.RESUMED)
        rung = rung or (draft.channel is Channel.UNSPECIFIED and status is Status.UNANSWERED)
        met = {side_of(a) for a in sides.participants}
        told = any(mention.channel is Channel.HOTLINE and mention.sides == met for mention in self.told)
        return rung and told and not words & {"phone", "telephone"}

    def in_course(self, syntax: Syntax, draft: Draft, sides: Sides) -> bool:
        """Whether the same sides were told to be dealing with each other a few sentences before."""
        here, met = syntax.sentence_of[draft.top], {side_of(a) for a in sides.participants}
        return any(
            mention.status is Status.HELD and mention.sides == met and here - syntax.sentence_of[mention.core] <= _NEAR
            for mention in self.told
        )

    def answered(self, syntax: Syntax, draft: Draft, acting: Actor | None, status: Status | None) -> Mention | None:
        """What "turned it down", "nobody answered" or "the request was refused" is about.

        That is the last wish of another side, a call or message that got no answer, or a plan that came to nothing.
        """
        wish = any(status in ANSWERS for _, status in draft.steps)
        if draft.ahead:
            return self._awaited(syntax, draft, acting)
        for mention in reversed(self.told):
            near = (2 if mention.mediators else 1) if draft.vague else _REACH // 2  # each of two may answer a third
            if syntax.sentence_of[draft.top] - syntax.sentence_of[mention.core] > near:
                return None
            beside = syntax.sentence_of[mention.core] == syntax.sentence_of[draft.top]
            beside = beside or status is Status.UNANSWERED
            if draft.doer is None and draft.told == _NOT_HELD and mention.status is not Status.SCHEDULED:
                continue  # "it did not take place"
            rung = rung_up(syntax, draft, mention, acting, beside=beside)
            if past_ending(draft, mention) or no_sitting(draft, mention) or not_rung(draft, mention):
                continue
            sent = mention.channel is draft.channel is Channel.MESSAGE and mention.status is Status.HELD
            if wish and mention.status not in WANTING and not (draft.vague and rung) and not sent:
                continue
            silent = status is Status.UNANSWERED and draft.vague
            if silent and self._silent.setdefault(mention.core, draft.core) != draft.core:
                return None  # "It never responded. Nobody answered.": told twice
            if acting is None or (side_of(acting) in mention.sides and not _same(acting, mention.initiator)):
                return mention
        return None

    def _awaited(self, syntax: Syntax, draft: Draft, acting: Actor | None) -> Mention | None:
        """What "Riga has accepted" is about, where the next sentence tells it: "Oslo *had* offered talks"."""
        here = syntax.sentence_of[draft.top]
        for mention in self.told:
            near = syntax.sentence_of[mention.core] == here + 1
            if near and mention.status in WANTING and mention.before:
                fits = acting is None or side_of(acting) in mention.sides
                return mention if fits and not (acting and _same(acting, mention.initiator)) else None
        return None

    def unheard_of(self, syntax: Syntax, draft: Draft, sides: Sides) -> bool:
        """Whether "the two teams" may be anybody: no states deal with each other before, and no office is named."""
        acting = acting_token(syntax, draft)
        if acting is None or syntax.lemma[acting] not in _ANYBODY or not unowned(syntax, acting):
            return False
        told = {side_of(a) for a in sides.participants}
        return not any(told <= mention.sides for mention in self.told) and not any(a.person for a in sides.participants)

    def complete(self, syntax: Syntax, actors: Actors, draft: Draft, sides: Sides) -> None:
        """Gives a contact without two sides of its own those of an earlier mention, or of its sentence.

        "Talks between Oslo and Riga were due Monday. The meeting has been postponed." -> Norway and Latvia
        "Oslo asked for talks with Riga. Oslo also proposed a call." -> Norway and Latvia
        """
        here = {side_of(a) for a in sides.participants}
        if len(here) >= 2:
            self._take_up(syntax, draft, here)
        if len(here) >= 2 or not _own_business(syntax, actors, draft.core) or _among_themselves(syntax, actors, draft):
            return
        mention = None if _of_a_body(syntax, draft.core) else self._meant(syntax, actors, draft, here)
        if mention is not None:
            same = _known_sides(syntax, draft) and not self._several(syntax, draft, mention)
            line = draft.line and bool(draft.steps) and draft.steps[-1][1] in LINE_STATUS  # cut by states
            other = line or another(syntax, draft)
            same = same and not (mention.named and (other or _unmarked(syntax, draft)))
            sides.mediators = sides.mediators or (mention.mediators if len(mention.sides) == 1 else ())
            own = draft.line and not _they(syntax, draft)  # whose line it is, states tell
            told = [a for a in mention.participants if not (own and a.person and side_of(a) in here)]
            sides.others += told if same else self._states(syntax, actors, draft, here, mention)
            draft.channel = taken_up(syntax, draft, mention.channel)
        elif here and (teller := of_the_teller(syntax, actors, draft, here)) is not None:
            sides.by = teller
        elif here and (people := owned(syntax, actors, draft, here)):
            sides.others += [a for _, a in people]
            sides.by = sides.by or next((a for k, a in people if k == acting_token(syntax, draft)), None)
        elif not _strangers(syntax, actors, draft, here):
            near = of_setting(syntax, actors, draft, here)
            near = near or (beside(syntax, actors, draft, here) if here else [])
            sides.others += near or self._of_pair(syntax, actors, draft, here)
            if here and len({side_of(a) for a in sides.participants}) < 2:
                self._expect(sides, draft, beside(syntax, actors, draft, here, later=True))

    def _expect(self, sides: Sides, draft: Draft, late: list[Actor]) -> None:
        """ "was consulting with Oslo before the delegation of Riga arrives": these two are to deal with each other."""
        if late:
            both = (*sides.participants, *late)
            self.told.append(
                Mention(core=draft.core, channel=draft.channel, status=None, initiator=None, participants=both)
            )

    def _take_up(self, syntax: Syntax, draft: Draft, here: set[str | None]) -> None:
        """ "The conversation took place between Oslo and Riga", after a call of these two: by phone too."""
        last = next((m for m in reversed(self.told) if m.sides == here), None)
        near = last is not None and syntax.sentence_of[draft.core] - syntax.sentence_of[last.core] <= _NEAR
        if last is not None and near and is_definite(syntax, draft.core):
            draft.channel = taken_up(syntax, draft, last.channel)

    def _several(self, syntax: Syntax, draft: Draft, meant: Mention) -> bool:
        """Whether others of the same two sides dealt with each other too, so that "the officials" may be either."""
        if not _they(syntax, draft):
            return False
        near = (m for m in self.told if 0 <= syntax.sentence_of[draft.core] - syntax.sentence_of[m.core] <= _REACH)
        return (
            len({frozenset(a.person for a in m.participants) for m in near if m.sides == meant.sides and m.named}) > 1
        )

    def _states(
        self, syntax: Syntax, actors: Actors, draft: Draft, here: set[str | None], mention: Mention
    ) -> list[Actor]:
        """The sides of an earlier contact without its people: whoever met then need not be those who deal now."""
        found = ((a, partner(syntax, actors, draft.core, side_of(a) or "")) for a in mention.participants)
        return [state or a for a, state in found if side_of(a) not in here]

    def _of_pair(self, syntax: Syntax, actors: Actors, draft: Draft, here: set[str | None]) -> list[Actor]:
        """Those of the two sides the article is about that the words leave out: "The talks broke down in May"."""
        if self._pair is None:
            self._pair = main_pair(actors)
        if not here and not draft.line and not _known_sides(syntax, draft) and not flag_meeting(syntax, draft.core):
            return []
        if not here and draft.channel in RUNG and not draft.line and not _they(syntax, draft):
            return []  # "the call" is one call, of whom only its own telling knows
        found = [partner(syntax, actors, draft.core, name) for name in self._pair if name not in here]
        fits = here <= set(self._pair) and len(self._pair) == 2 and None not in found
        return [actor for actor in found if actor is not None] if fits else []

    def _meant(self, syntax: Syntax, actors: Actors, draft: Draft, here: set[str | None]) -> Mention | None:
        they, definite = _they(syntax, draft), _known_sides(syntax, draft)
        reach, peer = _REACH if definite else _NEAR, _with_a_peer(syntax, actors, draft)
        for mention in same_noun_first(syntax, draft, self.told, definite=definite and not they):
            if syntax.sentence_of[draft.core] - syntax.sentence_of[mention.core] > reach:
                return None
            wired = mention.channel in RUNG and not may_be_by_wire(syntax, draft)
            if draft.channel in RUNG and not draft.line and mention.channel not in RUNG and mention.status is None:
                continue  # "the call" is no "dialogue" of which nothing is told
            hosted = peer and mention.channel is Channel.VISIT and len(mention.sides) == 2
            guest = draft.channel is Channel.VISIT and draft.facing is not None and len(mention.sides) == 2
            guest = guest and mention.channel is Channel.MEETING and mention.status is Status.HELD
            alike = they or hosted or guest or _alike(mention.channel, draft.channel)
            if mention.core != draft.core and alike and not wired:
                fits = hosted or not _strangers(syntax, actors, draft, mention.sides)
                fits = fits and not (
                    syntax.obliques(draft.core, "with") and here and len(mention.sides) > 2
                )  # "his meeting with Lie", after a summit of many
                new = (
                    draft.line and not here and draft.channel is mention.channel is Channel.HOTLINE
                )  # that was agreed on
                loose = not definite and mention.named and mention.channel is not draft.channel
                if fits and loose and any(status in WANTING for _, status in draft.steps):
                    return None  # "voiced its readiness to negotiate", after a meeting with somebody
                return mention if fits and (definite or new or (here and here <= mention.sides)) else None
        return None


def _with_a_peer(syntax: Syntax, actors: Actors, draft: Draft) -> bool:
    """ "flew to Riga, where she met *her counterpart*": of what state, the visit before tells."""
    near = [k for k in (*counterparts(syntax, draft), acting_token(syntax, draft)) if k is not None]
    peers = [k for k in near if _PEERS & {syntax.lemma[c] for c in (k, *syntax.children(k, "nmod:desc"))}]
    if syntax.pos[draft.core] == "VERB":  # "is in Riga, where she will meet President Ozols"
        peers += [k for k in near if any(a.person and a.office and a.code is None for a in actors.all(k))]
    return bool(peers) and not any(a.country for k in peers for a in actors.all(k))


def _same(one: Actor, other: Actor | None) -> bool:
    return other is not None and side_of(one) == side_of(other)


def _alike(one: Channel, other: Channel) -> bool:
    return one is other or any({one, other} <= group for group in _ALIKE)


def _among_themselves(syntax: Syntax, actors: Actors, draft: Draft) -> bool:
    """ "The ministry and the army met", "He consulted his own ambassadors": several of one side, and nobody else."""
    acting = acting_token(syntax, draft)
    if acting is not None and of_both(syntax, acting):
        return False
    doers = actors.all(acting) if acting is not None else ()
    own, others = {side_of(a) for a in doers} - {None}, counterparts(syntax, draft)
    if not others:
        known = not any(a.person and side_of(a) is None for a in doers)
        return (
            known
            and len(doers) > 1
            and len(own) <= 1
            and len(syntax.conjuncts(acting if acting is not None else 0)) > 1
        )
    met = {side_of(a) for k in others if k != acting for a in actors.all(k) if syntax.pos[k] == "NOUN" or a.person}
    return len(own) == 1 and met == own


def _own_business(syntax: Syntax, actors: Actors, core: int) -> bool:
    """Whether no compound says that the contact is somebody else's: "the cabinet meeting"."""
    if flag_meeting(syntax, core):
        return True
    own = [k for k in syntax.kids[core] if syntax.dep[k] == "compound" and k not in actors.forums]
    return all(syntax.lower[k] in NEUTRAL | DAYS | LINE_KINDS or shared_body(syntax, k) for k in own)


def _of_a_body(syntax: Syntax, core: int) -> bool:
    """ "the Binational Commission meeting": no meeting that was told before."""
    return any(shared_body(syntax, k) for k in syntax.children(core, "compound"))


def _known_sides(syntax: Syntax, draft: Draft) -> bool:
    """Whether words without a name tell that the contact is between those told of before."""
    definite = any(is_definite(syntax, k) for k in (draft.core, *draft.links))
    return definite or _they(syntax, draft) or bare_plural(syntax, draft) or of_them(syntax, draft)


def _they(syntax: Syntax, draft: Draft) -> bool:
    """ "they met again", "the two held talks": whoever dealt with each other before."""
    owner = syntax.possessor(draft.core)
    if owner is not None and syntax.lower[owner] == "latter":
        return True
    acting = acting_token(syntax, draft)
    if acting is None:
        return False
    words = {syntax.lower[k] for k in syntax.kids[acting]}
    plural = syntax.tag[acting] == "NNS" and syntax.lemma[acting] in PARTIES
    two = plural and (words & {"two", "both"} or ("the" in words and unowned(syntax, acting)))
    return (
        bool(two)
        or of_both(syntax, acting)
        or syntax.lower[acting] in ("they", "them", "both")
        or syntax.lemma[acting] in ("pair", "duo", "two")
    )


def _strangers(syntax: Syntax, actors: Actors, draft: Draft, known: set[str | None]) -> bool:
    """Whether the words name somebody who is no side of the earlier contact."""
    acting = acting_token(syntax, draft)
    done_to = _done_to(syntax, draft.core)
    if done_to is not None and not any(official(a) for a in actors.all(done_to)):
        return True
    for k in (*counterparts(syntax, draft), *([acting] if acting is not None else [])):
        counted = syntax.lower[k] in DAYS | {"two", "pair", "duo"}
        if counted or (draft.made and k in draft.links) or of_both(syntax, k) or _of_theirs(syntax, draft, k, actors):
            continue  # the note that was handed over; "the officials of the two countries"
        if _of_others(syntax, actors, k) or {syntax.lower[c] for c in syntax.kids[k]} & PRIVATE:
            return True
        found = actors.all(k)
        if syntax.lower[k] in _PRONOUNS and k != done_to:
            nobodys = any(a.person and not (a.code or a.office) for a in found)  # "he", of whom no state is told
            if nobodys or any(official(a) and side_of(a) not in known for a in found) or others_own(syntax, actors, k):
                return True
            continue
        if not found and k == acting and draft.channel in _OF_FORCES and syntax.lemma[k] in FORCES:
            continue
        if _members(syntax, k) and not any(a.code for a in found):
            continue
        if not found or any(a.sectors[:1] == ("JRN",) for a in found):
            return True
        if any(side_of(a) not in known and not _of_state(a) for a in found):
            return True
    return False


def _unmarked(syntax: Syntax, draft: Draft) -> bool:
    """ "*Negotiations* continue": of the states, whoever of them was told to have met."""
    return bare_plural(syntax, draft) and not is_definite(syntax, draft.core)


def _of_theirs(syntax: Syntax, draft: Draft, k: int, actors: Actors) -> bool:
    """ "after talks between *officials*", of no other state."""
    among = k in syntax.obliques(draft.core, "between") and not any(a.country or a.person for a in actors.all(k))
    return among and of_them(syntax, draft)


def _members(syntax: Syntax, k: int) -> bool:
    """ "a working meeting with *government members*", of the state told of before."""
    return syntax.lemma[k] == "member" and any(syntax.lemma[c] in _BODIES for c in syntax.kids[k])


def _done_to(syntax: Syntax, core: int) -> int | None:
    """Whom a verb of contact says it was done to; a topic is nobody."""
    told = syntax.pos[core] == "VERB" and not syntax.passive(core) and syntax.lemma[core] not in TOPIC_VERBS
    return syntax.patient(core) if told else None


def _of_others(syntax: Syntax, actors: Actors, noun: int) -> bool:
    """ "navies from 16 countries", "allied officials from abroad": of states that the words leave open."""
    if syntax.tag[noun] == "NNS" and any(
        syntax.tag[k].startswith("JJ") and syntax.word[k][:1].isupper() and k not in actors.names
        for k in syntax.kids[noun]
    ):
        return True  # "most *African* leaders"
    owners = [k for k in syntax.obliques(noun, "from", "of") if syntax.lemma[k] in PARTIES]
    return any(not any(official(a) and a.country for a in actors.all(k)) for k in owners)


def _of_state(actor: Actor) -> bool:
    """Whether the actor may act for any state: "sector commanders", "officials"."""
    return bool({"GOV", "MIL", "COP"} & set(actor.sectors)) and actor.country is None
