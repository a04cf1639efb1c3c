"""Adding in processes of their own, which may be killed; articles come with the readings made of them before."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from pourparler.pipeline import Reader, add_many, link_changed
from pourparler.records import Article, Failure, Header, Reading
from pourparler.sources import Captured
from pourparler.store import open_store


class ReadBefore:
    """Stands in for a reader: what it is to read, the real one has read. A fork may not use the model's threads."""

    def __init__(self, reader: Reader, articles: Sequence[Article]) -> None:
        self.known = reader.known
        self.header: Header = reader.header
        outcomes = reader.read(list(articles))
        told = zip(articles, outcomes, strict=True)
        self._readings = {(article.id, article.sha256): outcome for article, outcome in told}

    def read(self, articles: list[Article]) -> list[Reading | Failure]:
        return [self._readings[article.id, article.sha256] for article in articles]


def add(path: Path, inputs: Sequence[Captured], reader: Any) -> None:
    """Adds everything and links it."""
    with open_store(path, create=True) as store:
        for added in add_many(inputs, store, reader=reader):
            assert added.failure is None
        for _ in link_changed(store):
            pass


def add_and_be_killed(path: Path, inputs: Sequence[Captured], reader: Any, seconds: float) -> bool:
    """Adds in another process and kills it after so many seconds; whether it was still at work."""
    child = os.fork()
    if child == 0:
        try:
            add(path, inputs, reader)
        finally:
            os._exit(0)
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    return os.WIFSIGNALED(status)
