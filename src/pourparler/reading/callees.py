"""Callees: "called Norway's king on Sunday" tells whom, where parsers take it for what somebody was called."""

from __future__ import annotations

from collections.abc import Sequence

#: Verbs whose object may be parsed as a predicate.
RINGING = frozenset({"call", "ring", "dial"})
_NOUNS = frozenset({"NN", "NNP"})
_SUBJECTS = frozenset({"nsubj", "csubj"})


def mend_callees(
    lemmas: Sequence[str], tags: Sequence[str], words: Sequence[str], heads: list[int], deps: list[str]
) -> None:
    """Gives verbs of ringing up their objects, in place; a name that its title was cut from gets it back.

    "called Prime Minister | Ole Berg" -> the name is the object, the title describes it.
    """
    for i, lemma in enumerate(lemmas):
        if lemma in RINGING and tags[i] in ("VBD", "VBZ", "VBP", "VBN") and deps[i] != "acl:relcl":
            _mend(i, tags, words, heads, deps)


def _mend(i: int, tags: Sequence[str], words: Sequence[str], heads: list[int], deps: list[str]) -> None:
    near = range(max(0, i - 30), min(len(words), i + 16))
    kids = [k for k in near if heads[k] == i and k != i]
    named = [k for k in kids if deps[k] == "xcomp" and k > i and tags[k] in _NOUNS]
    things = [k for k in kids if deps[k] == "obj"]
    if len(named) != 1 or not any(deps[k] in _SUBJECTS and k < i for k in kids):
        return
    k = named[0]
    if any(words[n] in "\"“”'‘’«»" or words[n].lower() in ("a", "an", "as") for n in range(i + 1, k)):
        return  # "called it *a lie*", 'called "war"'
    if not things and any(heads[n] == k and n < k for n in range(i + 1, k)):
        deps[k] = "obj"
    elif len(things) == 1 and things[0] == k - 1 and tags[k] == "NNP" and _is_title(k - 1, i, heads, deps):
        heads[k - 1], deps[k - 1], deps[k] = k, "nmod:desc", "obj"


def _is_title(thing: int, verb: int, heads: list[int], deps: list[str]) -> bool:
    """ "*Norwegian Prime Minister* Ole Berg", but not "called President Dahl Judas"."""
    own = [deps[n] for n in range(verb + 1, thing) if heads[n] == thing]
    return bool(own) and "nmod:desc" not in own
