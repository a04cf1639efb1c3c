"""Tables that sum up others for one question each: what they must hold, and how they are made anew.

They are kept by triggers in the transaction that writes; what is here says the same once more, for `doctor`.
"""

from __future__ import annotations

#: What each table holds, row by row.
SUMS = {
    "step": (
        "SELECT low, high, level || ' ' || channel || ' ' || type || ' ' || factuality, pair.day, record.no"
        " FROM pair JOIN record ON record.no = pair.record WHERE pair.kind = 'contact'"
    ),
    "coverage": (
        "SELECT DISTINCT low, high, coalesce(published_from, ''), article.no"
        " FROM pair JOIN record ON record.no = pair.record JOIN article ON article.no = record.article"
    ),
}
