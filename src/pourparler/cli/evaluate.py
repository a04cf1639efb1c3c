"""``pourparler evaluate``: the reader's records against gold."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pourparler.cli.options import Knowledge
from pourparler.cli.run import Run
from pourparler.cli.terminal import complain, print_lines
from pourparler.errors import UsageError
from pourparler.records import Failure

if TYPE_CHECKING:
    from pourparler.evaluation.scoring import Scores, Sheet

EVALUATE_EXAMPLE = "pourparler evaluate corpus/gold/open --worst 5"
BELOW_FLOOR = 1


def evaluate(
    gold: Annotated[
        list[Path], typer.Argument(metavar="GOLD", help="JSON Lines of the contract; annotated YAML; a folder.")
    ],
    worst: Annotated[int, typer.Option(min=0, metavar="N", help="Print the N worst errors of each kind as text.")] = 0,
    as_json: Annotated[bool, typer.Option("--json", help="Print the scores as one JSON object.")] = False,
    gate: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Floors in TOML; exit 1 if one is not kept.", show_default=False)
    ] = None,
    since: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Print what was gained and lost since --note.", show_default=False),
    ] = None,
    note: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Note what was found, for --since.", show_default=False)
    ] = None,
    knowledge: Knowledge = None,
) -> None:
    """Read gold articles and score what comes out: precision, recall and F1 of each kind and field.

    A record is found where one of its kind stands on the same words with the same step, type or person; fields are
    compared in the records found. The floors are the table of the gate that has the name of the folder or file.
    """
    from pourparler.evaluation.changes import changes
    from pourparler.evaluation.changes import note as note_outcomes
    from pourparler.evaluation.scoring import score
    from pourparler.exports.scores import change_lines, score_json, score_lines, worst_lines

    sheets = _read(gold, knowledge)
    scores = score(sheets)
    print_lines([score_json(scores)] if as_json else score_lines(scores))
    print_lines(worst_lines(sheets, worst))
    if since:
        print_lines(change_lines(changes(sheets, since)))
    if note:
        note_outcomes(sheets, note)
    if gate and not _keeps(scores, gate, gold):
        raise typer.Exit(BELOW_FLOOR)


def _read(paths: list[Path], knowledge: Path | None) -> list[Sheet]:
    """Each gold article read and compared."""
    from pourparler.evaluation.files import read_gold
    from pourparler.evaluation.scoring import compare
    from pourparler.pipeline import open_reader, read_many

    run = Run()
    with run.progress():
        articles = list(read_gold(paths))
        reader = open_reader(user_knowledge=knowledge)
        outcomes = run.watch(read_many((one.article for one in articles), reader=reader))

        def sheets() -> Iterator[Sheet]:
            for one, outcome in zip(articles, outcomes, strict=True):
                yield from compare(one, () if isinstance(outcome, Failure) else outcome.records)

        return list(sheets())


def _keeps(scores: Scores, gate: Path, gold: list[Path]) -> bool:
    """Whether every floor is kept; each that is not is told on standard error."""
    from pourparler.evaluation.gate import broken, read_floors

    if len(gold) != 1:
        raise UsageError(f"--gate takes the floors of one corpus, but {len(gold)} were given; run it for each")
    below = broken(read_floors(gate, gold[0].stem), scores)
    for floor, reached in below:
        complain(f"{gate}: {floor} is {reached:.3f}, below its floor {floor.value:.3f}")
    return not below
