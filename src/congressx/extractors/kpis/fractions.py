"""Shares written as fractions (`1/3 tổng thu ngân sách`) and lengths of time that are measured (`thời gian cấp phép còn 40 ngày`)."""

from __future__ import annotations

from collections.abc import Iterator

from congressx.extractors.kpis import indicators, subjects
from congressx.extractors.kpis.clauses import trimmed
from congressx.extractors.kpis.figure import Figure, Shape, Sight
from congressx.extractors.kpis.record import Base, Change
from congressx.patterns import Pattern
from congressx.span import Span
from congressx.vietnamese.quantities import Comparator, Quantity, Unit

_FRACTION = Pattern(
    r"(?<![\d.,/:-])(?<!ngày )(?<!sáng )(?<!chiều )(?<!tối )(?<!lễ )(?<!dịp )(?P<value>[1-9])/(?P<total>[2-9]"
    r"|10)(?![\d/.,:-])(?=\s+(?:so với\s+)?\p{L}{2})"
)
_LED = Pattern(
    r"(?:chiếm|đóng góp|khoảng|hơn|gần|đạt|bằng|trên|chỉ|tới|được|còn|và|là|có|giảm|tăng|với|,|;|:"
    r"|^)\s*(?:khoảng|hơn|gần|trên|tới|được)?\s*$"
)
_NO_SHARE = Pattern(
    r"\s+(?:tổng )?(?:số )?(?:đại biểu|phiếu|thành viên|ủy viên|đảng viên|cử tri|đbqh|hội viên|lần|năm|tháng"
    r"|ngày|người|nhiệm kỳ|mức|thời gian|mét|m(?!\p{L})|giá)"
)
_SKIPPED = Pattern(r"\s+(?:so với\s+)?(?:số\s+(?!lượng|tiền|thu|hộ))?")
_OFFENCES = frozenset({"votes", "attendance", "committee", "capital", "hypothesis", "crime", "medicine"})


def find_fractions(folded: str) -> Iterator[Quantity]:
    """Fractions that are shares of something; `2/3 số đại biểu`, `ngày 1/5` are none.

    >>> [(f.value, f.total) for f in find_fractions("chiếm 1/3 tổng thu ngân sách, đủ 2/3 số đại biểu, sáng 1/5 tại")]
    [(1, 3)]
    """
    if "/" not in folded:
        return
    for match in _FRACTION.finditer(folded):
        value, total = int(match["value"]), int(match["total"])
        if value >= total or _NO_SHARE.match(folded, match.end()) or not _LED.search(folded[: match.start()]):
            continue
        span = Span(*match.span())
        yield Quantity(span, span, value, None, Comparator.EQ, Unit.RATIO, None, total)


def read_fraction(sight: Sight) -> Figure | None:
    """`mới xử lý được 1/3 số hồ sơ`: what stands behind names it."""
    if sight.reasons & _OFFENCES:
        return None
    skipped = _SKIPPED.match(sight.folded, sight.quantity.span.stop)
    start = sight.quantity.span.stop if skipped is None else skipped.end()
    name = indicators.after(sight.folded, start, predicate=False)
    return None if name is None else Figure(sight.quantity, Shape.PROPORTION, name)


# --- lengths of time ----------------------------------------------------------------------------------------------------

_TIME_OF = Pattern(
    r"(?<!trong )(?<!\p{L})(?P<name>(?:thời gian|thời hạn)\s+(?:\p{L}+\s+)?(?:cấp|giải quyết|xử lý|chờ"
    r"|thông quan|nộp|thẩm định|phê duyệt|làm thủ tục|thủ tục|đăng ký|trả|khám|đi lại|di chuyển"
    r"|thực hiện|hoàn thành|thi công|giao|điều trị)(?:\s+(?!còn|xuống|là|không|từ|tối đa|khoảng|hơn|dưới|giảm"
    r"|đã|được rút)\p{L}+){0,10})\s+"
    r"(?P<verb>(?:đã |được |sẽ |chỉ |rút |giảm |rút ngắn |phải )*(?:còn|xuống(?: còn)?|là|không quá|từ|tối đa"
    r"|giảm|rút ngắn))\s*(?:hơn|gần|khoảng|dưới)?\s*$"
)
_GOES_ON = Pattern(r"\s*(?:xuống|lên|còn)(?!\p{L})")
_LATER = Pattern(r"\s*(?:xuống|lên|còn)(?: còn| thành| đến)?\s*(?:hơn|gần|khoảng|dưới)?\s*$")


_EARLY = Pattern(
    r"(?<!\p{L})(?:(?:đã|được|đều|về đích|hoàn thành|xong|thông xe|bàn giao|cán đích|vượt) )*"
    r"(?:(?:sớm|trước) (?:thời hạn|tiến độ|kế hoạch|hạn)|vượt tiến độ)(?: (?:đề ra|quy định|so với (?:kế hoạch|tiến độ|hợp đồng)|là|tới"
    r"|gần|hơn|đến))*\s*$"
)
_DAYS = Pattern(r"(?<!\p{L})(?:ngày|tháng)$")
"""`tuyến đường hoàn thành trước thời hạn 9 ngày`: by how much a work was early; by years, a whole programme was."""


def read_time(sight: Sight) -> Figure | None:
    """`rút ngắn thời gian cấp phép từ 50 ngày xuống còn 40 ngày`: what was, what is, and by how much."""
    folded, prior = sight.folded, sight.prior
    early = _EARLY.search(folded, sight.start, sight.at)
    if early is not None and _DAYS.search(sight.quantity.span.of(folded)):
        name = subjects.before(folded, sight.start, early.start())
        return None if name is None else Figure(sight.quantity, Shape.CHANGE, name, Change.OVER, Base.PLAN)
    if prior is not None and prior.quantity.unit is Unit.DURATION and _LATER.fullmatch(folded, prior.stop, sight.at):
        return Figure(sight.quantity, Shape.MEASURE, prior.indicator)
    words = folded[sight.segment : sight.quantity.number.start]  # with what bounds it: không quá 45 phút
    match = _TIME_OF.search(words)
    if match is None or sight.reasons & _OFFENCES:
        return None
    name = trimmed(folded, Span(*match.span("name")).shifted(sight.segment))
    verb = match["verb"].split()[-1]
    if verb == "từ" and _GOES_ON.match(folded, sight.quantity.span.stop) is None:
        return None
    if verb in ("giảm", "ngắn"):
        return Figure(sight.quantity, Shape.CHANGE, name, Change.DOWN, Base.UNSTATED)
    return Figure(sight.quantity, Shape.MEASURE, name)
