"""How far a run is: how many articles, how fast, and how long it will take, on standard error."""

from __future__ import annotations

import sys
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from threading import Timer
from time import monotonic
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.progress import ProgressColumn, Task

    from pourparler.sources import Meter

T = TypeVar("T")
#: Seconds before anything is shown, and seconds whose speed is the speed.
PATIENCE, WINDOW = 2.0, 30.0


class Gauge:
    """Counts what comes out of a run and remembers where in the inputs it came from.

    What reads may run ahead of what comes out, so the place in the inputs is noted for each item as it goes in.
    """

    def __init__(self, noun: str = "articles") -> None:
        self.count = 0
        self.meter: Meter | None = None
        self._noun = noun
        self._places: deque[int] = deque()
        self._place = 0
        self._seen: deque[tuple[float, int, float]] = deque()  # moment, count and share, of the last seconds

    def weigh(self, inputs: Sequence[str]) -> Meter:
        """A meter for the inputs; their size is asked only where somebody watches."""
        from pourparler.sources import Meter, measure

        self.meter = Meter(total=measure(inputs) if sys.stderr.isatty() else None)
        return self.meter

    def measured(self, items: Iterable[T]) -> Iterator[T]:
        """The same items, each with the place where it stands noted."""
        for item in items:
            self._places.append(self.meter.done if self.meter else 0)
            yield item

    def passing(self, items: Iterable[T]) -> Iterator[T]:
        """The same items, each counted as it passes."""
        for item in items:
            self.tick()
            yield item

    def tick(self) -> None:
        """One item came out, in the order in which it went in."""
        self.count += 1
        self._place = self._places.popleft() if self._places else self._place
        now = monotonic()
        if not self._seen or now - self._seen[-1][0] >= 0.2:
            self._seen.append((now, self.count, self.share or 0.0))
        while len(self._seen) > 2 and now - self._seen[0][0] > WINDOW:
            self._seen.popleft()

    @property
    def share(self) -> float | None:
        """What share of the inputs is dealt with, 0 to 1; None where nobody can know."""
        total = self.meter.total if self.meter else None
        return min(self._place / total, 1.0) if total else None

    def __str__(self) -> str:
        """The line that is shown.

        >>> str(Gauge())
        '0 articles'
        """
        told = [f"{self.count:,} {self._noun}"]
        if len(self._seen) > 1:
            (since, first, from_share), (until, last, to_share) = self._seen[0], self._seen[-1]
            rate, speed = (last - first) / (until - since), (to_share - from_share) / (until - since)
            told += [f"{rate:,.1f}/s" if rate < 10 else f"{rate:,.0f}/s"]
            if speed > 0:
                told += [f"{to_share:.0%}", f"{_clock((1 - to_share) / speed)} left"]
        return " · ".join(told)


def _clock(seconds: float) -> str:
    """
    >>> _clock(3725), _clock(65)
    ('1:02:05', '1:05')
    """
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes // 60}:{minutes % 60:02}:{rest:02}" if minutes >= 60 else f"{minutes}:{rest:02}"


@contextmanager
def progress(gauge: Gauge) -> Iterator[None]:
    """Shows the gauge while the block runs, if standard error is a terminal, and only after two seconds."""
    if not sys.stderr.isatty():
        yield
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), _bar(gauge), TextColumn("{task.fields[gauge]}"), TimeElapsedColumn())
    bar = Progress(*columns, console=Console(stderr=True), transient=True, redirect_stdout=False)
    bar.add_task("", total=None, gauge=gauge)
    timer = Timer(PATIENCE, bar.start)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
        timer.join()
        bar.stop()


def _bar(gauge: Gauge) -> ProgressColumn:
    """A bar as long as the gauge's share, where that is known."""
    from rich.progress import ProgressColumn
    from rich.progress_bar import ProgressBar
    from rich.text import Text

    class Bar(ProgressColumn):
        def render(self, task: Task) -> RenderableType:
            return Text() if gauge.share is None else ProgressBar(total=1, completed=gauge.share, width=24)

    return Bar()
