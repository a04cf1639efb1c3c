"""Which sentence of a text a place is in, by its full stops: near enough for a column that has a number for it."""

from __future__ import annotations

import re

_SHORT = (
    "Mr",
    "Ms",
    "Dr",
    "St",
    "Lt",
    "Jr",
    "No",
    "vs",
    "Mrs",
    "Gen",
    "Col",
    "Maj",
    "Sen",
    "Rep",
    "Gov",
    "Adm",
    "Capt",
)
_NOT_AFTER = "".join(f"(?<!{word})" for word in (r"\b[A-Z]", *(rf"\b{word}" for word in _SHORT)))
#: The end of a sentence or paragraph, and the beginning of the next; not after an initial or a short title.
_BOUNDARY = re.compile(rf"\n\s*\n|{_NOT_AFTER}[.!?][\"”’')\]]*\s+(?=[\"“‘'(\[]?[A-Z0-9])")


def sentence_number(text: str, place: int) -> int:
    """The number of the sentence that holds the place, the first being 1; a headline counts as one.

    >>> text = "Oslo called. Gen. A. Berg of the U.S. Army did not answer. It rang."
    >>> [sentence_number(text, text.index(word)) for word in ("Oslo", "Gen.", "Army", "rang")]
    [1, 2, 2, 3]
    """
    return 1 + sum(1 for boundary in _BOUNDARY.finditer(text) if boundary.end() <= place)
