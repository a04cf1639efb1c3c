"""Treebanks and marked sentences as one kind of sentence, for training and scoring alike.

Sources and licences stand in the PROVENANCE.md beside each corpus and in the model card. No text of a
third party is kept in this repository: the readers take the folder that holds them.
"""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from pourparler.errors import DataError

#: The labels of the shipped recogniser. UNER knows three of them, our own sentences all.
ENTITY_LABELS = ("PER", "ORG", "LOC", "NORP", "EVENT", "VESSEL", "FAC")
BIO = ("O", *(f"{p}-{label}" for label in ENTITY_LABELS for p in "BI"))
_BIO_INDEX = {tag: i for i, tag in enumerate(BIO)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """A treebank word. ``head`` is 1-based within the sentence, 0 for the root."""

    form: str
    lemma: str = ""
    upos: str = ""
    xpos: str = ""
    head: int = -1
    deprel: str = ""
    space_after: bool = True


@dataclass(slots=True, kw_only=True)
class Sentence:
    """A training sentence. ``entities`` gives for each word the BIO tags its source allows (empty: not annotated)."""

    words: list[Word]
    key: str = ""
    document: str = ""
    paragraph_start: bool = False
    entities: list[frozenset[int]] = field(default_factory=list)

    @property
    def parsed(self) -> bool:
        return self.words[0].head >= 0


def open_text(path: Path) -> Iterator[str]:
    """Lines of a plain or gzipped UTF-8 file, without their newline."""
    if not path.exists():
        raise DataError(f"{path} is not there; pass --data with the folder that holds the corpora")
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield line.rstrip("\n")


def blocks(lines: Iterable[str]) -> Iterator[list[str]]:
    """Runs of lines between blank lines."""
    block: list[str] = []
    for line in lines:
        if line.strip():
            block.append(line)
        elif block:
            yield block
            block = []
    if block:
        yield block


def read_conllu(path: Path, skip_documents: frozenset[str] = frozenset()) -> list[Sentence]:
    """Sentences of a CoNLL-U file (integer ids; a contraction's parts keep its spacing)."""
    sentences, document = [], ""
    for block in blocks(open_text(path)):
        sentence = Sentence(words=[])
        tight: set[int] = set()
        for line in block:
            if line.startswith("#"):
                name, _, value = line[1:].partition("=")
                if name.strip() == "newdoc id":
                    document = value.strip()
                if name.strip().startswith(("newpar", "newdoc")):
                    sentence.paragraph_start = True
                if name.strip() == "sent_id":
                    sentence.key = value.strip()
                continue
            columns = line.split("\t")
            if "-" in columns[0]:
                first, last = map(int, columns[0].split("-"))
                tight |= set(range(first, last)) | ({last} if "SpaceAfter=No" in columns[9] else set())
            elif columns[0].isdigit():
                sentence.words.append(
                    Word(
                        form=columns[1],
                        lemma=columns[2],
                        upos=columns[3],
                        xpos=columns[4],
                        head=int(columns[6]),
                        deprel=columns[7],
                        space_after="SpaceAfter=No" not in columns[9] and int(columns[0]) not in tight,
                    )
                )
        sentence.document = document
        if sentence.words and document not in skip_documents:
            sentences.append(sentence)
    return sentences


def allowed(tag: str, names: dict[str, tuple[str, ...]]) -> frozenset[int]:
    """The BIO tags that a foreign tag leaves open: ``B-MISC`` may be any of our finer labels, or none."""
    if tag == "O":
        return frozenset({0})
    prefix, _, label = tag.partition("-")
    ours = names[label]
    tags = {_BIO_INDEX[f"{prefix}-{name}"] for name in ours if name != "O"}
    return frozenset(tags | ({0} if "O" in ours else set()))


#: What a foreign label for "other names" may be.
FINER = ("NORP", "EVENT", "VESSEL", "FAC", "O")
_UNER = {"PER": ("PER",), "ORG": ("ORG",), "LOC": ("LOC", "FAC"), "OTH": FINER, "O": ("O",)}


def add_uner(sentences: list[Sentence], path: Path) -> None:
    """Joins UNER's names to EWT's sentences by their id; sentences tokenised otherwise are passed over."""
    by_key = {s.key: s for s in sentences}
    for block in blocks(open_text(path)):
        key = next((line.split("=", 1)[1].strip() for line in block if line.startswith("# sent_id")), "")
        rows = [line.split("\t") for line in block if not line.startswith("#")]
        sentence = by_key.get(key)
        if sentence is not None and len(rows) == len(sentence.words):
            # A lone "B-O" opens each document of the pre-release train file.
            tags = ["O" if row[2] == "B-O" else row[2] for row in rows]
            sentence.entities = [allowed(tag, _UNER) for tag in tags]


_MARK = re.compile(r"\[([^\[\]|]+)\|([A-Z]+)\]")


def parse_marked(line: str) -> tuple[str, list[tuple[int, int, str]]]:
    """A sentence of `corpus/entities`: its text, and its names as (start, end, label) in characters.

    >>> parse_marked("[USS Mason|VESSEL] left [Rota|LOC].")
    ('USS Mason left Rota.', [(0, 9, 'VESSEL'), (15, 19, 'LOC')])
    """
    text, names, last = "", [], 0
    for match in _MARK.finditer(line):
        text += line[last : match.start()]
        if match[2] not in ENTITY_LABELS:
            raise DataError(f"unknown label {match[2]!r} in {line!r}; expected one of {', '.join(ENTITY_LABELS)}")
        names.append((len(text), len(text) + len(match[1]), match[2]))
        text += match[1]
        last = match.end()
    return text + line[last:], names


def read_marked(path: Path) -> list[Sentence]:
    """Our own sentences, tokenised by spaCy as the encoder will be fed."""
    import spacy

    tokenizer = spacy.blank("en").tokenizer
    sentences = []
    for number, line in enumerate(open_text(path)):
        if not line.strip() or line.startswith("#"):
            continue
        text, names = parse_marked(line)
        doc = tokenizer(text)
        tags = ["O"] * len(doc)
        for start, end, label in names:
            span = doc.char_span(start, end, alignment_mode="expand")
            assert span is not None
            for i in range(span.start, span.end):
                tags[i] = f"{'B' if i == span.start else 'I'}-{label}"
        sentences.append(
            Sentence(
                words=[Word(form=t.text, space_after=bool(t.whitespace_)) for t in doc],
                key=f"{path.stem}-{number}",
                document=path.stem,
                paragraph_start=True,
                entities=[frozenset({_BIO_INDEX[tag]}) for tag in tags],
            )
        )
    return sentences


#: Conversation and vlog are left out: transcribed speech, far from the written news we read.
GUM_GENRES = ("academic", "bio", "court", "interview", "news", "speech", "textbook", "voyage")


def read_gum(folder: Path, split: str, genres: Iterable[str] = GUM_GENRES) -> list[Sentence]:
    """GUM's openly licensed genres, less the documents whose source licence is in doubt."""
    doubtful = frozenset(line.split()[0] for line in open_text(folder / "exclude_if_cautious.txt") if line.strip())
    return [s for g in genres for s in read_conllu(folder / "open" / f"{g}.{split}.conllu.gz", doubtful)]


def read_ewt(data: Path, split: str) -> list[Sentence]:
    """EWT's trees with UNER's names joined to them."""
    train = split == "train"
    trees = f"en_ewt-ud-{split}{'.from_sources' if train else ''}.conllu.gz"
    names = f"en_ewt-ud-{split}{'.v0_commit0c7ce0d' if train else ''}.iob2.gz"
    sentences = read_conllu(data / "ud_ewt" / trees)
    add_uner(sentences, data / "ner_uner_ewt" / names)
    return sentences
