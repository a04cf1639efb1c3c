"""What was wrong, as it was told for the command line, told to whoever asks the desk: without files and options."""

from __future__ import annotations

import re
from pathlib import Path

#: A path of a file: none is ever told.
_FILE = re.compile(r"(?<![\w./])(?:/|~/|[A-Za-z]:\\)\w[\w.-]*[/\\.]")
#: A command that is quoted; an option, with the code that it is given as an example.
_SPOKEN = re.compile(
    r"`pourparler (?P<command>[^`]*)`|(?<![\w-])--(?P<option>[a-z][a-z-]+)(?: (?P<value>[A-Z]{2,}\b))?"
)
_SILENT = "This cannot be asked for so."


def tell_usage(error: Exception, store: Path | None = None) -> str:
    """The sentence of an error for readers of pages and the API: options are parameters there, commands words.

    Of one that tells of a file, or of the store's, nothing is told.

    >>> from pourparler.errors import UsageError
    >>> tell_usage(UsageError("'minister' is an office of several states; say which with --in, as --in USA"))
    "'minister' is an office of several states; say which with “in”, as “in=USA”"
    >>> tell_usage(UsageError("no store at /home/anna/ledger.db"))
    'This cannot be asked for so.'
    """
    told = str(error)
    if _FILE.search(told) or (store and (str(store) in told or store.name in told)):
        return _SILENT
    return _SPOKEN.sub(_respell, told)


def _respell(found: re.Match[str]) -> str:
    """An option as a parameter; a command as the verb of a review, unless it has options, which only commands have."""
    if command := found["command"]:
        return found[0] if "--" in command else f"`{command}`"
    value = f"={found['value']}" if found["value"] else ""
    return f"“{found['option'].replace('-', '_')}{value}”"
