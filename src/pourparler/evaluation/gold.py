"""Gold: articles with every record that a careful reader finds in them, in JSON Lines of the contract or by hand."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pourparler.errors import DataError
from pourparler.records.kinds import Article, Record
from pourparler.records.loading import from_json


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldArticle:
    """An article and its records, as somebody who did not see the reader's output wrote them down."""

    article: Article
    records: tuple[Record, ...]


def read_lines(path: Path) -> Iterator[GoldArticle]:
    """The gold articles of a JSON Lines file: each article's line stands before the lines of its records."""
    article: Article | None = None
    records: list[Record] = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip():
            continue
        found = _parse(path, number, line)
        if isinstance(found, Article):
            if article:
                yield GoldArticle(article=article, records=tuple(records))
            article, records = found, []
        elif isinstance(found, Record):
            if article is None:
                raise DataError(f"{path}:{number}: a {found.kind} before any article; the article's line comes first")
            _check_spans(path, number, article, found)
            records.append(found)
    if article is None:
        raise DataError(f"{path}: no article in this file; expected JSON Lines of the contract")
    yield GoldArticle(article=article, records=tuple(records))


def _parse(path: Path, number: int, line: str) -> object:
    try:
        return from_json(json.loads(line))
    except json.JSONDecodeError as error:
        told = f"{path}:{number}: no JSON at column {error.colno} of the line"
        raise DataError(f"{told}; expected gold as JSON Lines of the contract (.jsonl), or in YAML (.yaml)") from error
    except (DataError, ValueError, AttributeError) as error:
        raise DataError(f"{path}:{number}: {error}") from error


def _check_spans(path: Path, number: int, article: Article, record: Record) -> None:
    for span in (record.anchor, *record.evidence):
        if article.text[span.start : span.end] != span.text:
            raise DataError(f"{path}:{number}: {span.text!r} is not what stands at {span.start}-{span.end} of the text")
