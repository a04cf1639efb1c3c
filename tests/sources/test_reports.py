"""Two syndicated reports and the contract's example, where a checkout has them beside it."""

import json
from pathlib import Path

import pytest

from pourparler.records import Article
from pourparler.sources import article_from_text, read_sources

SHARED = Path(__file__).resolve().parents[3] / "shared"


@pytest.mark.skipif(not (SHARED / "seeds").is_dir(), reason="the two reports are not part of the repository")
def test_foreign_matter_leaves_the_reports_and_is_noted():
    articles = {a.title: a for a in read_sources(sorted(SHARED.glob("seeds/*.txt"))) if isinstance(a, Article)}
    carried, own = articles.values()
    assert carried.first_published_by == "South China Morning Post"
    for words in ("download our mobile app", "biggest topics and trends", "3-min read", "commenting", "More from"):
        assert words not in carried.text
    assert carried.published is not None
    assert carried.published.latest == "2021-12-31"
    assert own.outlet == "Press TV"
    assert len(own.captions) == 1
    for words in ("alternate addresses", "News / Military", "Photo by"):
        assert words not in own.text
    assert all(article.text.endswith((".", "”.", ".”")) for article in articles.values())


@pytest.mark.skipif(not (SHARED / "example.jsonl").is_file(), reason="the example is not part of the repository")
def test_the_contract_s_example_is_read_as_annotated():
    lines = map(json.loads, (SHARED / "example.jsonl").read_text().splitlines())
    wanted = next(line for line in lines if line["kind"] == "article")
    article = article_from_text(wanted["text"], key="example", outlet=wanted["outlet"], published="2024-03-04")
    assert (article.text, article.sha256, article.title) == (wanted["text"], wanted["sha256"], wanted["title"])
    assert (article.dateline, article.first_published_by) == (wanted["dateline"], None)
    assert article.published is not None
    assert {name: getattr(article.published, name) for name in wanted["published"]} == wanted["published"]
