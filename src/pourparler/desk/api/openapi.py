"""The description of the API (OpenAPI 3.1), made of its routes and of the published contract of records."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any

from fastapi import APIRouter, Request
from fastapi.openapi.utils import get_openapi
from fastapi.responses import Response

from pourparler.desk.api import health, lists, looking, reckoning, reviews
from pourparler.desk.api.answers import told_alone
from pourparler.desk.api.problems import NotThere, ProblemRoute
from pourparler.desk.api.shapes import components
from pourparler.desk.unchanged import told_once
from pourparler.records.kinds import CONTRACT

PREFIX = "/api/v1"
_ADDRESS = "/openapi.json"
#: The routers of the API, in the order in which they are described.
PARTS = (lists.router, looking.router, reckoning.router, reviews.router, health.router)

_ABOUT = """\
What `pourparler` prints of a store, over HTTP: the same queries under the same names, the same JSON.

- **Lists** are pages: `{"items": [...], "next": "/api/v1/..."}`. `next` is the address of the next page, null on the
  last, and stands in the header `Link` too. With `Accept: application/x-ndjson` or `format=jsonl` each item is a line.
- **Unchanged** answers are not sent again: show an `ETag` as `If-None-Match`, and get 304.
- **Errors** are problems (RFC 9457): `type`, `title`, `status`, `detail`.
- **Tokens**: a desk that is served beyond its own machine demands one, as `Authorization: Bearer ppr_...`.
- Quoted words, titles and addresses are an article's, and anybody may have written it: show them as text.
"""
_TAGS = (
    ("records", "Contacts, events, statements, incidents, disputes, measures, tenures, and what hangs together."),
    ("articles", "The articles that they were read from."),
    ("pairs", "How two sides stand."),
    ("offices", "Who held which office, and who answers to whom."),
    ("reviews", "What people said of records."),
    ("desk", "The desk itself."),
)
#: What the filters of a list mean, and an example of each. `kind` is told by the address.
_FILTERS: dict[str, tuple[str, Any]] = {
    "between": (
        "Two sides: codes or names of states, organisations or armed groups; said twice. For one say involving.",
        ["USA"],
    ),
    "involving": ("A side that takes part; may be repeated.", ["RUS"]),
    "by": ("The side that took the step, acted or spoke.", "CHN"),
    "person": ("A person who is named as a party.", "Ole Berg"),
    "type": ("Status of a contact, stance, PLOVER type, kind of measure, action; may be repeated.", ["declined"]),
    "status": ("The same as type, as contacts call it.", ["declined"]),
    "stance": ("The same as type, as statements call it.", ["denies"]),
    "channel": ("phone, hotline, meeting ...; may be repeated.", ["hotline"]),
    "level": ("minister, commander ...; may be repeated.", ["minister"]),
    "reason": ("protocol, sanctions ...; may be repeated.", ["protocol"]),
    "forum": ("The forum or standing line, by its name.", "Shangri-La Dialogue"),
    "according_to": ("Told by this side.", "USA"),
    "outlet": ("Told by this outlet.", "The Fjord"),
    "words": ("Words of the article; phrases in quotation marks.", '"flag meeting"'),
    "since": ("First day.", "2021-01-01"),
    "until": ("Last day.", "2021-12-31"),
    "rejected": ("What people have rejected, and nothing else.", False),
    "reviewed": ("Only what people have reviewed, or only what nobody has.", True),
    "once": ("Of each deed only one row, however many articles tell it.", True),
    "order": ("Newest or oldest first.", "newest"),
    "after": ("Go on behind this place, as next tells it.", "2024-03-06.17"),
    "before": ("Go back from this place.", "2024-03-06.17"),
    "limit": ("At most so many items.", 50),
}
_PATHS_OF_LISTS = frozenset(f"{PREFIX}{route.path}" for route in lists.router.routes if hasattr(route, "path"))

router = APIRouter(prefix=PREFIX, route_class=ProblemRoute)
for part in PARTS:
    router.include_router(part)


@router.api_route("/{address:path}/", methods=["GET", "POST"], include_in_schema=False)
def tell_slash(address: str) -> Response:
    """Addresses have no slash at their end; where one has, that is said, and nobody is led elsewhere."""
    raise NotThere(f"there is no such address; leave out the slash at its end: {PREFIX}/{address.rstrip('/')}")


@router.get(_ADDRESS, include_in_schema=False)
def tell_description(request: Request) -> Response:
    """The description as JSON."""
    return told_once(request, told_alone(json.dumps(description(), ensure_ascii=False)))


@lru_cache(1)
def description() -> dict[str, Any]:
    """The whole description."""
    told = get_openapi(
        title="Pourparler",
        version=CONTRACT,
        openapi_version="3.1.0",
        summary="The record of how states and their militaries deal with each other.",
        description=_ABOUT,
        routes=router.routes,
        tags=[{"name": name, "description": words} for name, words in _TAGS],
        license_info={"name": "Apache-2.0", "identifier": "Apache-2.0"},
    )
    told["components"]["schemas"] |= components()
    told["components"]["securitySchemes"] = {
        "token": {"type": "http", "scheme": "bearer", "description": "A token of `pourparler token`."}
    }
    told["security"] = [{}, {"token": []}]
    for path, operations in told["paths"].items():
        if path in _PATHS_OF_LISTS:
            operations["get"]["parameters"] = list(_filters(operations["get"]["parameters"]))
        for operation in operations.values():
            operation["responses"].pop("422", None)  # FastAPI adds it; here that is a 400
    _drop_unused(told["components"]["schemas"], ("HTTPValidationError", "ValidationError"))
    return told


def _filters(parameters: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """The parameters of a list, each told in words."""
    seen = set[str]()
    for parameter in parameters:
        name = parameter["name"]
        if name in _FILTERS:
            words, example = _FILTERS[name]
            yield parameter | {"description": words, "example": example}
        elif name == "format" and "description" in parameter and name not in seen:
            seen.add(name)
            yield parameter


def _drop_unused(schemas: dict[str, Any], names: Iterable[str]) -> None:
    for name in names:
        schemas.pop(name, None)
