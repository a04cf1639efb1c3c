"""How a record was read, for people: rule, fields, actors, dates and sources, each with its words and its reason."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from pourparler.exports import styles
from pourparler.exports.explained import (
    ActorReason,
    Credit,
    DateReason,
    Explained,
    FieldReason,
    Grounds,
    MatchedRow,
    Token,
)
from pourparler.exports.labels import OUTLET, actor_label, quote_label, words_label
from pourparler.exports.printable import one_line, safe_json
from pourparler.records.lines import as_line
from pourparler.records.parts import Actor

#: Width of the first column, so that all sections line up.
_NAMES = 17
#: Fields of an actor in the order of the contract, with what a newcomer calls them.
_KNOWN = ("name", "person", "office", "organisation")


def explanation(explained: Explained) -> RenderableType:
    """What ``rich`` prints for one record; sections that hold nothing are left out."""
    record = explained.record
    heading = Text.assemble(
        (record.id, "bold"), (f" {record.kind}", f"bold {styles.KINDS.get(record.kind, '')}".strip())
    )
    sections: tuple[tuple[str, Iterable[RenderableType]], ...] = (
        ("Rule", _grounds(explained.grounds, record.confidence)),
        ("Fields", _fields(explained.fields)),
        ("Actors", map(_actor, explained.actors)),
        ("Dates", map(_date, explained.dates)),
        ("Who says so", (_credit(credit) for credit in explained.credits)),
        ("Words", _tokens(explained.tokens)),
    )
    shown: list[RenderableType] = [heading, Text(quote_label(record.evidence or (record.anchor,)), style=styles.QUOTE)]
    for title, lines in sections:
        body = list(lines)
        shown += ["", Text(title, style="bold"), *body] if body else []
    return Group(*shown)


def explanation_json(explained: Explained) -> str:
    """The same as one line of JSON: the fields of an explanation, the record in the contract."""
    return safe_json(as_line(explained))


# --- rule --------------------------------------------------------------------------------------------


def _grounds(grounds: Grounds, confidence: float) -> Iterator[RenderableType]:
    yield _line("rule", Text(one_line(grounds.rule)))
    if grounds.sentence:
        yield _line("looks for", Text(one_line(grounds.sentence)))
    if grounds.example:
        yield _line("its example", Text(one_line(grounds.example), style=styles.QUOTE))
    for row in grounds.rows:
        yield _line(f"“{row.word}”", _row(row, grounds.example))
    yield _line("confidence", Text(f"{confidence:.2f}, as set for the rule"))


def _row(row: MatchedRow, example: str) -> Text:
    """The row as it stands in its table; its example where the rule's is another."""
    cells = ", ".join(f"{name} {one_line(value)}" for name, value in row.cells)
    shown = Text.assemble((f"{row.table}.csv: ", styles.ASIDE), one_line(cells))
    if row.example and row.example != example:
        shown.append(f"\n{one_line(row.example)}", style=styles.QUOTE)
    return shown


# --- fields ------------------------------------------------------------------------------------------


def _fields(fields: Iterable[FieldReason]) -> Iterator[RenderableType]:
    """Value, words and reason of each field; a field of many values is named once."""
    named = ""
    for field in fields:
        words = quote_label(field.words)
        shown = Text(" ".join(filter(None, (one_line(field.value), words))))
        if field.why and field.field != named:
            shown.append(f"  {one_line(field.why)}", style=styles.ASIDE)
        yield _line("" if field.field == named else words_label(field.field), shown)
        named = field.field


# --- actors ------------------------------------------------------------------------------------------


def _actor(reason: ActorReason) -> RenderableType:
    """The words with the fields they fill, what is known of the actor, why, and what is missing."""
    actor = reason.actor
    roles = ", ".join(words_label(field) for field in reason.fields)
    heading = Text.assemble((actor_label(actor), styles.ACTOR), (f"  {roles}", styles.ASIDE))
    lines = [_line(name, Text(value)) for name, value in _resolved(reason)]
    lines += [_line("because" if n == 0 else "", Text(one_line(why))) for n, why in enumerate(reason.why)]
    lines += [_line("missing" if n == 0 else "", Text(one_line(what))) for n, what in enumerate(reason.missing)]
    return Group(heading, *(Padding(line, (0, 0, 0, 2)) for line in lines))


def _resolved(reason: ActorReason) -> Iterator[tuple[str, str]]:
    """What was resolved: a name that only repeats person or organisation is told once."""
    actor = reason.actor
    for name in _KNOWN:
        value = getattr(actor, name)
        if value and not (name == "name" and value in (actor.person, actor.organisation)):
            yield name, one_line(value)
    if actor.country:
        yield "country", ", ".join(one_line(part) for part in (actor.country, reason.state) if part)
    if actor.sectors:
        yield "sectors", " ".join(actor.sectors)


# --- dates -------------------------------------------------------------------------------------------


def _date(reason: DateReason) -> RenderableType:
    """The arithmetic with its result marked, then how the date is known."""
    told = Text(one_line(reason.why))
    told.highlight_words([one_line(reason.result)], styles.DATE)
    return _line(
        ", ".join(map(words_label, reason.fields)), told.append(f"\n{one_line(reason.known)}", style=styles.ASIDE)
    )


# --- sources -----------------------------------------------------------------------------------------


def _credit(credit: Credit) -> RenderableType:
    """The chain from the outlet to the first source, with stance and reason."""
    outlet = one_line(credit.outlet or OUTLET)
    sources = [_source(actor) for actor in credit.chain]
    if credit.statement is not None and not sources:
        sources = ["a source that the words do not name"]
    chain = Text(" ← ".join([outlet, *sources]))
    if credit.stance:
        cue = f" by {quote_label((credit.cue,))}" if credit.cue is not None else ""
        chain.append(f"  {one_line(credit.stance)}{cue}", style=styles.ASIDE)
    return _line(credit.statement or OUTLET, chain.append(f"\n{one_line(credit.why)}"))


def _source(actor: Actor) -> str:
    """The actor's words and, where they are a pronoun or a noun, who is meant."""
    meant = actor.person or actor.name
    return actor_label(actor) + (f" = {one_line(meant)}" if meant and meant not in actor.text else "")


# --- words -------------------------------------------------------------------------------------------


def _tokens(tokens: Iterable[Token]) -> Iterator[RenderableType]:
    """The tokens the rule looked at; those it stood on are marked with a star and bold."""
    table = Table(box=None, pad_edge=False, header_style=styles.ASIDE)
    for heading in ("", "token", "lemma", "pos", "tag", "relation", "head"):
        table.add_column(heading)
    for token in tokens:
        cells = (token.text, token.lemma, token.pos, token.tag, token.dep, token.head_text)
        shown = [Text(one_line(cell)) for cell in ("*" if token.trigger else "", *cells)]
        table.add_row(*shown, style="bold" if token.trigger else "")
    if table.row_count:
        yield table


def _line(name: str, shown: Text) -> Table:
    """A name in the first column and what is told beside it, wrapped within its own column."""
    line = Table.grid(padding=(0, 1, 0, 0), expand=True)
    line.add_column(width=_NAMES, overflow="fold")
    line.add_column(ratio=1, overflow="fold")
    line.add_row(Text(one_line(name), style=styles.ASIDE), shown)
    return line
