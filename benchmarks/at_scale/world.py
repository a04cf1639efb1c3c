"""A made-up world of news: two hundred states, ten years, and what a reader would have read of their dealings."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import accumulate
from random import Random

from at_scale.plot import Plot, alpha3, on
from at_scale.texts import CHUNK, Text, Texts
from pourparler.records import Article, Header, Reading
from pourparler.records.ids import article_id, text_sha256

STATES = 200
FIRST, DAYS = date(2015, 1, 1), 3652
EVENTS = 5
HEADER = Header(reader="pourparler made-up 1")
SIDES = tuple(alpha3(7 * number) for number in range(STATES))
OUTLETS = tuple(f"The {alpha3(11 * number)} Post" for number in range(300))
#: Both sides of an article are drawn by this law: a twentieth of all articles is about the first two.
_SIDES = list(accumulate(1 / (rank + 1) ** 1.1 for rank in range(STATES)))
_OUTLETS = list(accumulate(1 / (rank + 1) ** 0.9 for rank in range(len(OUTLETS))))


class World:
    """So many articles over the ten years, in chunks that do not depend on each other."""

    def __init__(self, articles: int) -> None:
        self._articles = articles
        self._texts = Texts()

    def chunk(self, number: int) -> Iterator[Reading]:
        """The readings of one chunk of articles, in the order in which they come in."""
        chance = Random(f"world {number}")
        for place, text in enumerate(self._texts.chunk(number), number * CHUNK):
            if place < self._articles:
                yield self._reading(chance, place, text)

    def _reading(self, chance: Random, number: int, text: Text) -> Reading:
        (outlet,) = chance.choices(OUTLETS, cum_weights=_OUTLETS)
        url = f"https://news.example/{number}"
        published = self._published(chance, number)
        article = Article(
            id=article_id(outlet, url, url), key=url, title=text.text[:60], outlet=outlet, url=url,
            published=on(published), text=text.text, sha256=text_sha256(text.text),
        )  # fmt: skip
        plot = Plot(chance=chance, article=article, text=text, day=published, sides=_two(chance), others=_two(chance))
        return Reading(header=HEADER, article=article, records=tuple(plot.records(number)))

    def _published(self, chance: Random, number: int) -> date:
        """Mostly in the order of arrival, some days early or late; a twentieth comes from an archive."""
        day = chance.randrange(DAYS) if chance.random() < 0.05 else number * DAYS // self._articles
        return FIRST + timedelta(days=min(max(day + chance.randint(-3, 3), 0), DAYS))


def _two(chance: Random) -> tuple[str, str]:
    one, other = chance.choices(SIDES, cum_weights=_SIDES, k=2)
    return (one, other) if one != other else _two(chance)
