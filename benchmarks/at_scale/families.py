"""Families: what it takes to find, for each of a million documents, the texts that it tells again."""

from __future__ import annotations

import resource
import sys
from collections import deque
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from time import thread_time

from at_scale.filling import new_store, remove, shown
from at_scale.texts import CHUNK, Texts
from pourparler.pipeline import relate
from pourparler.records import Article
from pourparler.records.ids import article_id, text_sha256
from pourparler.store import Store

#: Documents of one transaction; `add` has as many in a batch.
BATCH = 16
_NO_WORDS = (
    "DROP TABLE article_words",
    "CREATE VIEW article_words AS SELECT no AS rowid, title, text FROM article",
    "CREATE TRIGGER unread INSTEAD OF INSERT ON article_words BEGIN SELECT 1; END",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Related:
    """What the families of so many documents took: seconds a document, all in all and of the last tenth, and bytes of
    memory; how many were made as copies, and how many were found to belong together.
    """

    documents: int
    seconds: float
    last: float
    memory: int
    copies: int
    linked: int


def related(folder: Path, documents: int) -> Related:
    """Relates so many documents, each in a store that holds those before it.

    The texts are made by another process and unpacked by another thread; only the thread that relates is timed. Each
    batch is kept first, in a transaction of its own, so that what the families write is all theirs.
    """
    path = folder / f"families-{documents}.db"
    with new_store(path) as store:
        for statement in _NO_WORDS:  # the index of words is another matter
            store.connection.execute(statement)
        found = _measured(store, documents)
    remove(path)
    return found


def _measured(store: Store, documents: int) -> Related:
    spent, copies = [], 0
    made = islice(_texts(documents), documents)
    for first in shown(range(0, documents, BATCH), f"families of {documents:,} documents"):
        with store.writing() as writer:
            taken = list(islice(made, BATCH))
            batch = [_article(number, text) for number, (text, _) in enumerate(taken, first)]
            numbers = [writer.keep(article) for article in batch]
        began = thread_time()
        with store.writing() as writer:
            for number, article in zip(numbers, batch, strict=True):
                relate(writer, number, article)
        spent.append(thread_time() - began)
        copies += sum(copied for _, copied in taken)
    linked = (
        "SELECT count(*) FROM article WHERE id IN (SELECT subject FROM judgement UNION SELECT object FROM judgement)"
    )
    lately = spent[-max(len(spent) // 10, 1) :]
    return Related(
        documents=documents, seconds=sum(spent) / documents, last=sum(lately) / len(lately) / BATCH, memory=_peak(),
        copies=copies, linked=store.connection.execute(linked).fetchone()[0],
    )  # fmt: skip


def _article(number: int, text: str) -> Article:
    name = article_id("The Post", f"https://news.example/{number}", "")
    return Article(id=name, key=str(number), title=text[:60], outlet="The Post", text=text, sha256=text_sha256(text))


def _texts(documents: int) -> Iterator[tuple[str, bool]]:
    """Texts and whether each tells another again, made ahead in a process of their own."""
    chunks = iter(range(-(-documents // CHUNK)))
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        ahead = deque(pool.submit(_chunk, chunk) for chunk in islice(chunks, 4))
        while ahead:
            yield from ahead.popleft().result()
            ahead.extend(pool.submit(_chunk, chunk) for chunk in islice(chunks, 1))


@cache
def _made() -> Texts:
    return Texts()


def _chunk(number: int) -> list[tuple[str, bool]]:
    return [(text.text, text.copied) for text in _made().chunk(number)]


def _peak() -> int:
    """Bytes of memory that this process has held at most."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak if sys.platform == "darwin" else 1024 * peak
