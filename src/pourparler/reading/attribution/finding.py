"""Every attribution of a text, in one pass over its words; then what only quotation marks and labels tell."""

from __future__ import annotations

from collections import defaultdict

from pourparler.reading.actors import Actors
from pourparler.reading.attribution.cues import from_tag_of_quotation, from_verb
from pourparler.reading.attribution.drafts import CLAIMS, CUES, SPEECH_NOUNS, Draft, first_person
from pourparler.reading.attribution.forms import (
    HEARSAY,
    from_according,
    from_ground,
    from_hearsay,
    from_noun,
    from_said_to,
)
from pourparler.reading.attribution.frames import claim_before
from pourparler.reading.attribution.issued import from_issued
from pourparler.reading.attribution.phrases import FRAMING, from_phrase
from pourparler.reading.attribution.quoting import continue_quotes, untold, verb_beside
from pourparler.reading.attribution.relays import relay_reports
from pourparler.reading.attribution.silence import TRIGGERS, from_silence
from pourparler.reading.attribution.transcripts import Turn, find_turns, from_turns, speaker
from pourparler.reading.covering import Covering
from pourparler.reading.quotes import Quote
from pourparler.reading.syntax import Syntax
from pourparler.records import Stance

#: Words by which speakers mean themselves in what they are said to say.
_SELF = frozenset({"it", "he", "she", "they", "i", "we"})
_HEARSAY = frozenset({"reportedly", "allegedly", "purportedly", "supposedly"})
_GROUNDS = frozenset(lemma for lemma, found in CUES.items() if any(r["frame"] == "ground" for r in found))
#: Words at which an attribution may stand; most words of a text are none, and cost no more than this look-up.
_WATCHED = frozenset({"according"}) | _HEARSAY | HEARSAY | TRIGGERS | CUES.keys() | SPEECH_NOUNS.keys() | FRAMING


def find_drafts(syntax: Syntax, quotes: list[Quote], actors: Actors) -> list[Draft]:
    """Every attribution in the text, in the order of their cues."""
    turns = find_turns(syntax.text, syntax.start[syntax.body.start] if syntax.body else 0)
    drafts: list[Draft] = []
    done = -1
    for i in syntax.body:
        if i <= done or (syntax.lemma[i] not in _WATCHED and syntax.lower[i] not in _WATCHED):
            continue
        draft = _at(syntax, quotes, actors, i, drafts, turns)
        if draft is not None:
            done = draft.cue[1] if draft.rule.startswith("silence") else done
            drafts.append(draft)
    drafts = relay_reports(syntax, _one_of_two(syntax, drafts))
    drafts += list(from_turns(syntax, actors, turns, drafts))
    for quote in list(untold(quotes, drafts)):
        verb = verb_beside(syntax, quote)
        tagged = from_tag_of_quotation(syntax, actors, verb, quote) if verb is not None else None
        tagged = tagged if tagged is not None else from_issued(syntax, actors, quote)
        drafts += [tagged] if tagged is not None else []
    continue_quotes(syntax, quotes, drafts)
    return sorted(_told_once(syntax, drafts), key=lambda d: d.cue)


def _told_once(syntax: Syntax, drafts: list[Draft]) -> list[Draft]:
    """The drafts without hearsay in what another says, and without the second cue of one quotation.

    "Oslo said they had *reportedly* met" is Oslo's; "who told reporters: 'We failed,' Dahl *said*" is told once.
    """
    kept, told = [], Covering(drafts, lambda draft: draft.content)
    quoting: defaultdict[int, list[Draft]] = defaultdict(list)
    for draft in drafts:
        for quote in draft.quoted:
            quoting[quote.start].append(draft)
    for draft in drafts:
        at = syntax.start[draft.cue[0]]
        hearsay = draft.rule == "cue:reportedly" and any(d is not draft for d in told.at(at))
        relayed = syntax.lower[draft.cue[0] - 1] == "as" and any(
            draft.source in d.via for d in drafts if d is not draft
        )
        beside = (d for q in draft.quoted for d in quoting[q.start] if d is not draft)
        if not hearsay and not relayed and not any(_cued_before(syntax, draft, d) for d in beside):
            kept.append(draft)
    return kept


def _covers(draft: Draft, at: int) -> bool:
    return any(a <= at < b for a, b in draft.content)


def _cued_before(syntax: Syntax, draft: Draft, other: Draft) -> bool:
    """Whether the other draft is of the same words by the same source, and its cue stands in those of this one."""
    if draft.source is None or other.source is None or not any(q in other.quoted for q in draft.quoted):
        return False
    same = syntax.lower[draft.source] == syntax.lower[other.source]
    return same and other.cue[0] < draft.cue[0] and _covers(draft, syntax.start[other.cue[0]])


def _at(
    syntax: Syntax, quotes: list[Quote], actors: Actors, i: int, before: list[Draft], turns: list[Turn]
) -> Draft | None:
    """The attribution that a word makes, by whichever form it belongs to."""
    lemma, pos = syntax.lemma[i], syntax.pos[i]
    draft: Draft | None = None
    if lemma in TRIGGERS or lemma == "deny":
        draft = from_silence(syntax, i)
        if draft is not None:
            return _of_turn(syntax, actors, _completed(syntax, draft, before), turns)
    if lemma in HEARSAY and lemma not in CUES and pos == "VERB":
        return from_said_to(syntax, i)
    if lemma in CUES and pos == "ADJ" and any(r["frame"] == "predicate" for r in CUES[lemma]):
        return from_verb(syntax, quotes, actors, i, before, None)
    if lemma in CUES and pos in ("VERB", "AUX", "ADP"):
        if syntax.tag[i] == "VBG" and lemma in _GROUNDS:
            draft = from_ground(syntax, actors, i)
        at = syntax.start[i]
        inside = next((q for q in (*quotes, *(t.spoken for t in turns)) if q.start <= at < q.end), None)
        if draft is None and inside not in quotes:
            draft = from_said_to(syntax, i)
        return draft or from_verb(syntax, quotes, actors, i, before, inside)
    if syntax.lower[i] == "according":
        return from_according(syntax, quotes, actors, i)
    if lemma in SPEECH_NOUNS and pos == "NOUN":
        draft = from_noun(syntax, actors, i)
        if draft is not None:
            return draft
    labelled = any(t.label[0] <= syntax.start[i] < t.label[1] for t in turns)
    if pos == "NOUN" and (lemma in FRAMING or syntax.lower[i] in FRAMING) and not labelled:
        return from_phrase(syntax, quotes, actors, i)
    if syntax.lower[i] in _HEARSAY and syntax.dep[i] == "advmod":
        return from_hearsay(syntax, i)
    return None


def _one_of_two(syntax: Syntax, drafts: list[Draft]) -> list[Draft]:
    """ "said it could not attribute the shots" is one statement, and so is "said he would neither confirm nor deny"."""
    dropped: set[int] = set()
    for inner in (d for d in drafts if d.rule.startswith("silence") and d.source is not None):
        at = syntax.start[inner.cue[0]]
        outer = next((d for d in drafts if d is not inner and any(a <= at < b for a, b in d.content)), None)
        if outer is None or outer.stance is not Stance.ASSERTS or outer.source is None:
            continue
        if not {syntax.lower[inner.source or 0], syntax.lower[outer.source]} & _SELF:
            continue
        if _told_as_well(syntax, outer, inner):
            inner.source, inner.via = outer.source, outer.via
            continue
        if inner.rule == "silence:could not":
            outer.stance = inner.stance
            dropped.add(id(inner))
        else:
            if outer.cue[0] < inner.cue[0]:
                inner.source, inner.via = outer.source, outer.via
            dropped.add(id(outer))
    return [d for d in drafts if id(d) not in dropped]


def _told_as_well(syntax: Syntax, outer: Draft, inner: Draft) -> bool:
    """ "said he would travel *but declined to comment*": two acts; what is said ends at the conjunction."""
    verb = inner.cue[0]
    link = next((k for k in syntax.kids[verb] if syntax.dep[k] == "cc" and k < verb), None)
    a, b = outer.content[-1]
    own = syntax.grammatical_subject(verb)
    if link is None or syntax.dep[verb] != "conj" or (own is not None and own > link):
        return False
    if not a < syntax.start[syntax.head[verb]] < syntax.start[link] < b or outer.cue[0] > verb:
        return False
    outer.content[-1] = (a, len(syntax.text[: syntax.start[link]].rstrip(" ,")))
    return True


def _completed(syntax: Syntax, draft: Draft, before: list[Draft]) -> Draft:
    """A bare "the report" or "this" that is not confirmed stands for the claim told before."""
    told = [syntax.text[a:b].lower().split() for a, b in draft.content]
    silent_on = all(len(words) <= 2 for words in told) and {words[-1] for words in told} & CLAIMS
    pointing = not draft.content and draft.stance.value == "does_not_confirm"
    first, last = draft.cue
    verb = next((k for k in range(last, first, -1) if syntax.patient(k) is not None), first)
    claim = claim_before(syntax, verb, before) if silent_on or pointing else None
    if claim is not None:
        draft.content = list(claim.content)
    return draft


def _of_turn(syntax: Syntax, actors: Actors, draft: Draft, turns: list[Turn]) -> Draft | None:
    """ "I" in a transcript is the one whose label opens the turn; elsewhere nobody the text names."""
    if draft.source is None or not first_person(syntax, draft.source):
        return draft
    at = syntax.start[draft.cue[0]]
    turn = next((t for t in turns if t.spoken.start <= at < t.spoken.end), None)
    draft.source = speaker(syntax, actors, turn) if turn is not None else None
    return draft if draft.source is not None else None
