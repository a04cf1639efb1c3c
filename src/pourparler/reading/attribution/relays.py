"""Relays: who passed on what a source said."""

from __future__ import annotations

from pourparler.reading.actors import Actors
from pourparler.reading.attribution.drafts import (
    DOCUMENTS,
    LAWS,
    Draft,
    forms_of,
    is_speech,
    marked,
    names_a_source,
    words_of,
)
from pourparler.reading.syntax import Syntax

#: Verbs of one who passes on what another said, and their participles.
_CARRYING = words_of("carrying")
_CARRIED = frozenset({"quoted", "cited", "reported", "carried", "published", "released", "broadcast", "aired", "run"})


def relay(syntax: Syntax, actors: Actors, i: int, draft: Draft) -> None:
    """Relays: "as quoted by X"; "X reported ..., citing Y" makes Y the source and X the relay."""
    for agent in _carriers(syntax, i):
        if agent not in draft.via and agent != draft.source and not _issues(syntax, agent, draft):
            draft.via.append(agent)
    cited = _cited(syntax, actors, i)
    if cited is not None and draft.source is not None and cited != draft.source:
        draft.via.append(draft.source)
        draft.source = cited
    if syntax.lemma[i] == "learn" and (learner := syntax.subject(i)) is not None:
        draft.via.append(learner)
    if syntax.lemma[i] in ("quote", "cite"):
        _quoting(syntax, i, draft)


def _carriers(syntax: Syntax, i: int) -> list[int]:
    """Agents of "as quoted by Russian media", "in comments carried by Xinhua"; the parse hangs them anywhere."""
    if not syntax.vocabulary & _CARRIED:
        return []
    found = []
    first, last = syntax.sentences[syntax.sentence_of[i]]
    for k in range(first, last):
        if k == i or syntax.lemma[k] not in _CARRYING or syntax.tag[k] != "VBN":
            continue
        hangs = k in syntax.kids[i] or syntax.head[syntax.head[k]] == i or syntax.lower[k - 1] == "as"
        agent = syntax.agent(k) if hangs and syntax.dep[k].startswith(("advcl", "acl", "dep")) else None
        if agent is not None and (syntax.lower[k - 1] == "as" or not _is_said(syntax, k, i)):
            found += syntax.conjuncts(agent)
    return found


def _issues(syntax: Syntax, agent: int, draft: Draft) -> bool:
    """ "a statement released by *the ministry* says": whose words they are; it hands on nobody else's."""
    own = draft.source is not None and syntax.lemma[draft.source] in DOCUMENTS
    return own and syntax.under(agent, draft.source or 0)


def _is_said(syntax: Syntax, k: int, cue: int) -> bool:
    """Whether the participle stands inside what the cue says."""
    return any(syntax.dep[a] in ("ccomp", "xcomp") and syntax.head[a] == cue for a in (k, *syntax.ancestors(k)))


def _quoting(syntax: Syntax, i: int, draft: Draft) -> None:
    """The outlet of "Tass quoted him as saying" and of "he was quoted by Tass as saying"."""
    if not syntax.passive(i):
        outlet = syntax.subject(i)
        draft.via += [] if outlet is None else [outlet]
        return
    places = (i, *syntax.children(i, "xcomp", "advcl"))
    agent = next((a for k in places if (a := syntax.agent(k)) is not None), None)
    draft.via += [k for k in (syntax.conjuncts(agent) if agent is not None else []) if k not in draft.via]


def _cited(syntax: Syntax, actors: Actors, i: int) -> int | None:
    """Whom the report rests on: "..., citing an official"; the clause is often parsed under what is reported."""
    if not syntax.vocabulary & {"citing", "quoting"}:
        return None
    begin, end = syntax.sentences[syntax.sentence_of[i]]
    begin = max((k + 1 for k in range(begin, i) if _tells_apart(syntax, k)), default=begin)
    for k in range(begin, i):  # "The radio, citing an official, said"
        if syntax.lower[k] in ("citing", "quoting") and (k == begin or syntax.word[k - 1] == ","):
            named = syntax.child(k, "obj", "iobj")
            return named if named is not None and cites(syntax, actors, named) else None
    for k in range(i + 1, end):
        if is_speech(syntax, k) and syntax.finite(k) and syntax.under(k, syntax.head[i]):
            return None  # what another says, citing somebody, is his
        if syntax.lower[k] in ("citing", "quoting"):
            if syntax.word[k - 1] != "," and syntax.dep[k] == "acl" and syntax.head[k] > i:
                return None  # "..., Dahl said, the radio reports citing Tass": the radio cites
            named = syntax.child(k, "obj", "iobj")
            return named if named is not None and cites(syntax, actors, named) else None
    return None


def _tells_apart(syntax: Syntax, k: int) -> bool:
    """Whether a report of its own ends there: a semicolon, or another verb of saying with its subject."""
    if syntax.word[k] == ";":
        return True
    return is_speech(syntax, k) and syntax.finite(k) and syntax.grammatical_subject(k) is not None


def cites(syntax: Syntax, actors: Actors, noun: int) -> bool:
    """Whether what is cited speaks (an official, a newspaper, a leaked note) or is a ground (a scheduling conflict)."""
    if {syntax.lemma[k] for k in syntax.conjuncts(noun)} & LAWS:
        return False
    if syntax.lemma[noun] in DOCUMENTS and any(
        marked(syntax, k, "that") for k in syntax.children(noun, "acl", "ccomp")
    ):
        return False  # "said Lund, citing reports *that troops had come*": what they tell is another thing
    if names_a_source(syntax, noun) or syntax.lemma[noun] in DOCUMENTS:
        return True
    heads = (actors.known.head(word) for word in forms_of(syntax, noun))
    return any(head is not None and head.kind in ("person", "body", "group") for head in heads)


def relay_reports(syntax: Syntax, drafts: list[Draft]) -> list[Draft]:
    """ "The ministry denied it, according to Interfax": the agency relays the ministry and claims nothing."""
    kept = []
    for draft in drafts:
        top = draft.hangs_on
        if top is None:
            kept.append(draft)
            continue
        cues = set(syntax.conjuncts(top))
        spoken = [d for d in drafts if d.hangs_on is None and d.cue[0] in cues]
        if draft.cue[0] < (spoken[0].cue[0] if spoken else 0):
            spoken = []  # "According to Interfax, the ministry denied it": what Interfax tells is the denial
        spoken = spoken or [d for d in drafts if _tail_of(syntax, draft, d)]
        spoken = spoken or [d for d in drafts if _closed_by(syntax, draft, d)]
        spoken = [d for d in spoken if not _quotes_it(syntax, d, draft)]
        for other in spoken:
            _cut_off(syntax, draft, other)
            other.via[:0] = [k for k in (*draft.via, draft.source) if k is not None]
        if not spoken:
            kept.append(draft)
    return kept


def _quotes_it(syntax: Syntax, other: Draft, draft: Draft) -> bool:
    """ "'According to the radio, it sank,' Dahl said": Dahl relays the radio, not the radio Dahl."""
    at = syntax.start[draft.cue[0]]
    return any(q.start <= at < q.end for q in other.quoted)


def _cut_off(syntax: Syntax, draft: Draft, other: Draft) -> None:
    """Takes ", according to X" off the end of what another says."""
    at = syntax.start[draft.cue[0]]
    a, b = other.content[-1] if other.content else (0, 0)
    if draft.cue[0] > other.cue[0] and a < at < b and syntax.word[draft.cue[0] - 1] == ",":
        other.content[-1] = (a, len(syntax.text[:at].rstrip(", ")))


def _closed_by(syntax: Syntax, draft: Draft, other: Draft) -> bool:
    """ "The ship was seized, *the envoy said*, according to the radio": all that the radio has is what he said."""
    if draft.hangs_on is None or other is draft or other.hangs_on is not None or not other.content or not draft.content:
        return False
    first, cue = other.content[0][0], other.cue[0]
    told = first <= draft.content[0][0] + 1 and other.content[-1][1] <= syntax.start[cue]
    return told and cue < draft.cue[0] and syntax.sentence_of[cue] == syntax.sentence_of[draft.cue[0]]


def _tail_of(syntax: Syntax, draft: Draft, other: Draft) -> bool:
    """Whether ", according to X" closes the content of another statement; if so, it is cut off there."""
    if draft.hangs_on is None or other is draft or other.hangs_on is not None or not other.content:
        return False
    at = syntax.start[draft.cue[0]]
    a, b = other.content[-1]
    if not a < at < b or syntax.word[draft.cue[0] - 1] != "," or draft.cue[0] < other.cue[0]:
        return False
    other.content[-1] = (a, len(syntax.text[:at].rstrip(", ")))
    return True
