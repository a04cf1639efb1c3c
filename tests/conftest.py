"""The reader, loaded once for every test that reads."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

from pourparler.pipeline import Reader, add_many, link_changed, open_reader
from pourparler.reading import ArticleReader
from pourparler.records import Article, Date, Header, How, Precision, Reading
from pourparler.sources import Captured, capture_sources
from pourparler.store import open_store

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
def stories(tmp_path_factory: pytest.TempPathFactory, reader: Reader) -> Path:
    """The store that `make demo` fills."""
    path = tmp_path_factory.mktemp("stories") / "stories.db"
    folder = Path(__file__).parents[1] / "examples" / "stories"
    inputs = [one for one in capture_sources([folder]) if isinstance(one, Captured)]
    with open_store(path, create=True) as store:
        list(add_many(inputs, store, reader=reader))
        list(link_changed(store))
    return path


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
