"""The shipped files."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pourparler_en
import pytest

from pourparler.language.pieces import SHAPES

MEGABYTE = 1_000_000


def test_the_model_keeps_to_its_budget_in_git() -> None:
    folder = pourparler_en.path()
    sizes = {path.name: path.stat().st_size for path in folder.iterdir() if path.is_file()}
    assert sizes["body.onnx"] < 13 * MEGABYTE
    assert sizes["embeddings.npz"] < 13 * MEGABYTE
    assert sizes["heads.onnx"] < 3 * MEGABYTE
    assert sizes["labels.onnx"] < 3 * MEGABYTE


def test_the_classes_are_those_the_rules_are_written_for() -> None:
    classes = json.loads((pourparler_en.path() / "meta.json").read_text(encoding="utf-8"))["classes"]
    assert {"NOUN", "PROPN", "VERB"} <= set(classes["upos"])
    assert {"root", "nsubj", "nsubj:pass", "obj", "obl", "ccomp", "parataxis"} <= set(classes["label"])
    assert {tag[2:] for tag in classes["entity"] if tag != "O"} == {
        "PER",
        "ORG",
        "LOC",
        "NORP",
        "EVENT",
        "VESSEL",
        "FAC",
    }


def test_frozen_embeddings_are_written_once_only(tmp_path: Path) -> None:
    export = pytest.importorskip("pourparler.training.export", reason="needs the extra 'train'", exc_type=ImportError)
    path = tmp_path / "embeddings.npz"
    codes, scales = np.ones((3, 4), np.int8), np.ones(3, np.float32)
    export.write_embeddings(path, codes, scales)
    first = path.stat().st_mtime_ns
    export.write_embeddings(path, codes, scales)
    assert path.stat().st_mtime_ns == first
    export.write_embeddings(path, codes * 2, scales)
    with np.load(path) as held:
        assert held["codes"].max() == 2


def test_a_missing_checkpoint_is_told_plainly(tmp_path: Path) -> None:
    export = pytest.importorskip("pourparler.training.export", reason="needs the extra 'train'", exc_type=ImportError)
    with pytest.raises(export.DataError, match=r"last\.pt is not there"):
        export.export(tmp_path / "last.pt", tmp_path)


def test_every_shape_has_its_own_row() -> None:
    assert len(SHAPES) == len(set(SHAPES))
