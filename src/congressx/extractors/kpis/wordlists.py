"""The gazetteers of the kind as patterns."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

import regex

from congressx.vietnamese.gazetteers import entries

PACKAGE = "congressx.extractors.kpis"


def alternation(words: Iterable[str]) -> str:
    """Phrases as one alternation, longest first; a blank stands for any blanks.

    >>> alternation(["đạt", "đạt được"])
    'đạt\\\\s+được|đạt'
    """
    return "|".join(
        regex.escape(word).replace(r"\ ", r"\s+") for word in sorted(words, key=lambda word: (-len(word), word))
    )


def words_of(name: str) -> str:
    """The phrases of the gazetteer `name` as one alternation."""
    return alternation(entries(name, PACKAGE))


@cache
def one_of(name: str) -> regex.Pattern[str]:
    """A whole phrase of the gazetteer `name`."""
    return regex.compile(rf"(?<!\p{{L}})(?:{words_of(name)})(?!\p{{L}})")


def stands(name: str, folded: str, start: int = 0, stop: int | None = None) -> bool:
    """Whether a phrase of the gazetteer `name` stands between `start` and `stop`."""
    return one_of(name).search(folded, start, len(folded) if stop is None else stop) is not None
