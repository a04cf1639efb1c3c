"""Feeds, saved or fetched: entries that bring their text are articles, others are summaries."""

from __future__ import annotations

import gzip
import json
import time
from pathlib import Path
from types import SimpleNamespace

import pytest
from tests.sources.serving import PARAGRAPHS, SENTENCES, TEXT, Answer, Site, full_item, page, rss, summary_item

from pourparler.records import Article, Failure
from pourparler.sources import Intake, capture_sources, fetching, read_sources
from pourparler.sources.feeds import is_feed, read_feed
from pourparler.sources.intake import Captured

ATOM = f"""<?xml version="1.0"?><?xml-stylesheet href="a.xsl"?><!-- made by hand -->
<feed xmlns="http://www.w3.org/2005/Atom"><title>The Fjord</title><id>f</id><updated>2024-03-06T00:00:00Z</updated>
<entry><title type="html">Sweden &lt;i&gt;declines&lt;/i&gt; a call</title><id>tag:1</id>
<link rel="alternate" href="https://fjord.example/1"/><updated>2024-03-06T10:00:00Z</updated>
<published>2024-03-05T09:30:00+01:00</published><author><name>Kari Lund</name></author>
<content type="html">{PARAGRAPHS.replace("<", "&lt;")}</content></entry>
<entry><title>Norway waits</title><id>tag:2</id><link href="https://fjord.example/2"/>
<updated>2024-03-06T10:00:00Z</updated><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">{PARAGRAPHS}</div>
</content></entry>
<entry><title>Finland writes</title><id>tag:3</id><link href="https://fjord.example/3"/><updated>2024-03-06T10:00:00Z</updated>
<content type="text">{TEXT}</content></entry></feed>"""


def articles(*inputs: Path | str, **known: object) -> list[Article]:
    return [item for item in read_sources(inputs, **known) if isinstance(item, Article)]  # type: ignore[arg-type]


def failures(*inputs: Path | str, **known: object) -> list[Failure]:
    return [item for item in read_sources(inputs, **known) if isinstance(item, Failure)]  # type: ignore[arg-type]


def saved(folder: Path, data: bytes, name: str = "feed.xml") -> Path:
    (path := folder / name).write_bytes(data)
    return path


def test_a_content_of_rss_is_an_article_with_what_the_feed_tells_of_it(tmp_path: Path) -> None:
    (article,) = articles(saved(tmp_path, rss(full_item(1))))
    assert article.title == "Sweden declines call 1"
    assert (article.outlet, article.url) == ("The Fjord", "https://fjord.example/1")
    assert article.published
    assert article.published.earliest == "2024-03-05T09:30+01:00"
    assert article.text.split("\n\n")[1:5] == list(SENTENCES)


def test_a_long_description_is_an_article_and_a_short_one_is_not(tmp_path: Path) -> None:
    assert 50 < len(TEXT.split()) < 100
    short = f"<title>Sweden declines</title><description>{TEXT}</description>"
    long = f"<title>Sweden declines</title><description>{TEXT} {TEXT}</description>"
    (failure,) = failures(saved(tmp_path, rss(short)))
    assert "1 of 1 entries are summaries only" in failure.message
    assert articles(saved(tmp_path, rss(long)))[0].text.count("Norway asked") == 2


@pytest.mark.parametrize(
    "end", ["…", " ...", " [...]", " [&#8230;]", " Read more »", " Continue reading Sweden declines a call"]
)
def test_a_text_that_breaks_off_is_a_summary(tmp_path: Path, end: str) -> None:
    item = full_item(1).replace("]]>", f"<p>The minister added that{end}</p>]]>")
    (failure,) = failures(saved(tmp_path, rss(item)))
    assert "summaries only" in failure.message


def test_atom_brings_text_as_html_xhtml_and_plain(tmp_path: Path) -> None:
    found = articles(saved(tmp_path, ATOM.encode()))
    assert [article.text.replace("\n\n", " ").partition(" Norway asked")[0] for article in found] == [
        "Sweden declines a call", "Norway waits", "Finland writes",
    ]  # fmt: skip
    assert all(SENTENCES[3] in article.text for article in found)
    assert [article.published and article.published.earliest for article in found] == [
        "2024-03-05T09:30+01:00", "2024-03-06T10:00+00:00", "2024-03-06T10:00+00:00",
    ]  # fmt: skip
    assert (found[0].byline, found[0].outlet) == ("Kari Lund", "The Fjord")


def test_scripts_pictures_and_captions_of_a_content_are_no_text(tmp_path: Path) -> None:
    odd = "<script>alert(1)</script><style>p {}</style><figure><figcaption>A red cutter.</figcaption></figure>"
    (article,) = articles(saved(tmp_path, rss(full_item(1).replace("<p>Norway", f"{odd}<p>Norway"))))
    assert "alert" not in article.text
    assert "cutter" not in article.text
    assert article.captions == ("A red cutter.",)


def test_what_is_kept_as_the_source_is_the_entry_alone(tmp_path: Path) -> None:
    items = list(capture_sources([saved(tmp_path, rss(full_item(1), full_item(2)))]))
    sources = [json.loads(item.source) for item in items if isinstance(item, Captured)]
    assert [source["title"] for source in sources] == ["Sweden declines call 1", "Sweden declines call 2"]
    assert "part 2" not in sources[0]["content"]


def test_the_line_that_an_entry_becomes_is_read_as_the_entry_was(tmp_path: Path) -> None:
    feed = saved(tmp_path, rss(full_item(1)))
    (item,) = capture_sources([feed])
    assert isinstance(item, Captured)
    (again,) = articles(saved(tmp_path, item.source, "entry.jsonl"))
    assert (again.id, again.sha256, again.published) == (item.article.id, item.article.sha256, item.article.published)


def test_feeds_are_found_in_folders_packed_or_not_and_known_by_their_beginning(tmp_path: Path) -> None:
    saved(tmp_path, gzip.compress(rss(full_item(1))), "a.rss.gz")
    saved(tmp_path, b"\xef\xbb\xbf" + ATOM.encode(), "b")
    saved(
        tmp_path, rss(full_item(2)).decode().replace('encoding="UTF-8"', 'encoding="UTF-16"').encode("utf-16"), "c.xml"
    )
    saved(
        tmp_path, b"<?xml version='1.0'?><urlset><url><loc>https://fjord.example/1</loc></url></urlset>", "sitemap.xml"
    )
    assert len(articles(tmp_path)) == 5
    (failure,) = failures(tmp_path)
    assert failure.message == "is XML, but neither RSS nor Atom"


def test_a_malformed_feed_gives_what_can_be_read_and_says_so(tmp_path: Path) -> None:
    path = saved(tmp_path, rss(full_item(1), full_item(2), full_item(3))[:-400])
    assert [article.title for article in articles(path)] == ["Sweden declines call 1", "Sweden declines call 2"]
    malformed, summaries = failures(path)
    assert "is malformed" in malformed.message
    assert "others may be missing" in malformed.message
    assert "1 of 3 entries" in summaries.message


@pytest.mark.parametrize("data", [b"<rss><channel>", b"<feed <<<", b"<?xml version='1.0'?><rss version='2.0'>&&&"])
def test_a_feed_of_which_nothing_is_left_is_one_failure(tmp_path: Path, data: bytes) -> None:
    (failure,) = failures(saved(tmp_path, data))
    assert "expected RSS or Atom" in failure.message or "neither RSS nor Atom" in failure.message


def test_an_empty_feed_and_entities_that_grow_are_failures(tmp_path: Path) -> None:
    (failure,) = failures(saved(tmp_path, rss()))
    assert failure.message == "is a feed without entries"
    grow = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
    bomb = f'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY e0 "boom">{grow}]><rss version="2.0"><channel><item>'
    data = f"{bomb}<title>x</title><description>&e11;</description></item></channel></rss>".encode()
    feed = read_feed(data, name="bomb")
    assert feed.fault
    assert [entry.line for entry in feed.entries] == [None]


def test_a_page_is_no_feed() -> None:
    assert not is_feed(page())
    assert not is_feed(b"rss and feed")


def test_an_entry_has_another_mark_once_it_was_changed_and_only_then() -> None:
    first, same, changed = (
        read_feed(rss(full_item(1, words=words), full_item(2)), name="f").entries for words in ("", "", "Corrected.")
    )
    assert [entry.mark for entry in first] == [entry.mark for entry in same]
    assert first[0].mark != changed[0].mark
    assert first[1].mark == changed[1].mark


# --- on the network ----------------------------------------------------------------------------------


@pytest.fixture(autouse=True)
def no_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetching, "time", SimpleNamespace(monotonic=time.monotonic, sleep=lambda _: None))


HERE = Intake(allow_private=True)
FOLLOW = Intake(allow_private=True, follow=True)


def test_the_address_of_an_article_gives_the_article(site: Site) -> None:
    site.answers["/news/1?utm_source=x"] = Answer(page(), headers={"Content-Type": "text/html"})
    (item,) = capture_sources([site.url("/news/1?utm_source=x")], intake=HERE)
    assert isinstance(item, Captured)
    assert (item.article.url, item.article.outlet) == (site.url("/news/1"), "The Fjord")
    assert (item.article.key, item.source) == (site.url("/news/1?utm_source=x"), page())
    assert SENTENCES[1] in item.article.text


def test_a_page_that_names_its_own_address_is_known_by_that(site: Site) -> None:
    site.answers["/amp/1"] = Answer(page(head='<link rel="canonical" href="https://fjord.example/1">'))
    (article,) = articles(site.url("/amp/1"), intake=HERE)
    assert article.url == "https://fjord.example/1"


def test_a_plain_text_is_an_article_and_other_data_are_not(site: Site) -> None:
    site.answers["/a"] = Answer(TEXT.encode(), headers={"Content-Type": "text/plain"})
    site.answers["/b"] = Answer(b"%PDF-1.7 ...", headers={"Content-Type": "application/pdf"})
    site.answers["/c"] = Answer(b'{"a": 1}', headers={"Content-Type": "application/json"})
    site.answers["/d"] = Answer(b"")
    text, pdf, data, empty = read_sources([site.url(f"/{name}") for name in "abcd"], intake=HERE)
    assert isinstance(text, Article)
    assert text.url == site.url("/a")
    told = [item.message for item in (pdf, data, empty) if isinstance(item, Failure)]
    assert "a PDF document" in told[0]
    assert "answered with application/json" in told[1]
    assert told[2] == "is empty"


def test_summaries_are_followed_only_where_that_is_asked(site: Site) -> None:
    site.answers["/feed"] = Answer(rss(full_item(1), summary_item("/news/2"), summary_item(site.url("/gone"))))
    site.answers["/news/2"] = Answer(page("Norway waits"))
    article, failure = read_sources([site.url("/feed")], intake=HERE)
    assert isinstance(article, Article)
    assert isinstance(failure, Failure)
    assert failure.message == "2 of 3 entries are summaries only; --follow fetches their pages"
    assert site.paths() == ["/feed"]

    first, followed, gone = read_sources([site.url("/feed")], intake=FOLLOW)
    assert isinstance(first, Article)
    assert isinstance(followed, Article)
    assert (followed.title, followed.url) == ("Norway waits", site.url("/news/2"))
    assert isinstance(gone, Failure)
    assert (gone.input, gone.message) == (site.url("/gone"), "answered 404 Not Found; check the address")


def test_a_saved_feed_asks_nothing_of_the_network(site: Site, tmp_path: Path) -> None:
    site.answers["/news/2"] = Answer(page())
    (failure,) = read_sources([saved(tmp_path, rss(summary_item(site.url("/news/2"))))], intake=FOLLOW)
    assert isinstance(failure, Failure)
    assert "give the feed's address with --follow" in failure.message
    assert site.asked == []


def test_an_address_that_is_refused_is_a_failure_and_the_run_goes_on(site: Site, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    refused, odd, article = read_sources([site.url("/a"), "ftp://fjord.example/a", tmp_path / "a.txt"])
    assert isinstance(refused, Failure)
    assert (refused.input, refused.error) == (site.url("/a"), "NotFetched")
    assert isinstance(odd, Failure)
    assert "only http and https" in odd.message
    assert isinstance(article, Article)
