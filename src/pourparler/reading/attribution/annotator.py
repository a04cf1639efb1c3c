"""The annotator: drafts of a Doc to statements."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Doc

from pourparler.reading.annotations import Trace, note
from pourparler.reading.attribution.drafts import DAYS, OCCASIONS, Draft
from pourparler.reading.attribution.finding import find_drafts
from pourparler.reading.attribution.going_on import going_on
from pourparler.reading.attribution.sources import hears
from pourparler.reading.covering import Covering
from pourparler.reading.evidence import span
from pourparler.reading.syntax import Syntax
from pourparler.records import Actor, Date, Form, Span, Stance, Statement

_RECKONED = frozenset({"since", "after", "before", "until", "till", "by"})
#: Prepositions of times and places, which are no part of a name.
_LOOSE = frozenset({"in", "at", "on", "during", "after", "before"})


class AttributionAnnotator:
    """Doc -> ``doc._.statements``.

    The ministry denied that its jets had crossed the line.  ->  source *The ministry*, stance denies, content
    *its jets had crossed the line*.
    """

    requires = ("syntax", "quotes", "dates", "actors", "ids", "traces")
    assigns = ("statements",)

    def __call__(self, doc: Doc) -> Doc:
        drafts = find_drafts(doc._.syntax, doc._.quotes, doc._.actors)
        statements = [s for d in drafts for s in make_statements(doc, d)]
        told = Covering(statements, lambda statement: [(c.start, c.end) for c in statement.content])
        return note(doc, statements=going_on([_dated_apart(s, told) for s in statements], doc.text))


def _dated_apart(statement: Statement, told: Covering[Statement]) -> Statement:
    """ "said the boat sank *on 20 May*, adding ...": a day in what another cue tells is not the day of this saying."""
    if statement.said is None or statement.cue is None or statement.said.start is None:
        return statement
    at, cue = statement.said.start, statement.cue.start
    others = (c for o in told.at(at) if o.id != statement.id for c in o.content)
    elsewhere = any(c.start <= at < c.end and not c.start <= cue < c.end for c in others)
    return replace(statement, said=None) if elsewhere else statement


def make_statements(doc: Doc, draft: Draft) -> list[Statement]:
    """One statement per signatory: "Oslo and Riga said" is two."""
    if not _tells(doc._.syntax, draft):
        return []
    if draft.source is None:
        return [_statement(doc, draft, None)]
    sources = [_shorn_of_day(doc._.syntax, a, draft.source) for a in doc._.actors.all(draft.source)]
    people = {a.person: a for a in reversed(sources) if a.person}  # "Ole Berg, minister and spokesman": one
    sources = [a for a in sources if not a.person or people[a.person] is a]
    return [_statement(doc, draft, a) for a in sources if not any(_nested(a, o) for o in sources)]


def _nested(inner: Actor, outer: Actor) -> bool:
    """ "Burkina" beside "Burkina Faso": a part of a name that the parse took for another of the same state."""
    part, whole = inner.text.lower().split(), outer.text.lower().split()
    bare = not (inner.person or inner.organisation or inner.office)
    same = bare and inner.country is not None and inner.country == outer.country
    return same and inner is not outer and len(part) < len(whole) and set(part) < set(whole)


def _shorn_of_day(syntax: Syntax, actor: Actor, head: int) -> Actor:
    """ "Russia *on Monday*": the day that the parse hung on whoever speaks belongs to the saying."""
    for k in syntax.kids[head]:
        first, last = syntax.edges(k)
        day = k > head and syntax.lower[k] in DAYS and syntax.preposition(k) in ("on", "in")
        if day and actor.start is not None and actor.start < syntax.start[first] and actor.end == syntax.end[last]:
            text = syntax.text[actor.start : syntax.start[first]].rstrip(" ,")
            return replace(actor, text=text, end=actor.start + len(text))
    return actor


def _tells(syntax: Syntax, draft: Draft) -> bool:
    """Whether there is more to the content than one bare word; one word is enough where it names or is quoted."""
    return (
        draft.stance in (Stance.DECLINES_TO_COMMENT, Stance.DENIES, Stance.DOES_NOT_CONFIRM, Stance.DEMANDS)
        or bool(draft.quoted)
        or draft.rule.removeprefix("cue:") in ("accuse", "call", "describe", "term", "label", "brand", "blame")
        or any(" " in syntax.text[a:b] for a, b in draft.content)
    )


def _statement(doc: Doc, draft: Draft, source: Actor | None) -> Statement:
    syntax: Syntax = doc._.syntax
    first, last = draft.cue
    cue = span(syntax, *syntax.chars(first, last))
    a, b = syntax.sentences[syntax.sentence_of[first]]
    anchor = cue if draft.cued else span(syntax, *draft.content[0])
    sentence = syntax.text[syntax.start[a] : syntax.end[b - 1]] if draft.cued else anchor.text
    said = _said(doc, draft) if draft.cued else None
    record_id = doc._.ids.make("statement", anchor.text, sentence)
    doc._.traces[record_id] = Trace(draft.rule, draft.example, _trace_tokens(draft))
    return Statement(
        id=record_id,
        article=doc._.article.id,
        anchor=anchor,
        evidence=_evidence(syntax, draft, anchor),
        confidence=draft.confidence,
        reader=draft.rule,
        source=source,
        via=tuple(v for k in draft.via if (v := doc._.actors.one(k)) is not None and not _himself(v, source)),
        cue=cue if draft.cued else None,
        content=tuple(span(syntax, *_after(syntax, said, *c)) for c in draft.content),
        form=_form(draft),
        stance=draft.stance,
        said=said,
        addressee=_addressee(doc, draft),
    )


def _himself(relay: Actor, source: Actor | None) -> bool:
    """ "Lund said, according to *her*, that": who hands on her own words hands on nobody's."""
    return (
        source is not None and relay.person is not None and (relay.person, relay.code) == (source.person, source.code)
    )


def _addressee(doc: Doc, draft: Draft) -> Actor | None:
    """Whoever is told; people of the press are nobody's nationals, whatever place they were told at."""
    if draft.addressee is None or not hears(doc._.syntax, doc._.actors, draft.addressee):
        return None
    told: Actor | None = _shorn(doc._.syntax, doc._.actors.one(draft.addressee), draft.addressee)
    if told is not None and told.sectors == ("JRN",) and told.name is None:
        return replace(told, country=None, code="JRN", anonymous=False)
    return told


def _shorn(syntax: Syntax, actor: Actor | None, head: int) -> Actor | None:
    """The actor without a time or place that the parse hung on its noun: "the ministry *on Friday*", "in Delhi"."""
    if actor is None or actor.start is None or actor.end is None:
        return actor
    for k in syntax.kids[head]:
        first = syntax.edges(k)[0]
        loose = k > head and syntax.relation[k] == "nmod" and syntax.preposition(k) in _LOOSE
        timed = loose and (syntax.lower[k] in DAYS or syntax.pos[k] == "NUM" or actor.name is None)
        if timed and actor.start < syntax.start[first] and syntax.end[syntax.edges(k)[1]] == actor.end:
            text = syntax.text[actor.start : syntax.start[first]].rstrip(" ,")
            return replace(actor, text=text, end=actor.start + len(text))
    return actor


def _said(doc: Doc, draft: Draft) -> Date | None:
    """The day of the saying: a date on the cue or its occasion, or one beside the cue that nothing else takes."""
    syntax: Syntax = doc._.syntax
    cue = draft.cue[0]
    told: Date | None = doc._.dates.of(cue, syntax, *_occasions(syntax, cue))
    if told is not None and told.start is not None and _dates_another(syntax, syntax.at(told.start), cue):
        told = None
    if told is not None and told.start is not None and _quoted_apart(doc, told.start, syntax.start[cue]):
        return None
    if told is not None and not _within(told, draft, opening=True) and not _of_another_time(told):
        return told
    first, last = syntax.sentences[syntax.sentence_of[cue]]
    near = [d for d in doc._.dates.all if d.start is not None and syntax.start[first] <= d.start < syntax.end[last - 1]]
    near = [d for d in near if not _within(d, draft) and not _of_another_time(d)]
    return next((d for d in near if _dates_cue(syntax, syntax.at(d.start or 0), draft)), None)


def _dates_another(syntax: Syntax, i: int, cue: int) -> bool:
    """ "*In a repeat of the clash in April*, Oslo is demanding": the day of a thing within another, beside the cue."""
    above = []
    for k in syntax.ancestors(i):
        if k == cue:
            break
        above.append(k)
    nouns = [k for k in above if syntax.pos[k] == "NOUN" and syntax.lower[k] not in DAYS]
    apart = bool(nouns) and syntax.relation[nouns[-1]] == "obl" and syntax.lemma[nouns[-1]] not in OCCASIONS
    return apart and len(nouns) > 1 and nouns[-1] < cue


def _quoted_apart(doc: Doc, day: int, cue: int) -> bool:
    """Whether a day stands in a quotation that its cue does not stand in."""
    return any(q.start <= day < q.end and not q.start <= cue < q.end for q in doc._.quotes)


def _of_another_time(told: Date) -> bool:
    """ "since February", "the week after": a stretch reckoned from another day is no day of saying."""
    return bool(_RECKONED & set((told.text or "").lower().split()))


def _within(told: Date, draft: Draft, *, opening: bool = False) -> bool:
    """Whether a date stands in what is said; one that opens it may still be the day of the saying."""
    at = told.start or 0
    return any(a + opening <= at < b for a, b in draft.content)


def _dates_cue(syntax: Syntax, i: int, draft: Draft) -> bool:
    """Whether the nearest verb above a date is the cue, or before it: "told a rally in Lucknow on Monday"."""
    cue = draft.cue[0]
    content = draft.content[0] if draft.content else (0, 0)
    if _dates_another(syntax, i, cue):
        return False
    between = draft.cue[1] < i and syntax.end[i] <= content[0]  # "told the Post yesterday that"
    if between or (draft.cue[1] < i and content[0] < syntax.start[cue]):
        return not any(syntax.pos[k] == "VERB" for k in range(draft.cue[1] + 1, i))
    for k in (i, *syntax.ancestors(i)):
        if k == cue:
            return True
        if syntax.pos[k] == "NOUN" and syntax.preposition(k) in _RECKONED and syntax.lemma[k] not in OCCASIONS:
            return False  # "after a meeting on Friday, Oslo said"
        if syntax.pos[k] in ("VERB", "AUX") or syntax.dep[k] in ("acl:relcl", "acl", "appos"):
            return False
    return False


def _after(syntax: Syntax, said: Date | None, start: int, end: int) -> tuple[int, int]:
    """The content without the day of saying at its head: "said *on Friday they had left*"."""
    if said is not None and said.start == start and said.end is not None and said.end < end:
        start = end - len(syntax.text[said.end : end].lstrip(", "))
    return start, end


def _occasions(syntax: Syntax, cue: int) -> list[int]:
    """Nouns of the occasion on which it was said, which may carry its date: "at a briefing on 3 May"."""
    return [k for k in syntax.obliques(cue, "at", "during", "in") if syntax.lemma[k] in OCCASIONS]


def _trace_tokens(draft: Draft) -> tuple[int, ...]:
    named = (draft.source, *draft.via, draft.addressee)
    return tuple(sorted({*draft.cue, *(k for k in named if k is not None)}))


def _evidence(syntax: Syntax, draft: Draft, anchor: Span) -> tuple[Span, ...]:
    """Source, cue and content as one run where they share a paragraph, else each run apart."""
    pieces = [(anchor.start, anchor.end), *draft.content]
    if draft.source is not None and draft.cued:
        pieces.append(syntax.chars(*syntax.phrase(draft.source)))
    runs: list[tuple[int, int]] = []
    for a, b in sorted(pieces):
        if runs and "\n" not in syntax.text[runs[-1][1] : a]:
            runs[-1] = (runs[-1][0], max(runs[-1][1], b))
        else:
            runs.append((a, b))
    return tuple(span(syntax, a, b) for a, b in runs)


def _form(draft: Draft) -> Form:
    total = sum(b - a for a, b in draft.content)
    quoted = sum(max(0, min(b, q.end) - max(a, q.start)) for a, b in draft.content for q in draft.quoted)
    if not total or not quoted:
        return Form.INDIRECT
    return Form.DIRECT if quoted >= 0.9 * total and not draft.names else Form.MIXED
