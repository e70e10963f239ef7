"""Rules of the kind: one finder a shape; all of them read the same figures of a sentence."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache, partial
from typing import Any

from congressx.document import Document, Sentence
from congressx.engine import Answer, Draft, Finder
from congressx.extractors.kpis.clauses import clause_start, clause_stop
from congressx.extractors.kpis.figure import Figure, Shape
from congressx.extractors.kpis.figures import read_figures
from congressx.extractors.kpis.nouns import Noun, NounKind, noun_at
from congressx.extractors.kpis.record import Mood
from congressx.patterns import Pattern
from congressx.span import Span
from congressx.vietnamese.quantities import Unit

_DIGIT = Pattern(r"\d")
_NUMBER = Pattern(r"\d|(?<!\p{L})(?:hai|ba|bốn|sáu|bảy|tám|chín|mười|trăm)\s")
LONGEST_QUOTE = 120


@lru_cache(maxsize=4)
def _figures(folded: str) -> tuple[Figure, ...]:
    """Kept for the finders that follow one another on a sentence."""
    return read_figures(folded)


def _scan(shape: Shape, sentence: Sentence, document: Document) -> Iterable[Answer]:
    if _NUMBER.search(sentence.folded) is None:
        return
    written = _DIGIT.search(sentence.text) is not None
    for figure in _figures(sentence.folded):
        if figure.shape is shape and (written or _is_founded(figure)):
            yield Draft(_value(figure, sentence), focus=figure.quantity.number, span=_quote(figure, sentence.folded))


_FOUNDED = frozenset({NounKind.THING, NounKind.UNIT, NounKind.OUTPUT})


def _is_founded(figure: Figure) -> bool:
    """`Ba hợp tác xã ra đời`: what a sentence without figures may count; sums and persons in words belong to stories."""
    return figure.shape is Shape.STATE and figure.noun is not None and figure.noun.kind in _FOUNDED


def _value(figure: Figure, sentence: Sentence) -> Mapping[str, Any]:
    quantity, text = figure.quantity, sentence.text
    return {
        "indicator": _squeezed(figure.indicator, text),
        "value": quantity.value,
        "value_high": quantity.value_high,
        "comparator": quantity.comparator,
        "unit": quantity.unit,
        "unit_text": _unit_text(figure, sentence),
        "total": quantity.total,
        "change": figure.change,
        "base": figure.base,
        "mood": Mood.RESULT,
        "period": None,
    }


def _unit_text(figure: Figure, sentence: Sentence) -> str | None:
    if figure.noun is not None:
        return _squeezed(_joined(figure, figure.noun, sentence.folded), sentence.text)
    quantity = figure.quantity
    if quantity.unit is Unit.PERCENT:
        return None
    return _squeezed(quantity.unit_span, sentence.text) if quantity.unit_span is not None else quantity.unit_text


def _joined(figure: Figure, noun: Noun, folded: str) -> Span:
    """`954 thôn, tổ dân phố`: nouns that a comma joins in the name are counted together."""
    span = noun.span
    # the name may stand at an earlier count: 86 thôn, tổ dân phố, giảm 41 thôn, tổ dân phố
    name = figure.indicator.of(folded)
    stop = span.start + len(name) if folded.startswith(name, span.start) else span.stop
    while folded.startswith(", ", span.stop):
        other = noun_at(folded, span.stop + 1)
        if other is None or other.kind is NounKind.OPEN or other.span.stop > stop:
            break
        if other.kind is NounKind.PLACE and noun.kind is not NounKind.PLACE:  # 32 hợp tác xã, xã Bình Lâm đi đầu
            break
        span = Span(span.start, other.span.stop)
    return span


def _squeezed(span: Span, text: str) -> str:
    return " ".join(span.of(text).split())


def _quote(figure: Figure, folded: str) -> Span:
    """The clause around the figure with its indicator, as far as `LONGEST_QUOTE` allows."""
    at = figure.quantity.span
    start, stop = clause_start(folded, at.start), clause_stop(folded, figure.stop)
    if 0 <= at.start - figure.indicator.start < LONGEST_QUOTE // 2:
        start = min(start, figure.indicator.start)
    if at.stop - start > LONGEST_QUOTE:
        start = at.start
    stop = min(max(stop, at.stop), max(start + LONGEST_QUOTE, at.stop))
    while start < at.start and folded[start].isspace():
        start += 1
    while stop > at.stop and folded[stop - 1].isspace():
        stop -= 1
    return Span(start, stop)


RULES = tuple(
    Finder(f"kpis.{shape.value}", partial(_scan, shape), asks=(_NUMBER,)) for shape in Shape if shape is not Shape.TOLD
)
