"""Tokens: shown once, kept as a hash, revoked at once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.store.making import take_back_speed

from pourparler.errors import StoreError, UsageError
from pourparler.store import Role, Store, open_store
from pourparler.store.keeping.access import TOKEN


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "ledger.db", create=True) as opened:
        yield opened


def test_a_token_is_found_by_the_whole_of_it_and_nothing_else(store: Store) -> None:
    told = store.make_token("  Anna   Berg ", Role.REVIEWER)
    other = store.make_token("bo", Role.READER)
    found = store.find_token(told)
    assert found is not None
    assert (found.name, found.role, found.revoked) == ("Anna Berg", Role.REVIEWER, None)
    mixed = told[:13] + other[13:]
    for wrong in ("", told[:-1], told + "x", told.lower(), mixed, told[4:], "ppr_aaaaaaaa_" + "x" * 43, "\ud800"):
        assert store.find_token(wrong) is None, wrong


def test_the_store_keeps_no_secret(store: Store) -> None:
    told = store.make_token("anna", Role.READER)
    store.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    kept = store.path.read_bytes()
    assert told[13:].encode() not in kept
    assert told[4:12].encode() in kept


def test_tokens_are_long_and_never_the_same(store: Store) -> None:
    made = [store.make_token(f"a{number}", Role.READER) for number in range(50)]
    assert len({told[13:] for told in made}) == len(made)
    assert all(TOKEN.fullmatch(told) for told in made)


def test_a_token_that_is_revoked_is_none_and_its_name_is_free_again(store: Store) -> None:
    told = store.make_token("Anna", Role.REVIEWER)
    found = store.find_token(told)
    assert found is not None
    assert store.standing_token(found.id) == found
    with open_store(store.path) as other:
        assert other.revoke_token("anna").revoked is not None
    assert store.find_token(told) is None
    assert store.standing_token(found.id) is None
    again = store.make_token("Anna", Role.READER)
    assert [(token.role, token.revoked is None) for token in store.tokens()] == [
        (Role.REVIEWER, False), (Role.READER, True),
    ]  # fmt: skip
    (held,) = [token.id for token in store.tokens() if token.revoked is None]
    assert store.revoke_token(held).name == "Anna"
    assert store.find_token(again) is None


def test_nobody_has_two_tokens_and_what_is_not_there_is_not_revoked(store: Store) -> None:
    store.make_token("Anna", Role.REVIEWER)
    with pytest.raises(UsageError, match="Anna has a token; `pourparler token revoke 'Anna'`"):
        store.make_token("ANNA", Role.READER)
    with pytest.raises(UsageError, match="no token of 'bo' holds"):
        store.revoke_token("bo")


@pytest.mark.parametrize(
    "name", ["", "  ", "ledger", "Ledger", "a" * 65, "-x", "a\x1b[31m", "a\u202eb", "<b>", "a\x00"]
)
def test_a_name_that_could_be_taken_for_something_else_is_refused(store: Store, name: str) -> None:
    with pytest.raises(UsageError, match="is no name for a token"):
        store.make_token(name, Role.READER)


def test_a_store_of_before_takes_tokens(store: Store) -> None:
    take_back_speed(store.connection)
    store.close()
    with open_store(store.path) as opened:
        assert opened.find_token(opened.make_token("anna", Role.READER)) is not None


def test_a_token_cannot_be_made_in_a_store_that_cannot_be_written(store: Store) -> None:
    store.connection.execute("PRAGMA query_only = ON")
    with pytest.raises(StoreError):
        store.make_token("anna", Role.READER)
