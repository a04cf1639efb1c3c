"""The desk: a store as pages to look at, as a JSON API and as feeds.

    request ── guard ──> page ── store (from the pool) ──> view ── template ──> HTML
                              └─ memo, where it is dear

A page is one file in ``desk/pages``: a router whose functions take the request and an open store, ask the store or the
ledger, and hand a frozen view to a template of the same name. What is addressed by whom stands in `desk.links`, what a
list is narrowed by in `desk.filters`. docs/desk.md tells what readers see.
"""

from pourparler.desk.app import create_app

__all__ = ["create_app"]
