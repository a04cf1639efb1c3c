"""What several tests of the reading share: a Doc as the annotators leave it, and the actors of a word in it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from pourparler.pipeline import Reader
from pourparler.reading.actors import Actors
from pourparler.reading.annotations import note
from pourparler.reading.reader import ArticleReader
from pourparler.records import Actor, Article, Date, How, Precision

PUBLISHED = Date(
    text=None, start=None, end=None, earliest="2024-03-06", latest="2024-03-06", precision=Precision.DAY, how=How.STATED
)


@pytest.fixture(scope="session")
def annotated(reader: Reader) -> Callable[..., Doc]:
    """A Doc as the annotators leave it, with all that they looked up."""
    articles = ArticleReader(reader.known)

    def annotated(text: str, dateline: str | None = None) -> Doc:
        article = Article(id="ar-test", key="test", published=PUBLISHED, sha256="", text=text, dateline=dateline)
        doc = reader.language(text)
        articles.read(article, doc)
        return note(doc)

    return annotated


@pytest.fixture(scope="session")
def find(annotated: Callable[..., Doc]) -> Callable[..., tuple[Actor, ...]]:
    """The actors of the last token that bears a word."""

    def find(text: str, word: str, dateline: str | None = None) -> tuple[Actor, ...]:
        doc = annotated(text, dateline)
        actors: Actors = doc._.actors
        return actors.all(max(i for i, token in enumerate(doc) if token.text == word))

    return find
