"""Statements from verbs of saying: source, stance, content and addressee of a cue."""

from __future__ import annotations

from pourparler.reading.actors import Actors
from pourparler.reading.attribution.content import content_of
from pourparler.reading.attribution.drafts import (
    ADDRESSED,
    CUES,
    DAYS,
    Draft,
    Row,
    first_person,
    marked,
    words_of,
)
from pourparler.reading.attribution.frames import is_untrue
from pourparler.reading.attribution.inserted import tag_of
from pourparler.reading.attribution.quoting import stretch_over_quotes
from pourparler.reading.attribution.relatives import with_what_it_tells_of
from pourparler.reading.attribution.relays import relay
from pourparler.reading.attribution.sources import MUTE, is_document, source_of, speaks
from pourparler.reading.attribution.spoken import is_spoken, neither
from pourparler.reading.quotes import Quote
from pourparler.reading.syntax import Syntax
from pourparler.reading.tables import rows
from pourparler.records import Stance

#: Frames whose content may be no more than the sentence's quotation.
_QUOTABLE = frozenset({"clause", "both", "quote", "that"})
_MEETING = words_of("contact")
#: What one does to words, and to guests and envoys.
_RECEIVING = frozenset({"welcome", "hail", "recall"})
#: Nouns for a contact between sides: "asked for a meeting".
_CONTACTS = frozenset(row["lemma"] for row in rows("contacts") if row["pos"] == "noun")
_QUESTIONS = frozenset({"whether", "if", "what", "why", "how", "who", "when", "where", "about"})
_SPOKEN_TO = frozenset({"clause", "both", "that", "quote"})
#: Occasions with somebody who hears: "in an interview with", "in comments to".
_HEARD = frozenset({"interview", "comment", "remark", "statement", "conversation", "email", "message", "letter"})
_SAID_TO = frozenset({"say", "add", "explain", "repeat", "reply", "write", "respond", "appeal"})


def from_verb(
    syntax: Syntax, quotes: list[Quote], actors: Actors, i: int, before: list[Draft], inside: Quote | None
) -> Draft | None:
    """The statement that the first fitting row of a cue's lemma makes; None where nothing is said.

    ``inside`` is the quotation or the speaker's paragraph of a transcript that the cue stands in.
    """
    if syntax.lemma[i] in ("declare", "pronounce") and _expels(syntax, i) and not syntax.children(i, "ccomp"):
        return None
    if not is_spoken(syntax, i) or (syntax.head[i] != i and syntax.lemma[syntax.head[i]] in ("quote", "cite")):
        return None
    source = source_of(syntax, actors, i, before)
    if source is not None and first_person(syntax, source):
        return None  # the speaker's own words, or the outlet's
    if (inside and (source is None or _of_the_hearer(syntax, source))) or _receives(syntax, actors, i):
        return None
    for row in CUES[syntax.lemma[i]]:
        if _fits(syntax, i, row):
            draft = _draft(syntax, quotes, i, row, source, before, inside)
            if draft is not None and _has_a_voice(syntax, actors, i, draft, row):
                draft.addressee = _addressee(syntax, i, row)
                draft.addressee = None if draft.addressee == draft.source else draft.addressee
                _without_the_hearer(syntax, i, draft)
                relay(syntax, actors, i, draft)
                return draft
    return None


def _receives(syntax: Syntax, actors: Actors, i: int) -> bool:
    """ "*welcomed* the envoy to Oslo", "*recalled* its ambassador": a deed done to a person, and no word of him."""
    thing = syntax.patient(i) if syntax.lemma[i] in _RECEIVING else None
    if thing is None:
        return False
    actor, head = actors.one(thing), actors.known.head(syntax.lemma[thing])
    return (actor is not None and actor.person is not None) or (head is not None and head.kind in ("person", "group"))


def _fits(syntax: Syntax, i: int, row: Row) -> bool:
    """Whether the particle or preposition and the object that a row asks for are there: "brush aside", "voice hope"."""
    if row["particle"]:
        wanted = set(row["particle"].split(";"))
        beside = {syntax.lower[k] for k in syntax.kids[i] if syntax.dep[k] in ("compound:prt", "advmod", "obl")}
        after = [k for k in syntax.obliques(i, *wanted) if k > i and syntax.lower[k] not in DAYS]
        if row["frame"] == "quote":  # "went on patrol", "hit back": a particle and no preposition
            after = []
            beside &= {syntax.lower[k] for k in range(i + 1, min(i + 3, syntax.size)) if syntax.pos[k] != "NOUN"}
            beside -= {syntax.lower[k] for k in (i + 1,) if k < syntax.size and syntax.dep[k] == "case"}
        if not wanted & beside and not after:
            return False
    if row["object"]:
        wanted = set(row["object"].split(";"))
        things = [syntax.patient(i), *syntax.children(i, "xcomp", "obl")]
        return any(syntax.lemma[c] in wanted for k in things if k is not None for c in syntax.conjuncts(k))
    return True


def _draft(
    syntax: Syntax, quotes: list[Quote], i: int, row: Row, source: int | None, before: list[Draft], inside: Quote | None
) -> Draft | None:
    stance = stance_of(syntax, i, Stance(row["stance"]))
    if row["frame"] == "clause" and _bids(syntax, i):
        return None
    if stance is None or (row["frame"] == "ask" and (_asks_to_know(syntax, i) or _asks_for_contact(syntax, i))):
        return None
    if row["frame"] == "call" and syntax.lemma[i] != "call" and _for_contact(syntax, i):
        return None
    asked = {syntax.lower[k] for k in syntax.children(i, "obj", "iobj")}
    if row["frame"] in ("ask", "infinitive") and asked & {"us", "me"}:
        return None  # the outlet is asked, and no side
    if row["frame"] == "name" and is_untrue(syntax, i) and not _names_a_pronoun(syntax, i):
        stance = Stance.DENIES  # "called the report untrue"
    draft = Draft(f"cue:{syntax.lemma[i]}", (i, _cue_end(syntax, i, row)), source, stance, example=row["example"])
    draft.names = row["frame"] not in _QUOTABLE and row["frame"] not in ("passive", "document", "infinitive")
    draft.content = list(content_of(syntax, i, row, source, before))
    if row["frame"] == "passive":
        _as_denying(syntax, i, draft, before)
    quotable = row["frame"] in _QUOTABLE or (row["frame"] == "passive" and _as_saying(syntax, i))
    if not draft.content and (not quotable or _gives_a_name(syntax, i)):
        return None
    stretch_over_quotes(syntax, quotes, draft, inside)
    with_what_it_tells_of(syntax, i, draft)
    return draft if draft.content else None


def _as_denying(syntax: Syntax, i: int, draft: Draft, before: list[Draft]) -> None:
    """ "quoted him *as denying the raid*": the participle tells the stance, its object what is said."""
    said = next((k for k in syntax.children(i, "advcl", "xcomp") if syntax.lower[k - 1] == "as"), None)
    row = next(iter(CUES.get(syntax.lemma[said], ())), None) if said is not None else None
    if said is None or row is None or row["stance"] == "asserts" or not syntax.children(said, "obj", "ccomp"):
        return
    draft.stance = Stance(row["stance"])
    draft.content = list(content_of(syntax, said, row, draft.source, before)) or draft.content


def _bids(syntax: Syntax, i: int) -> bool:
    """ "*advised* Riga *to wait*": a demand, read by the row of the infinitive, though part of it is quoted."""
    if syntax.children(i, "ccomp") or not any(row["frame"] == "infinitive" for row in CUES[syntax.lemma[i]]):
        return False
    told = syntax.child(i, "obj", "iobj")
    task = syntax.child(i, "xcomp")
    return told is not None and task is not None and i < told < task and marked(syntax, task, "to")


def _as_saying(syntax: Syntax, i: int) -> bool:
    """ "'It is a lie,' the agency quoted a source *as saying*."."""
    return any(syntax.lower[k] == "saying" for k in syntax.kids[i])


def _gives_a_name(syntax: Syntax, i: int) -> bool:
    """ "declared him 'persona non grata'": a deed done by words."""
    if syntax.lemma[i] not in ("declare", "pronounce"):
        return False
    return syntax.child(i, "obj", "iobj") is not None or _expels(syntax, i)


def _expels(syntax: Syntax, i: int) -> bool:
    """ "*declared* the envoy *persona non grata*": an expulsion, wherever it is quoted."""
    stop = min(i + 16, syntax.sentences[syntax.sentence_of[i]][1])
    words = syntax.lower[i:stop]
    return "persona" in words or "personae" in words


def _names_a_pronoun(syntax: Syntax, i: int) -> bool:
    """ "denied the claims, calling *them* a fabrication": the denial is told already, and this is what they are."""
    thing = syntax.child(i, "obj")
    return thing is not None and syntax.pos[thing] == "PRON"


def _cue_end(syntax: Syntax, i: int, row: Row) -> int:
    """The cue with its particle or predicate: "went on", "called for", "made it clear"."""
    words = {*row["particle"].split(";"), *row["object"].split(";")} - {""}
    for k in range(i + 1, min(i + 3, syntax.size)):
        if syntax.lower[k] in words and (row["particle"] or syntax.pos[k] == "ADJ"):
            return k
    return i


def _has_a_voice(syntax: Syntax, actors: Actors, i: int, draft: Draft, row: Row) -> bool:
    """Whether somebody is there to say it: a source that can speak, a quotation, a passive report."""
    if row["frame"] == "document":
        return draft.source is not None and is_document(syntax, draft.source)
    if draft.source is None:
        return (bool(draft.quoted) and not syntax.passive(i)) or _passive_report(syntax, i)
    if syntax.lower[draft.source] in MUTE:
        return False
    return speaks(syntax, actors, draft.source) or (bool(draft.quoted) and row["frame"] in _QUOTABLE)


def _asks_to_know(syntax: Syntax, i: int) -> bool:
    """ "asked whether the line was open" wants an answer, not a deed."""
    follow = [k for k in syntax.children(i, "ccomp", "advcl", "obl") if k > i]
    return any(syntax.lower[c] in _QUESTIONS for k in follow for c in syntax.kids[k])


def _asks_for_contact(syntax: Syntax, i: int) -> bool:
    """ "asked Moscow to send an envoy", "to put off *the visit*": a step of contact, a deed and no statement."""
    asked = [k for k in syntax.subtree(i) if syntax.tag[k] == "VB" and k > i]
    things = [thing for k in asked if (thing := syntax.child(k, "obj")) is not None]
    return any(syntax.lemma[k] in _MEETING for k in asked) or any(syntax.lemma[k] in _CONTACTS for k in things)


def _of_the_hearer(syntax: Syntax, source: int) -> bool:
    """ "'I regret *your letter* stating that ...'": in a quotation, the words of whoever is spoken to."""
    owner = syntax.possessor(source)
    return owner is not None and syntax.lower[owner] == "your"


def _for_contact(syntax: Syntax, i: int) -> bool:
    """ "asked *for a meeting*": a request for contact, as with "asked to meet"."""
    return any(syntax.lemma[k] in _CONTACTS | _MEETING for k in syntax.obliques(i, "for"))


def stance_of(syntax: Syntax, i: int, stance: Stance) -> Stance | None:
    """The stance under negation; None where a negated cue says nothing ("did not say")."""
    if syntax.negation(i) is None and not neither(syntax, i):
        return stance
    if stance is Stance.CONFIRMS:
        return Stance.DOES_NOT_CONFIRM
    if stance in (Stance.CONSIDERS, Stance.EXPECTS) and syntax.lemma[i] in ("believe", "think", "consider", "expect"):
        return stance
    return None


def _passive_report(syntax: Syntax, i: int) -> bool:
    if syntax.lemma[i] == "accuse":  # "is widely accused of backing the rebels": by whom, the text keeps to itself
        return syntax.passive(i) and syntax.finite(i)
    return syntax.passive(i) and syntax.lemma[i] in ("quote", "cite", "report")


def _addressee(syntax: Syntax, i: int, row: Row) -> int | None:
    if syntax.lemma[i] in ADDRESSED:
        told = next(iter([*syntax.children(i, "iobj"), *syntax.children(i, "obj")]), None)
        if told is None and not syntax.passive(i):
            told = _interviewer(syntax, i) if syntax.lemma[i] == "warn" else _next_noun(syntax, i)
        return told
    if row["frame"] == "call":
        return next((k for k in syntax.obliques(i, "on", "upon") if k > i and syntax.lower[k] not in DAYS), None)
    to = [k for k in syntax.obliques(i, "to") if not _of_the_speaker(syntax, i, k)]
    if to and (syntax.lemma[i] in _SAID_TO or row["frame"] in _SPOKEN_TO):
        return to[0]
    return _interviewer(syntax, i)


def _of_the_speaker(syntax: Syntax, i: int, k: int) -> bool:
    """ "..., said an aide *to the president*": the president is no hearer, whatever the parse hangs him on."""
    first = syntax.edges(k)[0]
    return first > i + 1 and syntax.pos[first - 1] in ("NOUN", "PROPN") and syntax.head[first - 1] == i


def _interviewer(syntax: Syntax, i: int) -> int | None:
    """ "said in an interview with the *Post*", "in remarks to *reporters*", "Speaking to *journalists*, he said"."""
    for k in syntax.kids[i]:
        if syntax.relation[k] == "obl" and syntax.lemma[k] in _HEARD:
            return next(iter(syntax.obliques(k, "with", "to")), None)
        if syntax.dep[k] == "advcl" and syntax.tag[k] == "VBG" and syntax.lemma[k] in ("speak", "talk"):
            return next(iter(syntax.obliques(k, "to")), None)
    return None


def _without_the_hearer(syntax: Syntax, i: int, draft: Draft) -> None:
    """Cuts off whoever is told where the parse took them into what is said: "told *the Post* the ship had sailed"."""
    told = draft.addressee
    if told is None:
        _without_the_counterpart(syntax, i, draft)
        return
    if told != _next_noun(syntax, i) or not draft.content or draft.stance is Stance.DEMANDS:
        return
    last = told + (told + 1 < syntax.size and syntax.pos[told + 1] == "NUM")  # "Channel 4"
    (start, end), after = draft.content[0], syntax.end[last]
    if syntax.start[i] < start <= syntax.start[told] and after < end:
        draft.content[0] = (end - len(syntax.text[after:end].lstrip()), end)


def _without_the_counterpart(syntax: Syntax, i: int, draft: Draft) -> None:
    """ "stressed the need for calm *to her counterpart*": whoever is told closes what is told."""
    end = draft.content[-1][1] if draft.content else 0
    told = syntax.at(end - 1)
    while told > i and syntax.lemma[told] != "counterpart" and syntax.pos[told] in ("PROPN", "PUNCT"):
        told -= 1  # "to her counterpart Ole Berg"
    if syntax.lemma[told] != "counterpart" or syntax.preposition(told) != "to" or draft.addressee is not None:
        return
    first = next((k for k in syntax.kids[told] if syntax.lower[k] == "to"), told)
    (start, _), before = draft.content[-1], len(syntax.text[: syntax.start[first]].rstrip())
    if first > i + 1 and before > start:
        draft.content[-1], draft.addressee = (start, before), told


def _next_noun(syntax: Syntax, i: int) -> int | None:
    """The head of the noun phrase right after a verb, where the parse gave it to the clause that follows."""
    k = i + 1
    while k < syntax.size and syntax.pos[k] in ("DET", "ADJ", "NOUN", "PROPN", "PRON"):
        if k > i + 1 and syntax.pos[k] in ("DET", "PRON"):
            break  # "told the Post *a patrol* had come": another noun phrase
        k += 1
    return k - 1 if k > i + 1 and syntax.pos[k - 1] in ("NOUN", "PROPN", "PRON") else None


def from_tag_of_quotation(syntax: Syntax, actors: Actors, i: int, quote: Quote) -> Draft | None:
    """A quotation that any verb beside it gives to somebody: "'He got a dial tone,' sniffed an insider."."""
    subject = syntax.grammatical_subject(i) or syntax.child(i, "obj")
    if subject is None or not syntax.finite(i) or not speaks(syntax, actors, subject):
        return None
    if first_person(syntax, subject) or syntax.negation(i) is not None or syntax.passive(i):
        return None
    leads = syntax.end[i] < quote.start and quote.outer_start - syntax.end[i] < 40
    if not leads and tag_of(syntax, i, subject) is None:
        return None
    draft = Draft("quotation", (i, i), subject, Stance.ASSERTS, [(quote.start, quote.end)], quoted=[quote])
    draft.example, draft.confidence = '"He got a dial tone," sniffed an aide.', 0.8
    return draft
