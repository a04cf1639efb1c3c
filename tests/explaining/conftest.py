"""Explaining small texts, read as the body of an article of Wednesday 6 March 2024."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest

from pourparler.explaining import Explanation, explain_record
from pourparler.explaining.actors import explain_actor
from pourparler.explaining.explanation import ActorReason
from pourparler.explaining.parts import parts_of
from pourparler.pipeline import Reader
from pourparler.reading import ArticleReader
from pourparler.records import Actor, Article, Date, How, Precision, Record

PUBLISHED = Date(
    text=None, start=None, end=None, earliest="2024-03-06", latest="2024-03-06", precision=Precision.DAY, how=How.STATED
)


@dataclass(frozen=True)
class Explained:
    """A text with its records, each explained on demand."""

    doc: Any
    records: tuple[Record, ...]

    def first(self, kind: str) -> Explanation:
        """The explanation of the first record of that kind."""
        record = next(r for r in self.records if r.kind == kind)
        found = explain_record(self.doc, self.records, record.id)
        assert found is not None
        return found

    def actors(self) -> list[Actor]:
        """Every actor of the records, then those of the text's words."""
        found = [a for record in self.records for a in parts_of(record, Actor)]
        return found + [a for k in range(self.doc._.syntax.size) for a in self.doc._.actors.all(k)]

    def actor(self, words: str) -> ActorReason:
        """Why the first actor whose words hold these is who it is."""
        return explain_actor(self.doc, next(a for a in self.actors() if re.search(rf"\b{words}\b", a.text)))


@pytest.fixture(scope="session")
def explain(reader: Reader) -> Callable[..., Explained]:
    articles = ArticleReader(reader.known)

    def explain(text: str, **known: Any) -> Explained:
        article = Article(id="ar-test", key="test", published=PUBLISHED, sha256="", text=text, **known)
        doc = reader.language(text)
        return Explained(doc, articles.read(article, doc))

    return explain
