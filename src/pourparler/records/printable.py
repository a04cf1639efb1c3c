"""Article text made safe to show: what would move the cursor, colour the screen or turn the line is spelled out.

An article may hold anything, terminal escapes included. Offsets count in the raw text, so callers cut their spans
first and make each piece printable after.
"""

from __future__ import annotations

import re

#: C0 and C1 controls, DEL, line and paragraph separators, marks that turn the direction of writing, lone surrogates.
_UNSAFE = "\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff"
_PATTERN = re.compile(f"[{_UNSAFE}]")


def printable(text: str) -> str:
    r"""The text with each unsafe character spelled as a Python escape; line feeds and tabs stay.

    >>> printable("a\x1b[31mred")
    'a\\x1b[31mred'
    """
    return _PATTERN.sub(lambda found: ascii(found[0])[1:-1], text)


def one_line(text: str) -> str:
    r"""The text on one line, runs of white space as one space, unsafe characters spelled out.

    >>> one_line("held\n talks\x07")
    'held talks\\x07'
    """
    return printable(" ".join(text.split()))


def safe_json(line: str) -> str:
    r"""JSON whose strings hold no unsafe character: the same values, spelled ``\uXXXX``."""
    return _PATTERN.sub(lambda found: f"\\u{ord(found[0]):04x}", line)
