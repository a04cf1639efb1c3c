"""What people found right, as gold that ``pourparler evaluate`` takes: JSON Lines of the contract."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pourparler.exports.jsonl import json_lines
from pourparler.records import Header, Reading
from pourparler.store import ReviewedArticle


def gold_reading(reviewed: ReviewedArticle) -> Reading:
    """The article with what people accepted or corrected of it, in their names."""
    header = Header(reader=f"reviewed by {', '.join(reviewed.reviewers)}")
    return Reading(header=header, article=reviewed.article, records=reviewed.records)


def gold_lines(articles: Iterable[ReviewedArticle]) -> Iterator[str]:
    """The lines of one file: a header, then each article before its records. Nothing where there is no article."""
    readings = [gold_reading(article) for article in articles]
    if readings:
        names = sorted({name for article in readings for name in [article.header.reader]})
        header = readings[0].header if len(names) == 1 else Header(reader="reviewed")
        yield from json_lines(header, readings)


def left_out(reviewed: ReviewedArticle) -> str:
    """Why an article is no sound gold, in a sentence."""
    parts = []
    if reviewed.unreviewed:
        parts.append(f"{len(reviewed.unreviewed)} of its records nobody has reviewed, as {reviewed.unreviewed[0]}")
    if reviewed.unfit:
        parts.append(f"{len(reviewed.unfit)} reviews do not fit its text any more, as of {reviewed.unfit[0]}")
    return f"{reviewed.article.id} left out: {'; '.join(parts)}"
