"""Whether a cue tells of speech at all: done, by somebody, and no mere comment of the outlet."""

from __future__ import annotations

from pourparler.reading.attribution.drafts import (
    AFTERMATH,
    CUES,
    DOCUMENTS,
    NAMING,
    OCCASIONS,
    SPEECH_NOUNS,
    UNSPOKEN,
    words_of,
)
from pourparler.reading.attribution.forms import HEARSAY
from pourparler.reading.syntax import Syntax

#: What one weighs and has not done yet.
_WEIGHING = frozenset({"consider", "contemplate", "avoid", "risk", "discuss", "mull", "stop", "weigh", "ponder"})
#: Gerunds by which the outlet says what a deed shows.
_COMMENTING = AFTERMATH | {"highlight", "underline", "signal", "suggest", "indicate", "confirm", "imply"}
_PROTESTING = words_of("protest")
#: Verbs that tell of an answer, in words or in deeds, and what makes it one of deeds.
_ANSWERING, _IN_DEEDS = frozenset({"respond", "reply", "answer"}), frozenset({"in", "with", "by"})


def is_spoken(syntax: Syntax, i: int) -> bool:
    """Whether the saying itself is told as done (a participle or finite verb, not "will say" or "asked to say")."""
    if syntax.tag[i] == "VBG" and syntax.lemma[i] in ("quote", "cite") and not syntax.children(i, "advcl", "xcomp"):
        return False  # "reported ..., citing an official": the relay is read at "reported"
    if syntax.dep[i] == "xcomp" and syntax.lower[syntax.head[i]] in ("let", "let's"):
        return False  # "a bridge, *let's say*, too far": a phrase of whoever speaks
    if syntax.dep[i] == "amod" or (syntax.tag[i] == "VBG" and syntax.lower[i - 1] == "as"):
        return False  # "continued attempts", "the so-called republic"
    only = any(syntax.lower[k] == "only" for k in syntax.kids[i])  # "would only say that contacts continue"
    if UNSPOKEN & set(syntax.auxiliaries(i)) and not syntax.negation(i) and not only and not neither(syntax, i):
        return False
    if _is_said_of_it(syntax, i) or _is_comment(syntax, i) or _is_no_deed(syntax, i) or _is_asked(syntax, i):
        return False
    if _bids_the_reader(syntax, i) or _answers_in_deeds(syntax, i):
        return False
    joined = syntax.dep[i] == "conj" and syntax.tag[i] in ("VB", "VBP")
    if _to_do(syntax, i) or (joined and _to_do(syntax, syntax.head[i])):
        return _only_for(syntax, i) or _in_protest(syntax, i) or _at_once(syntax, i)
    if syntax.lower[i] == "asked" and syntax.dep[i] == "advcl" and syntax.grammatical_subject(i) is None:
        return False  # "Asked about it, he declined to comment"
    return not any(syntax.lower[k] in ("if", "unless", "whether") and syntax.dep[k] == "mark" for k in syntax.kids[i])


def _to_do(syntax: Syntax, i: int) -> bool:
    return any(syntax.dep[k] == "mark" and syntax.lower[k] == "to" for k in syntax.kids[i])


def _is_said_of_it(syntax: Syntax, i: int) -> bool:
    """ "a video *said to show* a raid", "a sea believed to be rich in oil": by whom, the text keeps to itself."""
    if syntax.lemma[i] not in HEARSAY or syntax.tag[i] not in ("VBN", "VBD") or i + 2 >= syntax.size:
        return False
    return syntax.lower[i + 1] == "to" and syntax.tag[i + 2] == "VB" and syntax.lemma[i] != "know"


def _is_no_deed(syntax: Syntax, i: int) -> bool:
    """ "considers *charging* them", "accused it of *blaming* others", "cannot win by *saying* so": told as not done."""
    if syntax.tag[i] != "VBG" or syntax.finite(i):
        return False
    above = syntax.head[i]
    if syntax.dep[i] == "xcomp" and syntax.lemma[above] in _WEIGHING:
        return True
    marks = {syntax.lower[k] for k in syntax.kids[i] if syntax.dep[k] in ("mark", "case")}
    charged = marks & {"of", "for", "with"} and syntax.lemma[above] in NAMING | {"criticise", "criticize", "condemn"}
    by = "by" in marks and bool(UNSPOKEN & set(syntax.auxiliaries(above)))
    return bool(charged) or by


def _is_asked(syntax: Syntax, i: int) -> bool:
    """ "*Do they think* it helps?": a question says nothing of whom it asks about."""
    subject = syntax.grammatical_subject(i)
    if subject is None or subject > i:
        return False
    first = [k for k in syntax.kids[i] if syntax.dep[k].startswith("aux") and k < subject]
    return bool(first) and "?" in syntax.word[i : syntax.sentences[syntax.sentence_of[i]][1]]


def _bids_the_reader(syntax: Syntax, i: int) -> bool:
    """ "*Recall*, the envoy left in May", "Note that it was shut": the outlet speaks to whoever reads."""
    opens = i == syntax.sentences[syntax.sentence_of[i]][0] and i + 1 < syntax.size
    return opens and syntax.tag[i] in ("VB", "VBP") and (syntax.word[i + 1] == "," or syntax.lower[i + 1] == "that")


def _answers_in_deeds(syntax: Syntax, i: int) -> bool:
    """ "responded *in kind*", "replied *with a volley*", "answered *by closing* the gate": no words, but a deed."""
    if syntax.lemma[i] not in _ANSWERING or syntax.children(i, "ccomp"):
        return False
    by = [k for k in syntax.children(i, "advcl") if any(syntax.lower[c] == "by" for c in syntax.kids[k])]
    by = [k for k in by if syntax.lemma[k] not in CUES]
    means = [k for k in syntax.obliques(i, *_IN_DEEDS) if k > i and _is_means(syntax, k)]
    return bool(by or means)


def _is_means(syntax: Syntax, k: int) -> bool:
    """ "in kind", "with force"; not "in a statement", "with an email", "in Oslo", "in May"."""
    if syntax.preposition(k) == "in":
        return syntax.lower[k] in ("kind", "turn", "force", "fire")
    return syntax.pos[k] == "NOUN" and syntax.lemma[k] not in OCCASIONS | DOCUMENTS | SPEECH_NOUNS.keys()


def _is_comment(syntax: Syntax, i: int) -> bool:
    """ "They met in haste, *underscoring* the urgency": the outlet says what a deed shows; nobody speaks."""
    if syntax.tag[i] != "VBG" or syntax.lemma[i] not in _COMMENTING or syntax.children(i, "ccomp"):
        return False
    above = syntax.head[i]
    return syntax.dep[i] in ("advcl", "acl") and (syntax.lemma[above] not in CUES or syntax.passive(above))


def _only_for(syntax: Syntax, i: int) -> bool:
    """ "saw them off, only for Moscow to claim it had never happened": told as done."""
    words = {syntax.lower[k] for k in syntax.kids[i]}
    return {"only", "for"} <= words and syntax.grammatical_subject(i) is not None


def _at_once(syntax: Syntax, i: int) -> bool:
    """ "was *quick* to deny it", "*went on* to say": told as done."""
    above = syntax.head[i]
    on = any(syntax.lower[k] == "on" for k in syntax.kids[above])
    hasty = syntax.lemma[above] in ("quick", "swift", "hasten", "rush", "hurry")
    return hasty or (syntax.lemma[above] == "go" and on)


def _in_protest(syntax: Syntax, i: int) -> bool:
    """ "marched to demand that the governor resign": the march says it."""
    above = syntax.head[i]
    if syntax.dep[above] in ("acl", "acl:relcl", "amod"):
        return False  # "the envoy met a crowd *gathered* to demand help": the parse gives its subject to the envoy
    return syntax.lemma[above] in _PROTESTING and syntax.finite(above) and syntax.negation(above) is None


def neither(syntax: Syntax, i: int) -> bool:
    subject = syntax.grammatical_subject(i)
    near = [*syntax.kids[i], *(syntax.kids[subject] if subject is not None else ())]
    return any(syntax.lower[k] == "neither" for k in near)
