"""How a record was read: the rule that fired, the tokens it looked at, who and when it made of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from pourparler.exports import styles
from pourparler.exports.labels import actor_label, date_label, quote_label
from pourparler.exports.printable import one_line
from pourparler.records.kinds import Record
from pourparler.records.parts import Actor, Date


class Token(Protocol):
    """A token as the parser saw it; ``trigger`` says whether the rule fired on it."""

    @property
    def text(self) -> str: ...
    @property
    def lemma(self) -> str: ...
    @property
    def pos(self) -> str: ...
    @property
    def tag(self) -> str: ...
    @property
    def dep(self) -> str: ...
    @property
    def head_text(self) -> str: ...
    @property
    def trigger(self) -> bool: ...


class Explained(Protocol):
    """What an explanation must tell; the pipeline makes it."""

    @property
    def record(self) -> Record: ...
    @property
    def rule(self) -> str: ...
    @property
    def example(self) -> str: ...
    @property
    def tokens(self) -> Sequence[Token]: ...
    @property
    def actors(self) -> Sequence[tuple[str, Actor]]: ...
    @property
    def dates(self) -> Sequence[tuple[str, Date]]: ...


def explanation(explained: Explained) -> RenderableType:
    """What ``rich`` prints for one record."""
    record = explained.record
    return Group(
        Text.assemble((record.id, "bold"), (f" {record.kind}", f"bold {styles.KINDS.get(record.kind, '')}".strip())),
        Text(quote_label(record.evidence or (record.anchor,)), style=styles.QUOTE),
        "",
        _facts(explained),
        "",
        _tokens(explained.tokens),
    )


def _facts(explained: Explained) -> Table:
    """The rule with its example sentence, then each role with who or when fills it."""
    facts = Table.grid(padding=(0, 2, 0, 0))
    facts.add_row(Text("rule", style=styles.ASIDE), Text(one_line(explained.rule)))
    if explained.example:
        facts.add_row(Text("its example", style=styles.ASIDE), Text(one_line(explained.example)))
    facts.add_row(Text("confidence", style=styles.ASIDE), Text(f"{explained.record.confidence:.2f}"))
    for role, actor in explained.actors:
        why = f", by {one_line(actor.resolved_by)}" if actor.resolved_by else ", unresolved"
        facts.add_row(Text(one_line(role), style=styles.ASIDE), Text(actor_label(actor) + why))
    for role, date in explained.dates:
        facts.add_row(Text(one_line(role), style=styles.ASIDE), Text(date_label(date)))
    return facts


def _tokens(tokens: Sequence[Token]) -> Table:
    """The tokens the rule looked at; those it fired on are marked with a star and bold."""
    table = Table(box=None, pad_edge=False, header_style=styles.ASIDE)
    for heading in ("", "token", "lemma", "pos", "tag", "relation", "head"):
        table.add_column(heading)
    for token in tokens:
        cells = (token.text, token.lemma, token.pos, token.tag, token.dep, token.head_text)
        shown = [Text(one_line(cell)) for cell in ("*" if token.trigger else "", *cells)]
        table.add_row(*shown, style="bold" if token.trigger else "")
    return table
