"""Attribution: who says what, through whom.

The unit is a *cue* (said, denied, according to) with its source and its content, as in PARC (Pareti 2016); the parse
finds source and content, quotation marks correct the content's ends.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from spacy.tokens import Doc

from pourparler.reading.actors import Actors
from pourparler.reading.annotations import Trace, note
from pourparler.reading.quotes import Quote
from pourparler.reading.syntax import Syntax
from pourparler.reading.tables import rows
from pourparler.records import Actor, Form, Span, Stance, Statement

CUES = {row["lemma"]: row for row in rows("cues")}
#: Nouns that stand for something said. "dismissed the claim" denies; "dismissed the minister" does not.
CLAIMS = frozenset(
    {"claim", "report", "allegation", "accusation", "suggestion", "assertion", "rumor", "rumour", "charge", "it",
     "this", "that", "story", "reports"}
)
#: Common nouns that can be the source of a report.
SPEAKERS = frozenset(
    {"source", "official", "person", "people", "diplomat", "spokesman", "spokeswoman", "spokesperson", "statement",
     "report", "document", "agency", "newspaper", "media", "analyst", "expert", "witness", "minister", "ministry",
     "officer", "aide", "adviser", "lawmaker", "envoy", "ambassador", "commander", "military", "police", "broadcaster",
     "outlet", "letter", "memo", "transcript", "intelligence", "data", "record", "figure"}
)
#: Endings of nouns for people: trader, captain, analyst, chairwoman, veteran.
_AGENT_ENDINGS = ("er", "or", "ist", "man", "woman", "person", "ian", "ant", "ent", "yst", "ain", "ive", "coach", "chief", "head", "boss", "star")
OCCASIONS = frozenset(
    {"briefing", "conference", "interview", "statement", "speech", "hearing", "event", "meeting", "address", "post",
     "letter", "report", "testimony", "forum", "remark", "session", "call", "message", "article", "broadcast"}
)
SILENT = frozenset({"comment", "discuss", "say", "elaborate", "confirm", "answer", "speculate", "respond", "disclose"})
FIRST_PERSON = frozenset({"i", "we", "you", "us", "me", "let"})
#: Speech that has not happened: "will say", "to announce", "if he says".
UNSPOKEN = frozenset({"will", "'ll", "would", "could", "should", "may", "might", "must", "shall", "can", "wo"})


@dataclass(slots=True)
class Draft:
    """A statement in the making; tokens are indices, content is in characters."""

    rule: str
    cue: tuple[int, int]
    source: int | None
    stance: Stance
    content: list[tuple[int, int]] = field(default_factory=list)
    via: list[int] = field(default_factory=list)
    addressee: int | None = None
    quoted: list[Quote] = field(default_factory=list)
    example: str = ""
    confidence: float = 0.9
    inherits: Draft | None = None


class AttributionAnnotator:
    """Doc -> ``doc._.statements``.

    The ministry denied that its jets had crossed the line.  ->  source *The ministry*, stance denies, content
    *its jets had crossed the line*.
    """

    requires = ("syntax", "quotes", "dates", "actors", "ids", "traces")
    assigns = ("statements",)

    def __call__(self, doc: Doc) -> Doc:
        drafts = find_drafts(doc._.syntax, doc._.quotes, doc._.actors)
        return note(doc, statements=[s for d in drafts if (s := _statement(doc, d)) is not None])


def find_drafts(syntax: Syntax, quotes: list[Quote], actors: Actors) -> list[Draft]:
    """Every attribution in the text, in the order of their cues."""
    drafts: list[Draft] = []
    for i in syntax.body:
        lemma = syntax.lemma[i]
        if lemma in CUES and syntax.pos[i] in ("VERB", "AUX", "ADP"):
            found = _from_verb(syntax, quotes, actors, i, drafts)
        elif syntax.lower[i] == "according":
            found = _from_according(syntax, quotes, i)
        elif lemma in ("decline", "refuse", "fail", "comment", "rule") and syntax.pos[i] == "VERB":
            found = _from_silence(syntax, i)
        elif syntax.lower[i] in ("reportedly", "allegedly") and syntax.dep[i] == "advmod":
            found = _from_hearsay(syntax, i)
        else:
            continue
        if found is not None:
            drafts.append(found)
    _continue_quotes(syntax, quotes, drafts)
    return sorted(drafts, key=lambda d: d.cue)


# --- cues --------------------------------------------------------------------------------------------


def _from_verb(syntax: Syntax, quotes: list[Quote], actors: Actors, i: int, before: list[Draft]) -> Draft | None:
    row = CUES[syntax.lemma[i]]
    if not _spoken(syntax, i):
        return None
    source = _source(syntax, actors, i)
    inside = next((q for q in quotes if q.start <= syntax.start[i] < q.end), None)
    if inside and (source is None or syntax.lower[source] in FIRST_PERSON):
        return None
    stance = _stance(syntax, i, Stance(row["stance"]))
    if stance is None:
        return None
    if row["frame"] == "call" and syntax.child(i, "xcomp") is not None and syntax.child(i, "obj") is not None:
        stance = Stance.ASSERTS  # "called the flight routine" names, it demands nothing
    draft = Draft(f"cue:{syntax.lemma[i]}", (i, i), source, stance, example=row["example"])
    draft.content = list(_content(syntax, quotes, i, row["frame"], before))
    if row["frame"] in ("clause", "both", "quote"):
        _stretch_over_quotes(syntax, quotes, draft, inside)
    if not draft.content or (source is None and not draft.quoted and not _passive_report(syntax, i)):
        return None
    if source is not None and not speaks(syntax, actors, source) and not draft.quoted:
        return None
    draft.addressee = _addressee(syntax, i)
    _relay(syntax, i, draft)
    return draft


def speaks(syntax: Syntax, actors: Actors, i: int) -> bool:
    """Whether a noun can be the source of a statement: somebody, a body, a document; not a ship or a chart."""
    if syntax.pos[i] in ("PRON", "PROPN") or syntax.lemma[i] in SPEAKERS or syntax.lower[i] in ("many", "some", "others", "both"):
        return syntax.lower[i] not in ("this", "that", "which", "there", "what")
    head = actors.known.head(syntax.lemma[i])
    if head is not None:
        return head.kind != "platform"
    actor = actors.one(i)
    return actor is not None and (actor.code is not None or actor.person is not None) or syntax.lemma[i].endswith(_AGENT_ENDINGS)


def _spoken(syntax: Syntax, i: int) -> bool:
    """Whether the saying itself is told as done (a participle or finite verb, not "will say" or "asked to say")."""
    if UNSPOKEN & set(syntax.auxiliaries(i)) and not syntax.negation(i):
        return False
    if any(syntax.dep[k] == "mark" and syntax.lower[k] == "to" for k in syntax.kids[i]):
        return False
    return not any(syntax.lower[k] in ("if", "unless", "whether") and syntax.dep[k] == "mark" for k in syntax.kids[i])


def _source(syntax: Syntax, actors: Actors, i: int) -> int | None:
    if syntax.lemma[i] in ("quote", "cite"):
        return syntax.child(i, "nsubj:pass", "nsubj") if syntax.passive(i) else None
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
    neither = any(syntax.lower[k] == "neither" for k in syntax.kids[i])
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
        told = syntax.child(i, "iobj") or syntax.child(i, "obj")
        return told if told is not None or syntax.passive(i) or syntax.lemma[i] == "warn" else _next_noun(syntax, i)
    to = syntax.obliques(i, "to")
    return to[0] if to and syntax.lemma[i] in ("say", "add", "explain", "repeat", "reply", "write") else None


def _next_noun(syntax: Syntax, i: int) -> int | None:
    """The head of the noun phrase right after a verb, where the parse gave it to the clause that follows."""
    k = i + 1
    while k < syntax.size and syntax.pos[k] in ("DET", "ADJ", "NOUN", "PROPN", "PRON"):
        k += 1
    return k - 1 if k > i + 1 and syntax.pos[k - 1] in ("NOUN", "PROPN", "PRON") else None


def _relay(syntax: Syntax, i: int, draft: Draft) -> None:
    """Relays: "as quoted by X"; "X reported ..., citing Y" makes Y the source and X the relay."""
    for k in syntax.kids[i]:
        if syntax.lemma[k] in ("quote", "cite", "report", "carry") and syntax.dep[k].startswith(("advcl", "acl")):
            agent = syntax.agent(k)
            if agent is not None:
                draft.via += syntax.conjuncts(agent)
    cited = _cited(syntax, i)
    if cited is not None and draft.source is not None:
        draft.via.append(draft.source)
        draft.source = cited
    if syntax.lemma[i] in ("quote", "cite"):
        agent = syntax.agent(i)
        draft.via += syntax.conjuncts(agent) if agent is not None else []


def _cited(syntax: Syntax, i: int) -> int | None:
    """Whom the report rests on: "..., citing an official"; the clause is often parsed under what is reported."""
    for k in syntax.subtree(i):
        if syntax.lower[k] in ("citing", "quoting") and syntax.dep[k] in ("advcl", "acl", "conj"):
            named = syntax.child(k, "obj")
            if named is not None and names_a_source(syntax, named) and not any(_speech(syntax, a) for a in syntax.ancestors(k) if a > i):
                return named
    return None


def _speech(syntax: Syntax, i: int) -> bool:
    """Whether a verb is one of saying, which may have sources of its own."""
    return syntax.pos[i] == "VERB" and CUES.get(syntax.lemma[i], {}).get("frame") == "clause"


def names_a_source(syntax: Syntax, noun: int) -> bool:
    """Whether what is cited speaks ("an official", "Reuters") or is a ground ("a scheduling conflict")."""
    return syntax.pos[noun] == "PROPN" or syntax.lemma[noun] in SPEAKERS


# --- content -----------------------------------------------------------------------------------------


def _content(
    syntax: Syntax, quotes: list[Quote], i: int, frame: str, before: list[Draft]
) -> Iterator[tuple[int, int]]:
    """Character spans of what is said, before quotation marks correct them."""
    if frame == "passive":
        clause = syntax.child(i, "xcomp", "advcl", "ccomp")
        if clause is not None and syntax.lemma[clause] == "say":
            clause = syntax.child(clause, "ccomp", "obj", "xcomp")
        if clause is not None and syntax.passive(i):
            yield _clause_span(syntax, clause, i)
        return
    if frame == "as":
        yield from _named_as(syntax, i)
        return
    if frame == "accuse":
        for k in syntax.kids[i]:
            if syntax.dep[k] in ("advcl", "obl", "xcomp", "ccomp") and k > i and _marked(syntax, k, "of"):
                yield _clause_span(syntax, k, i, drop=("of",))
        return
    if frame == "call":
        yield from _called(syntax, i)
        return
    if frame == "object-clause":
        thing, rest = syntax.child(i, "obj"), syntax.child(i, "xcomp")
        if thing is not None and rest is not None:
            a, b = min(syntax.edges(thing)[0], syntax.edges(rest)[0]), max(syntax.edges(thing)[1], syntax.edges(rest)[1])
            yield _chars(syntax, a, b)
            return
    clause = syntax.child(i, "ccomp")
    if clause is None and frame in ("infinitive", "both", "claim"):
        clause = syntax.child(i, "xcomp")
    if clause is not None and frame != "claim":
        addressed = syntax.child(i, "obj", "iobj")
        if frame == "infinitive" and addressed is None and syntax.dep[clause] == "xcomp":
            return  # "asked to speak": a request for contact, not a demand
        if frame == "infinitive" and addressed is not None and i < addressed < clause:
            yield _chars(syntax, syntax.edges(addressed)[0], syntax.edges(clause)[1])
            return
        spans = [_clause_span(syntax, c, i) for c in syntax.children(i, "ccomp") or [clause] if (c > i) == (clause > i)]
        yield min(a for a, _ in spans), max(b for _, b in spans)
        return
    if syntax.dep[i].startswith("parataxis"):
        yield from _host_span(syntax, i)
        return
    if frame in ("both", "object", "claim"):
        yield from _object_span(syntax, i, frame, before)


def _clause_span(syntax: Syntax, clause: int, cue: int, drop: tuple[str, ...] = ("that",)) -> tuple[int, int]:
    skip = [cue] if syntax.under(cue, clause) else []
    skip += [k for k in syntax.kids[clause] if syntax.dep[k] == "parataxis" and syntax.lemma[k] in CUES]
    skip += [k for k in syntax.subtree(clause) if syntax.dep[k] in ("appos", "parataxis") and syntax.lemma[k] in CLAIMS]
    skip += [
        k for k in syntax.subtree(clause)
        if syntax.tag[k] == "VBG" and syntax.lemma[k] in CUES and syntax.dep[k] in ("advcl", "acl") and syntax.word[k - 1] == ","
    ]
    tokens = syntax.subtree(clause, skip)
    tokens = [t for t in tokens if (t < cue) == (clause < cue)] or tokens
    first, last = tokens[0], tokens[-1]
    if syntax.tag[first] == "WDT" and first + 1 < last and _speech(syntax, first + 1):
        first += 2  # "reports that said ...": what the reports said
    opening = next((k for k in syntax.kids[clause] if syntax.dep[k] == "mark" and syntax.lower[k] == "that" and k - first < 6), None)
    if opening is not None and opening < clause:
        first = opening  # "said on Tuesday that ...": what stands before belongs to the saying
    while first < last and (syntax.lower[first] in drop and syntax.dep[first] in ("mark", "case", "fixed")):
        first += 1
    return _chars(syntax, first, last)


def _chars(syntax: Syntax, first: int, last: int) -> tuple[int, int]:
    return syntax.chars(*syntax.quote_free(first, last))


def _host_span(syntax: Syntax, i: int) -> Iterator[tuple[int, int]]:
    """The clause that "..., she said" interrupts or closes: what stands before it, and what goes on after it."""
    host = syntax.head[i]
    own_first, own_last = syntax.edges(i)
    first, last = syntax.edges(host)
    if first < own_first:
        yield _chars(syntax, first, own_first - 1)
    if last > own_last + 3 and host > i:
        yield _chars(syntax, own_last + 1, last)


def _object_span(syntax: Syntax, i: int, frame: str, before: list[Draft]) -> Iterator[tuple[int, int]]:
    thing = syntax.patient(i)
    if thing is None:
        return
    if syntax.lemma[thing] in CLAIMS:
        own = syntax.child(thing, "acl", "ccomp")
        if own is not None and syntax.dep[own] != "acl:relcl" and syntax.lower[thing] not in ("it", "this", "that"):
            yield _clause_span(syntax, own, i)
            return
        near = [d for d in before if d.content and d.cue[0] < i and abs(_sentence(syntax, d) - syntax.sentence_of[i]) <= 1]
        if near:
            yield from near[-1].content
        elif syntax.pos[thing] == "NOUN":
            yield _chars(syntax, *syntax.phrase(thing))
    elif frame != "claim" and syntax.pos[thing] != "PRON" and thing > i:
        yield _chars(syntax, *syntax.edges(thing))


def _sentence(syntax: Syntax, draft: Draft) -> int:
    return syntax.sentence_of[draft.cue[0]]


def _named_as(syntax: Syntax, i: int) -> Iterator[tuple[int, int]]:
    for k in syntax.kids[i]:
        if k > i and _marked(syntax, k, "as") and syntax.dep[k].split(":")[0] in ("obl", "advcl", "xcomp"):
            thing = syntax.child(i, "obj")
            first = syntax.edges(thing)[0] if thing is not None and thing > i else syntax.edges(k)[0]
            while syntax.lower[first] == "as":
                first += 1
            yield _chars(syntax, first, syntax.edges(k)[1])
            return


def _called(syntax: Syntax, i: int) -> Iterator[tuple[int, int]]:
    """ "called on X to do Y", "called for Y", "called it a provocation"."""
    thing, named = syntax.child(i, "obj"), syntax.child(i, "xcomp", "ccomp")
    if named is not None and (thing is not None or syntax.obliques(i, "on", "upon")):
        first = syntax.edges(named)[0]
        yield _chars(syntax, first, syntax.edges(named)[1])
        return
    for k in syntax.obliques(i, "for"):
        yield _chars(syntax, *syntax.phrase(k))
        return


def _marked(syntax: Syntax, k: int, word: str) -> bool:
    return any(syntax.lower[c] == word and syntax.dep[c] in ("case", "mark") for c in syntax.kids[k])


def _stretch_over_quotes(syntax: Syntax, quotes: list[Quote], draft: Draft, inside: Quote | None) -> None:
    """Quotation marks know better than the parse where quoted words end."""
    cue = draft.cue[0]
    first, last = syntax.sentences[syntax.sentence_of[cue]]
    start, end = syntax.start[first], syntax.end[last - 1]
    touching = [q for q in quotes if q is not inside and q.start < end and q.end > start]
    touching = [q for q in touching if not q.start <= syntax.start[cue] < q.end]
    if not draft.content:
        # No clause was found: the sentence's own quotation, if it stands apart from other clauses.
        near = [q for q in touching if q.size > 12 and _adjacent(syntax, q, cue)]
        draft.content = [(q.start, q.end) for q in near[:1]]
        draft.quoted = near[:1]
    spans = []
    for a, b in draft.content:
        for q in touching:
            if q.start < b and q.end > a:
                a, b = min(a, q.start) if q.start < a else a, max(b, q.end) if q.end > b else b
                if q not in draft.quoted:
                    draft.quoted.append(q)
        spans.append((a, b))
    draft.content = _merged(spans)


def _adjacent(syntax: Syntax, quote: Quote, cue: int) -> bool:
    """Whether only the source and its title stand between cue and quotation: at most a dozen words, no other cue."""
    if quote.outer_end <= syntax.start[cue]:
        between = [k for k in range(syntax.size) if quote.outer_end <= syntax.start[k] < syntax.start[cue]]
    else:
        between = [k for k in range(cue + 1, syntax.size) if syntax.start[k] < quote.outer_start]
    return len(between) <= 14 and not any(syntax.lemma[k] in CUES and syntax.pos[k] == "VERB" for k in between)


def _merged(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    out: list[tuple[int, int]] = []
    for a, b in sorted(set(spans)):
        if out and a <= out[-1][1]:
            out[-1] = (out[-1][0], max(b, out[-1][1]))
        else:
            out.append((a, b))
    return out


def _continue_quotes(syntax: Syntax, quotes: list[Quote], drafts: list[Draft]) -> None:
    """A quotation without a cue goes on with the one before it: in the same paragraph, or as an unclosed one's next."""
    taken = {id(q) for d in drafts for q in d.quoted}
    covered = [(a, b) for d in drafts for a, b in d.content]
    last: Draft | None = None
    for previous, q in zip([None, *quotes], quotes, strict=False):
        owner = next((d for d in drafts if q in d.quoted), None)
        if owner is not None:
            last = owner
            continue
        if last is None or id(q) in taken or any(a <= q.start and q.end <= b for a, b in covered):
            continue
        whole = q.size > 12 and _whole_sentences(syntax.text, q)
        gap = syntax.text[last.content[-1][1] : q.outer_start]
        if q.continues or (whole and "\n" not in gap):
            last.content.append((q.start, q.end))
            last.quoted.append(q)
        elif previous is not None and whole and previous in last.quoted and syntax.text[previous.outer_end : q.outer_start].count("\n\n") == 1 and _own_paragraph(syntax.text, q):
            last = replace(
                last, rule="continued quotation", content=[(q.start, q.end)], quoted=[q], confidence=0.6, inherits=last
            )
            drafts.append(last)


def _whole_sentences(text: str, q: Quote) -> bool:
    """Whether the quotation begins a sentence and ends one."""
    before, after = text[: q.outer_start].rstrip(), text[q.end : q.outer_end + 1]
    starts = not before or before[-1] in ".!?…”\"'’\n" or text[q.outer_start - 1 : q.outer_start] == "\n"
    return starts and (text[q.end - 1] in ".!?…" or after[:1] in ".!?…" or after[1:2] in ".\n")


def _own_paragraph(text: str, q: Quote) -> bool:
    start, end = text.rfind("\n", 0, q.outer_start) + 1, text.find("\n", q.outer_end)
    rest = text[start : q.outer_start] + text[q.outer_end : end if end >= 0 else len(text)]
    return not rest.strip()


# --- other forms -------------------------------------------------------------------------------------


def _from_according(syntax: Syntax, quotes: list[Quote], i: int) -> Draft | None:
    """ "according to X": X says the clause it hangs on."""
    source = syntax.head[i] if syntax.dep[i] == "case" else next(iter(syntax.obliques(i, "to")), None)
    if source is None or i + 1 >= syntax.size or syntax.lower[i + 1] != "to":
        return None
    top = next((k for k in syntax.ancestors(source) if syntax.pos[k] in ("VERB", "AUX") or syntax.children(k, "cop", "nsubj")), None)
    top = top if top is not None else syntax.head[source]
    if top == source:
        return None
    tokens = syntax.subtree(top, [source if syntax.dep[i] == "case" else i])
    near = [t for t in tokens if (t < i) == (top < i)]
    draft = Draft(
        "cue:according to", (i, i + 1), source, Stance.ASSERTS, [_clause_of(syntax, near or tokens, i)],
        example="Two boats collided, according to the harbour master.",
    )
    _relay(syntax, top, draft)
    _stretch_over_quotes(syntax, quotes, draft, None)
    return draft


def _clause_of(syntax: Syntax, tokens: list[int], cue: int) -> tuple[int, int]:
    """The run of tokens nearest the cue, in characters."""
    first, last = tokens[0], tokens[-1]
    if first < cue < last:
        last = cue - 1
    while first < last and syntax.lower[first] in ("that", "but", "and") and syntax.dep[first] in ("mark", "cc"):
        first += 1
    return _chars(syntax, first, last)


def _from_silence(syntax: Syntax, i: int) -> Draft | None:
    """ "declined to comment", "has not commented", "did not rule out a call"."""
    verb, negated = i, syntax.negation(i) is not None
    source = syntax.subject(i)
    if source is None:
        return None
    if syntax.lemma[i] == "rule":
        out = any(syntax.lower[k] == "out" for k in syntax.kids[i])
        thing = syntax.patient(i) or syntax.child(i, "xcomp", "ccomp")
        if not (negated and out) or thing is None:
            return None
        return Draft("silence:rule out", (i, i), source, Stance.DOES_NOT_RULE_OUT, [_chars(syntax, *syntax.edges(thing))],
                     example="The envoy did not rule out a call.")
    if syntax.lemma[i] == "comment":
        if not negated:
            return None
        return Draft("silence:comment", (i, i), source, Stance.DECLINES_TO_COMMENT, _matter(syntax, i),
                     example="The palace has not commented on the report.")
    word = syntax.child(i, "xcomp")
    if negated or word is None or syntax.lemma[word] not in SILENT:
        return None
    stance = Stance.DOES_NOT_CONFIRM if syntax.lemma[word] == "confirm" else Stance.DECLINES_TO_COMMENT
    return Draft(f"silence:{syntax.lemma[verb]}", (verb, word), source, stance, _matter(syntax, word),
                 example="The palace declined to comment on the report.")


def _matter(syntax: Syntax, verb: int) -> list[tuple[int, int]]:
    """What is not commented on, where the words say."""
    named = syntax.child(verb, "ccomp", "obj", "xcomp")
    if named is None:
        named = next(iter(syntax.obliques(verb, "on", "about", "to")), None)
    return [] if named is None else [_chars(syntax, *syntax.edges(named))]


def _from_hearsay(syntax: Syntax, i: int) -> Draft | None:
    """ "reportedly": a claim whose source the outlet keeps to itself."""
    top = syntax.head[i]
    if top == i or syntax.pos[top] not in ("VERB", "AUX", "ADJ", "NOUN"):
        return None
    first, last = syntax.edges(top)
    return Draft("cue:reportedly", (i, i), None, Stance.ASSERTS, [_chars(syntax, first, last)], confidence=0.7,
                 example="The envoys reportedly met twice.")


# --- records -----------------------------------------------------------------------------------------


def _statement(doc: Doc, draft: Draft) -> Statement | None:
    syntax: Syntax = doc._.syntax
    first, last = draft.cue
    cue = _span(syntax, *syntax.chars(first, last))
    source: Actor | None = doc._.actors.one(draft.source) if draft.source is not None else None
    if draft.source is not None and source is None:
        return None
    if draft.stance is not Stance.DECLINES_TO_COMMENT and all(" " not in syntax.text[a:b] for a, b in draft.content) and not draft.quoted:
        return None
    a, b = syntax.sentences[syntax.sentence_of[first]]
    continued = draft.inherits is not None
    anchor = cue if not continued else _span(syntax, *draft.content[0])
    sentence = syntax.text[syntax.start[a] : syntax.end[b - 1]] if not continued else anchor.text
    record_id = doc._.ids.make("statement", anchor.text, sentence)
    doc._.traces[record_id] = Trace(draft.rule, draft.example, _trace_tokens(draft))
    return Statement(
        id=record_id, article=doc._.article.id, anchor=anchor, evidence=_evidence(syntax, draft, anchor),
        confidence=draft.confidence, reader=draft.rule, source=source,
        via=tuple(v for k in draft.via if (v := doc._.actors.one(k)) is not None),
        cue=None if continued else cue, content=tuple(_span(syntax, *c) for c in draft.content),
        form=_form(draft), stance=draft.stance, said=None if continued else doc._.dates.of(first, syntax, *_occasions(syntax, first)),
        addressee=doc._.actors.one(draft.addressee) if draft.addressee is not None else None,
    )


def _occasions(syntax: Syntax, cue: int) -> list[int]:
    """Nouns of the occasion on which it was said, which may carry its date: "at a briefing on 3 May"."""
    return [k for k in syntax.obliques(cue, "at", "during", "in") if syntax.lemma[k] in OCCASIONS]


def _span(syntax: Syntax, start: int, end: int) -> Span:
    return Span(start=start, end=end, text=syntax.text[start:end])


def _trace_tokens(draft: Draft) -> tuple[int, ...]:
    named = (draft.source, *draft.via, draft.addressee)
    return tuple(sorted({*draft.cue, *(k for k in named if k is not None)}))


def _evidence(syntax: Syntax, draft: Draft, anchor: Span) -> tuple[Span, ...]:
    """Source, cue and content as one run where they share a paragraph, else each run apart."""
    pieces = [(anchor.start, anchor.end), *draft.content]
    if draft.source is not None and draft.inherits is None:
        pieces.append(syntax.chars(*syntax.phrase(draft.source)))
    runs: list[tuple[int, int]] = []
    for a, b in sorted(pieces):
        if runs and "\n" not in syntax.text[runs[-1][1] : a]:
            runs[-1] = (runs[-1][0], max(runs[-1][1], b))
        else:
            runs.append((a, b))
    return tuple(_span(syntax, a, b) for a, b in runs)


def _form(draft: Draft) -> Form:
    total = sum(b - a for a, b in draft.content)
    quoted = sum(max(0, min(b, q.end) - max(a, q.start)) for a, b in draft.content for q in draft.quoted)
    if not total or not quoted:
        return Form.INDIRECT
    return Form.DIRECT if quoted >= 0.9 * total else Form.MIXED
