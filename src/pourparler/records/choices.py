"""The closed choices of the contract. Values are what the JSON Lines hold."""

from __future__ import annotations

from enum import StrEnum


class How(StrEnum):
    """How a date is known: told outright, told against another day, or bounded by the publication."""

    STATED = "stated"
    RELATIVE = "relative"
    PUBLICATION = "publication"


class Precision(StrEnum):
    """How much of a date the words tell. ``BEFORE`` and ``AFTER`` leave one end open."""

    MINUTE = "minute"
    PART_OF_DAY = "part of day"
    DAY = "day"
    WEEKEND = "weekend"
    WEEK = "week"
    MONTH = "month"
    PART_OF_MONTH = "part of month"
    SEASON = "season"
    YEAR = "year"
    PART_OF_YEAR = "part of year"
    DECADE = "decade"
    RANGE = "range"
    BEFORE = "before"
    AFTER = "after"


class Form(StrEnum):
    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class Stance(StrEnum):
    """What a source does with the content it is credited with."""

    ASSERTS = "asserts"
    CONFIRMS = "confirms"
    DENIES = "denies"
    DOES_NOT_CONFIRM = "does_not_confirm"
    DOES_NOT_RULE_OUT = "does_not_rule_out"
    DECLINES_TO_COMMENT = "declines_to_comment"
    DEMANDS = "demands"
    CONSIDERS = "considers"
    EXPECTS = "expects"


class Factuality(StrEnum):
    """Whether the deed is told as done; "did not take place" is the deed, negated."""

    ACTUAL = "actual"
    ONGOING = "ongoing"
    PLANNED = "planned"
    REQUESTED = "requested"
    CONDITIONAL = "conditional"
    POSSIBLE = "possible"
    NEGATED = "negated"
    HABITUAL = "habitual"


class Channel(StrEnum):
    PHONE = "phone"
    VIDEO = "video"
    HOTLINE = "hotline"
    MEETING = "meeting"
    VISIT = "visit"
    TALKS = "talks"
    MESSAGE = "message"
    SUMMONS = "summons"
    EXERCISE = "exercise"
    PORT_CALL = "port_call"
    UNSPECIFIED = "unspecified"


class Level(StrEnum):
    """The rank at which sides deal with each other: the lower of the two where they differ."""

    HEAD_OF_STATE = "head_of_state"
    HEAD_OF_GOVERNMENT = "head_of_government"
    MINISTER = "minister"
    CHIEF_OF_DEFENCE = "chief_of_defence"
    COMMANDER = "commander"
    AMBASSADOR = "ambassador"
    LEGISLATOR = "legislator"
    OFFICIAL = "official"
    WORKING = "working"
    UNSPECIFIED = "unspecified"


class Status(StrEnum):
    """The step that was taken: of one contact, or (the last four) of a standing line between the sides."""

    SOUGHT = "sought"
    REQUESTED = "requested"
    OFFERED = "offered"
    ACCEPTED = "accepted"
    SCHEDULED = "scheduled"
    HELD = "held"
    DECLINED = "declined"
    UNANSWERED = "unanswered"
    POSTPONED = "postponed"
    CANCELLED = "cancelled"
    ESTABLISHED = "established"
    OPEN = "open"
    SUSPENDED = "suspended"
    RESUMED = "resumed"


class EventType(StrEnum):
    """The types of PLOVER 0.8."""

    ACCUSE = "ACCUSE"
    AGREE = "AGREE"
    AID = "AID"
    ASSAULT = "ASSAULT"
    COERCE = "COERCE"
    CONCEDE = "CONCEDE"
    CONSULT = "CONSULT"
    COOPERATE = "COOPERATE"
    MOBILIZE = "MOBILIZE"
    PROTEST = "PROTEST"
    REJECT = "REJECT"
    REQUEST = "REQUEST"
    RETREAT = "RETREAT"
    SANCTION = "SANCTION"
    SUPPORT = "SUPPORT"
    THREATEN = "THREATEN"


class ReasonKind(StrEnum):
    PROTOCOL = "protocol"
    SANCTIONS = "sanctions"
    INCIDENT = "incident"
    VISIT = "visit"
    EXERCISE = "exercise"
    POLICY = "policy"
    DOMESTIC = "domestic"
    HEALTH = "health"
    SCHEDULING = "scheduling"
    TECHNICAL = "technical"
    NOT_GIVEN = "not_given"
    OTHER = "other"


class MeasureType(StrEnum):
    SANCTION = "sanction"
    BAN = "ban"
    EXPULSION = "expulsion"
    RECALL = "recall"
    SUSPENSION = "suspension"
    CEASEFIRE = "ceasefire"
    AGREEMENT = "agreement"
    OTHER = "other"


class MeasureStatus(StrEnum):
    ANNOUNCED = "announced"
    IN_FORCE = "in_force"
    THREATENED = "threatened"
    LIFTED = "lifted"
    DEMANDED_LIFTED = "demanded_lifted"
    VIOLATED = "violated"
