"""A site to fetch from."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from tests.sources.serving import Site, serve

from pourparler.sources.fetching import Fetcher, Limits


@pytest.fixture
def site() -> Iterator[Site]:
    with serve() as site:
        yield site


@pytest.fixture
def fetcher() -> Fetcher:
    return Fetcher(allow_private=True, limits=Limits(pause=0, seconds=10))
