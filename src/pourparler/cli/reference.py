"""``python -m pourparler.cli.reference > docs/cli.md``: the page of the commands, made from what they declare."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator
from typing import Any, get_args, get_type_hints

from typer.models import ArgumentInfo, ParameterInfo

from pourparler.cli.app import COMMANDS

_OPENING = """# The commands

Written by `python -m pourparler.cli.reference > docs/cli.md`; a test compares the two. `pourparler COMMAND
--help` tells the same.

Exit codes: 0 all was read; 1 error; 2 wrong usage; 3 some inputs could not be read; 130 interrupted, with what was
read until then printed."""

_SEVERAL = ("SOURCE", "FEED")


def reference() -> str:
    """The whole page, in Markdown."""
    sections = ["\n".join(_section(command, example)) for command, example in COMMANDS.items()]
    return "\n\n".join([_OPENING, *sections]) + "\n"


def _section(command: Callable[..., None], example: str) -> Iterator[str]:
    parameters = list(_parameters(command))
    arguments = [f"{name}..." if name in _SEVERAL else name for name, info, _ in parameters if _is_argument(info)]
    yield f"## {command.__name__}\n"
    yield f"```\n{' '.join(['pourparler', command.__name__, *arguments, '[OPTIONS]'])}\n```\n"
    yield inspect.cleandoc(command.__doc__ or "")
    if parameters:
        yield "\n| | |\n|---|---|"
    for name, info, default in parameters:
        shown = f" Default: {default}." if isinstance(default, int) and not isinstance(default, bool) else ""
        yield f"| `{_cell(name)}` | {_cell(info.help or '')}{shown} |"
    yield f"\nExample: `{example}`"


def _parameters(command: Callable[..., None]) -> Iterator[tuple[str, ParameterInfo, Any]]:
    """The name as it is typed, the declaration and the default of each argument and option."""
    hints = get_type_hints(command, include_extras=True)
    for parameter in inspect.signature(command).parameters.values():
        info = next(extra for extra in get_args(hints[parameter.name]) if isinstance(extra, ParameterInfo))
        yield _typed(parameter.name, info), info, parameter.default


def _typed(name: str, info: ParameterInfo) -> str:
    if _is_argument(info):
        return str(info.metavar or name.upper())
    named = info.default if isinstance(info.default, str) and info.default.startswith("--") else None
    return " ".join(filter(None, (named or f"--{name.replace('_', '-')}", info.metavar)))


def _is_argument(info: ParameterInfo) -> bool:
    return isinstance(info, ArgumentInfo)


def _cell(words: str) -> str:
    return words.replace("|", "\\|")


if __name__ == "__main__":
    print(reference(), end="")
