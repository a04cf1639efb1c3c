"""A problem told to a program, as RFC 9457 has it."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from http import HTTPStatus
from typing import Any

from starlette.responses import Response

from pourparler.desk.parameter_errors import Wrong
from pourparler.exports.printable import one_line, safe_json

MEDIA_TYPE = "application/problem+json"
#: Letters of a sentence that is told.
_LONGEST = 400
#: What is said where the store raises StoreError; the log has the error's own words, which tell of files.
BUSY = "The store is busy, or did not answer in time; ask for less, or try again in a while."


def problem(
    status: int, detail: str, *, wrong: Sequence[Wrong] = (), headers: Mapping[str, str] | None = None
) -> Response:
    """The answer for a problem; ``wrong`` is what in the address or the body makes no sense."""
    told: dict[str, Any] = {
        "type": "about:blank", "title": phrase(status), "status": status, "detail": one_line(detail)[:_LONGEST],
    }  # fmt: skip
    if wrong:
        told["errors"] = [asdict(one) for one in wrong]
    # No browser takes it for a page, and nothing in it could be an element if one did
    body = safe_json(json.dumps(told, ensure_ascii=False)).replace("<", "\\u003c")
    return Response(body, status, dict(headers or {}), MEDIA_TYPE)


def phrase(status: int) -> str:
    """What a status is called."""
    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return "Error"
