"""Counts told of a whole: what it has, lacks, gained (`toàn huyện còn thiếu 71 giáo viên`), and what befell things (`24 dự án đã dừng`)."""

from __future__ import annotations

from functools import cache

from congressx.extractors.kpis import indicators
from congressx.extractors.kpis.clauses import clause_start
from congressx.extractors.kpis.figure import NO_STATISTIC, Figure, Shape, Sight
from congressx.extractors.kpis.nouns import Noun, NounKind
from congressx.extractors.kpis.stocks import MANY, TOO_BROAD
from congressx.extractors.kpis.wordlists import stands, words_of
from congressx.patterns import Pattern

_FEW = 5
"""Fewer may be an anecdote."""
_COUNTED = frozenset({NounKind.THING, NounKind.UNIT, NounKind.CASE, NounKind.EVENT, NounKind.PEOPLE, NounKind.OPEN})


@cache
def _whole() -> Pattern:
    return Pattern(rf"(?<!\p{{L}})(?:{words_of('whole_words.txt')})(?!\p{{L}})")


_HAS = Pattern(
    r"(?<!\p{L})(?:(?:đã|vẫn|còn|hiện|đang|mới|cũng|chỉ|mới chỉ|sẽ)\s+)*(?P<verb>có|còn|thiếu|thừa|dôi dư"
    r"|có thêm|có tới|có đến|có trên|tồn đọng|phát sinh)"
    r"(?:\s+(?:thêm|khoảng|tổng cộng|được))?\s*$"
)
_NEWLY = Pattern(r"đã\s+có(?!\p{L})")
_PART = Pattern(r"(?<!\p{L})trong (?:đó|số)(?!\p{L})")
_AND_MORE = Pattern(r"\s+trở lên(?!\p{L})")
_STOPS = Pattern(
    r"(?<!\p{L})(?:ứng cử|ứng viên|đề cử|phiếu|bầu|tín nhiệm|trúng cử|tái cử|ban chấp hành|bch|ban thường vụ"
    r"|thường trực"
    r"|đại biểu|quy hoạch cán bộ|luân chuyển|thí sinh|tạm giữ|bộ chính trị|ban bí thư|tử vong|tử nạn|thiệt mạng"
    r"|thi thể|nạn nhân|bị bắt|bị cáo|hộ gia đình nếu|vụ án|kỳ thi"
    r"|danh sách|phó chủ tịch|phó bí thư|anh em|họ hàng|con trai|con gái|công trình này|dự án này|theo quy định"
    r"|(?<!so với )quy định|còn lại)(?!\p{L})"
)


def is_of_whole(sight: Sight, noun: Noun) -> bool:
    """`toàn tỉnh tăng thêm 10.300 học sinh`: a territory's people need no more words."""
    broad = noun.span.of(sight.folded) in TOO_BROAD
    return not broad and _TERRITORY.search(sight.folded, sight.start, sight.at) is not None


_TERRITORY = Pattern(r"(?<!\p{L})(?:toàn|cả) (?:tỉnh|huyện|quận|thành phố|tp|thị xã|xã|ngành|nước)(?!\p{L})")


def read_whole(sight: Sight, noun: Noun) -> Figure | None:
    """`cả huyện có 49 xe công`, `đến nay mới có 42 đơn vị triển khai`: a whole and a time or place as a whole are spoken of."""
    if noun.kind not in _COUNTED or sight.quantity.value < _FEW or sight.reasons & NO_STATISTIC:
        return None
    has = _HAS.search(sight.left(40))
    if has is None or noun.span.of(sight.folded) in TOO_BROAD or _AND_MORE.match(sight.folded, noun.span.stop):
        return None
    if _PART.search(sight.left(40)):
        return None
    newly = _NEWLY.match(has.group()) is not None and sight.quantity.value >= MANY
    if not newly and _whole().search(sight.folded, sight.segment, sight.at) is None:
        return None
    return _told(sight, noun)


def _told(sight: Sight, noun: Noun) -> Figure | None:
    if _STOPS.search(sight.folded, sight.segment, max(sight.stop, noun.span.stop)):
        return None
    if stands("crowd_stops.txt", sight.folded, sight.segment, sight.stop):
        return None
    phrase = indicators.after(sight.folded, noun.span.start, predicate=noun.kind is not NounKind.THING)
    if phrase is None or (noun.bare and phrase.stop <= noun.span.stop):
        return None
    return Figure(sight.quantity, Shape.STOCK, phrase, noun=noun)


_BEFELL = Pattern(
    r"(?:\s+(?!gồm|là|và|của|để|từ|trên|trong|này|đó|trên)\p{L}+){0,9}?\s+(?:(?:đã|đang|vẫn|chưa|sẽ|không còn"
    r"|không)\s+(?:\p{L}+)|được\s+\p{L}+|bị\s+(?!cáo|can|hại)\p{L}+)"
)
_UNDERWENT = Pattern(r"(?:\s+(?!gồm|là|và|của|để|từ|trên|trong|này|đó)\p{L}+){0,9}?\s+(?:được|bị)\s+\p{L}+")
_OPENS = Pattern(
    r"(?:^|[,;:(.])\s*(?:(?:và|nhưng|đã|hiện|nay|đến nay|có|khiến|làm)\s+)*$|(?<!\p{L})(?:có|khiến|làm cho|làm)\s*$"
)
_BEFALLEN = frozenset({NounKind.THING, NounKind.UNIT, NounKind.CASE, NounKind.PEOPLE, NounKind.PLACE})
_BRACKET = Pattern(r"\s*\([^()]{0,30}\)")


def read_befallen(sight: Sight, noun: Noun) -> Figure | None:
    """`Đến nay, 124 dự án đã hoạt động trở lại`, `khiến 539 hộ dân bị ảnh hưởng`: the count is the subject."""
    if noun.kind not in _BEFALLEN or sight.reasons & NO_STATISTIC or not _is_one_of_many(sight, noun):
        return None
    clause = sight.folded[clause_start(sight.folded, sight.at) : sight.at]
    if _OPENS.search(clause) is None and clause.strip():
        return None
    bracket = _BRACKET.match(sight.folded, noun.span.stop)
    start = noun.span.stop if bracket is None else bracket.end()
    befell = _UNDERWENT if noun.kind is NounKind.PLACE else _BEFELL
    if befell.match(sight.folded, start) is None or _AND_MORE.match(sight.folded, start):
        return None
    if _STOPS.search(sight.folded, sight.start, max(sight.stop, noun.span.stop)):
        return None
    if stands("crowd_stops.txt", sight.folded, sight.start, sight.stop):
        return None
    phrase = indicators.after(sight.folded, noun.span.start if bracket is None else start, predicate=True)
    return None if phrase is None else Figure(sight.quantity, Shape.STATE, phrase, noun=noun)


def _is_one_of_many(sight: Sight, noun: Noun) -> bool:
    """A number that is no anecdote, and persons only where others are counted before them: `…, 61 người đã xin nghỉ việc`."""
    if noun.span.of(sight.folded) not in TOO_BROAD:
        return sight.quantity.value >= MANY
    prior = sight.prior
    return prior is not None and prior.noun is not None and prior.noun.kind is NounKind.PEOPLE
