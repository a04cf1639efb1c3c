"""Arc scores to dependency trees: the best head of each word, and where that is no tree, the best tree.

Repair is the algorithm of Chu and Liu (1965) and Edmonds (1967) for maximum spanning arborescences, run for the
few words that can be the only root of the best tree.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.floating]


def decode_tree(scores: Floats) -> Ints:
    """Heads of the words of one sentence, as the best tree with exactly one root.

    ``scores`` is ``[words, words + 1]``: row i scores the heads of word i, column 0 being the root and column
    j + 1 word j. The heads returned are columns.

    >>> decode_tree(np.array([[0.0, 9.0, 5.0], [1.0, 5.0, 9.0]]))
    array([2, 0])
    """
    heads: Ints = decode_trees(scores[None], np.zeros((1, len(scores)), np.int64))[0]
    return heads


def decode_trees(scores: Floats, sentence: Ints) -> Ints:
    """Heads ``[batch, words]`` of chunks that hold several sentences each; no arc leaves its sentence.

    ``scores`` is ``[batch, words, words + 1]``; ``sentence`` ``[batch, words]`` numbers the sentences of a chunk
    from 0, with -1 for padding. The heads of padding are 0.
    """
    inside = np.ones(scores.shape, bool)
    inside[:, :, 1:] = sentence[:, :, None] == sentence[:, None, :]
    size = scores.shape[1]
    inside[:, np.arange(size), np.arange(size) + 1] = False
    heads: Ints = np.where(inside, scores, -np.inf).argmax(-1)
    heads[sentence < 0] = 0
    for chunk, number in _broken(heads, sentence):
        words = np.flatnonzero(sentence[chunk] == number)
        block = scores[chunk][np.ix_(words, np.concatenate([[0], words + 1]))]
        found = best_tree(block)
        heads[chunk, words] = np.where(found == 0, 0, found + words[0])
    return heads


def _broken(heads: Ints, sentence: Ints) -> list[tuple[int, int]]:
    """The (chunk, sentence) pairs whose heads are no single-rooted tree."""
    batch, size = heads.shape
    if size == 0:
        return []
    above = np.concatenate([np.zeros((batch, 1), np.int64), heads], 1)
    for _ in range(int(size).bit_length()):  # each round doubles the steps taken towards the root
        above = np.take_along_axis(above, above, 1)
    real = sentence >= 0
    key = np.where(real, sentence, 0) + np.arange(batch)[:, None] * size
    roots = np.bincount(key[real & (heads == 0)], minlength=batch * size)
    bad = real & ((above[:, 1:] != 0) | (roots[key] != 1))
    return [(int(k) // size, int(k) % size) for k in np.unique(key[bad])]


def best_tree(scores: Floats) -> Ints:
    """Heads (columns of ``scores``, as for `decode_tree`) of the best single-rooted tree.

    No tree rooted at a word can score more than the best head of every other word and that word's root arc. Roots are
    tried in the order of this bound, until no untried root can beat the best tree found.
    """
    size = len(scores)
    if size == 1:
        return np.zeros(1, np.int64)
    arcs = np.full((size + 1, size + 1), -np.inf)
    arcs[1:] = scores
    np.fill_diagonal(arcs, -np.inf)
    unrooted = arcs[1:, 1:].max(1)
    bounds = unrooted.sum() - unrooted + arcs[1:, 0]
    best, best_score = np.zeros(size, np.int64), -np.inf
    for root in np.argsort(-bounds):
        if bounds[root] <= best_score:
            break
        rooted = arcs.copy()
        rooted[:, 0] = rooted[root + 1] = -np.inf
        rooted[root + 1, 0] = arcs[root + 1, 0]
        heads = _arborescence(rooted)[1:]
        score = float(arcs[np.arange(1, size + 1), heads].sum())
        if score > best_score:
            best, best_score = heads, score
    return best


def _arborescence(arcs: npt.NDArray[np.float64]) -> Ints:
    """Best heads where ``arcs[i, j]`` scores j as the head of i and node 0 is the root (its head is 0)."""
    heads: Ints = arcs.argmax(1)
    heads[0] = 0
    cycle = _cycle(heads)
    if cycle is None:
        return heads
    outside = np.ones(len(arcs), bool)
    outside[cycle] = False
    rest = np.flatnonzero(outside)
    into = arcs[cycle][:, rest] - arcs[cycle, heads[cycle]][:, None]  # what it costs to break the cycle there
    out = arcs[rest][:, cycle]
    last = len(rest)
    smaller = np.full((last + 1, last + 1), -np.inf)
    smaller[:last, :last] = arcs[rest][:, rest]
    smaller[last, :last], smaller[:last, last] = into.max(0), out.max(1)
    found = _arborescence(smaller)
    heads[rest] = np.where(found[:last] == last, cycle[out.argmax(1)], np.append(rest, 0)[found[:last]])
    entry = found[last]
    heads[cycle[into[:, entry].argmax()]] = rest[entry]
    heads[0] = 0
    return heads


def _cycle(heads: Ints) -> Ints | None:
    """The nodes of one cycle, or None if all lead to node 0."""
    colour = [0] * len(heads)
    colour[0] = -1
    following = heads.tolist()
    for start in range(1, len(heads)):
        node = start
        while colour[node] == 0:
            colour[node] = start
            node = following[node]
        if colour[node] == start:
            cycle = [node]
            while following[cycle[-1]] != node:
                cycle.append(following[cycle[-1]])
            return np.array(cycle)
    return None
