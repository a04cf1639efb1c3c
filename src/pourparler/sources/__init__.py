"""Text in: files, folders, standard input, HTML pages and JSON Lines to cleaned articles.

The names below are imported when first asked for: who only reads articles made elsewhere need not load the cleaning.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pourparler.sources.articles import article_from_text
    from pourparler.sources.datelines import body_start
    from pourparler.sources.dates import check_published
    from pourparler.sources.inputs import Captured, capture_sources, read_sources
    from pourparler.sources.webpages import article_from_html

_HOMES = {
    "Captured": "inputs",
    "article_from_html": "webpages",
    "article_from_text": "articles",
    "body_start": "datelines",
    "capture_sources": "inputs",
    "check_published": "dates",
    "read_sources": "inputs",
}
__all__ = [
    "Captured",
    "article_from_html",
    "article_from_text",
    "body_start",
    "capture_sources",
    "check_published",
    "read_sources",
]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
