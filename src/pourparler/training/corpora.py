"""Corpora that only training reads. Sources and licences stand in the model card."""

from __future__ import annotations

from pathlib import Path

from pourparler.evaluation.treebanks import FINER, Sentence, Word, allowed, blocks, open_text

_WIKIGOLD = {"PER": ("PER",), "ORG": ("ORG",), "LOC": ("LOC", "FAC"), "MISC": FINER}
_POLITICS = {
    "politician": ("PER",),
    "person": ("PER",),
    "organisation": ("ORG",),
    "politicalparty": ("ORG",),
    "event": ("EVENT",),
    "election": ("EVENT",),
    "country": ("LOC",),
    "location": ("LOC", "FAC"),
    "misc": ("NORP", "VESSEL", "FAC", "EVENT", "O"),
}


def read_bio(path: Path, names: dict[str, tuple[str, ...]], *, inside_only: bool = False) -> list[Sentence]:
    """Sentences of a two-column BIO file. With ``inside_only`` a run of ``I-`` opens a name too (IOB1)."""
    sentences = []
    for number, block in enumerate(blocks(open_text(path))):
        rows = [line.rsplit(maxsplit=1) for line in block if not line.startswith("-DOCSTART")]
        if not rows:
            continue
        tags = [tag for _, tag in rows]
        if inside_only:
            tags = [
                f"B{tag[1:]}" if tag[0] == "I" and (i == 0 or tags[i - 1][2:] != tag[2:]) else tag
                for i, tag in enumerate(tags)
            ]
        sentences.append(
            Sentence(
                words=[Word(form=form) for form, _ in rows],
                key=f"{path.name}-{number}",
                document=path.name,
                entities=[allowed(tag, names) for tag in tags],
            )
        )
    return sentences


def read_wikigold(folder: Path) -> list[Sentence]:
    return read_bio(folder / "wikigold.conll.txt.gz", _WIKIGOLD, inside_only=True)


def read_politics(folder: Path, split: str) -> list[Sentence]:
    return read_bio(folder / f"politics.{split}.bio.gz", _POLITICS)
