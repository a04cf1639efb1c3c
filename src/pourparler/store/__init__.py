"""What was read, kept: articles as evidence, readings, records, judgements. Only this room opens SQLite."""

from pourparler.store.asking import Cursor, Entry, Filter
from pourparler.store.changes import Change
from pourparler.store.checking import Fault
from pourparler.store.opening import default_path
from pourparler.store.store import Store, open_store
from pourparler.store.writing import Writer

__all__ = ["Change", "Cursor", "Entry", "Fault", "Filter", "Store", "Writer", "default_path", "open_store"]
