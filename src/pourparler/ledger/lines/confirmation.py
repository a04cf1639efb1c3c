"""On whose word it rests that the sides met or spoke."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from pourparler.ledger.lines.deeds import Deed
from pourparler.records import Status
from pourparler.records.coverage import Telling


class Confirmed(StrEnum):
    """The best word there is: of both sides, of one, of somebody else by name, of the outlet, of nobody named."""

    BOTH = "both"
    ONE = "one"
    OTHERS = "others"
    OUTLET = "outlet"
    ANONYMOUS = "anonymous"
    DISPUTED = "disputed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Confirmation:
    """How many contacts that were held rest on such a word; ``side`` is the one that tells, where only one does.

    ``records`` has one record of each, oldest first.
    """

    confirmed: Confirmed
    side: str | None
    contacts: int
    records: tuple[str, ...]


def confirmations(deeds: Iterable[Deed], sides: tuple[str, str]) -> list[Confirmation]:
    """The contacts that are told as held, by the word they rest on, in the order of `Confirmed`."""
    found: defaultdict[tuple[Confirmed, str | None], list[str]] = defaultdict(list)
    for deed in deeds:
        if deed.kind == "contact" and deed.type == Status.HELD and deed.done:
            found[confirmed(deed, sides)].append(deed.tellings[0].id)
    order = list(Confirmed)
    return [
        Confirmation(confirmed=word, side=side, contacts=len(records), records=tuple(records))
        for (word, side), records in sorted(found.items(), key=lambda item: (order.index(item[0][0]), item[0][1] or ""))
    ]


def confirmed(deed: Deed, sides: tuple[str, str]) -> tuple[Confirmed, str | None]:
    """On whose word a deed rests, and which side's it is where it is one side's."""
    if deed.disputed:
        return Confirmed.DISPUTED, None
    voices = {voice for telling in deed.tellings for voice in telling.voices}
    named = {voice.side for voice in voices if not voice.anonymous}
    telling = [side for side in sides if side in named]
    if len(telling) == 2:
        return Confirmed.BOTH, None
    if telling:
        return Confirmed.ONE, telling[0]
    if named:
        return Confirmed.OTHERS, None
    return (Confirmed.OUTLET if any(map(_own_word, deed.tellings)) else Confirmed.ANONYMOUS), None


def _own_word(telling: Telling) -> bool:
    return not telling.voices
