"""What becomes of errors: a page, or JSON for programs, with a sentence that tells nothing of the inside."""

from __future__ import annotations

import secrets
from collections.abc import Mapping, Sequence

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.types import Message, Receive, Scope, Send

from pourparler.desk.guard.chain import Link
from pourparler.desk.guard.logs import note, report
from pourparler.desk.guard.rates import place_of
from pourparler.desk.guard.screens import screen
from pourparler.desk.parameter_errors import Wrong, wrongs_of
from pourparler.desk.parameters import NotTaken
from pourparler.desk.problem import BUSY, phrase, problem
from pourparler.desk.usage_errors import tell_usage
from pourparler.errors import PourparlerError, StoreError, UsageError
from pourparler.exports.printable import one_line

#: What is said where nobody has said more.
_SENTENCES = {
    400: "The request cannot be understood.",
    404: "There is no such page.",
    405: "This address does not take that.",
    500: "Something went wrong here. Nothing was changed.",
    503: BUSY,
}
#: What a page of an error is headed by, where its name says little to a reader.
_HEADINGS = {400: "This cannot be asked for so"}
#: What stands before the list of what is wrong.
_WRONG = "Something in the address or in the form makes no sense:"
#: Letters of a sentence that a page shows.
_LONGEST = 300


class Problems(Link):
    """Tells whatever is raised behind it. An error that nobody expected is logged whole and told by a number."""

    async def pass_on(self, scope: Scope, receive: Receive, send: Send) -> None:
        began = False

        async def send_noting(message: Message) -> None:
            nonlocal began
            began = began or message["type"] == "http.response.start"
            await send(message)

        try:
            await self.app(scope, receive, send_noting)
        except ClientDisconnect:
            return
        except Exception as error:
            if began:  # half an answer is out: the server logs the error and ends the connection
                raise
            await _answer_to(scope, error)(scope, receive, send)


def tell_problems(app: FastAPI) -> None:
    """Has the errors that pages raise on purpose told in the same way."""

    async def tell(request: Request, error: Exception) -> Response:
        return _answer_to(request.scope, error)

    for kind in (HTTPException, RequestValidationError, PourparlerError):
        app.add_exception_handler(kind, tell)


def _answer_to(scope: Scope, error: Exception) -> Response:
    match error:
        case NotTaken():
            return answer(scope, 400, _WRONG, wrong=error.wrong)
        case HTTPException():
            return _tell_refusal(scope, error)
        case RequestValidationError():
            return answer(scope, 400, _WRONG, wrong=wrongs_of(error.errors()))
        case UsageError():
            note("%s %s: %s", scope["method"], scope["path"], error)
            return answer(scope, 400, tell_usage(error, getattr(scope["app"].state, "store", None)))
        case StoreError():
            report("%s %s: %s", scope["method"], scope["path"], error)
            return answer(scope, 503, headers={"retry-after": "5"})
        case PourparlerError():
            report("%s %s: %s", scope["method"], scope["path"], error)
            return answer(scope, 500)
        case _:
            number = secrets.token_hex(4)
            report("%s %s: error %s", scope["method"], scope["path"], number, error=error)
            return answer(scope, 500, f"{_SENTENCES[500]} The log tells more of it under the number {number}.")


def _tell_refusal(scope: Scope, error: HTTPException) -> Response:
    status, told = error.status_code, one_line(str(error.detail))[:_LONGEST]
    if status in (401, 403, 421):
        note("%s %s %s: %s %s", place_of(scope), scope["method"], scope["path"], status, told)
    if status < 400 or status in (204, 304):
        return Response(status_code=status, headers=dict(error.headers or {}))
    return answer(scope, status, None if told == phrase(status) else told, headers=error.headers)


def answer(
    scope: Scope, status: int, told: str | None = None, *, headers: Mapping[str, str] | None = None,
    wrong: Sequence[Wrong] = (),
) -> Response:  # fmt: skip
    """A problem told: as JSON to programs, as a page to people."""
    told = told or _SENTENCES.get(status, f"{phrase(status)}.")
    if _wants_json(scope):
        return problem(status, told, wrong=wrong, headers=headers)
    return screen(
        "problem.html", status, dict(headers or {}), status=status, heading=_HEADINGS.get(status, phrase(status)),
        told=_sentence(told), wrong=wrong,
    )  # fmt: skip


def _sentence(told: str) -> str:
    told = one_line(told)
    return f"{told[:1].upper()}{told[1:]}{'' if told.endswith(('.', ':')) else '.'}"


def _wants_json(scope: Scope) -> bool:
    accepted = Headers(scope=scope).get("accept", "")
    return scope["path"].startswith("/api/") or ("json" in accepted and "text/html" not in accepted)
