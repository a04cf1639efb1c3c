"""The pages, one file for each; the routers in the order in which addresses are looked up."""

from pourparler.desk.api import router as api_router
from pourparler.desk.pages import api, articles, ledger, offices, outlets, people, watches

ROUTERS = (
    api_router, watches.router, api.router, ledger.router, articles.router, people.router, offices.router,
    outlets.router,
)  # fmt: skip
