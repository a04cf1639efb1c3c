"""Tokens: who may use the desk beyond this machine, and as what.

A token is ``ppr_``, eight letters that name it, and 32 random bytes. Its plain SHA-256 is kept: salt and a slow hash
hold up whoever guesses passwords that people chose, and 256 random bits cannot be guessed.
"""

from __future__ import annotations

import hashlib
import re
import secrets
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from hmac import compare_digest

from pourparler.errors import UsageError
from pourparler.records.judgements import LEDGER
from pourparler.store.judging.judge import now

#: What a token looks like, wherever it must be recognised: here, and in lines of a log that must not show it.
TOKEN = re.compile(r"ppr_([a-z2-7]{8})_[A-Za-z0-9_-]{43}")
_LETTERS = "abcdefghijklmnopqrstuvwxyz234567"
_NAME = re.compile(r"[^\W_][\w .@'-]{0,62}[\w.]|[^\W_]")
_COLUMNS = "id, name, role, created, revoked"


class Role(StrEnum):
    """What a token lets its holder do: look, or look and review."""

    READER = "reader"
    REVIEWER = "reviewer"


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """A token as it is listed, without its secret. ``revoked`` tells when, where it no longer holds."""

    id: str
    name: str
    role: Role
    created: str
    revoked: str | None = None


def make_token(db: sqlite3.Connection, name: str, role: Role) -> str:
    """A new token, in the caller's transaction; what is returned is shown once and kept nowhere.

    Raises UsageError: this is no name, or somebody of this name has a token.
    """
    name = check_name(name)
    held = db.execute("SELECT name FROM token WHERE name = ? COLLATE NOCASE AND revoked IS NULL", (name,)).fetchone()
    if held:
        raise UsageError(f"{held[0]} has a token; `pourparler token revoke '{held[0]}'` first, or choose another name")
    id = "".join(secrets.choice(_LETTERS) for _ in range(8))
    told = f"ppr_{id}_{secrets.token_urlsafe(32)}"
    db.execute("INSERT INTO token VALUES (?, ?, ?, ?, ?, NULL)", (id, name, role, _hash(told), now()))
    return told


def check_name(name: str) -> str:
    """The name with single spaces. Raises UsageError where it is none, or the ledger's."""
    name = " ".join(name.split())
    if not _NAME.fullmatch(name) or name.lower() == LEDGER:
        raise UsageError(f"{name!r} is no name for a token; write up to 64 letters and digits, as 'Anna Berg'")
    return name


def tokens(db: sqlite3.Connection) -> Iterator[Token]:
    """All tokens, revoked ones too, in the order in which they were made."""
    return (_token(row) for row in db.execute(f"SELECT {_COLUMNS} FROM token ORDER BY created, rowid"))


def find_token(db: sqlite3.Connection, told: str) -> Token | None:
    """The token that holds and is this one; None where there is none."""
    found = TOKEN.fullmatch(told)
    row = (
        found
        and db.execute(f"SELECT hash, {_COLUMNS} FROM token WHERE id = ? AND revoked IS NULL", (found[1],)).fetchone()
    )
    # compared also where there is none, so that the time tells nobody which names are taken
    return _token(row[1:]) if compare_digest(_hash(told), row[0] if row else bytes(32)) and row else None


def standing_token(db: sqlite3.Connection, id: str) -> Token | None:
    """The token of this id while it holds; None once it is revoked."""
    row = db.execute(f"SELECT {_COLUMNS} FROM token WHERE id = ? AND revoked IS NULL", (id,)).fetchone()
    return _token(row) if row else None


def revoke_token(db: sqlite3.Connection, name: str) -> Token:
    """Lets the token of this name, or of this id, hold no more, in the caller's transaction.

    Raises UsageError: there is none that holds.
    """
    row = db.execute(
        f"UPDATE token SET revoked = ?1 WHERE (name = ?2 COLLATE NOCASE OR id = ?2) AND revoked IS NULL"
        f" RETURNING {_COLUMNS}",
        (now(), " ".join(name.split())),
    ).fetchone()
    if row is None:
        raise UsageError(f"no token of {name!r} holds; `pourparler token list` shows those that do")
    return _token(row)


def _hash(told: str) -> bytes:
    return hashlib.sha256(told.encode("utf-8", "surrogatepass")).digest()


def _token(row: tuple[str, str, str, str, str | None]) -> Token:
    id, name, role, created, revoked = row
    return Token(id=id, name=name, role=Role(role), created=created, revoked=revoked)
