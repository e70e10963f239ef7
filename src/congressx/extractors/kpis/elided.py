"""Numbers whose magnitude and unit stand only behind a later one: `tăng từ 5,5 lên 8,4 triệu đồng/tháng`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from congressx.patterns import Pattern
from congressx.span import Span
from congressx.vietnamese.numerals import MAGNITUDES, read_digits
from congressx.vietnamese.quantities import Comparator, Quantity, Unit

_SHARED = frozenset({Unit.PERCENT, Unit.PER_MILLE, Unit.VND, Unit.USD, Unit.MEASURE})
_FROM = Pattern(
    r"(?r)(?<!\p{L})từ\s+(?:mức\s+|chỗ\s+|chỉ\s+)*(?:hơn\s+|gần\s+|trên\s+|khoảng\s+)?(?P<number>\d[\d.,]*)\s+"
    rf"(?:(?P<magnitude>{'|'.join(MAGNITUDES)})\s+)?"
    r"(?:tăng\s+|giảm\s+)?(?:lên|xuống|còn)(?:\s+(?:còn|tới|đến|thành|mức))*\s+"
)
_DIGITS = Pattern(r"\d[\d.,]*")


def find_elided(folded: str, found: Sequence[Quantity]) -> Iterator[Quantity]:
    """The first figures of moves that leave out what the second says.

    >>> from congressx.vietnamese.quantities import find_quantities
    >>> text = "thu nhập tăng từ 5,5 lên 8,4 triệu đồng/tháng, hộ nghèo giảm từ 5,2 xuống còn 2,1%"
    >>> [(one.value, one.unit.value) for one in find_elided(text, find_quantities(text))]
    [(5500000, 'vnd'), (5.2, 'percent')]
    """
    if "từ " not in folded:
        return
    for later in found:
        match = _FROM.match(folded, 0, later.span.start) if later.unit in _SHARED else None
        if match is None or later.value_high is not None:
            continue
        number = read_digits(match["number"])
        written = _DIGITS.match(folded, later.number.start)
        shown = None if written is None else read_digits(written.group())
        if number is None or not shown:
            continue
        magnitude = MAGNITUDES.get(match["magnitude"] or "", later.value / shown)
        value = round(number * magnitude, 4)
        span = Span(match.start("number"), match.end("number" if match["magnitude"] is None else "magnitude"))
        yield replace(
            later,
            span=span,
            number=span,
            value=int(value) if value == int(value) else value,
            comparator=Comparator.EQ,
        )
