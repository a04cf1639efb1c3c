"""What pages and the API are given for a request: an open store, the memo."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from fastapi import Depends, Request

from pourparler.desk.memo import Memo
from pourparler.store import Store


def _store(request: Request) -> Iterator[Store]:
    with request.app.state.pool.lend() as store:
        yield store


def _memo(request: Request) -> Memo:
    memo: Memo = request.app.state.memo
    return memo


#: A store, lent until the answer is worked out: while it is sent, which a slow reader draws out, others have it.
Opened = Annotated[Store, Depends(_store, scope="function")]
#: What is remembered between requests.
Remembered = Annotated[Memo, Depends(_memo)]
