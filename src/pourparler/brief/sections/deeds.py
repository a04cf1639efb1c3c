"""When the two met or spoke, and what happened between them at sea, in the air and by way of measures."""

from __future__ import annotations

from collections.abc import Iterator

from pourparler.brief.gathering import Material
from pourparler.brief.naming import capital, joined, shortened
from pourparler.brief.noting import quote, quotes, told
from pourparler.brief.parts import Item, Section, Sentence
from pourparler.brief.sections.answering import by_id, count_note, none_told, not_listed, wording
from pourparler.ledger.lines.confirmation import Confirmed
from pourparler.ledger.lines.deeds import Deed
from pourparler.records import Incident, Span
from pourparler.records.counted import counted

_CONFIRMED = {
    Confirmed.BOTH: "on the word of named sources of both sides",
    Confirmed.ONE: "on the word of {side} alone",
    Confirmed.OTHERS: "on the word of named sources of neither side",
    Confirmed.OUTLET: "on the word of the outlets alone",
    Confirmed.ANONYMOUS: "on the word of sources alone that are not named",
    Confirmed.DISPUTED: "on one word that another denies",
}


def when_they_met(material: Material) -> Section:
    """On whose word it rests that they met or spoke, then each time, the newest first, and what became of lines."""
    say, newest = wording(material), material.came_about
    items = tuple(Item(sentences=(say.sentence(deed, material.entries),)) for deed in newest.shown)
    return Section(
        key="met",
        question="When did they meet or speak, and on whose word?",
        answer=tuple(_confirmed(material)) if items else (none_told(material, "meeting, call or other contact"),),
        items=items,
        rest=tuple(not_listed(material, newest, "contact")),
    )


def what_happened(material: Material) -> Section:
    """Incidents, each with what it was called, then measures, the newest first."""
    say = wording(material)
    items = [
        Item(
            sentences=(
                say.sentence(deed, material.entries),
                *say.other_accounts(deed, material.entries),
                *_called(material, deed),
            )
        )
        for deed in material.incidents.shown
    ]
    items += [Item(sentences=(say.sentence(deed, material.entries),)) for deed in material.measures.shown]
    return Section(
        key="deeds",
        question="What happened at sea, in the air and on land, and which measures were taken?",
        answer=() if items else (none_told(material, "incident or measure", material.commands.incidents),),
        items=tuple(items),
        rest=(*not_listed(material, material.incidents, "incident"),
              *not_listed(material, material.measures, "measure")),
    )  # fmt: skip


def _confirmed(material: Material) -> Iterator[Sentence]:
    """In one sentence, on whose word the contacts rest."""
    figures = material.whole.figures
    confirmed = figures.confirmed if figures else ()
    if not confirmed:
        return
    rests = joined(
        f"{one.contacts} {_CONFIRMED[one.confirmed].format(side=material.names.side(one.side))}" for one in confirmed
    )
    total = sum(one.contacts for one in confirmed)
    count = count_note(material, f"{counted(total, 'contact')} told as held, each by the best word there is for it")
    entries = by_id(material, (name for one in confirmed for name in one.records[-3:]))
    verb = "is" if total == 1 else "are"
    yield Sentence(text=f"{capital(counted(total, 'contact'))} {verb} told as held: {rests}.",
                   notes=(*quotes(entries), count))  # fmt: skip


def _called(material: Material, deed: Deed) -> Iterator[Sentence]:
    """What somebody calls the incident, in the article's words."""
    seen = set()
    for entry in told(deed, material.entries):
        for called in entry.record.characterisations if isinstance(entry.record, Incident) else ():
            voice = material.names.voice(called.by) if called.by else f"{entry.outlet or 'the outlet'} itself"
            if (voice, called.text) not in seen:
                seen.add((voice, called.text))
                span = Span(start=called.start, end=called.end, text=called.text)
                text = capital(f"{voice} called it “{shortened(called.text)}”.")
                yield Sentence(text=text, notes=(quote(entry, span),))
