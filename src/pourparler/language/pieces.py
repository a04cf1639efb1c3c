"""Words to word pieces: what the encoder is fed, in training and at run time alike.

Words come ready-made (spaCy's tokens, or a treebank's), so a word's pieces never depend on its neighbours
and are looked up once per distinct word.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from tokenizers import Tokenizer

#: Casing and digits, which an uncased vocabulary forgets. A word's shape is an index into this tuple.
SHAPES = ("special", "lower", "title", "upper", "mixed", "initial", "digits", "alphanumeric", "punctuation")

#: A URL can come to 70 pieces; the first few tell all that matters.
MAX_PIECES_PER_WORD = 8


def word_shape(word: str) -> int:
    """The index in `SHAPES` of a word's casing class.

    >>> SHAPES[word_shape("NATO")], SHAPES[word_shape("Su-27")]
    ('upper', 'alphanumeric')
    """
    if not any(c.isalnum() for c in word):
        return SHAPES.index("punctuation")
    if any(c.isdigit() for c in word):
        return SHAPES.index("alphanumeric" if any(c.isalpha() for c in word) else "digits")
    if word.islower():
        return SHAPES.index("lower")
    if len(word.rstrip(".")) == 1 and word[0].isupper():
        return SHAPES.index("initial")
    if word.isupper():
        return SHAPES.index("upper")
    if word[0].isupper() and word[1:].islower():
        return SHAPES.index("title")
    return SHAPES.index("mixed")


@dataclass(frozen=True, slots=True)
class PiecedWord:
    """One word as the encoder sees it: vocabulary ids and its shape."""

    ids: tuple[int, ...]
    shape: int


class WordPieces:
    """A vocabulary file as a function from words to piece ids.

    Whitespace, joiners and soft hyphens have no piece of their own and become ``[UNK]``, so that every word
    has at least one.
    """

    def __init__(self, tokenizer_json: Path) -> None:
        self._tokenizer = Tokenizer.from_file(str(tokenizer_json))
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()
        vocabulary = self._tokenizer.get_vocab()
        self.first, self.last, self.unknown, self.padding = (
            vocabulary[t] for t in ("[CLS]", "[SEP]", "[UNK]", "[PAD]")
        )
        self.of = lru_cache(maxsize=65_536)(self._of)

    def _of(self, word: str) -> PiecedWord:
        ids = self._tokenizer.encode(word[:64], add_special_tokens=False).ids[:MAX_PIECES_PER_WORD]
        return PiecedWord(tuple(ids) or (self.unknown,), word_shape(word))
