"""What changes something: who may send it, and that it is sent from the desk's own pages."""

from __future__ import annotations

from hmac import compare_digest

from starlette.datastructures import Headers
from starlette.formparsers import MultiPartException
from starlette.requests import ClientDisconnect, Request
from starlette.types import Message, Receive, Scope, Send

from pourparler.desk.guard.arrivals import check_origin
from pourparler.desk.guard.chain import SAFE, Link, Refused
from pourparler.desk.guard.visitors import Visitor

#: The field of every form, and the header that scripts send in its place.
FIELD, HEADER = "csrf", "x-csrf"
_OUT_OF_DATE = "This form is out of date: go back, load the page anew and send it again. Nothing was changed."
#: What a reader may send too.
_FOR_ALL = ("/sign-in", "/sign-out")


class Forms(Link):
    """Lets only reviewers change something, and of browsers only those that show what the desk's own forms carry."""

    async def pass_on(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["method"] not in SAFE:
            visitor: Visitor = scope["state"]["visitor"]
            if scope["path"] not in _FOR_ALL and visitor.read_only:
                raise Refused(403, "The store cannot be written where it is served: it is shown, and takes no reviews.")
            if scope["path"] not in _FOR_ALL and not visitor.may_review:
                raise Refused(403, "This is for reviewers; whoever serves the desk can give you a reviewer's token.")
            if not visitor.program and not _is_local_program(scope, visitor):
                check_origin(scope)
                receive = await _check_form(scope, receive, visitor)
        await self.app(scope, receive, send)


def _is_local_program(scope: Scope, visitor: Visitor) -> bool:
    """Whether a program on this machine sends JSON to an open desk.

    Every browser tells the origin of what it posts, and no page may send JSON to another site without being let.
    """
    headers = Headers(scope=scope)
    telling = {"origin", "cookie", "sec-fetch-site", "sec-fetch-mode"} & set(headers.keys())
    plain = headers.get("content-type", "").partition(";")[0].strip().lower() == "application/json"
    return plain and not telling and not visitor.signed_in and visitor.may_review


async def _check_form(scope: Scope, receive: Receive, visitor: Visitor) -> Receive:
    """Raises Refused where a form does not carry what it must; what was read of it is handed on to be read again."""
    told = Headers(scope=scope).get(HEADER)
    if told is None:
        body = await _whole(receive)
        told = await _field(scope, body)
        receive = _again(body, receive)
    if not scope["state"]["cookie"] or not compare_digest(told.encode("utf-8", "replace"), visitor.csrf.encode()):
        raise Refused(403, _OUT_OF_DATE)
    return receive


async def _whole(receive: Receive) -> bytes:
    body = bytearray()
    while True:
        message = await receive()
        if message["type"] == "http.disconnect":
            raise ClientDisconnect
        body += message.get("body", b"")
        if not message.get("more_body", False):
            return bytes(body)


async def _field(scope: Scope, body: bytes) -> str:
    try:
        async with Request(scope, _again(body)).form(max_files=10, max_fields=200) as form:
            told = form.get(FIELD, "")
    except MultiPartException as error:
        raise Refused(400, "The form cannot be understood.") from error
    return told if isinstance(told, str) else ""


def _again(body: bytes, receive: Receive | None = None) -> Receive:
    """Gives the body once more; behind it comes whatever comes."""
    left: list[Message] = [{"type": "http.request", "body": body, "more_body": False}]

    async def receive_again() -> Message:
        if left:
            return left.pop()
        return await receive() if receive else {"type": "http.disconnect"}

    return receive_again
