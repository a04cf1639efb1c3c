"""What a contact is about."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc

from pourparler.reading.actors import Actors, official
from pourparler.reading.evidence import span
from pourparler.reading.reason_kinds import WEIGHTY, kind_of
from pourparler.reading.stretches import run_of, whole
from pourparler.reading.syntax import SUBJECTS, Syntax
from pourparler.reading.tables import rows
from pourparler.records import Span


def _words(form: str) -> frozenset[str]:
    return frozenset(row["words"] for row in rows("topics") if row["form"] == form)


_PREPOSITIONS, _ADJECTIVES = _words("preposition"), _words("adjective")
_DISCUSSING, _AIMED, _TURNING = _words("verb"), _words("participle"), _words("subject")
_NOT_TOPICS = frozenset(word for row in rows("not_topics") for word in row["words"].split(";"))
#: Contacts that are named by what they are about: "border talks".
_TALKS = frozenset({"talk", "talks", "negotiation", "discussion", "consultation", "dialogue", "conversation"})
#: Contacts whose "on" is never about anything: "a call on Moscow", "visits on".
_PLAIN = frozenset(
    {
        "call",
        "meet",
        "visit",
        "trip",
        "host",
        "receive",
        "welcome",
        "reach",
        "contact",
        "exercise",
        "drill",
        "patrol",
        "manoeuvre",
        "maneuver",
        "line",
        "hotline",
    }
)
_JOURNEYS = frozenset({"visit", "trip", "tour", "stopover", "mission", "journey", "leg", "return", "arrival"})
#: Verbs that hold a contact and change nothing, so that what hangs on them belongs to it.
_HOLDING = frozenset({"hold", "have", "conduct", "host", "meet", "begin", "start", "open", "resume", "continue"})
_SIDES = frozenset({"side", "minister", "official", "leader", "delegation", "party", "general", "commander", "officer"})
Run = tuple[int, int]


def topics_of(doc: Doc, core: int, links: list[int], top: int) -> tuple[Span, ...]:
    """What a contact is about: "the fence" of "talks on the fence", "border" of "border talks".

    ``core`` is the token of the contact, ``links`` what stands between it and ``top``, the token of the step. Where the
    contact is held, "They discussed the fence" in the sentence after it tells its topic too.
    """
    syntax: Syntax = doc._.syntax
    tokens = list(dict.fromkeys((core, *links, top)))
    holding = [i for i in tokens if i == core or syntax.lemma[i] in _HOLDING]
    runs = [*_named(syntax, core), *_beside(doc, core, top, holding), *_discussed(syntax, holding)]
    if top in holding and not runs:
        runs += _told_after(doc, core, top)
    spans = {run: span(syntax, *syntax.chars(*run)) for run in sorted(set(runs)) if not _dated(doc, syntax, run)}
    inner = {run for run in spans for o in spans if o != run and o[0] <= run[0] and run[1] <= o[1]}
    return tuple(spans[run] for run in spans if run not in inner)


def _dated(doc: Doc, syntax: Syntax, run: Run) -> bool:
    start, end = syntax.chars(*run)
    dates = ((d.start, d.end) for d in doc._.dates.all if d.start is not None and d.end is not None)
    return any(a < end and start < b and b - a >= end - start - 4 for a, b in dates)


def _in_date(doc: Doc, k: int) -> bool:
    at = doc._.syntax.start[k]
    return any(d.start <= at < d.end for d in doc._.dates.all if d.start is not None and d.end is not None)


# --- in the name ------------------------------------------------------------------------------------


def _named(syntax: Syntax, core: int) -> Iterator[Run]:
    """*arms control* of "arms control talks"; not *telephone*, *staff* or *flag*."""
    if syntax.lemma[core] not in _TALKS or syntax.pos[core] != "NOUN":
        return
    for k in syntax.kids[core]:
        common = syntax.dep[k] == "compound" and syntax.tag[k] in ("NN", "NNS")
        told = common or (syntax.dep[k] == "amod" and syntax.lower[k] in _ADJECTIVES)
        first, last = syntax.edges(k)
        barred = any(syntax.lemma[j] in _NOT_TOPICS or syntax.tag[j] == "CD" for j in range(first, last + 1))
        if told and last == k and k + 1 == core and not barred:
            yield first, last


# --- beside it --------------------------------------------------------------------------------------


def _beside(doc: Doc, core: int, top: int, holding: list[int]) -> Iterator[Run]:
    """ "talks on the fence", "spoke about fishing", "summoned the envoy over the raid"."""
    syntax: Syntax = doc._.syntax
    for i in holding:
        for k in syntax.kids[i]:
            form = syntax.preposition(k)
            if k < i or form not in _PREPOSITIONS or syntax.relation[k] not in ("obl", "nmod"):
                continue
            if syntax.lemma[k] in _NOT_TOPICS or _in_date(doc, k) or (form == "on" and _goes(syntax, core, k)):
                continue
            runs = list(_split(doc, k))
            cause = form == "over" and top not in holding and kind_of(syntax, *runs[0]) in WEIGHTY
            if not cause:
                yield from runs
    yield from _aimed(doc, core)


def _goes(syntax: Syntax, core: int, k: int) -> bool:
    """ "A call on Oslo", "arrived on a visit": what is "on" is no topic."""
    return syntax.lemma[core] in _PLAIN or syntax.lemma[k] in _JOURNEYS


def _aimed(doc: Doc, core: int) -> Iterator[Run]:
    """ "talks aimed at ending the war", "talks focused on trade", "the talks focused on trade"."""
    syntax: Syntax = doc._.syntax
    for k in syntax.children(core, "acl", "amod"):
        if syntax.lower[k] in _AIMED and k > core:
            yield from _matters(doc, k)
    over = syntax.head[core]
    if syntax.dep[core] == "nsubj" and syntax.lower[over] in _TURNING:
        yield from _matters(doc, over)


def _matters(doc: Doc, verb: int) -> Iterator[Run]:
    syntax: Syntax = doc._.syntax
    for k in syntax.kids[verb]:
        if k > verb and syntax.relation[k] == "obl" and syntax.preposition(k) in ("on", "at", "to", "around"):
            yield from _split(doc, k)
        elif k > verb and syntax.dep[k] in ("advcl", "ccomp") and syntax.tag[k] == "VBG":
            mark = next((c for c in syntax.kids[k] if syntax.dep[c] == "mark"), None)
            if mark is not None and syntax.lower[mark] in ("on", "at", "to"):
                yield syntax.quote_free(mark + 1, syntax.edges(k)[1])


def _discussed(syntax: Syntax, holding: list[int]) -> Iterator[Run]:
    """ "met to discuss the fence", "during which they discussed fishing", "met and discussed trade"."""
    for i in holding:
        near = [k for k in syntax.kids[i] if k > i]
        near += [c for k in near if syntax.relation[k] in ("obl", "nmod") for c in syntax.children(k, "acl:relcl")]
        near += [c for k in syntax.children(i, "obj") for c in syntax.kids[k] if k < c]
        for k in (i, *near):
            loose = syntax.relation[k] in ("acl", "advcl", "xcomp", "conj") or k == i
            if loose and syntax.lemma[k] in _DISCUSSING and syntax.pos[k] == "VERB" and not _of_others(syntax, k, i):
                yield from _object(syntax, k)


def _of_others(syntax: Syntax, k: int, i: int) -> bool:
    """Whether a conjoined verb has a subject of its own, and so tells of somebody else."""
    return syntax.dep[k] == "conj" and k != i and any(syntax.dep[c] in SUBJECTS for c in syntax.kids[k])


def _object(syntax: Syntax, verb: int) -> Iterator[Run]:
    thing = syntax.child(verb, "obj")
    if thing is None or thing < verb or syntax.pos[thing] == "PRON" or syntax.lemma[thing] in _TALKS:
        return
    for k in syntax.conjuncts(thing):
        yield _own(syntax, k)


# --- in the next sentence ---------------------------------------------------------------------------


def _told_after(doc: Doc, core: int, top: int) -> Iterator[Run]:
    """They discussed the fence. The talks focused on the fence. The fence topped the agenda."""
    syntax: Syntax = doc._.syntax
    here = syntax.sentence_of[max(core, top)]
    if here + 1 >= len(syntax.sentences):
        return
    start, end = syntax.sentences[here + 1]
    root = next((k for k in range(start, end) if syntax.head[k] == k), None)
    if root is None:
        return
    subject = syntax.grammatical_subject(root)
    if syntax.lemma[root] == "agenda" and syntax.preposition(root) == "on" and subject is not None:
        yield syntax.phrase(subject)
    if subject is None:
        return
    if syntax.lemma[root] in ("discuss", "review", "address") and _the_same(syntax, subject):
        yield from _object(syntax, root)
    if syntax.lower[root] in _TURNING and (syntax.lemma[subject] in _TALKS or syntax.lemma[subject] == "meeting"):
        yield from _matters(doc, root)
    thing = syntax.child(root, "obj")
    if thing is not None and syntax.lemma[thing] == "agenda" and syntax.lemma[root] in ("top", "dominate", "fill"):
        yield syntax.phrase(subject)


def _the_same(syntax: Syntax, subject: int) -> bool:
    """ "they", "the sides", "both ministers", "the two officers": those of the sentence before."""
    if syntax.lower[subject] in ("they", "both"):
        return True
    words = {syntax.lower[k] for k in syntax.kids[subject]}
    plural = syntax.tag[subject] == "NNS" and syntax.child(subject, "conj", "amod", "nmod") is None
    return plural and bool(words & {"two", "both"} or ("the" in words and syntax.lemma[subject] in _SIDES))


# --- words ------------------------------------------------------------------------------------------


def _split(doc: Doc, k: int) -> Iterator[Run]:
    """Each of the conjoined nouns, without who it is with: "on trade and the fence with Sweden"."""
    syntax: Syntax = doc._.syntax
    actors: Actors = doc._.actors
    if syntax.lower[k] == "what":
        yield whole(syntax, k)[:2]
        return
    for c in syntax.conjuncts(k):
        first, last = _own(syntax, c)
        for j in range(c + 1, last + 1):
            if syntax.preposition(j) in ("with", "between") and official(actors.one(j)):
                last = min(last, syntax.edges(j)[0] - 1)
        yield syntax.quote_free(first, max(last, c))


def _own(syntax: Syntax, k: int) -> Run:
    """A noun with what belongs to it alone, without its preposition and its conjuncts."""
    out = [c for c in syntax.kids[k] if syntax.dep[c] in ("conj", "cc", "case", "parataxis", "punct", "obl:unmarked")]
    return syntax.quote_free(*run_of(syntax, k, *out))
