"""Where the dates of a text enter its Doc."""

from __future__ import annotations

from spacy.tokens import Doc

from pourparler.reading.annotations import note
from pourparler.reading.dating import any_rule
from pourparler.reading.timing.dates import Dates


class DateAnnotator:
    """Doc -> ``doc._.dates``.

    Published 2024-03-04, "nobody picked up on Sunday" -> 2024-03-03.
    """

    requires = ("article", "syntax")
    assigns = ("dates",)

    def __init__(self) -> None:
        any_rule()  # made while the model's files load, not at the first article

    def __call__(self, doc: Doc) -> Doc:
        return note(doc, dates=Dates(doc._.syntax, doc._.article.published))
