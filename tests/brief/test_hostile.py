"""Articles may hold anything: it comes out as words, in the page and in Markdown."""

from __future__ import annotations

import base64
import hashlib
import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from tests.brief.making import NOR, SWE, article, brief_of, contact, reading, statement, store_of
from tests.store.making import state

from pourparler.brief import as_html, as_markdown
from pourparler.brief.footnotes import address
from pourparler.brief.markdown import escaped
from pourparler.brief.parts import Quote
from pourparler.records import Reason, ReasonKind, Status

HOSTILE = (
    '<script>alert(1)</script>" onmouseover="x" \'</q></bdi> [a](javascript:alert(1)) ![b](http://evil.example/b.png)'
    " | x | `code` *bold* _it_ ~~no~~ $x$ www.evil.example a@evil.example \u202ekcab\u2069 \x1b[31m =1+1 &lt; <!-- -->"
    " # head {{ 7*7 }} {% raw %} \\"
)


class Page(HTMLParser):
    """What a browser would make of the page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: list[tuple[str, str, str]] = []
        self.words = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes += [(tag, name, value or "") for name, value in attrs]

    def handle_data(self, data: str) -> None:
        self.words += data


@pytest.fixture
def shown(tmp_path: Path) -> tuple[str, str]:
    """A brief in which every text is hostile, as a page and as Markdown."""
    text = f"Norway declined the call because of {HOSTILE}, said {HOSTILE}."
    of = article(text, key="bad", outlet=HOSTILE, published="2024-03-06")
    voice = state("NOR", person=HOSTILE)
    said = statement(of, "said", HOSTILE, source=voice)
    start = text.index(HOSTILE)
    why = Reason(kind=ReasonKind.OTHER, by=voice, text=HOSTILE, start=start, end=start + len(HOSTILE))
    known: dict[str, Any] = {"reasons": (why,), "according_to": (said.id,), "forum": HOSTILE}
    refused = contact(of, Status.DECLINED, "declined", by=NOR, initiator=SWE, target=NOR, **known)
    object.__setattr__(of, "title", HOSTILE)
    object.__setattr__(of, "url", "javascript:alert(document.domain)//https://x.example")
    with store_of(tmp_path / "bad.db", reading(of, said, refused)) as store:
        brief = brief_of(store)
        return as_html(brief), as_markdown(brief)


def test_the_page_holds_no_element_or_attribute_that_an_article_brought(shown: tuple[str, str]) -> None:
    page = Page(shown[0])
    assert page.tags == {
        "html", "head", "meta", "title", "style", "body", "a", "header", "p", "h1", "h2", "nav", "ol", "ul", "li",
        "main", "section", "figure", "figcaption", "div", "svg", "line", "text", "g", "rect", "path", "table",
        "caption",
        "thead", "tbody", "tr", "th", "td", "sup", "bdi", "q", "span",
    }  # fmt: skip
    names = {name for _, name, _ in page.attributes}
    assert not [name for name in names if name.startswith("on") or name in ("style", "src", "srcdoc", "action")]
    assert {value[0] for _, name, value in page.attributes if name == "href"} == {"#"}


def test_the_page_shows_the_words_and_spells_out_what_turns_them(shown: tuple[str, str]) -> None:
    words = Page(shown[0]).words
    assert "<script>alert(1)</script>" in words
    assert "{{ 7*7 }}" in words
    assert "\\u202ekcab\\u2069" in words
    assert not re.search("[\x00-\x08\x0b-\x1f\u202a-\u202e\u2066-\u2069]", shown[0])


def test_the_page_allows_its_own_style_and_nothing_else(shown: tuple[str, str]) -> None:
    page = shown[0]
    (style,) = re.findall(r"<style>(.*?)</style>", page, re.DOTALL)
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    (policy,) = re.findall(r'Content-Security-Policy" content="([^"]*)"', page)
    assert policy.replace("&#39;", "'") == (
        f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    )


def test_markdown_takes_nothing_of_an_article_for_markup(shown: tuple[str, str]) -> None:
    text = shown[1]
    assert "<" not in re.sub(r"\[the article\]\(<https?://[^>]*>\)", "", text)
    assert not re.search("[\x00-\x08\x0b-\x1f\u202a-\u202e\u2066-\u2069]", text.replace("\n", ""))
    bare = re.sub(r"\\.|&\w+;", "", text)
    assert not re.search(r"javascript:[^ ]*\)|\]\(|!\[|://|www\.|@|`|~|\*|\$", bare)
    rows = [line for line in bare.splitlines() if line.startswith("|")]
    assert {row.count("|") for row in rows} == {6}


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("- a", r"\- a"),
        ("1. first", "&#49;. first"),
        ("# head\nnext", r"\# head next"),
        ("=HYPERLINK(x)", r"\=HYPERLINK\(x\)"),
        ("www.evil.example", r"www\.evil.example"),
        ("HTTPS://evil.example", r"HTTPS\://evil.example"),
        ("3 calls", "3 calls"),
        ("a\tb\x07", "a b\\\\x07"),
    ],
)
def test_a_text_in_markdown_is_that_text(words: str, shown: str) -> None:
    assert escaped(words) == shown


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("https://example.org/a?b=1#c", "https://example.org/a?b=1#c"),
        ("http://example.org/a)b>c\"d", "http://example.org/a%29b%3Ec%22d"),
        ("HTTPS://example.org/ü", "HTTPS://example.org/%C3%BC"),
        ("javascript:alert(1)", None),
        ("javascript://example.org/%0aalert(1)", None),
        ("data:text/html,x", None),
        ("java\nscript:alert(1)", None),
        ("https://example.org/a b", None),
        ("//example.org", None),
        ("file:///etc/passwd", None),
        ("https://[bad", None),
        ("", None),
        (None, None),
    ],
)  # fmt: skip
def test_only_addresses_of_pages_become_links(url: str | None, shown: str | None) -> None:
    assert address(Quote(record="co-1", article="ar-1", start=0, end=1, words="a", url=url)) == shown


def test_a_text_of_five_megabytes_on_one_line_is_quoted_shortly(tmp_path: Path) -> None:
    text = "Norway declined the call " + "x" * 5_000_000
    of = article(text, key="long", published="2024-03-06")
    refused = contact(of, Status.DECLINED, "declined", by=NOR, initiator=SWE, target=NOR)
    with store_of(tmp_path / "long.db", reading(of, refused)) as store:
        brief = brief_of(store)
    assert len(as_html(brief)) + len(as_markdown(brief)) < 150_000
    assert "xxx …”" in as_markdown(brief)
