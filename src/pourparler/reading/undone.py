"""What a text tells as not done without a negation: "almost collided", "rather than meeting", "dismissed as false"."""

from __future__ import annotations

from pourparler.reading.syntax import Syntax

#: What is said of reports of what never was.
_UNTRUE = frozenset(
    {"false", "untrue", "fake", "baseless", "fabricated", "unfounded", "fiction", "invention", "fabrication", "rumour"}
) | frozenset({"rumor", "lie", "hoax", "nonsense", "groundless", "misinformation", "disinformation"})
_ALL_BUT = frozenset({"almost", "nearly"})
_LEADING = frozenset({"lead", "cause", "trigger", "spark", "provoke", "result", "end", "escalate"})


def almost(syntax: Syntax, i: int) -> bool:
    """ "The two jets *almost collided*", "the wall *almost led to* a clash": they did not, there was none."""
    if syntax.pos[i] == "VERB" and any(
        syntax.lower[k] in _ALL_BUT and 0 < i - k < 3 for k in syntax.children(i, "advmod")
    ):
        return True
    over = syntax.head[i]
    led = syntax.relation[i] in ("obj", "obl") and syntax.lemma[over] in _LEADING
    return led and any(syntax.lower[k] in _ALL_BUT for k in syntax.children(over, "advmod"))


def bargained(syntax: Syntax, i: int) -> bool:
    """ "Offered to free him *in exchange for* renewing the talks": what is to be given in return."""
    if syntax.tag[i] != "VBG" or not any(syntax.dep[k] == "mark" and syntax.lower[k] == "for" for k in syntax.kids[i]):
        return False
    above = syntax.head[i]  # the parse may hang both on the verb
    near = (above, *(k for k in syntax.children(above, "obl") if k < i))
    return any(syntax.lemma[k] in ("exchange", "return") and syntax.preposition(k) == "in" for k in near)


def in_place_of(syntax: Syntax, i: int) -> bool:
    """ "Sent a note *rather than meeting* her", "*instead of calling*": what was not done."""
    openers = ((k, [syntax.lower[c] for c in syntax.kids[k]]) for k in syntax.kids[i] if k < i)
    pairs = (("rather", "than"), ("instead", "of"))
    return syntax.tag[i] == "VBG" and any(
        syntax.lower[k] == a and b in beside for k, beside in openers for a, b in pairs
    )


def called_false(syntax: Syntax, i: int) -> bool:
    """ "Described a clash *as false*", "dismissed the talks *as an invention*"."""
    if syntax.relation[i] != "obj":
        return False
    names = [k for k in syntax.kids[syntax.head[i]] if k > i and syntax.preposition(k) == "as"]
    return any(syntax.lemma[c] in _UNTRUE for k in names for c in (k, *syntax.children(k, "amod")))
