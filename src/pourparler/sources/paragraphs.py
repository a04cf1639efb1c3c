"""Lines to paragraphs: hard-wrapped text is put together again, any other line is a paragraph of its own."""

from __future__ import annotations

import re

_WIDEST = 100
_NARROWEST = 40
_SPLIT_WORD = re.compile(r"[a-z]-$")
_CLOSED = re.compile(r"""[.!?:]["'”’)\]]*$""")


def split_paragraphs(text: str) -> list[str]:
    """The paragraphs of a text with clean characters. A newline ends one unless the text is hard-wrapped."""
    blocks = [[line.strip() for line in block.split("\n") if line.strip()] for block in re.split(r"\n[ ]*\n", text)]
    width = _wrap_width(blocks)
    if width is None:
        return [line for block in blocks for line in block]
    return [paragraph for block in blocks for paragraph in _unwrap(block, width)]


def _wrap_width(blocks: list[list[str]]) -> int | None:
    """The width at which the text was wrapped, None where it was not.

    Wrapped lines are alike in length and mostly end inside a sentence.
    """
    inner = [line for block in blocks for line in block[:-1]]
    long = [line for line in inner if len(line) >= _NARROWEST]
    widest = max((len(line) for block in blocks for line in block), default=0)
    if len(long) < 2 or widest > _WIDEST or len(long) < 0.6 * len(inner):
        return None
    open_ended = sum(not _CLOSED.search(line) for line in long)
    return widest if open_ended >= 0.6 * len(long) else None


def _unwrap(lines: list[str], width: int) -> list[str]:
    """Join each line to the next unless the next line's first word would still have fitted on it."""
    joined: list[str] = []
    fits = True
    for i, line in enumerate(lines):
        if fits:
            joined.append(line)
        else:
            joined[-1] += ("" if _SPLIT_WORD.search(joined[-1]) and line[0].isupper() else " ") + line
        following = lines[i + 1].split(" ", 1)[0] if i + 1 < len(lines) else ""
        fits = len(line) + 1 + len(following) <= width and _CLOSED.search(line) is not None
    return joined
