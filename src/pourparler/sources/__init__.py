"""Text in: files, folders, addresses and standard input, in any of the formats of `documents`, to cleaned articles.

The names below are imported when first asked for: who only reads articles made elsewhere need not load the cleaning.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pourparler.sources.articles import article_from_text
    from pourparler.sources.datelines import body_start
    from pourparler.sources.dates import check_published
    from pourparler.sources.inputs import capture_sources, measure, read_sources
    from pourparler.sources.intake import Captured, Intake, Meter
    from pourparler.sources.webpages import article_from_html

_HOMES = {
    "Captured": "intake",
    "Intake": "intake",
    "Meter": "intake",
    "article_from_html": "webpages",
    "article_from_text": "articles",
    "body_start": "datelines",
    "capture_sources": "inputs",
    "check_published": "dates",
    "measure": "inputs",
    "read_sources": "inputs",
}
__all__ = [
    "Captured",
    "Intake",
    "Meter",
    "article_from_html",
    "article_from_text",
    "body_start",
    "capture_sources",
    "check_published",
    "measure",
    "read_sources",
]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
