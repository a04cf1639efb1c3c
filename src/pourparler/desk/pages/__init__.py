"""The pages, one file for each; the routers in the order in which addresses are looked up."""

from pourparler.desk.api import router as api_router
from pourparler.desk.pages import (
    api,
    articles,
    disputes,
    ledger,
    offices,
    outlets,
    overview,
    pair,
    people,
    records,
    rows,
    threads,
    watches,
)

ROUTERS = (
    api_router, watches.router, api.router, ledger.router, rows.router, records.router, threads.router,
    disputes.router, articles.router, people.router, offices.router,
    outlets.router, overview.router, pair.router,
)  # fmt: skip
