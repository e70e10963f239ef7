"""States that counts have reached: `12 xã đạt chuẩn`, `31.000 bạn trẻ được vay vốn`, `3 chỉ tiêu lỡ hẹn`, `Bốn quận chưa thu phí`."""

from __future__ import annotations

from congressx.extractors.kpis import indicators
from congressx.extractors.kpis.clauses import clause_stop
from congressx.extractors.kpis.deeds import state_after
from congressx.extractors.kpis.figure import Figure, Shape, Sight, plain_figure
from congressx.extractors.kpis.nouns import Noun, NounKind
from congressx.patterns import Pattern
from congressx.span import Span

_MET = Pattern(r"(?<!\p{L})(?:đạt|vượt|hoàn thành)(?:\s+(?:và\s+)?(?:vượt|đạt))?(?:\s+(?:toàn bộ|cả|tất cả|được))*\s*$")
PLACED = Pattern(
    r"(?<!\p{L})(?:thuộc|của|ở|tại|trong|trên|qua|nhân dân|chính quyền|lãnh đạo)\s*(?:hơn|gần|khoảng)?\s*$"
)
"""What is counted is where something was done, or whose: `tại 12 xã được vay vốn`."""
_CASE_STATE = Pattern(
    r"(?:\s+\p{L}+){0,3}\s+(?:đã|chưa|được|đúng hạn|quá hạn|trễ hạn|tồn đọng|vi phạm|khai thác|không có)(?!\p{L})"
)
_CAME = Pattern(r"(?<!\p{L})(?:tham )?dự(?!\p{L})")
_OF_PLACES = Pattern(r"\s+(?:thuộc|của|ở|tại)(?!\p{L})")
_BRACKET = Pattern(r"\s*\([^()]*\)")
_LONGEST_STATE = 110
_NEAR_DEED = 12


def read_met(sight: Sight, noun: Noun) -> Figure | None:
    """`đạt và vượt toàn bộ 12 chỉ tiêu`, `3 chỉ tiêu lỡ hẹn`."""
    if noun.kind is not NounKind.ITEM:
        return None
    fared = _MET.search(sight.left(40)) or _FARED.match(sight.folded, noun.span.stop)
    return plain_figure(sight, noun, Shape.STATE) if fared else None


_FARED = Pattern(
    r"(?:\s(?!(?:của|cho|trong|để|về|mà|và)(?!\p{L}))\p{L}+){0,4}?\s(?:lỡ hẹn|(?:không|chưa|khó) (?:thể )?(?:đạt|hoàn thành)"
    r"|đạt thấp|còn thấp|dự (?:báo|kiến) (?:khó|không|chưa|đạt|vượt|hoàn thành)|vượt|về đích|hụt|bị hụt|không về đích)(?!\p{L})"
)


def read_stated_first(sight: Sight, noun: Noun) -> Figure | None:
    """Places reach a state rather than have something done to them: `có thêm 2 xã đạt chuẩn`."""
    if noun.kind is not NounKind.PLACE or (sight.deed is not None and len(sight.deed.via) <= _NEAR_DEED):
        return None
    return read_stated(sight, noun)


def read_stated(sight: Sight, noun: Noun) -> Figure | None:
    """`12 xã đạt chuẩn`, `31.000 bạn trẻ được vay vốn`."""
    if noun.kind in (NounKind.OTHER, NounKind.OPEN, NounKind.OUTPUT) or PLACED.search(sight.left(12)):
        return None
    if noun.kind is NounKind.CASE:
        return plain_figure(sight, noun, Shape.STATE) if _CASE_STATE.match(sight.folded, noun.span.stop) else None
    stop = _state_stop(sight.folded, noun.span.stop)
    if noun.span.of(sight.folded).startswith("lượt") and _CAME.search(sight.folded, noun.span.stop, stop):
        return plain_figure(sight, noun, Shape.STATE)
    state = state_after(sight.folded, noun.span.stop, stop)
    if state is None:
        return None
    if noun.kind is NounKind.PLACE and _OF_PLACES.match(sight.folded, noun.span.stop):
        return Figure(sight.quantity, Shape.STATE, Span(state.start, _phrase_stop(sight.folded, state)), noun=noun)
    return plain_figure(sight, noun, Shape.STATE)


_BODIES = frozenset({NounKind.PLACE, NounKind.UNIT, NounKind.OTHER})
_BODY = Pattern(
    r"(?:tỉnh|thành phố|quận|huyện|thị xã|xã|phường|địa phương|sở|ngành|cơ quan|đơn vị|cấp ủy|đảng bộ|chi bộ|tổ chức đảng)(?!\p{L})"
)
_LEFT_UNDONE = (
    r"(?:(?:vẫn|còn|hiện) )*chưa (?!(?:từng|biết|kể|tính|thể|có|đủ|bao giờ)(?!\p{L}))\p{L}+|(?:(?:đã|cơ bản) )*(?:hoàn thành|hoàn tất"
    r"|(?:thực hiện|làm|triển khai|tổ chức) xong)"
)
_MOVED = r"có (?:số|tỷ lệ|tỉ lệ) [^,;:.\d]{3,50}? (?:tăng|giảm|cao|thấp)"
_WORKED = Pattern(
    r"(?:(?:,? (?!(?:của|để|mà|và|gồm|là|trong|phải|từ|thuộc|với|đã|còn)(?!\p{L}))\p{L}+){0,3}?"
    rf"(?P<others> và \d+(?: \p{{L}}+){{1,4}}?)?) (?P<state>{_LEFT_UNDONE}|(?P<moved>{_MOVED}))(?!\p{{L}})"
)
_ALONE = Pattern(
    r"(?:^|[,;:(.])\s*(?:(?:và|nhưng|còn|đến nay|hiện|lại|đã|có) )*$|(?<!\p{L})có (?:\d+ [^;:.\d]{2,30} và )?$"
)
_FEWEST = 3
"""Fewer may be told of one by one."""
_BARRED = frozenset({"attendance", "committee", "hypothesis", "elsewhere"})


def read_work_of_bodies(sight: Sight, noun: Noun) -> Figure | None:
    """`Bốn quận chưa thu phí`, `16 huyện có số vụ cháy giảm`: how far bodies came with their work, elections among it."""
    if noun.kind not in _BODIES or sight.quantity.value < _FEWEST or sight.reasons & _BARRED:
        return None
    fared = _WORKED.match(sight.folded, noun.span.stop)
    if fared is None or _BODY.match(sight.folded, noun.span.start) is None:
        return None
    if _ALONE.search(sight.folded, max(0, sight.at - 40), sight.at) is None:
        return None
    start = noun.span.start if fared["others"] is None else fared.start("state")
    told = indicators.after(sight.folded, start, predicate=True)
    name = told if fared["moved"] is None else Span(start, fared.end())
    return None if name is None else Figure(sight.quantity, Shape.STATE, name, noun=noun)


def _state_stop(folded: str, start: int) -> int:
    """How far the state of a count may stand: to the end of the clause, over brackets."""
    stop = min(clause_stop(folded, start), start + _LONGEST_STATE)
    bracket = _BRACKET.match(folded, stop)
    return stop if bracket is None else clause_stop(folded, bracket.end())


def _phrase_stop(folded: str, state: Span) -> int:
    phrase = indicators.after(folded, state.start, predicate=True)
    return state.stop if phrase is None else phrase.stop
