"""Sentences to padded tensors, in chunks of mixed length so that sentence boundaries are learned in context."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import torch

from pourparler.evaluation.treebanks import BIO, Sentence
from pourparler.language.lemmas import lemma_script
from pourparler.language.pieces import SHAPES, WordPieces

MAX_PIECES = 240
IGNORE = -100


@dataclass(frozen=True, slots=True)
class Inventory:
    """The classes of each head, in the order of their scores."""

    upos: tuple[str, ...]
    xpos: tuple[str, ...]
    lemma: tuple[str, ...]
    entity: tuple[str, ...]
    label: tuple[str, ...]

    @classmethod
    def of(cls, sentences: list[Sentence], rarest_lemma: int = 4) -> Inventory:
        words = [w for s in sentences if s.parsed for w in s.words]
        scripts = Counter(lemma_script(w.form, w.lemma) for w in words)
        kept = sorted(script for script, n in scripts.items() if n >= rarest_lemma)
        return cls(
            tuple(sorted({w.upos for w in words})),
            tuple(sorted({w.xpos for w in words})),
            ("0", *(s for s in kept if s != "0")),
            BIO,
            tuple(sorted({w.deprel for w in words})),
        )


@dataclass(slots=True)
class Batch:
    """Tensors of one step; ``entities`` is a multi-hot of the tags each word may have."""

    ids: torch.Tensor
    shapes: torch.Tensor
    mask: torch.Tensor
    words: torch.Tensor
    upos: torch.Tensor
    xpos: torch.Tensor
    lemma: torch.Tensor
    start: torch.Tensor
    heads: torch.Tensor
    label: torch.Tensor
    entities: torch.Tensor
    word_mask: torch.Tensor


def chunks(sentences: list[Sentence], pieces: WordPieces, rng: random.Random) -> list[list[Sentence]]:
    """Runs of consecutive sentences of one document: a third alone, the rest up to a random length in pieces."""
    out: list[list[Sentence]] = []
    current: list[Sentence] = []
    length, limit = 0, 0
    for sentence in sentences:
        size = sum(len(pieces.of(w.form).ids) for w in sentence.words)
        new_document = bool(current) and current[-1].document != sentence.document
        if not current or new_document or length + size > limit:
            if current:
                out.append(current)
            current, length = [], 0
            limit = 0 if rng.random() < 0.35 else rng.randint(30, MAX_PIECES - 2)
        current.append(sentence)
        length += size
    return [*out, current] if current else out


def batches(
    sentences: list[Sentence], pieces: WordPieces, inventory: Inventory, size: int, rng: random.Random
) -> Iterator[Batch]:
    """One epoch: chunks of like length together, batches of about ``size`` pieces, in random order."""
    encoded = [Chunk.of(chunk, pieces, inventory) for chunk in chunks(sentences, pieces, rng)]
    encoded = [c for c in encoded if c is not None]
    encoded.sort(key=lambda c: len(c.ids) + rng.random() * 8)
    groups: list[list[Chunk]] = [[]]
    for chunk in encoded:
        if groups[-1] and len(chunk.ids) * (len(groups[-1]) + 1) > size:
            groups.append([])
        groups[-1].append(chunk)
    rng.shuffle(groups)
    for group in groups:
        yield collate(group, pieces.padding, rng)


@dataclass(slots=True)
class Chunk:
    """A chunk as plain lists, one entry a piece or a word."""

    ids: list[int]
    shapes: list[int]
    words: list[int]
    targets: dict[str, list[int]]
    entities: np.ndarray

    @classmethod
    def of(cls, chunk: list[Sentence], pieces: WordPieces, inventory: Inventory) -> Chunk:
        ids, shapes, words = [pieces.first], [0], []
        targets: dict[str, list[int]] = {n: [] for n in ("upos", "xpos", "lemma", "start", "heads", "label")}
        entities: list[frozenset[int]] = []
        lookup = {
            name: {c: i for i, c in enumerate(getattr(inventory, name))} for name in ("upos", "xpos", "lemma", "label")
        }
        offset = 0
        for sentence in chunk:
            for i, word in enumerate(sentence.words):
                piece = pieces.of(word.form)
                if len(ids) + len(piece.ids) >= 2 * MAX_PIECES:
                    break
                words.append(len(ids))
                ids += piece.ids
                shapes += [piece.shape] * len(piece.ids)
                # A sentence seen alone tells nothing of boundaries at its first word.
                targets["start"].append(int(i == 0) if words[1:] else IGNORE)
                entities.append(sentence.entities[i] if sentence.entities else frozenset())
                if not sentence.parsed:
                    for name in ("upos", "xpos", "lemma", "heads", "label"):
                        targets[name].append(IGNORE)
                    continue
                targets["upos"].append(lookup["upos"].get(word.upos, IGNORE))
                targets["xpos"].append(lookup["xpos"].get(word.xpos, IGNORE))
                targets["lemma"].append(lookup["lemma"].get(lemma_script(word.form, word.lemma), IGNORE))
                targets["heads"].append(0 if word.head == 0 else offset + word.head)
                targets["label"].append(lookup["label"].get(word.deprel, IGNORE))
            offset = len(words)
        targets["heads"] = [h if h <= len(words) else IGNORE for h in targets["heads"]]
        hot = np.zeros((len(words), len(inventory.entity)), np.float32)
        for i, tags in enumerate(entities):
            hot[i, list(tags)] = 1
        return cls([*ids, pieces.last], [*shapes, 0], words, targets, hot)


def collate(group: list[Chunk], padding: int, rng: random.Random) -> Batch:
    """Pads a group of chunks. One chunk in thirty is cased as a headline is, so that headlines are no surprise."""
    longest, most = max(len(c.ids) for c in group), max(len(c.words) for c in group)

    def padded(rows: list[list[int]], width: int, filler: int) -> torch.Tensor:
        return torch.tensor([row + [filler] * (width - len(row)) for row in rows])

    recased = [_recase(c.shapes, rng) if rng.random() < 1 / 30 else c.shapes for c in group]
    targets = {n: padded([c.targets[n] for c in group], most, IGNORE) for n in group[0].targets}
    entities = torch.zeros(len(group), most, group[0].entities.shape[1])
    for i, chunk in enumerate(group):
        entities[i, : len(chunk.words)] = torch.from_numpy(chunk.entities)
    return Batch(
        ids=padded([c.ids for c in group], longest, padding),
        shapes=padded(recased, longest, 0),
        mask=padded([[1] * len(c.ids) for c in group], longest, 0).float(),
        words=padded([c.words for c in group], most, 0),
        word_mask=padded([[1] * len(c.words) for c in group], most, 0).bool(),
        entities=entities,
        **targets,
    )


def _recase(shapes: list[int], rng: random.Random) -> list[int]:
    lower, title, upper = (SHAPES.index(n) for n in ("lower", "title", "upper"))
    to = rng.choice((title, upper))
    return [to if s in (lower, title) else s for s in shapes]
