"""Counts: which nouns are counted, what was done with them, and whether that measures an achievement.

`hỗ trợ 120 hộ nghèo`, `xây dựng 15 nhà văn hóa`, `12 xã đạt chuẩn` do; `12 ủy viên`, `5 nhiệm vụ trọng tâm`, `3 ý kiến` do not.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cache

import regex

from congressx.extractors.kpis.clauses import clause_start
from congressx.span import Span
from congressx.vietnamese.gazetteers import entries, rows
from congressx.vietnamese.phrases import Phrases

_PACKAGE = "congressx.extractors.kpis"


class NounKind(StrEnum):
    """What a count of a noun may measure."""

    THING = "thing"
    PLACE = "place"
    UNIT = "unit"
    PEOPLE = "people"
    CASE = "case"
    EVENT = "event"
    ITEM = "item"
    OUTPUT = "output"
    NEVER = "never"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Noun:
    """A counted noun behind its number."""

    span: Span
    kind: NounKind


@cache
def _kinds() -> dict[str, NounKind]:
    return {noun: NounKind(kind) for noun, kind in rows("counted_nouns.tsv", _PACKAGE)}


@cache
def _nouns() -> Phrases:
    return Phrases([*_kinds(), *entries("countable_nouns.txt")])


_BEFORE_NOUN = regex.compile(r"\s*(?:các\s+|số\s+|tổng\s+số\s+)?")


def noun_at(folded: str, at: int) -> Noun | None:
    """The longest counted noun behind the number that ends at `at`."""
    blanks = _BEFORE_NOUN.match(folded, at)
    assert blanks is not None
    stop = _nouns().longest(folded, blanks.end())
    if stop is None:
        return None
    span = Span(blanks.end(), stop)
    words = " ".join(span.of(folded).split())
    return Noun(span, _kinds().get(words, NounKind.OTHER))


# --- deeds --------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Deed:
    """A verb that governs a count."""

    span: Span
    kinds: frozenset[str]
    via: str
    """What stands between the verb and the number."""


@cache
def _deeds() -> dict[str, frozenset[str]]:
    return {verb: frozenset(kinds.split(",")) for verb, kinds in rows("deeds.tsv", _PACKAGE)}


@cache
def deed_words() -> str:
    """The verbs as one alternation, longest first."""
    words = sorted(_deeds(), key=lambda verb: (-len(verb), verb))
    return "|".join(word.replace(" ", r"\s+") for word in words)


@cache
def _deed_pattern() -> regex.Pattern[str]:
    return regex.compile(rf"(?<!\p{{L}})(?<!công\stác\s)(?<!giáo\sdục\svà\s)(?<!ủy\sban\s)(?<!đoàn\s)(?<!nhân\sviên\s)(?<!cán\sbộ\s)(?<!lực\slượng\s)(?<!đội\sngũ\s)(?<!phụ\scấp\s)(?:{deed_words()})(?!\p{{L}}|\s+(?:viên|trưởng|phẩm|sản|sự|có|đảng|đoàn|cơ sở đảng|công đoàn|cđ|hội|liên quan|mình)(?!\p{{L}}))")


_FARTHEST = 60
_APART = regex.compile(r"(?<!\p{L})(?:phải|cần|đảm bảo|bảo đảm|theo|là|gồm|đã|sẽ|đang|bị|nhưng|mà|thì|gần|so)(?=\s+\p{L})")
"""A word that shows the count to belong to another verb."""
_PLACED = regex.compile(r"(?<!\p{L})(?:ở|tại|trên|thuộc|trong|của|giữa|từ|đến từ|trong số|theo|do|bởi|bằng|qua)\s*(?:hơn|gần|khoảng|số)?\s*$")


def deed_before(folded: str, floor: int, at: int) -> Deed | None:
    """The verb that governs a count at `at`: the last one of its clause that is near enough; none stands before `floor`."""
    start = max(floor, clause_start(folded, at))
    found = list(_deed_pattern().finditer(folded, start, at))
    if not found:
        return None
    match = found[-1]
    via = folded[match.end() : at]
    if len(via) > _FARTHEST or _PLACED.search(via) or _APART.search(via):
        return None
    verb = " ".join(match.group().split())
    return Deed(Span(_chained(folded, floor, match), match.end()), _deeds()[verb], via)


_JOINED = regex.compile(r"(?<!\p{L})(?P<verb>\p{L}+(?:\s+\p{L}+){0,2})(?:\s+và|,)\s+$")


def _chained(folded: str, floor: int, match: regex.Match[str]) -> int:
    """`ươm tạo và hình thành 02 doanh nghiệp`: verbs joined before the nearest one belong to it."""
    begin = match.start()
    while (joined := _JOINED.search(folded[floor:begin])) is not None:
        verbs = _deed_pattern().search(joined["verb"])
        if verbs is None or verbs.end() != len(joined["verb"]):
            return begin
        begin = floor + joined.start("verb") + verbs.start()
    return begin


# --- states -------------------------------------------------------------------------------------------------------------

_STATE = regex.compile(
    r"(?<!\p{L})(?:đạt|đoạt|không còn|hoàn thành|vượt|đủ tư cách|trong sạch|vững mạnh|xuất sắc|thoát nghèo|có việc làm|tham gia|đăng ký|về đích|ứng dụng|áp dụng"
    r"|đi vào hoạt động|ra đời|thành lập mới|thực hiện mô hình|có nước sạch|có điện|dùng nước|sử dụng (?:nước|điện)|khiếu nại|vi phạm|tổ chức (?:xong |thành công )?đại hội"
    r"|được(?:\s+\p{L}+){0,6}?\s+(?:công nhận|vay|hỗ trợ|giải quyết|tiếp cận|tạo|thành lập|xây dựng|triển khai|thực hiện|cấp|đào tạo|tư vấn|kết nạp|tuyên dương|đưa vào|chọn|nhận|tặng|khám|bàn giao|sửa chữa"
    r"|áp dụng|nghiệm thu|phê duyệt|đầu tư|cung cấp|tổ chức|ứng dụng|duy trì|nâng cấp|lắp đặt|giao|cập nhật|học tập|tập huấn|biểu dương|giới thiệu việc làm|trợ giúp|vận động))(?!\p{L})"
)


def state_after(folded: str, start: int, stop: int) -> bool:
    """Whether what is counted reached a state: `12 xã đạt chuẩn`, `31.000 bạn trẻ được vay vốn`."""
    return _STATE.search(folded, start, stop) is not None
