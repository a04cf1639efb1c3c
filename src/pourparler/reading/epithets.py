"""Epithets: other words for a state or union named before, "the kingdom", "the bloc", "the North"."""

from __future__ import annotations

from functools import cached_property

from pourparler.knowledge import Category, Entry, Knowledge
from pourparler.reading.identities import Identities
from pourparler.reading.names import OF_STATES, Names
from pourparler.reading.syntax import Syntax
from pourparler.reading.tables import rows
from pourparler.records import Actor

_DEFINITE = frozenset({"the", "this", "that"})
#: Halves of divided nations bear a direction before a common name.
_DIRECTIONS = {"north": "South", "south": "North"}
_PHRASES = {
    phrase: frozenset(row["parties"].split()) for row in rows("epithets") for phrase in row["phrases"].split(";")
}
_GROUPS = frozenset({"group", "movement", "militia", "rebels", "guerrillas", "insurgents", "separatists"})
#: Who acts for an armed group, where a word before it says so: "the rebel leadership".
_BANDS = frozenset({"organisation", "organization", "faction", "militants", "fighters", "front", "party"})
_LEADING = frozenset({"leadership", "side", "delegation", "command", "negotiators", "leaders"})
_ARMED = frozenset(
    {
        "armed",
        "militant",
        "rebel",
        "islamist",
        "shia",
        "shi'ite",
        "sunni",
        "political",
        "guerrilla",
        "insurgent",
        "separatist",
    }
)
_NOUNS = frozenset(phrase.replace("-", " ").split()[-1] for phrase in _PHRASES) | _GROUPS | _LEADING | {"mission"}
_SENT = frozenset(
    {"assistance", "field", "monitoring", "observer", "peacekeeping", "stabilisation", "stabilization", "un"}
)


class Epithets:
    """Resolves epithets where exactly one party that may bear them was named before."""

    def __init__(self, syntax: Syntax, known: Knowledge, names: Names, identities: Identities) -> None:
        self._syntax, self._known, self._names, self._identities = syntax, known, names, identities

    def actor(self, i: int, first: int, last: int) -> Actor | None:
        """The party that the definite phrase headed by ``i`` stands for."""
        entry = self._half(i) or self._named_within(i, first) or self._called(i, first)
        if entry is None:
            return None
        actor = self._identities.of_entry(entry, first, last)
        return self._identities.like(actor, first, last, "epithet")

    def halves(self, i: int) -> list[Entry]:
        """ "South and North Korea", "the two Koreas": both halves that the name at ``i`` stands for."""
        syntax = self._syntax
        both = syntax.lower[i].endswith("s") and any(syntax.lower[k] in ("two", "both") for k in syntax.kids[i])
        if both or syntax.lower[i] == "korean":  # "inter-Korean"
            found = [self._state(f"{d.capitalize()} {syntax.word[i][:-1]}") for d in _DIRECTIONS]
        elif i in self._names.at and (first := self._names.at[i][0][0]) > 1 and syntax.lower[first - 1] == "and":
            other = _DIRECTIONS.get(syntax.lower[first])
            same = other is not None and syntax.lower[first - 2] == other.lower()
            name = syntax.word[self._names.at[i][0][1]]
            found = [self._state(f"{syntax.word[k].capitalize()} {name}") for k in (first - 2, first)] if same else []
        else:
            return []
        return [entry for entry in found if entry is not None] if all(found) else []

    def _half(self, i: int) -> Entry | None:
        """ "the North", where both halves of one nation are named in the article."""
        syntax = self._syntax
        other = _DIRECTIONS.get(syntax.lower[i])
        if other is None or i in self._names.at or not self._definite(i) or syntax.obliques(i, "of"):
            return None
        pairs = []
        for name in self._named_halves:
            direction, _, base = name.partition(" ")
            if direction.lower() == syntax.lower[i] and f"{other} {base}" in self._named_halves:
                pairs.append(name)
            if direction == other and syntax.word[i][:1].isupper():  # "Seoul rang *the North*", never named in full
                unnamed = f"{syntax.word[i]} {base}"
                pairs += [unnamed] if unnamed not in self._named_halves and self._state(unnamed) else []
        return self._state(pairs[0]) if len(pairs) == 1 else None

    def _called(self, i: int, first: int) -> Entry | None:
        """ "the Gulf state", where one state of the Gulf was named before."""
        syntax = self._syntax
        if syntax.lower[i] not in _NOUNS or not self._definite(i):
            return None
        words = syntax.text[syntax.start[first] : syntax.end[i]].lower().split()[1:]
        phrases = (" ".join(words[k:]) for k in range(len(words)))
        parties = next((_PHRASES[phrase] for phrase in phrases if phrase in _PHRASES), None)
        if parties is None:
            return self._mission(i, words) if words[-1:] == ["mission"] else self._armed_group(i, words)
        before = {code: entry for code, (k, entry) in self._first_named.items() if k < i and code in parties}
        return next(iter(before.values())) if len(before) == 1 else None

    def _armed_group(self, i: int, words: list[str]) -> Entry | None:
        """ "the group", "the rebel movement", "the guerrillas": the one armed party that was named before."""
        led = words[-1:] != [] and words[-1] in _LEADING and len(words) > 1
        if not (led or set(words[-1:]) & _GROUPS) or not set(words[:-1]) <= _ARMED:
            return None
        named = {e.name: e for k, e in self._armed if k < i}
        return next(iter(named.values())) if len(named) == 1 else None

    def _named_within(self, i: int, first: int) -> Entry | None:
        """ "the *Houthi* rebel movement", "the *ELN* guerrilla group": the armed party that the phrase itself names."""
        if self._syntax.lower[i] not in _GROUPS | _BANDS or i in self._names.at:
            return None
        near = (e for k in range(first, i) for e in self._names.entries(k, Category.ORGANISATION))
        named = {e.name: e for e in near if {"REB", "PRM", "UAF"} & set(e.sectors)}
        return next(iter(named.values())) if len(named) == 1 else None

    def _mission(self, i: int, words: list[str]) -> Entry | None:
        """ "the Mission", after "the United Nations Mission in Mali": the one that a union sent."""
        if not set(words[:-1]) <= _SENT:
            return None
        sent = {
            e.name: e
            for k, ((first, last), entries) in self._names.at.items()
            for e in entries
            if k == first and k < i and "mission" in self._syntax.lower[first : last + 1] and "IGO" in e.sectors
        }
        return next(iter(sent.values())) if len(sent) == 1 else None

    def armed_side(self, i: int) -> Entry | None:
        """ "Both sides": the one armed party told of so far, where the article tells of it again and again."""
        named = [e for k, e in self._armed if k < i and "REB" in e.sectors and k == self._names.at[k][0][0]]
        return named[0] if len(named) > 1 and len({e.name for e in named}) == 1 else None

    @cached_property
    def _armed(self) -> list[tuple[int, Entry]]:
        at = ((k, e) for k, (_, entries) in self._names.at.items() for e in entries)
        return [(k, e) for k, e in at if e.category is Category.ORGANISATION and {"REB", "PRM"} & set(e.sectors)]

    def _definite(self, i: int) -> bool:
        return any(self._syntax.lower[k] in _DEFINITE for k in self._syntax.kids[i])

    @cached_property
    def _first_named(self) -> dict[str, tuple[int, Entry]]:
        """The codes of states and unions with the token and entry that name them first."""
        found: dict[str, tuple[int, Entry]] = {}
        for k in sorted(self._names.at):
            for entry in self._names.at[k][1]:
                if entry.category in OF_STATES and entry.country:
                    found.setdefault(entry.country, (k, entry))
                elif entry.category is Category.ORGANISATION and entry.kind:
                    found.setdefault(entry.kind, (k, entry))
        return found

    @cached_property
    def _named_halves(self) -> frozenset[str]:
        states = (self._known.state(code) for code in self._first_named)
        return frozenset(s.name for s in states if s is not None and s.name.split()[0].lower() in _DIRECTIONS)

    def _state(self, name: str) -> Entry | None:
        country = self._known.country_of(name)
        state = self._known.state(country) if country else None
        return (
            Entry(category=Category.STATE, name=state.name, country=state.alpha3, sectors=("GOV",)) if state else None
        )
