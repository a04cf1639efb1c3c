"""Where a sentence can start: what typography rules out, whatever the model sees."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

#: What may close a sentence of edited text.
CLOSING = frozenset(".?!…:;\"'“”’)]»—–-*•|")
#: What no sentence begins with.
CLOSERS = frozenset({",", ".", ";", ":", "!", "?", "…", "”", "’", ")", "]", "»", "%", "'s", "’s", "n't", "n’t"})
_QUOTES = frozenset("\"'“„")
_CLOSING_QUOTES = frozenset("\"'”’")


def may_start(words: Sequence[str], spaced: Sequence[bool], prose: bool) -> npt.NDArray[np.bool_]:
    """Whether a sentence may start at each word; ``spaced`` tells which words have space before them.

    Never after a comma, at a closing mark, at a quotation mark that clings to what stands before it, within a row of
    one symbol ("======"), or after a quotation that a comma closes. In edited text (``prose``) only after what closes
    a sentence.

    >>> may_start(["He", "left", ".", "She", "stayed"], [True, True, False, True, True], True).tolist()
    [True, False, False, True, False]
    """
    allowed = np.ones(len(words), bool)
    went_on = -1
    for i in range(1, len(words)):
        before, word = words[i - 1], words[i]
        closes = word in CLOSERS or (word in _QUOTES and not spaced[i] and (i + 1 == len(words) or spaced[i + 1]))
        repeated = word == before and not word[0].isalnum()
        after = before[-1:] in CLOSING if prose else before != ","
        # "..., yes,” she said" and "“Why?” she asked" go on after the quotation.
        goes_on = before in _CLOSING_QUOTES and (words[i - 2 : i - 1] == [","] or (prose and word[0].islower()))
        allowed[i] = after and not closes and not repeated and not goes_on and i != went_on + 1
        went_on = i if goes_on else -1
    return allowed
