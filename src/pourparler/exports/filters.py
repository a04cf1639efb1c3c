"""A filter in words, as people would say it."""

from __future__ import annotations

from collections.abc import Iterator

from pourparler.exports.labels import words_label
from pourparler.exports.printable import one_line
from pourparler.store import Filter


def filter_words(wanted: Filter) -> str:
    """What the filter lets through.

    >>> filter_words(Filter(kinds=("contact",), between=("USA", "CHN"), types=("declined", "held"), since="2021-01-01"))
    'contacts between USA and CHN; declined or held; since 2021-01-01'
    """
    return one_line("; ".join(_parts(wanted)))


def _parts(wanted: Filter) -> Iterator[str]:
    kinds = " and ".join(f"{kind}s" for kind in wanted.kinds) or "records"
    yield kinds + (f" between {wanted.between[0]} and {wanted.between[1]}" if wanted.between else "")
    if wanted.involving:
        yield f"with {' and '.join(wanted.involving)}"
    for word, told in (("by", wanted.by), ("person", wanted.person)):
        if told:
            yield f"{word} {told}"
    for choices in (wanted.types, wanted.channels, wanted.levels):
        if choices:
            yield " or ".join(map(words_label, choices))
    if wanted.reasons:
        yield f"for reasons of {' or '.join(map(words_label, wanted.reasons))}"
    for word, told in (("forum", wanted.forum), ("according to", wanted.according_to), ("told by", wanted.outlet)):
        if told:
            yield f"{word} {told}"
    if wanted.words:
        yield f"in articles with the words {wanted.words}"
    for word, told in (("since", wanted.since), ("until", wanted.until)):
        if told:
            yield f"{word} {told}"
    if wanted.rejected:
        yield "rejected by people"
    if wanted.reviewed is not None:
        yield "reviewed by people" if wanted.reviewed else "reviewed by nobody"
