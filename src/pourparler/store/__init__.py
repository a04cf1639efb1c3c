"""What was read, kept: articles as evidence, readings, records, judgements. Only this room opens SQLite."""

from pourparler.store.asking.disputing import Carrier, Disagreement, Stand
from pourparler.store.asking.entries import Cursor
from pourparler.store.asking.narrowing import Filter
from pourparler.store.asking.news import News
from pourparler.store.asking.searching import Found
from pourparler.store.asking.stepping import Step, Thread
from pourparler.store.checking import Cure, Fault
from pourparler.store.counting.series import By, Tally
from pourparler.store.counting.totals import Total
from pourparler.store.dossiers.changes import Change
from pourparler.store.dossiers.reports import Report
from pourparler.store.dossiers.reviewed import ReviewedArticle
from pourparler.store.filing.reviewing import Reviewer
from pourparler.store.filing.writing import Writer
from pourparler.store.judging.fields import correctable, read_changes
from pourparler.store.judging.history import Kept
from pourparler.store.keeping.access import Role, Token
from pourparler.store.keeping.watches import Watch
from pourparler.store.opening import default_path
from pourparler.store.store import Store, open_store

__all__ = [
    "By",
    "Carrier",
    "Change",
    "Cure",
    "Cursor",
    "Disagreement",
    "Fault",
    "Filter",
    "Found",
    "Kept",
    "News",
    "Report",
    "ReviewedArticle",
    "Reviewer",
    "Role",
    "Stand",
    "Step",
    "Store",
    "Tally",
    "Thread",
    "Token",
    "Total",
    "Watch",
    "Writer",
    "correctable",
    "default_path",
    "open_store",
    "read_changes",
]
