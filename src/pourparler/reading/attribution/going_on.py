"""A speaker who goes on: "'It was calm,' Prime Minister Lund said. 'I rang Riga,' the PM added"."""

from __future__ import annotations

from dataclasses import replace

from pourparler.records import Actor, Statement


def going_on(statements: list[Statement], text: str) -> list[Statement]:
    """The statements with a bare office as whoever spoke last before it in its paragraph, where that one holds it."""
    out: list[Statement] = []
    last: Statement | None = None
    for statement in sorted(statements, key=lambda s: s.anchor.start):
        if last is not None and "\n" not in text[last.anchor.end : statement.anchor.start]:
            statement = _by_the_same(statement, last)
        out.append(statement)
        last = statement
    known = {s.id: s for s in out}
    return [known[s.id] for s in statements]


def _by_the_same(statement: Statement, last: Statement) -> Statement:
    a, b = last.source, statement.source
    if a is None or b is None or a.person is None or b.person is not None or not _is_bare(b):
        return statement
    if a.country == b.country or not a.office or not _same_office(a.office, b.office or ""):
        return statement
    same = replace(a, text=b.text, start=b.start, end=b.end, resolved_by="earlier mention")
    return replace(statement, source=same)


def _is_bare(actor: Actor) -> bool:
    """ "the PM", "the prime minister": no name, no state."""
    words = actor.text.split()
    return bool(actor.office) and words[0].lower() == "the" and len(words) <= 3


def _same_office(office: str, bare: str) -> bool:
    """Whether the bare office is the whole office or its initials."""
    initials = "".join(word[0] for word in office.lower().split())
    return bare.lower() in (office.lower(), initials)
