"""Figures as pieces of a sentence, each with the address of the words behind it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from pourparler.desk import links

#: So many records at most stand behind one link; a page of rows shows no more.
_MOST = 150


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Some words; ``href`` leads to what they rest on. ``quote``: they are an article's own."""

    text: str
    href: str | None = None
    quote: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A figure, or things of one name, such as those that are outstanding: each is a sentence of pieces."""

    name: str
    told: tuple[tuple[Piece, ...], ...]


def figure(name: str, *pieces: Piece | str) -> Figure:
    """A figure of pieces; what is plain text leads nowhere."""
    return Figure(name=name, told=(tuple(one if isinstance(one, Piece) else Piece(text=one) for one in pieces),))


def linked(text: str, records: Iterable[str | None]) -> Piece:
    """Words that lead to records, where there are any."""
    ids = [one for one in records if one][:_MOST]
    return Piece(text=text, href=links.to_rows(ids) if ids else None)


def quoted(text: str, record: str) -> Piece:
    """An article's own words, which lead to the record that they are of."""
    return Piece(text=text, href=links.to_rows([record]), quote=True)
