"""What the pages are tested on: disputes, read-outs, threads, and articles that mean harm."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape
from html.parser import HTMLParser
from pathlib import Path

from tests.store.making import article, coded, reading, state

from pourparler.records import (
    Contact,
    Dispute,
    Judgement,
    Position,
    Reading,
    Relation,
    Span,
    Stance,
    Statement,
    Status,
)
from pourparler.records.ids import IdMaker
from pourparler.records.judgements import link
from pourparler.store import Store, open_store

#: Text that would run, turn the line, break the layout or count as a formula.
SCRIPT = "<script>alert(1)</script><img src=x onerror=alert(2)>"
TURNED = "‮⁦gnp.exe⁩"
LONG = "Überlängenwort" * 400
FORMULA = '=HYPERLINK("http://evil.example","x")'
HOSTILE = f"{SCRIPT} {TURNED} {LONG} {FORMULA} declined, citing protocol, said."


def fill(path: Path, *told: tuple[Reading, bool]) -> None:
    """Keeps readings in a store that is made here; with their events, where that is wanted."""
    with open_store(path, create=True) as store, store.writing() as writer:
        for read, events in told:
            writer.file(writer.keep(read.article), coded(read) if events else read)


def plain(page: str) -> str:
    """The words of a page or of a part of one, with single spaces."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", page)).split())


def disputed(of: Reading, by: str = "SWE") -> Reading:
    """The reading with a statement of a side that denies the first contact, and the dispute about it."""
    ids = IdMaker(of.article.id)
    about, said = of.contacts[0], next(one for one in of.records if isinstance(one, Statement))
    denial = Statement(
        id=ids.make("statement", "denied", of.article.text), article=of.article.id, anchor=about.anchor,
        evidence=about.evidence, confidence=1, reader="test", source=state(by), cue=None, content=about.evidence,
        form=said.form, stance=Stance.DENIES,
    )  # fmt: skip
    dispute = Dispute(
        id=ids.make("dispute", about.id, of.article.text), article=of.article.id, anchor=about.anchor,
        evidence=about.evidence, confidence=1, reader="test", about=about.id,
        positions=(
            Position(by=said.source, stance=Stance.ASSERTS, statement=said.id),
            Position(by=denial.source, stance=Stance.DENIES, statement=denial.id),
        ),
    )  # fmt: skip
    return replace(of, records=(*of.records, denial, dispute))


def contact_of(store: Store, number: int = 0) -> Contact:
    """One of the contacts, oldest first."""
    from pourparler.store import Filter

    found = store.ask(Filter(kinds=("contact",)), oldest=True)[number].record
    assert isinstance(found, Contact)
    return found


def contradiction(one: str, other: str) -> Judgement:
    """A link between a contact and another that denies it."""
    positions = [
        {"by": ["NOR"], "stance": "asserts", "record": one}, {"by": ["SWE"], "stance": "denies", "record": other},
    ]  # fmt: skip
    value = {"about": "fact", "positions": positions}
    return link(Relation.CONTRADICTS, one, other, score=0.8, reasons=("one denies the other",), value=value)


def hostile(key: str = "harm") -> Reading:
    """An article whose every text means harm."""
    base = article(HOSTILE, key=key, outlet=f"Outlet {SCRIPT}{TURNED}")
    made = replace(base, title=f"{FORMULA} {SCRIPT} {TURNED}", url=f"javascript:alert(3)//{SCRIPT}")
    read = reading(made, Status.DECLINED)
    start = made.text.find(SCRIPT)
    span = Span(start=start, end=start + len(made.text) - 6, text=made.text[start : start + len(made.text) - 6])
    records = []
    for record in read.records:
        if isinstance(record, Contact):
            reasons = tuple(replace(reason, text=span.text, start=start, end=span.end) for reason in record.reasons)
            named = replace(record.by, text=SCRIPT, person=TURNED) if record.by else None
            record = replace(record, evidence=(span,), reasons=reasons, by=named, forum=FORMULA, topics=(span,))
        if isinstance(record, Statement):
            record = replace(record, content=(span,))
        records.append(record)
    return replace(read, records=tuple(records))


class Seen(HTMLParser):
    """What a browser makes of a page: its elements, what they run, where they lead, and its words."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.running: list[str] = []
        self.links: list[str] = []
        self.words: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.running += [name for name, _ in attrs if name.startswith("on") or name == "style"]
        self.links += [value or "" for name, value in attrs if name in ("href", "src", "action")]

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    @property
    def text(self) -> str:
        """The words with single spaces."""
        return " ".join(" ".join(self.words).split())
