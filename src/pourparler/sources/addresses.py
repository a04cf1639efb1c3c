"""Which addresses are fetched: http and https, public hosts, and nothing inside a private network unless asked for."""

from __future__ import annotations

import ipaddress
import re
import socket
from dataclasses import dataclass
from urllib.parse import parse_qsl, quote, urlencode, urlsplit, urlunsplit

from pourparler.errors import NotFetched

_PORTS = {"http": 80, "https": 443}
_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]+://")
#: The well-known prefix under which IPv6-only networks reach IPv4 hosts; the last four bytes are the host's.
_NAT64 = ipaddress.ip_network("64:ff9b::/96")
_TRACKING = re.compile(r"utm_\w+|fbclid|gclid|at_(?:medium|campaign)|ftag|ns_campaign")

Sockaddr = tuple[str, int] | tuple[str, int, int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """An address taken apart; ``target`` is path and query as they are asked for."""

    scheme: str
    host: str
    port: int
    target: str


def is_address(name: str) -> bool:
    """Whether an input is an address and no file: it begins with a scheme."""
    return _SCHEME.match(name) is not None


def parse_address(url: str) -> Address:
    """The parts of an address that may be fetched.

    Raises NotFetched: it is neither http nor https, carries a user's name or password, or is no address.
    """
    try:
        parts = urlsplit(url.strip())
        port = parts.port
        host = (parts.hostname or "").encode("idna").decode("ascii")
    except (ValueError, UnicodeError) as error:
        raise NotFetched(f"is no address that can be fetched ({error}); check it") from error
    if parts.scheme not in _PORTS:
        raise NotFetched(f"only http and https are fetched, not {parts.scheme or 'this'}; save it and name the file")
    if parts.username is not None or parts.password is not None:
        raise NotFetched("holds a user name or password, which would be kept with the article; save it, name the file")
    if not host:
        raise NotFetched("names no host; check the address")
    path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._")
    query = f"?{quote(parts.query, safe='/%:@!$&()*+,;=~-._?')}" if parts.query else ""
    return Address(scheme=parts.scheme, host=host, port=port or _PORTS[parts.scheme], target=path + query)


def plain_address(url: str) -> str:
    """The address without fragment and without the marks by which a reader's way is tracked.

    >>> plain_address("https://example.org/a?id=7&utm_source=rss#top")
    'https://example.org/a?id=7'
    """
    parts = urlsplit(url)
    pairs = parse_qsl(parts.query, keep_blank_values=True)
    kept = [pair for pair in pairs if not _TRACKING.fullmatch(pair[0].lower())]
    query = urlencode(kept) if len(kept) < len(pairs) else parts.query
    return urlunsplit((parts.scheme, parts.netloc, parts.path, query, ""))


def is_public(address: str) -> bool:
    """Whether a numeric address is of a host that anyone can reach.

    Private, loopback, link-local, multicast, shared and reserved addresses are not, nor is an IPv6 address that stands
    for an IPv4 one which is not.

    >>> [is_public(a) for a in ("93.184.215.14", "127.0.0.1", "169.254.169.254", "::ffff:10.0.0.1", "64:ff9b::a00:1")]
    [True, False, False, False, False]
    """
    ip = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(ip, ipaddress.IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour
        if inner is None and ip in _NAT64:
            inner = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(str(inner))
        if ip.is_site_local:
            return False
    return ip.is_global and not ip.is_multicast and not ip.is_reserved


def resolve(address: Address, *, allow_private: bool) -> list[tuple[socket.AddressFamily, Sockaddr]]:
    """The numeric addresses of the host that may be connected to, in the order to try them.

    What is connected to is what was checked here, so a name that resolves differently a moment later changes nothing.
    Raises NotFetched: the host has no address, or only such as are not public.
    """
    try:
        found = socket.getaddrinfo(address.host, address.port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise NotFetched(f"no host named {address.host} was found; check the address and the connection") from error
    known: list[tuple[socket.AddressFamily, Sockaddr]] = [
        (family, place)  # type: ignore[misc]  # Internet families only, whose places are these two
        for family, _, _, _, place in found
        if family in (socket.AF_INET, socket.AF_INET6)
    ]
    allowed = [one for one in known if allow_private or is_public(str(one[1][0]))]
    if not allowed:
        where = ", ".join(dict.fromkeys(str(place[0]) for _, place in known)) or "no address"
        at = "is" if where == address.host else f"is at {where},"
        raise NotFetched(
            f"{address.host} {at} inside a private or reserved network; if you trust it, say --allow-private"
        )
    return allowed
