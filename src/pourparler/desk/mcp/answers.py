"""What agents are told: records in words, each with its quotations, where they stand, and who printed them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from pydantic import BaseModel, ConfigDict, Field

from pourparler.exports.printable import one_line
from pourparler.exports.rows import full_row
from pourparler.records import Article, Entry, Record, Span, Statement
from pourparler.store import Disagreement, Found

#: The most that is told: code points of a quotation, quotations of a record, code points of anything else.
QUOTED, QUOTES, LONGEST = 600, 6, 300
#: Sides of a dispute that are told.
_SIDES = 6


class _Told(BaseModel):
    model_config = ConfigDict(frozen=True)


class Quote(_Told):
    """Words of an article: ``text`` is what stands from ``start`` to ``end`` of its text, in Unicode code points."""

    text: str
    start: int
    end: int


class Printed(_Told):
    """The article that something stands in."""

    article: str = Field(description="The article's id.")
    outlet: str | None
    title: str | None
    url: str | None
    published: str | None = Field(description="ISO day.")


class Telling(_Told):
    """One record: what one article tells, and the words it was read from."""

    id: str
    kind: str
    day: str | None = Field(description="ISO day by which it is sorted: when it was, else when it was printed.")
    what: str
    factuality: str = Field(description="Empty where it is told as done; else planned, negated, possible ...")
    who: str
    whom: str
    how: str
    when: str
    notes: list[str] = Field(description="Reasons, conditions, place, due day, with who gives them.")
    according_to: str = Field(description="On whose word; 'the outlet' where on nobody's.")
    quotes: list[Quote]
    printed: Printed
    reports: int = Field(description="Articles that tell this deed.")
    origins: int = Field(description="Independent ones among them; copies of one text count once.")
    review: str | None = Field(default=None, description="What people made of it: accepted, corrected or rejected.")


class Tellings(_Told):
    """Records, and where to go on where there are more."""

    items: list[Telling]
    after: str | None = Field(default=None, description="Say this as `after` to go on; null where nothing is left.")


class FoundArticle(_Told):
    """An article that holds what was looked for, and the words around it."""

    printed: Printed
    quotes: list[Quote]


class FoundArticles(_Told):
    """Articles, the newest first."""

    items: list[FoundArticle]


class LineStep(_Told):
    """A step that a state rests on."""

    status: str
    days: str
    by: str | None
    disputed: bool
    reports: int
    origins: int
    tellings: list[Telling]


class LinePart(_Told):
    """How two sides stand at one level by one channel, or as a whole."""

    level: str | None
    channel: str | None
    state: str
    why: str
    last_held: str | None
    rests_on: list[LineStep]


class LineTold(_Told):
    """How two sides stand on a day. ``state`` is open, strained, silent, suspended or unobserved."""

    low: str
    high: str
    on: str
    whole: LinePart
    parts: list[LinePart]
    figures: list[str] = Field(description="Who asks more, how often and how soon it is answered, what is overdue.")


class Side(_Told):
    """Where one side of a dispute stands, and the record that shows it."""

    by: str
    stance: str
    telling: Telling
    words: str | None = Field(description="The side's own words where they are fewer than the record's.")


class Dispute(_Told):
    """What is disputed, within one article or across several, and each side's words."""

    id: str
    day: str | None = Field(description="ISO day.")
    across_articles: bool
    about: str = Field(description="What is disputed, by its words; across articles: fact or characterisation.")
    sides: list[Side]


class Disputes(_Told):
    """Disputes, the newest first, and where to go on."""

    items: list[Dispute]
    after: str | None = None


class ReadRecord(_Told):
    """One record of the text that was given."""

    id: str
    kind: str
    what: str
    factuality: str
    who: str
    whom: str
    how: str
    when: str
    notes: list[str]
    according_to: str
    quotes: list[Quote]


class ReadText(_Told):
    """What was read from the text that was given."""

    article: str
    outlet: None = None
    text: str | None = Field(description="The text in which places count; null where it is the one that was given.")
    records: list[ReadRecord]
    left_out: int = Field(description="Records beyond those that are told.")


def telling(entry: Entry) -> Telling:
    """A record of the store."""
    row = full_row(entry.record, entry.told_by)
    return Telling(
        id=row.id, kind=row.kind, day=entry.day, what=cut(row.what), factuality=row.factuality, who=cut(row.who),
        whom=cut(row.whom), how=cut(row.how), when=cut(row.when), notes=notes(row.notes), according_to=cut(row.source),
        quotes=quotes(_spans(entry.record)), printed=printed(entry), reports=entry.reports, origins=entry.origins,
        review=entry.reviewed.verdict.value if entry.reviewed else None,
    )  # fmt: skip


def read_record(record: Record, known: dict[str, Record]) -> ReadRecord:
    """A record that was just read."""
    row = full_row(record, known)
    return ReadRecord(
        id=row.id, kind=row.kind, what=cut(row.what), factuality=row.factuality, who=cut(row.who), whom=cut(row.whom),
        how=cut(row.how), when=cut(row.when), notes=notes(row.notes), according_to=cut(row.source),
        quotes=quotes(_spans(record)),
    )  # fmt: skip


def printed(entry: Entry | Found) -> Printed:
    """Where a record or article was printed."""
    return Printed(
        article=entry.article, outlet=_cut(entry.outlet), title=_cut(entry.title), url=_cut(entry.url),
        published=entry.published,
    )  # fmt: skip


def dispute(one: Disagreement) -> Dispute:
    """A dispute with where each side stands."""
    sides = [
        Side(
            by=" and ".join(stand.sides) or "the outlet", stance=stand.stance, telling=telling(stand.entry),
            words=_cut(stand.text),
        )
        for stand in one.stands[:_SIDES]
    ]  # fmt: skip
    return Dispute(id=one.name, day=one.day, across_articles=one.across, about=cut(one.about), sides=sides)


def quotes(spans: Sequence[Span]) -> list[Quote]:
    """The quotations, the longest cut from behind, so that each still is what stands there."""
    return [
        Quote(text=span.text[:QUOTED], start=span.start, end=min(span.end, span.start + QUOTED))
        for span in spans[:QUOTES]
    ]


def found(one: Found, article: Article | None) -> FoundArticle:
    """An article that holds what was looked for; of one that holds it in its title alone, how it begins."""
    text = article.text if article else ""
    plain = one.words.replace("«", "").replace("»", "").strip("…")
    start = text.find(plain) if plain else -1
    if start < 0:
        start, plain = 0, text[: QUOTED // 2]
    return FoundArticle(printed=printed(one), quotes=quotes([Span(start=start, end=start + len(plain), text=plain)]))


def notes(pairs: Iterable[tuple[str, str]]) -> list[str]:
    """What a record holds beside its row, at most eight."""
    return [cut(f"{name}: {words}") for name, words in pairs][:8]


def cut(text: str) -> str:
    """Text on one line and printable, its beginning where it is too long."""
    told = one_line(text[: 4 * LONGEST])
    return told if len(told) <= LONGEST else f"{told[:LONGEST].rstrip()}…"


def _cut(text: str | None) -> str | None:
    return None if text is None else cut(text)


def _spans(record: Record) -> Sequence[Span]:
    if isinstance(record, Statement) and record.content:
        return record.content
    return record.evidence or (record.anchor,)
