"""The words of a Doc in bulk; a Python object for every token, as spaCy makes them, would cost more than reading."""

from __future__ import annotations

from functools import lru_cache
from itertools import accumulate
from operator import add

from spacy.attrs import ORTH, SPACY
from spacy.strings import StringStore
from spacy.tokens import Doc
from spacy.vocab import Vocab


class Strings(dict[int, str]):
    """spaCy's string store behind a plain dict: one lookup in C for every token after the first of its kind."""

    def __init__(self, strings: StringStore) -> None:
        super().__init__()
        self._store = strings

    def __missing__(self, key: int) -> str:
        value: str = self._store[key]
        self[key] = value
        return value


@lru_cache(maxsize=4)
def strings_of(vocab: Vocab) -> Strings:
    """The strings of a vocabulary, shared by all who ask."""
    return Strings(vocab.strings)


def words_of(doc: Doc) -> list[str]:
    """The words of a Doc, whitespace tokens among them."""
    strings = strings_of(doc.vocab)
    return [strings[key] for key in doc.to_array(ORTH).tolist()]


def starts_of(doc: Doc, words: list[str]) -> list[int]:
    """The character offset at which each word starts."""
    steps = map(add, map(len, words), doc.to_array(SPACY).tolist())
    return list(accumulate(steps, initial=0))[: len(words)]
