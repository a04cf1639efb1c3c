"""Addresses of other sites, as articles bring them: a page links only to what is one."""

from __future__ import annotations

from urllib.parse import urlsplit


def outward(url: str | None) -> str | None:
    """The address where it is one of the web; None of whatever else an article may call its address.

    >>> outward("https://fjord.example/a?b=c"), outward("javascript:alert(1)"), outward("https://bank@evil.example/")
    ('https://fjord.example/a?b=c', None, None)
    """
    if not url or not url.isprintable() or "\\" in url or " " in url:
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme in ("http", "https") and parts.hostname and "@" not in parts.netloc else None
