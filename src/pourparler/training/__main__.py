"""``python -m pourparler.training``: rebuilds the language model from the corpora."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import torch

from pourparler.errors import PourparlerError
from pourparler.evaluation import treebanks
from pourparler.training import corpora
from pourparler.training.fit import Plan, fit


def training_sentences(data: Path, own: Path) -> list[treebanks.Sentence]:
    """All that the shipped model learns from, dev and test sets excepted."""
    return [
        *treebanks.read_ewt(data, "train"),
        *treebanks.read_gum(data / "gum", "train"),
        *corpora.read_wikigold(data / "ner_wikigold"),
        *corpora.read_politics(data / "ner_crossner", "train"),
        *corpora.read_politics(data / "ner_crossner", "dev"),
        *(s for path in sorted(own.glob("train-*.txt")) for s in treebanks.read_marked(path)),
    ]


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(
        prog="python -m pourparler.training",
        description=__doc__,
        epilog="example: python -m pourparler.training --data ../shared/data --out models/en",
    )
    parser.add_argument("--data", type=Path, required=True, help="the folder with the corpora")
    parser.add_argument("--own", type=Path, default=Path("corpus/entities"), help="our own marked sentences")
    parser.add_argument("--checkpoints", type=Path, default=Path("checkpoints"), help="where checkpoints go")
    parser.add_argument("--out", type=Path, default=Path("models/en"), help="the model's distribution")
    parser.add_argument("--epochs", type=int, default=8)
    parser.add_argument("--threads", type=int, default=0, help="processor threads (0: all)")
    parser.add_argument("--export-only", action="store_true", help="export the last checkpoint, train no more")
    options = parser.parse_args(arguments)
    if options.threads:
        torch.set_num_threads(options.threads)
    try:
        if not options.export_only:
            sentences = training_sentences(options.data, options.own)
            words = sum(len(s.words) for s in sentences)
            print(f"{len(sentences):,} sentences, {words:,} words", file=sys.stderr)
            fit(sentences, options.checkpoints, Plan(epochs=options.epochs))
        from pourparler.training.export import export
        from pourparler.training.lemma_table import write_lemma_table

        export(options.checkpoints / "last.pt", options.out, own=options.own)
        trees = [*treebanks.read_ewt(options.data, "train"), *treebanks.read_gum(options.data / "gum", "train")]
        frames = options.data / "srl_propbank_ewt" / "propbank-frames.tar.gz"
        write_lemma_table(trees, frames, options.out / "src" / "pourparler_en" / "lemmas.json")
    except PourparlerError as error:
        print(f"error: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
