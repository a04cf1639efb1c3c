"""Attribution without a verb of saying: "according to", hearsay, "Moscow's claim that"."""

from __future__ import annotations

from pourparler.reading.actors import Actors
from pourparler.reading.attribution.clauses import clause_span, is_aftermath
from pourparler.reading.attribution.drafts import (
    CLAIMS,
    CUES,
    DEED_ENDINGS,
    DEEDS,
    DOCUMENTS,
    LAWS,
    SPEECH,
    SPEECH_NOUNS,
    UNSPOKEN,
    YARDSTICKS,
    Draft,
    marked,
    trimmed,
)
from pourparler.reading.attribution.inserted import past_opening, segment
from pourparler.reading.attribution.quoting import stretch_over_quotes
from pourparler.reading.attribution.relays import cites
from pourparler.reading.attribution.sources import speaks
from pourparler.reading.quotes import Quote
from pourparler.reading.syntax import QUOTE_MARKS, Syntax
from pourparler.records import Stance

#: Relations of a participle without a finite verb of its own.
_REDUCED = frozenset({"acl", "amod", "acl:relcl", "advcl"})
_FOLLOWING = frozenset({"citing", "who", "which", "a", "an", "the"})
HEARSAY = frozenset({"say", "report", "believe", "think", "understand", "rumor", "rumour", "allege", "know"})


def from_according(syntax: Syntax, quotes: list[Quote], actors: Actors, i: int) -> Draft | None:
    """ "according to X": X says the clause it hangs on."""
    source = syntax.head[i] if syntax.dep[i] == "case" else next(iter(syntax.obliques(i, "to")), None)
    if source is None or i + 1 >= syntax.size or syntax.lower[i + 1] != "to" or is_yardstick(syntax, source):
        return None
    top = next(
        (k for k in syntax.ancestors(source) if syntax.pos[k] in ("VERB", "AUX") or syntax.children(k, "cop", "nsubj")),
        None,
    )
    top = top if top is not None else syntax.head[source]
    if top == source:
        return None
    content = _sentence_around(syntax, i, source)
    if not content:
        tokens = syntax.subtree(top, [source if syntax.dep[i] == "case" else i])
        near = [t for t in tokens if (t < i) == (top < i)]
        content = [_clause_of(syntax, near or tokens, i)]
    draft = Draft(
        "cue:according to",
        (i, i + 1),
        source,
        Stance.ASSERTS,
        content,
        example="Two boats collided, according to the harbour master.",
        hangs_on=top,
    )
    _cited_beside(syntax, actors, source, draft)
    inside = next((q for q in quotes if q.start <= syntax.start[i] < q.end), None)
    if inside is not None:
        draft.content = [(max(a, inside.start), min(b, inside.end)) for a, b in draft.content if a < inside.end]
    stretch_over_quotes(syntax, quotes, draft, inside)
    return draft if any(_has_a_clause(syntax, a, b) for a, b in draft.content) else None


def is_yardstick(syntax: Syntax, noun: int) -> bool:
    """ "according to the *procedure*", "to the *schedule*", "to the *law*": what a deed keeps to says nothing."""
    return syntax.pos[noun] == "NOUN" and syntax.lemma[noun] in YARDSTICKS | LAWS - DOCUMENTS


def _has_a_clause(syntax: Syntax, start: int, end: int) -> bool:
    """Whether a verb with tense stands there, or "five *killed*"; "Lund, *reporting from Oslo*, ..." has none."""
    tokens = range(syntax.at(start), syntax.at(end - 1) + 1)
    return any(syntax.tag[k] in ("VBD", "VBN", "VBZ", "VBP", "MD") or syntax.word[k] in QUOTE_MARKS for k in tokens)


def _cited_beside(syntax: Syntax, actors: Actors, source: int, draft: Draft) -> None:
    """ "According to the radio, citing an official, ...": the official is the source."""
    for k in range(source + 1, min(source + 8, syntax.size)):
        relays = syntax.lower[k] in ("citing", "quoting") and syntax.word[k - 1] == ","
        relays = relays or (syntax.lower[k] in ("cited", "quoted", "cites") and syntax.lower[k - 1] == "which")
        if relays and draft.source == source:
            named = syntax.child(k, "obj", "iobj")
            if named is not None and cites(syntax, actors, named):
                draft.via.append(source)
                draft.source = named


def _sentence_around(syntax: Syntax, i: int, source: int) -> list[tuple[int, int]]:
    """The whole sentence, where "according to X" opens it, closes it after a comma, or stands between commas."""
    begin, end = segment(syntax, i)
    last = _phrase_end(syntax, source, end)
    while last > i and syntax.pos[last] == "PUNCT":
        last -= 1
    after = syntax.word[last + 1] if last + 1 < end else "."
    if i - begin <= 1:
        return [trimmed(syntax, last + 1, end - 1)] if after == "," and last + 2 < end else []
    if syntax.word[i - 1] not in (",", "—", "–") or after not in (",", ".", ";", "—", "–"):
        return []
    start = past_opening(syntax, begin, i - 1)
    spans = [trimmed(syntax, start, i - 1)]
    follows = syntax.lower[last + 2] if last + 2 < end else ""
    if (
        after == ","
        and follows
        and follows not in _FOLLOWING
        and last + 3 < end
        and not _told_after(syntax, last + 2, end)
    ):
        spans.append(trimmed(syntax, last + 2, end - 1))
    elif after == "," and follows and follows not in ("and", "but", "while"):
        return []
    return spans


def _told_after(syntax: Syntax, start: int, end: int) -> bool:
    """ "..., according to the UN, *and many analysts say* ...": a report of its own."""
    if syntax.lower[start] not in ("and", "but", "while"):
        return False
    return any(syntax.lemma[k] in SPEECH and syntax.finite(k) for k in range(start, end) if syntax.pos[k] == "VERB")


def _phrase_end(syntax: Syntax, source: int, end: int) -> int:
    """Last token of the source, with ", citing an official" where that follows it."""
    last = max(source, syntax.edges(source)[1])
    if last + 2 < end and syntax.word[last + 1] == "," and syntax.lower[last + 2] in ("citing", "quoting"):
        last = next((k - 1 for k in range(last + 3, end) if syntax.word[k] == ","), end - 1)
    return last


def _clause_of(syntax: Syntax, tokens: list[int], cue: int) -> tuple[int, int]:
    """The run of tokens nearest the cue, in characters."""
    first, last = tokens[0], tokens[-1]
    if first < cue < last:
        last = cue - 1
    while first < last and syntax.lower[first] in ("that", "but", "and") and syntax.dep[first] in ("mark", "cc"):
        first += 1
    return trimmed(syntax, first, last)


def from_hearsay(syntax: Syntax, i: int) -> Draft | None:
    """ "reportedly": a claim whose source the outlet keeps to itself."""
    top = syntax.head[i]
    if top == i or syntax.pos[top] not in ("VERB", "AUX", "ADJ", "NOUN", "PROPN"):
        return None
    if not syntax.finite(top) and not syntax.children(top, "cop"):
        return None  # "officials allegedly on duty", "the alleged raid": no claim of its own
    tokens = syntax.subtree(top, [k for k in syntax.kids[top] if is_aftermath(syntax, k)])
    first, last = tokens[0], tokens[-1]
    while first < i and (syntax.dep[first] in ("mark", "cc", "punct") or syntax.lower[first] in ("when", "where")):
        first += 1
    return Draft(
        "cue:reportedly",
        (i, i),
        None,
        Stance.ASSERTS,
        [trimmed(syntax, first, last)],
        confidence=0.7,
        example="The envoys reportedly met twice.",
    )


def from_said_to(syntax: Syntax, i: int) -> Draft | None:
    """ "is said to be ill", "it was reported that", "are believed to have met": somebody unnamed says so."""
    passive = syntax.passive(i) or (bool(syntax.children(i, "cop")) and _is_outer(syntax, i))
    if not passive or syntax.dep[i] in _REDUCED or not {syntax.lemma[i]} & (HEARSAY | SPEECH):
        return None
    clause = syntax.child(i, "xcomp", "ccomp", "csubj:pass", "csubj")
    outer = _is_outer(syntax, i)
    if clause is None or clause < i or syntax.negation(i) is not None or UNSPOKEN & set(syntax.auxiliaries(i)):
        return None
    subject = next((k for k in syntax.kids[i] if k < i and syntax.dep[k] in ("nsubj:pass", "nsubj")), None)
    if not outer and (subject is None or syntax.lemma[i] not in HEARSAY or not marked(syntax, clause, "to")):
        return None
    considers = syntax.lemma[i] in ("believe", "think", "understand", "know")
    draft = Draft("cue:said to", (i, i), syntax.agent(i), Stance.CONSIDERS if considers else Stance.ASSERTS)
    start, end = clause_span(syntax, clause, i, drop=("that",))
    named = [] if outer or subject is None else [trimmed(syntax, *syntax.phrase(subject))]
    draft.content = [*named, (start, end)]
    draft.confidence, draft.example = 0.7, "The envoys are said to have met twice."
    return draft


def _is_outer(syntax: Syntax, i: int) -> bool:
    """ "*It* was announced that ..."; the clause is what is said."""
    return any(k < i and syntax.lower[k] in ("it", "there") for k in syntax.kids[i] if syntax.pos[k] == "PRON")


def from_noun(syntax: Syntax, actors: Actors, i: int) -> Draft | None:
    """ "Moscow's claim that ...", "an announcement by the ministry that ...": the noun is the cue."""
    clause = next(
        (k for k in syntax.children(i, "acl", "ccomp") if syntax.dep[k] != "acl:relcl" and _has_that(syntax, k, i)),
        None,
    )
    if clause is None:
        return None
    source = syntax.possessor(i)
    above = syntax.head[i]
    if syntax.dep[i] == "advcl" and syntax.word[i - 1] in {",", *QUOTE_MARKS}:
        source = syntax.subject(above)  # "..., *warning* that it would fire": a gerund tagged as a noun
    if source is not None and syntax.lower[source] in ("our", "my", "your"):
        return None
    if source is not None and syntax.pos[source] == "PRON" and syntax.dep[i] == "obj" and syntax.lemma[above] in CUES:
        return None  # "expressed its hope that ..." is read at "expressed"
    source = source if source is not None else next(iter(syntax.obliques(i, "by", "from", "of")), None)
    if source is None:  # "a report on the army's radio that ..."
        source = next((k for k in syntax.obliques(i, "on", "in") if _is_press(actors, k)), None)
    if source is None:
        source = next((k for k in syntax.named_modifiers(i) if actors.one(k) is not None), None)
    if source is None or not speaks(syntax, actors, source):
        return None
    row = SPEECH_NOUNS[syntax.lemma[i]]
    return Draft(
        f"noun:{syntax.lemma[i]}",
        (i, i),
        source,
        Stance(row["stance"]),
        [clause_span(syntax, clause, i)],
        example=row["example"],
        confidence=0.8,
    )


def _is_press(actors: Actors, noun: int) -> bool:
    actor = actors.one(noun)
    return actor is not None and "JRN" in actor.sectors


def _has_that(syntax: Syntax, clause: int, noun: int) -> bool:
    return clause > noun and any(syntax.lower[k] == "that" and syntax.dep[k] == "mark" for k in syntax.kids[clause])


def _is_gesture(syntax: Syntax, i: int) -> bool:
    """ "with the envoy *pointing to* the map", "said the envoy, *pointing to* his arm": a finger, and no ground."""
    if i == syntax.sentences[syntax.sentence_of[i]][0]:
        return False
    thing = next(iter(syntax.obliques(i, "to", "at")), None)
    deed = thing is not None and (syntax.lemma[thing] in DEEDS or syntax.lemma[thing].endswith(DEED_ENDINGS))
    return syntax.word[i - 1] != "," or (syntax.lemma[syntax.head[i]] in SPEECH and not deed)


def from_ground(syntax: Syntax, actors: Actors, i: int) -> Draft | None:
    """ "stayed away, *citing* the shelling": whoever acts gives the reason."""
    if syntax.tag[i] != "VBG" or syntax.dep[i] not in ("advcl", "acl", "conj", "xcomp", "parataxis"):
        return None
    if syntax.lemma[i] == "point" and _is_gesture(syntax, i):
        return None
    thing = syntax.child(i, "obj") or next(iter(syntax.obliques(i, "to")), None)
    source = syntax.subject(i)
    above = syntax.head[i]
    if source is None and syntax.pos[above] == "VERB":
        source = syntax.subject(above)
    if thing is None or source is None or syntax.pos[thing] == "PROPN":
        return None
    if syntax.lemma[i] != "point" and cites(syntax, actors, thing):
        return None
    if not speaks(syntax, actors, source) or syntax.lemma[thing] in CLAIMS - {"charge"}:
        return None
    first, last = syntax.edges(thing)
    first += syntax.lower[first] == "to"
    draft = Draft(f"cue:{syntax.lemma[i]}", (i, i), source, Stance.ASSERTS, [trimmed(syntax, first, last)])
    draft.example, draft.confidence = "Delhi stayed away, citing the shelling of a school.", 0.8
    return draft
