"""The word that a date phrase hangs on.

Parsers often hang a day on the noun before it: "The ministry *on Monday* summoned", "told a rally *on Monday*". Such a
day is that of the verb, unless the noun itself tells a deed ("the clash on Monday") or belongs to the phrase
("Monday's list").
"""

from __future__ import annotations

from bisect import bisect_left
from functools import cache

from pourparler.reading.syntax import Syntax
from pourparler.reading.tables import rows
from pourparler.reading.timing.planning import is_due

#: Verbs that tell what somebody said: a day right after one is the day of the saying.
SAYING = frozenset({"say", "announce", "report", "state", "declare", "confirm", "deny", "warn", "claim", "add", "tell"})
#: Verbs whose hearers are named by a deed of their own: "told a rally on Monday".
_ADDRESSING = frozenset({"tell", "address", "inform", "brief"})
_LIFTING = frozenset({"nsubj", "obj", "iobj", "obl", "nmod", "appos", "flat", "compound", "conj", "advmod", "amod"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADV", "ADJ"})
#: Prepositions of a day that can be a verb's, though the parse hangs it on a noun; "of", "for" and "from" are a noun's.
_LOOSE_PREPOSITIONS = frozenset({"", "on", "in", "at", "around", "about", "over", "during"})

#: Prepositions of a noun that has a time of its own: "nobody since Mattis in 2018".
_APART = frozenset(
    {"since", "after", "before", "until", "following", "despite", "over", "about", "unlike", "like", "than", "as"}
)


@cache
def _deed_nouns() -> frozenset[str]:
    """The nouns that tell deeds: those that any table of the reader reads as one, and "occasions"."""
    told = {row["lemma"] for table in ("contacts", "events", "incidents", "steps") for row in rows(table)
            if row["pos"] == "noun"}  # fmt: skip
    measures = {row["lemma"] for row in rows("measures") if row["pos"] == "noun"}
    return frozenset(told | measures | {row["lemma"] for row in rows("happenings")})


def is_deed_noun(syntax: Syntax, i: int) -> bool:
    """Whether a noun tells something that happens on a day."""
    return syntax.pos[i] == "NOUN" and (syntax.lemma[i] in _deed_nouns() or syntax.lower[i] in _deed_nouns())


def tokens_of(syntax: Syntax, start: int, end: int) -> range:
    """The tokens of a stretch of characters."""
    first = bisect_left(syntax.end, start + 1)
    return range(first, max(first + 1, bisect_left(syntax.start, end)))


def governor(syntax: Syntax, start: int, end: int) -> int:
    """The token outside the phrase that it hangs on in the parse; -1 where there is none."""
    inside = tokens_of(syntax, start, end)
    if inside.start >= syntax.size:
        return -1
    saying = _saying_beside(syntax, inside)
    if saying is not None:
        return saying
    i = inside.start
    for _ in range(12):
        head = syntax.head[i]
        if head == i or head not in inside:
            break
        i = head
    head = syntax.head[i]
    if head not in inside:
        return next((k for k in syntax.children(head, "advcl") if head < k < inside.start and is_due(syntax, k)), head)
    subject = syntax.child(i, "nsubj")
    return subject if subject is not None and subject not in inside else -1  # "The meeting is on Monday."


#: What makes a "since" tell how rare a deed is, not when it was done.
_RARE = frozenset({"first", "only", "last", "latest", "second", "third"})
_RELATIVES = frozenset({"in", "when", "that", "which", "where", "between", "involving", "as"})


def is_first_since(syntax: Syntax, start: int, end: int) -> bool:
    """ "Their first talks *since 2019*", "the worst clash *since Monday*": no date of the talks or the clash."""
    first = tokens_of(syntax, start, end).start
    if syntax.lower[first] != "since":
        return False
    return any(
        syntax.lower[k] in _RARE or syntax.tag[k] in ("JJS", "RBS")
        for k in range(max(syntax.sentences[syntax.sentence_of[first]][0], first - 8), first)
    )


def noun_beside(syntax: Syntax, start: int, end: int) -> int | None:
    """The deed noun right before a phrase that goes on with a clause of its own: "a clash *last week* in which"."""
    inside = tokens_of(syntax, start, end)
    before, after = inside.start - 1, inside.stop
    if before < 0 or after >= syntax.size or syntax.lower[after] not in _RELATIVES:
        return None
    return before if is_deed_noun(syntax, before) else None


def _saying_beside(syntax: Syntax, inside: range) -> int | None:
    """The verb of saying that the phrase stands by; parsers like to hang the day on what is said.

    "said *on Sunday* that", "the guard *on Sunday* said", "told the paper *on Sunday* that".
    """
    before, after = inside.start - 1, inside.stop
    if before >= 0 and _says(syntax, before):
        return before
    if after < syntax.size and _says(syntax, after) and syntax.tag[after] in ("VBD", "VBZ"):
        return after if before < 0 or syntax.pos[before] != "VERB" else None
    if after < syntax.size and syntax.lower[after] != "that" and syntax.pos[after] not in ("PUNCT", "SPACE"):
        return None
    teller = _teller(syntax, before)
    return _said_by(syntax, before) if teller is None else teller


def _teller(syntax: Syntax, before: int) -> int | None:
    """The "told" whose hearer ends at the token."""
    for k in range(before, max(before - 6, -1), -1):
        if syntax.pos[k] not in _NOMINAL and syntax.pos[k] not in ("DET", "ADP", "PART"):
            told = syntax.pos[k] == "VERB" and syntax.lemma[k] in _ADDRESSING
            return k if told and any(syntax.head[j] == k for j in range(k + 1, before + 1)) else None
    return None


def _said_by(syntax: Syntax, before: int) -> int | None:
    """The *said* of "the talks were off, said the minister *on Monday*": what it stands by ends at the token."""
    for k in range(before, max(before - 8, -1), -1):
        if syntax.pos[k] not in _NOMINAL and syntax.pos[k] not in ("DET", "ADP", "PART"):
            inverted = _says(syntax, k) and syntax.tag[k] == "VBD" and syntax.lower[k - 1] in (",", '"', "”", "’", "'")
            return k if inverted and any(syntax.head[j] == k for j in range(k + 1, before + 1)) else None
    return None


def _says(syntax: Syntax, i: int) -> bool:
    return syntax.pos[i] == "VERB" and syntax.lemma[i] in SAYING


def deed_of(syntax: Syntax, start: int, end: int) -> int:
    """The deed that the phrase dates: the word it hangs on, or the verb above a noun that does nothing itself."""
    i = governor(syntax, start, end)
    first = tokens_of(syntax, start, end).start
    if i < 0 or not _may_rise(syntax, i, first):
        return i
    for _ in range(6):
        if not _rises(syntax, i):
            return i
        i = syntax.head[i]
    return i


def _may_rise(syntax: Syntax, i: int, first: int) -> bool:
    """A day after the noun may be the verb's; before it ("Monday's list", "the March talks") it is the noun's own."""
    if i > first or any(syntax.pos[k] == "ADP" and syntax.lower[k] in _APART for k in range(i + 1, first - 1)):
        return False
    if syntax.pos[i] in ("ADV", "ADJ"):
        return True
    case = syntax.lower[first] if syntax.pos[first] == "ADP" else syntax.lower[first - 1]
    if syntax.pos[first] != "ADP" and syntax.pos[first - 1] != "ADP":
        case = ""
    return case in _LOOSE_PREPOSITIONS


def _rises(syntax: Syntax, i: int) -> bool:
    if syntax.pos[i] not in _NOMINAL or syntax.relation[i] not in _LIFTING or syntax.head[i] == i:
        return False
    if any(syntax.dep[k] == "cop" for k in syntax.kids[i]):
        return False
    return not is_deed_noun(syntax, i) or _is_hearer(syntax, i)


def _is_hearer(syntax: Syntax, i: int) -> bool:
    return syntax.relation[i] in ("iobj", "obj") and syntax.lemma[syntax.head[i]] in _ADDRESSING
