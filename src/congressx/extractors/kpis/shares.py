"""So many of so many that the table of slashes does not know: by the noun behind, the share in brackets, or the unit.

`7/31 kết luận thanh tra chưa thực hiện`, `21/86 (24,4%)`, `61,3/64,2 tỷ đồng`, `64 tỷ đồng trong số 97 tỷ đồng`, `24 trong 29 chỉ tiêu`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

import regex

from congressx.extractors.kpis.nouns import NounKind, noun_at
from congressx.patterns import Pattern
from congressx.span import Span
from congressx.vietnamese.numerals import read_digits
from congressx.vietnamese.quantities import (
    SLASH,
    Comparator,
    Quantity,
    SlashKind,
    Unit,
    classify_slash,
    find_quantities,
)

_NUM = r"\d+(?:\.\d{3})*"
_SLASHED = Pattern(
    rf"(?<![\d.,/:-])(?P<value>{_NUM})/(?P<total>{_NUM})(?![\d/:-]|[.,]\d)(?=(?P<share>\s*[(,])|\s+\p{{L}})"
)
_RANK = Pattern(
    r"(?<!\p{L})(?:quốc lộ|ql|thứ|hạng|xếp|đứng|vị trí|tỷ lệ|tỉ lệ|bản đồ|tỷ số|tỉ số|điểm|số|phiếu|khu|lớp|đường|nhà|hẻm|ngõ|sáng|chiều"
    r"|ngày|tối|tháng|quý|power|mega|nghị quyết|chỉ thị|quyết định|nghị định|thông tư|từ|đến|tới|hôm|qua|vào)\s*$"
)
_COUNTED = frozenset(
    {NounKind.THING, NounKind.CASE, NounKind.UNIT, NounKind.EVENT, NounKind.PLACE, NounKind.ITEM, NounKind.OUTPUT}
)
_MONTHS = 12


def find_shares(folded: str, found: Sequence[Quantity]) -> Iterator[Quantity]:
    """Shares that stand where no quantity, or two, were found.

    >>> text = "có 7/31 kết luận thanh tra chưa xong, thu hồi 64 tỷ đồng trong số 97 tỷ đồng, đạt 24 trong 29 chỉ tiêu"
    >>> [(one.value, one.total) for one in find_shares(text, find_quantities(text))]
    [(7, 31), (24, 29), (64000000000, 97000000000)]
    >>> [(one.value, one.total) for one in find_shares("giải ngân 61,3/64,2 tỷ đồng", [])]
    [(61300000000, 64200000000)]
    """
    if "/" in folded:
        slashed = list(_slashed(folded, found))
        yield from slashed
        yield from _means(folded)
        yield from _parts(folded, [*found, *slashed])
    if " trong " in folded or " trên " in folded:
        yield from _out_of_items(folded)
        yield from _sums_out_of_sums(folded, found)
    if "/" in folded:
        yield from _slashed_sums(folded)


def _slashed(folded: str, found: Sequence[Quantity]) -> Iterator[Quantity]:
    for match in _SLASHED.finditer(folded):
        span = Span(match.start("value"), match.end("total"))
        if any(one.span.overlaps(span) and one.total is not None for one in found):
            continue
        token = SLASH.match(folded, match.start())
        kind = None if token is None else classify_slash(folded, token)
        if kind not in (SlashKind.UNKNOWN, SlashKind.FRACTION) or _RANK.search(folded[: match.start()]):
            continue
        share = _share(span, match)
        counted = kind is SlashKind.UNKNOWN and share is not None and _is_counted(folded, share)
        if share is not None and (counted or _is_said_again(folded, share)):
            yield share


_MEAN = Pattern(
    r"(?<![\d.,/:-])(?P<value>\d{1,3}[.,]\d{1,2})\s?/\s?(?P<total>\d{1,3})(?=\s(?P<noun>tiêu chí|chỉ tiêu|điểm)(?!\p{L}))"
)


def _means(folded: str) -> Iterator[Quantity]:
    """`bình quân mỗi xã đạt 13,6/19 tiêu chí`, `hài lòng đạt 4,2/5 điểm`: a mean is no whole number."""
    for match in _MEAN.finditer(folded):
        value, total = read_digits(match["value"]), read_digits(match["total"])
        if value is None or total is None or not 0 < value <= total:
            continue
        span, noun = Span(match.start(), match.end("total")), Span(*match.span("noun"))
        if match["noun"] == "điểm":
            whole = Span(span.start, noun.stop)
            yield Quantity(whole, span, value, None, Comparator.EQ, Unit.MEASURE, "điểm", total, unit_span=noun)
        else:
            yield Quantity(span, span, value, None, Comparator.EQ, Unit.COUNT, None, total)


_PART = Pattern(
    rf"(?<=\p{{L}}\s)(?P<value>{_NUM})\s?/\s?(?P<total>{_NUM})(?=\s*(?:[,;.)]|$|và ))|(?P<ends>[.]\s|\d\s?/\s?\d+ \p{{L}})"
)


def _parts(folded: str, found: Sequence[Quantity]) -> Iterator[Quantity]:
    """`17/21 chỉ tiêu về đích: kinh tế 5/6, văn hóa 7/9, …`: what follows so many of so many, and sums up to it, is its parts."""
    for whole in found:
        if whole.unit is not Unit.COUNT or whole.total is None:
            continue
        parts = []
        for match in _PART.finditer(folded, whole.span.stop):
            if match["ends"] is not None:
                break
            parts.append(_share(Span(match.start(), match.end("total")), match))
        shares = [part for part in parts if part is not None]
        sums = sum(part.value for part in shares), sum(part.total or 0 for part in shares)
        if len(shares) == len(parts) > 1 and sums == (whole.value, whole.total):
            yield from shares


def _share(span: Span, match: regex.Match[str]) -> Quantity | None:
    value, total = read_digits(match["value"]), read_digits(match["total"])
    if not isinstance(value, int) or not isinstance(total, int) or not 0 < value <= total or total < 2:
        return None
    return Quantity(span, span, value, None, Comparator.EQ, Unit.COUNT, None, total)


_PERCENT = Pattern(
    r"\s*(?:\(|, ?(?=đạt|chiếm|bằng|tỷ|tỉ))(?:đạt |chiếm |bằng |tỷ lệ |tỉ lệ |gần |hơn )*(?P<percent>\d+(?:[.,]\d+)?)\s?%"
)


def _is_said_again(folded: str, share: Quantity) -> bool:
    """`giáo viên trên chuẩn 21/86 (24,4%)`: the figures in brackets say the same."""
    match = _PERCENT.match(folded, share.span.stop)
    percent = None if match is None else read_digits(match["percent"])
    return percent is not None and share.total is not None and says_share(percent, share.value, share.total)


_ROUNDING = 0.6


def says_share(percent: float, value: float, total: float) -> bool:
    """Whether a share says the same as so many of so many.

    >>> says_share(24.4, 21, 86), says_share(24.4, 21, 100)
    (True, False)
    """
    return abs(100 * value / total - percent) < _ROUNDING


def _is_counted(folded: str, share: Quantity) -> bool:
    """A noun behind that is counted; of `3/10 công trình` nobody knows whether it is a day."""
    noun = noun_at(folded, share.span.stop)
    if noun is None or not (noun.kind in _COUNTED or _FARED.match(folded, noun.span.start)):
        return False
    assert share.total is not None
    return share.total > _MONTHS or _LED.search(folded, 0, share.span.start) is not None


_FARED = Pattern(
    r"(?:kết luận|điểm|chương trình|nội dung|kế hoạch|văn bản|nghị quyết|đề tài|kiến nghị)(?:\s\p{L}+){0,6}?"
    r"\s(?:được|đã|chưa|không|đạt|xếp loại|hoàn thành)(?!\p{L})"
)
"""What is no achievement by its number counts by how it fared: `2/11 điểm giao dịch xếp loại trung bình`."""
_LED = Pattern(r"(?<!\p{L})(?:có|còn|đạt|hoàn thành|đã|mới|được|tất cả|cả)\s+$|[,;:(]\s*$|^\W*$")
_OUT_OF_ITEMS = Pattern(
    rf"(?<![\d.,/:-])(?<!thứ )(?P<value>{_NUM})\s+(?:trong|trên)\s+(?:tổng\s+)?(?:số\s+)?(?P<total>{_NUM})"
    r"(?=\s+(?:chỉ tiêu|tiêu chí|mục tiêu|nhiệm vụ|nội dung|kiến nghị|kết luận|xã|phường|thị trấn|thôn|ấp)(?!\p{L}))"
)


def _out_of_items(folded: str) -> Iterator[Quantity]:
    """`đạt 24 trong 29 chỉ tiêu`; `một trong 5 nhiệm vụ` names one."""
    for match in _OUT_OF_ITEMS.finditer(folded):
        share = _share(Span(match.start("value"), match.end("total")), match)
        if share is not None and share.value > 1:
            yield share


_SUMS = frozenset({Unit.VND, Unit.USD, Unit.MEASURE})
_OUT_OF = Pattern(
    r"\s+(?:trong|trên)\s+(?:tổng\s+)?(?:số\s+|tổng\s+|dự toán\s+|kế hoạch\s+)?(?:hơn\s+|gần\s+|khoảng\s+)?"
)


def _sums_out_of_sums(folded: str, found: Sequence[Quantity]) -> Iterator[Quantity]:
    """`thu hồi 64 tỷ đồng trong số 97 tỷ đồng phải thu`."""
    for one, whole in pairwise(found):
        if one.unit not in _SUMS or one.unit is not whole.unit or one.value_high or one.unit_text != whole.unit_text:
            continue
        if not one.value <= whole.value or _OUT_OF.fullmatch(folded, one.span.stop, whole.number.start) is None:
            continue
        yield replace(one, span=Span(one.span.start, whole.span.stop), total=whole.value)


_BEYOND = 2
"""So many times its plan a sum may be: `thu ngân sách 387/350 tỷ đồng`."""
_SLASHED_SUM = Pattern(r"(?<![\d.,/:-])(?P<value>\d+(?:[.,]\d+)*)\s?/\s?(?=\d+(?:[.,]\d+)*\s?\p{L})")


def _slashed_sums(folded: str) -> Iterator[Quantity]:
    """`61,3/64,2 tỷ đồng`, `17,8/21,4ha`: sums out of sums, by the quantities that are read with a semicolon for the slash."""
    parted = _SLASHED_SUM.sub(lambda match: match.group().replace("/", ";"), folded)
    if parted == folded:
        return
    read = find_quantities(parted)
    for match in _SLASHED_SUM.finditer(folded):
        whole = next((one for one in read if one.number.start == match.end() and one.unit in _SUMS), None)
        value = read_digits(match["value"])
        if whole is None or value is None or whole.value_high is not None or _RANK.search(folded[: match.start()]):
            continue
        written = _DIGITS.match(folded, match.end())
        shown = None if written is None else read_digits(written.group())
        if not shown or value > _BEYOND * shown:
            continue
        sum_of_it = round(value * (whole.value / shown), 4)
        amount = int(sum_of_it) if sum_of_it == int(sum_of_it) else sum_of_it
        yield replace(
            whole,
            span=Span(match.start(), whole.span.stop),
            number=Span(match.start(), whole.number.stop),
            value=amount,
            comparator=Comparator.EQ,
            total=whole.value,
        )


_DIGITS = Pattern(r"\d+(?:[.,]\d+)*")
