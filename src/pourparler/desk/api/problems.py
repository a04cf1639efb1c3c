"""What becomes of errors that the API raises on purpose: problems that say why. Others the guard tells."""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Iterable, Sequence
from typing import Any

from fastapi import Request
from fastapi.dependencies.models import Dependant
from fastapi.exceptions import RequestValidationError
from fastapi.responses import Response
from fastapi.routing import APIRoute
from pydantic import BaseModel
from starlette.exceptions import HTTPException

from pourparler.desk.expected import Wrong, wrongs_of
from pourparler.desk.problem import problem
from pourparler.desk.told import tell_usage
from pourparler.errors import StoreError, UsageError
from pourparler.exports.printable import one_line

#: Letters of an unknown name that are told.
_NAME = 80


class NotThere(HTTPException):
    """What is addressed is not in the store."""

    def __init__(self, told: str) -> None:
        super().__init__(404, told)


class ProblemRoute(APIRoute):
    """A route whose errors are told as problems."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """The route's handler, with errors told."""
        handler, names = super().get_route_handler(), _names_of(self.dependant)

        async def handle(request: Request) -> Response:
            try:
                if unknown := [one for one in request.query_params if one not in names]:
                    return _tell_wrong([_unknown(one, names) for one in unknown])
                return await handler(request)
            except (HTTPException, RequestValidationError, UsageError, StoreError) as error:
                return _problem_of(request, error)

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


def _problem_of(request: Request, error: Exception) -> Response:
    match error:
        case RequestValidationError():
            return _tell_wrong(wrongs_of(error.errors()))
        case HTTPException():
            return problem(error.status_code, str(error.detail), headers=error.headers)
        case UsageError():
            return problem(400, tell_usage(error, request.app.state.store))
    return problem(
        503, "The store is busy, or did not answer in time; ask for less, or try again.", headers={"retry-after": "5"}
    )


def _tell_wrong(wrong: Sequence[Wrong]) -> Response:
    """Parameters that make no sense: in a sentence, and one by one."""
    return problem(422, "; ".join(f"{one.at}: {one.why}" for one in wrong), wrong=wrong)


def _unknown(name: str, names: Iterable[str]) -> Wrong:
    known = ", ".join(sorted(names))
    told = one_line(name[:_NAME])
    return Wrong(at=told, why=f"no parameter of this name; expected {known}" if known else "no parameter is expected")
