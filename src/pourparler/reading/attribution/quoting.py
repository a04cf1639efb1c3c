"""Quotation marks: they know better than the parse where quoted words end, and whose the next ones are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from pourparler.reading.attribution.drafts import CUES, Draft
from pourparler.reading.quotes import Quote
from pourparler.reading.syntax import Syntax

#: How a relay begins that follows a quotation.
_RELAYED = ("as reported", "as quoted", "as cited", "as carried", "according to", "reported", "quoted by")


def stretch_over_quotes(syntax: Syntax, quotes: list[Quote], draft: Draft, inside: Quote | None) -> None:
    """Quotation marks know better than the parse where quoted words end."""
    cue = draft.cue[0]
    first, last = syntax.sentences[syntax.sentence_of[cue]]
    start, end = syntax.start[first], syntax.end[last - 1]
    touching = [q for q in quotes if q is not inside and q.start < end and q.end > start]
    touching = [q for q in touching if not q.start <= syntax.start[cue] < q.end]
    if not draft.content:
        # No clause was found: the sentence's own quotation, if it stands apart from other clauses.
        near = [q for q in touching if q.size > 12 and _adjacent(syntax, q, cue)]
        near = [q for q in near if not _names_a_thing(syntax, q, cue)]
        draft.content = [(q.start, q.end) for q in near[:1]]
        draft.quoted = near[:1]
    spans = []
    for a, b in draft.content:
        b = _to_mark(syntax, touching, a, b, cue)
        for q in touching:
            if q.start < b and q.end > a:
                a, b = min(a, q.start) if q.start < a else a, max(b, q.end) if q.end > b else b
                if q not in draft.quoted:
                    draft.quoted.append(q)
        spans.append((a, b))
    draft.content = _merged(spans)


def _to_mark(syntax: Syntax, quotes: list[Quote], a: int, b: int, cue: int) -> int:
    """The end of what is said before a cue: at a quotation's "...,'", whatever the parse takes in of the speaker."""
    for q in quotes:
        last, next_one = syntax.text[q.outer_end - 2 : q.outer_end - 1], syntax.text[q.outer_end : q.outer_end + 1]
        comma = last in (",", "?", "!") or next_one == ","
        opens = q.start <= a + 1 < q.end and q.outer_end < b and q.size > 12 and comma
        relayed = syntax.text[q.outer_end : b].lstrip(" ,").lower().startswith(_RELAYED)
        if opens and (b <= syntax.start[cue] or relayed):
            return q.end
    return b


def _adjacent(syntax: Syntax, quote: Quote, cue: int) -> bool:
    """Whether only the source and its title stand between cue and quotation: at most a dozen words, no other cue."""
    if quote.outer_end <= syntax.start[cue]:
        last = syntax.text[quote.outer_end - 2 : quote.outer_end + 1]
        if not set(last) & set(",?!"):
            return False  # a quotation that is told of has a comma; with a full stop it ends its sentence
        between = range(syntax.at(quote.outer_end), cue)
    else:
        between = range(cue + 1, syntax.at(quote.outer_start))
        if between and syntax.lower[between[-1]] in ("and", "but") and len(between) > 1:
            return False  # "explained the case to them, and 'both agreed to talk'": a clause of its own
    return len(between) <= 14 and not any(syntax.lemma[k] in CUES and syntax.pos[k] == "VERB" for k in between)


def _names_a_thing(syntax: Syntax, quote: Quote, cue: int) -> bool:
    """ "*continues* 'provocative patrols'", "*responded* to the 'provocation'": quoted words for a thing, not said."""
    if syntax.lemma[cue] not in ("continue", "respond", "reply", "answer", "repeat", "promise"):
        return False
    things = [k for k in syntax.kids[cue] if k > cue and syntax.relation[k] in ("obj", "obl")]
    return any(
        syntax.start[a] <= quote.start and quote.end <= syntax.end[b] and syntax.pos[k] in ("NOUN", "PROPN")
        for k in things
        for a, b in (syntax.edges(k),)
    )


def _merged(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    out: list[tuple[int, int]] = []
    for a, b in sorted(set(spans)):
        if out and a <= out[-1][1]:
            out[-1] = (out[-1][0], max(b, out[-1][1]))
        else:
            out.append((a, b))
    return out


def untold(quotes: list[Quote], drafts: list[Draft]) -> Iterator[Quote]:
    """Quotations that no cue has taken."""
    taken = {id(q) for d in drafts for q in d.quoted}
    covered = [(a, b) for d in drafts for a, b in d.content]
    for q in quotes:
        if id(q) not in taken and not any(a <= q.start and q.end <= b for a, b in covered):
            yield q


def verb_beside(syntax: Syntax, quote: Quote) -> int | None:
    """The verb of "'...,' sniffed an aide", "'...,' he sniffed" or "He sniffed: '...'"; None where there is none."""
    text = syntax.text
    if quote.size > 12 and (text[quote.outer_end - 2] in ",?!" or text[quote.outer_end : quote.outer_end + 1] == ","):
        first = syntax.at(quote.outer_end)
        near = range(first, min(first + 9, syntax.sentences[syntax.sentence_of[first]][1]))
        return next((k for k in near if _tells(syntax, k)), None)
    opened = text[: quote.outer_start].rstrip()[-1:]
    if quote.size > 12 and (opened == ":" or (opened == "," and "\n" not in _gap(text, quote))):
        last = syntax.at(quote.outer_start) - 1
        near = range(last, max(last - 12, syntax.sentences[syntax.sentence_of[last]][0] - 1), -1)
        return next((k for k in near if _tells(syntax, k)), None)
    return None


def _gap(text: str, quote: Quote) -> str:
    return text[max(quote.outer_start - 3, 0) : quote.outer_start]


def _tells(syntax: Syntax, k: int) -> bool:
    return syntax.pos[k] == "VERB" and syntax.tag[k] in ("VBD", "VBZ", "VBP")


def continue_quotes(syntax: Syntax, quotes: list[Quote], drafts: list[Draft]) -> None:
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
        elif (
            previous is not None
            and whole
            and previous in last.quoted
            and syntax.text[previous.outer_end : q.outer_start].count("\n\n") == 1
            and _own_paragraph(syntax.text, q)
        ):
            last = replace(
                last, rule="continued quotation", content=[(q.start, q.end)], quoted=[q], confidence=0.6, cued=False
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
