"""The command line on a pipeline that loads no model: each article has one event, on its first word."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from types import ModuleType, SimpleNamespace

import pytest

from pourparler.cli import main
from pourparler.explaining.explanation import Explanation, Grounds, ParsedToken
from pourparler.records import Article, Event, Factuality, Failure, Header, Reading, Span

HEADER = Header(reader="stub")


def read_one(article: Article) -> Reading | Failure:
    """An article that says "interrupt" or "fail" does so."""
    if "interrupt" in article.text:
        raise KeyboardInterrupt
    if "fail" in article.text:
        return Failure(input=article.key, error="SourceError", message="cannot be read; try another")
    word = article.text.split()[0]
    start = article.text.index(word)
    span = Span(start=start, end=start + len(word), text=word)
    event = Event(
        id=f"ev-{word.lower()}", article=article.id, anchor=span, evidence=(span,), confidence=0.5, reader="stub",
        type="CONSULT", factuality=Factuality.ACTUAL, quad=1, intensity=1.0,
    )  # fmt: skip
    return Reading(header=HEADER, article=article, records=(event,))


def read_many(articles: Iterable[Article], **options: object) -> Iterator[Reading | Failure]:
    """Runs ahead of what it gives out, as the real one does."""
    for article in list(articles):
        yield read_one(article)


def explain(article: Article, record_id: str, **options: object) -> Explanation | None:
    reading = read_one(article)
    if isinstance(reading, Failure) or reading.records[0].id != record_id:
        return None
    token = ParsedToken(
        text="Word", lemma="word", pos="NOUN", tag="NN", dep="root", head_text="Word", trigger=True
    )  # fmt: skip
    grounds = Grounds(rule="stub:first-word", sentence="the first word", example="Words first.", rows=())
    return Explanation(
        record=reading.records[0], grounds=grounds, fields=(), actors=(), dates=(), credits=(), tokens=(token,)
    )  # fmt: skip


@pytest.fixture
def pipeline(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    stub = ModuleType("pourparler.pipeline")
    vars(stub).update(
        open_reader=lambda user_knowledge=None, threads=1: SimpleNamespace(header=HEADER),
        read_many=read_many, explain=explain,
    )  # fmt: skip
    monkeypatch.setitem(sys.modules, "pourparler.pipeline", stub)
    return stub


@dataclass(frozen=True)
class Result:
    code: int
    out: str
    err: str


@pytest.fixture
def run(
    pipeline: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Callable[..., Result]:
    """Run the command line in this process, its output piped."""

    def run(*arguments: str) -> Result:
        monkeypatch.setattr(sys, "argv", ["pourparler", *arguments])
        with pytest.raises(SystemExit) as ended:
            main()
        captured = capsys.readouterr()
        return Result(int(ended.value.code or 0), captured.out, captured.err)

    return run
