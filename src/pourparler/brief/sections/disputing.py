"""What is disputed, in each side's words."""

from __future__ import annotations

from collections.abc import Iterator

from pourparler.brief.gathering import Material
from pourparler.brief.naming import shortened
from pourparler.brief.noting import quote, quotes, resting, told
from pourparler.brief.parts import Item, Quote, Section, Sentence
from pourparler.brief.sections.answering import none_told, not_listed, wording
from pourparler.brief.tables import POSITIONS
from pourparler.brief.wording import agreeing
from pourparler.ledger.lines.deeds import Deed
from pourparler.records import Dispute, Entry, Span, Statement


def what_is_disputed(material: Material) -> Section:
    """Disputes within an article, the newest first, then what one article tells and another denies."""
    items = [Item(sentences=tuple(_dispute(material, entry))) for entry in material.disputes.shown]
    items += [Item(sentences=tuple(_denial(material, pair))) for pair in material.denials.shown]
    items = [item for item in items if item.sentences]
    return Section(
        key="disputed",
        question="What is disputed, and in whose words?",
        answer=() if items else (none_told(material, "dispute", _command(material)),),
        items=tuple(items),
        rest=(*not_listed(material, material.disputes, "dispute"),
              *not_listed(material, material.denials, "pair of accounts", "pairs of accounts")),
    )  # fmt: skip


def _command(material: Material) -> str:
    return material.commands.records.replace("contacts", "disputes", 1)


def _dispute(material: Material, entry: Entry) -> Iterator[Sentence]:
    """Who holds what, in the words of each."""
    dispute = entry.record
    if not isinstance(dispute, Dispute):
        return
    point = dispute.about if isinstance(dispute.about, Span) else _about(material, dispute)
    notes: list[Quote] = []
    held, seen = [], set[str]()
    for place in dispute.positions:
        said = material.entries.get(place.statement)
        content = said.record.content if said and isinstance(said.record, Statement) else ()
        words = " … ".join(shortened(span.text) for span in content) or (shortened(point.text) if point else "")
        notes += [quote(said, span) for span in content] if said else []
        voice = material.names.voice(place.by) if place.by else entry.outlet or "the outlet"
        object = f"“{words}”" if words and words not in seen else "it"
        seen.add(words)
        held.append(f"{voice} {POSITIONS[place.stance]} {object}")
    where = entry.outlet or "an outlet that is not named"
    yield Sentence(text=f"As {where} tells it, {', but '.join(held)}.",
                   notes=tuple(dict.fromkeys((quote(entry), *notes))))  # fmt: skip


def _about(material: Material, dispute: Dispute) -> Span | None:
    """The words of the record that the dispute is about, where it is at hand."""
    entry = material.entries.get(str(dispute.about))
    return resting(entry) if entry else None


def _denial(material: Material, pair: tuple[Deed, Deed]) -> Iterator[Sentence]:
    """One account, and the other."""
    say = wording(material)
    for deed, lead in zip(pair, ("By one account, ", "By the other, "), strict=True):
        by = agreeing(deed, told(deed, material.entries))
        if not by:
            return
        yield Sentence(text=f"{lead}{say.when(deed)} {say.clause(deed, by)}{say.credit(by)}.", notes=quotes(by))
