"""The gazetteers of the kind as patterns."""

from __future__ import annotations

from functools import cache

from congressx.patterns import Pattern
from congressx.vietnamese.gazetteers import entries
from congressx.vietnamese.phrases import alternation

PACKAGE = "congressx.extractors.kpis"


def words_of(name: str) -> str:
    """The phrases of the gazetteer `name` as one alternation."""
    return alternation(entries(name, PACKAGE))


@cache
def one_of(name: str) -> Pattern:
    """A whole phrase of the gazetteer `name`."""
    return Pattern(rf"(?<!\p{{L}})(?:{words_of(name)})(?!\p{{L}})")


def stands(name: str, folded: str, start: int = 0, stop: int | None = None) -> bool:
    """Whether a phrase of the gazetteer `name` stands between `start` and `stop`."""
    return one_of(name).search(folded, start, len(folded) if stop is None else stop) is not None


def is_one_of(name: str, phrase: str) -> bool:
    """Whether `phrase` is one of the gazetteer `name`."""
    return one_of(name).fullmatch(phrase) is not None
