"""What every answer says to the browser, errors too."""

from __future__ import annotations

from starlette.datastructures import MutableHeaders
from starlette.types import Message, Receive, Scope, Send

from pourparler.desk.guard.chain import Link

#: Nothing but the desk's own styles and pictures: no script at all, nothing of another site, no frame around it.
POLICY = "; ".join(
    (
        "default-src 'none'", "style-src 'self'", "img-src 'self'", "form-action 'self'", "frame-ancestors 'none'",
        "base-uri 'none'",
    )
)  # fmt: skip
_NOT_USED = ("camera", "display-capture", "geolocation", "microphone", "payment", "usb", "serial", "hid", "midi")
FIXED = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    # Not no-referrer: that makes browsers send "Origin: null" with the desk's own forms. Other sites learn as little.
    "referrer-policy": "same-origin",
    "x-frame-options": "DENY",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": ", ".join(f"{one}=()" for one in _NOT_USED),
    "x-permitted-cross-domain-policies": "none",
    "x-robots-tag": "noindex, nofollow",
}
#: A year, on this host alone.
HTTPS_ONLY = "max-age=31536000"


class Headers(Link):
    """Sets the headers on every answer; no page can loosen them. How long an answer is kept, a page may say."""

    async def pass_on(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.update(FIXED)
                if scope["scheme"] == "https":
                    headers["strict-transport-security"] = HTTPS_ONLY
                if "cache-control" not in headers:
                    headers["cache-control"] = "private, no-cache" if "etag" in headers else "no-store"
            await send(message)

        await self.app(scope, receive, send_with_headers)
