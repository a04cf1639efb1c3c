"""What one step is a sign of: the table on which the state of a line rests."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from pourparler.ledger.lines.deeds import Deed
from pourparler.records import Channel, Factuality, ReasonKind, Status


class Sign(StrEnum):
    """``OPENS``: the sides deal with each other; ``STANDS``: somebody says that the line works; ``STRAINS``: one of
    them refuses, calls off or protests; ``SILENCES``: nobody answers; ``CLOSES``: the line itself is cut; ``NONE``:
    nothing follows from it.
    """

    OPENS = "opens"
    STANDS = "stands"
    STRAINS = "strains"
    SILENCES = "silences"
    CLOSES = "closes"
    NONE = "none"


#: What a step that is told as done, and that nobody denies, is a sign of.
SIGNS: Mapping[str, Sign] = {
    Status.SOUGHT: Sign.NONE,
    Status.REQUESTED: Sign.NONE,
    Status.OFFERED: Sign.NONE,
    Status.ACCEPTED: Sign.OPENS,
    Status.SCHEDULED: Sign.OPENS,
    Status.HELD: Sign.OPENS,
    Status.DECLINED: Sign.STRAINS,
    Status.UNANSWERED: Sign.SILENCES,
    Status.POSTPONED: Sign.STRAINS,
    Status.CANCELLED: Sign.STRAINS,
    Status.ESTABLISHED: Sign.OPENS,
    Status.OPEN: Sign.STANDS,
    Status.SUSPENDED: Sign.CLOSES,
    Status.RESUMED: Sign.OPENS,
}
#: What is left of a sign that somebody denies.
_DENIED = {Sign.STRAINS: Sign.STRAINS, Sign.SILENCES: Sign.SILENCES, Sign.CLOSES: Sign.STRAINS}
#: Words on the line itself; where they tell no level they hold at every level of their channel.
OF_LINE = frozenset({Status.ESTABLISHED, Status.OPEN, Status.SUSPENDED, Status.RESUMED})
#: What ends a suspension; a promise does not.
LIFTS = frozenset({Status.HELD, Status.ESTABLISHED, Status.OPEN, Status.RESUMED})
#: Steps by which the sides have dealt with each other, be it to refuse; a request alone is one side's.
DEALINGS = frozenset(
    {
        Status.ACCEPTED, Status.SCHEDULED, Status.HELD, Status.DECLINED, Status.POSTPONED, Status.CANCELLED,
        Status.ESTABLISHED, Status.RESUMED,
    }
)  # fmt: skip
#: Reasons for which a contact is put off without a quarrel.
_MILD = frozenset({ReasonKind.SCHEDULING, ReasonKind.HEALTH, ReasonKind.TECHNICAL})
_PUT_OFF = frozenset({Status.POSTPONED, Status.CANCELLED})


def sign_of(deed: Deed, on: str) -> Sign:
    """What a step of contact is a sign of on a day.

    A denied step neither opens nor closes a line; that a suspension is disputed is a strain, and of a refusal or of
    silence no version lets the sides deal with each other.
    """
    if deed.kind != "contact" or not (told_as_done(deed) and _is_ahead(deed, on)):
        return Sign.NONE
    sign = SIGNS[deed.type]
    if deed.channel == Channel.SUMMONS and deed.type == Status.HELD:
        sign = Sign.STRAINS
    if deed.type in _PUT_OFF and _mildly(deed):
        sign = Sign.NONE
    if deed.disputed:
        return _DENIED.get(sign, Sign.NONE)
    return sign


def told_as_done(deed: Deed) -> bool:
    """Whether the step is told as taken; to announce a contact is a step, its plan what is announced."""
    return deed.done or (deed.type == Status.SCHEDULED and deed.factuality == Factuality.PLANNED)


def dealt(deed: Deed) -> bool:
    """Whether both sides had a part in the step, and nobody denies it."""
    return deed.kind == "contact" and deed.type in DEALINGS and told_as_done(deed) and not deed.disputed


def _is_ahead(deed: Deed, on: str) -> bool:
    """An announced contact opens a line until its day has passed; then only what came of it counts."""
    return deed.type != Status.SCHEDULED or deed.due_latest is None or deed.due_latest >= on


def _mildly(deed: Deed) -> bool:
    kinds = {reason.kind for telling in deed.tellings for reason in telling.reasons}
    return bool(kinds) and kinds <= _MILD
