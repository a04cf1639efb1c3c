"""The reading of one article: annotators in their order, then the records in theirs."""

from __future__ import annotations

from spacy.tokens import Doc

from pourparler.knowledge import Knowledge
from pourparler.reading.actors import ActorAnnotator
from pourparler.reading.annotations import Annotator, note, register_extensions
from pourparler.reading.attribution import AttributionAnnotator
from pourparler.reading.characterising import CharacterisationAnnotator
from pourparler.reading.contacts import ContactAnnotator
from pourparler.reading.crediting import CreditAnnotator, RelayAnnotator
from pourparler.reading.disputes import DisputeAnnotator
from pourparler.reading.events import EventAnnotator
from pourparler.reading.incidents import IncidentAnnotator
from pourparler.reading.measures import MeasureAnnotator
from pourparler.reading.quotes import QuoteAnnotator
from pourparler.reading.syntax import Syntax
from pourparler.reading.tenures import TenureAnnotator
from pourparler.reading.timing import DateAnnotator
from pourparler.records import Article, Record
from pourparler.records.ids import IdMaker
from pourparler.sources import body_start

_GIVEN = ("article", "read_deeds", "ids", "traces", "syntax")
_PRINTED = ("statements", "contacts", "incidents", "measures", "tenures", "events", "disputes")


class ArticleReader:
    """Doc -> records. Pure: the same Doc, article and knowledge give the same records."""

    def __init__(self, known: Knowledge) -> None:
        register_extensions()
        self.annotators: tuple[Annotator, ...] = (
            QuoteAnnotator(),
            DateAnnotator(),
            ActorAnnotator(known),
            AttributionAnnotator(),
            RelayAnnotator(),
            ContactAnnotator(),
            IncidentAnnotator(),
            CharacterisationAnnotator(),
            MeasureAnnotator(),
            TenureAnnotator(),
            EventAnnotator(),
            CreditAnnotator(),
            DisputeAnnotator(),
        )
        _check_order(self.annotators)

    def read(self, article: Article, doc: Doc, *, deeds: bool = True) -> tuple[Record, ...]:
        """All records of the article, by kind and place. Without ``deeds`` only statements are read."""
        note(
            doc,
            article=article,
            read_deeds=deeds,
            ids=IdMaker(article.id),
            traces={},
            syntax=Syntax(doc, article.text, body_start(article)),
        )
        for annotate in self.annotators:
            doc = annotate(doc)
        return tuple(r for kind in _PRINTED for r in sorted(getattr(doc._, kind), key=lambda r: r.anchor.start))


def _check_order(annotators: tuple[Annotator, ...]) -> None:
    """What an annotator requires must have been assigned before it; a wrong order is a programming error."""
    there = set(_GIVEN)
    for annotator in annotators:
        missing = set(annotator.requires) - there
        if missing:
            raise TypeError(
                f"{type(annotator).__name__} needs {', '.join(sorted(missing))}, which nothing before it assigns"
            )
        there |= set(annotator.assigns)
