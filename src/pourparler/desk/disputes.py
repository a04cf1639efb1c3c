"""Disputes as their page shows them: the words of each side, and which outlets carry one side only."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, replace

from pourparler.store import Carrier, Cursor, Disagreement, Filter, Store

PAGE = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """The outlets that carry one stand of a dispute and no other; ``stand`` is its place among the stands."""

    stand: int
    carriers: tuple[Carrier, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A dispute, the same between other tellings of the same deeds, the outlets that carry both sides, and those that
    carry one.
    """

    dispute: Disagreement
    also: tuple[Disagreement, ...] = ()
    both: tuple[Carrier, ...]
    shares: tuple[Share, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One page of disputes; ``on`` goes on behind it."""

    shown: tuple[Shown, ...]
    on: str | None


def view_disputes(store: Store, wanted: Filter, behind: Cursor | None, limit: int = PAGE) -> Sheet:
    """The newest disputes that fit, with who carries which side."""
    found = store.disputes(wanted, limit=limit + 1, behind=behind)
    groups = defaultdict[Hashable, list[Disagreement]](list)
    for dispute in found[:limit]:
        groups[_of_deeds(dispute)].append(dispute)
    shown = tuple(replace(_weigh(store, first), also=tuple(others)) for first, *others in groups.values())
    return Sheet(shown=shown, on=str(found[limit - 1].place) if len(found) > limit else None)


def _of_deeds(dispute: Disagreement) -> Hashable:
    """What disputes between tellings of the same deeds have in common."""
    if not dispute.across:
        return dispute.name
    return tuple((stand.entry.deed, stand.sides, stand.stance) for stand in dispute.stands)


def _weigh(store: Store, dispute: Disagreement) -> Shown:
    if not dispute.across:
        return _within(store, dispute)
    told = [store.carriers(stand.entry.deed) for stand in dispute.stands]
    outlets = [{_outlet(carrier) for carrier in carriers} for carriers in told]
    shares = []
    for place, carriers in enumerate(told):
        others = set[str]().union(*(names for other, names in enumerate(outlets) if other != place))
        alone = [one for one in carriers if _outlet(one) not in others and not one.disputes]
        shares.append(Share(stand=place, carriers=tuple(alone)))
    alone_anywhere = {_outlet(one) for share in shares for one in share.carriers}
    every = {_outlet(one): one for one in _all(told)}
    return Shown(
        dispute=dispute, shares=tuple(shares),
        both=tuple(one for name, one in every.items() if name not in alone_anywhere),
    )  # fmt: skip


def _within(store: Store, dispute: Disagreement) -> Shown:
    """Of a dispute within an article: who else tells the deed, with the denial or without."""
    disputed = dispute.disputed
    if disputed is None or disputed.record.id == dispute.name:
        return Shown(dispute=dispute, both=(), shares=())
    carriers = store.carriers(disputed.deed)
    return Shown(
        dispute=dispute, both=tuple(one for one in carriers if one.disputes),
        shares=(Share(stand=0, carriers=tuple(one for one in carriers if not one.disputes)),),
    )  # fmt: skip


def _outlet(carrier: Carrier) -> str:
    return (carrier.outlet or carrier.article).casefold()


def _all(told: Sequence[Iterable[Carrier]]) -> Iterable[Carrier]:
    return (one for carriers in told for one in carriers)
