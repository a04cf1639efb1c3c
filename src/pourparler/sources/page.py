"""A page while it is cleaned: its paragraphs, what was taken out of them, and what is known about it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from pourparler.records import Removed


@dataclass(slots=True)
class Page:
    """Paragraphs of one article. Each step of the cleaning takes paragraphs out or learns a fact, nothing else.

    A paragraph that was taken out stays in ``paragraphs`` as the empty string, so that positions never shift.
    """

    paragraphs: list[str]
    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    byline: str | None = None
    dateline: str | None = None
    first_published_by: str | None = None
    captions: list[str] = field(default_factory=list)
    _removed: list[tuple[int, Removed]] = field(default_factory=list)

    def standing(self) -> Iterator[tuple[int, str]]:
        """Position and words of every paragraph that is still there."""
        return ((i, words) for i, words in enumerate(self.paragraphs) if words)

    def take(self, i: int, why: str) -> None:
        """Take paragraph ``i`` out."""
        self.note(self.paragraphs[i], why, at=i)
        self.paragraphs[i] = ""

    def cut(self, i: int, start: int, end: int, why: str) -> None:
        """Take a stretch out of paragraph ``i``, and the whole paragraph where hardly a word is left."""
        words = self.paragraphs[i]
        rest = f"{words[:start].rstrip()} {words[end:].lstrip()}".strip()
        if len(rest.split()) < 3:
            self.take(i, why)
        else:
            self.note(words[start:end].strip(), why, at=i)
            self.paragraphs[i] = rest

    def caption(self, i: int) -> None:
        """Move paragraph ``i`` to the captions."""
        if self.paragraphs[i] not in self.captions:
            self.captions.append(self.paragraphs[i])
        self.paragraphs[i] = ""

    def note(self, text: str, why: str, *, at: int = -1) -> None:
        """Record that ``text`` was taken out at a paragraph; -1 stands before the first."""
        self._removed.append((at, Removed(text=text, why=why)))

    @property
    def removed(self) -> tuple[Removed, ...]:
        """What was taken out, in the order of the page."""
        return tuple(piece for _, piece in sorted(self._removed, key=lambda pair: pair[0]))
