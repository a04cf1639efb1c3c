"""Markdown to plain text: front matter gives metadata, marks of structure go, words stay."""

from __future__ import annotations

import re

from pourparler.records import Article
from pourparler.sources.articles import article_from_text

_FRONT = re.compile(r"\A\ufeff?---\n(?P<fields>.*?)\n(?:---|\.\.\.)\n", re.DOTALL)
_FIELD = re.compile(
    r"^(?P<name>title|date|published|outlet|source|url|link)\s*:\s*[\"']?(?P<value>.+?)[\"']?\s*$",
    re.MULTILINE | re.IGNORECASE,
)
_MEANING = {"date": "published", "source": "outlet", "link": "url"}
_MARKS = (
    (re.compile(r"^```.*$", re.MULTILINE), ""),
    (re.compile(r"!\[[^\]]*\]\([^)]*\)"), ""),
    (re.compile(r"\[([^\]]+)\]\([^)\s]+(?: \"[^\"]*\")?\)"), r"\1"),
    (re.compile(r"^ {0,3}#{1,6} +(.*?)(?: +#+)?$", re.MULTILINE), r"\n\1\n"),
    (re.compile(r"^ {0,3}(?:=+|-{3,}|\*{3,}|_{3,})\s*$", re.MULTILINE), "\n"),
    (re.compile(r"^ {0,3}(?:> ?)+", re.MULTILINE), ""),
    (re.compile(r"^ {0,3}[-*+] +(?=\S)", re.MULTILINE), ""),
    (re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1"), r"\2"),
    (re.compile(r"(?<![\w*])\*(?=\S)([^*\n]+?)(?<=\S)\*(?![\w*])"), r"\1"),
    (re.compile(r"(?<!\w)_(?=\S)([^_\n]+?)(?<=\S)_(?!\w)"), r"\1"),
    (re.compile(r"\\([\\`*_{}\[\]()#+.!>-])"), r"\1"),
)


def article_from_markdown(text: str, *, key: str, source: str | None = None, published: str | None = None) -> Article:
    """The cleaned article of a Markdown text; a date given outright is trusted over the front matter's."""
    known, body = split_front_matter(text.replace("\r\n", "\n"))
    return article_from_text(
        plain(body),
        key=key,
        source=source,
        title=known.get("title"),
        outlet=known.get("outlet"),
        url=known.get("url"),
        published=published or known.get("published"),
    )


def split_front_matter(text: str) -> tuple[dict[str, str], str]:
    """Title, outlet, url and published of the YAML head, and the text below it."""
    front = _FRONT.match(text)
    if front is None:
        return {}, text
    fields = {m["name"].lower(): m["value"] for m in _FIELD.finditer(front["fields"])}
    return {_MEANING.get(name, name): value for name, value in fields.items()}, text[front.end() :]


def plain(text: str) -> str:
    """The words of a Markdown text, one paragraph apart."""
    for pattern, replacement in _MARKS:
        text = pattern.sub(replacement, text)
    return text
