"""The wordings: what each status, channel, level, factuality and stance is called, as tables anybody can read.

``{S}`` takes the step, ``{T}`` is the other side, ``{A}`` and ``{B}`` are the two sides, ``{O}`` is the contact ("a
phone call"), ``{L}`` the line as such ("the hotline"), ``{was}`` agrees with the noun before it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from pourparler.records import Channel, Factuality, Level, ReasonKind, Stance, Status
from pourparler.records.choices import MeasureStatus, MeasureType


@dataclass(frozen=True, slots=True)
class Clause:
    """A subject and what it did, as ``{S} asked``, ``not``, and as an infinitive."""

    subject: str
    past: str
    negated: str
    infinitive: str


@dataclass(frozen=True, slots=True)
class Noun:
    """What a contact over a channel is called, alone and as a line; whether each is a plural; how it joins a side."""

    one: str
    plural: bool
    line: str
    lines: bool
    prep: str = "with"
    source: bool = False  # whether it comes "from" a side: a call, a message


NOUNS: Mapping[str, Noun] = {
    Channel.PHONE: Noun("a phone call", False, "contact by phone", False, source=True),
    Channel.VIDEO: Noun("a video call", False, "contact by video", False, source=True),
    Channel.HOTLINE: Noun("a call on the hotline", False, "the hotline", False, source=True),
    Channel.MEETING: Noun("a meeting", False, "meetings", True),
    Channel.VISIT: Noun("a visit", False, "visits", True),
    Channel.TALKS: Noun("talks", True, "talks", True),
    Channel.MESSAGE: Noun("a message", False, "messages", True, "from", True),
    Channel.SUMMONS: Noun("a summons", False, "summonses", True, "from", True),
    Channel.EXERCISE: Noun("a joint exercise", False, "joint exercises", True),
    Channel.PORT_CALL: Noun("a port call", False, "port calls", True),
    Channel.UNSPECIFIED: Noun("contact", False, "contact", False),
}
#: A level alone, and in a sentence.
LEVELS: Mapping[str, tuple[str, str]] = {
    Level.HEAD_OF_STATE: ("heads of state", "at the level of heads of state"),
    Level.HEAD_OF_GOVERNMENT: ("heads of government", "at the level of heads of government"),
    Level.MINISTER: ("ministers", "at the level of ministers"),
    Level.CHIEF_OF_DEFENCE: ("chiefs of defence", "at the level of chiefs of defence"),
    Level.COMMANDER: ("commanders", "at the level of commanders"),
    Level.AMBASSADOR: ("ambassadors", "at the level of ambassadors or their envoys"),
    Level.LEGISLATOR: ("legislators", "at the level of legislators"),
    Level.OFFICIAL: ("officials", "at the level of officials"),
    Level.WORKING: ("working level", "at working level"),
}


def _one(past: str, infinitive: str) -> Clause:
    return Clause("{S}", past, f"did not {infinitive}", infinitive)


def _both(past: str, infinitive: str) -> Clause:
    return Clause("{A} and {B}", past, f"did not {infinitive}", infinitive)


def _contact(participle: str, noun: str = "{O}") -> Clause:
    return Clause(f"{noun} between {{A}} and {{B}}", f"{{was}} {participle}", f"{{was}} not {participle}",
                  f"be {participle}")  # fmt: skip


#: What one side did, where it is told which.
BY_ONE: Mapping[str, Clause] = {
    Status.SOUGHT: _one("wished for {O} with {T}", "wish for {O} with {T}"),
    Status.REQUESTED: _one("asked {T} for {O}", "ask {T} for {O}"),
    Status.OFFERED: _one("offered {T} {O}", "offer {T} {O}"),
    Status.ACCEPTED: _one("agreed to {O} with {T}", "agree to {O} with {T}"),
    Status.DECLINED: _one("refused {O} {prep} {T}", "refuse {O} {prep} {T}"),
    Status.UNANSWERED: _one("left {O} {from} {T} unanswered", "leave {O} {from} {T} unanswered"),
    Status.POSTPONED: _one("put off {O} with {T}", "put off {O} with {T}"),
    Status.CANCELLED: _one("called off {O} with {T}", "call off {O} with {T}"),
    Status.ESTABLISHED: _one("set up {L} with {T}", "set up {L} with {T}"),
    Status.SUSPENDED: _one("suspended {L} with {T}", "suspend {L} with {T}"),
    Status.RESUMED: _one("restored {L} with {T}", "restore {L} with {T}"),
}
#: What is told of both, or without telling by whom.
OF_BOTH: Mapping[str, Clause] = {
    Status.SOUGHT: _contact("wished for"),
    Status.REQUESTED: _contact("asked for"),
    Status.OFFERED: _contact("offered"),
    Status.ACCEPTED: _both("agreed to {O}", "agree to {O}"),
    Status.SCHEDULED: _contact("announced"),
    Status.HELD: _both("held {O}", "hold {O}"),
    Status.DECLINED: _contact("refused"),
    Status.UNANSWERED: _contact("left unanswered"),
    Status.POSTPONED: _contact("put off"),
    Status.CANCELLED: _contact("called off"),
    Status.ESTABLISHED: _contact("set up", "{L}"),
    Status.OPEN: _contact("open", "{L}"),
    Status.SUSPENDED: _contact("suspended", "{L}"),
    Status.RESUMED: _contact("restored", "{L}"),
}
_TOOK_PLACE = Clause("{O} between {A} and {B}", "took place", "did not take place", "take place")
_IN_CONTACT = Clause("{A} and {B}", "were in contact", "were not in contact", "be in contact")
#: Where a channel has a verb of its own.
OWN: Mapping[tuple[str, str], tuple[Clause | None, Clause]] = {
    (Status.OFFERED, Channel.VISIT): (_one("invited {T} for {O}", "invite {T} for {O}"), _contact("offered")),
    (Status.OFFERED, Channel.MEETING): (_one("invited {T} to {O}", "invite {T} to {O}"), _contact("offered")),
    (Status.OFFERED, Channel.TALKS): (_one("invited {T} to {O}", "invite {T} to {O}"), _contact("offered")),
    (Status.OFFERED, Channel.EXERCISE): (_one("invited {T} to {O}", "invite {T} to {O}"), _contact("offered")),
    (Status.HELD, Channel.VISIT): (None, _TOOK_PLACE),
    (Status.HELD, Channel.PORT_CALL): (None, _TOOK_PLACE),
    (Status.HELD, Channel.UNSPECIFIED): (None, _IN_CONTACT),
    (Status.HELD, Channel.MESSAGE): (
        _one("sent {T} {O}", "send {T} {O}"),
        Clause("{O}", "passed between {A} and {B}", "did not pass between {A} and {B}", "pass between {A} and {B}"),
    ),
    (Status.HELD, Channel.SUMMONS): (
        _one("summoned an envoy of {T}", "summon an envoy of {T}"),
        Clause("{A} or {B}", "summoned an envoy of the other", "did not summon an envoy of the other",
               "summon an envoy of the other"),
    ),
}  # fmt: skip
#: How a clause is told by its factuality: ``{s}`` is its subject, ``{p}`` its past, ``{n}`` negated, ``{i}`` to do it.
FACTUALITIES: Mapping[str, str] = {
    Factuality.ACTUAL: "{s} {p}",
    Factuality.ONGOING: "{s} {p}, and this was told as going on",
    Factuality.PLANNED: "it was planned that {s} would {i}",
    Factuality.REQUESTED: "it was demanded that {s} {i}",
    Factuality.CONDITIONAL: "under a condition, {s} would {i}",
    Factuality.POSSIBLE: "it was told as only possible that {s} would {i}",
    Factuality.NEGATED: "{s} {n}",
    Factuality.HABITUAL: "as a habit, {s} {p}",
}
#: What somebody who is credited with a step does with it; ``{who}`` is all who do so.
STANCES: Mapping[str, str] = {
    Stance.ASSERTS: "according to {who}",
    Stance.CONFIRMS: "according to {who}",
    Stance.DENIES: "denied by {who}",
    Stance.DEMANDS: "as a demand of {who}",
    Stance.CONSIDERS: "considered by {who}",
    Stance.EXPECTS: "expected by {who}",
    Stance.DOES_NOT_CONFIRM: "not confirmed by {who}",
    Stance.DOES_NOT_RULE_OUT: "not ruled out by {who}",
    Stance.DECLINES_TO_COMMENT: "on which {who} would not comment",
}
#: What a party of a dispute does with words, or with the point in dispute.
POSITIONS: Mapping[str, str] = {
    Stance.ASSERTS: "said",
    Stance.CONFIRMS: "confirmed",
    Stance.DENIES: "denied",
    Stance.DOES_NOT_CONFIRM: "did not confirm",
    Stance.DOES_NOT_RULE_OUT: "did not rule out",
    Stance.DECLINES_TO_COMMENT: "did not comment on",
    Stance.DEMANDS: "demanded",
    Stance.CONSIDERS: "considered",
    Stance.EXPECTS: "expected",
}
#: What a step is explained by.
REASONS: Mapping[str, str] = {
    ReasonKind.PROTOCOL: "protocol",
    ReasonKind.SANCTIONS: "sanctions",
    ReasonKind.INCIDENT: "an incident",
    ReasonKind.VISIT: "a visit",
    ReasonKind.EXERCISE: "an exercise",
    ReasonKind.POLICY: "a policy",
    ReasonKind.DOMESTIC: "domestic matters",
    ReasonKind.HEALTH: "health",
    ReasonKind.SCHEDULING: "dates",
    ReasonKind.TECHNICAL: "technical matters",
    ReasonKind.NOT_GIVEN: "nothing, saying so",
    ReasonKind.OTHER: "other reasons",
}
#: What became of a request, of it: "China refused it", "it was refused".
REPLIES: Mapping[str, tuple[str, str]] = {
    Status.ACCEPTED: ("{S} agreed", "it was agreed to"),
    Status.SCHEDULED: ("{S} set a date", "a date was announced"),
    Status.HELD: ("it was held", "it was held"),
    Status.DECLINED: ("{S} refused", "it was refused"),
    Status.POSTPONED: ("{S} put it off", "it was put off"),
    Status.CANCELLED: ("{S} called it off", "it was called off"),
    Status.UNANSWERED: ("{S} left it unanswered", "it was left unanswered"),
}
#: What an incident's action is in the past, of a force ``{X}``; actions that are in no table are told by their name.
ACTIONS: Mapping[str, str] = {
    "abduct": "abducted {X}", "ambush": "ambushed {X}", "approach": "came close to {X}", "attack": "attacked {X}",
    "block": "blocked {X}", "blockade": "blockaded {X}", "board": "boarded {X}", "bomb": "bombed {X}",
    "buzz": "buzzed {X}", "chase": "chased {X}", "clash": "clashed with {X}", "close in": "closed in on {X}",
    "collide": "collided with {X}", "confront": "confronted {X}", "cut off": "cut off {X}", "destroy": "destroyed {X}",
    "detain": "detained {X}", "drive away": "drove away {X}", "encounter": "encountered {X}", "escort": "escorted {X}",
    "escort away": "escorted {X} away", "expel": "expelled {X}", "fire missile at": "fired a missile at {X}",
    "fire warning shots": "fired warning shots towards {X}", "fly near": "flew near {X}", "fly over": "flew over {X}",
    "force down": "forced {X} down", "harass": "harassed {X}", "hijack": "hijacked {X}", "hit": "hit {X}",
    "intercept": "intercepted {X}", "jam": "jammed {X}", "kill": "killed people of {X}",
    "lase": "pointed a laser at {X}",
    "lock radar": "aimed a radar at {X}", "ram": "rammed {X}", "return fire": "returned the fire of {X}",
    "seize": "seized {X}", "shadow": "shadowed {X}", "shell": "shelled {X}", "shoot": "shot at {X}",
    "shoot at": "shot at {X}", "shoot down": "shot down {X}", "sink": "sank {X}", "stop": "stopped {X}",
    "strike": "struck {X}", "surround": "surrounded {X}", "swarm": "swarmed {X}", "torpedo": "torpedoed {X}",
    "turn back": "turned back {X}", "warn away": "warned {X} away", "water cannon": "used water cannon on {X}",
    "wound": "wounded people of {X}", "scramble": "scrambled against {X}",
}  # fmt: skip
#: Actions that have no object: what was done, the other side only being named with it.
MOVES: Mapping[str, str] = {
    "circumnavigate": "sailed around a coast", "cross the border": "crossed a border",
    "cross the line": "crossed a line", "deploy": "deployed", "enter territory": "entered territory",
    "enter waters": "entered waters", "hover": "hovered", "loiter": "loitered", "overflight": "flew over",
    "patrol": "patrolled", "transit": "made a transit", "violate airspace": "violated airspace",
    "release flares": "released flares", "test missile": "tested a missile", "fire missile": "fired a missile",
    "launch satellite": "launched a satellite",
}  # fmt: skip
#: What a measure is called, and how it joins the side it is on.
MEASURES: Mapping[str, tuple[str, str]] = {
    MeasureType.SANCTION: ("sanctions", "on"),
    MeasureType.BAN: ("a ban", "on"),
    MeasureType.EXPULSION: ("an expulsion", "of people of"),
    MeasureType.RECALL: ("a recall", "of envoys from"),
    MeasureType.SUSPENSION: ("a suspension", "towards"),
    MeasureType.CEASEFIRE: ("a ceasefire", "with"),
    MeasureType.AGREEMENT: ("an agreement", "with"),
    MeasureType.OTHER: ("a measure", "towards"),
}
#: Where a measure stands: by one side, and without one; ``{N}`` is the measure with its target.
STANDINGS: Mapping[str, tuple[str, str]] = {
    MeasureStatus.ANNOUNCED: ("{S} announced {N}", "{N} was announced"),
    MeasureStatus.IN_FORCE: ("{S} had {N} in force", "{N} was told as in force"),
    MeasureStatus.THREATENED: ("{S} threatened {N}", "{N} was threatened"),
    MeasureStatus.LIFTED: ("{S} lifted {N}", "{N} was told as lifted"),
    MeasureStatus.DEMANDED_LIFTED: ("{S} was called on to lift {N}", "the lifting of {N} was called for"),
    MeasureStatus.VIOLATED: ("{N} was told as violated", "{N} was told as violated"),
}
#: Where a measure has a verb of its own; ``{T}`` is its target.
OWN_STANDINGS: Mapping[tuple[str, str], tuple[str, str]] = {
    (MeasureType.EXPULSION, MeasureStatus.IN_FORCE): ("{S} expelled people of {T}", "people of {T} were expelled"),
    (MeasureType.RECALL, MeasureStatus.IN_FORCE): ("{S} recalled envoys from {T}", "envoys were recalled from {T}"),
}
#: What the state of a line means, after "the line was".
STATES: Mapping[str, str] = {
    "open": "open",
    "strained": "strained",
    "silent": "silent",
    "suspended": "suspended",
    "unobserved": "unobserved (too little was read to tell silence from not having looked)",
}
