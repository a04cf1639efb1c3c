"""What a change of the reader gained and lost: this run's outcomes against those noted in a file.

The file has one line for each record: article, kind, record id, and ``found``, ``missed`` (gold records) or ``false``
(read records). It holds no words of any article.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from pourparler.errors import DataError
from pourparler.evaluation.scoring import Sheet
from pourparler.records.kinds import Record

FOUND, MISSED, FALSE = "found", "missed", "false"

Key = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Change:
    """A record whose outcome is another than it was; ``record`` is None where it is no longer read."""

    article: str
    kind: str
    id: str
    before: str | None
    after: str | None
    record: Record | None

    @property
    def better(self) -> bool:
        """A gold record is found now, or a false one gone."""
        return self.after == FOUND or (self.before == FALSE and self.after is None)


def outcomes(sheets: Iterable[Sheet]) -> dict[Key, tuple[str, Record]]:
    """Each gold record and each false one of a run, with what became of it."""
    noted: dict[Key, tuple[str, Record]] = {}
    for sheet in sheets:
        paired = [(FOUND, gold) for gold, _ in sheet.pairing.pairs]
        rest = [(MISSED, gold) for gold in sheet.pairing.missed] + [(FALSE, read) for read in sheet.pairing.false]
        noted |= {(sheet.article.key, sheet.kind, record.id): (what, record) for what, record in paired + rest}
    return noted


def note(sheets: Iterable[Sheet], path: Path) -> None:
    """Write the outcomes of a run to the file that later runs are compared with."""
    lines = sorted("\t".join((*key, what)) for key, (what, _) in outcomes(sheets).items())
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def changes(sheets: Iterable[Sheet], path: Path) -> Iterator[Change]:
    """Where this run differs from the noted one. Raises DataError: no such file, or a line that is none of ours."""
    before, now = _noted(path), outcomes(sheets)
    for key in sorted(before.keys() | now.keys()):
        what, record = now.get(key, (None, None))
        if before.get(key) != what and {before.get(key), what} != {None, MISSED}:
            yield Change(*key, before.get(key), what, record)


def _noted(path: Path) -> dict[Key, str]:
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
        cells = [line.split("\t") for line in lines if line]
        return {(article, kind, record): what for article, kind, record, what in cells}
    except (OSError, ValueError) as error:
        raise DataError(f"{path}: no noted outcomes: {error}; write them with --note {path}") from error
