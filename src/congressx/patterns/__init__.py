"""Patterns of the `regex` package, as every rule uses them."""

from congressx.patterns.pattern import Pattern

__all__ = ["Pattern"]
