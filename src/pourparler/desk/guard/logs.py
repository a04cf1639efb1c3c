"""The log, on standard error: one line each, without tokens, and nothing that moves a cursor or forges a line."""

from __future__ import annotations

import logging
import sys

from pourparler.exports.printable import one_line, printable
from pourparler.store.keeping.access import TOKEN

_log = logging.getLogger("pourparler.desk")


def clean(told: str) -> str:
    r"""A line for the log.

    >>> clean("GET /\x1b[31m\nERROR ppr_abcdefgh_" + "x" * 43)
    'GET /\\x1b[31m ERROR ppr_abcdefgh_...'
    """
    return TOKEN.sub(lambda found: f"ppr_{found[1]}_...", one_line(told))


def note(told: str, *about: object) -> None:
    """Something that whoever serves the desk may want to know: a refusal, somebody signing in."""
    _log.info("%s", clean(told % about))


def report(told: str, *about: object, error: BaseException | None = None) -> None:
    """Something that went wrong; with the trace of an error that nobody expected."""
    _log.error("%s", clean(told % about), exc_info=error)


class _Lines(logging.Formatter):
    """Cleans what others log, too; the lines of a trace stand indented, so that none can be taken for another entry."""

    def format(self, record: logging.LogRecord) -> str:
        told = f"pourparler: {clean(record.getMessage())}"
        if not record.exc_info or record.exc_info[0] is None:
            return told
        trace = self.formatException(record.exc_info)
        return "\n".join([told, *(f"  | {_hidden(line)}" for line in trace.splitlines())])


def _hidden(line: str) -> str:
    return TOKEN.sub(lambda found: f"ppr_{found[1]}_...", printable(line))


def log_to_stderr() -> None:
    """Writes the logs of the desk and of the server to standard error."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(_Lines())
    for name, level in (("pourparler.desk", logging.INFO), ("uvicorn", logging.WARNING)):
        logger = logging.getLogger(name)
        logger.handlers, logger.propagate = [handler], False
        logger.setLevel(level)
