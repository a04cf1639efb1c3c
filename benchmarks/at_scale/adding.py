"""Adding beside reading: the same articles, read alone and read into a store, turn by turn in one run."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from statistics import median
from time import process_time

from at_scale.filling import new_store, remove, shown
from pourparler.knowledge import Knowledge
from pourparler.pipeline import Reader, add_many, link_changed, open_reader, read_many
from pourparler.records import Article
from pourparler.records.ids import article_id, text_sha256
from pourparler.screening import screen
from pourparler.sources import Captured, read_sources

#: Paragraphs of a made article, out of all that the examples have.
_PARAGRAPHS = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Adding:
    """Seconds of processor time an article: read alone, read into a store, and linked there."""

    articles: int
    reading: float
    adding: float
    linking: float


def added(folder: Path, examples: Path, articles: int, repeat: int) -> Adding:
    """Reads and adds the examples, and as many articles of their paragraphs as it takes, so many times."""
    reader = open_reader()
    inputs = [Captured(article, article.text.encode()) for article in made_articles(examples, articles, reader.known)]
    list(read_many([one.article for one in inputs], reader=reader))  # every word is seen once: nobody has a lead
    turns = [_turn(folder / "adding.db", inputs, reader) for _ in shown(range(repeat), f"adding {articles} articles")]
    reading, adding, linking = (median(taken) / len(inputs) for taken in zip(*turns, strict=True))
    return Adding(articles=len(inputs), reading=reading, adding=adding, linking=linking)


def _turn(path: Path, inputs: Sequence[Captured], reader: Reader) -> tuple[float, float, float]:
    articles = [one.article for one in inputs]
    with new_store(path) as store:
        taken = (
            _seconds(lambda: list(read_many(articles, reader=reader))),
            _seconds(lambda: list(add_many(inputs, store, reader=reader))),
            _seconds(lambda: list(link_changed(store))),
        )
    remove(path)
    return taken


def made_articles(examples: Path, number: int, known: Knowledge) -> list[Article]:
    """The examples and articles made of them, those that screening would skip left out."""
    files = sorted(file for file in examples.rglob("*") if file.is_file() and file.suffix != ".md")
    read = [one for one in read_sources(files) if isinstance(one, Article) and screen(one, known).read]
    return [*read, *(_made(read, k) for k in range(max(number - len(read), 0)))][:number]


def _made(examples: Sequence[Article], number: int) -> Article:
    chance = Random(number)
    paragraphs = [p for one in chance.sample(examples, _PARAGRAPHS) for p in [chance.choice(one.text.split("\n\n"))]]
    text, key = "\n\n".join(paragraphs), f"made {number}"
    return Article(
        id=article_id("Made", None, key), key=key, title=text[:50], outlet="Made", text=text, sha256=text_sha256(text),
        published=chance.choice(examples).published,
    )  # fmt: skip


def _seconds(work: Callable[[], object]) -> float:
    began = process_time()
    work()
    return process_time() - began
