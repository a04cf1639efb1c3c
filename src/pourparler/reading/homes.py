"""Homes: the state in which an article was written, whose ministry is "the ministry"."""

from __future__ import annotations

import re

from pourparler.knowledge import Knowledge
from pourparler.reading.descriptions import POSTED, describe
from pourparler.reading.names import Names
from pourparler.reading.syntax import Syntax
from pourparler.records import Article
from pourparler.sources import body_start

#: "Oslo, 22 September 2017": the line that heads a press release, a paragraph of its own.
_PLACED_LINE = re.compile(
    r"^([A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,2}),? (?:(?:the )?\d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]{2,8},? \d{4}"
    r"|[A-Z][a-z]{2,8} \d{1,2}, \d{4})\.?$",
    re.MULTILINE,
)


def home_of(article: Article, known: Knowledge, names: Names) -> str | None:
    """The state of the place an article was filed from: a capital, or a city of one of the states it names.

    A newspaper without a dateline writes at home, where its state is one of the two that the article tells of most.
    """
    if not article.dateline:
        issuer = _issuer(article, known)
        if issuer is not None:
            return issuer
        line = _PLACED_LINE.search(article.text, 0, 600)
        if line is not None:
            return known.country_of(line[1])
        outlet = known.outlet(article.outlet) if article.outlet else None
        at_home = outlet is not None and outlet.kind != "agency" and outlet.country in names.most_told
        return outlet.country if outlet is not None and at_home else None
    place = article.dateline.split(",")[0].strip().title()
    capital, city = known.country_of(place), known.city(place)
    others = names.told_of(3)
    if capital is not None and capital not in others and len(others) == 3:
        return None  # a report about others, filed from where they met
    return capital or (city.country if city is not None and city.country in names.countries else None)


def _issuer(article: Article, known: Knowledge) -> str | None:
    """The state whose ministry or embassy publishes the article itself: "Iraqi Ministry of Foreign Affairs"."""
    head = known.head(article.outlet) if article.outlet else None
    if article.outlet is None or head is None or head.kind != "body" or not {"GOV", "MIL", "COP"} & set(head.sectors):
        return None
    return describe(known, article.outlet).country if "JRN" not in head.sectors else None


def summoner(syntax: Syntax, names: Names) -> str | None:
    """ "Oslo summons the Latvian envoy": who summons an envoy is at home; "the foreign ministry" is that state's."""
    for i in range(syntax.size):
        if syntax.lemma[i] != "summon" or syntax.pos[i] != "VERB":
            continue
        subject, thing = syntax.subject(i), syntax.patient(i)
        if subject is None or thing is None or syntax.lemma[thing] not in POSTED:
            continue
        telling = [syntax.possessor(subject) or subject, *syntax.kids[subject], *syntax.obliques(thing, "in")]
        state = next((state for k in telling if (state := names.state(k))), None)
        if state is not None:
            return state
    return None


def dateline_of(article: Article) -> range:
    """The characters of the dateline at the head of the story."""
    end = body_start(article) if article.dateline else 0
    return range(article.text.rfind("\n", 0, end) + 1, end) if end else range(0)
