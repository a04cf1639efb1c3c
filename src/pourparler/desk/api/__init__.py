"""The JSON API under ``/api/v1``: the command line's queries, and the JSON that it prints.

    lists      contacts, events ... that fit
    looking    one record or article and what hangs together with it; articles by their words
    reckoning  the state of a line, counts, office-holders
    reviews    what people say of records
    openapi    all of it described, made of the routes and of the published contract

docs/api.md tells how it is used.
"""

from pourparler.desk.api.openapi import router

__all__ = ["router"]
