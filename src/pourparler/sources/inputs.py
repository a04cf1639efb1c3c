"""What a user points at, files, folders, standard input, to articles and recorded failures."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from pourparler.errors import NotAnArticle, PourparlerError, SourceError, TooLarge, UsageError
from pourparler.records import Article, Failure
from pourparler.sources.articles import article_from_text
from pourparler.sources.dates import check_published
from pourparler.sources.encodings import check_text, decode
from pourparler.sources.jsonlines import article_from_line, lines_of
from pourparler.sources.markdown import article_from_markdown
from pourparler.sources.webpages import article_from_html, is_html

MAX_BYTES = 20_000_000
_TEXT, _MARKDOWN, _HTML = {".txt", ".text", ""}, {".md", ".markdown"}, {".html", ".htm", ".xhtml"}
_LINES, _JSON = {".jsonl", ".ndjson"}, {".json"}
_SUFFIXES = _TEXT | _MARKDOWN | _HTML | _LINES | _JSON


@dataclass(frozen=True, slots=True)
class Captured:
    """An article and the bytes it was made from: a file's, or one JSON line's."""

    article: Article
    source: bytes


def read_sources(inputs: Sequence[str | Path], *, published: str | None = None) -> Iterator[Article | Failure]:
    """The articles of `capture_sources` without their bytes."""
    for item in capture_sources(inputs, published=published):
        yield item.article if isinstance(item, Captured) else item


def capture_sources(inputs: Sequence[str | Path], *, published: str | None = None) -> Iterator[Captured | Failure]:
    """Every article the inputs hold, in order, and one Failure for each input that holds none.

    ``inputs`` are files, folders (read recursively, in sorted order) and "-" for standard input. ``published`` dates
    every article that brings no date of its own on its JSON line. Never raises for a bad input.
    """
    if published is not None:
        try:
            check_published(published)
        except UsageError as error:
            yield Failure(input=published, error="UsageError", message=f"{error}; reading on without it")
            published = None
    for name in inputs:
        yield from _read_input(str(name), published)


def _read_input(name: str, published: str | None) -> Iterator[Captured | Failure]:
    try:
        if name == "-" and sys.stdin is None:
            raise SourceError("standard input is closed; pipe an article into it or name a file")
        if name == "-":
            yield from _read_stream(sys.stdin.buffer, published)
        elif Path(name).is_dir():
            yield from _read_folder(Path(name), published)
        else:
            yield from _read_file(Path(name), published)
    except (PourparlerError, OSError) as error:
        yield _failure(name, error)


def _read_folder(folder: Path, published: str | None) -> Iterator[Captured | Failure]:
    files = [p for p in sorted(folder.rglob("*")) if p.is_file() and _is_candidate(p.relative_to(folder))]
    if not files:
        raise NotAnArticle("folder without articles; expected .txt, .md, .html, .json or .jsonl files in it")
    for path in files:
        yield from _read_input(str(path), published)


def _is_candidate(path: Path) -> bool:
    return path.suffix.lower() in _SUFFIXES and not any(part.startswith(".") for part in path.parts)


def _read_file(path: Path, published: str | None) -> Iterator[Captured | Failure]:
    if not path.exists():
        raise SourceError("no such file or folder; check the name")
    if not path.is_file():
        raise SourceError("neither a file nor a folder; write what it yields to a file, or pipe it into -")
    suffix = path.suffix.lower()
    if suffix in _LINES:
        with path.open("rb") as stream:
            yield from _read_lines(lines_of(stream), str(path), published)
        return
    if (size := path.stat().st_size) > MAX_BYTES:
        raise TooLarge(
            f"is {size / 1e6:.0f} MB; an article has at most {MAX_BYTES / 1e6:.0f} MB, a corpus goes into .jsonl"
        )
    yield from _read_bytes(path.read_bytes(), str(path), suffix, published)


def _read_stream(stream: IO[bytes], published: str | None) -> Iterator[Captured | Failure]:
    """Standard input: JSON Lines where the first line is a JSON object, else one article."""
    first = stream.readline(MAX_BYTES + 1)
    if first.lstrip().startswith(b"{"):
        yield from _read_lines(_chain(first, stream), "-", published)
        return
    data = first + stream.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise TooLarge(f"is larger than {MAX_BYTES / 1e6:.0f} MB, the most an article can have")
    yield from _read_bytes(data, "-", "", published)


def _chain(first: bytes, stream: IO[bytes]) -> Iterator[bytes]:
    yield first
    yield from lines_of(stream)


def _read_bytes(data: bytes, name: str, suffix: str, published: str | None) -> Iterator[Captured | Failure]:
    if not data.strip():
        raise NotAnArticle("is empty")
    if suffix in _JSON:
        yield from _read_lines(_json_lines(data), name, published)
    elif suffix in _HTML or is_html(data):
        check_text(data)
        yield Captured(article_from_html(data, key=name, source=name, published=published), data)
    else:
        read = article_from_markdown if suffix in _MARKDOWN else article_from_text
        yield Captured(read(decode(data), key=name, source=name, published=published), data)


def _json_lines(data: bytes) -> Iterable[bytes]:
    """The lines of a .json file: one object a line, one object over many lines, or a list of objects."""
    import json

    try:
        whole = json.loads(data)
    except ValueError:
        return data.splitlines()
    return (json.dumps(item).encode() for item in (whole if isinstance(whole, list) else [whole]))


def _read_lines(lines: Iterable[bytes], name: str, published: str | None) -> Iterator[Captured | Failure]:
    empty = True
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        empty = False
        try:
            if len(line) > MAX_BYTES:
                raise TooLarge(f"is larger than {MAX_BYTES / 1e6:.0f} MB, the most an article can have")
            article = article_from_line(line, key=f"{name}:{number}", source=name, published=published)
            yield Captured(article, line)
        except PourparlerError as error:
            yield _failure(f"{name}:{number}", error)
    if empty:
        raise NotAnArticle("is empty")


def _failure(name: str, error: Exception) -> Failure:
    message = " ".join(str(error.strerror if isinstance(error, OSError) and error.strerror else error).split())
    return Failure(input=name, error=type(error).__name__, message=message)
