"""Counts whose label says all: `Khách hàng mới: 2.318`, `Hồ sơ đúng hạn: 18.402 (99,3%), trễ 129`, `Tai nạn lao động: 4 vụ`."""

from __future__ import annotations

from congressx.extractors.kpis import subjects
from congressx.extractors.kpis.clauses import trimmed
from congressx.extractors.kpis.figure import EXCLUDED, Figure, Shape, Sight
from congressx.extractors.kpis.nouns import NounKind, noun_at
from congressx.extractors.kpis.wordlists import stands
from congressx.patterns import Pattern
from congressx.span import Span

_ENDS = Pattern(r"\s*(?:[;,.()]|$|trong đó(?!\p{L}))")
_LEFT_TO_LABEL = frozenset(
    {
        "lần", "vụ", "vụ việc", "cuộc", "lượt", "cái", "chiếc", "bộ", "người", "em", "đ/c", "đồng chí", "trường hợp", "đơn", "giải",
    }
)  # fmt: skip
"""Nouns that leave it to the label what is counted."""
_MEASURED = frozenset(
    {NounKind.THING, NounKind.CASE, NounKind.EVENT, NounKind.PEOPLE, NounKind.UNIT, NounKind.OUTPUT, NounKind.ITEM}
)
_AFFAIR = Pattern(r"(?:tai nạn|sự cố|cháy|phạm pháp|khiếu nại|đơn thư|hồ sơ|khách hàng)(?!\p{L})")
_MEAN_OR_NEW = Pattern(r"(?:bình quân|số lượng|tổng số)(?!\p{L})|.*\s(?:bình quân|mới)$")
_NOT = Pattern(
    r"(?:.*(?<!\p{L}))?(?:phiếu|đại biểu|đảng viên|đoàn viên|hội viên|ủy viên|cấp ủy|ban chấp hành|bch|nhân sự|dân số|nữ|dân tộc"
    r"|tuổi|điện thoại|đt|fax|lượt xem|ảnh|bài|sĩ số|khóa|chi bộ|đảng bộ|biên chế|lao động|cán bộ|có mặt|vắng|dự)(?!\p{L}).*"
)


def read_labelled(sight: Sight) -> Figure | None:
    """A count without a noun, or with one that says too little, behind a label that names something counted."""
    if sight.label is None or sight.reasons & EXCLUDED or sight.quantity.spelled:
        return None
    stop = sight.quantity.span.stop if sight.noun is None else sight.noun.span.stop
    if sight.noun is not None and sight.noun.span.of(sight.folded) not in _LEFT_TO_LABEL:
        return None
    if _ENDS.match(sight.folded, stop) is None:
        return None
    label = _label(sight)
    if label is None:
        return None
    name = label if _names_a_count(sight, label) else _at_another_level(sight, label)
    return None if name is None else Figure(sight.quantity, Shape.MOVED, name, noun=sight.noun)


def _label(sight: Sight) -> Span | None:
    assert sight.label is not None
    colon = sight.folded.rfind(":", sight.label, sight.at)
    label = trimmed(sight.folded, Span(sight.label, colon))
    return label if len(label.of(sight.folded).split()) > 1 else None


_LEVEL_WORDS = r"(?:xã|trường|cụm|huyện|quận|thị xã|thành phố|tỉnh|bộ|khu vực|trung ương|quốc gia|toàn quốc)"
_LEVEL = Pattern(rf"(?:cấp )?{_LEVEL_WORDS}")
_OF_LEVEL = Pattern(rf"(?r)\s+(?:cấp {_LEVEL_WORDS}|quốc gia|toàn quốc)")


def _at_another_level(sight: Sight, label: Span) -> Span | None:
    """`Học sinh giỏi cấp huyện: 21 giải; cấp tỉnh: 4 giải`: the label before, without its level."""
    prior = sight.prior
    if prior is None or prior.shape is not Shape.MOVED or _LEVEL.fullmatch(label.of(sight.folded)) is None:
        return None
    level = _OF_LEVEL.match(sight.folded, prior.indicator.start, prior.indicator.stop)
    return None if level is None else Span(prior.indicator.start, level.start())


def _names_a_count(sight: Sight, label: Span) -> bool:
    words = label.of(sight.folded)
    if _AFFAIR.match(words) is not None:
        return True
    if _NOT.fullmatch(words) is not None or stands("crowd_stops.txt", words):
        return False
    if _MEAN_OR_NEW.match(words) is not None or subjects.begins_with_head(words):
        return True
    noun = noun_at(f" {words}", 0)
    return noun is not None and noun.kind in _MEASURED
