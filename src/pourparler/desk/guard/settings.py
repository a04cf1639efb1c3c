"""How the desk is served, and the limits that follow from it."""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass, field

from pourparler.errors import UsageError


def is_loopback(host: str) -> bool:
    """Whether only this machine reaches a host.

    >>> [is_loopback(host) for host in ("localhost", "127.0.0.1", "::1", "0.0.0.0", "desk.example")]
    [True, True, True, False, False]
    """
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host.lower() == "localhost"


def is_everywhere(host: str) -> bool:
    """Whether a host stands for all addresses of this machine."""
    try:
        return ipaddress.ip_address(host).is_unspecified
    except ValueError:
        return host == ""


@dataclass(frozen=True, slots=True)
class Rate:
    """So many requests a second in the long run, so many at once."""

    each_second: float
    at_once: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """How much may be asked: from one address, with one token, and in vain."""

    address: Rate = Rate(20, 200)
    token: Rate = Rate(20, 200)
    failures: Rate = Rate(1 / 30, 5)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """The most that a request may hold, in bytes, and the seconds in which its body must have come."""

    target: int = 8_000
    headers: int = 16_000
    header_lines: int = 100
    body: int = 1_000_000
    seconds: float = 30.0


#: On this machine one reader has it to himself, or a test of many readers.
_GENEROUS = Pace(address=Rate(500, 2000), token=Rate(500, 2000))


@dataclass(frozen=True, slots=True, kw_only=True)
class GuardSettings:
    """How the desk is served: the address it listens on, and the names under which readers reach it.

    Without tokens it is open to whoever uses this machine, and reviews are made in the name of ``reviewer``.
    """

    host: str = "127.0.0.1"
    port: int = 8765
    host_names: tuple[str, ...] = ()
    reviewer: str = "desk"
    tokens: bool = False
    bounds: Bounds = field(default_factory=Bounds)
    pace: Pace | None = None

    def __post_init__(self) -> None:
        for name in self.host_names:
            if not name or set(name) & set("/@?#* \t") or name != name.strip():
                raise UsageError(f"{name!r} is no host name; write it as desk.example or desk.example:443")
        if is_everywhere(self.host) and not self.host_names:
            raise UsageError(
                f"listening on {self.host or 'all addresses'} the desk cannot know its own name, and another site could"
                " take it; say under which name readers reach it, as --host-name desk.example"
            )

    @property
    def open(self) -> bool:
        """Whether no token is demanded: nobody but this machine is meant to reach it."""
        return is_loopback(self.host) and not self.host_names and not self.tokens

    @property
    def allowed(self) -> Pace:
        """How much may be asked."""
        return self.pace or (_GENEROUS if is_loopback(self.host) and not self.host_names else Pace())

    @property
    def hosts(self) -> frozenset[str]:
        """What the header Host may say, in small letters."""
        known = {f"{name}:{self.port}" for name in ("localhost", "127.0.0.1", "[::1]")}
        if not is_loopback(self.host) and not is_everywhere(self.host):
            known.add(f"[{self.host}]:{self.port}" if ":" in self.host else f"{self.host}:{self.port}")
        for name in self.host_names:  # behind a proxy the port is the proxy's, which browsers leave out
            known |= {name} if _has_port(name) else {name, f"{name}:{self.port}"}
        if self.port in (80, 443):
            known |= {name.removesuffix(f":{self.port}") for name in known}
        return frozenset(name.lower() for name in known)


def _has_port(name: str) -> bool:
    return name.rpartition(":")[2].isdigit() and (name.startswith("[") or name.count(":") == 1)
