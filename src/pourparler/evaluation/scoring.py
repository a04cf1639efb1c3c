"""Precision, recall and F1 of each kind of record, and of each field of the records that were found."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from pourparler.evaluation import agreement as agree
from pourparler.evaluation.agreement import Comparison, Tally
from pourparler.evaluation.gold import GoldArticle
from pourparler.evaluation.pairing import Pairing, pair
from pourparler.records.kinds import RECORD_KINDS, Article, Record

_ACTOR = agree.single(agree.same_actor)
_ACTORS = agree.several(agree.same_actor)
_SIDES = agree.several(agree.same_side)
_DATE = agree.dates
_CHOICE = agree.single(agree.equal)
_COUNT = agree.single(agree.same_number)
_PLACE = agree.single(agree.same_place)
_NAME = agree.single(agree.same_name)

#: The fields that are compared, each kind's in the order of the contract.
FIELDS: dict[str, dict[str, Comparison]] = {
    "statement": {
        "source": _ACTOR, "via": _ACTORS, "content": agree.words_alike, "form": _CHOICE, "stance": _CHOICE,
        "said": _DATE, "addressee": _ACTOR,
    },
    "contact": {
        "by": _ACTOR, "initiator": _ACTOR, "target": _ACTOR, "participants": _SIDES, "mediators": _ACTORS,
        "channel": _CHOICE, "forum": _NAME, "level": _CHOICE, "factuality": _CHOICE, "count": _COUNT, "when": _DATE,
        "due": _DATE, "where": _PLACE, "topics": agree.words_alike, "reasons": agree.several(agree.same_reason),
        "conditions": agree.words_alike,
    },
    "incident": {
        "by": _ACTORS, "parties": _SIDES, "factuality": _CHOICE, "when": _DATE, "where": _PLACE,
        "characterisations": agree.words_alike,
    },
    "measure": {"imposed_by": _ACTORS, "on": _ACTORS, "status": _CHOICE, "when": _DATE},
    "tenure": {"country": _CHOICE, "office": _NAME, "start": _DATE, "end": _DATE},
    "event": {
        "actors": _ACTORS, "recipients": _ACTORS, "mode": _CHOICE, "factuality": _CHOICE, "count": _COUNT,
        "when": _DATE, "where": _PLACE,
    },
    "dispute": {},
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Sheet:
    """The records of one kind in one article, paired."""

    article: Article
    kind: str
    pairing: Pairing


@dataclass(slots=True)
class Scores:
    """Tallies of kinds, and of fields within each kind."""

    kinds: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    fields: dict[tuple[str, str], Tally] = field(default_factory=lambda: defaultdict(Tally))


def compare(gold: GoldArticle, read: Sequence[Record]) -> Iterator[Sheet]:
    """One sheet for each kind: what of the gold was found, what was missed, what is false."""
    for cls in RECORD_KINDS:
        wanted = [record for record in gold.records if record.kind == cls.kind]
        got = [record for record in read if record.kind == cls.kind]
        yield Sheet(gold.article, cls.kind, pair(wanted, got))


def score(sheets: Iterable[Sheet]) -> Scores:
    """Tallies over all sheets. A field is compared only in records that were found."""
    scores = Scores()
    for sheet in sheets:
        found = sheet.pairing
        tally = Tally(len(found.pairs) + len(found.missed), len(found.pairs) + len(found.false), len(found.pairs))
        scores.kinds[sheet.kind] = scores.kinds[sheet.kind].plus(tally)
        for wanted, got in found.pairs:
            for name, comparison in FIELDS[sheet.kind].items():
                compared = comparison(getattr(wanted, name), getattr(got, name))
                scores.fields[sheet.kind, name] = scores.fields[sheet.kind, name].plus(compared)
    return scores


def wrong_fields(kind: str, gold: Record, read: Record) -> list[str]:
    """The fields of a found record that do not say what the gold says."""
    tallies = {name: comparison(getattr(gold, name), getattr(read, name)) for name, comparison in FIELDS[kind].items()}
    return [name for name, tally in tallies.items() if not tally.gold == tally.read == tally.right]
