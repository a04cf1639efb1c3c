"""``pourparler schema``: the JSON Schema of what ``read`` prints."""

from __future__ import annotations

from pourparler.cli.terminal import print_lines

SCHEMA_EXAMPLE = "pourparler schema > schema.json"


def schema() -> None:
    """Print the JSON Schema of the records, one line of JSON Lines at a time."""
    from pourparler.exports.schema import schema_text

    print_lines([schema_text()])
