"""The command line: one thin file for each command, which parses, calls one function and prints.

Only this room exits: 0 all was read, 1 error, 2 wrong usage, 3 some inputs could not be read, 130 interrupted.
Commands import what they call when they run, so that ``--help`` loads no model.
"""

from pourparler.cli.app import main

__all__ = ["main"]
