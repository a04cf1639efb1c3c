"""Abbreviations: short names of bodies that the article named in full, "the SSPDF", "the Rangers"."""

from __future__ import annotations

import re
from functools import cached_property

from spacy.tokens import Doc

from pourparler.reading.names import Names
from pourparler.reading.syntax import Syntax

_BRACKETED = re.compile(r"(?<=\w) ?\(([A-Z][A-Za-z.&-]{1,9})\)")
#: What the full name of a body may begin with, before an "of".
_BODIES = frozenset(
    {"agency", "association", "bureau", "centre", "center", "command", "commission", "committee", "council"}
    | {"department", "directorate", "federation", "force", "forum", "front", "league", "ministry", "movement", "office"}
    | {"organisation", "organization", "party", "secretariat", "service", "union"}
)


class Abbreviations:
    """Tells of a token that bears a short name where the full name stands."""

    def __init__(self, doc: Doc, syntax: Syntax, names: Names) -> None:
        self._doc, self._syntax, self._names = doc, syntax, names

    def full(self, i: int) -> int | None:
        """The head of the full name before ``i`` that the word there shortens; None where two may be meant."""
        word = self._syntax.word[i]
        if not word[:1].isupper() or i in self._names.at:
            return None
        told = self._told.get(word)
        if told is not None:
            return told if told < i or told > i + 2 else None  # a headline may go before the full name
        initials = {k for k in self._by_initials.get(word, ()) if k < i}
        if initials:
            return max(initials) if len({self._syntax.lower[k] for k in initials}) == 1 else None
        entity = self._names.entity_at.get(i)
        alone = entity is None or (entity.label_ == "ORG" and len(entity) == 1)
        if not alone or not word.endswith("s") or self._syntax.pos[i] != "PROPN":
            return None
        heads = {k for k in self._long_names.get(word, ()) if k < i}
        return max(heads) if len({self._syntax.lower[k] for k in heads}) == 1 else None

    @cached_property
    def _told(self) -> dict[str, int]:
        """Abbreviations in brackets after the names they stand for."""
        syntax, out = self._syntax, dict[str, int]()
        for match in _BRACKETED.finditer(syntax.text):
            before = syntax.at(match.start() - 1)
            out.setdefault(match[1], self._head(before, match[1][0]))
        return out

    def _head(self, k: int, initial: str) -> int:
        """The noun that the last word of a name belongs to; a name goes on to a noun whose initial is the short one's:
        "*Ministry* of the Revolutionary Forces (Minref)"."""
        syntax, last, name = self._syntax, k, self._names.entity_at.get(k)
        for _ in range(4):
            up = syntax.head[k]
            if (
                up > last
                or (name is not None and up < name.start and not self._is_body(up, initial))
                or syntax.dep[k] not in ("nmod", "compound", "flat", "appos", "nmod:desc")
            ):
                break
            k = up
        return k

    def _is_body(self, k: int, initial: str) -> bool:
        """Whether the word is what a body is called by, with that initial."""
        return self._syntax.word[k].startswith(initial) and self._syntax.lemma[k].lower() in _BODIES

    @cached_property
    def _by_initials(self) -> dict[str, list[int]]:
        """The heads of bodies' names by their initials: "the BSF" after "the Border Security Force"."""
        out: dict[str, list[int]] = {}
        for first, last in self._named_bodies:
            words = [w for w in self._syntax.word[first : last + 1] if w[:1].isupper()]
            for skipped in range(2):  # the state may go before the name
                short = "".join(w[0] for w in words[skipped:])
                if len(short) > 2:
                    out.setdefault(short, []).append(last)
        return out

    @cached_property
    def _named_bodies(self) -> list[tuple[int, int]]:
        """Bodies' names of several words, as first and last tokens."""
        spans = {(e.start, e.end - 1) for e in self._doc.ents if e.label_ == "ORG" and len(e) > 1}
        return sorted(spans | {span for span, _ in self._names.at.values() if span[0] < span[1]})

    @cached_property
    def _long_names(self) -> dict[str, list[int]]:
        """The heads of bodies' names of several words, by their last word."""
        out: dict[str, list[int]] = {}
        for _, last in self._named_bodies:
            out.setdefault(self._syntax.word[last], []).append(last)
        return out
