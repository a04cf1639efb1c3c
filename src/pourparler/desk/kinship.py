"""The family of an article as its page shows it: who first published the text, which copy stands, how alike each is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pourparler.ledger import families
from pourparler.records import Article
from pourparler.store.dossiers.articles import Kin

_ALIKE = {
    "copy": "the same text", "near_copy": "nearly the same text", "rewrite": "the same story, reworked",
    "update": "another edition of the story",
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Relative:
    """An article of the family: how it hangs together with the one that is shown, and why."""

    article: Article
    day: str | None
    alike: str
    share: str | None
    reasons: tuple[str, ...]
    stands: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Family:
    """Everybody who tells one text; ``origin`` None: nothing decides who had it first. ``cut``: there are more."""

    origin: str | None
    relatives: tuple[Relative, ...]
    outlets: int
    cut: bool


def family_of(article: Article, kin: Sequence[Kin], most: int) -> Family:
    """The family of an article, itself among them; ``most`` is how many the store tells at most."""
    members = {one.article.id: one.article for one in kin}
    best = next(families.standing(members.values()), article.id)
    relatives = tuple(_relative(one, article, stands=one.article.id == best) for one in kin)
    return Family(
        origin=families.origin(members), relatives=relatives, cut=len(kin) >= most,
        outlets=len({one.article.outlet for one in kin if one.article.outlet}),
    )  # fmt: skip


def _relative(one: Kin, shown: Article, *, stands: bool) -> Relative:
    published = one.article.published
    alike = "this article" if one.article.id == shown.id else _ALIKE.get(one.relation or "", "through others")
    return Relative(
        article=one.article, day=(published.earliest or published.latest) if published else None, alike=alike,
        share=f"{one.score:.0%}" if one.score is not None and one.article.id != shown.id else None,
        reasons=one.reasons, stands=stands,
    )  # fmt: skip
