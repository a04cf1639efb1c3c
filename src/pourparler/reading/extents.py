"""Extents: where the words that name a party end, before the day or place that the parse hangs on them."""

from __future__ import annotations

import re
from dataclasses import replace

from pourparler.knowledge import Category, Knowledge
from pourparler.reading.descriptions import POSTED
from pourparler.reading.names import Names
from pourparler.reading.syntax import Syntax
from pourparler.records import Actor

#: Prepositions that never tell who somebody is.
_ADJUNCT = frozenset(
    {"after", "amid", "before", "despite", "during", "following", "into", "near", "off", "over", "since", "until"}
    | {"by", "via", "within", "without"}
)
#: Those that may: "a source *in the ministry*", "a spokesman *at the embassy*", but not "on Friday", "in Geneva".
_EITHER = frozenset({"at", "around", "from", "in", "inside", "on"})
#: At whose wish something is done is none of the doer's words: "the chair *at the instance of Oslo* put it off".
OCCASIONS = frozenset(
    {"behest", "demand", "initiative", "insistence", "instance", "instigation", "invitation", "order", "recommendation"}
    | {"request", "suggestion", "urging", "wish", "behalf"}
)
#: In what something is said; who says it ends before: "the ministry *in a statement*".
_SAID_IN = frozenset(
    {"address", "announcement", "briefing", "communique", "communiqué", "dispatch", "interview", "letter", "memo"}
    | {"message", "note", "post", "readout", "release", "remark", "reply", "response", "speech", "statement", "tweet"}
)
_DAY = re.compile(
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b\.?|\d{1,4}(?:st|nd|rd|th)?"
    r"|january|february|march|april|may|june|july|august|september|october|november|december|morning|evening|night"
    r"|afternoon|weekend|week|month|year|today|yesterday|dawn|noon|midnight",
    re.IGNORECASE,
)
_PLACED = frozenset({Category.STATE, Category.CAPITAL, Category.WATER, Category.REGION})


class Extents:
    """Tells where a party's words end."""

    def __init__(self, syntax: Syntax, known: Knowledge, names: Names) -> None:
        self._syntax, self._known, self._names = syntax, known, names

    def cut(self, actor: Actor, i: int) -> Actor:
        """The actor headed by ``i`` without day and setting: *The Omani navy* of "The Omani navy on Friday"."""
        syntax = self._syntax
        if actor.person is not None or actor.end <= syntax.end[i]:
            return actor
        for k in range(i + 1, syntax.size):
            if syntax.start[k] >= actor.end:
                return actor
            if syntax.dep[k] == "case" and syntax.head[k] > k and self._is_adjunct(k, i, actor):
                end = syntax.end[k - 2 if syntax.pos[k - 1] == "PUNCT" else k - 1]
                return replace(actor, text=syntax.text[actor.start : end], end=end)
        return actor

    def _is_adjunct(self, k: int, i: int, actor: Actor) -> bool:
        """Whether the preposition ``k`` leads to a day or place and not to what tells whose party it is."""
        word, noun = self._syntax.lower[k], self._syntax.head[k]
        if self._syntax.lemma[noun] in OCCASIONS:
            return word in ("at", "by", "on", "upon", "with")
        if word in ("in", "through") and self._syntax.lemma[noun] in _SAID_IN:
            return True
        if word in _ADJUNCT or _DAY.fullmatch(self._syntax.word[noun]) is not None:
            return word in _ADJUNCT | _EITHER
        if word not in _EITHER or word == "from" or self._syntax.lemma[i] in POSTED:
            return False
        if actor.sectors != ("JRN",) and actor.country is not None and not self._state_before(k, i):
            return False  # "an official in Oslo": the place tells whose
        entity = self._names.entity_at.get(noun)
        return bool(self._names.entries(noun, *_PLACED)) or (entity is not None and entity.label_ == "LOC")

    def _state_before(self, k: int, i: int) -> bool:
        """Whether other words than the place tell the state: "Omani officials in Muscat"."""
        return any(self._names.state(n) is not None for n in range(self._names.phrase(i)[0], k))
