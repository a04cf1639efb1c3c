"""A desk over a small store, and over the stories of ``examples``."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from tests.store.making import article, coded, reading

from pourparler.desk import create_app
from pourparler.records import Status
from pourparler.store import open_store


@pytest.fixture
def store_path(tmp_path: Path) -> Path:
    """Three articles of Norway and Sweden: a request, a refusal, a call."""
    path = tmp_path / "store.db"
    told = [("2024-03-04", Status.REQUESTED), ("2024-03-06", Status.DECLINED), ("2024-05-02", Status.HELD)]
    with open_store(path, create=True) as store, store.writing() as writer:
        for key, (published, status) in enumerate(told):
            one = article(key=f"n{key}", published=published)
            writer.file(writer.keep(one), coded(reading(one, status)))
    return path


@pytest.fixture
def desk(store_path: Path) -> Iterator[TestClient]:
    """A browser at the desk."""
    with TestClient(create_app(store_path), base_url="http://127.0.0.1:8765") as client:
        yield client
