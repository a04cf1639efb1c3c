"""Builds the lemmatiser's table: base and irregular forms, facts read from the treebanks and PropBank's frames."""

from __future__ import annotations

import json
import re
import tarfile
from collections import Counter
from pathlib import Path

from pourparler.evaluation.treebanks import Sentence
from pourparler.language.lemmas import KINDS, Lemmatiser

_WORD = re.compile(r"[a-z][a-z-]+")


def write_lemma_table(sentences: list[Sentence], frames: Path, out: Path) -> None:
    """Writes ``lemmas.json``. ``frames`` is PropBank's archive of frame files, whose names are verb lemmas."""
    bases: dict[str, set[str]] = {"noun": set(), "verb": set(), "adj": set()}
    counts: dict[tuple[str, str], Counter[str]] = {}
    kinds = {"NOUN": "noun", "VERB": "verb", "AUX": "verb", "ADJ": "adj", "ADV": "adj"}
    for word in (w for s in sentences if s.parsed for w in s.words):
        kind, lemma, form = kinds.get(word.upos), word.lemma.lower(), word.form.lower().replace("’", "'")
        if kind and _WORD.fullmatch(lemma):
            bases[kind].add(lemma)
        if word.xpos != "NNP" and word.xpos:
            counts.setdefault((form, word.xpos), Counter())[lemma] += 1
    with tarfile.open(frames) as archive:
        stems = (Path(name).stem.replace("_", "-") for name in archive.getnames())
        bases["verb"] |= {stem for stem in stems if _WORD.fullmatch(stem)}
    rule = Lemmatiser({k: frozenset(v) for k, v in bases.items()}, {})
    exceptions = _irregular_verbs()
    for (form, tag), lemmas in sorted(counts.items()):
        lemma, seen = lemmas.most_common(1)[0]
        if (tag in KINDS or seen > 1) and rule.regular(form, tag) != lemma and lemma.isascii():
            exceptions.setdefault(tag, {})[form] = lemma
    bases["verb"] |= set(exceptions["VBN"].values())
    table = {"bases": {k: sorted(v) for k, v in bases.items()}, "exceptions": exceptions}
    out.write_text(json.dumps(table, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8")


def _irregular_verbs() -> dict[str, dict[str, str]]:
    """The table beside this module: tag -> form -> base."""
    found: dict[str, dict[str, str]] = {"VBD": {}, "VBN": {}}
    for line in Path(__file__).with_name("irregular_verbs.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            base, past, participle = line.split()
            found["VBD"][past] = found["VBN"][participle] = base
    return found
