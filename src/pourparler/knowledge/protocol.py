"""Who is whose counterpart: the office of the same rank in another state, and the one that does the same work there.

The general rule holds for every state: an office answers to the office of the same kind, and whoever heads a state or
its government to whoever does so there. What differs are rows: governments.csv says who heads each state and who
leads its foreign and defence policy, counterparts.csv which office does the work, or has the rank, of another.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Self

from pourparler.errors import UsageError
from pourparler.knowledge.posts import LEADING, Post, Posts
from pourparler.knowledge.tables import Row, Tables


class By(StrEnum):
    """What makes two offices counterparts: their rank in protocol, or the work they do."""

    RANK = "rank"
    FUNCTION = "function"


BOTH = frozenset(By)
#: What a head of state, a head of government and whoever leads foreign and defence policy answer to.
STATE, GOVERNMENT, LEADER = "head of state", "head of government", "leader"
#: Words for whoever heads a state or its government, whatever the office is called.
_HEADED = {"head of state": STATE, "monarch": STATE, "sovereign": STATE, "head of government": GOVERNMENT}


@dataclass(frozen=True, slots=True, kw_only=True)
class Why:
    """A reason in words; of a row of the tables also its source, and the day up to which it is known."""

    words: str
    source: str | None = None
    as_of: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Counterpart:
    """An office that answers to another, by rank, by function or by both; ``post`` None: that state has none."""

    post: Post | None
    by: frozenset[By]
    why: tuple[Why, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Rule:
    """One row of counterparts.csv. ``sides`` empty: every state; ``to`` empty: seen from every state."""

    sides: tuple[str, ...]
    to: tuple[str, ...]
    function: str
    office: str | None
    by: frozenset[By]
    since: date | None
    until: date | None
    why: Why

    def holds(self, to: str | None, on: date) -> bool:
        told = not self.to or to in self.to
        return told and (self.since or date.min) <= on <= (self.until or date.max)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Government:
    """One row of governments.csv: who heads a side, each office with its alternatives (king or queen)."""

    heads: dict[str, tuple[str, ...]]
    since: date | None
    until: date | None
    why: Why | None


class Protocol:
    """Counterparts by rank and by function.

    >>> protocol = Protocol.load()
    >>> defence = protocol.posts.find("Secretary of Defense", "USA")
    >>> [("/".join(c.by), c.post.office) for c in protocol.counterparts(defence, "CHN", date(2021, 5, 20))]
    [('rank', 'defence minister'), ('function', 'vice-chairman of the central military commission')]
    """

    def __init__(self, posts: Posts, tables: Tables) -> None:
        self.posts = posts
        for table, columns in (("counterparts", ("office",)), ("governments", LEADING)):
            for row in tables.own(table):
                posts.check(row, columns)
        self._rules = [_rule(row) for row in tables.rows("counterparts")]
        self._governments: dict[str, list[_Government]] = {}
        for row in tables.rows("governments"):
            self._governments.setdefault(row["side"], []).append(_government(row))

    @classmethod
    def load(cls, user: Path | None = None) -> Self:
        """The package's tables and the user's YAML. Raises DataError where a table is malformed."""
        return cls(Posts.load(user), Tables(user))

    def find(self, words: str, side: str | None, on: date) -> Post:
        """The office behind the words; "head of state" and the like are whatever office heads that state on that day.

        Raises what `Posts.find` does.
        """
        heads = self._heads(side, on).get(_HEADED.get(words.strip().casefold(), ""), ())
        held = [office for office in heads if self._may_be_held(office, side or "", on)]
        return self.posts.post((held or heads)[0], side) if heads else self.posts.find(words, side)

    def counterparts(self, post: Post, of: str, on: date) -> tuple[Counterpart, ...]:
        """The offices of another state that answer to this one on that day, by rank first; () where none is known.

        Raises UsageError: the office is of no state, or of that very state.
        """
        if post.side is None or post.side == of:
            raise UsageError(f"{post.office} is of {self.posts.name(post.side)}; name another state with --of")
        found: dict[str | None, tuple[frozenset[By], tuple[Why, ...]]] = {}
        for function, by, here in self._functions(post, of, on):
            for office, also, there in self._answers(function, of, post.side, on):
                if shared := by & also:
                    known, why = found.get(office, (frozenset(), ()))
                    found[office] = (known | shared, _joined(why, here, there))
        made = [self._counterpart(office, of, by, why) for office, (by, why) in found.items()]
        return tuple(sorted(made, key=lambda one: (By.RANK not in one.by, By.FUNCTION in one.by)))

    def _counterpart(self, office: str | None, of: str, by: frozenset[By], why: tuple[Why, ...]) -> Counterpart:
        same = Why(words="the same office")
        return Counterpart(post=self.posts.post(office, of) if office else None, by=by, why=why or (same,))

    def stands_for(self, post: Post, on: date) -> tuple[Counterpart, ...]:
        """What of its own a state has where it has no such office: "chief of defence" of China is its joint staff's."""
        if post.side is None or self.posts.terms(post):
            return ()
        rules = [rule for rule in self._of_side(post.side) if rule.function == post.office and rule.holds(None, on)]
        return tuple(
            self._counterpart(rule.office, post.side, rule.by, (rule.why,))
            for rule in rules
            if not rule.to and rule.office != post.office
        )

    def remarks(self, post: Post, of: str, on: date) -> tuple[Why, ...]:
        """What the tables say of the office at home: that another does its work, say."""
        rules = [rule for rule in self._of_side(post.side) if rule.function == post.office and rule.holds(of, on)]
        return tuple(dict.fromkeys(rule.why for rule in rules if rule.office != post.office))

    def _of_side(self, side: str | None) -> list[_Rule]:
        return [rule for rule in self._rules if side in rule.sides]

    def _functions(self, post: Post, of: str, on: date) -> Iterator[tuple[str, frozenset[By], Why | None]]:
        """What the office is at home, in terms that hold for every state, and by which of the two."""
        heads = self._heads(post.side, on)
        if any(post.office in offices for offices in heads.values()):
            yield from _headships(post.office, heads)
            return
        rules = [rule for rule in self._of_side(post.side) if rule.office == post.office and rule.holds(of, on)]
        rules = [rule for rule in rules if rule.function != post.office]
        main = [rule for rule in rules if rule.by == BOTH]
        for rule in main or rules:
            yield rule.function, rule.by, rule.why
        yield post.office, BOTH, None

    def _answers(
        self, function: str, of: str, to: str | None, on: date
    ) -> Iterator[tuple[str | None, frozenset[By], Why | None]]:
        """The offices of a side that answer to a function, and by which of the two."""
        rules = [rule for rule in self._of_side(of) if rule.function == function and rule.holds(to, on)]
        for rule in rules:
            yield rule.office, rule.by, rule.why
        left = BOTH - frozenset().union(*(rule.by for rule in rules))
        if not left:
            return
        if function in (STATE, GOVERNMENT, LEADER):
            yield from self._head(function, of, on, left)
        elif not self.posts.owns(function, of) and (general := self._general(function, to, on)):
            for rule in general:
                for office, by, why in self._answers(rule.office or "", of, to, on):
                    yield office, by & rule.by & left, why or rule.why
        elif self.posts.exists(function, of):
            yield function, left, None

    def _general(self, function: str, to: str | None, on: date) -> list[_Rule]:
        """The rows that hold for every state."""
        return [rule for rule in self._of_side("") if rule.function == function and rule.holds(to, on)]

    def _head(
        self, function: str, of: str, on: date, by: frozenset[By]
    ) -> Iterator[tuple[str | None, frozenset[By], Why]]:
        """Who heads a side, with what the table says of it."""
        offices = self._heads(of, on).get(function, ())
        holding = [office for office in offices if self._may_be_held(office, of, on)]
        row = self._row(of, on)
        told = "leads foreign and defence policy there" if function == LEADER else f"{function} there"
        why = row.why if row and row.why else Why(words=told)
        for office in (holding or offices[:1] or (None,)) if row else ():
            yield office, by, why

    def _may_be_held(self, office: str, side: str, on: date) -> bool:
        """Whether it is known to be held, or was when the tables last knew: of king and queen one is."""
        holding = self.posts.holding(self.posts.post(office, side), on)
        return bool(holding.held) or any(term.end is None for term in holding.last)

    def _heads(self, side: str | None, on: date) -> dict[str, tuple[str, ...]]:
        row = self._row(side, on)
        return row.heads if row else {}

    def _row(self, side: str | None, on: date) -> _Government | None:
        rows = self._governments.get(side or "", ())
        return next((g for g in rows if (g.since or date.min) <= on <= (g.until or date.max)), None)


def _headships(office: str, heads: dict[str, tuple[str, ...]]) -> Iterator[tuple[str, frozenset[By], None]]:
    """What somebody who heads a state or its government answers to; a party leader by rank to a party leader."""
    held = next((head for head in (STATE, GOVERNMENT) if office in heads[head]), office)
    yield held, frozenset({By.RANK}), None
    yield LEADER if office in heads[LEADER] else held, frozenset({By.FUNCTION}), None


def _joined(why: tuple[Why, ...], *more: Why | None) -> tuple[Why, ...]:
    return tuple(dict.fromkeys((*why, *filter(None, more))))


def _rule(row: Row) -> _Rule:
    by = BOTH if row["by"] == "both" else frozenset({row.convert("by", By) or By.RANK})
    return _Rule(
        sides=row.many("side") or ("",),
        to=row.many("to"),
        function=row["function"],
        office=row.get("office"),
        by=by,
        since=row.convert("since", date.fromisoformat),
        until=row.convert("until", date.fromisoformat),
        why=_why(row),
    )


def _government(row: Row) -> _Government:
    columns = ((STATE, "head_of_state"), (GOVERNMENT, "head_of_government"), (LEADER, "leads"))
    return _Government(
        heads={head: row.many(column) for head, column in columns},
        since=row.convert("since", date.fromisoformat),
        until=row.convert("until", date.fromisoformat),
        why=_why(row) if row["why"] else None,
    )


def _why(row: Row) -> Why:
    return Why(words=row["why"], source=row["source"], as_of=row.convert("as_of", date.fromisoformat))
