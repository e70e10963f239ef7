"""What speaks for and against a figure: every word around it weighs as much as annotated articles say it does.

The readers name a figure; where it stands in doubt, this count decides. `evidence.tsv` holds the weights, in tenths of
log-odds, by the place of a word: one of the sentence weighs little, one right before the number much. `make evidence` counts
them afresh.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache

from congressx.extractors.kpis.figure import Sight
from congressx.extractors.kpis.wordlists import PACKAGE
from congressx.patterns import Pattern
from congressx.vietnamese.gazetteers import rows

START = ("start", "-")
"""The place that stands for all figures: how rare they are among numbers."""
LEAST = -16
"""At this weight and below it a figure that a reader names is none (one in five is)."""
ENOUGH = 7
"""Above this weight a number is a figure without a reader that knows its words (seven in ten are)."""

_WORD = Pattern(r"\p{L}+|\d+|[%;:()\"]")
_NEAR = 6
"""So many words before the number are near it."""
_AFTER = 4
"""So many words behind its noun are told of it."""
_DIGITS = 7


def weight(sight: Sight) -> int:
    """How much speaks for the number of a sight being a figure.

    >>> from congressx.extractors.kpis.figures import figured
    >>> text = "trong 6 tháng đầu năm, toàn huyện xảy ra 35 vụ vi phạm hành chính; dự có 12 đại biểu"
    >>> [weight(sight) > ENOUGH for sight, _ in figured(text)]
    [False, True, False]
    """
    weights = _weights()
    return weights[START] + sum(weights.get(mark, 0) for mark in marks(sight))


@cache
def _weights() -> dict[tuple[str, str], int]:
    return {(place, word): int(tenths) for place, word, tenths, *_ in rows("evidence.tsv", PACKAGE)}


def marks(sight: Sight) -> frozenset[tuple[str, str]]:
    """What is seen of a number: its unit, noun and size, the words around it and what they make of it."""
    return frozenset(_marks(sight))


def _marks(sight: Sight) -> Iterator[tuple[str, str]]:
    quantity, noun = sight.quantity, sight.noun
    yield "unit", quantity.unit.value
    yield "noun", "-" if noun is None else noun.kind.value
    yield "digits", str(min(_DIGITS, len(str(int(quantity.value)))))
    for reason in sight.reasons or ("-",):
        yield "reason", reason
    words, starts = _words(sight.folded)
    before = [word for word, start in zip(words, starts, strict=True) if start < sight.at]
    behind = [word for word, start in zip(words, starts, strict=True) if start >= quantity.span.stop]
    stop = quantity.span.stop if noun is None else noun.span.stop
    after = [word for word, start in zip(words, starts, strict=True) if start >= stop][:_AFTER]
    yield "before", before[-1] if before else "-"
    yield "behind", behind[0] if behind else "-"
    for word in before[-_NEAR:-1]:
        yield "near", word
    for word in after:
        yield "after", word
    for word in (*before, *behind):
        yield "sentence", word


@lru_cache(maxsize=4)
def _words(folded: str) -> tuple[tuple[str, ...], tuple[int, ...]]:
    found = [(match.group(), match.start()) for match in _WORD.finditer(folded)]
    return tuple(word for word, _ in found), tuple(start for _, start in found)
