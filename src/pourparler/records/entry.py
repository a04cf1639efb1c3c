"""A record with what is known of the article it was read from: what lists show and what the ledger links."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from pourparler.records.kinds import Record, Statement


class Verdict(StrEnum):
    """What the last person who looked at a record made of it."""

    ACCEPTED = "accepted"
    CORRECTED = "corrected"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reviewed:
    """What people have said of a record: the last verdict, whose and when, and by whom it was corrected, in order.

    ``read_anew``: a newer reader has read the record otherwise than the one whose record was looked at.
    """

    verdict: Verdict
    by: str
    at: str
    corrected_by: tuple[str, ...] = ()
    read_anew: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One record of a store and its report; ``told_by`` are the statements it rests on, by their ids.

    ``day`` is the ISO day by which the record is sorted: the last on which the deed can have been, else the
    publication's; None where nothing dates it. ``family`` names the articles that tell this article's text, by the
    smallest id among them; ``published`` is an ISO day; ``number`` is the store's own and changes with a new reading.
    ``deed`` names the records that tell this step too, ``thread`` the steps of its contact, each by the smallest id;
    ``reports`` and ``origins`` count the articles, and the families of articles, that tell the deed. ``record`` is as
    people have corrected it, ``reviewed`` what they said of it.
    """

    number: int
    day: str | None
    record: Record
    article: str
    family: str
    outlet: str | None = None
    title: str | None = None
    url: str | None = None
    published: str | None = None
    told_by: Mapping[str, Statement]
    deed: str
    thread: str
    reports: int = 1
    origins: int = 1
    reviewed: Reviewed | None = None
