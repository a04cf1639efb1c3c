"""The annotator: drafts of a Doc to statements."""

from __future__ import annotations

from spacy.tokens import Doc

from pourparler.reading.actors import Actors
from pourparler.reading.annotations import Trace, note
from pourparler.reading.attribution.cues import from_verb
from pourparler.reading.attribution.drafts import CUES, OCCASIONS, Draft
from pourparler.reading.attribution.forms import from_according, from_hearsay, from_silence, relay_reports
from pourparler.reading.attribution.quoting import continue_quotes
from pourparler.reading.evidence import span
from pourparler.reading.quotes import Quote
from pourparler.reading.syntax import Syntax
from pourparler.records import Actor, Date, Form, Span, Stance, Statement


class AttributionAnnotator:
    """Doc -> ``doc._.statements``.

    The ministry denied that its jets had crossed the line.  ->  source *The ministry*, stance denies, content
    *its jets had crossed the line*.
    """

    requires = ("syntax", "quotes", "dates", "actors", "ids", "traces")
    assigns = ("statements",)

    def __call__(self, doc: Doc) -> Doc:
        drafts = find_drafts(doc._.syntax, doc._.quotes, doc._.actors)
        return note(doc, statements=[s for d in drafts for s in make_statements(doc, d)])


def find_drafts(syntax: Syntax, quotes: list[Quote], actors: Actors) -> list[Draft]:
    """Every attribution in the text, in the order of their cues."""
    drafts: list[Draft] = []
    for i in syntax.body:
        lemma = syntax.lemma[i]
        if lemma in CUES and syntax.pos[i] in ("VERB", "AUX", "ADP"):
            found = from_verb(syntax, quotes, actors, i, drafts)
        elif syntax.lower[i] == "according":
            found = from_according(syntax, quotes, i)
        elif lemma in ("decline", "refuse", "fail", "comment", "rule") and syntax.pos[i] == "VERB":
            found = from_silence(syntax, i)
        elif syntax.lower[i] in ("reportedly", "allegedly") and syntax.dep[i] == "advmod":
            found = from_hearsay(syntax, i)
        else:
            continue
        if found is not None:
            drafts.append(found)
    drafts = relay_reports(syntax, drafts)
    continue_quotes(syntax, quotes, drafts)
    return sorted(drafts, key=lambda d: d.cue)


def make_statements(doc: Doc, draft: Draft) -> list[Statement]:
    """One statement per signatory: "Oslo and Riga said" is two."""
    if draft.source is None:
        return [_statement(doc, draft, None)] if _tells(doc._.syntax, draft) else []
    return [_statement(doc, draft, a) for a in doc._.actors.all(draft.source)] if _tells(doc._.syntax, draft) else []


def _tells(syntax: Syntax, draft: Draft) -> bool:
    """Whether there is more to the content than one bare word."""
    return (
        draft.stance is Stance.DECLINES_TO_COMMENT
        or bool(draft.quoted)
        or any(" " in syntax.text[a:b] for a, b in draft.content)
    )


def _statement(doc: Doc, draft: Draft, source: Actor | None) -> Statement:
    syntax: Syntax = doc._.syntax
    first, last = draft.cue
    cue = span(syntax, *syntax.chars(first, last))
    a, b = syntax.sentences[syntax.sentence_of[first]]
    continued = draft.inherits is not None
    anchor = cue if not continued else span(syntax, *draft.content[0])
    sentence = syntax.text[syntax.start[a] : syntax.end[b - 1]] if not continued else anchor.text
    said = None if continued else doc._.dates.of(first, syntax, *_occasions(syntax, first))
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
        via=tuple(v for k in draft.via if (v := doc._.actors.one(k)) is not None),
        cue=None if continued else cue,
        content=tuple(span(syntax, *_after(syntax, said, *c)) for c in draft.content),
        form=_form(draft),
        stance=draft.stance,
        said=said,
        addressee=doc._.actors.one(draft.addressee) if draft.addressee is not None else None,
    )


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
    if draft.source is not None and draft.inherits is None:
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
    return Form.DIRECT if quoted >= 0.9 * total else Form.MIXED
