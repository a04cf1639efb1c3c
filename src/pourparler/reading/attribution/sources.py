"""Who speaks: the source of a cue, and whether a noun can be one."""

from __future__ import annotations

from pourparler.reading.actors import Actors
from pourparler.reading.attribution.clauses import told_beside
from pourparler.reading.attribution.drafts import AGENT_ENDINGS, DOCUMENTS, OCCASIONS, SPEAKERS, Draft
from pourparler.reading.attribution.inserted import subject_of
from pourparler.reading.syntax import Syntax

#: Pronouns that nobody speaks by.
MUTE = frozenset({"this", "that", "which", "there", "what", "nobody", "none", "anyone", "anybody", "somebody"})
_SEVERAL = frozenset(
    {"many", "some", "others", "both", "each", "neither", "few", "several", "one", "two", "other", "another"}
    | {"first", "second", "third", "former", "latter", "dozens", "scores", "hundreds", "thousands"}
)


def speaks(syntax: Syntax, actors: Actors, i: int) -> bool:
    """Whether a noun can be the source of a statement: somebody, a body, a document; not a ship or a chart."""
    word = syntax.lower[i]
    if word == "it" or word in _SEVERAL:
        return True
    if word in MUTE:
        return False
    if syntax.pos[i] in ("PRON", "PROPN") or {syntax.lemma[i], word} & (SPEAKERS | DOCUMENTS):
        return True
    head = actors.known.head(syntax.lemma[i])
    if head is not None:
        return head.kind != "platform"
    actor = actors.one(i)
    known = actor is not None and (actor.code is not None or actor.person is not None)
    return known or syntax.lemma[i].endswith(AGENT_ENDINGS)


def is_document(syntax: Syntax, i: int) -> bool:
    """Whether a noun is a text or a recording, which may read or show something."""
    return syntax.lemma[i] in DOCUMENTS or (syntax.lemma[i] in OCCASIONS and syntax.lemma[i] != "meeting")


def source_of(syntax: Syntax, actors: Actors, i: int, before: list[Draft]) -> int | None:
    """The token of who says it: the subject, whoever is quoted, the speaker of the clause above a bare gerund."""
    if syntax.lemma[i] in ("quote", "cite") and syntax.tag[i] != "VBG":
        return subject_of(syntax, i) if syntax.passive(i) else syntax.child(i, "obj", "iobj")
    above = told_beside(syntax, i)
    if above is not None:
        return next((d.source for d in before if d.cue[0] == above), syntax.subject(above))
    source = _subject(syntax, actors, i)
    if source is not None and syntax.dep[i] == "conj" and before and not speaks(syntax, actors, source):
        # "said the jets flew over but stressed ...": the parse gives *stressed* to the jets, who cannot speak.
        outer = before[-1]
        source = outer.source if syntax.sentence_of[outer.cue[0]] == syntax.sentence_of[i] else source
    if source is not None and syntax.lower[source] in ("each", "both", "neither", "all"):
        return _members(syntax, i, source)
    return source


def _subject(syntax: Syntax, actors: Actors, i: int) -> int | None:
    source = syntax.subject(i)
    if syntax.finite(i) and not syntax.passive(i) and syntax.dep[i] not in ("acl", "acl:relcl"):
        nearest = subject_of(syntax, i)
        source = syntax.antecedent(nearest) if nearest is not None else source
    if syntax.tag[i] == "VBG" and syntax.dep[i] in ("advcl", "acl", "conj", "xcomp"):
        source = _speaker_above(syntax, actors, i, source)
    if source is None and not syntax.passive(i):
        # "..., said the minister": a subject after its verb is sometimes parsed as its object.
        thing = syntax.child(i, "obj", "dep")
        if thing is not None and thing == i + 1 + (syntax.lower[min(i + 1, syntax.size - 1)] == "the"):
            return thing
    if source is not None and syntax.lower[source] in ("it", "there") and syntax.passive(i):
        return None
    return source


def _speaker_above(syntax: Syntax, actors: Actors, i: int, source: int | None) -> int | None:
    """ "..., saying": the subject of the nearest finite clause above it that can speak."""
    if syntax.dep[i] == "xcomp" or syntax.word[i - 1] != ",":
        return source
    for above in syntax.ancestors(i):
        subject = syntax.subject(above) if syntax.pos[above] in ("VERB", "AUX") and syntax.finite(above) else None
        if subject is not None and speaks(syntax, actors, subject):
            return subject
    return source


def _members(syntax: Syntax, i: int, pronoun: int) -> int:
    """Whom a bare "each" or "both" stands for: "the envoys met, and *each* accuses the other"."""
    if syntax.pos[pronoun] == "DET" and syntax.dep[pronoun] == "det":
        return pronoun
    for above in syntax.ancestors(i):
        subject = syntax.grammatical_subject(above) if syntax.pos[above] in ("VERB", "AUX") else None
        if subject is not None and (syntax.tag[subject] in ("NNS", "NNPS") or len(syntax.conjuncts(subject)) > 1):
            return subject
    return pronoun
