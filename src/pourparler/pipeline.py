"""The main path: articles in, readings out.

    sources -> screening -> language -> reading -> records -> store

`read_many` is the only way in for the command line, evaluation and Ray; `add_many` puts what it reads into a store.
"""

from __future__ import annotations

import atexit
import gc
import hashlib
import os
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from itertools import islice
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Any, TypeVar

from pourparler.knowledge import Knowledge
from pourparler.language import load_language
from pourparler.language.component import BREAKS, NAME, PROSE
from pourparler.reading import ArticleReader
from pourparler.records import Article, Failure, Header, Reading, Record
from pourparler.screening import screen
from pourparler.sources import body_start

if TYPE_CHECKING:
    from pourparler.explaining import Explanation
    from pourparler.sources import Captured
    from pourparler.store import Store, Writer

#: Articles that share the encoder's batches; more only costs memory.
BATCH = 16
#: Inputs that are in memory at a time while a store is filled, for each process; and the seconds to wait for them.
WINDOW, PATIENCE = 256, 2.0

T = TypeVar("T")


class Reader:
    """A loaded model, knowledge and rules. Make one with `open_reader` and keep it."""

    def __init__(self, *, user_knowledge: Path | None = None, threads: int = 1) -> None:
        with ThreadPoolExecutor(1) as beside:  # the model's files load while the tables are read
            language = beside.submit(load_language, threads=threads)
            self.known = Knowledge.load(user_knowledge)
            self._reader = ArticleReader(self.known)
            self.language = language.result()
        self.header = Header(reader=self._fingerprint())

    def read(self, articles: list[Article]) -> list[Reading | Failure]:
        """Readings of a batch, in its order; an article that cannot be read gives its failure."""
        try:
            docs = list(self.language.pipe(map(self._unread, articles), batch_size=BATCH))
        except Exception as error:
            if len(articles) == 1:
                return [_failure(articles[0], error)]
            return [outcome for article in articles for outcome in self.read([article])]
        return [self._one(article, doc) for article, doc in zip(articles, docs, strict=True)]

    def _unread(self, article: Article) -> Any:
        """The article's tokens; the dateline is kept apart from the first sentence, which it would spoil."""
        doc = self.language.make_doc(article.text)
        doc.user_data[BREAKS] = (body_start(article),)
        doc.user_data[PROSE] = True
        return doc

    def explained(self, article: Article) -> tuple[Any, tuple[Record, ...]]:
        """The annotated Doc and its records, for whoever wants to see how they came about."""
        (doc,) = self.language.pipe([self._unread(article)])
        return doc, self._reader.read(article, doc, deeds=screen(article, self.known).read)

    def _one(self, article: Article, doc: Any) -> Reading | Failure:
        try:
            records = self._reader.read(article, doc, deeds=screen(article, self.known).read)
        except Exception as error:  # a defect of ours must not end somebody's run of a million articles
            return _failure(article, error)
        return Reading(header=self.header, article=article, records=records)

    def _fingerprint(self) -> str:
        """What the reading depends on beside the article: model, knowledge and the code of this package."""
        component: Any = self.language.get_pipe(NAME)
        encoder = component.encoder
        model = _file_digest(encoder.folder)
        digest = _digest(self.known.fingerprint, _code_digest(), model)
        return f"pourparler {encoder.meta['name']}-{encoder.meta['version']} {digest}"


def _failure(article: Article, error: Exception) -> Failure:
    message = f"could not be read ({type(error).__name__}: {error}); please report it with the article"
    return Failure(input=article.key, error=type(error).__name__, message=message)


def open_reader(*, user_knowledge: Path | None = None, threads: int = 1) -> Reader:
    """Loads everything a reading needs, in about a second.

    Raises DataError: the model or a knowledge table is missing or malformed.
    """
    reader = Reader(user_knowledge=user_knowledge, threads=threads)
    atexit.register(gc.unfreeze)  # else libraries that look for leaks at the end take what is frozen for one
    gc.freeze()  # model and tables stay for good: the collector need not walk them after every few articles
    return reader


def read_many(
    articles: Iterable[Article], *, jobs: int = 1, reader: Reader | None = None, user_knowledge: Path | None = None
) -> Iterator[Reading | Failure]:
    """Readings of all articles, in their order; with ``jobs`` above 1 in as many processes."""
    with _reading(jobs, reader, user_knowledge) as read:
        yield from read(articles)


@contextmanager
def _reading(
    jobs: int, reader: Reader | None, user_knowledge: Path | None
) -> Iterator[Callable[[Iterable[Article]], Iterator[Reading | Failure]]]:
    """A function that reads articles in their order, as often as it is called, in this process or in several."""
    jobs = min(jobs, os.cpu_count() or 1)
    if jobs <= 1:
        here = reader or open_reader(user_knowledge=user_knowledge)
        yield lambda articles: (outcome for batch in _batched(articles, BATCH) for outcome in here.read(batch))
        return
    with ProcessPoolExecutor(jobs, initializer=_start_worker, initargs=(user_knowledge,)) as pool:
        yield lambda articles: _in_order(pool, _batched(articles, BATCH), ahead=2 * jobs)


@dataclass(frozen=True, slots=True)
class Added:
    """What became of one input: ``known`` already, ``skipped`` by screening, ``read``, or ``failed``."""

    key: str
    outcome: str
    failure: Failure | None = None


def add_many(
    inputs: Iterable[Captured | Failure], store: Store, *, jobs: int = 1, reader: Reader, knowledge: Path | None = None
) -> Iterator[Added]:
    """Puts every input into the store, in its order, and tells what became of it once it is safe there.

    An article that this reader has dealt with costs a look-up; one with nothing of the field is kept as skipped.
    Raises StoreError; what was told of before it is kept.
    """
    with _reading(jobs, reader, knowledge) as read:
        for window in _windows(inputs, WINDOW * jobs):
            judged = [(item, _not_read(item, store, reader)) for item in window]
            readings = read(item.article for item, why in judged if why is None and not isinstance(item, Failure))
            outcomes = ((item, next(readings) if why is None else why) for item, why in judged)
            for batch in _batched(outcomes, BATCH):
                with store.writing() as writer:
                    added = [_put(writer, item, outcome, reader.header.reader) for item, outcome in batch]
                yield from added


def _windows(items: Iterable[T], size: int) -> Iterator[list[T]]:
    """The items in lists of at most ``size``, shorter where they come slowly: what came is not to wait for long."""
    window: list[T] = []
    began = monotonic()
    for item in items:
        window.append(item)
        if len(window) >= size or monotonic() - began > PATIENCE:
            yield window
            window, began = [], monotonic()
    if window:
        yield window


def _not_read(item: Captured | Failure, store: Store, reader: Reader) -> str | None:
    """Why an input need not be read; "" where it is known or none; None where it is to be read."""
    if isinstance(item, Failure) or not store.is_pending(item.article, reader.header.reader):
        return ""
    verdict = screen(item.article, reader.known)
    return None if verdict.read else verdict.reason


def _put(writer: Writer, item: Captured | Failure, outcome: Reading | Failure | str, fingerprint: str) -> Added:
    if isinstance(item, Failure):
        writer.note_failure(item)
        return Added(item.input, "failed", item)
    if outcome == "":
        return Added(item.article.key, "known")
    number = writer.keep(item.article, item.source)
    relate(writer, number, item.article)
    if isinstance(outcome, str):
        writer.skip(number, fingerprint, outcome)
        return Added(item.article.key, "skipped")
    if isinstance(outcome, Failure):
        writer.fail(number, fingerprint, outcome)
        return Added(item.article.key, "failed", outcome)
    writer.file(number, outcome)
    return Added(item.article.key, "read")


def relate(writer: Writer, number: int, article: Article) -> None:
    """Puts a new text version into its family."""
    from pourparler.ledger.alike import marks, may_be_alike, shingles  # only a run that keeps articles needs these
    from pourparler.ledger.families import Member, link

    if not writer.relatives.is_new(number):
        return
    runs = shingles(article.text)
    mine = marks(runs)
    near = [other for other, theirs in writer.relatives.sharing(mine) if may_be_alike(mine, theirs)]
    others = list(writer.relatives.candidates(article, near))
    writer.relatives.place(number, mine)
    if not others:
        return
    member = Member.of(article, runs)
    for found in (link(member, Member.of(other)) for other in others):
        if found is not None:
            writer.relatives.tie(found.one, found.other, found.relation, found.score, found.reasons)


def link_changed(store: Store) -> Iterator[int]:
    """Links what has changed in the store since it was last linked; tells after each step how much is left.

    Each step is a transaction: interrupted, it goes on where it stopped. Raises StoreError.
    """
    from pourparler.ledger.linking import REACH, link

    while True:
        with store.writing() as writer:
            scope = writer.links.next_scope()
            if scope is None:
                return
            known = writer.links.around(scope, REACH)
            writer.links.replace(scope, REACH, known, link(known))
        yield store.links_to_make()


def _in_order(pool: ProcessPoolExecutor, batches: Iterator[list[Article]], ahead: int) -> Iterator[Reading | Failure]:
    """Results in the order of the input, never more than ``ahead`` batches in flight."""
    waiting = [pool.submit(_read_batch, batch) for batch in islice(batches, ahead)]
    while waiting:
        yield from waiting.pop(0).result()
        waiting += [pool.submit(_read_batch, batch) for batch in islice(batches, 1)]


def _batched(things: Iterable[T], size: int) -> Iterator[list[T]]:
    rest = iter(things)
    while batch := list(islice(rest, size)):
        yield batch


@cache
def _worker_reader(user_knowledge: Path | None) -> Reader:
    return open_reader(user_knowledge=user_knowledge)


def _start_worker(user_knowledge: Path | None) -> None:
    global _read_batch_with
    _read_batch_with = _worker_reader(user_knowledge)


_read_batch_with: Reader | None = None


def _read_batch(batch: list[Article]) -> list[Reading | Failure]:
    assert _read_batch_with is not None
    return _read_batch_with.read(batch)


def explain(article: Article, record_id: str, *, reader: Reader | None = None) -> Explanation | None:
    """Reads the article again and tells how the record came about; None where it has no such record."""
    from pourparler.explaining import explain_record  # as large as the reading; a run over articles needs none of it

    doc, records = (reader or open_reader()).explained(article)
    return explain_record(doc, records, record_id)


@cache
def _code_digest() -> str:
    """A digest of every source and table of the package, so that a changed rule is a changed reader."""
    root = Path(__file__).parent
    files = sorted(
        p
        for folder in ("reading", "language", "sources", "screening", "knowledge", "records")
        for p in (root / folder).rglob("*")
        if p.suffix in (".py", ".csv")
    )
    return _digest(*(p.read_text(encoding="utf-8") for p in files))


def _file_digest(folder: Path) -> str:
    """A digest of the model's files by name and size, with its meta data; hashing 25 MB would cost the start-up."""
    files = sorted((p.name, p.stat().st_size) for p in folder.iterdir() if p.is_file() and p.suffix != ".py")
    return _digest(str(files), (folder / "meta.json").read_text(encoding="utf-8"))


def _digest(*parts: str) -> str:
    return hashlib.blake2b("\x1f".join(parts).encode(), digest_size=6).hexdigest()
