"""What went wrong in a run that keeps its failures in a store: a page of them, and the count of the rest."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from pourparler.cli.terminal import complain
from pourparler.records import Failure

#: So many failures are told one by one.
PAGE = 20


class Failures:
    """Keeps the first page of failures and counts the others by what they are."""

    def __init__(self) -> None:
        self._first: list[Failure] = []
        self._rest: Counter[str] = Counter()

    def note(self, failure: Failure | None) -> None:
        """One more, where it is one."""
        if failure is None:
            return
        if len(self._first) < PAGE:
            self._first.append(failure)
        else:
            self._rest[failure.error] += 1

    def __bool__(self) -> bool:
        return bool(self._first)

    def tell(self, store: Path) -> None:
        """Each failure of the page in one line, and where the others are."""
        for failure in self._first:
            complain(f"{failure.input}: {failure.message.removeprefix(f'{failure.input}: ')}")
        if self._rest:
            kinds = ", ".join(f"{count:,} {kind}" for kind, count in self._rest.most_common())
            complain(f"and {self._rest.total():,} more ({kinds}); all are in the tables failure and reading of {store}")
