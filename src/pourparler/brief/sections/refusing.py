"""Why contact was refused, left unanswered, put off, called off or cut: each step and the reasons given for it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from pourparler.brief.gathering import Material
from pourparler.brief.naming import capital, joined, shortened
from pourparler.brief.noting import quote, quotes, tellers
from pourparler.brief.parts import Item, Section, Sentence
from pourparler.brief.sections.answering import by_id, count_note, none_told, not_listed, wording
from pourparler.brief.tables import REASONS
from pourparler.ledger.lines.deeds import Deed
from pourparler.ledger.lines.reasons import ReasonGiven
from pourparler.records import Contact, Entry, Reason, ReasonKind, Span, side_of
from pourparler.records.counted import counted


def why_refused(material: Material) -> Section:
    """How often which side gave which reason, then each step, the newest first, with its reasons in the words."""
    items = tuple(Item(sentences=tuple(_step(material, deed))) for deed in material.kept_off.shown)
    given = material.whole.figures.reasons if material.whole.figures else ()
    return Section(
        key="refused",
        question="What was refused, put off or cut, and why?",
        answer=tuple(_sums(material, given)) if items else (
            none_told(material, "refusal, postponement, suspension or unanswered request"),
        ),
        items=items,
        rest=tuple(not_listed(material, material.kept_off, "refusal or suspension", "refusals and suspensions")),
    )  # fmt: skip


def _sums(material: Material, given: Iterable[ReasonGiven]) -> Iterator[Sentence]:
    """How many steps the sources of each side, or the outlets, explain by which kind of reason."""
    for side, reasons in groupby(given, key=lambda one: one.side):
        told = list(reasons)
        entries = by_id(material, (name for one in told for name in one.records))
        who = f"sources of {material.names.side(side)}" if side else "the outlets in their own voice"
        by = joined(f"{counted(one.steps, 'step')} by {REASONS[one.kind]}" for one in told)
        count = count_note(material, f"steps with a reason given by {who}, by kind of reason")
        yield Sentence(text=capital(f"{who} explained {by}."), notes=(*quotes(entries), count))


def _step(material: Material, deed: Deed) -> Iterator[Sentence]:
    """The step, and its reasons, those of copies and in the same words once."""
    reasons = list(_reasons(material, deed))
    say = wording(material)
    yield say.sentence(deed, material.entries, tail="" if reasons else "; no reason is told")
    yield from reasons


def _reasons(material: Material, deed: Deed) -> Iterator[Sentence]:
    seen: set[tuple[str | None, str]] = set()
    names = dict.fromkeys((*tellers(deed), *(telling.id for telling in deed.tellings)))
    for entry in by_id(material, names):
        contact = entry.record
        for reason in contact.reasons if isinstance(contact, Contact) else ():
            key = side_of(reason.by) if reason.by else None, reason.text
            if key not in seen:
                seen.add(key)
                yield reason_sentence(material, entry, reason)


def reason_sentence(material: Material, entry: Entry, reason: Reason) -> Sentence:
    """A reason in the words of the article, of which kind it is, and whose it is."""
    span = Span(start=reason.start, end=reason.end, text=reason.text)
    if reason.by:
        voice = f"by {material.names.voice(reason.by)}"
    else:
        voice = f"by {entry.outlet or 'an outlet that is not named'} itself"
    told_by = joined(material.names.source(said) for said in entry.told_by.values())
    credit = f" (according to {told_by})" if told_by and not reason.by else ""
    kind = f" ({REASONS[reason.kind]})" if reason.kind not in (ReasonKind.NOT_GIVEN, ReasonKind.OTHER) else ""
    text = f"The reason given for it {voice}{credit}: “{shortened(reason.text)}”{kind}."
    return Sentence(text=text, notes=(quote(entry, span),))
