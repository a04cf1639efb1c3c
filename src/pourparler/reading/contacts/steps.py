"""Step words: what a verb, noun or adjective over a contact makes of it."""

from __future__ import annotations

from dataclasses import dataclass

from pourparler.reading.contacts.words import SHUT
from pourparler.reading.syntax import Syntax
from pourparler.reading.tables import rows
from pourparler.records import Status

_STATUS: dict[str, Status | str] = {status.value: status for status in Status}
_POS = {"NOUN": "noun", "VERB": "verb", "AUX": "verb", "ADJ": "adj"}


@dataclass(frozen=True, slots=True, kw_only=True)
class StepWord:
    """A row of tables/steps.csv.

    ``role`` is what the contact must be to the word (its subject or its object), ``object`` what the word's object must
    be ("take *place*"), ``line`` that only standing lines go with it. ``status`` is the contract's, or what only the
    parse can turn into one: "prevented", "continued".
    """

    lemma: str
    pos: str
    particle: str
    role: str
    objects: frozenset[str]
    line: bool
    status: Status | str
    example: str


def _row(row: dict[str, str]) -> StepWord:
    told = row["status"]
    return StepWord(
        lemma=row["lemma"],
        pos=row["pos"],
        particle=row["particle"],
        role=row["role"],
        objects=frozenset(row["object"].split(";")) - {""},
        line=bool(row["line"]),
        status=_STATUS.get(told, told),
        example=row["example"],
    )


_WORDS: dict[tuple[str, str], list[StepWord]] = {}
for _told in map(_row, rows("steps")):
    _WORDS.setdefault((_told.lemma, _told.pos), []).append(_told)
#: Core nouns that stand for one contact, not for a line that is kept open.
_SINGLE = frozenset(row["lemma"] for row in rows("contacts") if row["kind"] == "contact")


def words_of(syntax: Syntax, k: int) -> list[StepWord]:
    """All readings of the word ``k`` as a step; "is *prepared* to" is an adjective, however it is tagged."""
    if syntax.tag[k] == "VBN" and (syntax.lower[k], "adj") in _WORDS and syntax.child(k, "cop") is not None:
        return _WORDS[syntax.lower[k], "adj"]
    return _WORDS.get((syntax.lemma[k], _POS.get(syntax.pos[k], "")), [])


def is_step(lemma: str, pos: str) -> bool:
    return (lemma, pos) in _WORDS


def step_of(syntax: Syntax, k: int, below: int) -> Status | str | None:
    """What ``k`` makes of the contact that ``below`` stands for; None where it is no step.

    >>> # "Oslo called off the talks": called -> cancelled
    """
    return next((word.status for word in words_of(syntax, k) if _fits(syntax, word, k, below)), None)


def _fits(syntax: Syntax, word: StepWord, k: int, below: int) -> bool:
    if word.particle and word.particle not in _particles(syntax, k, alone=word.role == "subject"):
        return False
    if word.line and any(syntax.lemma[n] in _SINGLE for n in (below, *syntax.obliques(below, "of"))):
        return False  # "a round of talks" is no line either
    if word.role and word.role != _role(syntax, k, below):
        return False
    if word.lemma in ("hold", "end", "open") and word.role == "subject" and syntax.child(k, "obj") is not None:
        return False  # "the talks hold the key", "failed to end the row"
    if word.lemma == "remain" and any(syntax.lower[c] in SHUT for c in syntax.children(k, "xcomp")):
        return False  # "contacts remain frozen"
    if word.lemma == "wish" and syntax.child(k, "cop") is not None:
        return False  # "the dialogue is a wish of many"
    if word.lemma == "mean" and not syntax.passive(k):
        return False  # "this means talks"
    if word.objects or word.lemma == "take":
        thing = syntax.patient(k)
        return syntax.lemma[below if thing is None else thing] in word.objects
    return True


def _particles(syntax: Syntax, k: int, *, alone: bool) -> set[str]:
    """The particles of a verb, and, unless they must stand alone ("went on"), prepositions: "embarked on talks"."""
    own = {syntax.lower[c] for c in syntax.kids[k] if syntax.dep[c] in ("compound:prt", "advmod", "xcomp")}
    return own if alone else own | {syntax.preposition(c) for c in syntax.children(k, "obl")}


def _role(syntax: Syntax, k: int, below: int) -> str:
    """Whether the contact does what the word says or has it done to it."""
    if syntax.head[below] == k:
        return "subject" if syntax.dep[below] in ("nsubj", "nsubj:outer") else "object"
    return "subject" if syntax.grammatical_subject(k) is None and not syntax.passive(k) else "object"
