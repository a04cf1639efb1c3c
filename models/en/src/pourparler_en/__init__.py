"""The files of Pourparler's English language model."""

from pathlib import Path


def path() -> Path:
    """The folder that holds the model."""
    return Path(__file__).parent
