"""Places of Viet Nam in running text: provinces, cities, districts, past and present."""

from __future__ import annotations

from functools import cache

from congressx.patterns import Pattern
from congressx.vietnamese.gazetteers import entries
from congressx.vietnamese.phrases import Phrases
from congressx.vietnamese.spelling import fold

AFTER_CAN = "thơ|giờ|giuộc|đước"
"""Pattern source of what makes a place of `Cần`, which elsewhere says what is to be done."""

_SMALL = Pattern(r"(?<![\p{L}\p{M}'])\p{Ll}")
"""A word that begins small: `Hòa bình` is peace, `Hòa Bình` a province."""


@cache
def places() -> Phrases:
    """The places of `places.txt`, folded; the number of a note may stick to one: `Hà Tĩnh33.`"""
    return Phrases(map(fold, entries("places.txt")), before_notes=True)


def place_stop(cased: str, folded: str, start: int) -> int | None:
    """Where the place name that begins at `start` ends; None when there is none or it is not capitalised.

    >>> text = "tỉnh Bình Dương Trần Văn Nam"
    >>> text[5 : place_stop(text, text.lower(), 5)]
    'Bình Dương'
    >>> place_stop("Hòa bình", "hòa bình", 0) is None
    True
    """
    if start >= len(cased) or not cased[start].isupper():
        return None
    stop = places().longest(folded, start)
    return None if stop is None or _SMALL.search(cased, start, stop) else stop
