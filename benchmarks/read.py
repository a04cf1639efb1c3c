"""How fast pourparler reads, each figure beside a peer or a limit of the same run.

The encoder alone is the time spent in the network while the articles are read, so it and the rest are parts of one
run on one core, and their ratio hardly depends on the machine. What is not the encoder is compared with what spaCy
needs merely to tokenise the same texts. Each article is read once and in every pass reader and tokenizer are new: both
remember words, and no newspaper prints one article six times. The last line tells what is left when all words were
seen. Speeds are of processor time; start-up is as long as one waits, once the byte code is there. Figures are medians.

    python benchmarks/read.py
    python benchmarks/read.py --repeat 7 my-articles/
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import cycle, islice
from pathlib import Path
from statistics import median
from time import process_time
from typing import TYPE_CHECKING, Any, TypeVar, cast

if TYPE_CHECKING:
    from pourparler.records import Article

T = TypeVar("T")
ROOT = Path(__file__).parents[1]
ARTICLES = [ROOT / "examples", ROOT / "tests" / "quiet"]
MEGABYTE = 1_000_000

OPENING = "from pourparler.pipeline import open_reader; open_reader()"
TIMED = "from time import perf_counter; began = perf_counter(); {}; print(perf_counter() - began)"
READING = """
import resource, sys
sys.path.insert(0, {folder!r})
import read
from pourparler.pipeline import open_reader, read_many
paths = [read.Path(path) for path in sys.argv[2:]]
for _ in read_many(read.repeated(read.articles_of(paths), int(sys.argv[1])), reader=open_reader()):
    pass
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
print(peak if sys.platform == "darwin" else 1024 * peak)
"""


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of the table. ``met`` is None where a figure has no limit."""

    name: str
    value: str
    beside: str = ""
    met: bool | None = None


@dataclass(frozen=True, slots=True)
class Pass:
    """Seconds that one pass over all articles took: reading in full, the encoder in it, spaCy's tokenizer."""

    full: float
    encoder: float
    tokenizer: float

    @property
    def share(self) -> float:
        """Speed of reading in full as a share of the encoder's."""
        return self.encoder / self.full

    @property
    def overhead(self) -> float:
        """Everything but the encoder, in times of tokenising."""
        return (self.full - self.encoder) / self.tokenizer


def main(arguments: Sequence[str] | None = None) -> int:
    """Measures, prints the table and gives the exit code: 1 where a limit is missed."""
    asked = _parser().parse_args(arguments)
    core = pin()
    asked.articles = asked.articles or len(articles_of(asked.paths))
    print(f"{asked.articles} articles on one core ({core}), medians of {asked.repeat}", file=sys.stderr)
    # A child's peak memory starts at its parent's, so the children run before anything heavy is loaded here.
    figures = [*opening(asked.repeat), *memory(asked.paths, asked.articles)]
    figures = [*screening(asked.paths, asked.repeat), *figures]
    figures = [*speeds(asked.paths, asked.articles, asked.repeat), *cleaning(asked.paths, asked.repeat), *figures]
    print(table(figures))
    return int(any(figure.met is False for figure in figures))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        description="How fast pourparler reads, beside its encoder, spaCy's tokenizer and the project's limits.",
        epilog="example: python benchmarks/read.py --repeat 7 my-articles/",
    )
    parser.add_argument(
        "paths", nargs="*", type=Path, default=ARTICLES, help="articles (default: examples/, tests/quiet/)"
    )
    parser.add_argument("--articles", type=int, default=0, help="so many, repeating them (default: each once)")
    parser.add_argument("--repeat", type=int, default=5, help="passes to take the median of (default: 5)")
    return parser


def pin() -> str:
    """Keeps this process and its children on one core, where the system can; tells which."""
    if not hasattr(os, "sched_setaffinity"):
        return "not pinned: this system cannot"
    core = max(os.sched_getaffinity(0))
    os.sched_setaffinity(0, {core})
    return f"number {core}"


# --- articles ----------------------------------------------------------------------------------------


def articles_of(paths: Iterable[Path]) -> list[Article]:
    """The articles in files and folders; raises SystemExit where there is none."""
    from pourparler.records import Article
    from pourparler.sources import read_sources

    found = [item for item in read_sources(list(files_of(paths))) if isinstance(item, Article)]
    if not found:
        raise SystemExit("no article found; give files or folders that hold some")
    return found


def files_of(paths: Iterable[Path]) -> Iterator[Path]:
    """Files, and those in folders but for a folder's README."""
    for path in paths:
        inside = sorted(path.rglob("*")) if path.is_dir() else [path]
        yield from (file for file in inside if file.is_file() and (file == path or file.name != "README.md"))


def repeated(items: Sequence[T], count: int) -> list[T]:
    """The items over and over, ``count`` in all."""
    return list(islice(cycle(items), count))


# --- measurements ------------------------------------------------------------------------------------


def speeds(paths: Sequence[Path], count: int, repeat: int) -> Iterator[Figure]:
    """Encoder, reading in full and their ratios, over the same articles."""
    import spacy

    from pourparler.language import encoder as network
    from pourparler.language.component import NAME
    from pourparler.pipeline import open_reader, read_many

    vars(network)["perf_counter"] = process_time  # the encoder's own clock, so that all parts are told alike
    articles = repeated(articles_of(paths), count)
    words = sum(not token.is_space for article in articles for token in spacy.blank("en").make_doc(article.text))

    def both() -> tuple[Pass, Pass]:
        """A pass of a reader and a tokenizer that have seen no word yet, and one in which they have seen all."""
        reader, tokenizer = open_reader(threads=1), spacy.blank("en")
        encoder = cast(Any, reader.language.get_pipe(NAME)).encoder

        def once() -> Pass:
            before = encoder.seconds
            full = seconds(lambda: list(read_many(articles, reader=reader)))
            tokenising = seconds(lambda: [tokenizer.make_doc(article.text) for article in articles])
            return Pass(full, encoder.seconds - before, tokenising)

        return once(), once()

    passes, again = zip(*(both() for _ in range(repeat)), strict=True)
    for name, taken in (("encoder alone", [p.encoder for p in passes]), ("reading in full", [p.full for p in passes])):
        yield Figure(name, f"{count / median(taken):,.1f} articles/s", f"{words / median(taken):,.0f} tokens/s")
    share, overhead = median(p.share for p in passes), median(p.overhead for p in passes)
    yield Figure("reading / encoder", f"{share:.1%}", "at least 65%", share >= 0.65)
    yield Figure("all but the encoder / tokenising", f"{overhead:.1f}x", "at most 12x", overhead <= 12)
    yield Figure("  with every word seen before", f"{median(p.overhead for p in again):.1f}x", "no limit")


def cleaning(paths: Sequence[Path], repeat: int) -> Iterator[Figure]:
    """Reading files to cleaned articles, pages and texts apart."""
    from pourparler.sources import read_sources

    files = list(files_of(paths))
    for name, suffixes in (("HTML extraction", {".html", ".htm"}), ("text cleaning", {".txt", ".md"})):
        if chosen := [file for file in files if file.suffix.lower() in suffixes]:
            taken = [seconds(lambda: list(read_sources(chosen))) for _ in range(repeat + 1)][1:]
            yield Figure(name, f"{1000 * median(taken) / len(chosen):.1f} ms an article", f"{len(chosen)} files")


def screening(paths: Sequence[Path], repeat: int) -> Iterator[Figure]:
    """Finding that an article has nothing of the field, which is all that such an article costs beside cleaning."""
    from pourparler.knowledge import Knowledge
    from pourparler.screening import screen

    known = Knowledge.load()
    if nothing := [article for article in articles_of(paths) if not screen(article, known).read]:
        taken = median(seconds(lambda: [screen(one, known) for one in nothing]) for _ in range(repeat))
        each = 1000 * taken / len(nothing)
        yield Figure("screening", f"{each:.2f} ms an article", f"at most 0.5 ms; {len(nothing)} skipped", each <= 0.5)


def opening(repeat: int) -> Iterator[Figure]:
    """Start-up, imports included, in a fresh process, beside importing spaCy alone."""
    ours, peer = (median(float(fresh(TIMED.format(code))) for _ in range(repeat)) for code in (OPENING, "import spacy"))
    yield Figure("start-up", f"{ours:.2f} s", f"at most 1.5 s; import spacy: {peer:.2f} s", ours <= 1.5)


def memory(paths: Sequence[Path], count: int) -> Iterator[Figure]:
    """Peak memory of a fresh process that reads everything."""
    if sys.platform == "win32":
        return
    peak = int(fresh(READING.format(folder=str(Path(__file__).parent)), str(count), *map(str, paths))) / MEGABYTE
    yield Figure("peak memory", f"{peak:.0f} MB", "at most 500 MB", peak <= 500)


def fresh(code: str, *arguments: str) -> str:
    """What a new interpreter prints."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    command = [sys.executable, "-c", code, *arguments]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True, env=environment)
    return done.stdout.strip()


def seconds(work: Callable[[], object]) -> float:
    """Processor time that the work takes."""
    began = process_time()
    work()
    return process_time() - began


def table(figures: Iterable[Figure]) -> str:
    """One aligned line a figure; what misses its limit says so."""
    marks = {True: "ok", False: "MISSED", None: ""}
    return "\n".join(f"{f.name:34}{f.value:>20}   {f.beside:38}{marks[f.met]}".rstrip() for f in figures)


if __name__ == "__main__":
    sys.exit(main())
