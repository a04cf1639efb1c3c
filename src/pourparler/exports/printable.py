"""Article text made safe to show; see `pourparler.records.printable`, from which rooms beside this one take it."""

from __future__ import annotations

from pourparler.records.printable import one_line, printable, safe_json

__all__ = ["one_line", "printable", "safe_json"]
