"""A problem told to a program, as RFC 9457 has it."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from http import HTTPStatus
from typing import Any

from starlette.responses import Response

from pourparler.exports.printable import one_line, safe_json

MEDIA_TYPE = "application/problem+json"
#: Letters of a sentence that is told, and of where something is wrong.
_LONGEST, _PLACE = 400, 80


def problem(
    status: int, detail: str, *, wrong: Sequence[Mapping[str, str]] = (), headers: Mapping[str, str] | None = None
) -> Response:
    """The answer for a problem; ``wrong`` names what in the address or the body makes no sense, and why."""
    told: dict[str, Any] = {
        "type": "about:blank", "title": phrase(status), "status": status, "detail": one_line(detail)[:_LONGEST],
    }  # fmt: skip
    if wrong:
        told["errors"] = list(wrong)
    body = safe_json(json.dumps(told, ensure_ascii=False))
    return Response(body, status, dict(headers or {}), MEDIA_TYPE)


def wrong_of(error: Mapping[str, Any]) -> dict[str, str]:
    """Where and why, of an error of pydantic, without what was sent."""
    place = ".".join(str(step) for step in error["loc"] if step not in ("query", "body", "path"))
    why = str(error["msg"]).removeprefix("Value error, ")
    return {"at": one_line(place)[:_PLACE], "why": one_line(why)[:_LONGEST]}


def phrase(status: int) -> str:
    """What a status is called."""
    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return "Error"
