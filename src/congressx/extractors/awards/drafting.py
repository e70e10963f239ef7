"""What the rules of awards share: numbers of recipients, quotes, and the words between an award and who receives it."""

from __future__ import annotations

from congressx.extractors.awards.givings import compiled
from congressx.extractors.awards.recipients import Recipients
from congressx.span import Span

TO = compiled(r"(?<!\p{L})(?:cho|tặng(?: cho)?|tới|đến|đối với|tận tay(?: cho)?)\s+(?!chúc|hoa|quà|lẵng)")
_QUOTE = 120


def numbers_of(counted: Recipients | None) -> dict[str, int | None]:
    """The fields of a row that count recipients."""
    if counted is None:
        return {"collectives": None, "individuals": None, "total": None}
    return {"collectives": counted.collectives, "individuals": counted.individuals, "total": counted.total}


def quote_of(span: Span, begin: int) -> Span:
    """The words from the verb on, at most as many characters as a quote may have."""
    start = min(begin, span.start)
    if span.stop - start > _QUOTE:
        start = span.start
    return Span(start, min(span.stop, start + _QUOTE))
