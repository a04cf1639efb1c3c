"""What is wrong with a certificate or its key is said before anybody is served."""

from __future__ import annotations

from base64 import b64decode
from pathlib import Path

import pytest

from pourparler.desk.https import Https, check_https
from pourparler.errors import UsageError

# Made for this test alone, with `openssl req -x509 -newkey ec`; no desk was ever served with them.
CERTIFICATE = (
    "MIIBhDCCASugAwIBAgIUBpzeOtQkfJZQsTaOtXNOT9PQDQwwCgYIKoZIzj0EAwIwFzEVMBMGA1UEAwwMZGVzay5leGFtcGxlMCAX"
    "DTI2MTEyMjIyMzAwOFoYDzIxMjYxMDI5MjIzMDA4WjAXMRUwEwYDVQQDDAxkZXNrLmV4YW1wbGUwWTATBgcqhkjOPQIBBggqhkjO"
    "PQMBBwNCAARpUgFuDrD7kHjjoz5iA41AmuMDQM2FmT5G2LnJmVPQyQluD6HnIIthZ4+HsxV/kx2GRYyh6TssJ/aMNqfn7Xnwo1Mw"
    "UTAdBgNVHQ4EFgQUDPjYjurA9dGuoOsBJYTRGSrK4J8wHwYDVR0jBBgwFoAUDPjYjurA9dGuoOsBJYTRGSrK4J8wDwYDVR0TAQH/"
    "BAUwAwEB/zAKBggqhkjOPQQDAgNHADBEAiA26PHu9CXtLutPTDbsaXu+s8xurFuOZW7cli7msbiI7wIgHYE/GG7hAzd8sL3phZ4q"
    "FA+xa7A7QVAgtLiMAS8iYbo="
)
KEY = (
    "MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgzW8QGmz186Tx4lD8VchOaeUR2hrhMRpgEjDb2GJx0AmhRANCAARp"
    "UgFuDrD7kHjjoz5iA41AmuMDQM2FmT5G2LnJmVPQyQluD6HnIIthZ4+HsxV/kx2GRYyh6TssJ/aMNqfn7Xnw"
)
OTHER = (
    "MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgPhnWhW2tctothDMaM7ZyyVgQMQaPl9yHMkOcQoo0+HShRANCAATq"
    "MC3MtPQdaYCdj+g84tKIVmJiguBCCStiZzNtD/pDn0PbeBsWqhk1DDpwGpeLjUPE7k8djVZAOteLLnJIAk8e"
)
OF_ANOTHER_KIND = "MC4CAQAwBQYDK2VwBCIEICICn499AowxV/cRGGI22LOQGD6QvHRfrLEryFiZaEAM"


def pem(what: str, told: str) -> str:
    lines = [told[place : place + 64] for place in range(0, len(told), 64)]
    return "\n".join([f"-----BEGIN {what}-----", *lines, f"-----END {what}-----", ""])


GOOD, OWN = pem("CERTIFICATE", CERTIFICATE), pem("PRIVATE KEY", KEY)


@pytest.fixture
def files(tmp_path: Path) -> Https:
    """Two files that belong together."""
    made = Https(certificate=tmp_path / "desk.crt", key=tmp_path / "desk.key")
    made.certificate.write_text(GOOD)
    made.key.write_text(OWN)
    return made


def test_a_certificate_and_its_key_will_do(files: Https) -> None:
    check_https(files)
    files.certificate.write_text(f"desk.example, as text\n{GOOD}{GOOD}")
    check_https(files)


@pytest.mark.parametrize(
    ("certificate", "key", "said"),
    [
        (None, OWN, "cannot read the certificate .*desk.crt: No such file .*--certificate"),
        (GOOD, None, "cannot read the key .*desk.key: No such file .*--key"),
        ("", OWN, "desk.crt holds no certificate; expected PEM"),
        (OWN, GOOD, "desk.crt holds no certificate; expected PEM"),
        (GOOD, "", "desk.key holds no private key; expected PEM"),
        (GOOD, b64decode(KEY), "desk.key holds no private key; expected PEM"),
        (GOOD, pem("PRIVATE KEY", OTHER), "the key .*desk.key is not that of the certificate .*desk.crt"),
        (GOOD, pem("PRIVATE KEY", OF_ANOTHER_KIND), "the key .*desk.key is not that of the certificate .*desk.crt"),
        (GOOD, pem("ENCRYPTED PRIVATE KEY", KEY), "desk.key is locked with a password"),
        (GOOD[:300], OWN, "desk.crt is damaged"),
        (GOOD, OWN[:120], "desk.key is damaged"),
    ],
)
def test_the_file_that_is_wrong_is_named(
    files: Https, certificate: str | None, key: str | bytes | None, said: str
) -> None:
    for path, told in ((files.certificate, certificate), (files.key, key)):
        path.unlink()
        if told is not None:
            path.write_bytes(told if isinstance(told, bytes) else told.encode())
    with pytest.raises(UsageError, match=said):
        check_https(files)


def test_a_folder_is_no_certificate(files: Https, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"cannot read the certificate .*: Is a directory"):
        check_https(Https(certificate=tmp_path, key=files.key))
