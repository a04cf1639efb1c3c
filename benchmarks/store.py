"""How a store keeps up: adding beside reading, first pages at a million events, families of a million documents.

Everything is done through the package's own calls, over a made-up world of news (`at_scale`) that is the same at every
run. Times are of processor time on one core and in one process, so that neighbours on the machine count less; each
stands beside the limit of the project or beside a peer of the same run: reading alone, or plain DuckDB (one thread, no
indexes) over the same rows, whose answers must be the same. Stores are kept in the cache and taken up again there; all
sizes in full take about 8 GB and an hour or more, most of it to fill the stores.

    python benchmarks/store.py --articles 10000 --growth 2000 10000 --documents 50000
    python benchmarks/store.py --only asking --cache /mnt/large
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

from at_scale.adding import added
from at_scale.asking import Asked, Size, asked
from at_scale.families import related
from at_scale.reporting import mark, table

ROOT = Path(__file__).parents[1]
PAGE_LIMIT, FAMILY_LIMIT, MEMORY_LIMIT, ADDING_LIMIT = 0.150, 0.0005, 1_000_000_000, 0.9
#: What is asked at every size.
GROWING = (
    "contacts --between AAA AAH", "events --between AAA AAH", "events --types CONSULT", "statements --words the",
    "series contacts --between --by month", "series events all --by month", "search the",
)  # fmt: skip

#: Lines of a table in Markdown, and whether all its limits are met.
Part = tuple[list[str], bool]


def main(arguments: Sequence[str] | None = None) -> int:
    """Measures, prints tables in Markdown and gives the exit code: 1 where a limit is missed."""
    given = _parser().parse_args(arguments)
    parts: dict[str, Callable[[argparse.Namespace], Part]] = {
        "adding": adding, "asking": asking, "growth": growth, "families": families,
    }  # fmt: skip
    met = True
    for name in given.only or parts:
        lines, good = parts[name](given)
        print("\n".join(["", *lines]), flush=True)
        met &= good
    return 0 if met else 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        description="How a store keeps up, beside the project's limits, reading alone and plain DuckDB.",
        epilog="example: python benchmarks/store.py --articles 10000 --growth 2000 10000 --documents 50000",
    )
    choices = ("adding", "asking", "growth", "families")
    parser.add_argument("--only", nargs="+", choices=choices, help="only these parts (default: all)")
    parser.add_argument("--articles", type=int, default=200_000, help="articles, of five events each (default: 200000)")
    sizes = (10_000, 40_000, 200_000)
    parser.add_argument("--growth", type=int, nargs="+", default=sizes, help="sizes to compare (default: %(default)s)")
    parser.add_argument("--documents", type=int, default=1_000_000, help="documents of families (default: 1000000)")
    parser.add_argument("--added", type=int, default=200, help="articles to read and to add (default: 200)")
    parser.add_argument("--runs", type=int, default=30, help="times that each question is asked (default: 30)")
    cache = Path.home() / ".cache" / "pourparler" / "benchmarks"
    parser.add_argument("--cache", type=Path, default=cache, help="where stores are kept (default: %(default)s)")
    return parser


def adding(given: argparse.Namespace) -> Part:
    """Reading and adding the same articles."""
    found = added(given.cache, ROOT / "examples", given.added, repeat=5)
    share = found.reading / found.adding
    rows = [
        ("reading alone", f"{1000 * found.reading:.1f} ms an article", "", ""),
        ("reading and adding", f"{1000 * found.adding:.1f} ms an article", "", ""),
        ("adding's speed / reading's", f"{share:.1%}", f"at least {ADDING_LIMIT:.0%}", mark(share >= ADDING_LIMIT)),
        ("linking what was added", f"{1000 * found.linking:.1f} ms an article", "no limit", ""),
    ]
    return table(f"Adding {found.articles} articles", ("", "", "limit", ""), rows), share >= ADDING_LIMIT


def asking(given: argparse.Namespace) -> Part:
    """Every first page at full size, the slowest first."""
    size = asked(given.cache, given.articles, given.runs)
    slowest = sorted(size.asked, key=lambda one: -one.p95)
    rows = [
        (one.question, one.rows, ms(one.p50), ms(one.p95), mark(one.p95 <= PAGE_LIMIT), ms(one.peer), times(one))
        for one in slowest
    ]
    heads = ("first page", "rows", "p50 ms", "p95 ms", f"at most {ms(PAGE_LIMIT)}", "DuckDB ms", "DuckDB / store")
    missed = sum(one.p95 > PAGE_LIMIT for one in slowest)
    lines = table(f"Asking {told(size)}; each question {given.runs} times", heads, rows)
    return [*lines, "", f"{len(slowest) - missed} of {len(slowest)} questions within the limit"], not missed


def growth(given: argparse.Namespace) -> Part:
    """The same questions at growing sizes."""
    sizes = [asked(given.cache, articles, given.runs, GROWING.__contains__) for articles in sorted(given.growth)]
    rows: list[tuple[object, ...]] = [
        ("file, MB (DuckDB)", *(f"{size.bytes / 1e6:,.0f} ({size.peer_bytes / 1e6:,.0f})" for size in sizes)),
        ("bytes a record", *(f"{size.bytes / size.records:,.0f}" for size in sizes)),
    ]
    for same in zip(*(size.asked for size in sizes), strict=True):
        rows.append((f"{same[0].question}, ms (DuckDB)", *(f"{ms(one.p50)} ({ms(one.peer)})" for one in same)))
    return table("Growth", ("", *(f"{size.events:,} events" for size in sizes)), rows), True


def families(given: argparse.Namespace) -> Part:
    """Finding the relatives of each document, in a fresh process whose memory is its own."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as fresh:
        found = fresh.submit(related, given.cache, given.documents).result()
    quick, small = found.seconds <= FAMILY_LIMIT, found.memory <= MEMORY_LIMIT
    rows = [
        ("a document", f"{1000 * found.seconds:.3f} ms", f"at most {1000 * FAMILY_LIMIT} ms", mark(quick)),
        ("a document of the last tenth", f"{1000 * found.last:.3f} ms", "no limit", ""),
        ("peak memory", f"{found.memory / 1e6:,.0f} MB", f"at most {MEMORY_LIMIT / 1e6:,.0f} MB", mark(small)),
        ("copies made / documents in families", f"{found.copies:,} / {found.linked:,}", "", ""),
    ]
    return table(
        f"Families of {found.documents:,} documents of 300 words", ("", "", "limit", ""), rows
    ), quick and small


# --- tables ------------------------------------------------------------------------------------------


def told(size: Size) -> str:
    """How large a store is, in words."""
    return (
        f"{size.events:,} events and {size.articles:,} articles ({size.records:,} records, {size.bytes / 1e9:.1f} GB)"
    )


def ms(seconds: float | None) -> str:
    """Milliseconds, for people."""
    return "" if seconds is None else f"{1000 * seconds:.1f}"


def times(one: Asked) -> str:
    """How many times as long DuckDB takes."""
    return "" if one.peer is None else f"{one.peer / max(one.p50, 1e-6):.1f}"


if __name__ == "__main__":
    sys.exit(main())
