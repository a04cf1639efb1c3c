"""The pages, one file for each; the routers in the order in which addresses are looked up."""

from pourparler.desk.pages import ledger

ROUTERS = (ledger.router,)
