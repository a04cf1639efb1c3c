"""Sides, people, sources and days as English names them."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from pourparler.knowledge import Knowledge
from pourparler.records import Actor, Statement

#: Names that take an article, by how they begin or end.
_BEGIN = ("United ", "Republic of", "Democratic Republic", "Cocos ", "Turks and", "US Virgin")
_END = ("Islands", "Republic", "Emirates", "States", "Kingdom")
_WHOLE = frozenset(
    ("Bahamas", "Comoros", "Gambia", "Maldives", "Netherlands", "Philippines", "Seychelles", "EU", "UN", "OSCE", "AU")
)
#: Whatever is no part of a name.
_BARE = re.compile(r"[^\w.&'’ -]")
#: Words of a source that tell nothing of it.
_PRONOUNS = frozenset(("he", "she", "it", "they", "both", "who", "which", "one", "we", "i"))
_OWNS = re.compile(r"['’]s\b")
_MONTHS = tuple(date(2000, month, 1).strftime("%B") for month in range(1, 13))


@dataclass(frozen=True, slots=True)
class Names:
    """Names of sides by their codes, and the words by which a name shows that it is of a state."""

    names: Mapping[str, str] = field(default_factory=dict)
    marks: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @classmethod
    def of(cls, known: Knowledge) -> Names:
        states = list(known.states())
        return cls(
            names={state.alpha3: state.name for state in states},
            marks={state.alpha3: (state.name, *state.names, *state.adjectives) for state in states},
        )

    def bare(self, side: str) -> str:
        """The name without an article; of an organisation its code without the sector."""
        return self.names.get(side) or side.removesuffix(" IGO")

    def side(self, side: str | None) -> str:
        """The name as it stands in a sentence: ``the United States``; ``a side not named`` for None."""
        if not side:
            return "a side that is not named"
        name = self.bare(side)
        the = name.startswith(_BEGIN) or name.endswith(_END) or name in _WHOLE
        return f"the {name}" if the else name

    def shows(self, side: str | None, words: str) -> bool:
        """Whether words tell by themselves of which state they are."""
        bare = _BARE.sub(" ", _OWNS.sub("", words)).split()
        padded = f" {' '.join(bare)} "
        return any(f" {mark} " in padded for mark in self.marks.get(side or "", ()))

    def voice(self, actor: Actor | None) -> str:
        """Who speaks: by name, else in the article's own words; of which side, where the name does not show it."""
        if actor is None:
            return "a source that is not told"
        if actor.person:
            return self._with_side(actor.person, actor)
        if actor.anonymous:
            return self._with_side(f"an unnamed source (“{actor.text}”)", actor)
        if actor.organisation:
            the = " " in actor.organisation and not actor.organisation.casefold().startswith("the ")
            return self._with_side(f"the {actor.organisation}" if the else actor.organisation, actor)
        if actor.country and (not actor.text or actor.name == self.names.get(actor.country)):
            return self.side(actor.country)
        if actor.text.casefold() in _PRONOUNS:
            return self._with_side(f"a source called only “{actor.text}”", actor)
        return self._with_side(actor.name or f"“{actor.text}”", actor)

    def _with_side(self, told: str, actor: Actor) -> str:
        if not actor.country or self.shows(actor.country, told):
            return told
        return f"{told} ({self.bare(actor.country)})"

    def source(self, said: Statement) -> str:
        """Who says it, and through whom."""
        relays = f", as told by {joined(map(self.voice, said.via))}" if said.via else ""
        return f"{self.voice(said.source)}{relays}"


def joined(words: Iterable[str], last: str = "and") -> str:
    """
    >>> joined(["China"]), joined(["China", "Japan", "Oman"])
    ('China', 'China, Japan and Oman')
    """
    told = list(dict.fromkeys(words))
    return f" {last} ".join(filter(None, (", ".join(told[:-1]), *told[-1:])))


def capital(text: str) -> str:
    """The text with a capital first letter."""
    return f"{text[:1].upper()}{text[1:]}"


def day_words(iso: str) -> str:
    """
    >>> day_words("2021-05-20"), day_words("2021-05")
    ('20 May 2021', 'May 2021')
    """
    year, *rest = iso[:10].split("-")
    named = [_MONTHS[int(rest[0]) - 1]] if rest else []
    days = [str(int(rest[1]))] if len(rest) > 1 else []
    return " ".join((*days, *named, year))


def stretch_words(earliest: str | None, latest: str) -> str:
    """A stretch without a preposition: a day, a month, a year, or from one day to another.

    >>> stretch_words("2026-10-01", "2026-10-31"), stretch_words("2026-10-01", "2026-10-11")
    ('October 2026', '1 October to 11 October 2026')
    """
    if earliest is None or earliest == latest:
        return day_words(latest)
    if (whole := _whole(earliest, latest)) is not None:
        return whole
    first = day_words(earliest)
    return f"{first.removesuffix(latest[:4]).strip() if earliest[:4] == latest[:4] else first} to {day_words(latest)}"


def when_words(earliest: str | None, latest: str | None) -> str:
    """When something was, as the words leave it.

    >>> when_words("2021-05-20", "2021-05-20"), when_words(None, "2021-05-20"), when_words("2021-05-01", "2021-05-31")
    ('on 20 May 2021', 'by 20 May 2021', 'in May 2021')
    """
    if not latest:
        return "on a day that is not told" if not earliest else f"on {day_words(earliest)} or later"
    if earliest is None:
        return f"by {day_words(latest)}"
    if earliest == latest:
        return f"on {day_words(latest)}"
    whole = _whole(earliest, latest)
    return f"in {whole}" if whole else f"between {stretch_words(earliest, latest).replace(' to ', ' and ', 1)}"


def _whole(earliest: str, latest: str) -> str | None:
    """The month or year that a stretch is exactly."""
    if earliest[:4] != latest[:4]:
        return None
    if (earliest[5:], latest[5:]) == ("01-01", "12-31"):
        return earliest[:4]
    year, month = int(latest[:4]), int(latest[5:7])
    whole = earliest[:7] == latest[:7] and earliest[8:] == "01" and latest[8:] == f"{monthrange(year, month)[1]}"
    return day_words(latest[:7]) if whole else None


def shortened(words: str, most: int = 400) -> str:
    """Words on one line, at most so many characters."""
    line = " ".join(words.split())
    return line if len(line) <= most else f"{line[:most].rstrip()} …"
