"""The CSV tables and the user's own YAML, read into rows of the same shape."""

from __future__ import annotations

import csv
import hashlib
import io
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from pourparler.errors import DataError

DATA = Path(__file__).parent / "data"

#: Every table, its columns in order, those that may not be empty marked with a star.
COLUMNS: dict[str, tuple[str, ...]] = {
    "states": ("alpha3*", "name*", "names", "adjectives", "demonyms", "capitals", "un*", "since"),
    "metonyms": ("names*", "name*", "country", "sectors*", "organisation"),
    "regions": ("name*", "names", "country*", "place"),
    "bodies": ("name*", "names", "country", "sectors*"),
    "organisations": ("name*", "names", "code*", "country", "sectors*"),
    "outlets": ("name*", "names", "country", "state_run*", "kind*"),
    "forums": ("name*", "names", "kind*", "place", "country"),
    "waters": ("name*", "names", "kind*", "states", "country", "lat", "lon"),
    "heads": ("phrases*", "kind*", "sectors", "organisation", "anonymous*"),
    "offices": ("office*", "titles*", "level*", "sectors", "country", "organisation"),
    "ranks": ("forms*", "rank", "kind*", "level*", "sectors"),
    "vessels": ("names*", "kind*", "country", "sectors", "type"),
    "platforms": ("name*", "names", "type*", "makers", "sectors*"),
    "holders": (
        *("person*", "aliases", "office*", "country", "start", "end", "source*", "as_of*"),
        *("start_told", "end_told"),
    ),
    "cities": ("name*", "names", "country", "geonames"),
    "governments": (
        "side*",
        "head_of_state",
        "head_of_government",
        "leads*",
        "since",
        "until",
        "why",
        "source*",
        "as_of*",
    ),
    "counterparts": ("side", "to", "function*", "office", "by*", "since", "until", "why*", "source*", "as_of*"),
    "shorthands": ("names*", "office*", "country"),
}

#: Tables that no reader looks into: who asks of offices does. They are no part of the reader's fingerprint.
ASIDE = frozenset({"governments", "counterparts", "shorthands"})

#: What makes a user's entry the same as one of ours, which it then replaces. Of states the names are joined instead.
KEYS: dict[str, tuple[str, ...]] = {
    "holders": ("person", "office", "country"),
    "governments": ("side", "since"),
    "counterparts": ("side", "to", "function", "office"),
    **dict.fromkeys(
        ("regions", "bodies", "organisations", "outlets", "forums", "waters", "platforms", "cities"), ("name",)
    ),
}

#: Tables whose lines are lists of names: a user's entry takes the names it lists out of our lines.
LISTS = {
    "metonyms": "names",
    "heads": "phrases",
    "offices": "titles",
    "ranks": "forms",
    "vessels": "names",
    "shorthands": "names",
}

T = TypeVar("T")


@dataclass(slots=True, eq=False)
class Row:
    """One line of a table: its cells and the place of each column, and the table and line for messages."""

    cells: list[str]
    places: Mapping[str, int]
    table: str
    number: int

    @property
    def where(self) -> str:
        return f"{self.table} {self.number}"

    def __getitem__(self, column: str) -> str:
        return self.cells[self.places[column]]

    def get(self, column: str) -> str | None:
        """The cell, None where it is empty."""
        return self.cells[self.places[column]] or None

    def many(self, column: str) -> tuple[str, ...]:
        """The parts of a cell that holds several, separated by semicolons."""
        cell = self.cells[self.places[column]]
        if ";" not in cell:
            return (cell,) if cell else ()
        return tuple([part for piece in cell.split(";") if (part := piece.strip())])

    def sectors(self) -> tuple[str, ...]:
        return tuple(self.cells[self.places["sectors"]].split())

    def convert(self, column: str, into: Callable[[str], T]) -> T | None:
        """The cell as an enum, number or date; an empty cell is None.

        Raises DataError: the cell holds nothing of the sort.
        """
        cell = self[column]
        try:
            return into(cell) if cell else None
        except ValueError:
            raise DataError(f"{self.where}: {column} is {cell!r}, which is not allowed there: correct it") from None


def columns(table: str) -> list[str]:
    """The column names of a table, without their stars."""
    return [name.rstrip("*") for name in COLUMNS[table]]


class Tables:
    """All rows of all tables: those of the package that the user does not replace and, after them, the user's.

    ``user`` is a YAML file as data/README.md describes it. Raises DataError naming the file and the entry.
    """

    def __init__(self, user: Path | None = None) -> None:
        self._bytes = {table: _bytes_of(DATA / f"{table}.csv") for table in COLUMNS}
        self._user_bytes = _bytes_of(user) if user else b""
        self._user = _user_rows(user, self._user_bytes) if user else {}

    def rows(self, table: str) -> Iterator[Row]:
        own = self.own(table)
        ours = _csv_rows(table, self._bytes[table])
        yield from _without(ours, table, own) if own else ours
        yield from own

    def own(self, table: str) -> Sequence[Row]:
        """The user's rows alone: ours are checked by tests, the user's when they are loaded."""
        return self._user.get(table, ())

    @property
    def fingerprint(self) -> str:
        """Sixteen hex digits over every byte of the tables that a reader looks into, and of the user's file."""
        hashed = hashlib.blake2b(digest_size=8)
        for table, content in self._bytes.items():
            if table in ASIDE:
                continue
            hashed.update(f"{table}\0{len(content)}\0".encode())
            hashed.update(content)
        hashed.update(self._user_bytes)
        return hashed.hexdigest()


def _bytes_of(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise DataError(f"{path}: cannot be read ({error.strerror}); expected a table of facts there") from error


def _csv_rows(table: str, content: bytes) -> Iterator[Row]:
    reader = csv.reader(io.StringIO(content.decode("utf-8"), newline=""))
    header = next(reader, [])
    if header != columns(table):
        raise DataError(f"{table}.csv: the columns are {header}, expected {columns(table)}: reinstall the package")
    places, line = _places(table), f"{table}.csv line"
    for number, cells in enumerate(reader, start=2):
        yield Row(cells, places, line, number)


def _without(ours: Iterable[Row], table: str, own: Sequence[Row]) -> Iterator[Row]:
    """Our rows but those that the user's replace, whole or name by name."""
    keys, column = KEYS.get(table, ()), LISTS.get(table)
    replaced = {tuple(row[key] for key in keys) for row in own} if keys else set()
    taken = {_bound(row, name) for row in own for name in row.many(column)} if column else set()
    for row in ours:
        if column:
            kept = [name for name in row.many(column) if _bound(row, name) not in taken]
            row.cells = [*row.cells]
            row.cells[row.places[column]] = ";".join(kept)
            if kept:
                yield row
        elif tuple(row[key] for key in keys) not in replaced:
            yield row


def _bound(row: Row, name: str) -> tuple[str, str]:
    """A title is another in another state: each office bound to one stands for itself."""
    return name, row["country"] if "titles" in row.places else ""


def _places(table: str) -> dict[str, int]:
    return {column: place for place, column in enumerate(columns(table))}


def _user_rows(path: Path, content: bytes) -> dict[str, list[Row]]:
    import yaml  # here, since most runs have no table of their own and the import costs a fifth of the start

    try:
        loaded = yaml.safe_load(content)
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise DataError(f"{path}: is not YAML ({' '.join(str(error).split())}): correct it there") from error
    if not isinstance(loaded, dict):
        raise DataError(f"{path}: holds no tables; expected names of tables ({', '.join(COLUMNS)}), each with a list")
    return {str(table): list(_user_table(path, str(table), entries)) for table, entries in loaded.items()}


def _user_table(path: Path, table: str, entries: object) -> Iterator[Row]:
    if table not in COLUMNS:
        raise DataError(f"{path}: there is no table {table!r}; the tables are {', '.join(COLUMNS)}")
    if not isinstance(entries, list):
        raise DataError(f"{path}: {table} is not a list; write each entry after a dash")
    for number, entry in enumerate(entries, start=1):
        yield _user_row(f"{path}: {table} entry", number, table, entry)


def _user_row(source: str, number: int, table: str, entry: object) -> Row:
    where = f"{source} {number}"
    if not isinstance(entry, dict):
        raise DataError(f"{where}: {entry!r} is no mapping; expected fields such as {columns(table)[0]}")
    unknown = sorted(str(key) for key in entry if key not in columns(table))
    if unknown:
        raise DataError(f"{where}: does not know {', '.join(unknown)}; the fields are {', '.join(columns(table))}")
    cells = {name: _cell(entry.get(name), name) for name in columns(table)}
    missing = [name[:-1] for name in COLUMNS[table] if name.endswith("*") and not cells[name[:-1]]]
    if missing:
        raise DataError(f"{where}: lacks {', '.join(missing)}: add it")
    return Row(list(cells.values()), _places(table), source, number)


def _cell(value: object, column: str) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, (list, tuple)):
        return _joined(value, " " if column == "sectors" else ";")
    return str(value).strip()


def _joined(values: Iterable[object], separator: str) -> str:
    return separator.join(str(value).strip() for value in values)
