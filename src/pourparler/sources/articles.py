"""The main path of this room: the text of a page to a cleaned article, step by step."""

from __future__ import annotations

from dataclasses import dataclass

from pourparler.errors import NotAnArticle
from pourparler.records import Article, Date
from pourparler.records.ids import article_id, text_sha256
from pourparler.sources.captions import take_captions
from pourparler.sources.characters import clean_characters
from pourparler.sources.credits import learn_outlet, same_name, take_credits
from pourparler.sources.datelines import Dateline, find_dateline
from pourparler.sources.dates import check_published
from pourparler.sources.heads import find_title, take_head
from pourparler.sources.languages import check_language
from pourparler.sources.lines import take_lines, take_repeats
from pourparler.sources.notices import take_notices
from pourparler.sources.page import Page
from pourparler.sources.paragraphs import split_paragraphs
from pourparler.sources.publication import date_article
from pourparler.sources.related import take_related
from pourparler.sources.shapes import is_full

_MOST_DATELINES = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """What is known about an article from outside its text."""

    key: str
    source: str | None = None
    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    published: Date | None = None
    byline: str | None = None
    captions: tuple[str, ...] = ()


def article_from_text(
    text: str,
    *,
    key: str,
    source: str | None = None,
    title: str | None = None,
    outlet: str | None = None,
    url: str | None = None,
    published: str | None = None,
) -> Article:
    """The cleaned article of a plain text; what is given is trusted over what the text tells.

    Raises NotAnArticle where no text is left, UnknownLanguage where it is surely not English, UsageError where
    ``published`` is no date.
    """
    told = check_published(published) if published else None
    return clean(text, Origin(key=key, source=source, title=title, outlet=outlet, url=url, published=told))


def clean(text: str, origin: Origin) -> Article:
    """Text of a page and what is known about it to an article. Each step takes out one kind of foreign matter."""
    # 1. Characters and paragraphs
    text, odd_characters = clean_characters(text)
    page = Page(
        split_paragraphs(text),
        title=_line(origin.title),
        outlet=origin.outlet,
        url=origin.url,
        byline=origin.byline,
        captions=list(origin.captions),
    )
    for piece in odd_characters:
        page.note(piece.text, piece.why)
    # 2. Furniture and head
    take_lines(page)
    take_repeats(page)
    year = learn_outlet(page)
    head_date = take_head(page)
    find_title(page)
    # 3. Notices, footers, captions, other stories
    take_notices(page)
    print_date = take_credits(page, origin.outlet)
    take_captions(page)
    take_related(page)
    # 4. What is left
    body = "\n".join(words for _, words in page.standing())
    check_language(body)
    if len(body.split()) < 2:
        raise NotAnArticle("no article text: nothing is left after cleaning; expected at least one sentence")
    return _assemble(page, origin, origin.published or head_date or print_date, year)


def _assemble(page: Page, origin: Origin, told: Date | None, year: int | None) -> Article:
    body = [words for _, words in page.standing()]
    text = "\n\n".join([page.title, *body] if page.title else body)
    dateline, at = _dateline(page.title, body)
    if dateline and dateline.wire and not page.first_published_by and not same_name(dateline.wire, page.outlet):
        page.first_published_by = dateline.wire
    return Article(
        id=article_id(page.outlet, page.url, origin.key),
        key=origin.key,
        source=origin.source,
        title=page.title,
        outlet=page.outlet,
        url=page.url,
        published=date_article(told, dateline, at, url=page.url, year=year),
        dateline=dateline.place if dateline else None,
        byline=page.byline,
        first_published_by=page.first_published_by,
        sha256=text_sha256(text),
        text=text,
        captions=tuple(page.captions),
        removed=page.removed,
    )


def _dateline(title: str | None, body: list[str]) -> tuple[Dateline | None, int]:
    """The dateline of one of the first paragraphs, and where that paragraph starts in the canonical text."""
    at = len(title) + 2 if title else 0
    for words in body[:3]:
        if (found := find_dateline(words)) and (found.sure or (is_full(words) and not _is_transcript(body))):
            return found, at
        at += len(words) + 2
    return None, 0


def _is_transcript(body: list[str]) -> bool:
    """Whether many paragraphs open like a dateline, as turns do: "PRESENTER: Good evening"."""
    return sum(find_dateline(words) is not None for words in body) > _MOST_DATELINES


def _line(title: str | None) -> str | None:
    return " ".join(clean_characters(title)[0].split()) or None if title else None
