"""Gold from files and folders, whatever form it is written in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from pourparler.errors import DataError
from pourparler.evaluation.gold import GoldArticle, read_lines
from pourparler.evaluation.shorthand import read_shorthand


def read_gold(paths: Iterable[Path]) -> Iterator[GoldArticle]:
    """The gold articles of files and folders: ``.yaml`` in the short form of corpus/gold, ``.jsonl`` in the contract.

    Raises DataError: a file is neither, is missing, or does not hold together.
    """
    for path in _files(paths):
        if path.suffix in (".yaml", ".yml"):
            yield read_shorthand(path)
        else:
            yield from read_lines(path)


def _files(paths: Iterable[Path]) -> Iterator[Path]:
    for path in paths:
        if path.is_dir():
            found = sorted(p for p in path.rglob("*") if p.suffix in (".yaml", ".yml", ".jsonl"))
            if not found:
                raise DataError(f"{path}: no gold in this folder; expected .yaml or .jsonl files")
            yield from found
        elif path.is_file():
            yield path
        else:
            raise DataError(f"{path}: no such file or folder; expected gold in .yaml or .jsonl")
