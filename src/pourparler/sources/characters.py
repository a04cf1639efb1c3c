"""Characters that are no part of any word: control codes, direction marks, zero-width signs, odd spaces."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

from pourparler.records import Removed

_NEWLINES = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_SPACES = re.compile("[\t\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]| {2,}")
_RUN = re.compile("[ \t\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]+")
_KINDS = {
    "control character": re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff\ud800-\udfff]"),
    "direction mark": re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]"),
    "zero-width character": re.compile("[\xad\u034f\u180e\u200b-\u200d\u2060-\u2064\ufeff\ufff9-\ufffb]"),
}


def clean_characters(text: str) -> tuple[str, list[Removed]]:
    """Text with plain newlines and single spaces, and a note on each kind of character taken out."""
    removed = []
    text = _NEWLINES.sub("\n", text)
    if not text.isascii() or not text.replace("\n", "").isprintable():
        for why, pattern in _KINDS.items():
            if found := Counter(pattern.findall(text)):
                removed.append(Removed(text=_list(found), why=why))
                text = pattern.sub("", text)
    return (_RUN.sub(" ", text) if _SPACES.search(text) else text), removed


def _list(found: Counter[str]) -> str:
    """The characters by name, as they cannot be shown."""
    names = (f"{unicodedata.name(c, 'control')} (U+{ord(c):04X}) x{n}" for c, n in sorted(found.items()))
    return ", ".join(names)
