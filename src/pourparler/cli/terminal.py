"""Standard output and standard error: data on the one, everything else on the other."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING

import typer

from pourparler.exports.printable import one_line

if TYPE_CHECKING:
    from rich.console import RenderableType


def prepare_output() -> None:
    """Write UTF-8 everywhere; what UTF-8 cannot hold (a lone surrogate) is spelled out, which JSON reads back."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def render(shown: RenderableType) -> str:
    """What rich would print on standard output, with colour only if that is a terminal that wants it."""
    from rich.console import Console

    console = Console(highlight=False, markup=False, emoji=False)
    with console.capture() as captured:
        console.print(shown)
    return captured.get().rstrip("\n")


def print_lines(lines: Iterable[str]) -> None:
    """Print each line as soon as it is there. A reader that has closed the pipe has enough: the run ends quietly."""
    try:
        for line in lines:
            sys.stdout.write(f"{line}\n")
            sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # else Python complains when it flushes at exit
        raise typer.Exit from None


def complain(message: str) -> None:
    """One line on standard error, above the progress bar where one is shown."""
    print(f"pourparler: {one_line(message)}", file=sys.stderr, flush=True)
