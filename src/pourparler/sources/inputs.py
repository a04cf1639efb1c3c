"""What a user points at, files, folders, addresses, standard input, to articles and recorded failures."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import IO, TYPE_CHECKING, cast

from pourparler.errors import NotAnArticle, PourparlerError, SourceError, TooLarge, UsageError
from pourparler.records import Article, Failure
from pourparler.sources.addresses import is_address
from pourparler.sources.dates import check_published
from pourparler.sources.documents import CSV, LINES, PARQUET, SUFFIXES, WARC, read_stream
from pourparler.sources.intake import MAX_BYTES, Captured, Intake, Meter, failure_of
from pourparler.sources.packing import GZIP, Unpacked

if TYPE_CHECKING:
    from pourparler.sources.fetching import Fetcher

_STREAMED = LINES | CSV | PARQUET | WARC
#: How files begin whose name does not tell what they are.
_BEGINNINGS = {b"WARC/": ".warc", b"PAR1": ".parquet"}


def read_sources(
    inputs: Sequence[str | Path],
    *,
    published: str | None = None,
    intake: Intake | None = None,
    meter: Meter | None = None,
) -> Iterator[Article | Failure]:
    """The articles of `capture_sources` without their bytes."""
    for item in capture_sources(inputs, published=published, intake=intake, meter=meter):
        yield item.article if isinstance(item, Captured) else item


def capture_sources(
    inputs: Sequence[str | Path],
    *,
    published: str | None = None,
    intake: Intake | None = None,
    meter: Meter | None = None,
) -> Iterator[Captured | Failure]:
    """Every article the inputs hold, in order, and a Failure for each input, or part of one, that holds none.

    ``inputs`` are files (see `documents`, also packed as .gz), folders of them (read recursively, in sorted order),
    http and https addresses of pages and feeds, and "-" for standard input. ``published`` dates every article that
    brings no date of its own on its JSON line, row or entry; ``meter`` is told how far along the files are. Never
    raises for a bad input. Large files are read as they go: no more than one article is in memory.
    """
    if published is not None:
        try:
            check_published(published)
        except UsageError as error:
            yield Failure(input=published, error="UsageError", message=f"{error}; reading on without it")
            published = None
    way = _Way(published, intake or Intake(), meter or Meter())
    for name in inputs:
        yield from way.read(str(name))


def measure(inputs: Sequence[str | Path]) -> int | None:
    """The bytes of all files that the inputs name; None where some input is no file, so that nobody can know."""
    total = 0
    for name in map(str, inputs):
        if name == "-" or is_address(name):
            return None
        path = Path(name)
        for file in _files_of(path) if path.is_dir() else [path]:
            total += file.stat().st_size if file.is_file() else 0
    return total


class _Way:
    """One run over inputs, all taken alike."""

    def __init__(self, published: str | None, intake: Intake, meter: Meter) -> None:
        self._published = published
        self._intake = intake
        self._meter = meter
        self._fetcher: Fetcher | None = None

    def read(self, name: str) -> Iterator[Captured | Failure]:
        try:
            if name == "-":
                yield from self._read_input()
            elif is_address(name):
                yield from self._read_address(name)
            elif Path(name).is_dir():
                yield from self._read_folder(Path(name))
            else:
                yield from self._read_file(Path(name))
        except (PourparlerError, OSError) as error:
            yield failure_of(name, error)

    def _read_input(self) -> Iterator[Captured | Failure]:
        """Standard input: JSON Lines where it begins with a JSON object, a web archive, else one article."""
        if sys.stdin is None:
            raise SourceError("standard input is closed; pipe an article into it or name a file")
        stream, packed = _unpacked(io.BufferedReader(cast(io.RawIOBase, sys.stdin.buffer)))
        head = stream.peek(64)
        kind = ".jsonl" if head.lstrip().startswith(b"{") else _begins(head)
        yield from self._read_stream(stream, kind or "", "-")
        _check_whole(packed)

    def _read_address(self, url: str) -> Iterator[Captured | Failure]:
        from pourparler.sources.fetching import Fetcher  # whoever reads files needs no network
        from pourparler.sources.online import read_address

        self._fetcher = self._fetcher or Fetcher(allow_private=self._intake.allow_private)
        yield from read_address(url, self._fetcher, self._published, follow=self._intake.follow)

    def _read_folder(self, folder: Path) -> Iterator[Captured | Failure]:
        files = _files_of(folder)
        if not files:
            raise NotAnArticle(f"folder without articles; expected files such as {', '.join(sorted(SUFFIXES)[1:])}")
        for path in files:
            yield from self.read(str(path))

    def _read_file(self, path: Path) -> Iterator[Captured | Failure]:
        if not path.exists():
            raise SourceError("no such file or folder; check the name")
        if not path.is_file():
            raise SourceError("neither a file nor a folder; write what it yields to a file, or pipe it into -")
        size = path.stat().st_size
        self._meter.begin()
        try:
            with path.open("rb") as file:
                stream, packed = _unpacked(file)
                kind = _kind(path)
                if kind not in SUFFIXES or not kind:
                    kind = _begins(stream.peek(8)) or kind
                if packed is None and kind not in _STREAMED and size > MAX_BYTES:
                    raise TooLarge(
                        f"is {size / 1e6:.0f} MB; an article has at most {MAX_BYTES / 1e6:.0f} MB, a corpus goes into"
                        " .jsonl"
                    )
                for item in self._read_stream(stream, kind, str(path), size):
                    if kind not in PARQUET:
                        self._meter.at(file.tell())
                    yield item
                _check_whole(packed)
        finally:
            self._meter.at(size)

    def _read_stream(self, stream: IO[bytes], kind: str, name: str, size: int = 0) -> Iterator[Captured | Failure]:
        def at(share: float) -> None:
            self._meter.at(int(share * size))

        return read_stream(stream, kind, name, self._published, self._intake, at)


def _files_of(folder: Path) -> list[Path]:
    return [p for p in sorted(folder.rglob("*")) if p.is_file() and _is_candidate(p.relative_to(folder))]


def _is_candidate(path: Path) -> bool:
    return _kind(path) in SUFFIXES and not any(part.startswith(".") for part in path.parts)


def _kind(path: Path) -> str:
    """The suffix in small letters, that below .gz where it is packed."""
    return Path(path.stem).suffix.lower() if path.suffix.lower() == ".gz" else path.suffix.lower()


def _unpacked(file: io.BufferedReader) -> tuple[io.BufferedReader, Unpacked | None]:
    """The file's bytes, unpacked where they are packed, and what unpacks them."""
    if file.peek(2)[:2] != GZIP:
        return file, None
    packed = Unpacked(file)
    return io.BufferedReader(packed), packed


def _check_whole(packed: Unpacked | None) -> None:
    """Raises SourceError where a packed file ended before its end."""
    if packed and packed.fault:
        raise SourceError(f"is {packed.fault} as a gzip file; what is before that place was read; get it again")


def _begins(head: bytes) -> str | None:
    return next((kind for beginning, kind in _BEGINNINGS.items() if head.startswith(beginning)), None)
