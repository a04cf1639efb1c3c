"""What the page of two sides shows: gathered once, as plain values."""

from pourparler.desk.pairs.gathering import Pair, Stretches, gather_pair

__all__ = ["Pair", "Stretches", "gather_pair"]
