"""Whether a filter can ever let anything through: its words are those that records have, of kinds that have them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from pourparler.errors import UsageError
from pourparler.records.choices import Channel, EventType, Level, MeasureType, ReasonKind, Stance, Status
from pourparler.records.kinds import KINDS
from pourparler.store.asking.narrowing import Filter

#: What the types of a kind are called and which there are. Actions and offices are open: any word may come.
_TYPES = {
    "contact": ("status", tuple(Status)), "statement": ("stance", tuple(Stance)),
    "measure": ("type", tuple(MeasureType)), "event": ("type", tuple(EventType)), "dispute": ("type", ()),
}  # fmt: skip


def in_known_words(wanted: Filter) -> Filter:
    """The filter with statuses, channels and the like as records write them: ``DECLINED`` -> ``declined``.

    Raises UsageError where it asks for what no record can have.
    """
    names = [name for kind in wanted.kinds or KINDS if kind in _TYPES for name in _TYPES[kind][1]]
    folded = replace(
        wanted,
        types=_as_written(wanted.types, names),
        channels=_as_written(wanted.channels, Channel),
        levels=_as_written(wanted.levels, Level),
        reasons=_as_written(wanted.reasons, ReasonKind),
    )
    check_choices(folded)
    return folded


def _as_written(told: tuple[str, ...], known: Iterable[str]) -> tuple[str, ...]:
    written = {str(one).casefold(): str(one) for one in known}
    return tuple(written.get(one.casefold(), one) for one in told)


def check_filter(wanted: Filter) -> None:
    """Raises UsageError where the filter asks for what no record can have, or for words that are none."""
    check_choices(wanted)
    if wanted.words is not None and not any(map(str.isalnum, wanted.words)):
        raise UsageError(f"{wanted.words!r} holds no word to look for; give words of articles")


def check_choices(wanted: Filter) -> None:
    """Raises UsageError where a status, channel, level or the like is none that records have."""
    kinds = wanted.kinds or KINDS
    _check("kind of record", kinds, KINDS)
    _check_types(kinds, wanted.types)
    for name, told, known in (
        ("channel", wanted.channels, Channel), ("level", wanted.levels, Level), ("reason", wanted.reasons, ReasonKind),
        ("forum", (wanted.forum,) if wanted.forum else (), None),
    ):  # fmt: skip
        if told and "contact" not in kinds:
            raise UsageError(f"only contacts have a {name}; ask for contacts, or leave {name} {told[0]!r} out")
        if known:
            _check(name, told, tuple(known))


def _check_types(kinds: tuple[str, ...], told: tuple[str, ...]) -> None:
    if any(kind not in _TYPES for kind in kinds):
        return
    known = {kind: _TYPES[kind] for kind in kinds}
    names = list(dict.fromkeys(name for name, choices in known.values() if choices))
    if told and not names:
        raise UsageError(f"disputes have no type; leave {told[0]!r} out")
    _check(" or ".join(names), told, tuple(one for _, choices in known.values() for one in choices))


def _check(name: str, told: Iterable[str], known: tuple[str, ...]) -> None:
    for unknown in (one for one in told if one not in known):
        raise UsageError(f"there is no {name} {unknown[:60]!r}; expected {', '.join(known)}")
