"""The training loop: all tasks at once, a checkpoint after every epoch and every ten minutes."""

from __future__ import annotations

import math
import random
import sys
import time
from dataclasses import asdict, dataclass
from pathlib import Path

import torch
from torch.nn import functional as F
from tqdm import tqdm

from pourparler.evaluation.treebanks import Sentence
from pourparler.language.pieces import WordPieces
from pourparler.training.batches import IGNORE, Batch, Inventory, batches
from pourparler.training.network import Network, Sizes, base_folder, base_network

CHECKPOINT_SECONDS = 600
WEIGHTS = {"arc": 1.0, "label": 1.0, "upos": 0.5, "xpos": 0.5, "lemma": 0.3, "entity": 1.5, "start": 1.0}


@dataclass(frozen=True, slots=True)
class Plan:
    """How long and how fast. ``size`` is pieces a batch."""

    epochs: int = 8
    size: int = 900
    body_rate: float = 2.5e-4
    head_rate: float = 2e-3
    seed: int = 1


def losses(scores: tuple[torch.Tensor, ...], network: Network, batch: Batch) -> dict[str, torch.Tensor]:
    """Each task's mean loss over the words that are annotated for it."""
    upos, xpos, lemma, entity, start, arcs, dependent, head = scores
    words = batch.word_mask
    columns = torch.cat([torch.ones_like(words[:, :1]), words], 1)
    arcs = arcs.masked_fill(~columns[:, None, :], -1e4)
    gold = batch.heads.clamp(min=0)
    chosen = head.gather(1, gold.unsqueeze(-1).expand(-1, -1, head.shape[-1]))
    known = batch.label != IGNORE
    label = network.heads.label_scores(dependent[known], chosen[known])
    begun = batch.start != IGNORE
    return {
        "upos": _cross_entropy(upos, batch.upos),
        "xpos": _cross_entropy(xpos, batch.xpos),
        "lemma": _cross_entropy(lemma, batch.lemma),
        "arc": _cross_entropy(arcs, batch.heads),
        "label": F.cross_entropy(label, batch.label[known]) if known.any() else arcs.sum() * 0,
        "start": F.binary_cross_entropy_with_logits(start[begun], batch.start[begun].float())
        if begun.any()
        else arcs.sum() * 0,
        "entity": _partial(entity, batch.entities),
    }


def _cross_entropy(scores: torch.Tensor, gold: torch.Tensor) -> torch.Tensor:
    if not (gold != IGNORE).any():
        return scores.sum() * 0
    return F.cross_entropy(scores.flatten(0, 1), gold.flatten(), ignore_index=IGNORE)


def _partial(scores: torch.Tensor, allowed: torch.Tensor) -> torch.Tensor:
    """Minus the log of the probability given to any allowed tag (a coarser corpus allows several)."""
    known = allowed.sum(-1) > 0
    if not known.any():
        return scores.sum() * 0
    logs = scores[known].log_softmax(-1)
    return -logs.masked_fill(allowed[known] == 0, -1e4).logsumexp(-1).mean()


def fit(sentences: list[Sentence], folder: Path, plan: Plan) -> None:
    """Trains from the base model, or goes on from ``folder/last.pt``; leaves ``last.pt`` behind."""
    folder.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(plan.seed)
    pieces = WordPieces(base_folder() / "tokenizer.json")
    inventory = Inventory.of(sentences)
    network, _, _ = base_network(sizes(inventory))
    optimiser = torch.optim.AdamW(
        [
            {"params": network.body.parameters(), "lr": plan.body_rate},
            {"params": network.heads.parameters(), "lr": plan.head_rate},
        ],
        weight_decay=0.01,
        betas=(0.9, 0.98),
    )
    per_epoch = sum(1 for _ in batches(sentences, pieces, inventory, plan.size, random.Random(0)))
    total = per_epoch * plan.epochs
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda step: _rate(step, total))
    first = 0
    last = folder / "last.pt"
    if last.exists():
        saved = torch.load(last, weights_only=False)
        network.load_state_dict(saved["network"])
        optimiser.load_state_dict(saved["optimiser"])
        schedule.load_state_dict(saved["schedule"])
        first = saved["epoch"]
    saved_at = time.monotonic()
    for epoch in range(first, plan.epochs):
        network.train()
        means: dict[str, float] = {}
        steps = batches(sentences, pieces, inventory, plan.size, random.Random(plan.seed + epoch))
        bar = tqdm(steps, total=per_epoch, desc=f"epoch {epoch + 1}/{plan.epochs}", file=sys.stderr, mininterval=5)
        for batch in bar:
            task = losses(network(batch.ids, batch.shapes, batch.mask, batch.words), network, batch)
            loss = torch.stack([WEIGHTS[n] * v for n, v in task.items()]).sum()
            optimiser.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimiser.step()
            schedule.step()
            for name, value in task.items():
                means[name] = 0.98 * means.get(name, value.item()) + 0.02 * value.item()
            bar.set_postfix({n: f"{v:.2f}" for n, v in means.items()}, refresh=False)
            if time.monotonic() - saved_at > CHECKPOINT_SECONDS:
                _save(last, network, optimiser, schedule, inventory, plan, epoch)
                saved_at = time.monotonic()
        _save(last, network, optimiser, schedule, inventory, plan, epoch + 1)
        saved_at = time.monotonic()


def sizes(inventory: Inventory) -> Sizes:
    return Sizes(*(len(getattr(inventory, n)) for n in ("upos", "xpos", "lemma", "entity", "label")))


def _rate(step: int, total: int) -> float:
    warm = max(1, int(0.06 * total))
    if step < warm:
        return step / warm
    return 0.02 + 0.98 * 0.5 * (1 + math.cos(math.pi * min(1.0, (step - warm) / max(1, total - warm))))


def _save(
    path: Path,
    network: Network,
    optimiser: torch.optim.Optimizer,
    schedule: torch.optim.lr_scheduler.LambdaLR,
    inventory: Inventory,
    plan: Plan,
    epoch: int,
) -> None:
    """Written beside and renamed, so that a stop half way leaves the former checkpoint whole."""
    partial = path.with_suffix(".partial")
    torch.save(
        {
            "network": network.state_dict(),
            "optimiser": optimiser.state_dict(),
            "schedule": schedule.state_dict(),
            "inventory": asdict(inventory),
            "plan": asdict(plan),
            "epoch": epoch,
        },
        partial,
    )
    partial.replace(path)
