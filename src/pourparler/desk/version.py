"""Which version of the program serves the desk."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version


def _version() -> str:
    try:
        return version("pourparler")
    except PackageNotFoundError:  # it runs from a checkout
        return "0"


VERSION = _version()
