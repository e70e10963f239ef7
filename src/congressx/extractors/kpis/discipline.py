"""Discipline counted degree by degree: `kỷ luật 26 tổ chức đảng (khiển trách 19, cảnh cáo 7)`.

One penalty alone may be the case of one person; two in a sentence are statistics. Those of persons are no figures:
`standing` knows whom they befell.
"""

from __future__ import annotations

from functools import cache

from congressx.extractors.kpis.figure import Figure, Shape, Sight
from congressx.extractors.kpis.wordlists import words_of
from congressx.patterns import Pattern
from congressx.span import Span
from congressx.vietnamese.numerals import SPELLED
from congressx.vietnamese.quantities import Unit

_DISCIPLINED = r"(?:người|trường hợp|cán bộ|công chức|viên chức|đảng viên|đồng chí|cá nhân|tổ chức(?: đảng)?|tập thể|chi bộ|đảng bộ)"


@cache
def _penalty() -> str:
    degree = rf"(?:{words_of('penalties.txt')})"
    return rf"(?<!\p{{L}})(?P<penalty>{degree}(?:\s+và\s+{degree})?)(?!\p{{L}})"


@cache
def _before_number() -> Pattern:
    return Pattern(rf"{_penalty()}(?:\s+đảng)?\s*(?:là|:|được|có|hơn|gần)?\s*$")


@cache
def _behind_number() -> Pattern:
    return Pattern(rf"\s+(?:{_DISCIPLINED}\s+)?(?:phải\s+|đã\s+)?bị\s+(?:kỷ luật\s+|xử lý\s+)?{_penalty()}")


_ENDS = Pattern(rf"\s*(?:[,;.…)]|$|(?:và|trong|ở|tại)(?!\p{{L}})|{_DISCIPLINED}(?!\p{{L}}))")


_NUMBER = rf"(?:\d[\d.]*(?![\p{{L}}\d])|{SPELLED})"


@cache
def _counted() -> Pattern:
    return Pattern(
        rf"{_penalty()}(?:\s+đảng)?\s*(?:là|:)?\s*(?:hơn\s+|gần\s+)?(?:\d[\d.]*|{_NUMBER}\s+{_DISCIPLINED})"
        rf"|{_NUMBER}\s+(?:{_DISCIPLINED}\s+)?bị\s+{_penalty()}"
    )


def read_penalty(sight: Sight) -> Figure | None:
    """The figure of a penalty where the sentence counts two of them.

    >>> from congressx.extractors.kpis.figures import read_figures
    >>> text = "có 4 người bị khiển trách, cảnh cáo 2"
    >>> [(figure.quantity.value, figure.indicator.of(text)) for figure in read_figures(text)]
    [(4, 'khiển trách'), (2, 'cảnh cáo')]
    """
    if sight.quantity.unit is not Unit.COUNT or not _are_counted(sight.folded):
        return None
    stop = sight.quantity.span.stop
    behind = _behind_number().match(sight.folded, stop)
    if behind is not None:
        return _figure(sight, Span(*behind.span("penalty")))
    start = max(0, sight.at - 50)
    ahead = _before_number().search(sight.folded, start, sight.at)
    if ahead is None or _ENDS.match(sight.folded, stop) is None:
        return None
    return _figure(sight, Span(*ahead.span("penalty")))


def _are_counted(folded: str) -> bool:
    found = _counted().finditer(folded)
    return next(found, None) is not None and next(found, None) is not None


def _figure(sight: Sight, penalty: Span) -> Figure:
    noun = sight.noun or (sight.prior.noun if sight.prior is not None else None)
    return Figure(sight.quantity, Shape.BREAKDOWN, penalty, noun=noun)
