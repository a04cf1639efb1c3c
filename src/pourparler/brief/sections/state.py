"""How the two stand, what changed, and every step in order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pourparler.brief.gathering import Material
from pourparler.brief.naming import capital, day_words, stretch_words, when_words
from pourparler.brief.noting import quotes, told
from pourparler.brief.parts import Item, Note, Section, Sentence, Table, TableRow
from pourparler.brief.sections.answering import by_id, count_note, none_told, not_listed, wording
from pourparler.brief.tables import LEVELS, NOUNS, STATES
from pourparler.brief.wording import acting, agreeing
from pourparler.ledger.lines import Line, State, Step, Stretch
from pourparler.ledger.lines.deeds import UNTOLD, Deed
from pourparler.ledger.lines.observing import days_between
from pourparler.records import Status
from pourparler.records.counted import counted

#: So many lines are told, those that rest on the newest steps.
_LINES = 15


def how_they_stand(material: Material) -> Section:
    """The state on the day, the steps it rests on, when they last met or spoke, and the state on earlier days."""
    return Section(
        key="state",
        question="How do the two stand, and what has changed?",
        answer=(_state(material), *_resting(material), *_since_held(material)),
        items=tuple(Item(sentences=(one,)) for one in _changes(material)),
        table=_lines(material),
        rest=(
            *_lines_left(material),
            *not_listed(material, material.stretches, "change of the state", "changes of it"),
        ),
    )


def which_steps(material: Material) -> Section:
    """The steps as a table, newest first; the picture shows the same."""
    rows = tuple(_step_row(material, deed) for deed in material.steps.shown)
    heads = ("day", "step", "of whom", "level and channel", "told by")
    table = Table(caption="Steps, incidents and measures, the newest first", heads=heads, rows=rows)
    return Section(
        key="steps",
        question="What happened, step by step?",
        answer=() if rows else (none_told(material, "step, incident or measure"),),
        table=table if rows else None,
        rest=tuple(not_listed(material, material.steps, "step")),
    )


def _state(material: Material) -> Sentence:
    line = material.whole
    count = count_note(material, f"the state follows from {counted(line.steps, 'step')} by the rule in docs/line.md")
    text = f"On {day_words(material.on)} the line between {wording(material).pair} as a whole was {STATES[line.state]}."
    return Sentence(text=text, notes=(*_noted(material, line.rests_on), count))


def _resting(material: Material) -> Iterator[Sentence]:
    """Each step that the state rests on."""
    say = wording(material)
    for place, step in enumerate(material.whole.rests_on):
        deed = material.deeds.get(step.deed)
        if deed and told(deed, material.entries):
            yield say.sentence(deed, material.entries, lead="This rests on what follows: " if place == 0 else "")


def _since_held(material: Material) -> Iterator[Sentence]:
    held = material.whole.held
    entries = by_id(material, [held.record]) if held else []
    if held and entries:
        days = days_between(held.latest, material.on)
        passed = f"{'at least ' if held.earliest != held.latest else ''}{counted(days, 'day')} earlier"
        yield Sentence(
            text=f"The two last met or spoke {when_words(held.earliest, held.latest)}, {passed}, as far as it is told"
            " and not denied.",
            notes=quotes(entries),
        )


def _changes(material: Material) -> Iterator[Sentence]:
    """The states one after the other, oldest first, each with the newest step that it rested on when it began."""
    for stretch in reversed(material.stretches.shown):
        days = when_words(stretch.first, stretch.last).replace("between", "from").replace(" and ", " to ", 1)
        command = f"{material.commands.line} --course"
        count = count_note(
            material, "the state of each day is what could be told on it, of what was published by then", command
        )
        yield Sentence(
            text=f"{capital(days)} the line as a whole was {STATES[stretch.state]}{_began(material, stretch)}.",
            notes=(*_noted(material, stretch.rests_on[:1]), count),
        )


def _began(material: Material, stretch: Stretch) -> str:
    """The newest step behind a state when it began."""
    for step in stretch.rests_on[:1]:
        deed = material.deeds.get(step.deed)
        entries = by_id(material, (record.id for record in step.records))
        if deed and entries:
            say = wording(material)
            aged = stretch.state in (State.SILENT, State.UNOBSERVED) and deed.type != Status.UNANSWERED
            new = not aged and any(telling.published == stretch.first for telling in deed.tellings)
            lead = "it began with the news that" if new else "when it began, the newest that it rested on was that"
            return f"; {lead} {say.when(deed)} {say.clause(deed, agreeing(deed, entries))}"
    return ""


def _noted(material: Material, steps: Sequence[Step]) -> tuple[Note, ...]:
    return tuple(quotes(by_id(material, (record.id for step in steps for record in step.records[:1]))))


def _lines(material: Material) -> Table | None:
    """Each line by level and channel, with the newest step that its state rests on."""
    rows = tuple(_line_row(material, line) for line in _newest_lines(material))
    heads = ("channel", "level", "state", "last met or spoke", "rests on")
    return Table(caption=f"Each line on {day_words(material.on)}", heads=heads, rows=rows) if rows else None


def _newest_lines(material: Material) -> list[Line]:
    lines = [line for line in material.lines[1:] if any(step.records for step in line.rests_on)]
    lines.sort(key=lambda line: max(step.latest for step in line.rests_on), reverse=True)
    chosen = lines[:_LINES]
    return [line for line in material.lines[1:] if line in chosen]


def _lines_left(material: Material) -> Iterator[Sentence]:
    left = len(material.lines) - 1 - len(_newest_lines(material))
    if left:
        note = count_note(material, f"{counted(len(material.lines) - 1, 'line')} in all")
        yield Sentence(text=f"{counted(left, 'line')} with older steps {'is' if left == 1 else 'are'} not listed here.",
                       notes=(note,))  # fmt: skip


def _line_row(material: Material, line: Line) -> TableRow:
    step = line.rests_on[0]
    deed = material.deeds.get(step.deed)
    entries = by_id(material, (record.id for record in step.records))
    clause = capital(f"{when_words(step.earliest, step.latest)} {wording(material).clause(deed, entries)}") if (
        deed and entries
    ) else step.status  # fmt: skip
    held = stretch_words(line.held.earliest, line.held.latest) if line.held else "none told"
    return TableRow(
        cells=(channel_words(line.channel), level_words(line.level), line.state,
               held if not line.held or line.held.earliest else f"by {held}", clause),
        notes=quotes(entries),
    )  # fmt: skip


def channel_words(channel: str | None) -> str:
    return "not told" if channel in (None, UNTOLD) else NOUNS[str(channel)].line


def level_words(level: str | None) -> str:
    return LEVELS[level][0] if level and level in LEVELS else "not told"


def _step_row(material: Material, deed: Deed) -> TableRow:
    names, by = material.names, told(deed, material.entries)
    doer = acting(by[0].record) if deed.kind == "incident" and by else deed.by
    factuality = "" if deed.factuality == "actual" or deed.kind == "measure" else f" ({deed.factuality})"
    disputed = ", disputed" if deed.disputed else ""
    what = f"{deed.type} ({deed.mode})".replace("_", " ") if deed.kind == "measure" else deed.type.replace("_", " ")
    what = f"incident: {what}" if deed.kind == "incident" else what
    place = f"{level_words(deed.level)}, {deed.channel.replace('_', ' ')}" if deed.kind == "contact" else deed.kind
    reports = len({telling.article for telling in deed.tellings})
    origins = len({telling.family for telling in deed.tellings})
    return TableRow(
        id=deed.id,
        cells=(
            capital(when_words(deed.earliest, deed.latest)), f"{what}{factuality}{disputed}",
            names.bare(doer) if doer else "both or not told",
            place.replace("not told, unspecified", "not told").replace("unspecified", "channel not told"),
            f"{counted(reports, 'report')}, {counted(origins, 'origin')}",
        ),
        notes=quotes(by),
    )  # fmt: skip
