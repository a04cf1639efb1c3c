"""The API for people: a list of what can be asked, made of its own description."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from pourparler.desk.api.openapi import description
from pourparler.desk.parameters import StrictRoute
from pourparler.desk.rendering import page

router = APIRouter(route_class=StrictRoute)


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """A word of an address, and what it means."""

    name: str
    place: str
    told: str
    needed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Operation:
    """What can be asked under an address. ``example`` is one that works as it stands, where there is one."""

    name: str
    method: str
    path: str
    summary: str
    told: str
    parameters: tuple[Parameter, ...]
    example: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Operations about one matter."""

    name: str
    told: str
    operations: tuple[Operation, ...]


@router.get("/api", response_class=HTMLResponse)
def show_api(request: Request) -> HTMLResponse:
    """Everything that can be asked, by matter."""
    return page(request, "api.html", parts=_parts(), base=str(request.base_url).rstrip("/"))


@lru_cache(1)
def _parts() -> tuple[Part, ...]:
    told = description()
    operations = list(_operations(told["paths"]))
    return tuple(
        Part(
            name=tag["name"], told=tag["description"],
            operations=tuple(operation for tags, operation in operations if tag["name"] in tags),
        )
        for tag in told["tags"]
    )  # fmt: skip


def _operations(paths: dict[str, Any]) -> Iterator[tuple[list[str], Operation]]:
    for path, methods in paths.items():
        for method, told in methods.items():
            parameters = tuple(map(_parameter, told.get("parameters", ())))
            needs = method != "get" or any(parameter.needed for parameter in parameters)
            operation = Operation(
                name=told["operationId"], method=method.upper(), path=path, summary=told["summary"],
                told=told["description"], parameters=parameters, example=None if needs else path,
            )  # fmt: skip
            yield told["tags"], operation


def _parameter(told: dict[str, Any]) -> Parameter:
    return Parameter(
        name=told["name"], place=told["in"], told=told.get("description", ""), needed=told.get("required", False)
    )
