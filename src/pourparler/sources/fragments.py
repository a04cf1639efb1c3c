"""HTML that is an article and nothing else, as feeds and content systems hold it: its words, block by block."""

from __future__ import annotations

import re

from pourparler.errors import NotAnArticle
from pourparler.records import Article
from pourparler.sources.articles import Origin, clean
from pourparler.sources.dates import check_published

_FOREIGN = ("script", "style", "figure", "figcaption", "nav", "aside", "iframe", "form", "button", "svg", "noscript")
_BLOCKS = {
    "address", "article", "blockquote", "br", "dd", "div", "dl", "dt", "footer", "h1", "h2", "h3", "h4", "h5", "h6",
    "header", "hr", "li", "main", "ol", "p", "pre", "section", "table", "td", "th", "tr", "ul",
}  # fmt: skip
_MARKUP = re.compile(r"<(?:p|br|div|h[1-6]|ul|blockquote|article|section|span|a|b|i|em|strong)\b[^<>]*>", re.IGNORECASE)
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_SPACE = re.compile(r"\s+")


def is_fragment(text: str) -> bool:
    """Whether a text is marked up.

    >>> is_fragment("<p>Talks <b>resumed</b>.</p>"), is_fragment("if a < b and c > d")
    (True, False)
    """
    return _MARKUP.search(text) is not None


def article_from_fragment(
    content: str,
    *,
    key: str,
    source: str | None = None,
    title: str | None = None,
    outlet: str | None = None,
    url: str | None = None,
    published: str | None = None,
    byline: str | None = None,
) -> Article:
    """The cleaned article of a feed's content. Raises what `article_from_text` raises."""
    text, captions = words_of(content)
    told = check_published(published) if published else None
    return clean(
        text,
        Origin(
            key=key, source=source, title=title and words_of(title)[0], outlet=outlet, url=url, published=told,
            byline=byline, captions=captions,
        ),
    )  # fmt: skip


def words_of(content: str) -> tuple[str, tuple[str, ...]]:
    """The paragraphs of the content, a blank line apart, and its captions.

    Raises NotAnArticle where it cannot be read as HTML.

    >>> words_of("<p>Talks <b>resumed</b>.<br>Nobody came.</p><figure><figcaption>A hall</figcaption></figure>")
    ('Talks resumed.\\n\\nNobody came.', ('A hall',))
    """
    from lxml import etree, html  # slow to load, needed for feeds and marked-up tables only

    try:
        tree = html.fragment_fromstring(_CONTROLS.sub("", content), create_parent="div")
    except (etree.LxmlError, ValueError) as error:
        raise NotAnArticle(f"its content cannot be read as HTML: {error}") from error
    captions = tuple(_line("".join(node.itertext())) for node in tree.iter("figcaption"))
    etree.strip_elements(tree, etree.Comment, etree.PI, *_FOREIGN, with_tail=False)
    pieces: list[str] = []
    for event, node in etree.iterwalk(tree, events=("start", "end")):
        pieces.append("\n" if node.tag in _BLOCKS else "")
        told = node.text if event == "start" else node.tail
        pieces.append(_SPACE.sub(" ", told or ""))
    lines = map(_line, "".join(pieces).split("\n"))
    return "\n\n".join(filter(None, lines)), tuple(filter(None, captions))


def _line(words: str) -> str:
    return " ".join(words.split())
