"""Quantities in spellings that `vietnamese/` leaves unread, because of what another reader might make of them.

`hơn 19,970 tỷ đồng` beside `9,55 tỷ đồng` is a decimal; `3 trăm hộ` are hundreds; `(năm 2009: 7 cơ sở)` is no ratio.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from congressx.extractors.kpis.nouns import NounKind, noun_at
from congressx.patterns import Pattern
from congressx.span import Span
from congressx.vietnamese.numerals import SPELLED, read_spelled
from congressx.vietnamese.quantities import Comparator, Quantity, Unit, find_quantities

_HUNDREDS = Pattern(r"(?<![\d.,/-])(?P<figures>[1-9]\d?) trăm(?=\s+(?!rưỡi|linh|lẻ|nghìn|triệu|tỷ)\p{L})")
_THOUSANDTHS = Pattern(r"(?<![\d.,/-])[1-9]\d{0,2},\d{3}(?=\s(?:triệu\s)?(?:tỷ|tỉ)(?!\p{L}))")
_DECIMAL = Pattern(r"(?<![\d.,])\d+,\d{1,2}(?![\d,])|(?<![\d.,])\d{1,3}\.\d{3}(?![\d.])")
"""Figures of a writer whose comma is a decimal one."""
_YEAR_COLON = Pattern(r"(?<=(?<!\d)(?:19|20)\d\d\s?):(?=\s?\d)")


def apart_from(taken: Sequence[Quantity], found: Iterable[Quantity]) -> list[Quantity]:
    """Those found that share no place with one taken."""
    return [one for one in found if not any(one.span.overlaps(other.span) for other in taken)]


def find_restated(folded: str) -> list[Quantity]:
    """All quantities of a sentence, those in odd spellings too.

    >>> [q.value for q in find_restated("trên 3 trăm hộ; huy động 9,55 tỷ đồng, nâng tổng lên 19,970 tỷ đồng")]
    [300, 9550000000, 19970000000]
    >>> [(q.value, q.unit.value) for q in find_restated("3 cơ sở yếu (năm 2009: 7 cơ sở), thu 2 tỷ 150 triệu")]
    [(3, 'count'), (7, 'count'), (2150000000, 'vnd')]
    """
    text = _YEAR_COLON.sub(" ", folded) if ":" in folded else folded
    hundreds = [Span(*match.span()) for match in _HUNDREDS.finditer(text)] if " trăm " in text else []
    decimals = [Span(*match.span()) for match in _THOUSANDTHS.finditer(text)] if _DECIMAL.search(text) else []
    for span in hundreds:
        text = _put(text, span, f"{span.of(text).split()[0]}00".rjust(span.stop - span.start))
    for span in decimals:
        text = _put(text, span, span.of(text).replace(",", "."))
    found = [_as_measure(text, _in_money(text, one)) for one in find_quantities(text)]
    found = list(_settled(found, hundreds, decimals)) if hundreds or decimals else found
    if _MAGNITUDE.search(folded):
        found += apart_from(found, _in_words(folded))
    return found


_MAGNITUDE = Pattern(r"(?:một|hai|ba|bốn|sáu|bảy|tám|chín|mười|mươi|trăm|lăm) (?:triệu|nghìn|ngàn|vạn)(?!\p{L})")
_WORDS = Pattern(
    r"(?<!\p{L})(?<!(?:vài|mấy|hàng|những|nửa|cả|hay|hoặc) )(?:(?P<bound>khoảng|gần|hơn|trên|chừng) )?"
    rf"(?P<words>{SPELLED})(?= \p{{L}})"
)
_BOUNDS = {
    "khoảng": Comparator.APPROX, "chừng": Comparator.APPROX, "gần": Comparator.NEARLY,
    "hơn": Comparator.GT, "trên": Comparator.GT,
}  # fmt: skip
_OF_NO_CLASS = frozenset({NounKind.OPEN, NounKind.OTHER, NounKind.NEVER})


def _in_words(folded: str) -> Iterator[Quantity]:
    """`khoảng một triệu ôtô`: thousands and more in words, before a noun that only figures count."""
    for match in _WORDS.finditer(folded):
        value = read_spelled(match["words"]) if _MAGNITUDE.search(match["words"]) else None
        noun = None if value is None else noun_at(folded, match.end("words"))
        if value is None or noun is None or noun.kind in _OF_NO_CLASS:
            continue
        bound = _BOUNDS.get(match["bound"] or "", Comparator.EQ)
        number = Span(*match.span("words"))
        yield Quantity(Span(match.start(), number.stop), number, value, None, bound, Unit.COUNT, None, spelled=True)


def _put(text: str, span: Span, words: str) -> str:
    return f"{text[: span.start]}{words}{text[span.stop :]}"


def _settled(found: list[Quantity], hundreds: list[Span], decimals: list[Span]) -> Iterator[Quantity]:
    """Quantities with the numbers that were written, and their values."""
    for one in found:
        odd = next((span for span in hundreds if span.stop == one.number.stop), None)
        if odd is not None:
            start = min(one.span.start, odd.start)
            yield replace(one, number=odd, span=Span(start, one.span.stop))
        elif any(span.start == one.number.start for span in decimals) and one.value_high is None:
            yield replace(one, value=_plain_thousandth(one.value))
        else:
            yield one


def _plain_thousandth(value: float) -> int | float:
    """A thousandth, without a fraction where there is none."""
    thousandth = round(value / 1000, 6)
    return int(thousandth) if thousandth == int(thousandth) else thousandth


_UNIT_LEFT_OUT = Pattern(r"[\d.,]+ (?:tỷ|tỉ) [\d.,]+")
_NOTHING_COUNTED = Pattern(r"\s*(?:[,;.)(]|$)|\s+(?:tức|bằng|đạt|để|và|xây|làm|cho|từ)(?!\p{L})")


_COMPOSITE = Pattern(r"\s+(?P<unit>tiêu chí\s?/\s?xã)(?!\p{L})")
_POINTS = Pattern(r"\s+(?P<unit>điểm)(?=\s*(?:[,;.)(]|$|trở lên|và|so với|tăng|giảm))")
_INDEX = Pattern(
    r"(?<!\p{L})(?:chỉ số|(?:mức|độ|mức độ) hài lòng|điểm (?:số|trung bình|bình quân))(?!\p{L})[^,;:.\d]*$"
)


def _as_measure(text: str, one: Quantity) -> Quantity:
    """`11,6 tiêu chí/xã`, `chỉ số tiếp cận điện năng không dưới 85 điểm`: a composite measure, and the points of an index."""
    if one.unit is not Unit.COUNT or one.total is not None or one.value_high is not None:
        return one
    match = _COMPOSITE.match(text, one.span.stop)
    if match is None and _INDEX.search(text, 0, one.span.start):
        match = _POINTS.match(text, one.span.stop)
    if match is None:
        return one
    unit = Span(*match.span("unit"))
    return replace(
        one, span=Span(one.span.start, unit.stop), unit=Unit.MEASURE, unit_text=match["unit"], unit_span=unit
    )


def _in_money(text: str, one: Quantity) -> Quantity:
    """`thu 2 tỷ 150 triệu`: who says thousands of millions and millions counts money."""
    if one.unit is not Unit.COUNT or _UNIT_LEFT_OUT.fullmatch(one.number.of(text)) is None:
        return one
    if _NOTHING_COUNTED.match(text, one.span.stop) is None:
        return one
    return replace(one, unit=Unit.VND)
