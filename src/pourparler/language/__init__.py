"""The language model at run time. Nothing heavy is imported until `load_language` is called."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language

__all__ = ["load_language"]


def load_language(model: Path | None = None, threads: int = 1) -> Language:
    """A spaCy pipeline that reads English; see `pourparler.language.load`."""
    from pourparler.language import load

    return load.load_language(model, threads)
