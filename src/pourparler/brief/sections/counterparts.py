"""Who dealt with whom, who answers to whom by the tables, and whom articles name in an office."""

from __future__ import annotations

from collections.abc import Iterator

from pourparler.brief.gathering import Material
from pourparler.brief.naming import capital, day_words, joined, shortened, when_words
from pourparler.brief.noting import quote, quotes
from pourparler.brief.parts import Item, Row, Section, Sentence
from pourparler.brief.people import Met
from pourparler.brief.sections.answering import count_note, none_told, wording
from pourparler.knowledge import By, Gap, Post
from pourparler.ledger.counterparts import Answering, Counterparts, Evidence, Seat
from pourparler.records import Date, Entry, Span, Tenure
from pourparler.records.counted import counted

_NOTED = 6


def who_answers_to_whom(material: Material) -> Section:
    """Who is told to have met whom; the tables' counterparts of their offices; whom articles name in an office."""
    people = material.people
    items = [Item(sentences=(_met(material, one),)) for one in people.met]
    items += [Item(sentences=tuple(_counterparts(material, one))) for one in people.counterparts]
    seats = {seat.post: seat for found in people.counterparts for seat in _seats(found)}
    items += [Item(sentences=(one,)) for seat in seats.values() for one in _holder(material, seat)]
    items += [Item(sentences=(_term(material, one, term),)) for one in people.terms
              if isinstance(term := one.record, Tenure)]  # fmt: skip
    return Section(
        key="counterparts",
        question="Who are the counterparts, and who holds the offices?",
        answer=() if people.met or people.terms else (none_told(material, "named person in a contact that was held"),),
        items=tuple(items),
    )


def _met(material: Material, met: Met) -> Sentence:
    low, high = material.names.bare(material.low), material.names.bare(material.high)
    times = counted(len(met.entries), "contact that is told as held", "contacts that are told as held")
    text = f"{met.low} ({low}) and {met.high} ({high}) were on the two sides of {times}."
    count = count_note(material, f"{counted(len(met.entries), 'contact')} with both names among those listed above")
    return Sentence(text=text, notes=(*quotes(met.entries[:_NOTED]), count))


# --- by the tables -----------------------------------------------------------------------------------


def _counterparts(material: Material, found: Counterparts) -> Iterator[Sentence]:
    """Whom the tables name as the counterpart of an office, and reasons of protocol that touch the two."""
    asked = _post(material, found.asked.post)
    if found.answering:
        answers = joined(f"to {_answering(material, one)}" for one in found.answering)
        rows = tuple(row for one in found.answering for row in _why(one))
        yield Sentence(text=f"By the tables, {asked} answers {answers}.", notes=tuple(dict.fromkeys(rows)))
    else:
        row = Row(words=f"no row fits {asked}")
        text = f"The tables know no office of {material.names.side(found.of)} that answers to {asked}."
        yield Sentence(text=text, notes=(row,))
    for told in found.evidence:
        yield _evidence(material, told)


def _answering(material: Material, one: Answering) -> str:
    by = " and by ".join(by.value for by in By if by in one.counterpart.by)
    return f"{_post(material, one.seat.post) if one.seat else 'no office there'} by {by}"


def _why(one: Answering) -> Iterator[Row]:
    for why in one.counterpart.why:
        yield Row(words=why.words, source=why.source, as_of=why.as_of.isoformat() if why.as_of else None)
    if not one.counterpart.why:
        yield Row(words="the same office")


def _seats(found: Counterparts) -> Iterator[Seat]:
    """The seats of which the tables know a holder at any time."""
    for seat in (found.asked, *(one.seat for one in found.answering)):
        if seat and seat.holding.gap is not Gap.NO_TERMS:
            yield seat


def _post(material: Material, post: Post) -> str:
    return f"the {post.title or post.office} of {material.names.side(post.side)}"


def _holder(material: Material, seat: Seat) -> Iterator[Sentence]:
    """Who holds the office by the tables, never beyond the day up to which they know it."""
    holding, post = seat.holding, _post(material, seat.post)
    day = day_words(material.on)
    if holding.held:
        people = joined((term.person for term in holding.held), "or" if holding.unsure else "and")
        rows = tuple(
            Row(words=f"{post}: {term.person}, from {term.begins or '?'}", source=term.source,
                as_of=term.as_of.isoformat())
            for term in holding.held
        )  # fmt: skip
        yield Sentence(text=f"By the tables, {people} was {post} on {day}.", notes=rows)
    elif holding.last:
        last = holding.last[-1]
        known = day_words((last.end or last.as_of).isoformat())
        row = Row(words=f"{post}: {last.person}", source=last.source, as_of=last.as_of.isoformat())
        yield Sentence(
            text=f"The tables do not reach to {day} for {post}; the last that they know is {last.person}, in office on"
            f" {known}.", notes=(row,),
        )  # fmt: skip


def _evidence(material: Material, told: Evidence) -> Sentence:
    """A refusal for reasons of protocol that names one of these offices or its holder."""
    reason = told.reason
    span = Span(start=reason.start, end=reason.end, text=reason.text)
    voice = material.names.voice(reason.by) if reason.by else f"{told.entry.outlet or 'the outlet'} itself"
    text = f"A reason of protocol given by {voice} touches these offices: “{shortened(reason.text)}”."
    return Sentence(text=text, notes=(quote(told.entry, span),))


# --- as articles tell it -----------------------------------------------------------------------------


def _term(material: Material, entry: Entry, term: Tenure) -> Sentence:
    who = f"{term.person} ({material.names.bare(term.country)})" if term.country else term.person
    within = term.organisation and term.organisation.casefold() not in term.office.casefold()
    office = f"{term.office} ({term.organisation})" if within else term.office
    if term.start and term.end:
        told = f"{who} was {office}, coming {_when(term.start)} and going {_when(term.end)}"
    elif term.start:
        told = f"{who} became {office} {_when(term.start)}"
    elif term.end:
        told = f"{who} ceased to be {office} {_when(term.end)}"
    else:
        news = f"of {day_words(entry.published)}" if entry.published else "of no day that is told"
        told = f"in news {news} {who} appears as {office}"
    replaces = f", in the place of {term.replaces}" if term.replaces else ""
    return Sentence(text=capital(f"{told}{replaces}{wording(material).credit([entry])}."), notes=(quote(entry),))


def _when(day: Date) -> str:
    return when_words(day.earliest and day.earliest[:10], day.latest and day.latest[:10])
