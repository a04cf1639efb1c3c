"""Identities, made here alone.

A record's id hashes the article, the kind, the trigger's words, the sentence they stand in and an ordinal. It holds
no offset and no interpreted field, so a better reader keeps the ids of what both readers saw.
"""

from __future__ import annotations

import hashlib
from collections import Counter

PREFIXES = {
    "article": "ar",
    "statement": "st",
    "contact": "co",
    "incident": "in",
    "measure": "me",
    "tenure": "te",
    "event": "ev",
    "dispute": "di",
}


def digest(*parts: str) -> str:
    """Twelve hex digits of the parts, which may hold anything but are never confused with each other."""
    joined = "\x1f".join(part.replace("\x1f", " ") for part in parts)
    return hashlib.blake2b(joined.encode("utf-8", "surrogatepass"), digest_size=6).hexdigest()


def article_id(outlet: str | None, url: str | None, key: str) -> str:
    """Outlet and URL where the URL is known, else the key the article came with."""
    return f"ar-{digest(outlet or '', url)}" if url else f"ar-{digest(key)}"


def text_sha256(text: str) -> str:
    """The identity of a text version."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


class IdMaker:
    """Hands out record ids for one article; equal triggers in equal sentences get successive ordinals."""

    def __init__(self, article: str) -> None:
        self._article = article
        self._seen: Counter[str] = Counter()

    def make(self, kind: str, trigger: str, sentence: str) -> str:
        base = digest(self._article, kind, " ".join(trigger.split()), " ".join(sentence.split()))
        ordinal = self._seen[f"{kind}{base}"]
        self._seen[f"{kind}{base}"] += 1
        return f"{PREFIXES[kind]}-{base if not ordinal else digest(base, str(ordinal))}"
