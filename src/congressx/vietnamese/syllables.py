"""The shape of a Vietnamese syllable."""

from __future__ import annotations

from congressx.patterns import Pattern
from congressx.vietnamese.letters import LOWER

_VOWELS = "".join(letter for letter in LOWER if letter not in "bcdđghklmnpqrstvxfjwz")
_SYLLABLE = Pattern(rf"(?:ng?h?|g[hi]|[kp]h|qu|t[hr]|ch|nh|[bcdđghklmnprstvx])?[{_VOWELS}]{{1,3}}(?:ch|n[gh]|[cmnpt])?")


def is_syllable(word: str) -> bool:
    """Whether a folded word has the shape of a Vietnamese syllable.

    >>> [is_syllable(word) for word in ("nguyễn", "trump", "ubnd")]
    [True, False, False]
    """
    return _SYLLABLE.fullmatch(word) is not None
