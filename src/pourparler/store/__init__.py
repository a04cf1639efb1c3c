"""What was read, kept: articles as evidence, readings, records, judgements. Only this room opens SQLite."""

from pourparler.store.access import Role, Token
from pourparler.store.asking import Cursor
from pourparler.store.changes import Change
from pourparler.store.checking import Cure, Fault
from pourparler.store.counting import By, Tally
from pourparler.store.disputing import Carrier, Disagreement, Stand
from pourparler.store.fields import correctable, read_changes
from pourparler.store.history import Kept
from pourparler.store.narrowing import Filter
from pourparler.store.news import News
from pourparler.store.opening import default_path
from pourparler.store.reports import Report
from pourparler.store.reviewed import ReviewedArticle
from pourparler.store.reviewing import Reviewer
from pourparler.store.searching import Found
from pourparler.store.stepping import Step, Thread
from pourparler.store.store import Store, open_store
from pourparler.store.totals import Total
from pourparler.store.watches import Watch
from pourparler.store.writing import Writer

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
