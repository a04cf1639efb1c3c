"""At which level a contact is held: as its own words tell, else at the lower of the levels of its two sides."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pourparler.reading.contacts.drafts import Draft
from pourparler.reading.contacts.hosts import resident
from pourparler.reading.levels import level_in, level_of
from pourparler.reading.syntax import Syntax
from pourparler.records import Actor, Channel, Level, side_of

_ORDER = list(Level)
#: Contacts that one person pays or makes to a state: whom it deals with there need not be told.
_ONE_PERSON = frozenset({Channel.VISIT, Channel.SUMMONS})
#: Who deals at the level of whoever the words set beside them: "a Chinese counterpart".
_EQUALS = ("counterpart", "opposite number")
_PLURALS = ("NNS", "NNPS")
_SECOND_TITLE = re.compile(r"\s?/\s?(?:[A-Z]\w+\s?){1,4}")
#: Adjectives of a contact that tell who meets.
_ADJECTIVES = {
    "ministerial": Level.MINISTER,
    "presidential": Level.HEAD_OF_STATE,
    "ambassadorial": Level.AMBASSADOR,
    "parliamentary": Level.LEGISLATOR,
}


def rank_of(syntax: Syntax, draft: Draft, participants: tuple[Actor, ...]) -> Level:
    """The level of a contact; unspecified where the words tell it of one side alone.

    "brigade commander-level talks" -> commander; "Norway's king met Latvia's president" -> head of state.
    """
    told = next(_told(syntax, draft), None)
    one_person = draft.channel in _ONE_PERSON or (draft.channel is Channel.MESSAGE and any(map(resident, participants)))
    level = _of_sides(syntax.text, participants, one_person) if told is None else told
    above = _ORDER.index(level) < _ORDER.index(Level.AMBASSADOR)
    return Level.AMBASSADOR if draft.channel is Channel.SUMMONS and above else level  # whoever is summoned is an envoy


def _of_sides(text: str, participants: tuple[Actor, ...], one_person: bool) -> Level:
    """The lower of the levels of the two sides, each dealing at that of the highest of its people."""
    highest: dict[str | None, Level] = {}
    for actor in participants:
        own, level = side_of(actor), _of_titles(text, actor)
        highest[own] = min(highest.get(own, Level.UNSPECIFIED), level, key=_ORDER.index)
    equals = {side_of(a) for a in participants if any(word in a.text.lower() for word in _EQUALS)}
    told = {own: level for own, level in highest.items() if level is not Level.UNSPECIFIED}
    known = [level for own, level in told.items() if own not in equals] or list(told.values())
    if not known or (len(known) < len(highest.keys() - equals) and not one_person):
        return Level.UNSPECIFIED
    return max(known, key=_ORDER.index)


def _of_titles(text: str, actor: Actor) -> Level:
    """The level of an actor, of two titles the higher: "Deputy Prime Minister / Foreign Minister Ann Lie"."""
    behind = _SECOND_TITLE.match(text, actor.end) if actor.end is not None else None
    others = [*actor.text.split("/")[1:], *([behind.group()] if behind is not None else [])]
    return min((level_of(actor), *(level_in(words, actor.country) for words in others)), key=_ORDER.index)


def _told(syntax: Syntax, draft: Draft) -> Iterator[Level]:
    """The levels that the words of the contact tell, the plainest first; unspecified where they name no office."""
    chain = dict.fromkeys((draft.core, *draft.links))
    for k in chain:
        yield from (_ADJECTIVES[syntax.lower[c]] for c in syntax.children(k, "amod") if syntax.lower[c] in _ADJECTIVES)
        yield from _at_level(syntax, k)
    for k, _ in draft.steps:
        yield from _at_level(syntax, k)
    nouns = [k for k in chain if syntax.pos[k] == "NOUN"]
    for k in (c for noun in nouns for c in syntax.obliques(noun, "of", "between", "among")):
        yield from _of_plural(syntax, k)
    doer = syntax.subject(draft.core)
    if not nouns and doer is not None and draft.steps:
        yield from (level for level in _of_plural(syntax, doer) if level is not Level.UNSPECIFIED)


def _at_level(syntax: Syntax, k: int) -> Iterator[Level]:
    """ "commander-level talks", "talks at ministerial level", "at the level of divisional commanders"."""
    for c in syntax.kids[k]:
        if syntax.lemma[c] != "level":
            continue
        first, last = syntax.edges(c)
        if c < k:
            first = next((j + 1 for j in range(c, max(c - 6, -1), -1) if not _nominal(syntax, j)), first)
        words = syntax.text[syntax.start[first] : syntax.end[last]]
        level = Level.WORKING if "working" in words.lower() else level_in(words)
        if level is not Level.UNSPECIFIED:
            yield level


def _nominal(syntax: Syntax, j: int) -> bool:
    return syntax.pos[j] in ("NOUN", "PROPN", "ADJ") or syntax.word[j] == "-"


def _of_plural(syntax: Syntax, k: int) -> Iterator[Level]:
    """ "a meeting of sector commanders": those who meet, who need not be those who agreed to it."""
    for c in syntax.conjuncts(k):
        if syntax.tag[c] in _PLURALS and syntax.pos[c] == "NOUN":
            first, last = syntax.edges(c)
            yield level_in(syntax.text[syntax.start[first] : syntax.end[last]])
