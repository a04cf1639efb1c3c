"""What becomes of errors that the API raises on purpose: problems that say why. Others the guard tells."""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Sequence
from typing import Any

from fastapi import Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import Response
from starlette.exceptions import HTTPException

from pourparler.desk.parameter_errors import Wrong, wrongs_of
from pourparler.desk.parameters import NotTaken, StrictRoute
from pourparler.desk.problem import BUSY, problem
from pourparler.desk.usage_errors import tell_usage
from pourparler.errors import StoreError, UsageError


class NotThere(HTTPException):
    """What is addressed is not in the store."""

    def __init__(self, told: str) -> None:
        super().__init__(404, told)


class ProblemRoute(StrictRoute):
    """A route whose errors are told as problems."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """The route's handler, with errors told."""
        handler = super().get_route_handler()

        async def handle(request: Request) -> Response:
            try:
                return await handler(request)
            except (HTTPException, RequestValidationError, UsageError, StoreError) as error:
                return _problem_of(request, error)

        return handle


def _problem_of(request: Request, error: Exception) -> Response:
    match error:
        case NotTaken():
            return _tell_wrong(error.wrong)
        case RequestValidationError():
            return _tell_wrong(wrongs_of(error.errors()))
        case HTTPException():
            return problem(error.status_code, str(error.detail), headers=error.headers)
        case UsageError():
            return problem(400, tell_usage(error, request.app.state.store))
    return problem(503, BUSY, headers={"retry-after": "5"})


def _tell_wrong(wrong: Sequence[Wrong]) -> Response:
    """Parameters that make no sense: in a sentence, and one by one."""
    return problem(400, "; ".join(f"{one.at}: {one.why}" for one in wrong), wrong=wrong)
