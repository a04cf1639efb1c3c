"""Parameters of addresses: only those that an address takes; any other is refused, not passed over."""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Iterable
from typing import Any

from fastapi import Request
from fastapi.dependencies.models import Dependant
from fastapi.responses import Response
from fastapi.routing import APIRoute
from pydantic import BaseModel
from starlette.exceptions import HTTPException

from pourparler.desk.parameter_errors import Wrong
from pourparler.exports.printable import one_line

#: Letters of an unknown name that are told.
_NAME = 80


class NotTaken(HTTPException):
    """Parameters that the address does not take; ``wrong`` tells each with those that it takes."""

    def __init__(self, wrong: list[Wrong]) -> None:
        super().__init__(400, "; ".join(f"{one.at}: {one.why}" for one in wrong))
        self.wrong = wrong


class StrictRoute(APIRoute):
    """A route that takes the parameters it names and no others: a misspelt filter would let everything through."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """The route's handler; it raises NotTaken."""
        handler, names = super().get_route_handler(), _names_of(self.dependant)

        async def handle(request: Request) -> Response:
            if unknown := [one for one in request.query_params if one not in names]:
                raise NotTaken([_unknown(one, names) for one in unknown])
            return await handler(request)

        return handle


def _names_of(dependant: Dependant) -> set[str]:
    """The parameters that a route's address takes; those of a model are its fields."""
    names = {name for inner in dependant.dependencies for name in _names_of(inner)}
    for param in dependant.query_params:
        model = param.field_info.annotation
        if isinstance(model, type) and issubclass(model, BaseModel):
            names |= set(model.model_fields)
        else:
            names.add(param.alias)
    return names


def _unknown(name: str, names: Iterable[str]) -> Wrong:
    known = ", ".join(sorted(names))
    told = one_line(name[:_NAME])
    return Wrong(at=told, why=f"no parameter of this name; expected {known}" if known else "no parameter is expected")
