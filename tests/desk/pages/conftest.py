"""A store that holds what a module's ``story`` tells, and a browser at its desk."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from tests.desk.pages.making import fill

from pourparler.desk import create_app
from pourparler.records import Reading
from pourparler.store import Store, open_store


@pytest.fixture
def path(tmp_path: Path, story: Sequence[Reading]) -> Path:
    path = tmp_path / "store.db"
    fill(path, *((one, False) for one in story))
    return path


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    with open_store(path) as store:
        yield store


@pytest.fixture
def browser(path: Path) -> Iterator[TestClient]:
    with TestClient(create_app(path), base_url="http://127.0.0.1:8765") as client:
        yield client
