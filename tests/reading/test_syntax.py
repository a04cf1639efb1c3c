"""Questions to the parse, asked of trees written by hand, so that no model can change the answers."""

from __future__ import annotations

import pytest
from spacy.lang.en import English
from spacy.tokens import Doc

from pourparler.reading.syntax import Syntax

VOCAB = English().vocab


def parsed(tree: str) -> Syntax:
    """A sentence from ``word/head/relation/tag`` pieces; heads count from 1, 0 is the root."""
    words, heads, relations, tags = map(list, zip(*(piece.split("/") for piece in tree.split()), strict=True))
    kinds = {
        "V": "VERB",
        "N": "NOUN",
        "P": "PRON",
        "I": "ADP",
        "M": "AUX",
        "T": "PART",
        "W": "PRON",
        "D": "DET",
        "R": "ADV",
    }
    doc = Doc(
        VOCAB,
        words=words,
        heads=[int(h) - 1 if h != "0" else i for i, h in enumerate(heads)],
        deps=[r if r != "root" else "ROOT" for r in relations],
        tags=tags,
        pos=["PROPN" if t.startswith("NNP") else kinds[t[0]] for t in tags],
        lemmas=[w.lower() for w in words],
    )
    return Syntax(doc, doc.text)


def word(syntax: Syntax, i: int | None) -> str | None:
    return None if i is None else syntax.word[i]


ACTIVE = "Oslo/2/nsubj/NNP seized/0/root/VBD boats/2/obj/NNS"
PASSIVE = "Boats/3/nsubj:pass/NNS were/3/aux:pass/MD seized/0/root/VBN by/5/case/IN Oslo/3/obl:agent/NNP"
RELATIVE = "Oslo/5/nsubj/NNP which/3/nsubj/WDT seized/1/acl:relcl/VBD boats/3/obj/NNS left/0/root/VBD"
RELATIVE_OBJECT = "boats/5/nsubj/NNS that/4/obj/WDT Oslo/4/nsubj/NNP seized/1/acl:relcl/VBD sank/0/root/VBD"
RAISING = "Oslo/2/nsubj/NNP tried/0/root/VBD to/4/mark/TO seize/2/xcomp/VB boats/4/obj/NNS"
OBJECT_CONTROL = "Oslo/2/nsubj/NNP asked/0/root/VBD Rome/2/obj/NNP to/5/mark/TO seize/2/xcomp/VB boats/5/obj/NNS"
PROMISE = "Oslo/2/nsubj/NNP promise/0/root/VBD Rome/2/obj/NNP to/5/mark/TO seize/2/xcomp/VB boats/5/obj/NNS"
PARTICIPLE = "Oslo/2/nsubj/NNP left/0/root/VBD seizing/2/advcl/VBG boats/3/obj/NNS"
REDUCED = "boats/5/nsubj/NNS seized/1/acl/VBN by/4/case/IN Oslo/2/obl/NNP sank/0/root/VBD"
SECOND_VERB = "Oslo/2/nsubj/NNP came/0/root/VBD and/4/cc/IN seized/2/conj/VBD boats/4/obj/NNS"
PLAN = "Oslo/2/nsubj/NNP made/0/root/VBD plans/2/obj/NNS to/5/mark/TO seize/3/acl/VB boats/5/obj/NNS"
OWN_PLAN = "Oslo/3/nmod:poss/NNP 's/1/case/IN plan/6/nsubj/NN to/5/mark/TO seize/3/acl/VB failed/0/root/VBD"
NO_AGENT = "Boats/3/nsubj:pass/NNS were/3/aux:pass/MD seized/0/root/VBN"


@pytest.mark.parametrize(
    ("tree", "verb", "doer"),
    [
        (ACTIVE, "seized", "Oslo"),
        (PASSIVE, "seized", "Oslo"),
        (RELATIVE, "seized", "Oslo"),
        (RELATIVE_OBJECT, "seized", "Oslo"),
        (RAISING, "seize", "Oslo"),
        (OBJECT_CONTROL, "seize", "Rome"),
        (PROMISE, "seize", "Oslo"),
        (PARTICIPLE, "seizing", "Oslo"),
        (REDUCED, "seized", "Oslo"),
        (SECOND_VERB, "seized", "Oslo"),
        (PLAN, "seize", "Oslo"),
        pytest.param(
            OWN_PLAN, "seize", "Oslo",
        ),
        (NO_AGENT, "seized", None),
    ],
)  # fmt: skip
def test_the_doer_is_found_through_passives_relative_clauses_and_control(
    tree: str, verb: str, doer: str | None
) -> None:
    syntax = parsed(tree)
    assert word(syntax, syntax.subject(syntax.word.index(verb))) == doer


@pytest.mark.parametrize(
    ("tree", "verb", "thing"),
    [
        (ACTIVE, "seized", "boats"),
        (PASSIVE, "seized", "Boats"),
        (RELATIVE_OBJECT, "seized", "boats"),
        (REDUCED, "seized", "boats"),
        (PARTICIPLE, "left", None),
    ],
)
def test_the_thing_done_to_is_an_object_or_the_subject_of_a_passive(tree: str, verb: str, thing: str | None) -> None:
    syntax = parsed(tree)
    assert word(syntax, syntax.patient(syntax.word.index(verb))) == thing


@pytest.mark.parametrize(
    ("tree", "pronoun", "noun"),
    [(RELATIVE, "which", "Oslo"), (RELATIVE_OBJECT, "that", "boats"), (ACTIVE, "Oslo", "Oslo")],
)
def test_a_relative_pronoun_stands_for_its_noun_and_other_words_for_themselves(
    tree: str, pronoun: str, noun: str
) -> None:
    syntax = parsed(tree)
    assert syntax.word[syntax.antecedent(syntax.word.index(pronoun))] == noun


def test_a_phrase_leaves_out_what_hangs_loosely_on_its_noun() -> None:
    syntax = parsed(
        "boats/9/nsubj/NNS of/3/case/IN Oslo/1/nmod/NNP which/5/nsubj/WDT sank/1/acl:relcl/VBD and/7/cc/IN"
        " ships/1/conj/NNS also/9/advmod/RB left/0/root/VBD"
    )
    first, last = syntax.phrase(0)
    assert syntax.word[first : last + 1] == ["boats", "of", "Oslo"]


@pytest.mark.parametrize(
    ("tree", "negated"),
    [
        ("Oslo/4/nsubj/NNP did/4/aux/MD not/4/advmod/RB leave/0/root/VB", True),
        ("Oslo/3/nsubj/NNP never/3/advmod/RB left/0/root/VBD", True),
        ("Oslo/2/nsubj/NNP left/0/root/VBD not/4/advmod/RB Rome/2/obj/NNP", False),
        (ACTIVE, False),
    ],
)
def test_only_a_negation_of_the_verb_itself_negates_it(tree: str, negated: bool) -> None:
    syntax = parsed(tree)
    assert (syntax.negation(syntax.dep.index("ROOT")) is not None) is negated


def test_a_circle_of_controllers_ends() -> None:
    syntax = parsed("to/2/mark/TO come/0/root/VB to/4/mark/TO see/2/xcomp/VB to/6/mark/TO win/4/xcomp/VB")
    assert syntax.subject(5) is None
