"""A brief as one HTML file: its own style, no script, nothing fetched; words of articles are escaped by Jinja."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from importlib.resources import files

from jinja2 import Environment, FunctionLoader, StrictUndefined, Template

from pourparler.brief.footnotes import about, address, quoted, source, told
from pourparler.brief.naming import day_words
from pourparler.brief.numbering import Numbering
from pourparler.brief.parts import Brief, Quote
from pourparler.records.printable import printable


def as_html(brief: Brief) -> str:
    """The whole page."""
    style = _text("brief.css")
    return _template().render(
        brief=brief, numbering=Numbering(brief), about=about(), style=_Style(style), digest=_digest(style)
    )


class _Style(str):
    """The page's own style, written by us: the one text that is not escaped, so that its digest holds."""

    def __html__(self) -> str:
        return str(self)


def _is_quote(note: object) -> bool:
    return isinstance(note, Quote)


@cache
def _template() -> Template:
    page = Environment(
        loader=FunctionLoader(_text), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True,
        finalize=lambda shown: printable(shown) if isinstance(shown, str) and not hasattr(shown, "__html__") else shown,
    )  # fmt: skip
    page.tests["quote"] = _is_quote
    page.filters |= {"day": day_words, "address": address, "quoted": quoted, "source": source, "told": told}
    return page.get_template("brief.html.jinja")


def _text(name: str) -> str:
    return files("pourparler.brief").joinpath("templates", name).read_text("utf-8")


def _digest(style: str) -> str:
    """What the policy of the page names its one style by."""
    return base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
