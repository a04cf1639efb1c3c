"""The encoder at run time: chunks of words in, what each word is out.

One pass of a small BERT through onnxruntime gives every word its tags, name tag, sentence start and arc
scores; the rest is decoding, in numpy, over the whole batch at once. Framing and padding follow
`pourparler.training.batches` to the letter: ``[CLS] pieces [SEP]``, a word stands at its first piece.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter
from typing import Any

import numpy as np
import numpy.typing as npt
import onnxruntime

from pourparler.errors import DataError
from pourparler.language.names import decode_names
from pourparler.language.pieces import PiecedWord, WordPieces
from pourparler.language.trees import decode_trees

#: What is decoded for a word: classes as indices into `Classes`, ``head`` as the distance to its head
#: in words (0: a root), ``start`` whether a sentence starts with it.
WORD = np.dtype([("upos", "i2"), ("xpos", "i2"), ("entity", "i2"), ("label", "i2"), ("head", "i4"), ("start", "?")])
Words = npt.NDArray[np.void]
Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]

#: Pieces a batch. Larger ones fall out of the processor's cache and are slower.
BATCH_PIECES = 1024
GRAPHS = ("body.onnx", "heads.onnx", "labels.onnx")
FILES = ("meta.json", "tokenizer.json", "lemmas.json", "embeddings.npz", *GRAPHS)


@dataclass(frozen=True, slots=True)
class Classes:
    """The classes of each head, in the order of their scores."""

    upos: tuple[str, ...]
    xpos: tuple[str, ...]
    entity: tuple[str, ...]
    label: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Batch:
    """Chunks padded to one length. ``order`` says which chunks of the request these are."""

    order: list[int]
    ids: Ints
    shapes: Ints
    mask: Floats
    words: Ints
    lengths: Ints


@dataclass(frozen=True, slots=True)
class Scores:
    """Raw scores, ``[batch, words, classes]``; arcs ``[batch, words, words + 1]``, column 0 being the root."""

    upos: Floats
    xpos: Floats
    entity: Floats
    start: Floats
    arcs: Floats
    label_dependent: Floats
    label_head: Floats


class Encoder:
    """The language model in ``folder``, on ``threads`` processor threads. Raises `DataError` if a file is missing.

    ``seconds`` adds up the time spent in the network itself, so that a benchmark can tell it from the rest.
    """

    def __init__(self, folder: Path, threads: int = 1) -> None:
        for name in FILES:
            if not (folder / name).exists():
                raise DataError(f"the language model in {folder} lacks {name}; install pourparler-en anew")
        self.folder, self.seconds = folder, 0.0
        self.meta: dict[str, Any] = json.loads((folder / "meta.json").read_text(encoding="utf-8"))
        self.classes = Classes(**{name: tuple(self.meta["classes"][name]) for name in Classes.__dataclass_fields__})
        self.pieces = WordPieces(folder / "tokenizer.json")
        with np.load(folder / "embeddings.npz") as embeddings:
            self._codes, self._scales = embeddings["codes"], embeddings["scales"][:, None]
        self._body, self._heads, self._label = (_session(folder / name, threads) for name in GRAPHS)
        self._root_label = self.classes.label.index("root")

    def read(
        self,
        chunks: Sequence[Sequence[str]],
        starts: Sequence[Flags] | None = None,
        allowed: Sequence[Flags] | None = None,
    ) -> list[Words]:
        """Decodes chunks of words, each at most some 500 pieces; every chunk starts a sentence.

        With ``starts``, sentences start where it says (for scoring on gold sentences) instead of where the
        model sees them start; with ``allowed``, nowhere but there.
        """
        out = [np.empty(0, WORD)] * len(chunks)
        for batch in self.prepare(chunks):
            given = None if starts is None else [starts[i] for i in batch.order]
            free = None if allowed is None else [allowed[i] for i in batch.order]
            for i, words in zip(batch.order, self.decode(batch, self.run(batch), given, free), strict=True):
                out[i] = words
        return out

    def prepare(self, chunks: Sequence[Sequence[str]]) -> Iterator[Batch]:
        """Batches of chunks of like length, the longest first. Chunks without words are in none."""
        pieced = [[self.pieces.of(word) for word in chunk] for chunk in chunks]
        sizes = [2 + sum(len(word.ids) for word in chunk) for chunk in pieced]
        group: list[int] = []
        for i in sorted((i for i, chunk in enumerate(pieced) if chunk), key=lambda i: -sizes[i]):
            if group and sizes[group[0]] * (len(group) + 1) > BATCH_PIECES:
                yield self._collate(group, [pieced[j] for j in group], sizes[group[0]])
                group = []
            group.append(i)
        if group:
            yield self._collate(group, [pieced[j] for j in group], sizes[group[0]])

    def _collate(self, order: list[int], chunks: list[list[PiecedWord]], size: int) -> Batch:
        ids = np.full((len(chunks), size), self.pieces.padding, np.int64)
        shapes, mask = np.zeros((len(chunks), size), np.int64), np.zeros((len(chunks), size), np.float32)
        words = np.zeros((len(chunks), max(map(len, chunks))), np.int64)
        for row, chunk in enumerate(chunks):
            counts = np.array([len(word.ids) for word in chunk])
            length = int(counts.sum()) + 2
            ids[row, :length] = [self.pieces.first, *(i for word in chunk for i in word.ids), self.pieces.last]
            shapes[row, 1 : length - 1] = np.repeat([word.shape for word in chunk], counts)
            mask[row, :length] = 1
            words[row, : len(chunk)] = counts.cumsum() - counts + 1
        return Batch(order, ids, shapes, mask, words, np.array([len(chunk) for chunk in chunks]))

    def run(self, batch: Batch) -> Scores:
        """The network alone, embeddings included, labels of arcs excepted: these are scored at the chosen heads."""
        began = perf_counter()
        embedded = self._codes[batch.ids] * self._scales[batch.ids]
        (hidden,) = self._body.run(None, {"embedded": embedded, "shapes": batch.shapes, "mask": batch.mask})
        words = hidden[np.arange(len(batch.order))[:, None], batch.words]
        scores = Scores(*self._heads.run(None, {"words": words}))
        self.seconds += perf_counter() - began
        return scores

    def decode(
        self, batch: Batch, scores: Scores, starts: list[Flags] | None = None, allowed: list[Flags] | None = None
    ) -> list[Words]:
        """One array of `WORD` per chunk of the batch: valid names, and one tree per sentence."""
        real = np.arange(batch.words.shape[1]) < batch.lengths[:, None]
        start = scores.start > 0
        for row, may in enumerate(allowed or ()):
            seen = start[row, : len(may)]
            # A start seen at a closing mark is that of the word after it.
            moved = np.concatenate([[False], (seen & ~may)[:-1]])
            start[row, : len(may)] = (seen | moved) & may
        for row, given in enumerate(starts or ()):
            start[row, : len(given)] = given
        start[:, 0] = True
        sentence = np.where(real, start.cumsum(1) - 1, -1)
        heads = decode_trees(scores.arcs, sentence)
        words = np.empty(start.shape, WORD)
        for name in ("upos", "xpos"):
            words[name] = getattr(scores, name).argmax(-1)
        words["entity"] = decode_names(scores.entity, sentence, self.classes.entity)
        words["head"] = np.where(heads == 0, 0, heads - 1 - np.arange(heads.shape[1]))
        words["start"] = start
        words["label"][real] = self._labels(scores, heads, real)
        return [row[:length] for row, length in zip(words, batch.lengths, strict=True)]

    def _labels(self, scores: Scores, heads: Ints, real: Flags) -> Ints:
        """The best label of each real word at its head: ``root`` for roots, and for none else."""
        chunk, word = np.nonzero(real)
        head = heads[chunk, word]
        features = {"dependent": scores.label_dependent[chunk, word], "head": scores.label_head[chunk, head]}
        began = perf_counter()
        (found,) = self._label.run(None, features)
        self.seconds += perf_counter() - began
        found[:, self._root_label] = np.where(head == 0, np.inf, -np.inf)
        best: Ints = found.argmax(-1)
        return best


def _session(path: Path, threads: int) -> Any:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
