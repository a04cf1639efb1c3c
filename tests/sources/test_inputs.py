"""Files, folders and standard input give articles; a bad input gives one clear failure and the run goes on."""

import io
import json
import sys

import pytest

from pourparler.records import Article, Failure
from pourparler.sources import article_from_html, read_sources
from pourparler.sources.intake import MAX_BYTES

TEXT = "The coast guards of the two sides resumed their joint patrols on Monday, the ministry said."


def only(inputs, **known):
    (found,) = read_sources(inputs, **known)
    return found


@pytest.mark.parametrize(
    ("name", "data", "error", "message"),
    [
        ("empty.txt", b"", "NotAnArticle", "is empty"),
        ("blank.txt", b" \n\n", "NotAnArticle", "is empty"),
        ("program", b"\x7fELF\x00\x01" * 50, "NotAnArticle", "looks like a program"),
        ("bytes.txt", bytes(range(256)) * 4 + b"\0" * 400, "NotAnArticle", "binary data"),
        ("paper.txt", b"%PDF-1.4 ...", "NotAnArticle", "a PDF document"),
        ("odd.txt", b"\xff\xfeab\x00\xd8", "SourceError", "not valid utf-16"),
        ("page.html", b"<html><body><a href='/'>Home</a> <a href='/w'>World</a></body></html>", "NotAnArticle", "page"),
        ("marks.txt", "\u200f\u200e".encode(), "NotAnArticle", "no article text"),
        ("german.txt", ("Der Minister sagte am Montag, dass die Gespräche mit der chinesischen Seite in der kommenden "
                        "Woche fortgesetzt werden sollen.").encode(), "UnknownLanguage", "is in German"),
        ("japanese.txt", ("外務省の報道官は会見で、協議を続けると述べた。防衛相の電話会談は来週に行われる見通し。" * 3)
         .encode("shift_jis"), "UnknownLanguage", "is in Japanese"),
        ("list.jsonl", b"[1, 2]\n", "SourceError", "not an object"),
        ("lines.jsonl", b'{"text": \n', "SourceError", "is no JSON"),
        ("lines.jsonl", b'{"title": "x"}\n', "SourceError", "neither"),
        ("lines.jsonl", b'{"text": 5}\n', "SourceError", "expected a string"),
        ("lines.jsonl", b'{"text": "Ships met.", "published": "soon"}\n', "UsageError", "no publication date"),
    ],
)  # fmt: skip
def test_a_bad_input_is_one_failure_and_the_run_goes_on(tmp_path, name, data, error, message):
    (tmp_path / name).write_bytes(data)
    (tmp_path / "good.md").write_text(f"# Patrols resume\n\n{TEXT}\n")
    failure, article = read_sources([tmp_path / name, tmp_path / "good.md"])
    assert isinstance(failure, Failure)
    assert (failure.error, message in failure.message) == (error, True)
    assert "\n" not in failure.message
    assert failure.input.startswith(str(tmp_path / name))
    assert isinstance(article, Article)


def test_a_missing_file_an_empty_folder_and_a_huge_file_are_failures(tmp_path):
    (tmp_path / "none").mkdir()
    with (tmp_path / "huge.txt").open("wb") as stream:
        stream.truncate(MAX_BYTES + 1)
    found = list(read_sources([tmp_path / "absent.txt", tmp_path / "none", tmp_path / "huge.txt"]))
    assert [f.error for f in found if isinstance(f, Failure)] == ["SourceError", "NotAnArticle", "TooLarge"]


def test_a_broken_date_is_told_once_and_the_inputs_are_read(tmp_path):
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(TEXT)
    failure, *articles = read_sources([tmp_path], published="31 Feb")
    assert isinstance(failure, Failure)
    assert "31 Feb" in failure.message
    assert [a.published for a in articles if isinstance(a, Article)] == [None, None]


def test_a_folder_is_read_in_order_without_hidden_and_foreign_files(tmp_path):
    for name in ("b.txt", "a.md", "sub/c.htm", "sub/plain", ".hidden.txt", "table.ods"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(TEXT)
    found = list(read_sources([tmp_path]))
    keys = [f.key for f in found if isinstance(f, Article)]
    assert keys == [str(tmp_path / name) for name in ("a.md", "b.txt", "sub/plain")]
    assert [f.error for f in found if isinstance(f, Failure)] == ["NotAnArticle"]


def test_json_lines_give_each_line_its_own_facts(tmp_path):
    path = tmp_path / "news.jsonl"
    page = f"<html><body><article><p>{TEXT}</p><p>{TEXT[:-1]} again, and nobody was hurt.</p></article></body></html>"
    lines = [
        {"id": "x1", "text": TEXT, "title": "Patrols resume", "published": "2024-03-04", "outlet": "Gazette",
         "url": "https://gazette.example/1"},
        {"text": TEXT},
        {"id": 7, "html": page},
    ]  # fmt: skip
    path.write_text("\n\n".join(map(json.dumps, lines)))
    first, second, third = (a for a in read_sources([path], published="2023-01-01") if isinstance(a, Article))
    assert (first.key, first.title, first.outlet, first.url) == (
        "x1",
        "Patrols resume",
        "Gazette",
        "https://gazette.example/1",
    )
    assert first.published is not None
    assert first.published.earliest == "2024-03-04"
    assert (second.key, third.key) == (f"{path}:3", "7")
    assert second.published is not None
    assert second.published.earliest == "2023-01-01"


def test_a_json_line_that_is_none_is_named_by_its_number(tmp_path):
    path = tmp_path / "news.jsonl"
    path.write_text(json.dumps({"text": TEXT}) + "\nno json\n" + json.dumps({"text": TEXT}) + "\n")
    found = list(read_sources([path]))
    assert [type(f).__name__ for f in found] == ["Article", "Failure", "Article"]
    assert found[1].input == f"{path}:2"


@pytest.mark.parametrize(
    "data",
    [TEXT.encode(), json.dumps({"text": TEXT}).encode() + b"\n", f"<html><body><p>{TEXT}</p></body></html>".encode()],
)
def test_standard_input_is_text_html_or_json_lines(monkeypatch, data):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    article = only(["-"])
    assert isinstance(article, Article)
    assert article.text == TEXT


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32", "cp1252"])
def test_encodings_are_detected(tmp_path, encoding):
    words = f"{TEXT} “The line held”, São Tomé’s envoy added."
    (tmp_path / "a.txt").write_bytes(words.encode(encoding))
    article = only([tmp_path / "a.txt"])
    assert isinstance(article, Article)
    assert article.text == words


def test_markdown_gives_its_words_and_its_front_matter(tmp_path):
    (tmp_path / "a.md").write_text(
        f"---\ntitle: Patrols resume\ndate: 2024-03-04\nsource: Gazette\n---\n\n## Patrols resume\n\n**{TEXT}** "
        "See [the map](https://gazette.example/map).\n\n> *Nobody* was hurt.\n"
    )
    article = only([tmp_path / "a.md"])
    assert isinstance(article, Article)
    assert article.text == f"Patrols resume\n\n{TEXT} See the map.\n\nNobody was hurt."
    assert article.published is not None
    assert (article.outlet, article.published.earliest) == ("Gazette", "2024-03-04")


PAGE = """<!doctype html><html lang="en"><head><title>Patrols resume - Harbour Gazette</title>
<meta property="og:site_name" content="Harbour Gazette"><meta property="article:published_time" content="2024-03-04">
<link rel="canonical" href="https://gazette.example/patrols">
<script type="application/ld+json">{"@graph": [{"@type": "NewsArticle", "headline": "Coast guards resume patrols",
"datePublished": "2024-03-04T09:30:00+08:00", "author": [{"@type": "Person", "name": "Jane Roe"}],
"publisher": {"@type": "Organization", "name": "Harbour Gazette"}}]}</script></head>
<body><nav><a href="/">Home</a></nav><article><h1>Coast guards resume patrols</h1>
<figure><img src="x.jpg"><figcaption>A cutter leaves port. Photo: Jo Bell</figcaption></figure>
<p>The coast guards of the two sides resumed their joint patrols on Monday after a pause of two weeks.</p>
<p>The pause followed a collision near the outer breakwater in which nobody was hurt, the ministry said.</p>
<p>Sign up to our newsletter to get the day's stories.</p></article>
<footer>© 2024 Harbour Gazette</footer></body></html>"""


def test_an_html_page_tells_title_outlet_author_time_and_captions():
    article = article_from_html(PAGE, key="test")
    assert (article.title, article.outlet, article.byline) == (
        "Coast guards resume patrols",
        "Harbour Gazette",
        "Jane Roe",
    )
    assert article.url == "https://gazette.example/patrols"
    assert article.published is not None
    assert article.published.earliest == "2024-03-04T09:30+08:00"
    assert article.captions == ("A cutter leaves port. Photo: Jo Bell",)
    assert article.text.split("\n\n")[0] == "Coast guards resume patrols"
    assert "newsletter" not in article.text
    assert "Jo Bell" not in article.text


def test_what_is_given_is_trusted_over_what_the_page_declares():
    article = article_from_html(PAGE.encode(), key="test", outlet="Example Wire", published="2024-03-05")
    assert article.published is not None
    assert (article.outlet, article.published.earliest) == ("Example Wire", "2024-03-05")
