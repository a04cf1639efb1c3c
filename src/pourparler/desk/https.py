"""The certificate and the key with which the desk speaks https: two files, looked at before anybody is let in."""

from __future__ import annotations

import re
import ssl
from dataclasses import dataclass
from pathlib import Path

from pourparler.errors import UsageError

_CERTIFICATE = re.compile(r"-----BEGIN (?:TRUSTED |X509 )?CERTIFICATE-----")
_KEY = re.compile(r"-----BEGIN (?:[A-Z]+ )?PRIVATE KEY-----")
_LOCKED = re.compile(r"-----BEGIN ENCRYPTED PRIVATE KEY-----|^Proc-Type: 4,ENCRYPTED", re.MULTILINE)
#: What OpenSSL says of a key that belongs to another certificate, of the same kind or of another.
_STRANGERS = frozenset({"KEY_VALUES_MISMATCH", "KEY_TYPE_MISMATCH", "NO_CERTIFICATE_ASSIGNED"})
#: The most that is read of a file.
_LONGEST = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Https:
    """The files of a certificate, with those that vouch for it behind it, and of its key."""

    certificate: Path
    key: Path


def check_https(files: Https) -> None:
    """Raises UsageError where a file is missing or not what it should be, or the two do not belong together."""
    certificate, key = (_read(path, what) for path, what in ((files.certificate, "certificate"), (files.key, "key")))
    if not _CERTIFICATE.search(certificate):
        raise UsageError(
            f"{files.certificate} holds no certificate; expected PEM, which begins with -----BEGIN CERTIFICATE-----:"
            " give such a file as --certificate"
        )
    if _LOCKED.search(key):
        raise UsageError(
            f"the key {files.key} is locked with a password, which nobody is there to type; write it without one, as"
            f" with `openssl pkey -in {files.key} -out open.pem`, and give that as --key"
        )
    if not _KEY.search(key):
        raise UsageError(
            f"{files.key} holds no private key; expected PEM, with a line -----BEGIN PRIVATE KEY-----: give such a"
            " file as --key"
        )
    _check_pair(files, certificate)


def _read(path: Path, what: str) -> str:
    try:
        with path.open(encoding="latin-1") as file:
            return file.read(_LONGEST)
    except OSError as error:
        raise UsageError(
            f"cannot read the {what} {path}: {error.strerror or error}; name a file in PEM as --{what}"
        ) from error


def _check_pair(files: Https, certificate: str) -> None:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    try:
        context.load_cert_chain(files.certificate, files.key, password="")
    except ssl.SSLError as error:
        if error.reason in _STRANGERS:
            raise UsageError(
                f"the key {files.key} is not that of the certificate {files.certificate}; give the two that were made"
                " together, the desk's own certificate first in its file"
            ) from error
        damaged = files.key if _is_whole(certificate) else files.certificate
        raise UsageError(
            f"{damaged} is damaged, or of a kind that is not known here ({error.reason or 'it cannot be decoded'});"
            " expected it whole, in PEM: copy it again, or have it made anew"
        ) from error


def _is_whole(certificate: str) -> bool:
    try:
        ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER).load_verify_locations(cadata=certificate)
    except (ssl.SSLError, ValueError):
        return False
    return True
