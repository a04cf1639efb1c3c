"""The few pages of the guard itself, which need nothing that could be missing or broken: no store, no session."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.responses import HTMLResponse


def screen(template: str, answer: int = 200, headers: dict[str, str] | None = None, **view: Any) -> HTMLResponse:
    """The page that a template of this folder makes of what it is given, all of it escaped."""
    return HTMLResponse(_environment().get_template(template).render(view), answer, headers)


@lru_cache(1)
def _environment() -> Environment:
    loader = PackageLoader("pourparler.desk.guard")
    return Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, auto_reload=False)
