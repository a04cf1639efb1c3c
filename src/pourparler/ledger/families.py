"""Families: articles that tell one text. Copies, near-copies, partial rewrites and updates of a story.

Each link is a judgement about two articles with its score and reasons, the same whichever came first. A family is what
links hold together; counts are told as reports (articles) and origins (families).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from pourparler.ledger.alike import compare, shingles
from pourparler.ledger.editions import edition_of
from pourparler.records import Article

#: Shared shingles among all from which a text is the same but for a headline, a name or a cut; from which it is the
#: same story reworked; and among the shorter text's from which the shorter is taken from the longer.
NEAR, REWRITTEN, TAKEN = 0.8, 0.4, 0.6
#: A shorter text than this many shingles shares too much by chance to be called taken from another.
_TELLING = 30


class Relation(StrEnum):
    COPY = "copy"
    NEAR_COPY = "near_copy"
    REWRITE = "rewrite"
    UPDATE = "update"


@dataclass(frozen=True, slots=True, kw_only=True)
class FamilyLink:
    """Two articles of one family, the smaller id first: how they hang together, how surely, and why."""

    one: str
    other: str
    relation: Relation
    score: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """What of an article decides whether and how it belongs to a family."""

    article: Article
    shingles: frozenset[str]
    edition: str | None

    @classmethod
    def of(cls, article: Article, found: Iterable[str] | None = None) -> Member:
        """The member an article makes, and the shingles of its text where they are known; title and dateline count as
        text, which they mostly share.
        """
        runs = _shingles(article.text) if found is None else frozenset(found)
        return cls(article=article, shingles=runs, edition=edition_of(article))


@lru_cache(maxsize=256)
def _shingles(text: str) -> frozenset[str]:
    """Copies come in swarms: what was compared just now is soon compared again."""
    return frozenset(shingles(text))


def link(one: Member, other: Member) -> FamilyLink | None:
    """The link between two articles, None where they tell different texts."""
    first, second = sorted((one, other), key=lambda member: member.article.id)
    alike, held = compare(one.shingles, other.shingles)
    relation = _relation(first, second, alike, held)
    if relation is None:
        return None
    reasons = [f"{alike:.0%} of all runs of three words are shared, {held:.0%} of the shorter text's"]
    reasons += [f"both credit {first.article.first_published_by}"] if _same_credit(first, second) else []
    if first.edition or second.edition:
        reasons.append(f"editions: {first.edition or 'unmarked'}, {second.edition or 'unmarked'}")
    return FamilyLink(
        one=first.article.id, other=second.article.id, relation=relation,
        score=round(max(alike, held if relation is Relation.REWRITE else 0.0), 3), reasons=tuple(reasons),
    )  # fmt: skip


def _relation(one: Member, other: Member, alike: float, held: float) -> Relation | None:
    shortest = min(len(one.shingles), len(other.shingles))
    taken = held >= TAKEN and shortest >= _TELLING
    if alike < REWRITTEN and not taken:
        return None
    if one.edition != other.edition and one.article.outlet == other.article.outlet:
        return Relation.UPDATE
    if one.article.text == other.article.text:
        return Relation.COPY
    return Relation.NEAR_COPY if alike >= NEAR else Relation.REWRITE


def _same_credit(one: Member, other: Member) -> bool:
    credit = one.article.first_published_by
    return credit is not None and credit == other.article.first_published_by


def families(articles: Iterable[str], links: Iterable[FamilyLink]) -> dict[str, str]:
    """The family of each article, named by the smallest id in it; an article without links is its own."""
    above = {article: article for article in articles}

    def top(article: str) -> str:
        while above[article] != article:
            above[article] = above[above[article]]
            article = above[article]
        return article

    for found in links:
        one, other = top(found.one), top(found.other)
        above[max(one, other)] = min(one, other)
    return {article: top(article) for article in above}


def origin(members: Mapping[str, Article]) -> str | None:
    """Who first published what a family tells: the wire that most credit, else the outlet of the earliest member.

    None where nobody is credited and no date decides.
    """
    credits = sorted(article.first_published_by for article in members.values() if article.first_published_by)
    if credits:
        return max(dict.fromkeys(credits), key=credits.count)
    dated = sorted(
        (article.published.earliest, article.outlet) for article in members.values()
        if article.published and article.published.earliest and article.outlet
    )  # fmt: skip
    if not dated or (len(dated) > 1 and dated[0][0] == dated[1][0] and dated[0][1] != dated[1][1]):
        return None
    return dated[0][1]


def standing(members: Iterable[Article]) -> Iterator[str]:
    """The articles of a family by how they stand, best first: the last edition, then the last published."""
    ranked = sorted(members, key=lambda a: a.id)
    ranked.sort(key=lambda a: (_rank(edition_of(a)), a.published.earliest or "" if a.published else ""), reverse=True)
    return (article.id for article in ranked)


def _rank(edition: str | None) -> int:
    order = (None, "urgent", "lead", "update", "correction", "withdrawn")
    name = (edition or "").split(" ")[0] or None
    number = int(edition.split(" ")[1]) if edition and " " in edition else 0
    return 100 * order.index(name) + number
