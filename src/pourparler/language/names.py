"""Tags of names made valid: an ``I-`` follows only a ``B-`` or ``I-`` of its own label."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.floating]


def decode_names(scores: Floats, sentence: Ints, tags: Sequence[str]) -> Ints:
    """The best valid tag sequence of each sentence: scores ``[batch, words, tags]`` to tags ``[batch, words]``.

    ``sentence`` numbers the sentences of each chunk (-1: padding); names end with their sentence. Where the best
    tags of the single words are valid they are the answer; else Viterbi finds the best valid sequence.
    """
    follows = _follows(tuple(tags))
    outside = tags.index("O")
    best: Ints = scores.argmax(-1)
    best[sentence < 0] = outside
    before = np.full_like(best, outside)
    before[:, 1:] = np.where(sentence[:, 1:] == sentence[:, :-1], best[:, :-1], outside)
    wrong = np.nonzero(~follows[before, best])
    for chunk, number in {(int(c), int(n)) for c, n in zip(wrong[0], sentence[wrong], strict=True)}:
        words = np.flatnonzero(sentence[chunk] == number)
        best[chunk, words] = viterbi(scores[chunk, words], follows, outside)
    return best


@lru_cache(maxsize=8)
def _follows(tags: tuple[str, ...]) -> npt.NDArray[np.bool_]:
    """``[i, j]``: whether tag j may follow tag i."""
    rows = [[not b.startswith("I-") or a[1:] == b[1:] for b in tags] for a in tags]
    return np.array(rows)


def viterbi(scores: Floats, follows: npt.NDArray[np.bool_], before: int) -> Ints:
    """The sequence of highest summed score among those whose every step is allowed; ``before`` precedes the first."""
    barrier = np.where(follows, 0.0, -np.inf)
    total = scores[0] + barrier[before]
    back = []
    for row in scores[1:]:
        paths = total[:, None] + barrier
        back.append(paths.argmax(0))
        total = paths.max(0) + row
    path = [int(total.argmax())]
    for step in reversed(back):
        path.append(int(step[path[-1]]))
    return np.array(path[::-1])
