"""Patterns of the `regex` package, as every rule uses them, and the gate that knows where they cannot match."""

from congressx.patterns.gate import GATE
from congressx.patterns.kept import KEPT
from congressx.patterns.leftmost import leftmost
from congressx.patterns.pattern import Cues, Pattern

__all__ = ["GATE", "KEPT", "Cues", "Pattern", "leftmost"]
