"""What one made-up article tells: records of every kind, each on words of its text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import accumulate
from random import Random
from typing import TypeVar

from at_scale.texts import Text
from pourparler.records import (
    Actor,
    Article,
    Channel,
    Contact,
    Date,
    Dispute,
    Event,
    Factuality,
    Form,
    How,
    Incident,
    Level,
    Measure,
    MeasureStatus,
    MeasureType,
    Position,
    Precision,
    Reason,
    ReasonKind,
    Record,
    Span,
    Stance,
    Statement,
    Status,
    Tenure,
)
from pourparler.records.ids import IdMaker

T = TypeVar("T")

#: Records of each kind in twenty articles; events are five in each, those that code a deed among them.
_IN_TWENTY = {Statement: 60, Contact: 30, Incident: 14, Measure: 10, Tenure: 4, Dispute: 6}
_EVENTS = 5
_TYPES = ("CONSULT", "REQUEST", "REJECT", "ACCUSE", "COOPERATE", "SUPPORT", "THREATEN", "SANCTION", "AGREE", "PROTEST",
          "MOBILIZE", "CONCEDE", "ASSAULT", "COERCE", "AID", "RETREAT")  # fmt: skip
_ACTIONS = ("transit", "interception", "incursion", "shadowing", "shelling", "collision", "boarding", "overflight")
_SECTORS = ("GOV", "MIL", "LEG", "JRN")
_OFFICES = ("defence minister", "foreign minister", "president", "spokesperson", "prime minister", "ambassador")


def alpha3(number: int) -> str:
    """A code of three letters, as states have them: 0 is AAA."""
    return "".join(chr(ord("A") + number // 26**power % 26) for power in (2, 1, 0))


FORUMS = tuple(f"{alpha3(13 * number)} Dialogue" for number in range(40))


def often(chance: Random, things: Sequence[T]) -> T:
    """One of the things, the first most often (Zipf)."""
    return chance.choices(things, cum_weights=_FALLING[: len(things)])[0]


_FALLING = list(accumulate(1 / (rank + 1) for rank in range(64)))


def on(day: date, precision: Precision = Precision.DAY) -> Date:
    """That day, or the month it is in."""
    first = day.replace(day=1) if precision is Precision.MONTH else day
    last = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1) if precision is Precision.MONTH else day
    return Date(
        text=None, start=None, end=None, earliest=first.isoformat(), latest=last.isoformat(), precision=precision,
        how=How.RELATIVE,
    )  # fmt: skip


@dataclass(slots=True, kw_only=True)
class Plot:
    """One article: the two sides that it is about, two more that it mentions, and the words that tell of them."""

    chance: Random
    article: Article
    text: Text
    day: date
    sides: tuple[str, str]
    others: tuple[str, str]
    _ids: IdMaker = field(init=False)

    def records(self, number: int) -> Iterator[Record]:
        """The records of article ``number``."""
        self._ids = IdMaker(self.article.id)
        told = [self._statement() for _ in range(self._so_many(Statement, number))]
        deeds: list[Contact | Incident | Measure] = [
            *(self._contact(told) for _ in range(self._so_many(Contact, number))),
            *(self._incident(told) for _ in range(self._so_many(Incident, number))),
            *(self._measure(told) for _ in range(self._so_many(Measure, number))),
        ]
        yield from told
        yield from deeds
        yield from (self._tenure() for _ in range(self._so_many(Tenure, number)))
        yield from (self._event(told, deeds[k] if k < len(deeds) else None) for k in range(_EVENTS))
        yield from (self._dispute(deeds, told) for _ in range(self._so_many(Dispute, number)) if deeds and told)

    def _so_many(self, kind: type[Record], number: int) -> int:
        """The article's share of the kind's number in twenty articles."""
        whole, over = divmod(_IN_TWENTY[kind], 20)
        return whole + (number % 20 < over)

    # --- parts ---------------------------------------------------------------------------------------

    def _words(self, most: int) -> Span:
        first = self.chance.randrange(len(self.text.starts))
        last = min(first + self.chance.randint(1, most), len(self.text.starts)) - 1
        start, end = int(self.text.starts[first]), int(self.text.ends[last])
        return Span(start=start, end=end, text=self.text.text[start:end])

    def _base(self, kind: str) -> dict[str, object]:
        """What every record has."""
        anchor, sentence = self._words(1), self._words(24)
        return {
            "id": self._ids.make(kind, anchor.text, sentence.text), "article": self.article.id, "anchor": anchor,
            "evidence": (sentence,), "confidence": round(self.chance.uniform(0.4, 1), 2), "reader": "made-up",
        }  # fmt: skip

    def _two(self) -> tuple[str, str]:
        """Mostly those that the article is about, in either order."""
        one, other = self.sides if self.chance.random() < 0.8 else self.others
        return (one, other) if self.chance.random() < 0.5 else (other, one)

    def _actor(self, side: str, named: float = 0.4) -> Actor:
        span, sector = self._words(3), often(self.chance, _SECTORS)
        person = f"{side} {often(self.chance, range(1, 30))} Person" if self.chance.random() < named else None
        return Actor(
            text=span.text, start=span.start, end=span.end, name=side, person=person,
            office=person and often(self.chance, _OFFICES), country=side, sectors=(sector,), code=f"{side} {sector}",
            resolved_by="name",
        )  # fmt: skip

    def _when(self) -> Date | None:
        drawn = self.chance.random()
        if drawn < 0.1:
            return None
        if drawn < 0.2:
            return on(self.day - timedelta(days=self.chance.randint(0, 200)), Precision.MONTH)
        return on(self.day - timedelta(days=int(self.chance.expovariate(0.5))))

    def _told(self, told: Sequence[Statement]) -> tuple[str, ...]:
        return (self.chance.choice(told).id,) if self.chance.random() < 0.6 else ()

    def _reason(self, side: str) -> Reason:
        span = self._words(8)
        kind, by = often(self.chance, tuple(ReasonKind)), self._actor(side, 0)
        return Reason(kind=kind, by=by, text=span.text, start=span.start, end=span.end)

    # --- records -------------------------------------------------------------------------------------

    def _statement(self) -> Statement:
        one, other = self._two()
        return Statement(
            **self._base("statement"), source=self._actor(one, 0.6) if self.chance.random() < 0.9 else None,
            cue=self._words(1), content=(self._words(20),), form=often(self.chance, tuple(Form)),
            stance=often(self.chance, tuple(Stance)), said=self._when(),
            addressee=self._actor(other) if self.chance.random() < 0.1 else None,
        )  # fmt: skip

    def _contact(self, told: Sequence[Statement]) -> Contact:
        one, other = map(self._actor, self._two())
        status = often(self.chance, (Status.HELD, Status.REQUESTED, Status.DECLINED, *Status))
        refused = status in (Status.DECLINED, Status.CANCELLED, Status.POSTPONED)
        return Contact(
            **self._base("contact"), by=other if refused else one, initiator=one, target=other,
            participants=(one, other), channel=often(self.chance, tuple(Channel)),
            forum=often(self.chance, FORUMS) if self.chance.random() < 0.1 else None,
            level=often(self.chance, tuple(Level)), status=status, factuality=often(self.chance, tuple(Factuality)),
            when=self._when(), due=on(self.day + timedelta(days=9)) if self.chance.random() < 0.1 else None,
            topics=(self._words(3),), reasons=(self._reason(other.name or ""),) if refused else (),
            according_to=self._told(told),
        )  # fmt: skip

    def _incident(self, told: Sequence[Statement]) -> Incident:
        one, other = map(self._actor, self._two())
        return Incident(
            **self._base("incident"), by=(one,), parties=(one, other), action=often(self.chance, _ACTIONS),
            factuality=often(self.chance, tuple(Factuality)), when=self._when(), according_to=self._told(told),
        )  # fmt: skip

    def _measure(self, told: Sequence[Statement]) -> Measure:
        one, other = map(self._actor, self._two())
        return Measure(
            **self._base("measure"), type=often(self.chance, tuple(MeasureType)), imposed_by=(one,), on=(other,),
            when=self._when(), status=often(self.chance, tuple(MeasureStatus)), according_to=self._told(told),
        )  # fmt: skip

    def _tenure(self) -> Tenure:
        side = self._two()[0]
        return Tenure(
            **self._base("tenure"), person=f"{side} {often(self.chance, range(1, 30))} Person",
            office=often(self.chance, _OFFICES), country=side, start=self._when(),
        )  # fmt: skip

    def _event(self, told: Sequence[Statement], of: Record | None) -> Event:
        one, other = map(self._actor, self._two())
        return Event(
            **self._base("event"), type=often(self.chance, _TYPES), mode="meet" if of else None, actors=(one,),
            recipients=(other,), factuality=often(self.chance, tuple(Factuality)), when=self._when(), quad=1,
            intensity=1.0, of=of and of.id, according_to=self._told(told),
        )  # fmt: skip

    def _dispute(self, deeds: Sequence[Record], told: Sequence[Statement]) -> Dispute:
        places = [
            Position(by=self._actor(side), stance=stance, statement=self.chance.choice(told).id)
            for side, stance in zip(self._two(), (Stance.ASSERTS, Stance.DENIES), strict=True)
        ]
        return Dispute(**self._base("dispute"), about=self.chance.choice(deeds).id, positions=tuple(places))
