"""One run over many inputs: keeps their order, counts, tells of failures, and shows that it is alive."""

from __future__ import annotations

import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager

from pourparler.cli.progress import Gauge, progress
from pourparler.cli.terminal import complain
from pourparler.records import Article, Failure, Reading

OK, SOME_FAILED, INTERRUPTED = 0, 3, 130

Outcome = Reading | Failure


def in_order(
    inputs: Iterable[Article | Failure], read_many: Callable[[Iterator[Article]], Iterable[Outcome]]
) -> Iterator[Outcome]:
    """Read the articles among the inputs; failures come out at the place where they went in.

    ``read_many`` may run ahead on its articles; it gives one outcome for each, in order.
    """
    waiting: deque[Failure | None] = deque()  # None: an article that is being read

    def articles() -> Iterator[Article]:
        for item in inputs:
            waiting.append(item if isinstance(item, Failure) else None)
            if not isinstance(item, Failure):
                yield item

    for outcome in read_many(articles()):
        while failed := waiting.popleft():
            yield failed
        yield outcome
    yield from (failed for failed in waiting if failed)


class Run:
    """Counts what comes out. Ctrl-C ends the outcomes, not the program, so that what was read is printed whole."""

    def __init__(self) -> None:
        self.read = 0
        self.failed = 0
        self.interrupted = False
        self.gauge = Gauge()

    def watch(self, outcomes: Iterable[Outcome]) -> Iterator[Outcome]:
        """The same outcomes; each failure is told on standard error as it passes."""
        try:
            for outcome in outcomes:
                self._note(outcome)
                yield outcome
        except KeyboardInterrupt:
            self.interrupted = True

    def _note(self, outcome: Outcome) -> None:
        self.gauge.tick()
        if isinstance(outcome, Reading):
            self.read += 1
            return
        self.failed += 1
        complain(f"{outcome.input}: {outcome.message.removeprefix(f'{outcome.input}: ')}")

    def close(self) -> int:
        """Tell what went wrong, all in all, and give the exit code."""
        if self.interrupted:
            complain(f"interrupted after {self.read} articles; they are printed")
            return INTERRUPTED
        if self.failed:
            complain(f"{self.failed} of {self.read + self.failed} inputs could not be read")
            return SOME_FAILED
        return OK

    @contextmanager
    def progress(self) -> Iterator[None]:
        """Shows the run's count while it lasts; where the results go to the terminal too, they are the progress."""
        if sys.stdout.isatty():
            yield
            return
        with progress(self.gauge):
            yield
