"""What every way in shares: the article with its bytes, how inputs are to be taken, and how far along they are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from pourparler.records import Article, Failure

#: The most bytes that one article may have, in a file, on a line or on the network.
MAX_BYTES = 20_000_000


@dataclass(frozen=True, slots=True)
class Captured:
    """An article and the bytes it was made from: a file's, a page's, one JSON line's; a row's or entry's as JSON."""

    article: Article
    source: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Intake:
    """How inputs are to be taken.

    ``columns`` names the columns of a table where they have names of their own: ``{"text": "Story"}``. ``follow``
    fetches the page that a feed's entry links to where the entry is only a summary; ``allow_private`` fetches from
    addresses inside a private network, too.
    """

    columns: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    follow: bool = False
    allow_private: bool = False


@dataclass(slots=True)
class Meter:
    """How far along the inputs are, in bytes; ``total`` is None where nobody can know: a pipe, the network."""

    total: int | None = None
    done: int = 0
    _began: int = 0

    def begin(self) -> None:
        """The next input is opened."""
        self._began = self.done

    def at(self, position: int) -> None:
        """So many bytes of the input that is open were read."""
        self.done = self._began + position


def failure_of(name: str, error: Exception) -> Failure:
    """The record of an input that could not be read."""
    message = " ".join(str(error.strerror if isinstance(error, OSError) and error.strerror else error).split())
    return Failure(input=name, error=type(error).__name__, message=message)
