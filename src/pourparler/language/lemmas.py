"""Lemmas as edit scripts, the form in which a classifier can learn them (after UDPipe 2, Straka 2018).

A script is ``"2y"`` (drop two characters, add "y": countries -> country) or ``"=be"`` (replace the word).
"""

from __future__ import annotations

import re

_SCRIPT = re.compile(r"(\d+)(.*)", re.DOTALL)


def lemma_script(form: str, lemma: str) -> str:
    """The script that turns a lower-cased form into its lemma.

    >>> lemma_script("countries", "country"), lemma_script("was", "be")
    ('3y', '=be')
    """
    form, lemma = form.lower(), lemma.lower()
    shared = 0
    while shared < min(len(form), len(lemma)) and form[shared] == lemma[shared]:
        shared += 1
    return f"{len(form) - shared}{lemma[shared:]}" if shared else f"={lemma}"


def apply_script(form: str, script: str) -> str:
    """The lemma of a form, lower-cased; a script longer than the form leaves it as it is.

    >>> apply_script("Denied", "3y"), apply_script("as", "9x")
    ('deny', 'as')
    """
    form = form.lower()
    if script.startswith("="):
        return script[1:]
    match = _SCRIPT.fullmatch(script)
    if match is None or int(match[1]) > len(form):
        return form
    return form[: len(form) - int(match[1])] + match[2]
