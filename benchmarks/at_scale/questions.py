"""What is asked of the store: the first page of every command, by everything that narrows it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice

from at_scale.plot import FORUMS
from at_scale.texts import vocabulary
from at_scale.world import OUTLETS, SIDES
from pourparler.records.choices import EventType, MeasureType, Stance, Status
from pourparler.store import By, Filter, Store

BUSIEST = (SIDES[0], SIDES[1])
_WORDS = vocabulary()
COMMONEST, RARE = _WORDS[0], _WORDS[20_000]
#: What records of a kind are called by: the commonest, and the rarest or one that nobody wrote.
_TYPES = {
    "contact": ("held", tuple(Status)[-1]), "event": ("CONSULT", tuple(EventType)[-1]),
    "statement": ("asserts", tuple(Stance)[-1]), "measure": ("sanction", tuple(MeasureType)[-1]),
    "incident": ("transit", "none"), "tenure": ("defence minister", "none"),
}  # fmt: skip


#: What only contacts have, and other records may not be asked for.
_OF_CONTACTS = {"channels", "levels", "reasons", "forum"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One call, named as on the command line. ``wanted`` is what a peer is asked too, ``by`` how it is to count."""

    name: str
    ask: Callable[[Store], object]
    wanted: Filter | None = None
    by: tuple[By, ...] = ()
    words: str | None = None


def questions(store: Store) -> Iterator[Question]:
    """Every question of the measurement."""
    for kind, (common, rare) in _TYPES.items():
        for options in _narrowed(common, rare):
            if kind == "contact" or not _OF_CONTACTS & options.keys():
                yield _listing(kind, options)
    yield _listing("dispute", {"between": BUSIEST})
    yield _listing("contact", {"between": BUSIEST}, once=True)
    yield from (_counting(by, wanted) for wanted in _counted() for by in _GROUPS)
    for words in (COMMONEST, RARE, f"{COMMONEST} {RARE}", '"of the"'):
        yield Question(name=f"search {words}", ask=lambda store, words=words: store.search(words), words=words)
    (first, *_) = store.ask(Filter(kinds=("contact",), between=BUSIEST, until="2020-06-01"))
    yield Question(name="after ID --days 30", ask=lambda store: store.after(first.record.id, 30))
    yield Question(name="thread ID", ask=lambda store: store.thread(first.record.id))
    yield Question(name="diff", ask=lambda store: list(islice(store.changes(), 50)))


def _narrowed(common: str, rare: str) -> Iterator[dict[str, object]]:
    """Everything by which a list is narrowed: the commonest of each, alone and together, and what hardly fits."""
    yield {}
    yield {"between": BUSIEST}
    yield {"involving": BUSIEST[:1]}
    yield {"by": BUSIEST[0]}
    yield {"types": (common,)}
    yield {"since": "2020-01-01", "until": "2020-03-31"}
    yield {"person": f"{BUSIEST[0]} 1 Person"}
    yield {"according_to": BUSIEST[0]}
    yield {"outlet": OUTLETS[0]}
    yield {"words": COMMONEST}
    yield {"words": RARE}
    for more in (
        {"by": BUSIEST[0]}, {"types": (common,)}, {"types": (rare,)}, {"channels": ("port_call",)},
        {"levels": ("minister",)}, {"since": "2015-01-01"}, {"until": "2015-12-31"},
        {"person": f"{BUSIEST[0]} 1 Person"},
        {"person": "Nobody"}, {"according_to": BUSIEST[0]}, {"according_to": SIDES[-1]}, {"outlet": OUTLETS[0]},
        {"outlet": OUTLETS[-1]}, {"words": COMMONEST}, {"words": RARE}, {"reasons": ("protocol",)},
        {"reasons": ("other",)}, {"forum": FORUMS[0]}, {"forum": FORUMS[-1]},
    ):  # fmt: skip
        yield {"between": BUSIEST, **more}


def _listing(kind: str, options: dict[str, object], *, once: bool = False) -> Question:
    wanted = Filter(kinds=(kind,), **options)  # type: ignore[arg-type]
    told = [f"--{name.replace('_', '-')} {_value(value)}" for name, value in options.items()]
    name = " ".join([f"{kind}s", *told, *(["--once"] if once else [])])
    return Question(name=name, ask=lambda store: store.ask(wanted, once=once), wanted=None if once else wanted)


_GROUPS = ((By.MONTH,), (By.YEAR,), (By.TYPE,), (By.PAIR,), (By.LEVEL,), (By.OUTLET,), (By.MONTH, By.TYPE))


def _counted() -> Iterator[Filter]:
    for kind in ("contact", "event"):
        for options in ({"between": BUSIEST}, {"involving": BUSIEST[:1]}, {}):
            yield Filter(kinds=(kind,), **options)


def _counting(by: tuple[By, ...], wanted: Filter) -> Question:
    about = "--between" if wanted.between else "--involving" if wanted.involving else "all"
    name = f"series {wanted.kinds[0]}s {about} {' '.join(f'--by {one}' for one in by)}"
    return Question(name=name, ask=lambda store: store.series(wanted, by), wanted=wanted, by=by)


def _value(value: object) -> str:
    return " ".join(value) if isinstance(value, tuple) else str(value)
