"""What is announced next, and what is overdue."""

from __future__ import annotations

from collections.abc import Iterator

from pourparler.brief.gathering import FEW, Material, Newest
from pourparler.brief.naming import day_words
from pourparler.brief.noting import told
from pourparler.brief.parts import Item, Section
from pourparler.brief.sections.answering import none_told, not_listed, wording
from pourparler.ledger.lines.line import Announced
from pourparler.records.counted import counted


def what_is_next(material: Material) -> Section:
    """What is still to come, the first due first, then what should have come and of which nothing is told."""
    say, entries = wording(material), material.entries
    coming = [
        Item(sentences=(say.sentence(deed, entries, tail="" if deed.due_latest else "; no day for it is told"),))
        for deed in material.upcoming.shown if told(deed, entries)
    ]  # fmt: skip
    every = material.whole.figures.overdue if material.whole.figures else ()
    late = Newest(every[:FEW], len(every))
    overdue = [item for one in late.shown for item in _overdue(material, one)]
    ahead = "contact that is agreed to or announced for a day still to come"
    return Section(
        key="next",
        question="What is announced next, and what is overdue?",
        answer=(
            *(() if coming else (none_told(material, ahead),)),
            *(() if overdue else (none_told(material, "announced contact that is overdue", material.commands.line),)),
        ),
        items=(*coming, *overdue),
        rest=(*not_listed(material, material.upcoming, "announcement"),
              *not_listed(material, late, "overdue announcement")),
    )  # fmt: skip


def _overdue(material: Material, late: Announced) -> Iterator[Item]:
    deed = material.deeds.get(late.step.deed)
    if deed is None or not told(deed, material.entries):
        return
    past = "its days are not over" if late.days is None else f"{counted(late.days, 'day')} past its day"
    seen = "" if late.observed else ", though too little was read since to expect word of it"
    tail = f"; on {day_words(material.on)}, {past}, nothing is told of what came of it{seen}"
    yield Item(sentences=(wording(material).sentence(deed, material.entries, tail=tail),))
