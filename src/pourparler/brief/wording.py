"""A step in a sentence: when, who, what, with whom, and on whose word. All words come from `brief.tables`.

Nothing is said that the records do not hold: a level, a person or a day that is not told is left out.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from pourparler.brief.naming import Names, capital, joined, when_words
from pourparler.brief.noting import quotes, told
from pourparler.brief.parts import Sentence
from pourparler.brief.tables import (
    ACTIONS,
    BY_ONE,
    FACTUALITIES,
    LEVELS,
    MEASURES,
    MOVES,
    NOUNS,
    OF_BOTH,
    OWN,
    OWN_STANDINGS,
    STANCES,
    STANDINGS,
)
from pourparler.ledger.lines.deeds import UNTOLD, Deed
from pourparler.records import Actor, Contact, Entry, Factuality, Incident, Measure, Record, Stance, Status, side_of
from pourparler.records.facets import roles_of

_ORDER = {stance: place for place, stance in enumerate(STANCES)}
#: Steps of which it is told for when the contact is, and those of which it is told for when it was to be.
_AHEAD = frozenset({Status.SOUGHT, Status.REQUESTED, Status.OFFERED, Status.ACCEPTED, Status.SCHEDULED})
_MISSED = frozenset({Status.DECLINED, Status.UNANSWERED, Status.POSTPONED, Status.CANCELLED})


@dataclass(frozen=True, slots=True)
class Wording:
    """Puts steps between two sides into words; ``spellings`` are the names that are one person's, by each other."""

    names: Names
    low: str
    high: str
    spellings: Mapping[str, str] = field(default_factory=dict)

    @property
    def pair(self) -> str:
        return f"{self.names.side(self.low)} and {self.names.side(self.high)}"

    def sentence(self, deed: Deed, entries: Mapping[str, Entry], tail: str = "", lead: str = "") -> Sentence:
        """The whole step, with who says so; ``tail`` stands at the end, ``lead`` at the beginning."""
        by = agreeing(deed, told(deed, entries))
        disputed = ", which is disputed" if deed.disputed else ""
        whole = f"{lead}{self.when(deed)} {self.clause(deed, by)}{disputed}{self.credit(by)}{tail}."
        return Sentence(text=capital(whole), notes=quotes(by))

    def other_accounts(self, deed: Deed, entries: Mapping[str, Entry]) -> Iterator[Sentence]:
        """An incident as others tell it: another action, or another side's."""
        every = told(deed, entries)
        left = [entry for entry in every if entry not in agreeing(deed, every)]
        while left:
            same = [entry for entry in left if _account(entry) == _account(left[0])]
            left = [entry for entry in left if entry not in same]
            text = f"By another account, {self._incident(deed, same)}{self.credit(same)}."
            yield Sentence(text=text, notes=quotes(same))

    def when(self, deed: Deed) -> str:
        return when_words(deed.earliest, deed.latest)

    def clause(self, deed: Deed, by: Sequence[Entry]) -> str:
        """Who did what, without day and source."""
        match deed.kind:
            case "contact":
                return self._contact(deed, by)
            case "incident":
                return self._incident(deed, by)
        return self._measure(deed, by)

    # --- contacts ------------------------------------------------------------------------------------

    def _contact(self, deed: Deed, by: Sequence[Entry]) -> str:
        people = self._people(entry.record for entry in by)
        one, both = OWN.get((deed.type, deed.channel), (BY_ONE.get(deed.type), OF_BOTH[deed.type]))
        clause = one if one and deed.by else both
        words = self._slots(deed, by, people)
        factuality = deed.factuality
        if deed.type == Status.SCHEDULED and factuality == Factuality.PLANNED:
            factuality = Factuality.ACTUAL  # what is announced is a plan: that is what to announce means
        subject, past, negated, infinitive = (
            part.format(**words) for part in (clause.subject, clause.past, clause.negated, clause.infinitive)
        )
        told = FACTUALITIES[factuality].format(s=subject, p=past, n=negated, i=infinitive)
        return f"{told}{self._beside(by)}{self._due(deed)}".removesuffix(",")

    def _slots(self, deed: Deed, by: Sequence[Entry], people: Mapping[str, list[str]]) -> dict[str, str]:
        noun = NOUNS[deed.channel]
        other = self.high if deed.by == self.low else self.low
        object = f"{noun.one}{_level(deed.level)}{_forum(deed.forum)}{_where(by)}"
        asked = not noun.source and deed.type == Status.UNANSWERED
        line = "a hotline" if noun.line == "the hotline" and deed.type == Status.ESTABLISHED else noun.line
        plural = noun.lines if "{L}" in OF_BOTH[deed.type].subject else noun.plural
        return {
            "S": self._named(deed.by, people), "T": self._named(other, people), "A": self._named(self.low, people),
            "B": self._named(self.high, people), "O": f"a request for {object}" if asked else object,
            "L": f"{line}{_level(deed.level)}", "prep": noun.prep, "from": "from",
            "was": "were" if plural and not asked else "was",
        }  # fmt: skip

    def _named(self, side: str | None, people: Mapping[str, list[str]]) -> str:
        """A side, with who of it is told to take part."""
        who = people.get(side or "", [])[:2]
        return f"{self.names.side(side)} ({joined(who)})" if who else self.names.side(side)

    def _due(self, deed: Deed) -> str:
        if not deed.due_latest or deed.kind != "contact":
            return ""
        days = when_words(deed.due_earliest, deed.due_latest)
        if deed.type in _AHEAD:
            return f", to take place {days},"
        if deed.type not in _MISSED or days == self.when(deed):
            return ""
        return f", which was to take place {days},"

    def _beside(self, by: Sequence[Entry]) -> str:
        """Who carried or hosted it, and who else took part."""
        contacts = [entry.record for entry in by if isinstance(entry.record, Contact)]
        between = dict.fromkeys(side for one in contacts for actor in one.mediators if (side := side_of(actor)))
        also = dict.fromkeys(
            side for one in contacts for actor in one.participants
            if (side := side_of(actor)) and side not in (self.low, self.high, *between)
        )  # fmt: skip
        told = [f", with {joined(map(self.names.side, between))} as go-between or host"] if between else []
        told += [f", together with {joined(map(self.names.side, also))}"] if also else []
        return "".join(told)

    # --- incidents and measures ----------------------------------------------------------------------

    def _incident(self, deed: Deed, by: Sequence[Entry]) -> str:
        by = agreeing(deed, by)
        first = next((entry.record for entry in by if isinstance(entry.record, Incident)), None)
        doers = [actor for actor in (first.by if first else ()) if side_of(actor) in (self.low, self.high)]
        where = _where(by)
        factuality = first.factuality if first else deed.factuality
        if not first or not doers or factuality not in (Factuality.ACTUAL, Factuality.NEGATED):
            told = "" if factuality == Factuality.ACTUAL else f", told as {factuality},"
            return f"there was an incident of the kind “{deed.type}”{told} between {self.pair}{where}"
        doer = doers[0]
        met = [actor for actor in first.parties if side_of(actor) not in (side_of(doer), None)]
        met.sort(key=lambda actor: side_of(actor) not in (self.low, self.high))
        other = self._force(met[0]) if met else "a force that is not named"
        not_so = "it was not the case that " if factuality == Factuality.NEGATED else ""
        if first.action in ACTIONS:
            return f"{not_so}{self._force(doer)} {ACTIONS[first.action].format(X=other)}{where}"
        move = MOVES.get(first.action, f"did what is told as “{first.action}”")
        beside = f", with {other} as the other party" if met else ""
        return f"{not_so}{self._force(doer)} {move}{where}{beside}"

    def _force(self, actor: Actor) -> str:
        """A party of an incident, in the article's own words, with its side where they do not show it."""
        side = side_of(actor)
        if not actor.text or (self.names.shows(actor.country, actor.text) and len(actor.text.split()) == 1):
            return f"a force of {self.names.side(side)}"
        shown = side is None or self.names.shows(actor.country, actor.text)
        return f"“{actor.text}”" if shown else f"“{actor.text}” ({self.names.bare(side or '')})"

    def _measure(self, deed: Deed, by: Sequence[Entry]) -> str:
        record = next((entry.record for entry in by if isinstance(entry.record, Measure)), None)
        noun, prep = MEASURES[deed.type]
        on = [actor for actor in (record.on if record else ()) if side_of(actor) != deed.by]
        people = self._people([record], "on") if record else {}
        target = joined(self._named(side_of(actor), people) for actor in on)
        if not target:
            target = self.names.side(self.high if deed.by == self.low else self.low) if deed.by else ""
        measure = f"{noun} {prep} {target}" if target else f"{noun} between {self.pair}"
        standing = deed.mode or "announced"
        by_one, by_none = OWN_STANDINGS.get((deed.type, standing), STANDINGS[standing])
        return (by_one if deed.by else by_none).format(S=self.names.side(deed.by), N=measure, T=target or self.pair)

    def _people(self, records: Iterable[Record], *roles: str) -> dict[str, list[str]]:
        """Who of each side is named, in one spelling each, mediators apart."""
        found: defaultdict[str, dict[str, str]] = defaultdict(dict)
        for record in records:
            for role, actor in roles_of(record):
                wanted = role in roles if roles else role != "mediator"
                if actor.person and wanted and (side := side_of(actor)):
                    found[side].setdefault(self.spellings.get(actor.person, actor.person), actor.person)
        return {side: list(people.values()) for side, people in found.items()}

    # --- who says so ---------------------------------------------------------------------------------

    def credit(self, by: Iterable[Entry]) -> str:
        """On whose word it rests: ``, according to the Pentagon``; the outlets' own where nobody is credited."""
        voices: defaultdict[str, list[str]] = defaultdict(list)
        own = []
        for entry in by:
            for said in entry.told_by.values():
                stance = Stance.ASSERTS if said.stance is Stance.CONFIRMS else said.stance
                denied = stance is Stance.DENIES and _negated(entry.record)
                voices[Stance.ASSERTS if denied else stance].append(self.names.source(said))
            if not entry.told_by:
                own.append(entry.outlet or "an outlet that is not named")
        told = [STANCES[stance].format(who=joined(who)) for stance, who in sorted(voices.items(), key=_by_stance)]
        if own:
            alone = "" if told else " alone"
            account = "account" if len(set(own)) == 1 else "accounts"
            told.append(f"{'also ' if told else ''}by the {account} of {joined(own)}{alone}")
        return "".join(f", {one}" for one in told)


def _by_stance(told: tuple[str, list[str]]) -> int:
    return _ORDER[Stance(told[0])]


def _negated(record: Record) -> bool:
    return getattr(record, "factuality", None) is Factuality.NEGATED


def _level(level: str) -> str:
    if level == UNTOLD:
        return ""
    return f" {LEVELS[level][1]}"


def _forum(forum: str | None) -> str:
    return f" (forum: {forum})" if forum else ""


def _where(by: Sequence[Entry]) -> str:
    places = (getattr(entry.record, "where", None) for entry in by)
    place = next((place for place in places if place), None)
    if not place:
        return ""
    known = place.geonames or (place.country and place.text == place.name)
    return f" in {place.text}" if known else f" (place: {place.text})"


def acting(record: Record) -> str | None:
    """The side whose force acted in an incident, where one alone did."""
    sides = {side_of(actor) for actor in record.by} if isinstance(record, Incident) else set()
    return sides.pop() if len(sides) == 1 else None


def agreeing(deed: Deed, by: Sequence[Entry]) -> list[Entry]:
    """Of the accounts of an incident those that tell one action of one side; of anything else all."""
    if deed.kind != "incident":
        return list(by)
    main = next((entry for entry in by if _action(entry) == deed.type), by[0] if by else None)
    return [entry for entry in by if main and _account(entry) == _account(main)]


def _action(entry: Entry) -> str | None:
    return entry.record.action if isinstance(entry.record, Incident) else None


def _account(entry: Entry) -> tuple[str | None, str | None]:
    return _action(entry), acting(entry.record)
