"""Entries of a store, for people and for programs."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterable, Iterator, Sequence

from pourparler.exports.cells import csv_line
from pourparler.exports.printable import one_line, safe_json
from pourparler.exports.rows import full_row
from pourparler.exports.table import aligned
from pourparler.records import Entry, Reviewed, Verdict
from pourparler.records.lines import as_json
from pourparler.store import Found, Tally

COLUMNS = (
    "day", "what", "who", "whom", "how", "when", "factuality", "according to", "outlet", "told", "review", "id", "words"
)  # fmt: skip


def entry_lines(entries: Iterable[Entry]) -> Iterator[str]:
    """An aligned table, one row for each entry. Nothing is written before the last entry is there.

    Reviews have a column where somebody has reviewed one of the records.
    """
    lines = [COLUMNS, *map(_cells, entries)]
    review = COLUMNS.index("review")
    if all(cells[review] == "-" for cells in lines[1:]):
        lines = [(*cells[:review], *cells[review + 1 :]) for cells in lines]
    return aligned(lines)


def _cells(entry: Entry) -> tuple[str, ...]:
    row = full_row(entry.record, entry.told_by)
    outlet = one_line(entry.outlet or entry.title or "")
    told = _told(entry.reports, entry.origins)
    cells = (
        entry.day,
        row.what,
        row.who,
        row.whom,
        row.how,
        row.when,
        row.factuality,
        row.source,
        outlet,
        told,
        review_label(entry.reviewed),
        row.id,
    )
    return (*(cell or "-" for cell in cells), row.words)


def _told(reports: int, origins: int) -> str:
    """How often a deed is told; copies of one text are one origin.

    >>> _told(14, 2)
    '14 reports · 2 origins'
    """
    return f"{reports} report{'s' * (reports != 1)} · {origins} origin{'s' * (origins != 1)}"


def review_label(reviewed: Reviewed | None) -> str:
    """What people have said of a record.

    >>> review_label(Reviewed(verdict=Verdict.ACCEPTED, by="bo", at="", corrected_by=("anna",), read_anew=True))
    'accepted by bo, corrected by anna, read otherwise since'
    """
    if reviewed is None:
        return ""
    parts = [] if reviewed.verdict is Verdict.CORRECTED else [f"{reviewed.verdict} by {reviewed.by}"]
    correctors = reviewed.corrected_by or ((reviewed.by,) if not parts else ())
    parts += [f"corrected by {' and '.join(correctors)}"] if correctors else []
    parts += ["read otherwise since"] if reviewed.read_anew else []
    return one_line(", ".join(parts))


def entry_json(entries: Iterable[Entry]) -> Iterator[str]:
    """JSON Lines: each record as the contract has it, its article, who else tells the deed, what people said of it."""
    for entry in entries:
        about = {
            "of_article": {
                "outlet": entry.outlet, "title": entry.title, "url": entry.url, "published": entry.published,
                "family": entry.family,
            },
            "deed": {
                "id": entry.deed, "thread": entry.thread, "reports": entry.reports, "origins": entry.origins,
            },
            "review": as_json(entry.reviewed),
        }  # fmt: skip
        yield safe_json(json.dumps(as_json(entry.record) | about, ensure_ascii=False))


def entry_csv(entries: Iterable[Entry]) -> Iterator[str]:
    """CSV with a heading: the columns of the table whole, and the article's day, title and address."""
    yield csv_line((*COLUMNS, "published", "title", "url"))
    for entry in entries:
        cells = tuple("" if cell == "-" else cell for cell in _cells(entry))
        yield csv_line((*cells, entry.published or "", entry.title or "", entry.url or ""))


def found_lines(found: Iterable[Found]) -> Iterator[str]:
    """An aligned table of articles: day, outlet, title, id, and the words around what was looked for."""
    told = [(one.published or "-", one.outlet or "-", one.title or "-", one.article, one.words) for one in found]
    return aligned([("day", "outlet", "title", "article", "words"), *(tuple(map(one_line, line)) for line in told)])


def found_json(found: Iterable[Found]) -> Iterator[str]:
    """One JSON object for each article."""
    return (safe_json(json.dumps(dataclasses.asdict(one), ensure_ascii=False)) for one in found)


def tally_lines(tallies: Iterable[Tally], by: Sequence[str]) -> Iterator[str]:
    """An aligned table of counts: the groups, then events, the records that tell them, reports and origins."""
    told = [(*map(one_line, _named(t, by)), *map(str, (t.events, t.records, t.reports, t.origins))) for t in tallies]
    return aligned([(*by, "events", "records", "reports", "origins"), *told])


def _named(tally: Tally, by: Sequence[str]) -> tuple[str, ...]:
    """The groups of a count; of records that have none of a kind, that is said, as "no pair"."""
    return tuple(group or f"no {name}" for name, group in zip(by, tally.group, strict=True))


def tally_json(tallies: Iterable[Tally], by: Sequence[str]) -> Iterator[str]:
    """One JSON object for each group."""
    for tally in tallies:
        counts = {"events": tally.events, "records": tally.records, "reports": tally.reports, "origins": tally.origins}
        yield safe_json(json.dumps(dict(zip(by, _named(tally, by), strict=True)) | counts, ensure_ascii=False))


def found_csv(found: Iterable[Found]) -> Iterator[str]:
    """CSV with a heading, one line for each article."""
    heads = ("article", "published", "outlet", "title", "url", "words")
    yield csv_line(heads)
    for one in found:
        yield csv_line(str(getattr(one, head) or "") for head in heads)


def tally_csv(tallies: Iterable[Tally], by: Sequence[str]) -> Iterator[str]:
    """CSV with a heading, one line for each group."""
    yield csv_line((*by, "events", "records", "reports", "origins"))
    for tally in tallies:
        yield csv_line((*_named(tally, by), *map(str, (tally.events, tally.records, tally.reports, tally.origins))))
