"""Answers of the API: the JSON that the command line prints, as one object or as lines, and where its next page is."""

from __future__ import annotations

import json
from collections.abc import Iterable
from enum import StrEnum
from typing import Annotated

from fastapi import Depends, Query, Request
from fastapi.responses import Response

from pourparler.exports.printable import safe_json

JSON, LINES = "application/json", "application/x-ndjson"
HEADERS = {"vary": "accept"}


class Form(StrEnum):
    """How items are told: in one object, or one a line."""

    JSON = "json"
    JSONL = "jsonl"


def _form(
    request: Request,
    format: Annotated[
        Form | None, Query(description="json: one object; jsonl: one item a line. Else what the header Accept prefers.")
    ] = None,
) -> Form:
    """What is asked for by the address, else by the header Accept."""
    if format:
        return format
    accepted = request.headers.get("accept", "")
    return Form.JSONL if LINES in accepted and JSON not in accepted else Form.JSON


#: How the asker wants items told.
Told = Annotated[Form, Depends(_form)]


def listed(lines: Iterable[str], told: Form, following: str | None = None) -> Response:
    """Items, each a line of JSON, and the address of the next page, in the body and as a header."""
    headers = HEADERS | ({"link": f'<{following}>; rel="next"'} if following else {})
    if told is Form.JSONL:
        return Response("".join(f"{line}\n" for line in lines), headers=headers, media_type=LINES)
    body = f'{{"items": [{", ".join(lines)}], "next": {json.dumps(following)}}}'
    return Response(body, headers=headers, media_type=JSON)


def told_alone(line: str) -> Response:
    """One thing, a line of JSON."""
    return Response(safe_json(line), headers=HEADERS, media_type=JSON)


def next_of(request: Request, after: str) -> str:
    """The address of this list behind a place, as the API is reached by whoever asks."""
    return str(
        request.url.replace(scheme="", netloc="").remove_query_params("before").include_query_params(after=after)
    )
