"""Dates of a text, each with its words and the stretch of days they tell.

>>> from pourparler.records import Date, How, Precision
>>> published = Date(text=None, start=None, end=None, earliest="2024-03-04", latest="2024-03-04",
...                  precision=Precision.DAY, how=How.STATED)
>>> [(d.text, d.earliest, d.latest) for d in find_resolved("Nobody picked up on Sunday, Manila said.", published)]
[('on Sunday', '2024-03-03', '2024-03-03')]
"""

from pourparler.reading.dating.days import DateRange
from pourparler.reading.dating.distances import Distance, find_distances
from pourparler.reading.dating.finding import any_rule
from pourparler.reading.dating.meanings import Anchor, Meaning, Weekday, Yearless
from pourparler.reading.dating.phrases import DatePhrase, find_dates, find_resolved, range_of
from pourparler.reading.dating.schedules import find_schedules

__all__ = [
    "Anchor",
    "DatePhrase",
    "DateRange",
    "Distance",
    "Meaning",
    "Weekday",
    "Yearless",
    "any_rule",
    "find_dates",
    "find_distances",
    "find_resolved",
    "find_schedules",
    "range_of",
]
