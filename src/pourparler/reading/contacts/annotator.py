"""The annotator: cores and steps of a Doc to contacts."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc

from pourparler.knowledge import Category
from pourparler.reading.actors import Actors, official
from pourparler.reading.annotations import Trace, note
from pourparler.reading.contacts.acting import acting_token
from pourparler.reading.contacts.answers import asked_by_means, asking
from pourparler.reading.contacts.channels import channel_beside, line_before, written_beside
from pourparler.reading.contacts.cores import find_drafts
from pourparler.reading.contacts.crews import complete_exercise
from pourparler.reading.contacts.described import describe_sides
from pourparler.reading.contacts.distributing import distributed
from pourparler.reading.contacts.drafts import ANSWERS, CORES, WANTING, Draft
from pourparler.reading.contacts.foes import fought
from pourparler.reading.contacts.homes import at_home, lost_doer, of_things, others_business
from pourparler.reading.contacts.hosts import warship
from pourparler.reading.contacts.mediating import leave_out_private, take_out_mediators
from pourparler.reading.contacts.mentions import Mentions
from pourparler.reading.contacts.merging import merge_attempts, without_asides
from pourparler.reading.contacts.offices import of_others
from pourparler.reading.contacts.outcomes import status_of
from pourparler.reading.contacts.passing import teller_of
from pourparler.reading.contacts.prospects import ruled_out
from pourparler.reading.contacts.ranks import rank_of
from pourparler.reading.contacts.recurring import recurred
from pourparler.reading.contacts.repeats import drop_repeats
from pourparler.reading.contacts.sides import (
    Sides,
    of_strangers,
    one_sided,
    settle_pronoun,
    settle_target,
    sides_of,
)
from pourparler.reading.contacts.steps import words_of
from pourparler.reading.contacts.summoning import summoned_beside, summoner
from pourparler.reading.contacts.times import as_dated, times_of
from pourparler.reading.contacts.vouching import untold_receiver, vouch
from pourparler.reading.contacts.wishes import asked_by, wished_for
from pourparler.reading.contacts.words import SITTINGS
from pourparler.reading.evidence import clause_span, sentence_text, word_span
from pourparler.reading.places import object_place, place_of
from pourparler.reading.quantities import count_of
from pourparler.reading.reasons import conditions_of, reasons_of
from pourparler.reading.syntax import Syntax
from pourparler.reading.topics import topics_of
from pourparler.records import Actor, Channel, Contact, Factuality, Form, Place, Reason, Span, Status, side_of

#: What two do together, so that nobody took a step where it was not done: "has never met her".
_TOGETHER = frozenset({Channel.MEETING, Channel.TALKS, Channel.UNSPECIFIED})
_ENDS = frozenset({Status.POSTPONED, Status.CANCELLED, Status.SUSPENDED})
#: What was, or is to be: somebody may be told something within it.
_SPOKEN = frozenset({Status.HELD, Status.SCHEDULED})
_REPLIED = frozenset({Status.UNANSWERED, Status.DECLINED})
_BREAKS = _ENDS | {Status.DECLINED, Status.UNANSWERED}


class ContactAnnotator:
    """Doc -> ``doc._.contacts``.

    "Beijing rejected Austin's requests to speak to Xu" -> declined, by Beijing, initiator Austin, target Xu.
    """

    requires = ("article", "read_deeds", "syntax", "dates", "actors", "statements", "ids", "traces")
    assigns = ("contacts",)

    def __call__(self, doc: Doc) -> Doc:
        if not doc._.read_deeds:
            return note(doc, contacts=[])
        told: list[tuple[Draft, Contact]] = []
        taken: set[tuple[int, Status]] = set()
        mentions = Mentions()
        drafts = list(find_drafts(doc._.syntax, doc._.actors))
        for draft in _in_turn(drafts):
            if _doubled(doc._.syntax, draft, drafts):
                continue
            contact = make_contact(doc, draft, mentions)
            if contact is None and draft.about_earlier and any(status in ANSWERS for _, status in draft.steps):
                draft.ahead = True
            keys = {(draft.top, contact.status), (draft.core, contact.status)} if contact is not None else set()
            if contact is not None and not keys & taken:
                taken |= keys
                parts = distributed(doc, draft, contact)
                told += [(draft, again) for part in parts for again in recurred(doc, draft, part)]
        merged = merge_attempts(doc._.syntax, without_asides(doc._.syntax, told))
        return note(doc, contacts=drop_repeats(doc, merged))


def _in_turn(drafts: list[Draft]) -> Iterator[Draft]:
    """Each draft, and at the end those again whose wish was not told yet: "Riga accepted. Oslo had offered talks."."""
    yield from drafts
    yield from (draft for draft in drafts if draft.ahead)


def _doubled(syntax: Syntax, draft: Draft, drafts: list[Draft]) -> bool:
    """Whether the step is another contact's: "convened a meeting", "a visit to Riga, where he was due to meet her"."""
    held = syntax.patient(draft.core) if syntax.pos[draft.core] == "VERB" else None
    rivals = [other.core for other in drafts if other.top == draft.top and other.core != draft.core]
    below = syntax.under(draft.top, draft.core) and any(syntax.head[core] == draft.top for core in rivals)
    return held in rivals or (below and draft.top != draft.core)


def make_contact(doc: Doc, draft: Draft, mentions: Mentions) -> Contact | None:
    """The record of a draft; None where no step is told, or not between two states."""
    if _going_on_saying(doc, draft) or _in_response(doc._.syntax, draft) or _to_be_the_first(doc._.syntax, draft):
        return None
    draft.channel = channel_beside(doc._.syntax, draft)
    if draft.channel is Channel.VISIT and warship(doc._.syntax, doc._.actors, acting_token(doc._.syntax, draft)):
        draft.channel = Channel.PORT_CALL
    told = status_of(doc._.syntax, draft)
    if told is not None and told[0] is Status.UNANSWERED and draft.channel is Channel.UNSPECIFIED:
        draft.channel = line_before(doc._.syntax, draft.top)
    ahead = told is not None and told[0] is Status.SCHEDULED
    heard = [m.sides for m in mentions.told if m.status in _SPOKEN] if draft.echo and not ahead else []
    sides = _sides(doc, draft, told[0] if told is not None else None, mentions)
    if told is None or not _possible(doc, draft, sides, told[0]):
        return None
    if any({side_of(a) for a in sides.participants} <= known for known in heard):
        return None
    ready = told[0] is Status.OFFERED and doc._.syntax.pos[draft.top] == "ADJ"
    if ready and mentions.in_course(doc._.syntax, draft, sides):
        return None  # readiness voiced inside the talks under way offers none
    if mentions.over_a_line(doc._.syntax, draft, sides, told[0]):
        draft.channel = Channel.HOTLINE
    return _record(doc, draft, sides, *as_dated(doc._.dates, doc._.syntax, draft, *told))


def _where(doc: Doc, draft: Draft, sides: Sides, topics: tuple[Span, ...]) -> Place | None:
    """Where it was or is to be; a mediator ("through Oman") is no place of it, nor where its topic lies."""
    if draft.channel in _NOWHERE or (draft.echo and draft.channel is Channel.UNSPECIFIED):
        return None  # "protested over the raid in Riga", "used the line for flights in Syria"
    found = object_place(doc, draft.place)
    apart: tuple[Actor | Span, ...] = sides.mediators
    if found is None:
        found, apart = place_of(doc, draft.core, *draft.links, draft.top), (*sides.mediators, *topics)
        peers = (a for a in sides.participants if a.resolved_by == "counterpart" or "counterparts" in a.text.split())
        apart = (*apart, *(a for a in peers if a.text != found.text)) if found is not None else apart
    between = any(found and found.start < m.end and m.start < found.end for m in apart)
    return None if between else found  # "his counterparts in Britain and France"


#: Channels that are at no one place.
_NOWHERE = frozenset({Channel.MESSAGE, Channel.PHONE, Channel.VIDEO, Channel.HOTLINE})


def _going_on_saying(doc: Doc, draft: Draft) -> bool:
    """ "They refused the calls," he *continued*; "Talks are off," the letter *goes on*": words go on, no contact."""
    at = doc._.syntax.start[draft.top]
    spoken = (s.cue for s in doc._.statements if s.cue is not None and s.form is not Form.INDIRECT)
    cued = any(cue.start <= at < cue.end for cue in spoken)
    return bool(draft.steps) and draft.steps[-1][1] == "continued" and (cued or _beside_quotation(doc, draft.top))


def _in_response(syntax: Syntax, draft: Draft) -> bool:
    """ "Held drills *in response* to Berg's visit": what was done about a contact is no answer to it."""
    return any(syntax.pos[k] == "NOUN" and syntax.preposition(k) == "in" for k, s in draft.steps if s in ANSWERS)


def _to_be_the_first(syntax: Syntax, draft: Draft) -> bool:
    """ "It *will be the first time* that an Omani minister has visited": what has been done so far is nothing."""
    above = syntax.head[draft.top]
    if syntax.lemma[above] not in ("time", "visit", "meeting") or syntax.head[draft.top] == draft.top:
        return False
    first = any(syntax.lower[k] == "first" for k in syntax.children(above, "amod", "advmod"))
    return first and bool({"will", "would", "'ll"} & set(syntax.auxiliaries(above)))


def _beside_quotation(doc: Doc, verb: int) -> bool:
    """Whether a quotation ends right before the subject of the verb."""
    syntax: Syntax = doc._.syntax
    subject = syntax.grammatical_subject(verb)
    first = syntax.edges(subject)[0] if subject is not None else verb
    return first > 0 and syntax.word[first - 1] in ('"', "”", "’", "'")


def _possible(doc: Doc, draft: Draft, sides: Sides, status: Status) -> bool:
    """Whether two states, or a forum that brings its own, deal with each other, and no strangers."""
    syntax: Syntax = doc._.syntax
    actors: Actors = doc._.actors
    forum = _forum(syntax, actors, draft)
    named = forum is not None and forum[:1] in _initials(syntax, draft) and status is not Status.HELD
    brokered = bool(sides.mediators) and len(sides.participants) == 1  # with whom, the words do not tell
    if (
        not (brokered or _between_states(sides, named))
        or _own_envoy(syntax, draft, sides)
        or at_home(syntax, actors, draft)
    ):
        return False
    hosting = sides.by in sides.mediators  # "offered to host talks between Oslo and Riga"
    if not hosting and others_business(syntax, actors, draft, sides.by, status):
        return False
    if lost_doer(syntax, actors, draft) or of_things(syntax, actors, draft):
        return False
    summoned = draft.channel is Channel.SUMMONS and bool(sides.described)
    alone = not summoned and one_sided(syntax, actors, draft, sides)
    return not alone and not of_strangers(syntax, actors, draft, sides)


def _record(doc: Doc, draft: Draft, sides: Sides, status: Status, fact: Factuality) -> Contact:
    syntax: Syntax = doc._.syntax
    times = times_of(doc._.dates, syntax, draft, status, fact)
    tokens = sorted({draft.core, *(k for k, _ in draft.steps)})
    conditions = conditions_of(doc, tokens + draft.links, sides.by)
    if conditions and status is Status.SCHEDULED and fact is Factuality.PLANNED:
        fact = Factuality.CONDITIONAL  # "will meet on Friday, provided Riga withdraws"
    record_id = doc._.ids.make("contact", syntax.word[draft.top], sentence_text(syntax, draft.top))
    rule = f"contact:{status.value}"
    doc._.traces[record_id] = Trace(rule, _example(syntax, draft), tuple(tokens))
    ground = ruled_out(syntax, draft)
    topics = topics_of(doc, draft.core, draft.links, draft.top)
    undone = (status, fact) == (Status.HELD, Factuality.NEGATED) and draft.channel in _TOGETHER
    undone = undone and (draft.doer is None or not draft.about_earlier)  # "she did not come": her step
    return Contact(
        id=record_id,
        article=doc._.article.id,
        anchor=word_span(syntax, draft.top),
        evidence=(clause_span(syntax, draft.top if ground is None else syntax.head[ground]),),
        confidence=0.8 if draft.steps else 0.7,
        reader=rule,
        by=None if undone else sides.by,
        initiator=sides.initiator,
        target=sides.target,
        participants=sides.participants,
        mediators=sides.mediators,
        channel=draft.channel,
        forum=_forum(syntax, doc._.actors, draft),
        level=rank_of(syntax, draft, sides.participants),
        status=status,
        factuality=fact,
        count=count_of(syntax, draft.top, *_its_own(syntax, draft), draft.core),
        when=times.when,
        due=times.due,
        where=_where(doc, draft, sides, topics),
        topics=topics,
        reasons=() if _in_passing(syntax, draft, status) else _reasons(doc, draft, status),
        conditions=conditions,
    )


def _its_own(syntax: Syntax, draft: Draft) -> list[int]:
    """The words of a step without the step it is joined to: "was put off several times and then *called off*"."""
    joined = syntax.head[draft.top] if syntax.dep[draft.top] == "conj" else None
    return [k for k in draft.links if k != joined]


def _reasons(doc: Doc, draft: Draft, status: Status) -> tuple[Reason, ...]:
    tokens = sorted({draft.core, *(k for k, _ in draft.steps)})
    return reasons_of(doc, tokens + draft.links, broken=_broken(draft, status))


def _in_passing(syntax: Syntax, draft: Draft, status: Status) -> bool:
    """ "Cancelled a trip on which he was to meet her due to the raid": why, but why which of the two?"""
    return status is Status.SCHEDULED and any(syntax.dep[k] == "acl:relcl" for k, _ in draft.steps)


def _sides(doc: Doc, draft: Draft, status: Status | None, mentions: Mentions) -> Sides:
    """The sides the words name, completed from the place of a summons and from earlier mentions."""
    syntax: Syntax = doc._.syntax
    actors: Actors = doc._.actors
    if draft.about_earlier:
        return _of_earlier(syntax, actors, draft, mentions, status)
    if draft.third:
        sides = of_others(syntax, actors, draft, mentions)
        mentions.add(syntax, draft, sides, status)
        return sides
    sides = sides_of(syntax, actors, draft, status or Status.HELD)
    teller = teller_of(syntax, draft) if len({side_of(a) for a in sides.participants}) == 1 else None
    if teller is not None:
        draft.doer = teller
        sides = sides_of(syntax, actors, draft, status or Status.HELD)
    if not vouch(doc, draft, sides, status) and untold_receiver(syntax, draft):
        return Sides()
    if draft.channel is Channel.SUMMONS and draft.top == draft.core:
        sides.by = sides.initiator = summoner(doc, draft, sides.by, sides.target)
    complete_exercise(doc, draft, sides)
    mentions.complete(syntax, actors, draft, sides)
    if draft.channel is Channel.SUMMONS and sides.by is None and sides.target is not None:
        others = [a for a in sides.participants if side_of(a) != side_of(sides.target)]
        sides.by = sides.initiator = others[0] if len(others) == 1 else None
    if draft.channel is Channel.SUMMONS and len({side_of(a) for a in sides.participants}) < 2:
        sides.target = summoned_beside(doc, draft, sides.by) or sides.target
    if mentions.unheard_of(syntax, draft, sides):
        return Sides()
    take_out_mediators(syntax, actors, draft, sides)
    leave_out_private(sides)
    if len({side_of(a) for a in sides.participants}) < 2:
        sides.described = describe_sides(syntax, actors, draft, sides)
        if len(sides.described) == 1 and status in ANSWERS and sides.by is None:
            sides.by = next((a for a in actors.all(acting_token(syntax, draft)) if a in sides.described), None)
        if draft.channel is Channel.SUMMONS and sides.described and sides.by is None:
            sides.by = sides.initiator = sides.described[0]
            sides.target = next((a for a in sides.participants if a.code is not None), None)
    if len({side_of(a) for a in sides.participants}) == 1 and status is Status.DECLINED:
        sides.others += fought(syntax, actors, draft, sides.by)
    settle_pronoun(syntax, draft, sides, status)
    settle_target(sides, status, wished=wished_for(syntax, draft) and not sides.mediators)
    if status in _ENDS and draft.steps and draft.steps[-1][1] in WANTING:
        sides.initiator = sides.target = None  # who asks to put it off need not have wanted it
    if status in _ENDS and asked_by(syntax, actors, draft) is not None:
        sides.initiator = sides.target = None  # "postponed the talks at the request of Oslo"
    mentions.add(syntax, draft, sides, status)
    ground = ruled_out(syntax, draft)
    if ground is not None:
        draft.links.append(syntax.head[ground])
        refuser = actors.one(syntax.subject(syntax.head[ground]))
        sides.by = refuser if official(refuser) else sides.by
    return sides


def _of_earlier(
    syntax: Syntax, actors: Actors, draft: Draft, mentions: Mentions, status: Status | None = None
) -> Sides:
    """The sides of the request or plan that the step answers; whoever is not named to answer is the one asked."""
    acting = draft.facing or actors.one(acting_token(syntax, draft))
    acting = acting if official(acting) else None
    mention = mentions.answered(syntax, draft, acting, status)
    if mention is None and status in _REPLIED and acting is not None and acting.resolved_by == "pronoun":
        acting = None  # "Oslo rang Riga, but *it* never replied", "invited Riga, but *it* refused"
        mention = mentions.answered(syntax, draft, acting, status)
    if mention is None:
        alone = mentions.asked_alone(syntax, draft, acting)
        if alone is not None:
            draft.channel = alone[1]
            return Sides(by=acting, initiator=alone[0], target=acting)
        asker = actors.one(asking(syntax, draft))
        means = asked_by_means(syntax, draft)
        if acting is None or asker is None or means is None or not official(asker):
            return Sides()
        draft.channel = means
        return Sides(by=acting, initiator=asker, target=acting)
    draft.channel = written_beside(syntax, draft.core) or mention.channel
    draft.channel = Channel.TALKS if syntax.lemma[draft.core] in SITTINGS else draft.channel
    wanting = mention.initiator if mention.initiator and side_of(mention.initiator) in mention.sides else None
    others = [a for a in mention.participants if wanting is None or side_of(a) != side_of(wanting)]
    asked = others[0] if wanting is not None and len(others) == 1 else None
    answering = any(status in ANSWERS for _, status in draft.steps)
    by = acting or (asked if answering else None)
    told = list(mention.participants)
    return Sides(by=by, initiator=wanting, target=asked, others=told, mediators=mention.mediators)


def _initials(syntax: Syntax, draft: Draft) -> set[str]:
    """First letters of the words on the contact: "a flag meeting" is no name, "the Shangri-La Dialogue" is."""
    return {syntax.word[k][:1] for i in (draft.core, *draft.links) for k in (i, *syntax.kids[i])}


def _between_states(sides: Sides, named_forum: bool) -> bool:
    """A contact has two sides, if only described; a named forum brings its own."""
    return len({side_of(a) for a in sides.participants}) >= 2 or bool(sides.described) or named_forum


def _own_envoy(syntax: Syntax, draft: Draft, sides: Sides) -> bool:
    """ "summoned its ambassador for consultations", "the envoys will be called for consultations": a recall."""
    if draft.channel is not Channel.SUMMONS:
        return False
    untold = syntax.passive(draft.core) and syntax.agent(draft.core) is None
    if untold and any(syntax.lemma[k] == "consultation" for k in syntax.obliques(draft.core, "for")):
        return True
    summoned, by = sides.target, sides.by
    return by is not None and summoned is not None and side_of(by) == side_of(summoned)


def _broken(draft: Draft, status: Status) -> bool:
    """Whether the step tells of trouble, so that "after the raid" says why; "met after the raid" says only when."""
    return draft.channel is Channel.SUMMONS or status in _BREAKS


def _forum(syntax: Syntax, actors: Actors, draft: Draft) -> str | None:
    syntax_tokens = [draft.core, *draft.links]
    for k in syntax_tokens:
        for near in (k, *syntax.kids[k]):
            entry = actors.entries(near, Category.FORUM)
            if entry and syntax.preposition(near) not in ("about", "on", "concerning", "regarding"):
                return entry[0].name
    return None


def _example(syntax: Syntax, draft: Draft) -> str:
    pos = {"NOUN": "noun", "VERB": "verb", "ADJ": "adj"}
    if draft.steps:
        found = words_of(syntax, draft.top)
        return found[0].example if found else ""
    row = CORES.get((syntax.lemma[draft.core], pos.get(syntax.pos[draft.core], "")))
    return row["example"] if row else ""
