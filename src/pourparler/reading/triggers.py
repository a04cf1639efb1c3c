"""Trigger rows matched against the parse: lemma, particle and object."""

from __future__ import annotations

from collections.abc import Container, Iterator

from pourparler.reading.parties import marked, thing_token
from pourparler.reading.syntax import Syntax
from pourparler.reading.tables import rows

Row = dict[str, str]
Index = dict[tuple[str, str], list[Row]]
#: Verbs whose complement is not done: what is done is the threat, the demand, the promise.
_SPEECH_ACTS = frozenset(
    {
        "threaten",
        "vow",
        "promise",
        "pledge",
        "offer",
        "agree",
        "urge",
        "ask",
        "tell",
        "order",
        "demand",
        "request",
        "want",
        "advise",
        "propose",
        "suggest",
        "recommend",
    }
)
_ABSTAINING = frozenset({"refrain", "abstain", "desist"})
#: "Talks *on* ending the war", "a step *towards* lifting": what is talked of or aimed at is not done.
_TOWARDS = frozenset({"on", "about", "to", "toward", "towards", "at", "for"})
#: Prepositions whose noun counts as the object of a verb that has none: "sailed *through the strait*".
_OBJECT_MARKS = ("through", "into", "in", "to", "at", "under", "on", "for", "across", "from", "outside", "in front of")


def indexed(name: str) -> Index:
    """A table's rows by lemma and part of speech, the more demanding ones first."""
    index: Index = {}
    for row in rows(name):
        index.setdefault((row["lemma"], row["pos"]), []).append(row)
    for found in index.values():
        found.sort(key=lambda r: (not r["object"], not r["particle"]))
    return index


def matches(syntax: Syntax, index: Index) -> Iterator[tuple[int, list[Row]]]:
    """Every token with the rows of its lemma that fit it; the caller takes the first whose parties it accepts."""
    for i in syntax.body:
        pos = syntax.pos[i]
        if pos not in ("VERB", "NOUN"):
            continue
        rows_here = _rows_of(syntax, i, pos.lower(), index)
        found = [row for row in rows_here if fits(syntax, i, row)]
        if found:
            yield i, found


def _rows_of(syntax: Syntax, i: int, pos: str, index: Index) -> list[Row]:
    lemma = syntax.lemma[i]
    found = index.get((lemma, pos))
    if i > 1 and syntax.word[i - 1] == "-":
        found = index.get((syntax.joined_lemma(i), pos), found)
    if found is None and pos == "verb" and syntax.tag[i] in ("VBD", "VBN", "VBG"):
        found = index.get((lemma + "e", pos))  # the lemmatiser makes "authoris" of "authorised"
    return found or []


def unasserted(syntax: Syntax, i: int) -> bool:
    """Whether a deed is only asked about ("whether it would"), or threatened, urged or promised by a verb above."""
    if any(syntax.dep[k] == "mark" and syntax.lower[k] == "whether" for k in syntax.kids[i]):
        return True
    above = syntax.head[i]
    if syntax.tag[i] == "VBG" and syntax.dep[i] == "acl" and syntax.pos[above] == "NOUN":
        marks = {syntax.lower[k] for k in syntax.kids[i] if k < i and syntax.dep[k] in ("mark", "case")}
        if marks & _TOWARDS:
            return True
    if syntax.lemma[above] in _ABSTAINING:
        return True
    return syntax.dep[i] in ("xcomp", "ccomp") and above != i and syntax.lemma[above] in _SPEECH_ACTS


def is_any(syntax: Syntax, k: int, lemmas: Container[str]) -> bool:
    """Whether a noun or verb is one of the lemmas; the lemmatiser leaves "troops" as it is."""
    lemma = syntax.lemma[k]
    return lemma in lemmas or (syntax.tag[k] == "NNS" and lemma[:-1] in lemmas)


def fits(syntax: Syntax, i: int, row: Row) -> bool:
    """Whether particle and object that a row asks for are there."""
    if row["particle"]:
        wanted = set(row["particle"].split(";"))
        if "to-do" in wanted:
            return _with_infinitive(syntax, i)
        attached = {syntax.lower[k] for k in syntax.kids[i] if syntax.dep[k] in ("compound:prt", "advmod")}
        if not wanted & attached and not marked(syntax, i, *wanted):
            return False
    return not row["object"] or object_token(syntax, i, row) is not None


def _with_infinitive(syntax: Syntax, i: int) -> bool:
    """ "asked Riga *to pay*"; "asked Riga about it" is a question."""
    below = syntax.children(i, "xcomp", "ccomp", "advcl")
    return any(syntax.dep[k] == "mark" and syntax.lower[k] == "to" for c in below for k in syntax.kids[c])


def object_token(syntax: Syntax, i: int, row: Row) -> int | None:
    """The token that is the object a row asks for: "launched a *strike*", "threatened to *cut* ties"."""
    wanted = set(row["object"].split(";"))
    for thing in _objects(syntax, i, row):
        for k in syntax.conjuncts(thing):
            if is_any(syntax, k, wanted):
                return k
            for part in syntax.obliques(k, "of"):  # "a barrage of missiles", "dozens of soldiers"
                if is_any(syntax, part, wanted):
                    return part
    return None


def _objects(syntax: Syntax, i: int, row: Row) -> list[int]:
    """What may be the object: of a verb that has none, the noun after a preposition ("sailed *through the strait*")."""
    if row.get("pos") == "noun":
        return [*syntax.obliques(i, "of"), *syntax.children(i, "compound"), *syntax.children(i, "amod")]
    own = [thing_token(syntax, i), *syntax.children(i, "obj"), *syntax.children(i, "xcomp", "ccomp")]
    own += syntax.children(i, "obl:unmarked")  # "gave them *72 hours*"
    bare = [k for k in own if k is not None and not syntax.preposition(k)]
    slots = {*row.get("recipient", "").split(";"), *row.get("against", "").split(";")}
    marks = tuple(set(row["particle"].split(";")) - slots) if bare else _OBJECT_MARKS
    return bare + syntax.obliques(i, *marks)
