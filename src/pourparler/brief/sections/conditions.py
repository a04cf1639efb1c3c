"""What is asked for before there is more contact, and what stands in its way."""

from __future__ import annotations

from pourparler.brief.gathering import FEW, Material, Newest
from pourparler.brief.naming import capital, day_words, shortened
from pourparler.brief.noting import quote
from pourparler.brief.parts import Item, Section, Sentence
from pourparler.brief.sections.answering import none_told, not_listed, wording
from pourparler.ledger.lines.conditions import Demand, Outstanding
from pourparler.records import Contact, Entry, Span, side_of


def which_conditions(material: Material) -> Section:
    """What nothing later has met or lifted, the newest first."""
    every = material.whole.figures.outstanding if material.whole.figures else ()
    shown = Newest(every[:FEW], len(every))
    items = [(one, material.entries.get(one.record)) for one in shown.shown]
    told = tuple(Item(sentences=(_standing(material, one, entry),)) for one, entry in items if entry)
    return Section(
        key="conditions",
        question="What conditions stand?",
        answer=()
        if told
        else (none_told(material, "condition, demand or obstacle that stands", material.commands.line),),
        items=told,
        rest=tuple(not_listed(material, shown, "condition or demand", "conditions and demands")),
    )


def _standing(material: Material, one: Outstanding, entry: Entry) -> Sentence:
    say = wording(material)
    side = material.names.side(one.side) if one.side else ""
    day = day_words(one.day)
    credit = say.credit([entry])
    match one.demand:
        case Demand.CONDITION:
            asker = side or entry.outlet or "an outlet that is not named"
            text = f"By {day} {asker} made this a condition: “{shortened(one.words or '')}”{credit}"
        case Demand.LIFTING | Demand.BLOCK:
            deed = material.deed_of(one.record)
            lead = "As the ledger links them, this stands in the way of contact: " if one.demand is Demand.BLOCK else ""
            clause = say.clause(deed, [entry]) if deed else "a measure was called in question"
            text = f"{lead}{say.when(deed) if deed else f'by {day}'} {clause}{credit}"
    return Sentence(text=f"{capital(text)}; nothing later that is told has met or lifted it.",
                    notes=(quote(entry, _condition(one, entry)),))  # fmt: skip


def _condition(one: Outstanding, entry: Entry) -> Span | None:
    """Where the words of a condition stand."""
    conditions = entry.record.conditions if isinstance(entry.record, Contact) else ()
    same = (told for told in conditions if told.text == one.words and (told.by and side_of(told.by)) == one.side)
    found = next(same, None)
    return Span(start=found.start, end=found.end, text=found.text) if found else None
