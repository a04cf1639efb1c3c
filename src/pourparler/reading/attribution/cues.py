"""Statements from verbs of saying: source, stance, addressee and relays of a cue."""

from __future__ import annotations

from pourparler.reading.actors import Actors
from pourparler.reading.attribution.content import content_of
from pourparler.reading.attribution.drafts import (
    AGENT_ENDINGS,
    CUES,
    FIRST_PERSON,
    SPEAKERS,
    UNSPOKEN,
    Draft,
    is_speech,
    names_a_source,
)
from pourparler.reading.attribution.quoting import stretch_over_quotes
from pourparler.reading.quotes import Quote
from pourparler.reading.syntax import Syntax
from pourparler.records import Stance

#: Verbs of one who passes on what another said.
_CARRYING = frozenset({"quote", "cite", "report", "carry"})


def from_verb(syntax: Syntax, quotes: list[Quote], actors: Actors, i: int, before: list[Draft]) -> Draft | None:
    row = CUES[syntax.lemma[i]]
    if not _spoken(syntax, i) or (syntax.head[i] != i and syntax.lemma[syntax.head[i]] in ("quote", "cite")):
        return None
    source = _source(syntax, actors, i)
    if source is not None and syntax.dep[i] == "conj" and before and not speaks(syntax, actors, source):
        # "said the jets flew over but stressed ...": the parse gives *stressed* to the jets, who cannot speak.
        outer = before[-1]
        source = outer.source if syntax.sentence_of[outer.cue[0]] == syntax.sentence_of[i] else source
    inside = next((q for q in quotes if q.start <= syntax.start[i] < q.end), None)
    if inside and (source is None or syntax.lower[source] in FIRST_PERSON):
        return None
    stance = _stance(syntax, i, Stance(row["stance"]))
    if stance is None:
        return None
    if row["frame"] == "call" and syntax.child(i, "xcomp") is not None and syntax.child(i, "obj") is not None:
        stance = Stance.ASSERTS  # "called the flight routine" names, it demands nothing
    draft = Draft(f"cue:{syntax.lemma[i]}", (i, i), source, stance, example=row["example"])
    draft.content = list(content_of(syntax, quotes, i, row["frame"], before))
    if draft.content or row["frame"] in ("clause", "both", "quote"):
        stretch_over_quotes(syntax, quotes, draft, inside)
    if not draft.content or (source is None and not draft.quoted and not _passive_report(syntax, i)):
        return None
    if source is not None and not speaks(syntax, actors, source) and not draft.quoted:
        return None
    draft.addressee = _addressee(syntax, i)
    relay(syntax, i, draft)
    return draft


def speaks(syntax: Syntax, actors: Actors, i: int) -> bool:
    """Whether a noun can be the source of a statement: somebody, a body, a document; not a ship or a chart."""
    if (
        syntax.pos[i] in ("PRON", "PROPN")
        or syntax.lemma[i] in SPEAKERS
        or syntax.lower[i] in ("many", "some", "others", "both")
    ):
        return syntax.lower[i] not in ("this", "that", "which", "there", "what")
    head = actors.known.head(syntax.lemma[i])
    if head is not None:
        return head.kind != "platform"
    actor = actors.one(i)
    return (actor is not None and (actor.code is not None or actor.person is not None)) or syntax.lemma[i].endswith(
        AGENT_ENDINGS
    )


def _spoken(syntax: Syntax, i: int) -> bool:
    """Whether the saying itself is told as done (a participle or finite verb, not "will say" or "asked to say")."""
    if UNSPOKEN & set(syntax.auxiliaries(i)) and not syntax.negation(i):
        return False
    if any(syntax.dep[k] == "mark" and syntax.lower[k] == "to" for k in syntax.kids[i]):
        return False
    return not any(syntax.lower[k] in ("if", "unless", "whether") and syntax.dep[k] == "mark" for k in syntax.kids[i])


def _source(syntax: Syntax, actors: Actors, i: int) -> int | None:
    if syntax.lemma[i] in ("quote", "cite"):
        return syntax.child(i, "nsubj:pass", "nsubj") if syntax.passive(i) else syntax.child(i, "obj")
    source = syntax.subject(i)
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


def _stance(syntax: Syntax, i: int, stance: Stance) -> Stance | None:
    """The stance under negation; None where a negated cue says nothing ("did not say")."""
    negated = syntax.negation(i) is not None
    subject = syntax.grammatical_subject(i)
    near = [*syntax.kids[i], *(syntax.kids[subject] if subject is not None else ())]
    neither = any(syntax.lower[k] == "neither" for k in near)
    if not negated and not neither:
        return stance
    if stance is Stance.CONFIRMS:
        return Stance.DOES_NOT_CONFIRM
    if stance in (Stance.CONSIDERS, Stance.EXPECTS):
        return stance
    return None


def _passive_report(syntax: Syntax, i: int) -> bool:
    return syntax.passive(i) and syntax.lemma[i] in ("quote", "cite", "report")


def _addressee(syntax: Syntax, i: int) -> int | None:
    if syntax.lemma[i] in ("tell", "inform", "notify", "assure", "warn", "remind"):
        told = next(iter([*syntax.children(i, "iobj"), *syntax.children(i, "obj")]), None)
        return told if told is not None or syntax.passive(i) or syntax.lemma[i] == "warn" else _next_noun(syntax, i)
    to = syntax.obliques(i, "to")
    return to[0] if to and syntax.lemma[i] in ("say", "add", "explain", "repeat", "reply", "write") else None


def _next_noun(syntax: Syntax, i: int) -> int | None:
    """The head of the noun phrase right after a verb, where the parse gave it to the clause that follows."""
    k = i + 1
    while k < syntax.size and syntax.pos[k] in ("DET", "ADJ", "NOUN", "PROPN", "PRON"):
        k += 1
    return k - 1 if k > i + 1 and syntax.pos[k - 1] in ("NOUN", "PROPN", "PRON") else None


def relay(syntax: Syntax, i: int, draft: Draft) -> None:
    """Relays: "as quoted by X"; "X reported ..., citing Y" makes Y the source and X the relay."""
    for k in syntax.kids[i]:
        if syntax.lemma[k] in _CARRYING and syntax.dep[k].startswith(("advcl", "acl")):
            agent = syntax.agent(k)
            if agent is not None:
                draft.via += syntax.conjuncts(agent)
    for k in range(i + 1, syntax.sentences[syntax.sentence_of[i]][1]):
        # "..., as quoted by Russian media": the parse may hang it on the words quoted
        if syntax.tag[k] == "VBN" and syntax.lemma[k] in _CARRYING and syntax.lower[k - 1] == "as":
            agent = syntax.agent(k)
            found = syntax.conjuncts(agent) if agent is not None else []
            draft.via += [a for a in found if a not in draft.via]
    cited = _cited(syntax, i)
    if cited is not None and draft.source is not None:
        draft.via.append(draft.source)
        draft.source = cited
    if syntax.lemma[i] in ("quote", "cite") and not syntax.passive(i) and (outlet := syntax.subject(i)) is not None:
        draft.via.append(outlet)
    elif syntax.lemma[i] in ("quote", "cite"):
        agent = next(
            (a for k in (i, *syntax.children(i, "xcomp", "advcl")) if (a := syntax.agent(k)) is not None), None
        )
        draft.via += syntax.conjuncts(agent) if agent is not None else []


def _cited(syntax: Syntax, i: int) -> int | None:
    """Whom the report rests on: "..., citing an official"; the clause is often parsed under what is reported."""
    if not syntax.vocabulary & {"citing", "quoting"}:
        return None
    for k in syntax.subtree(i):
        if syntax.lower[k] in ("citing", "quoting") and syntax.dep[k] in ("advcl", "acl", "conj"):
            named = syntax.child(k, "obj")
            if (
                named is not None
                and names_a_source(syntax, named)
                and not any(is_speech(syntax, a) for a in syntax.ancestors(k) if a > i)
            ):
                return named
    return None
