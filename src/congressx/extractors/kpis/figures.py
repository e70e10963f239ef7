"""Every figure of a sentence that may measure something, with its indicator; what needs other sentences is in `link.py`."""

from __future__ import annotations

from congressx.extractors.kpis.counts import read_count, read_numbered, read_share
from congressx.extractors.kpis.discipline import read_penalty
from congressx.extractors.kpis.figure import Figure, Sight
from congressx.extractors.kpis.fractions import find_fractions, read_fraction, read_time
from congressx.extractors.kpis.moves import read_breakdown, read_moved_number, read_moving_number
from congressx.extractors.kpis.nouns import noun_at
from congressx.extractors.kpis.rates import read_rate
from congressx.patterns import Pattern
from congressx.vietnamese.quantities import Quantity, Unit, find_quantities


def read_figures(folded: str) -> tuple[Figure, ...]:
    """The figures of a sentence in folded spelling, in text order.

    >>> from congressx.vietnamese.spelling import fold
    >>> text = fold("Thu ngân sách đạt 120 tỷ đồng, tăng 8% so với cùng kỳ; hỗ trợ 35 hộ nghèo xây nhà")
    >>> [(f.quantity.value, f.shape.value, f.indicator.of(text)) for f in read_figures(text)]
    [(120000000000, 'money', 'thu ngân sách'), (8, 'change', 'thu ngân sách'), (35, 'counted_deed', 'hộ nghèo xây nhà')]
    """
    figures: list[Figure] = []
    floor = 0
    for quantity in _quantities(folded):
        if _is_per_one(folded, quantity):
            continue
        noun = noun_at(folded, quantity.span.stop) if quantity.unit is Unit.COUNT else None
        sight = Sight(folded, quantity, noun, tuple(figures), floor)
        figure = _read(sight)
        if figure is not None:
            figures.append(figure)
        if figure is not None or noun is not None or quantity.unit not in (Unit.COUNT, Unit.DURATION):
            floor = _floor_behind(sight)
    return tuple(figures)


def _quantities(folded: str) -> list[Quantity]:
    found = list(find_quantities(folded))
    found += [one for one in find_fractions(folded) if not any(one.span.overlaps(other.span) for other in found)]
    return sorted(found, key=lambda quantity: quantity.span.start)


def _read(sight: Sight) -> Figure | None:
    unit = sight.quantity.unit
    if unit is Unit.COUNT:
        return _read_counted(sight)
    if unit is Unit.DURATION:
        return read_time(sight)
    fraction = unit is Unit.RATIO and "/" in sight.quantity.number.of(sight.folded)
    return read_fraction(sight) if fraction else read_rate(sight)


def _read_counted(sight: Sight) -> Figure | None:
    if sight.quantity.total is not None:
        return read_share(sight)
    penalty = read_penalty(sight)
    if penalty is not None:
        return penalty
    if sight.noun is None:
        return read_numbered(sight) or read_moved_number(sight) or read_moving_number(sight) or read_breakdown(sight)
    return read_numbered(sight) or read_count(sight, sight.noun)


_INSPECTS = Pattern(r"(?:kiểm tra|giám sát|thanh tra)$")
"""Nouns whose verb governs the next count: `lập 9 đoàn kiểm tra 27 tổ chức đảng`."""


def _floor_behind(sight: Sight) -> int:
    if sight.noun is None or _INSPECTS.search(sight.noun.span.of(sight.folded)):
        return sight.quantity.span.stop
    return sight.noun.span.stop


_EACH = Pattern(r"(?r)(?<!\p{L})(?:trên|mỗi|cho|một)\s+")


def _is_per_one(folded: str, quantity: Quantity) -> bool:
    """`giá trị sản xuất trên 1 ha`: a unit of reference, no figure."""
    if quantity.value != 1 or quantity.unit not in (Unit.MEASURE, Unit.COUNT, Unit.DURATION):
        return False
    return _EACH.match(folded, 0, quantity.number.start) is not None
