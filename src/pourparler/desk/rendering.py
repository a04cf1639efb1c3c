"""Templates: one environment, which escapes everything, and the words and links that every page uses."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from fastapi import Request
from fastapi.responses import HTMLResponse
from jinja2 import Environment, PackageLoader, StrictUndefined

from pourparler.desk import display, links
from pourparler.exports.entries import review_label
from pourparler.exports.printable import one_line, printable
from pourparler.knowledge import Knowledge
from pourparler.records.counted import counted
from pourparler.records.kinds import CONTRACT


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the desk, as the navigation lists it."""

    name: str
    address: str


SECTIONS = (
    Section("Overview", "/"),
    Section("Ledger", "/ledger"),
    Section("Disputes", "/disputes"),
    Section("People", "/people"),
    Section("Outlets", "/outlets"),
    Section("Watches", "/watches"),
)


def page(request: Request, template: str, *, status: int = 200, **view: Any) -> HTMLResponse:
    """The page that a template makes of a view. Every template extends ``base.html``."""
    html = environment().get_template(template).render(request=request, **view)
    return HTMLResponse(html, status_code=status)


@lru_cache(1)
def environment() -> Environment:
    """The templates. Whatever is put into one is text; nothing in them is marked safe."""
    made = Environment(
        loader=PackageLoader("pourparler.desk"), autoescape=True, undefined=StrictUndefined, trim_blocks=True,
        lstrip_blocks=True, auto_reload=False,
    )  # fmt: skip
    made.globals |= {"links": links, "sections": SECTIONS, "contract": CONTRACT}
    made.filters |= {
        "line": one_line, "words": printable, "side": name_side, "number": tell_number,
        "label": tell_label, "row": display.row, "quotes": display.quotes, "date": display.date, "clip": display.clip,
        "sources": display.sources, "tone": display.tone, "outlet": display.outlet, "count": counted,
        "review": review_label,
    }  # fmt: skip
    return made


def warm() -> None:
    """Compiles every template and loads the tables of names, so that no reader waits for it."""
    for name in environment().list_templates():
        environment().get_template(name)
    name_side("USA")


@lru_cache(4096)
def name_side(code: str) -> str:
    """A side's name for people, its code where no table has it.

    >>> name_side("CHN"), name_side("XX REB")
    ('China', 'XX REB')
    """
    state = Knowledge.load().state(code)
    return state.name if state else one_line(code)


def tell_number(number: int) -> str:
    """A whole number with its thousands apart.

    >>> tell_number(1234567)
    '1,234,567'
    """
    return f"{number:,}"


def tell_label(word: str | None) -> str:
    """A value of the contract as words.

    >>> tell_label("head_of_state")
    'head of state'
    """
    return (word or "").replace("_", " ")
