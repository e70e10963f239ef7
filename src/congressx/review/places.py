"""Where the words of a decision stand in an article now."""

from __future__ import annotations

import regex

from congressx.review.decisions import Evidence
from congressx.span import Span


def places(text: str, quote: str, sentence: str) -> list[Span]:
    """Where the words of `quote` stand inside those of `sentence`, in text order; blanks and line ends are alike.

    Where the quote is no part of the sentence, every place of the quote.

    >>> places("Có 5 chi bộ. Có 5 chi bộ.", "5 chi bộ", "Có 5 chi bộ.")
    [Span(start=3, stop=11), Span(start=16, stop=24)]
    >>> places("Có 5 chi bộ, nay 5 chi bộ. Có 5", "5", "Có 5 chi bộ, nay 5 chi bộ.")
    [Span(start=3, stop=4), Span(start=17, stop=18)]
    """
    if not _spans(sentence, quote):
        return _spans(text, quote)
    found = [at.shifted(around.start) for around in _spans(text, sentence) for at in _spans(around.of(text), quote)]
    return sorted(set(found), key=lambda span: (span.start, span.stop))


def occurrence_of(text: str, evidence: Evidence) -> int | None:
    """How many-th of the places in the text a decision means, from 1; None when its words do not stand where it says."""
    found = [span.start for span in places(text, evidence.quote, evidence.sentence)]
    return found.index(evidence.start) + 1 if evidence.start in found else None


def place_of_words(text: str, evidence: Evidence, occurrence: int | None) -> Span | None:
    """Where a decision's words stand now; None when they are gone, or when it cannot be said which of several are meant.

    A sentence that is no longer there as a whole is not needed where its quoted words stand in one place only.
    """
    found = places(text, evidence.quote, evidence.sentence)
    if not found:
        found, occurrence = _spans(text, evidence.quote, whole=True), None
    if occurrence is not None:
        return found[occurrence - 1] if occurrence <= len(found) else None
    there = [span for span in found if span.start == evidence.start]
    candidates = there or found
    return candidates[0] if len(candidates) == 1 else None


def _spans(text: str, words: str, *, whole: bool = False) -> list[Span]:
    """Every place of the words; when `whole`, none inside longer words or figures (`5` in `15`, `2,5`)."""
    parts = [regex.escape(word) for word in words.split()]
    if not parts:
        return []
    pattern = r"\s+".join(parts)
    if whole:
        pattern = rf"(?<!\w)(?<!\d[.,]){pattern}(?!\w)(?![.,]\d)"
    return [Span(*match.span()) for match in regex.finditer(pattern, text, overlapped=True)]
