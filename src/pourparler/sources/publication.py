"""When the article was published, from the best witness at hand."""

from __future__ import annotations

import re
from datetime import date

from pourparler.records import Date, Precision
from pourparler.sources.datelines import Dateline
from pourparler.sources.dates import day, find_moment, iso_day, month_day, whole_year, worded

_URL_DAY = re.compile(
    r"[/_-](?P<y>(?:19|20)\d{2})[-/_]?(?P<m>0[1-9]|1[0-2])[-/_]?(?P<d>0[1-9]|[12]\d|3[01])(?=[/_.-]|$)"
)
_URL_YEAR = re.compile(r"/(?P<y>(?:19|20)\d{2})(?:/\d{1,2})?/")


def url_day(url: str | None) -> Date | None:
    """The day in an address such as /2024/03/04/."""
    found = _URL_DAY.search(url or "")
    return find_moment(f"{found['y']}-{found['m']}-{found['d']}") if found else None


def date_article(
    told: Date | None, dateline: Dateline | None, at: int, *, url: str | None, year: int | None
) -> Date | None:
    """The publication date.

    ``told`` is what user, page or header line say; ``at`` is where the dateline's paragraph starts in the text;
    ``year`` is the copyright's. Without a day from anyone the year bounds the date.
    """
    known = told or url_day(url)
    year = _year(known) or _url_year(url) or year
    if dateline is None or dateline.when is None or dateline.when_at is None:
        return known or (whole_year(year) if year else None)
    written = _dateline_day(dateline.when, year)
    if written is None:
        return known or (whole_year(year) if year else None)
    if known is None or known.precision in (Precision.YEAR, Precision.MONTH):
        return worded(day(written), dateline.when, at + dateline.when_at)
    return worded(known, dateline.when, at + dateline.when_at) if iso_day(known) == written else known


def _dateline_day(when: str, year: int | None) -> date | None:
    if full := find_moment(when):
        return iso_day(full)
    told = month_day(when)
    if told is None or year is None:
        return None
    try:
        return date(year, *told)
    except ValueError:
        return None


def _year(known: Date | None) -> int | None:
    return int(known.earliest[:4]) if known and known.earliest else None


def _url_year(url: str | None) -> int | None:
    found = _URL_YEAR.search(url or "")
    return int(found["y"]) if found else None
