"""Demands told by a modal: "Oslo said that Riga *must return* the boat" is a request of Oslo's to Riga."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc

from pourparler.reading.actors import official
from pourparler.reading.parties import actors_in, opposed
from pourparler.reading.syntax import Syntax
from pourparler.records import Actor, Stance, Statement

#: The modals of a demand; each is a row of the table of events.
MODALS = ("must", "should")
_ASSERTED = frozenset({Stance.ASSERTS, Stance.DEMANDS})
#: What nobody does on demand: "Riga must *know*", "should *expect* a reply".
_STATES = frozenset(
    {
        "appear", "be", "become", "benefit", "come", "deserve", "enjoy", "expect", "face", "fall", "fear", "feel",
        "gain", "get", "have", "hear", "know", "learn", "lose", "need", "realise", "realize", "remain", "remember",
        "see", "suffer", "think", "understand", "want", "win", "worry",
    }
)  # fmt: skip
_INNER = frozenset({"acl", "acl:relcl", "advcl", "csubj", "csubj:pass", "obl", "nmod"})


def demanded(doc: Doc) -> Iterator[tuple[int, str, tuple[Actor, ...], tuple[Actor, ...]]]:
    """Each verb that an official source says another party must or should do: the verb, the modal, who asks, whom."""
    syntax: Syntax = doc._.syntax
    for statement in doc._.statements:
        if statement.stance not in _ASSERTED or not official(statement.source):
            continue
        for i in _verbs(syntax, statement):
            modal = next((m for m in MODALS if m in syntax.auxiliaries(i)), None)
            if modal is None or syntax.passive(i) or syntax.lemma[i] in _STATES:
                continue
            subject = syntax.grammatical_subject(i)
            told = actors_in(doc._.actors, [subject]) if subject is not None else ()
            asked = tuple(a for a in told if official(a) and opposed(a, statement.source))
            if asked and len(asked) == len(told):
                yield i, modal, (statement.source,), asked


def _verbs(syntax: Syntax, statement: Statement) -> Iterator[int]:
    """The verbs of a statement's own clauses, and of none below a condition or a description."""
    for span in statement.content:
        for i in range(syntax.at(span.start), syntax.at(span.end - 1) + 1):
            above = (k for k in (i, *syntax.ancestors(i)) if syntax.start[k] >= span.start)
            if syntax.pos[i] == "VERB" and not any(syntax.dep[k] in _INNER for k in above):
                yield i
