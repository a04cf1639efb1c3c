"""A filter told as a sentence."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from pourparler.desk.display import clip, date
from pourparler.desk.filters import Asked
from pourparler.records.choices import Level

_PLURALS = {"dispute": "disputes", "tenure": "tenures"}


def plural(kind: str) -> str:
    """The kind of record, several of it.

    >>> plural("contact")
    'contacts'
    """
    return _PLURALS.get(kind, f"{kind}s")


def tell_filter(asked: Asked, name: Callable[[str], str]) -> str:
    """What a list is narrowed by; ``name`` tells the names of sides.

    >>> tell_filter(Asked(between=["USA", "CHN"], type=["declined", "unanswered"], channel=["phone"]), str)
    'Contacts between USA and CHN, declined or unanswered, by phone, newest first.'
    """
    kind = plural(asked.kind)
    told = [f"Rejected {kind}" if asked.rejected else kind.capitalize(), *_who(asked, name)]
    parts = [" ".join(told), *_what(asked), *_told_by(asked, name), *_days(asked)]
    if asked.reviewed is not None:
        parts.append("reviewed by somebody" if asked.reviewed else "not reviewed by anybody yet")
    if asked.once:
        parts.append("each deed once")
    return f"{', '.join(parts)}, {asked.order} first."


def _who(asked: Asked, name: Callable[[str], str]) -> list[str]:
    told = []
    if asked.between:
        sides = list(dict.fromkeys(asked.between))
        told.append(f"{'between' if len(sides) > 1 else 'with'} {_all(sides, name)}")
    if asked.involving:
        told.append(f"in which {_all(asked.involving, name)} {'takes' if len(asked.involving) == 1 else 'take'} part")
    if asked.by:
        told.append(f"by {name(asked.by)}")
    if asked.person:
        told.append(f"naming {clip(asked.person)}")
    return told


def _what(asked: Asked) -> list[str]:
    told = [_any(asked.type)] if asked.type else []
    if asked.channel:
        told.append(f"by {_any(asked.channel)}")
    if asked.level:
        told.append(f"at the level of {_any([_rank(one) for one in asked.level])}")
    if asked.reason:
        told.append(f"for reasons of {_any(asked.reason)}")
    if asked.forum:
        told.append(f"in the forum or line “{clip(asked.forum)}”")
    return told


def _told_by(asked: Asked, name: Callable[[str], str]) -> list[str]:
    told = [f"according to {name(asked.according_to)}"] if asked.according_to else []
    if asked.outlet:
        told.append(f"printed by {clip(asked.outlet)}")
    if asked.words:
        told.append(f"in articles with the words {clip(asked.words)}")
    return told


def _days(asked: Asked) -> list[str]:
    since, until = (date(day.isoformat()) if day else "" for day in (asked.since, asked.until))
    if since and until:
        return [f"from {since} to {until}"]
    return [f"since {since}"] if since else [f"until {until}"] if until else []


def _rank(level: str) -> str:
    return "working level" if level == Level.WORKING else level


def _all(codes: Sequence[str], name: Callable[[str], str]) -> str:
    return " and ".join(map(name, codes))


def _any(words: Sequence[str]) -> str:
    """Words of the contract, one of which must fit.

    >>> _any(["head_of_state", "minister", "commander"])
    'head of state, minister or commander'
    """
    told = [clip(word).replace("_", " ") for word in words]
    return " or ".join([", ".join(told[:-1]), told[-1]]) if len(told) > 1 else told[0]
