"""The annotator: cores and steps of a Doc to contacts."""

from __future__ import annotations

from spacy.tokens import Doc

from pourparler.knowledge import Category
from pourparler.reading.actors import Actors, official, side
from pourparler.reading.annotations import Trace, note
from pourparler.reading.contacts.cores import find_drafts
from pourparler.reading.contacts.drafts import ANSWERS, CORES, Draft
from pourparler.reading.contacts.mediating import take_out_mediators
from pourparler.reading.contacts.mentions import Mentions
from pourparler.reading.contacts.merging import merge_attempts
from pourparler.reading.contacts.outcomes import ruled_out, status_of
from pourparler.reading.contacts.sides import Sides, acting_token, of_strangers, one_sided, settle_target, sides_of
from pourparler.reading.contacts.steps import words_of
from pourparler.reading.contacts.summoning import summoner
from pourparler.reading.evidence import clause_span, sentence_text, word_span
from pourparler.reading.levels import level_of
from pourparler.reading.places import object_place, place_of
from pourparler.reading.quantities import count_of
from pourparler.reading.reasons import conditions_of, reasons_of
from pourparler.reading.syntax import Syntax
from pourparler.reading.topics import topics_of
from pourparler.records import Actor, Channel, Contact, Date, Factuality, Level, Status

_LEVELS = list(Level)

_BREAKS = frozenset({Status.DECLINED, Status.UNANSWERED, Status.POSTPONED, Status.CANCELLED, Status.SUSPENDED})


class ContactAnnotator:
    """Doc -> ``doc._.contacts``.

    "Beijing rejected Austin's requests to speak to Xu" -> declined, by Beijing, initiator Austin, target Xu.
    """

    requires = ("article", "read_deeds", "syntax", "dates", "actors", "statements", "ids", "traces")
    assigns = ("contacts",)

    def __call__(self, doc: Doc) -> Doc:
        if not doc._.read_deeds:
            return note(doc, contacts=[])
        contacts: list[Contact] = []
        taken: set[tuple[int, Status]] = set()
        mentions = Mentions()
        for draft in find_drafts(doc._.syntax, doc._.actors):
            contact = make_contact(doc, draft, mentions)
            keys = {(draft.top, contact.status), (draft.core, contact.status)} if contact is not None else set()
            if contact is not None and not keys & taken:
                taken |= keys
                contacts.append(contact)
        return note(doc, contacts=merge_attempts(doc._.syntax, contacts))


def make_contact(doc: Doc, draft: Draft, mentions: Mentions) -> Contact | None:
    """The record of a draft; None where no step is told, or not between two states."""
    told = status_of(doc._.syntax, draft)
    sides = _sides(doc, draft, told[0] if told is not None else None, mentions)
    if told is None or not _possible(doc, draft, sides, told[0]):
        return None
    return _record(doc, draft, sides, *told)


def _possible(doc: Doc, draft: Draft, sides: Sides, status: Status) -> bool:
    """Whether two states, or a forum that brings its own, deal with each other, and no strangers."""
    syntax: Syntax = doc._.syntax
    actors: Actors = doc._.actors
    forum = _forum(syntax, actors, draft)
    named = forum is not None and forum[:1] in _initials(syntax, draft) and status is not Status.HELD
    if not _between_states(sides.participants, named) or _own_envoy(draft, sides):
        return False
    return not one_sided(syntax, actors, draft, sides) and not of_strangers(syntax, actors, draft, sides)


def _record(doc: Doc, draft: Draft, sides: Sides, status: Status, fact: Factuality) -> Contact:
    syntax: Syntax = doc._.syntax
    when, due = _times(doc, draft, status, fact)
    tokens = sorted({draft.core, *(k for k, _ in draft.steps)})
    record_id = doc._.ids.make("contact", syntax.word[draft.top], sentence_text(syntax, draft.top))
    rule = f"contact:{status.value}"
    doc._.traces[record_id] = Trace(rule, _example(syntax, draft), tuple(tokens))
    ground = ruled_out(syntax, draft)
    return Contact(
        id=record_id,
        article=doc._.article.id,
        anchor=word_span(syntax, draft.top),
        evidence=(clause_span(syntax, draft.top if ground is None else syntax.head[ground]),),
        confidence=0.8 if draft.steps else 0.7,
        reader=rule,
        by=sides.by,
        initiator=sides.initiator,
        target=sides.target,
        participants=sides.participants,
        mediators=sides.mediators,
        channel=draft.channel,
        forum=_forum(syntax, doc._.actors, draft),
        level=_level(sides.participants),
        status=status,
        factuality=fact,
        count=count_of(syntax, draft.top, *draft.links, draft.core),
        when=when,
        due=due,
        where=object_place(doc, draft.place) or place_of(doc, draft.core, *draft.links, draft.top),
        topics=topics_of(doc, draft.core, draft.links, draft.top),
        reasons=reasons_of(doc, tokens + draft.links, broken=_broken(draft, status)),
        conditions=conditions_of(doc, tokens + draft.links, sides.by),
    )


def _sides(doc: Doc, draft: Draft, status: Status | None, mentions: Mentions) -> Sides:
    """The sides the words name, completed from the place of a summons and from earlier mentions."""
    syntax: Syntax = doc._.syntax
    actors: Actors = doc._.actors
    if draft.about_earlier:
        return _of_earlier(syntax, actors, draft, mentions)
    sides = sides_of(syntax, actors, draft, status or Status.HELD)
    if draft.channel is Channel.SUMMONS and sides.by is None and draft.top == draft.core:
        sides.by = sides.initiator = summoner(doc, draft, sides.target)
    mentions.complete(syntax, actors, draft, sides)
    if draft.channel is Channel.SUMMONS and sides.by is None and sides.target is not None:
        others = [a for a in sides.participants if side(a) != side(sides.target)]
        sides.by = sides.initiator = others[0] if len(others) == 1 else None
    if mentions.unheard_of(syntax, draft, sides):
        return Sides()
    take_out_mediators(syntax, actors, draft, sides)
    settle_target(sides, status)
    mentions.add(draft, sides, status)
    ground = ruled_out(syntax, draft)
    if ground is not None:
        draft.links.append(syntax.head[ground])
        refuser = actors.one(syntax.subject(syntax.head[ground]))
        sides.by = refuser if official(refuser) else sides.by
    return sides


def _of_earlier(syntax: Syntax, actors: Actors, draft: Draft, mentions: Mentions) -> Sides:
    """The sides of the request or plan that the step answers; whoever is not named to answer is the one asked."""
    acting = draft.facing or actors.one(acting_token(syntax, draft))
    acting = acting if official(acting) else None
    mention = mentions.answered(syntax, draft, acting)
    if mention is None:
        return Sides()
    draft.channel = mention.channel
    others = [a for a in mention.participants if mention.initiator is None or side(a) != side(mention.initiator)]
    asked = others[0] if mention.initiator is not None and len(others) == 1 else None
    answering = any(status in ANSWERS for _, status in draft.steps)
    by = acting or (asked if answering else None)
    return Sides(by=by, initiator=mention.initiator, target=asked, others=list(mention.participants))


def _initials(syntax: Syntax, draft: Draft) -> set[str]:
    """First letters of the words on the contact: "a flag meeting" is no name, "the Shangri-La Dialogue" is."""
    return {syntax.word[k][:1] for i in (draft.core, *draft.links) for k in (i, *syntax.kids[i])}


def _between_states(participants: tuple[Actor, ...], named_forum: bool) -> bool:
    """A contact has two sides; a named forum brings its own."""
    return len({side(a) for a in participants}) >= 2 or named_forum


def _own_envoy(draft: Draft, sides: Sides) -> bool:
    """ "summoned its ambassador for consultations": a recall."""
    summoned, by = sides.target, sides.by
    return draft.channel is Channel.SUMMONS and by is not None and summoned is not None and side(by) == side(summoned)


def _broken(draft: Draft, status: Status) -> bool:
    """Whether the step tells of trouble, so that "after the raid" says why; "met after the raid" says only when."""
    return draft.channel is Channel.SUMMONS or status in _BREAKS


def _forum(syntax: Syntax, actors: Actors, draft: Draft) -> str | None:
    syntax_tokens = [draft.core, *draft.links]
    for k in syntax_tokens:
        for near in (k, *syntax.kids[k]):
            entry = actors.entries(near, Category.FORUM)
            if entry:
                return entry[0].name
    return None


def _level(participants: tuple[Actor, ...]) -> Level:
    """The lower of the levels of the people on each side."""
    told = [level for a in participants if (level := level_of(a)) is not Level.UNSPECIFIED]
    return max(told, key=_LEVELS.index) if told else Level.UNSPECIFIED


def _times(doc: Doc, draft: Draft, status: Status, fact: Factuality) -> tuple[Date | None, Date | None]:
    """When the step was taken, and when the contact was or is to be."""
    dates, syntax = doc._.dates, doc._.syntax
    beside = [draft.beside] if draft.beside is not None else []
    inner = dates.of(draft.core, syntax, *draft.links, *beside)
    outer = dates.of(draft.top, syntax)
    if status is Status.HELD and not draft.steps[1:]:
        told = outer or inner
        if fact in (Factuality.ACTUAL, Factuality.ONGOING, Factuality.HABITUAL):
            return told or dates.undated(True), told
        return dates.undated(fact is Factuality.NEGATED), told
    if status is Status.SCHEDULED:
        return dates.undated(fact is not Factuality.NEGATED), inner or outer
    due = inner if inner is not outer else None
    return outer or dates.undated(fact is Factuality.ACTUAL), due


def _example(syntax: Syntax, draft: Draft) -> str:
    pos = {"NOUN": "noun", "VERB": "verb", "ADJ": "adj"}
    if draft.steps:
        found = words_of(syntax, draft.top)
        return found[0].example if found else ""
    row = CORES.get((syntax.lemma[draft.core], pos.get(syntax.pos[draft.core], "")))
    return row["example"] if row else ""
