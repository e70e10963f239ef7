"""Names that the figure before, or an earlier clause, gives to a rate: `tăng trưởng 8%, năm sau 9%`, `cắt bỏ 675 thủ tục, chiếm 55%`."""

from __future__ import annotations

from congressx.extractors.kpis import indicators, subjects
from congressx.extractors.kpis.clauses import clause_start
from congressx.extractors.kpis.figure import Figure, Sight
from congressx.extractors.kpis.measuring import PERCENT, may_measure
from congressx.extractors.kpis.naming import settled
from congressx.patterns import Pattern
from congressx.span import Span

_OTHERS = Pattern(r"(?<!\p{L})(?:cao hơn|thấp hơn|nhiều hơn|so với)(?!\p{L})")
"""What stands in brackets behind these is another's figure: `thấp hơn mức chung (2%)`."""
_ELSEWHERE = Pattern(
    r"(?:cao|thấp|nhiều|ít) hơn[^()]*(?:cả nước|toàn quốc|mức chung|bình quân chung|khu vực|vùng)[^()]*\(\s*$"
)
"""`tăng 1,7%, thấp hơn mức chung của cả nước (3,2%)`."""
_OTHER_COUNT = Pattern(
    r"(?<![\d.,/])(?:\d[\d.]*/)?\d[\d.]*\s+(?!(?:năm|tháng|quý|tuần|ngày|giờ)(?!\p{L}))(?=\p{L}"
    r"(?:[^()\d]*\([^()\d]*|[^();,\d]{2,60},\s*(?:(?:chỉ|mới|đã)\s+)*(?:chiếm|tương ứng|tương đương)(?:\s+\p{L}+){0,3}\s*)$)"
)
"""A count that nobody read stands nearer: `44 nữ (7,2%)`, `391 bài đạt yêu cầu, chiếm 97,3%`."""
_NEAR = 90
_BRACKETED = Pattern(r"\([^()]*\)")
"""`900 tỷ đồng (vay 700 tỷ đồng, thu 200 tỷ đồng) bằng 62%`: an aside takes nothing away from what is near."""


def inherited(sight: Sight) -> Span | None:
    """The indicator of the figure before, or what stands before the bracket or comma that the figure follows."""
    prior = _outside_brackets(sight)
    if prior is not None:
        gap = len(_BRACKETED.sub("", sight.folded[prior.stop : sight.at]))
        other = _OTHER_COUNT.search(sight.folded, prior.stop, sight.at)
        if other is not None:  # 611 cán bộ, trong đó 44 nữ (7,2%)
            return indicators.after(sight.folded, other.end(), predicate=True)
        if _ELSEWHERE.search(sight.folded, prior.stop, sight.at):
            return None
        if gap < _NEAR:
            between = _told_between(sight, prior.stop)
            if between is not None:
                return between
            if prior.noun is not None and prior.indicator.start < sight.at < prior.indicator.stop:
                return prior.noun.span  # 6 chỉ tiêu vượt từ 10% trở lên
            return prior.indicator
    return None if sight.start <= sight.segment else _told_before(sight)


def _outside_brackets(sight: Sight) -> Figure | None:
    """The figure before; those named in a bracket that is closed by now tell of parts: `thu 120 tỷ (nội địa 80 tỷ), tăng 8%`."""
    folded = sight.folded
    for figure in reversed(sight.figures):
        opened = folded.rfind("(", 0, figure.quantity.span.start)
        closed = folded.rfind(")", 0, figure.quantity.span.start)
        part = closed < opened < figure.indicator.start and folded.find(")", figure.stop, sight.at) > 0
        if not part:
            return figure
    return sight.prior


_MOST_BETWEEN = 3
"""So many words may stand between a figure and the clause behind it: `dự toán;`, `năm 2004,`."""
_TIMED = Pattern(r"^(?:năm|tháng|quý|cả|nhiệm kỳ|giai đoạn)(?!\p{L})|\d")
"""`tăng trưởng 8%, năm sau tăng cao, cả nhiệm kỳ đạt 8,5%`: a time, or another number, is no subject."""


def _told_between(sight: Sight, since: int) -> Span | None:
    """`thu ngân sách đạt 120 tỷ đồng; giải ngân còn thấp, chưa tới 35%`: a clause with a subject of its own stands between."""
    folded, stop = sight.folded, sight.start - 1
    if stop <= since or folded[stop] not in ",;":
        return None
    start = clause_start(folded, stop)
    prior = sight.prior
    if start <= since or (prior is not None and start < prior.indicator.stop):
        return None
    end = subjects.subject_end(folded, start, stop)
    subject = subjects.before(folded, start, end)
    name = None if subject is None else settled(folded, subject)
    if name is None or name != subject or _TIMED.search(name.of(folded)):
        return None
    told = subjects.has_verb(folded[end:stop]) or len(folded[since:start].split()) <= _MOST_BETWEEN
    return name if told else None


def _told_before(sight: Sight) -> Span | None:
    """What the clause before the comma or bracket names or counts."""
    outer = clause_start(sight.folded, max(sight.segment, sight.start - 2))
    if not may_measure(sight, outer):
        return None
    if sight.folded[sight.start - 1] == "(" and _OTHERS.search(sight.folded, outer, sight.start):
        return None
    return _done_before(sight, outer) or _named_before(sight)


def _named_before(sight: Sight) -> Span | None:
    subject = subjects.before_clause(sight.folded, sight.segment, sight.start)
    return None if subject is None else settled(sight.folded, subject)


_COUNT = Pattern(r"(?<![\d.,/])\d[\d.]*\s+(?=\p{L}{2})")
_HAS_DONE = Pattern(r"(?<!\p{L})đã\s+(?!đạt|có|lên|là|tăng|còn|được|vượt|hoàn thành)(?=\p{L})")


def _done_before(sight: Sight, start: int) -> Span | None:
    """`cắt bỏ 675 thủ tục, chiếm 55%`: what a verb counts in the clause before is what the share is of."""
    if sight.quantity.unit not in PERCENT:
        return None
    count = _COUNT.search(sight.folded, start, sight.start)
    if count is None or _HAS_DONE.search(sight.folded, start, count.start()) is None:
        return None
    return indicators.after(sight.folded, count.end(), predicate=False)
