"""Items of a list that name their figure before a colon: `Thu ngân sách: 120 tỷ đồng`, `+ Trồng rừng: 312 ha`."""

from __future__ import annotations

from functools import cache

from congressx.extractors.kpis.clauses import segment_start, trimmed
from congressx.extractors.kpis.wordlists import words_of
from congressx.patterns import Pattern
from congressx.span import Span

_LED = Pattern(r"(?r):\s*(?:(?:ước\s+)?(?:đạt|là|có|còn)\s*)?")
_MOST_WORDS = 12


@cache
def _no_label() -> Pattern:
    return Pattern(rf"(?:.*\s)?(?:{words_of('no_labels.txt')})(?:\s+(?:năm\s+)?\d{{4}}(?:\s?-\s?\d{{4}})?)?")


def label_before(folded: str, at: int) -> int | None:
    """Where the label of a figure at `at` begins, if a colon stands right before the figure.

    >>> text = "rau màu tăng; sản lượng lúa: 312 tấn"
    >>> label_before(text, text.index("312"))
    14
    >>> text = "kết quả cụ thể như sau: 312 tấn"
    >>> label_before(text, text.index("312")) is None
    True
    """
    led = _LED.match(folded, 0, at) if ":" in folded else None
    if led is None:
        return None
    label = trimmed(folded, Span(segment_start(folded, led.start()), led.start()))
    words = label.of(folded)
    if not words or len(words.split()) > _MOST_WORDS or _no_label().fullmatch(words):
        return None
    return label.start
