"""What becomes of errors that the API raises on purpose: problems that say why. Others the guard tells."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import Any

from fastapi import Request
from fastapi.dependencies.models import Dependant
from fastapi.exceptions import RequestValidationError
from fastapi.responses import Response
from fastapi.routing import APIRoute
from pydantic import BaseModel
from starlette.exceptions import HTTPException

from pourparler.desk.problem import problem, wrong_of
from pourparler.errors import StoreError, UsageError


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
                if unknown := sorted(set(request.query_params) - names):
                    raise HTTPException(422, f"no parameter {', '.join(unknown)}; expected {', '.join(sorted(names))}")
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
            wrong = [wrong_of(each) for each in error.errors()]
            return problem(422, "Something that was asked for makes no sense; errors tells what.", wrong=wrong)
        case HTTPException():
            return problem(error.status_code, str(error.detail), headers=error.headers)
        case UsageError():
            return problem(400, _harmless(request, str(error)))
    return problem(
        503, "The store is busy, or did not answer in time; ask for less, or try again.", headers={"retry-after": "5"}
    )


def _harmless(request: Request, told: str) -> str:
    """What was wrong, as it is told on the command line, unless it names a file."""
    path = request.app.state.pool.path
    return "This cannot be asked for so." if str(path) in told or path.name in told else told
