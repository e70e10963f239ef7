"""Words as underthesea segments them, with offsets.

underthesea returns bare strings; `words_of` finds each of them again. It is asked with `use_token_normalize=False`,
because it otherwise rewrites spelling, and one sentence at a time, because long texts in one call cost hundreds of MB.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from congressx.span import Span


def words_of(sentence: str) -> tuple[Span, ...]:
    """Spans of the words of one sentence, in order, offsets in `sentence`. Blanks belong to no word at its ends.

    >>> [span.of("Đại hội bầu Ban Chấp hành") for span in words_of("Đại hội bầu Ban Chấp hành")]
    ['Đại hội', 'bầu', 'Ban Chấp hành']
    """
    return _words_of(sentence)


@lru_cache(maxsize=4096)
def _words_of(sentence: str) -> tuple[Span, ...]:
    from underthesea import word_tokenize  # 0.8 s to import: only when words are asked for

    return align(sentence, word_tokenize(sentence, use_token_normalize=False))


def align(text: str, words: Iterable[str]) -> tuple[Span, ...]:
    """Spans in `text` of `words`, which follow one another in it; blanks inside a word may differ from the text's.

    >>> align("tổ  chức\\nhội nghị", ["tổ chức", "hội nghị"])
    (Span(start=0, stop=8), Span(start=9, stop=17))
    """
    spans = []
    place = 0
    for word in words:
        start = place
        for syllable in word.split():
            found = text.find(syllable, place)
            if found < 0:
                raise ValueError(f"word {word!r} is not in the text after offset {place}")
            start = found if place == start else start
            place = found + len(syllable)
        if place > start:
            spans.append(Span(start, place))
    return tuple(spans)
