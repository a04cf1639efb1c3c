"""Articles of sport, markets, film and weather, full of the words of war and talks, give nothing but statements."""

from __future__ import annotations

from pathlib import Path

import pytest

from pourparler.pipeline import Reader
from pourparler.reading import ArticleReader
from pourparler.records import Article, Reading, Record, Statement
from pourparler.sources import article_from_text

QUIET = sorted((Path(__file__).parent / "quiet").glob("*.txt"))


def article(path: Path) -> Article:
    return article_from_text(path.read_text(encoding="utf-8"), key=path.name)


def deeds(records: tuple[Record, ...]) -> list[Record]:
    return [record for record in records if not isinstance(record, Statement)]


@pytest.mark.parametrize("path", QUIET, ids=lambda path: path.stem)
def test_a_quiet_article_gives_nothing_but_statements(reader: Reader, path: Path) -> None:
    (reading,) = reader.read([article(path)])
    assert isinstance(reading, Reading)
    assert deeds(reading.records) == []
    assert reading.statements


@pytest.mark.parametrize("path", QUIET, ids=lambda path: path.stem)
def test_the_rules_themselves_hardly_err_on_it(reader: Reader, path: Path) -> None:
    """With screening forced open, at most one wrong record an article."""
    quiet = article(path)
    found = deeds(ArticleReader(reader.known).read(quiet, reader.language(quiet.text), deeds=True))
    assert len(found) <= 1, [(record.kind, record.reader, record.evidence[0].text) for record in found]
