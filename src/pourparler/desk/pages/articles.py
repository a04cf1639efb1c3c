"""An article: its text with what was read in it, on whose word, and what became of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, HTTPException, Query, Request
from fastapi.responses import HTMLResponse

from pourparler.desk.dependencies import Opened
from pourparler.desk.kinship import Family, family_of
from pourparler.desk.marking import MARKS, Paragraph, find_marks, mark_text, stretches
from pourparler.desk.parameter_errors import matching
from pourparler.desk.parameters import StrictRoute
from pourparler.desk.rendering import page
from pourparler.desk.sourcing import Chain, trace
from pourparler.records import Entries
from pourparler.store import Store
from pourparler.store.dossiers.articles import MEMBERS, Filed

router = APIRouter(route_class=StrictRoute)
#: Records of one stretch of text that are marked and listed at once; of the others the places alone are.
_RECORDS = 150
#: Pieces that were taken out of the page, and captions, that are shown.
_PIECES = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class _Part:
    """A stretch of the text with its records: the ``number``-th of ``count``, from ``start`` to ``end``."""

    number: int
    count: int
    start: int
    end: int
    paragraphs: list[Paragraph]
    marks: dict[str, str]
    entries: Entries
    skip: int
    more: int


@router.get("/articles/{name:path}", response_class=HTMLResponse)
def show_article(
    request: Request,
    name: str,
    store: Opened,
    part: Annotated[int | None, Query(ge=1)] = None,
    at: Annotated[int | None, Query(ge=0)] = None,
    skip: Annotated[int, Query(ge=0)] = 0,
    version: Annotated[str, matching("[0-9a-f]{6,64}", "a version as the article's page links it")] | None = None,
) -> HTMLResponse:
    """One text version of an article, a stretch of it at a time: the ``part``-th, else that which holds a place."""
    filed = store.filed(name, version)
    if filed is None:
        raise HTTPException(404, f"no article {name} in the store")
    shown = _part(store, filed, part, at, skip)
    chain = trace(list(shown.entries))
    return page(
        request, "article.html", filed=filed, article=filed.article, shown=shown, chain=chain,
        family=_family(store, filed), pieces=_PIECES, told=_told(chain),
    )  # fmt: skip


def _part(store: Store, filed: Filed, part: int | None, at: int | None, skip: int) -> _Part:
    text = filed.article.text
    parts = stretches(text)
    if at is not None:
        part = next((n for n, (_, end) in enumerate(parts, 1) if at < end), len(parts))
    number = min(part or 1, len(parts))
    start, end = parts[number - 1]
    told = store.told_between(filed.number, start, max(end, 1), limit=_RECORDS, skip=skip)
    found = list(find_marks(told.entries))
    present = {mark.what for mark in found}
    return _Part(
        number=number, count=len(parts), start=start, end=end, entries=Entries(told.entries), skip=skip,
        paragraphs=mark_text(text, start, end, found, told.others),
        marks={what: words for what, words in MARKS.items() if what in present},
        more=max(0, len(told.entries) + len(told.others) - skip - _RECORDS),
    )  # fmt: skip


def _told(chain: Chain) -> int:
    return sum(len(source.sayings) for source in chain.sources)


def _family(store: Store, filed: Filed) -> Family | None:
    """Its family, None where it stands alone."""
    kin = store.kin(filed.article.id, filed.family) if filed.family else []
    return family_of(filed.article, kin, MEMBERS) if len(kin) > 1 else None
