"""Linear layers in int8 for onnxruntime.

The range of each layer's input is fixed at export, from sentences, and not found at run time from whatever shares the
batch: so what is read of a text never depends on the texts read beside it. Weights have one scale an output and
seven bits, which no processor's 16-bit sums can overflow. Inputs with a few huge channels are evened out first, at the
weights' expense (SmoothQuant, Xiao et al. 2023).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import torch
from torch import Tensor, nn

LARGEST_CODE = 63
#: Spread, as the largest over the median channel, from which an input is evened out.
UNEVEN = 8.0


@dataclass(slots=True)
class Range:
    """The least and greatest value seen in each channel of a layer's input."""

    low: Tensor
    high: Tensor

    @classmethod
    def of(cls, x: Tensor) -> Range:
        flat = x.detach().flatten(0, -2)
        return cls(flat.amin(0), flat.amax(0))

    def widen(self, other: Range) -> None:
        self.low, self.high = torch.minimum(self.low, other.low), torch.maximum(self.high, other.high)


class _Product(torch.autograd.Function):  # type: ignore[misc, unused-ignore]
    """Input times int8 weights; in ONNX, onnxruntime's integer product."""

    @staticmethod
    def forward(
        ctx: Any, x: Tensor, codes: Tensor, scales: Tensor, scale: Tensor, zero: Tensor, none: Tensor, bias: Tensor
    ) -> Tensor:
        return x @ (codes.float() * scales) + bias

    @staticmethod
    def symbolic(g: Any, x: Any, codes: Any, scales: Any, scale: Any, zero: Any, none: Any, bias: Any) -> Any:
        quantised = g.op("QuantizeLinear", x, scale, zero)
        return g.op("com.microsoft::MatMulIntegerToFloat", quantised, codes, scale, scales, zero, none, bias)


class Int8Linear(nn.Module):  # type: ignore[misc, unused-ignore]
    """A linear layer with int8 weights, for inputs within ``seen``."""

    inverse: Tensor | None

    def __init__(self, linear: nn.Linear, seen: Range) -> None:
        super().__init__()
        weight = linear.weight.detach().T.clone()
        self.inverse = None
        largest = torch.maximum(seen.high.abs(), seen.low.abs()).clamp(min=1e-4)
        if largest.max() > UNEVEN * largest.median():
            even = (largest / weight.abs().amax(1).clamp(min=1e-4)).sqrt()
            self.inverse, weight = 1 / even, weight * even[:, None]
            seen = Range(seen.low / even, seen.high / even)
        self.scales = (weight.abs().amax(0) / LARGEST_CODE).clamp(min=1e-10)
        self.codes = (weight / self.scales).round().to(torch.int8)
        low, high = seen.low.min().clamp(max=0.0), seen.high.max().clamp(min=0.0)
        self.scale = ((high - low) / 255).clamp(min=1e-10)
        self.zero = (-low / self.scale).round().to(torch.uint8)
        self.none = torch.zeros((), dtype=torch.int8)
        self.bias = torch.zeros_like(self.scales) if linear.bias is None else linear.bias.detach()

    def forward(self, x: Tensor) -> Tensor:
        if self.inverse is not None:
            x = x * self.inverse
        product: Tensor = _Product.apply(x, self.codes, self.scales, self.scale, self.zero, self.none, self.bias)
        return product


def input_ranges(module: nn.Module, runs: Iterable[Any]) -> dict[str, Range]:
    """The range of every linear layer's input while ``runs`` (an iterable that calls the module) is gone through."""
    seen: dict[str, Range] = {}

    def watch(name: str) -> Any:
        def hook(_: nn.Module, inputs: tuple[Tensor, ...]) -> None:
            found = Range.of(inputs[0])
            seen.setdefault(name, found).widen(found)

        return hook

    linear = [(name, part) for name, part in module.named_modules() if isinstance(part, nn.Linear)]
    hooks = [part.register_forward_pre_hook(watch(name)) for name, part in linear]
    for _ in runs:
        pass
    for hook in hooks:
        hook.remove()
    return seen


def quantise(module: nn.Module, seen: dict[str, Range]) -> None:
    """Replaces every linear layer of ``module``, in place, by its int8 form."""
    for name, found in seen.items():
        parent, _, leaf = name.rpartition(".")
        owner = module.get_submodule(parent)
        setattr(owner, leaf, Int8Linear(getattr(owner, leaf), found))
