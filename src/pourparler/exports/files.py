"""Files that are there whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from pourparler.errors import UsageError


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """A new file to write; it takes the name ``path`` when the block ends well, and is gone when it does not.

    Raises UsageError: ``path`` is a folder, or its folder is not there.
    """
    path = path.resolve()
    if path.is_dir() or not path.parent.is_dir():
        what = "is a folder" if path.is_dir() else f"cannot be made: there is no folder {path.parent}"
        raise UsageError(f"{path} {what}; name a file in a folder that is there")
    unfinished = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        yield unfinished
        with unfinished.open("rb") as written:
            os.fsync(written.fileno())
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)


def write_lines(lines: Iterable[str], path: Path) -> None:
    """The lines as a file in UTF-8, there whole or not at all. Raises what `replacing` raises."""
    with replacing(path) as unfinished, unfinished.open("w", encoding="utf-8", errors="backslashreplace") as file:
        file.writelines(f"{line}\n" for line in lines)
