"""The reader, loaded once for every test that reads."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import settings

from pourparler.pipeline import Reader, open_reader
from pourparler.reading import ArticleReader
from pourparler.records import Article, Date, Header, How, Precision, Reading

PUBLISHED = Date(
    text=None, start=None, end=None, earliest="2024-03-06", latest="2024-03-06", precision=Precision.DAY, how=How.STATED
)

# The same examples on every machine; ``--hypothesis-profile default`` hunts with others.
settings.register_profile("repeatable", derandomize=True, deadline=None)
settings.load_profile("repeatable")


@pytest.fixture(scope="session")
def reader() -> Reader:
    return open_reader()


@pytest.fixture(scope="session")
def read(reader: Reader) -> Callable[[str], Reading]:
    """Reads sentences as the body of an article of Wednesday 6 March 2024 that screening has let through."""
    articles = ArticleReader(reader.known)

    def read(text: str) -> Reading:
        article = Article(id="ar-test", key="test", published=PUBLISHED, sha256="", text=text)
        return Reading(
            header=Header(reader="test"), article=article, records=articles.read(article, reader.language(text))
        )

    return read
