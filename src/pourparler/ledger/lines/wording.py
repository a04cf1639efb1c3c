"""A state in a sentence, and a step in a few words."""

from __future__ import annotations

from pourparler.ledger.lines.board import State
from pourparler.ledger.lines.deeds import UNTOLD, Deed
from pourparler.ledger.lines.observing import SEEN, days_between
from pourparler.ledger.lines.states import Standing
from pourparler.records import Status
from pourparler.records.coverage import RECENT

_PARTICIPLES = {Status.OPEN: "said to be open", Status.SOUGHT: "wished for"}


def step_label(deed: Deed) -> str:
    """What was done, by whom, over which channel, and when: ``declined by CHN (minister, phone) on 2024-10-16``."""
    words = _PARTICIPLES.get(Status(deed.type), deed.type)
    taken_by = f" by {deed.by}" if deed.by else ""
    denied = ", which is disputed" if deed.disputed else ""
    return f"{words}{taken_by}{_how(deed)} {_when(deed)}{denied}"


def _when(deed: Deed) -> str:
    if deed.earliest is None:
        return f"not after {deed.latest}"
    return f"on {deed.latest}" if deed.earliest == deed.latest else f"between {deed.earliest} and {deed.latest}"


def _how(deed: Deed) -> str:
    told = [told.replace("_", " ") for told in (deed.level, deed.channel) if told != UNTOLD]
    return f" ({', '.join(told)})" if told else ""


def why(standing: Standing, on: str) -> str:
    """The reason for a state, in a sentence."""
    recent = [deed for deed in standing.rests_on if days_between(deed.latest, on) < RECENT]
    if standing.state is State.OPEN:
        return step_label(recent[0])
    if standing.state in (State.SUSPENDED, State.STRAINED) or any(deed.type == Status.UNANSWERED for deed in recent):
        return "; ".join(map(step_label, standing.rests_on))
    told = f"only {'; '.join(map(step_label, recent))}" if recent else "nothing"
    unseen = "" if standing.state is State.SILENT else f", of which fewer than {SEEN} were observed"
    before = [
        f"; before, {step_label(deed)}, {days_between(deed.latest, on)} days ago"
        for deed in standing.rests_on
        if deed not in recent
    ]
    return f"{told} in the last {RECENT} days{unseen}{''.join(before)}"
