"""Sport news: federations, clubs and trainers have congresses, terms and appointments of their own, and none of them are ours.

>>> speaks_of_sport("đại hội liên đoàn bóng đá khóa 9"), speaks_of_sport("đại hội đảng bộ khóa ix")
(True, False)
"""

from __future__ import annotations

from functools import cache

from congressx.patterns import Pattern
from congressx.vietnamese.gazetteers import entries
from congressx.vietnamese.phrases import alternation


@cache
def _words() -> Pattern:
    return Pattern(rf"(?<!\p{{L}})(?:{alternation(entries('sport_words.txt'))})(?!\p{{L}})")


def speaks_of_sport(folded: str) -> bool:
    """Whether a folded sentence speaks of sport."""
    return _words().search(folded) is not None
