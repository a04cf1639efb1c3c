"""Paragraphs of any length through an encoder that sees a few hundred pieces at a time.

A paragraph that does not fit is read in windows cut at sentences the model itself has seen: of each window
all sentences but the last are kept, and the next window begins where that last one begins. So no cut is ever
taken for a boundary, and every kept sentence has been seen with what follows it. A sentence longer than a whole window
is cut hard, for want of better.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from pourparler.language.encoder import WORD, Encoder, Flags, Words

#: Pieces a window holds.
WINDOW = 200


def read_paragraphs(
    encoder: Encoder, paragraphs: Sequence[Sequence[str]], allowed: Sequence[Flags] | None = None
) -> list[Words]:
    """What `Encoder.read` gives, for paragraphs of any length; ``allowed`` tells where sentences may start."""
    parts: list[list[Words]] = [[] for _ in paragraphs]
    pending = [(i, 0) for i, words in enumerate(paragraphs) if words]
    while pending:
        spans = [(i, start, _window_end(encoder, paragraphs[i], start)) for i, start in pending]
        free = None if allowed is None else [allowed[i][start:end] for i, start, end in spans]
        read = encoder.read([paragraphs[i][start:end] for i, start, end in spans], allowed=free)
        pending = []
        for (i, start, end), words in zip(spans, read, strict=True):
            kept = words if end == len(paragraphs[i]) else words[: _last_start(words)]
            parts[i].append(kept)
            if start + len(kept) < len(paragraphs[i]):
                pending.append((i, start + len(kept)))
    return [np.concatenate(part) if part else np.empty(0, WORD) for part in parts]


def _window_end(encoder: Encoder, words: Sequence[str], start: int) -> int:
    """How far a window from ``start`` reaches: at least one word."""
    room = WINDOW
    for end in range(start, len(words)):
        room -= len(encoder.pieces.of(words[end]).ids)
        if room < 0 and end > start:
            return end
    return len(words)


def _last_start(words: Words) -> int:
    """Where the last sentence of a window starts; its end, if it holds but one."""
    start = int(np.flatnonzero(words["start"])[-1])
    return start or len(words)
