"""The one door: words of sentences as spans, by the evaluator where it can, by underthesea itself where it cannot."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from functools import cache

from congressx.document.words.crfsuite import UnknownModelError
from congressx.document.words.groups import Ids
from congressx.document.words.segmenter import Segmenter
from congressx.document.words.stock import segmenter, stock_words

log = logging.getLogger(__name__)

TIE = 1e-9
"""Below this margin two readings score the same but for the order of additions."""

BATCH = 2_000
"""Sentences evaluated at once: more win no time and cost memory."""


def words(sentences: Sequence[str]) -> list[Ids]:
    """Words of each sentence in order: an array of shape (words, 2), their starts and stops, offsets in that sentence.

    Blanks belong to no word at its ends.

    >>> text = "Đại hội bầu Ban Chấp hành"
    >>> [text[start:stop] for start, stop in words([text])[0]]
    ['Đại hội', 'bầu', 'Ban Chấp hành']
    """
    evaluator = _evaluator()
    if evaluator is None:
        return [stock_words(sentence) for sentence in sentences]
    batches = (sentences[start : start + BATCH] for start in range(0, len(sentences), BATCH))
    return [found for batch in batches for found in _evaluated(evaluator, batch)]


def _evaluated(evaluator: Segmenter, sentences: Sequence[str]) -> Iterator[Ids]:
    batch = evaluator.segment(sentences)
    stop = 0
    for sentence, count, tied in zip(sentences, batch.counts.tolist(), (batch.closest < TIE).tolist(), strict=True):
        start, stop = stop, stop + count
        yield stock_words(sentence) if tied else batch.offsets[start:stop]


def load() -> None:
    """Reads the model now instead of at the first sentence."""
    _evaluator()


def forget() -> None:
    """Empties the caches; the model stays."""
    if evaluator := _evaluator():
        evaluator.forget()


@cache
def _evaluator() -> Segmenter | None:
    try:
        return segmenter()
    except UnknownModelError as error:
        log.warning("words are segmented by underthesea itself, much slower: %s", error)
        return None
