"""What a run shows of itself while it lasts: count, rate, share and time left."""

from __future__ import annotations

import io
import sys
import time
from pathlib import Path

import pytest

from pourparler.cli import progress as showing
from pourparler.cli.progress import Gauge, progress
from pourparler.sources import Meter


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    now = [0.0]
    monkeypatch.setattr(showing, "monotonic", lambda: now[0])
    return now


def test_a_gauge_tells_count_rate_share_and_time_left(clock: list[float]) -> None:
    gauge = Gauge()
    gauge.meter = Meter(total=1000)
    for _ in gauge.measured(range(50)):
        clock[0] += 0.5
        gauge.meter.at(gauge.meter.done + 10)
        gauge.tick()
    assert str(gauge) == "50 articles · 2.0/s · 49% · 0:26 left"


def test_what_runs_ahead_is_not_taken_for_done(clock: list[float]) -> None:
    gauge = Gauge()
    gauge.meter = Meter(total=100)

    def inputs() -> list[int]:
        assert gauge.meter
        for number in range(10):
            gauge.meter.done = 10 * (number + 1)
            yield number

    ahead = list(gauge.measured(inputs()))
    assert gauge.share == 0
    for _ in ahead[:5]:
        clock[0] += 1
        gauge.tick()
    assert gauge.share == 0.5


def test_where_the_size_is_not_known_no_share_is_told(clock: list[float]) -> None:
    gauge = Gauge()
    gauge.meter = Meter(total=None)
    for _ in gauge.measured(range(30)):
        clock[0] += 0.01
        gauge.tick()
    assert gauge.share is None
    assert str(gauge) == "30 articles · 100/s"


def test_the_rate_is_that_of_the_last_half_minute(clock: list[float]) -> None:
    gauge = Gauge()
    for _ in gauge.measured(range(100)):
        clock[0] += 0.25
        gauge.tick()
    for _ in gauge.measured(range(40)):
        clock[0] += 2
        gauge.tick()
    assert str(gauge) == "140 articles · 0.5/s"


def test_the_size_of_the_inputs_is_asked_only_where_somebody_watches(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.txt").write_text("words")
    assert Gauge().weigh([str(tmp_path)]).total is None
    monkeypatch.setattr(sys, "stderr", terminal())
    assert Gauge().weigh([str(tmp_path)]).total == 5


def terminal() -> io.StringIO:
    stream = io.StringIO()
    stream.isatty = lambda: True  # type: ignore[method-assign]
    return stream


@pytest.mark.parametrize(("patience", "shown"), [(0.0, True), (60.0, False)])
def test_a_terminal_sees_the_gauge_after_a_while_and_nothing_is_left_of_it(
    monkeypatch: pytest.MonkeyPatch, patience: float, shown: bool
) -> None:
    stream = terminal()
    monkeypatch.setattr(sys, "stderr", stream)
    monkeypatch.setattr(showing, "PATIENCE", patience)
    monkeypatch.setenv("TERM", "xterm")
    gauge = Gauge()
    gauge.meter = Meter(total=100, done=40)
    with progress(gauge):
        for _ in gauge.measured(range(3)):
            gauge.tick()

        time.sleep(0.3)
    assert ("3 articles" in stream.getvalue()) is shown
    assert ("━" in stream.getvalue()) is shown


def test_a_pipe_sees_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    with progress(Gauge()):
        pass
    assert capsys.readouterr().err == ""
