"""Articles of sport, markets, courts and the like, full of the words of war and talks, give nothing but statements."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from pourparler.pipeline import Reader
from pourparler.reading import ArticleReader
from pourparler.records import Article, Contact, Event, Incident, Measure, Reading, Record, Statement
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


def test_forty_quiet_articles_give_no_contact_incident_or_measure_and_hardly_an_event(reader: Reader) -> None:
    assert len(QUIET) >= 40
    readings = [reading for reading in reader.read([article(path) for path in QUIET]) if isinstance(reading, Reading)]
    assert len(readings) == len(QUIET)
    found = Counter(type(record) for reading in readings for record in deeds(reading.records))
    assert {kind: found[kind] for kind in (Contact, Incident, Measure) if found[kind]} == {}
    assert found[Event] <= 4
