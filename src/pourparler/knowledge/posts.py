"""Offices as somebody asks for them: from words and a state to one office there, and who held it on a day."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from enum import StrEnum
from pathlib import Path
from typing import Self

from pourparler.errors import DataError, UsageError
from pourparler.knowledge.entries import Office, Term
from pourparler.knowledge.holders import SHARED
from pourparler.knowledge.knowledge import Knowledge
from pourparler.knowledge.names import offices_of
from pourparler.knowledge.tables import Row, Tables
from pourparler.knowledge.titles import Titles, plain
from pourparler.records import Level

#: Ranks whose offices a state has or has not; of ministers and chiefs every state may have all.
_TOP = (Level.HEAD_OF_STATE, Level.HEAD_OF_GOVERNMENT)
#: Offices that only a state headed by one of these has.
_NEEDS = {"crown prince": {"king", "queen", "monarch", "emperor"}, "vice president": {"president"}}
#: Keys that stand for many offices of a state.
_VAGUE = frozenset(
    ("minister", "secretary", "commander", "chairman", "director", "spokesperson", "leader", "adviser", "diplomat")
)
#: What is left at the end of "president of the United States" without the state.
_DANGLING = re.compile(r"\s+(?:of|for|in|from)(?:\s+the)?\s*$", re.IGNORECASE)
#: Columns of governments.csv that hold offices.
LEADING = ("head_of_state", "head_of_government", "leads")


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """One office in one state or organisation; ``side`` is its code, None where the office is of neither.

    ``title`` is what that state calls it, where it has a title of its own for it.
    """

    office: str
    side: str | None
    level: Level
    title: str | None = None
    organisation: str | None = None


class Gap(StrEnum):
    """Why nobody is known to hold an office on a day."""

    NO_TERMS = "no holder of it is in the tables"
    BEFORE = "the tables begin later"
    BETWEEN = "nobody is known between the last holder and the next"
    ENDED = "the last known term has ended"
    UNKNOWN_SINCE = "the tables answer for an earlier day only"


@dataclass(frozen=True, slots=True, kw_only=True)
class Holding:
    """Who is known to have held an office on a day; several where it is shared, or where terms meet about then.

    Where nobody is known, ``gap`` says why, and ``last`` and ``next`` are the terms around the day.
    """

    post: Post
    on: date
    held: tuple[Term, ...] = ()
    gap: Gap | None = None
    last: tuple[Term, ...] = ()
    next: Term | None = None

    @property
    def unsure(self) -> bool:
        """Whether one of several held it, and the tables cannot tell which."""
        return len(self.held) > 1 and self.post.office not in SHARED


class Posts:
    """The offices of the tables, by the words people use for them.

    >>> posts = Posts.load()
    >>> posts.find("Foreign Secretary", "GBR").office, posts.find("foreign secretary", "IND").office
    ('foreign minister', 'foreign secretary')
    """

    def __init__(self, known: Knowledge, tables: Tables) -> None:
        self.known = known
        self._titles = Titles(tuple(offices_of(tables.rows("offices"))))
        for row in tables.own("shorthands"):
            self.check(row, ["office"])
        self._titles.add(tables.rows("shorthands"))
        self._codes = {row["name"]: row["code"] for row in tables.rows("organisations")}
        self._leading = _leading(tables.rows("governments"))
        heads = frozenset().union(*self._leading.values())
        self._heads = {head for head in heads if any(row.level in _TOP for row in self._titles.of(head))}

    @classmethod
    def load(cls, user: Path | None = None) -> Self:
        """The package's tables and the user's YAML. Raises DataError where a table is malformed."""
        return cls(Knowledge.load(user), Tables(user))

    def check(self, row: Row, columns: Iterable[str]) -> None:
        """Raises DataError where a row names an office that offices.csv does not have."""
        for office in (office for column in columns for office in row.many(column)):
            if not self._titles.of(office):
                raise DataError(f"{row.where}: {office!r} is no office; write the key of one, or add it under offices")

    def side(self, words: str) -> str:
        """The code of a state or organisation, by code or name in any case. Raises UsageError where it is neither."""
        code = words.strip().upper()
        if self.known.state(code) or code in self._codes.values():
            return code
        called = {side.split()[0] for side in self.known.sides_called(words.strip())}
        held = [one for one in called if self.known.state(one) or one in self._codes.values()]
        found = self._codes.get(words.strip()) or (held[0] if len(held) == len(called) == 1 else None)
        if found:
            return found
        names = [name for state in self.known.states() for name in (state.name, state.alpha3)]
        close = get_close_matches(words.strip(), names, n=3)
        told = f"; closest: {', '.join(close)}" if close else ""
        raise UsageError(f"no state or organisation {words!r} is known; write a code as USA or a name{told}")

    def name(self, side: str | None) -> str:
        """The name of a state, or the code as it is."""
        state = self.known.state(side or "")
        return state.name if state else side or "no state"

    def find(self, words: str, side: str | None = None) -> Post:
        """The office behind the words, of the state given or named in them.

        Raises UsageError: no such office is known there, or several states have one and none is named.
        """
        meant = self._meant(words, side)
        if meant is None:
            bare, told = self.known.bare_title(words)
            bare = _DANGLING.sub("", bare)
            if told and side and told != side:
                raise UsageError(
                    f"{words!r} is of {self.name(told)}, --in says {self.name(side)}; leave one of them out"
                )
            side = side or told
            meant = self._meant(bare, side) if told else None
        if meant is None:
            raise UsageError(self._unknown(words, side))
        if meant.office in _VAGUE:
            raise UsageError(self._many(words, meant.office, side))
        return self.post(meant.office, meant.country or side)

    def meaning(self, words: str, side: str | None = None) -> Post | None:
        """The office behind the words as `find` has it; None where none is left, or more than one."""
        try:
            return self.find(words, side)
        except UsageError:
            return None

    def named_in(self, text: str) -> Iterator[tuple[str | None, str]]:
        """The offices that a text names by title, each with its state where title or the word before tells it."""
        for before, found in self._titles.in_text(text):
            side = self.known.country_of(before.replace("’", "'").removesuffix("'s")) if before else None
            office = next((o for o in found if side and o.country == side), None)
            office = office or next((o for o in found if o.country is None), found[0])
            yield side or office.country, office.office

    def _meant(self, words: str, side: str | None) -> Office | None:
        found = self._titles.meant(words)
        free = next((office for office in found if office.country is None), None)
        if side:
            chosen = next((office for office in found if office.country == side), free)
            return chosen if chosen and self._has(chosen.office, side) else None
        if (free and free.organisation) or (not free and len({office.country for office in found}) == 1):
            return free or found[0]
        if found:
            raise UsageError(self._of_which(words, found))
        return None

    def _of_which(self, words: str, found: Iterable[Office]) -> str:
        told = {office.country: office.office for office in found if office.country}
        bound = "; ".join(f"{self.name(state)}: {office}" for state, office in sorted(told.items()) if state)
        return f"{words!r} is an office of several states; say which with --in, as --in USA{bound and f' ({bound})'}"

    def _many(self, words: str, office: str, side: str | None) -> str:
        """Which offices of that state the word may mean."""
        own = [o for o in self._titles.offices() if office in plain(o) and side and self.owns(o, side)]
        told = own or [o for o in self._titles.offices() if office in plain(o) and o not in _VAGUE][:6]
        where = f" in {self.name(side)}" if side else ""
        return f"{words.strip()!r} can be many offices{where}; name one, as: {', '.join(told)}"

    def _unknown(self, words: str, side: str | None) -> str:
        """What is known instead: offices of that state with known holders, and those whose titles are closest."""
        heads = sorted(self._leading.get(side or "", ()))
        if heads and any(o.office in self._heads or o.office in _NEEDS for o in self._titles.meant(words)):
            return f"{self.name(side)} has no {words.strip()}; its heads are: {', '.join(heads)}"
        near = (o.office for o in self._titles.close(words) if side is None or o.country in (side, None))
        closest = [office for office in dict.fromkeys(near) if side is None or self._has(office, side)][:4]
        held = [o for o in self._titles.offices() if side and self.known.terms(o, side)]
        told = [f"no office {words!r} is known{f' in {self.name(side)}' if side else ''}"]
        told += [f"closest: {', '.join(closest)}"] if closest else []
        told += [f"offices there with known holders: {', '.join(held)}"] if held else []
        told += [] if closest or held else ["write it as news does, as 'defence minister' or 'chief of defence'"]
        return "; ".join(told)

    def _has(self, office: str, side: str) -> bool:
        """Whether that state can have the office: kings and presidents are told of every state, others are not."""
        if self.known.terms(office, side) or side not in self._leading:
            return True
        if needed := _NEEDS.get(office):
            return bool(needed & self._leading[side])
        return office not in self._heads or office in self._leading[side]

    def exists(self, office: str, side: str) -> bool:
        """Whether the office is one that every state can have, or one of that state's own."""
        rows = [row for row in self._titles.of(office) if row.country in (side, None)]
        rows = [row for row in rows if row.country or self._codes.get(row.organisation or "", side) == side]
        return bool(rows) and self._has(office, side)

    def owns(self, office: str, side: str) -> bool:
        """Whether the office is that state's alone, or one of a few states' that have it."""
        states = {row.country for row in self._titles.of(office)}
        return side in states and None not in states

    def post(self, office: str, side: str | None) -> Post:
        """The office of that key in a state; an organisation's office belongs to the organisation."""
        rows = self._titles.of(office)
        bound = next((row for row in rows if row.country and row.country == side), None)
        row = bound or next((row for row in rows if row.country is None), rows[0])
        if row.country is None and row.organisation:
            side = self._codes.get(row.organisation, side)
        own = bound.title if bound and not set(plain(office)) <= set(plain(bound.title)) else None
        return Post(office=office, side=side, level=row.level, title=own, organisation=row.organisation)

    def terms(self, post: Post) -> tuple[Term, ...]:
        """All known terms in the office, the first first."""
        country = post.side if self.known.state(post.side or "") else None
        return tuple(sorted(self.known.terms(post.office, country), key=lambda term: term.start or date.min))

    def holding(self, post: Post, on: date) -> Holding:
        """Who held the office on that day, never beyond the day up to which a term is known."""
        terms = self.terms(post)
        if held := tuple(term for term in terms if term.covers(on)):
            return Holding(post=post, on=on, held=_taken(held, on))
        before = [term for term in terms if (term.start or date.min) <= on]
        still = [term for term in before if term.end is None] if post.office in SHARED else []
        last = tuple(still or before[-1:])
        coming = next((term for term in terms if term.start and term.start > on), None)
        return Holding(post=post, on=on, gap=_gap(last, coming), last=last, next=coming)

    def terms_of(self, person: str, side: str | None = None) -> tuple[Term, ...]:
        """A person's terms by full name or alias, else those of everybody with that surname, the first first."""
        names = (person, person.title())
        found = next(filter(None, map(self.known.terms_of, names)), ())
        found = found or next(filter(None, map(self.known.terms_of_surname, names)), ())
        wanted = [term for term in found if side is None or term.country == side]
        return tuple(sorted(wanted, key=lambda term: (term.person, term.start or date.min)))


def _taken(held: tuple[Term, ...], on: date) -> tuple[Term, ...]:
    """On the day an office is handed over its holder is who takes it."""
    if any(term.start == on for term in held):
        return tuple(term for term in held if term.end != on)
    return held


def _gap(last: tuple[Term, ...], coming: Term | None) -> Gap:
    if not last:
        return Gap.BEFORE if coming else Gap.NO_TERMS
    if last[-1].end is None:
        return Gap.UNKNOWN_SINCE
    return Gap.BETWEEN if coming else Gap.ENDED


def _leading(rows: Iterable[Row]) -> dict[str, set[str]]:
    """The offices that head each state, at whatever time."""
    found: dict[str, set[str]] = {}
    for row in rows:
        found.setdefault(row["side"], set()).update(office for column in LEADING for office in row.many(column))
    return found
